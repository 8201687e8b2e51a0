// Acts on what is sent to be reviewed and on what comes back.
import { editComment, removeComment, sendPack, settleThreads, takeComments, writeComment } from '../../../electron/commands/reviews.ts';
import { mergeCategories } from '../../../electron/commands/codebook.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { listThreads } from '../../../electron/queries/reviews.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import { PACK, aComment, incoming } from '../../support/review.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const send = (s: Study): void =>
  sendPack(s.project.session, {
    id: PACK,
    form: 'page',
    fileName: 'Pôles.html',
    choice: { ...WHOLE_STUDY, message: 'Le chapitre 5' },
    counts: { matrices: 1, sources: 3, memos: 6, categories: 12 },
    sha256: 'h',
  });

const onCategory = (s: Study) => aComment({ kind: 'category', id: s.project.category('Gouvernance'), label: 'Gouvernance', quote: '' });
const onPassage = (s: Study) => aComment({ kind: 'passage', id: s.alone, passageId: s.alone, label: 'E02 §2', quote: 'Les petits suivent' });
const onWords = (s: Study) => {
  const { sourceId, start, end } = s.project.range('Les grands groupes');
  return aComment({ kind: 'passage', id: '', sourceId, start, end, label: 'E02 §2', quote: 'Les grands groupes' });
};

/** A category, a coded passage and loose words are commented. */
function withComments(s: Study): void {
  send(s);
  takeComments(s.project.session, PACK, incoming(s.project.project, [onCategory(s), onPassage(s), onWords(s)]));
}

const thread = (s: Study, at = 0): string => listThreads(s.project.project)[at]?.id ?? '';
const answer = (s: Study): string =>
  writeComment(s.project.session, { threadId: thread(s), place: null, verdict: null, text: 'C’est repris.', author: null });

export const REVIEW_CASES: readonly Case[] = [
  ['review.send', 'a pack is sent', send],
  [
    'review.take',
    'comments come back, one of them on words that nothing marked',
    (s) => takeComments(s.project.session, PACK, incoming(s.project.project, [onCategory(s), onPassage(s), onWords(s)])),
    send,
  ],
  ['review.comment', 'a comment is answered', answer, withComments],
  [
    'review.comment',
    'a coder begins a thread on a category',
    (s) =>
      writeComment(s.project.session, {
        threadId: null,
        place: { kind: 'category', id: s.project.category('charte') },
        verdict: 'discuss',
        text: 'Trop large ?',
        author: null,
      }),
  ],
  [
    'review.edit',
    'an answer is worded otherwise',
    (s) => {
      const [thread] = listThreads(s.project.project);
      editComment(s.project.session, { commentId: thread?.comments.at(-1)?.id ?? '', verdict: null, text: 'C’est fait.' });
    },
    (s) => {
      withComments(s);
      answer(s);
    },
  ],
  [
    'review.remove',
    'a thread of one’s own on loose words goes, and the passage with it',
    (s) => removeComment(s.project.session, { commentId: thread(s) }),
    (s) =>
      writeComment(s.project.session, {
        threadId: null,
        place: { kind: 'passage', id: s.project.source('E02'), range: s.project.range('Les grands groupes') },
        verdict: null,
        text: 'À relire',
        author: null,
      }),
  ],
  ['review.settle', 'a thread is settled', (s) => settleThreads(s.project.session, { threadIds: [thread(s)], isResolved: true }), withComments],
  [
    'category.merge',
    'what was said of a category is said of the one that it goes into',
    (s) => mergeCategories(s.project.session, { from: s.project.category('charte'), into: s.project.category('salon') }),
    (s) =>
      takeComments(
        s.project.session,
        null,
        incoming(s.project.project, [aComment({ kind: 'category', id: s.project.category('charte'), label: 'charte', quote: '' })]),
      ),
  ],
  ['source.remove', 'comments on a source that goes keep their words', (s) => removeSource(s.project.session, s.project.source('E02')), withComments],
];
