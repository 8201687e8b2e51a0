// What is done by chance to packs and comments.
import { randomUUID } from 'node:crypto';
import * as reviews from '../../../electron/commands/reviews.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import { REVIEW_TARGETS, VERDICTS } from '../../../shared/domain/review.ts';
import type { ReviewTarget } from '../../../shared/domain/review.ts';
import type { SentPlace } from '../../../shared/domain/review-file.ts';
import { aComment, incoming } from '../review.ts';
import { NOBODY } from './desk.ts';
import type { Act, Desk } from './desk.ts';

/** Things of the project; words that nothing marks among them. */
function aPlace(desk: Desk): SentPlace {
  const kind = desk.luck.pick<ReviewTarget>(REVIEW_TARGETS);
  const said = { label: desk.name, quote: desk.name };
  if (kind === 'cell' || kind === 'synthesis') return { kind, id: desk.column('cell', desk.any('cell'), 'key'), ...said };
  if (kind !== 'passage') return { kind, id: desk.any(kind), ...said };
  if (desk.luck.below(2) === 0) return { kind, id: desk.any('passage'), ...said };
  return { kind, id: '', ...desk.range(), ...said };
}

const aThread = (desk: Desk): string => desk.column('review_comment', desk.any('review_comment'), 'thread_id');

/** One's own words alone may be changed. */
function ownComment({ project: { sqlite }, luck }: Desk, coderId: string): string {
  const own = sqlite.prepare<[string], string>('SELECT id FROM review_comment WHERE coder_id = ? ORDER BY rowid').pluck().all(coderId);
  return own.length === 0 ? NOBODY : luck.pick(own);
}

export const REVIEW_ACTS = {
  'review.send': (d) =>
    reviews.sendPack(d.session, {
      id: randomUUID(),
      form: 'page',
      fileName: d.name,
      choice: { ...WHOLE_STUDY, message: d.name },
      counts: { matrices: 1, sources: 1, memos: 1, categories: 1 },
      sha256: '',
    }),
  'review.take': (d) => {
    const comments = d.several(3, () => aComment(aPlace(d), { text: d.name, verdict: d.maybe(d.luck.pick(VERDICTS)) }));
    const packId = d.any<string>('review_pack');
    reviews.takeComments(d.session, packId === NOBODY ? null : packId, incoming(d.project, comments));
  },
  'review.comment': (d) => {
    const { kind, id } = aPlace(d);
    const threadId = d.maybe(aThread(d));
    const place = { kind, id, ...(kind === 'passage' && id === '' ? { range: d.range() } : {}) };
    reviews.writeComment(d.session, { threadId, place, verdict: d.luck.pick(VERDICTS), text: d.name, author: null });
  },
  'review.edit': (d) => {
    const { session } = d;
    reviews.editComment(session, { commentId: ownComment(d, session.coderId), verdict: null, text: d.name });
  },
  'review.remove': (d) => {
    const { session } = d;
    reviews.removeComment(session, { commentId: ownComment(d, session.coderId) });
  },
  'review.settle': (d) => reviews.settleThreads(d.session, { threadIds: [aThread(d)], isResolved: d.luck.below(2) === 0 }),
} satisfies Record<string, Act>;
