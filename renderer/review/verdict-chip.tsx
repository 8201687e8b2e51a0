// A verdict in one word, with the colour that goes with it everywhere.
import type { Verdict } from '../../shared/domain/review.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { useText } from '../ui/language.tsx';
import './review.css';

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const words = useText(reviewPageText);
  return <span className={`review-verdict review-verdict-${verdict}`}>{words.verdicts[verdict]}</span>;
}
