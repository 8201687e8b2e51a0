// What a file of comments would bring, before it is taken: each comment with what is new, changed, or not as it was sent.
import type { IntakePreview } from '../../shared/domain/review-intake.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { VerdictChip } from './verdict-chip.tsx';

interface IntakeDialogProps {
  preview: IntakePreview;
  onTake: () => void;
  onClose: () => void;
}

export function IntakeDialog({ preview, onTake, onClose }: IntakeDialogProps) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const { lines, reviewers, unreadable } = preview;
  const count = (state: (typeof lines)[number]['state']): number => lines.filter((line) => line.state === state).length;
  const fresh = count('new') + count('changed');
  const isAltered = preview.isListAltered || lines.some((line) => line.isAltered);
  return (
    <Dialog
      title={reviewers.length > 0 ? words.intakeTitle(reviewers.join(', ')) : words.intakeNobody}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={fresh === 0} onPress={onTake}>
            {words.take(fresh)}
          </Button>
        </>
      }
    >
      {isAltered ? <p className="review-warning">{words.listAltered}</p> : null}
      {unreadable.length > 0 ? <p className="review-warning">{words.unreadable(unreadable.map(({ number }) => number).join(', '))}</p> : null}
      {preview.isPackKnown ? null : <p className="quiet">{words.packUnknown}</p>}
      <p role="status">{fresh === 0 ? words.nothingNew : words.counts(count('new'), count('changed'), count('known'))}</p>
      <ul className="review-incoming">
        {lines.map((line) => (
          <li key={line.id} className={line.state === 'known' ? 'review-incoming-known' : undefined}>
            <p className="review-place-name">
              <span className="quiet">{page.targets[line.kind]}</span>
              <strong>{line.label}</strong>
              {line.verdict ? <VerdictChip verdict={line.verdict} /> : null}
              <span className="quiet">{[words.incoming[line.state], ...(line.isAnswer ? [words.isAnswer] : [])].join(', ')}</span>
              {line.found === 'same' ? null : <span className="review-changed">{words.found[line.found]}</span>}
              {line.isAltered ? <span className="review-changed">{words.altered}</span> : null}
            </p>
            {line.text === '' ? null : <p className="review-text">{line.text}</p>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
