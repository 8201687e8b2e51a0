// One thread: the place with the way there, what was said, the answer, and whether it is settled.
import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ReviewComment, ReviewThread } from '../../shared/domain/review.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNow } from '../ui/use-now.ts';
import { useRun } from '../ui/use-run.ts';
import { CommentForm } from './comment-form.tsx';
import { ThreadPlace } from './thread-place.tsx';
import { VerdictChip } from './verdict-chip.tsx';

function CommentView({ comment }: { comment: ReviewComment }) {
  const words = useText(reviewText);
  const { language } = useLanguage();
  const { project } = useProject();
  const run = useRun();
  const now = useNow();
  const [isEdited, setEdited] = useState(false);
  // what one wrote oneself: in a copy the reviewer's, else the project's
  const isMine = project?.isReviewCopy === true ? !comment.isOurs : comment.isOurs;
  if (isEdited) {
    return (
      <li className="review-comment">
        <CommentForm
          label={words.yourComment}
          submit={words.save}
          hasVerdict={!comment.isOurs}
          said={comment}
          onCancel={() => setEdited(false)}
          onSaid={async ({ verdict, text }) => {
            const isDone = (await run('review.edit', { commentId: comment.id, verdict, text })) !== undefined;
            if (isDone) setEdited(false);
            return isDone;
          }}
        />
      </li>
    );
  }
  return (
    <li className={comment.isOurs ? 'review-comment review-comment-ours' : 'review-comment'}>
      <p className="review-who">
        <strong>{comment.author}</strong>
        {comment.verdict ? <VerdictChip verdict={comment.verdict} /> : null}
        <span className="quiet">{formatWhen(language, comment.updatedAt, now)}</span>
        {isMine ? (
          <span className="review-mine">
            <Button variant="quiet" size="small" onPress={() => setEdited(true)}>
              {words.edit}
            </Button>
            <Button variant="quiet" size="small" onPress={() => void run('review.remove', { commentId: comment.id })}>
              {words.remove}
            </Button>
          </span>
        ) : null}
      </p>
      {comment.text === '' ? null : <p className="review-text">{comment.text}</p>}
    </li>
  );
}

interface ThreadItemProps {
  thread: ReviewThread;
  /** Beside the place itself, the way there says nothing. */
  hidesPlace?: boolean;
}

export function ThreadItem({ thread, hidesPlace = false }: ThreadItemProps) {
  const words = useText(reviewText);
  const page = useText(reviewPageText);
  const { language } = useLanguage();
  const { project } = useProject();
  const run = useRun();
  const now = useNow();
  const [isAnswering, setAnswering] = useState(false);
  const isResolved = thread.state === 'resolved';
  const settle = (is: boolean) => void run('review.settle', { threadIds: [thread.id], isResolved: is });
  return (
    <article
      className={isResolved ? 'review-thread review-thread-settled' : 'review-thread'}
      aria-label={`${page.targets[thread.kind]} ${thread.label}`}
    >
      {hidesPlace ? null : <ThreadPlace thread={thread} />}
      <ol className="review-comments">
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} comment={comment} />
        ))}
      </ol>
      {isAnswering ? (
        <CommentForm
          label={words.yourAnswer}
          submit={words.send}
          hasVerdict={project?.isReviewCopy === true}
          onCancel={() => setAnswering(false)}
          onSaid={async (said) => {
            const isDone = (await run('review.comment', { threadId: thread.id, place: null, ...said })) !== undefined;
            if (isDone) setAnswering(false);
            return isDone;
          }}
        />
      ) : (
        <div className="review-acts">
          <Button size="small" onPress={() => setAnswering(true)}>
            {words.answer}
          </Button>
          {project?.isReviewCopy === true ? null : isResolved ? (
            <Button size="small" variant="quiet" onPress={() => settle(false)}>
              <RotateCcw size={13} aria-hidden />
              {words.reopen}
            </Button>
          ) : (
            <Button size="small" variant="quiet" onPress={() => settle(true)}>
              <Check size={13} aria-hidden />
              {words.settle}
            </Button>
          )}
          <span className={`review-state review-state-${thread.state}`}>
            {isResolved ? words.settled(thread.resolvedBy ?? '', formatWhen(language, thread.resolvedAt ?? '', now)) : page.states[thread.state]}
          </span>
        </div>
      )}
    </article>
  );
}
