// What a thread is on, as a way there; its words as they were read, and how they are today.
import { Button } from 'react-aria-components';
import type { ReviewThread } from '../../shared/domain/review.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import type { Target } from '../memos/use-open-target.ts';
import { useOpenTarget } from '../memos/use-open-target.ts';
import { useNavigation } from '../navigation.tsx';
import { wordsAddress } from '../reader/words-address.ts';
import { useText } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';

/** Null for what has no place to go to. Words that are gone lead to their source. */
function targetOf({ kind, targetId, sourceId, isGone }: ReviewThread): Target | null {
  if (isGone) return sourceId === null ? null : { kind: 'source', id: sourceId };
  if (kind === 'project') return null;
  return { kind: kind === 'synthesis' ? 'cell' : kind, id: targetId };
}

export function ThreadPlace({ thread }: { thread: ReviewThread }) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const open = useOpenTarget();
  const { go } = useNavigation();
  const run = useRun();
  const target = thread.passageId === null ? targetOf(thread) : null;
  /** A coded passage is in hand there; words without a coding are selected. */
  const goToWords = async (passageId: string) => {
    const card = await run('passage.read', { passageId: passageId as PassageId });
    if (!card) return;
    const { sourceId, codings } = card;
    go({ screen: 'coding', sourceId, ...(codings.length > 0 ? { passageId } : { wordsAt: wordsAddress(card) }) });
  };
  const goThere = () => {
    if (thread.passageId !== null) void goToWords(thread.passageId);
    else if (target) void open(target);
  };
  return (
    <header className="review-place">
      <p className="review-place-name">
        <span className="quiet">{page.targets[thread.kind]}</span>
        {target || thread.passageId !== null ? (
          <Button className="review-link" onPress={goThere}>
            {thread.label}
          </Button>
        ) : (
          <span>{thread.label}</span>
        )}
        {thread.isGone ? <span className="review-changed">{words.gone}</span> : null}
        {thread.quoteNow === null ? null : (
          <span className="review-changed">{thread.kind === 'passage' || thread.kind === 'coding' ? words.placeChanged : words.wordsChanged}</span>
        )}
      </p>
      {thread.quote === '' ? null : <blockquote className="review-quote">{thread.quote}</blockquote>}
      {thread.quoteNow === null || thread.quoteNow === '' ? null : (
        <blockquote className="review-quote review-quote-now">
          <span className="quiet">{words.now}</span> {thread.quoteNow}
        </blockquote>
      )}
    </header>
  );
}
