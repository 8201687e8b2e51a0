// How much of a source is coded: a number, and a bar to compare down the column.
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useText } from '../ui/language.tsx';
import { percentOf } from '../ui/percent.ts';

export function Share({ part, whole }: { part: number; whole: number }) {
  const text = useText(corpusText);
  const percent = percentOf(part, whole);
  return (
    <span className="sheet-share">
      <span className="sheet-share-track" aria-hidden>
        <span className="sheet-share-fill" style={{ width: `${percent}%` }} />
      </span>
      {text.percent(percent)}
    </span>
  );
}
