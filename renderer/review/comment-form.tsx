// Where a comment or an answer is written: a verdict where one is asked for, the words, and in a review copy who writes.
import { useState } from 'react';
import { VERDICTS } from '../../shared/domain/review.ts';
import type { Verdict } from '../../shared/domain/review.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useReviewerName } from './reviewer-name.ts';

export interface SaidComment {
  readonly verdict: Verdict | null;
  readonly text: string;
  /** Null for a coder of the project. */
  readonly author: string | null;
}

interface CommentFormProps {
  label: string;
  submit: string;
  hasVerdict: boolean;
  said?: { readonly verdict: Verdict | null; readonly text: string };
  onSaid: (said: SaidComment) => Promise<boolean>;
  onCancel?: () => void;
}

export function CommentForm({ label, submit, hasVerdict, said, onSaid, onCancel }: CommentFormProps) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const { project } = useProject();
  const isReviewer = project?.isReviewCopy === true;
  const [name, setName] = useReviewerName();
  const [verdict, setVerdict] = useState<Verdict | null>(said?.verdict ?? null);
  const [text, setText] = useState(said?.text ?? '');
  const isSaid = (text.trim() !== '' || verdict !== null) && (!isReviewer || name.trim() !== '');
  const send = async () => {
    if (!isSaid || !(await onSaid({ verdict, text: text.trim(), author: isReviewer ? name.trim() : null }))) return;
    setText('');
    setVerdict(null);
  };
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isReviewer ? <TextField label={words.yourName} value={name} onChange={setName} /> : null}
      {hasVerdict ? (
        <Segmented
          label={words.verdict}
          size="small"
          options={VERDICTS.map((id) => ({ id, label: page.verdicts[id] }))}
          value={verdict}
          onChange={setVerdict}
          canBeNone
        />
      ) : null}
      <TextArea label={label} hidesLabel value={text} onChange={setText} rows={2} placeholder={label} isProse />
      <div className="review-acts">
        <Button type="submit" variant="primary" size="small" isDisabled={!isSaid}>
          {submit}
        </Button>
        {onCancel ? (
          <Button variant="quiet" size="small" onPress={onCancel}>
            {words.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
