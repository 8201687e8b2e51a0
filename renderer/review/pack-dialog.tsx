// What goes into a pack: chosen, measured, saved.
import { useEffect, useState } from 'react';
import type { PackMeasure, ReviewChoice, ReviewForm } from '../../shared/domain/review-pack.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { call } from '../core.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Segmented } from '../ui/segmented.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { MOST_BY_MAIL_BYTES, sizeWords } from './file-size.ts';
import { PackChoice } from './pack-choice.tsx';

const WHOLE: ReviewChoice = { matrixIds: null, sourceIds: null, memoIds: null, hasCodebook: true, isPseudonymised: false, message: '' };
/** A choice is measured when the hand rests. */
const RESTS_MS = 350;

/** Undefined while it is being worked out; null for a choice that makes no pack. */
function useMeasure(choice: ReviewChoice): PackMeasure | null | undefined {
  const [measure, setMeasure] = useState<PackMeasure | null>();
  const asked = JSON.stringify({ ...choice, message: '' });
  useEffect(() => {
    let isLatest = true;
    setMeasure(undefined);
    const timer = setTimeout(() => {
      call('review.measure', JSON.parse(asked) as ReviewChoice).then(
        (answer) => isLatest && setMeasure(answer),
        () => isLatest && setMeasure(null),
      );
    }, RESTS_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return measure;
}

function Measured({ measure, isPseudonymised }: { measure: PackMeasure | null | undefined; isPseudonymised: boolean }) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const { language } = useLanguage();
  if (measure === null) return null;
  if (measure === undefined) return <p className="quiet">{words.measuring}</p>;
  const size = sizeWords(language, measure.bytes);
  return (
    <>
      {isPseudonymised ? <p className="quiet">{words.replaced(measure.replaced.sources, measure.replaced.people)}</p> : null}
      <p role="status">{[words.size(size), ...page.counts(measure.counts)].join(' · ')}</p>
      {measure.bytes > MOST_BY_MAIL_BYTES ? <p className="review-changed">{words.byMail(size)}</p> : null}
    </>
  );
}

function PageChoice({ choice, onChange }: { choice: ReviewChoice; onChange: (choice: ReviewChoice) => void }) {
  const words = useText(reviewText);
  const { data: matrices = [] } = useQuery('matrix.list', {});
  const { data: corpus } = useQuery('corpus.read', {});
  const { data: memos = [] } = useQuery('memo.list', {});
  const measure = useMeasure(choice);
  const { matrixIds, sourceIds, memoIds, hasCodebook, isPseudonymised } = choice;
  return (
    <>
      <PackChoice
        label={words.matrices}
        items={matrices}
        chosen={matrixIds}
        onChange={(ids) => onChange({ ...choice, matrixIds: ids && [...ids] })}
      />
      <PackChoice
        label={words.sources}
        items={corpus?.sources ?? []}
        chosen={sourceIds}
        onChange={(ids) => onChange({ ...choice, sourceIds: ids && [...ids] })}
      />
      <PackChoice
        label={words.memos}
        items={memos.map(({ id, title, text }) => ({ id, name: title || text.slice(0, 80) }))}
        chosen={memoIds}
        onChange={(ids) => onChange({ ...choice, memoIds: ids && [...ids] })}
      />
      <Checkbox isSelected={hasCodebook} onChange={(is) => onChange({ ...choice, hasCodebook: is })}>
        {words.codebook}
      </Checkbox>
      <Checkbox isSelected={isPseudonymised} onChange={(is) => onChange({ ...choice, isPseudonymised: is })}>
        {words.pseudonymise}
      </Checkbox>
      <Measured measure={measure} isPseudonymised={isPseudonymised} />
    </>
  );
}

export function PackDialog({ onClose }: { onClose: () => void }) {
  const words = useText(reviewText);
  const run = useRun();
  const notify = useNotify();
  const [form, setForm] = useState<ReviewForm>('page');
  const [choice, setChoice] = useState(WHOLE);
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const file = form === 'page' ? await run('review.pack', choice) : await run('review.copy', { message: choice.message });
    setBusy(false);
    if (!file) return;
    saveFile(file);
    notify({ text: words.made(file.fileName), kind: 'done' });
    onClose();
  };
  return (
    <Dialog
      title={words.packTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      <div className="review-pack-form">
        <Segmented
          label={words.form}
          options={[
            { id: 'page', label: words.page },
            { id: 'copy', label: words.copy },
          ]}
          value={form}
          onChange={(next) => next && setForm(next)}
        />
        <p className="quiet">{form === 'page' ? words.packText : words.copyText}</p>
        <TextArea
          label={words.message}
          placeholder={words.messageHint}
          value={choice.message}
          onChange={(message) => setChoice({ ...choice, message })}
          rows={3}
          isProse
        />
        {form === 'page' ? <PageChoice choice={choice} onChange={setChoice} /> : null}
      </div>
    </Dialog>
  );
}
