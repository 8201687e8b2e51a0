// The packs that were sent, and what came back from each.
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNow } from '../ui/use-now.ts';
import { useQuery } from '../ui/use-query.ts';

export function PacksView() {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const { language } = useLanguage();
  const now = useNow();
  const { data: packs } = useQuery('review.packs', {});
  if (!packs) return null;
  if (packs.length === 0) return <p className="quiet review-nothing">{words.noPacks}</p>;
  return (
    <ul className="review-packs">
      {packs.map((pack) => (
        <li key={pack.id}>
          <p className="review-pack-name">
            {pack.fileName} <span className="quiet">{pack.form === 'page' ? words.formPage : words.formCopy}</span>
            {pack.isPseudonymised ? <span className="quiet">{words.pseudonymised}</span> : null}
          </p>
          <p className="quiet">{[words.sent(pack.sentBy, formatWhen(language, pack.createdAt, now)), ...page.counts(pack.counts)].join(' · ')}</p>
          <p>
            {pack.comments === 0
              ? words.notReturned
              : words.returned(pack.comments, pack.reviewers.join(', '), formatWhen(language, pack.lastCommentAt ?? '', now))}
          </p>
          {pack.message === '' ? null : <blockquote className="review-quote">{pack.message}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
