// What is said of one place, where that place is shown; and in a review copy the field to say more.
import { useState } from 'react';
import type { ReviewTarget, ReviewThread } from '../../shared/domain/review.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { CommentForm } from './comment-form.tsx';
import './review.css';
import { ThreadItem } from './thread-item.tsx';

interface Range {
  readonly sourceId: SourceId;
  readonly start: Anchor;
  readonly end: Anchor;
}

export interface ReviewOnTarget {
  readonly kind: ReviewTarget;
  readonly id: string;
  /** Of words that no passage marks yet. */
  readonly range?: Range;
}

/** The place that is shown, then what of it can be commented by itself. */
type Targets = readonly [ReviewOnTarget, ...ReviewOnTarget[]];

/** Nothing where nothing is said; to be keyed by the thing. */
export function ReviewOn({ targets }: { targets: Targets }) {
  const [{ kind, id }] = targets;
  const { data: threads = [] } = useQuery('review.on', { kind, id });
  return <Said threads={threads} targets={targets} />;
}

const isAt = (one: Anchor, other: Anchor | undefined): boolean => one.turnId === other?.turnId && one.offsetUtf16 === other.offsetUtf16;

/** The same for words that are selected: a reviewer may have commented on words that are not coded. */
export function ReviewOnWords({ range }: { range: Range }) {
  const { data = [] } = useQuery('review.threads', {});
  const threads = data.filter((thread) => isAt(range.start, thread.range?.start) && isAt(range.end, thread.range?.end));
  return <Said threads={threads} targets={[{ kind: 'passage', id: range.sourceId, range }]} />;
}

function Said({ threads, targets }: { threads: readonly ReviewThread[]; targets: Targets }) {
  const words = useText(reviewText);
  const { project } = useProject();
  const isCopy = project?.isReviewCopy === true;
  if (threads.length === 0 && !isCopy) return null;
  return (
    <section className="review-on" aria-label={words.onPlace}>
      <SectionTitle>{words.onPlace}</SectionTitle>
      {threads.map((thread) => (
        <ThreadItem key={thread.id} thread={thread} hidesPlace />
      ))}
      {isCopy ? <NewThread targets={targets} /> : null}
    </section>
  );
}

function NewThread({ targets }: { targets: Targets }) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const run = useRun();
  const [isWriting, setWriting] = useState(false);
  const [about, setAbout] = useState('0');
  const place = targets[Number(about)] ?? targets[0];
  if (!isWriting) {
    return (
      <Button size="small" onPress={() => setWriting(true)}>
        {words.commentHere}
      </Button>
    );
  }
  return (
    <>
      {targets.length > 1 ? (
        <Segmented
          label={words.commentHere}
          size="small"
          options={targets.map((target, at) => ({ id: String(at), label: page.targets[target.kind] }))}
          value={about}
          onChange={(next) => next && setAbout(next)}
        />
      ) : null}
      <CommentForm
        label={words.yourComment}
        submit={words.add}
        hasVerdict
        onCancel={() => setWriting(false)}
        onSaid={async (said) => {
          const isDone = (await run('review.comment', { threadId: null, place, ...said })) !== undefined;
          if (isDone) setWriting(false);
          return isDone;
        }}
      />
    </>
  );
}
