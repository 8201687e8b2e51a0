// A small sign on a matrix's cell that somebody reviewed it: how grave, and whether it is settled.
import type { ReviewMark as Mark } from '../../shared/domain/review.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import './review.css';

/** The marks of all cells, by the crossing's key; asked once for all who show one. */
function useReviewMarks(): ReadonlyMap<string, Mark> {
  const { data } = useQuery('review.cells', {});
  return marksIn(data);
}

type Answer = readonly (Mark & { readonly key: string })[] | undefined;
const NONE: ReadonlyMap<string, Mark> = new Map();
let latest: { readonly data: Answer; readonly marks: ReadonlyMap<string, Mark> } = { data: undefined, marks: NONE };

/** The same answer is the same map, whoever asks. */
function marksIn(data: Answer): ReadonlyMap<string, Mark> {
  if (data !== latest.data) latest = { data, marks: data && data.length > 0 ? new Map(data.map((mark) => [mark.key, mark])) : NONE };
  return latest.marks;
}

export function CellReview({ cellKey }: { cellKey: string }) {
  const mark = useReviewMarks().get(cellKey);
  return mark ? <ReviewMark mark={mark} /> : null;
}

function ReviewMark({ mark }: { mark: Mark }) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const verdict = mark.verdict === null ? '' : page.verdicts[mark.verdict];
  const said = words.mark(mark.unsettled, verdict);
  return (
    <span className={`review-mark review-mark-${mark.unsettled === 0 ? 'settled' : (mark.verdict ?? 'none')}`} title={said}>
      <span className="visually-hidden">{said}</span>
      {mark.unsettled > 0 ? mark.unsettled : '✓'}
    </span>
  );
}
