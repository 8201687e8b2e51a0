// What is sent to a reviewer and what becomes of their comments: taken in, answered, settled; and comments written in the project itself.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, SourceId } from '../../shared/domain/ids.ts';
import type { PackCounts, ReviewChoice, ReviewForm } from '../../shared/domain/review-pack.ts';
import type { ReviewTarget, Verdict } from '../../shared/domain/review.ts';
import type { SentComment } from '../../shared/domain/review-file.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { ReviewPlaces } from '../queries/review-places.ts';
import type { FoundPlace } from '../queries/review-places.ts';
import { reviewCopyOf } from '../queries/reviews.ts';
import type { Row } from '../storage/schema.ts';
import { removePassageIfBare } from './passage-rows.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export interface SentPack {
  readonly id: string;
  readonly form: ReviewForm;
  readonly fileName: string;
  readonly choice: ReviewChoice;
  readonly counts: PackCounts;
  readonly sha256: string;
}

/** Records what was given to be read. */
export function sendPack(session: Session, { id, form, fileName, choice, counts, sha256 }: SentPack, act?: string): void {
  const { message, isPseudonymised, ...chosen } = choice;
  const header = { name: 'review.send', input: { id, form, fileName, counts }, subject: { name: fileName }, ...(act === undefined ? {} : { act }) };
  runCommand(session, header, ({ writer, at, coderId }) => {
    writer.insert('review_pack', {
      id,
      form,
      fileName,
      message,
      content: JSON.stringify({ ...chosen, counts }),
      isPseudonymised: isPseudonymised ? 1 : 0,
      sha256,
      coderId,
      createdAt: at,
    });
  });
}

/** A comment of a file with where it belongs. */
export interface IncomingComment {
  readonly comment: SentComment;
  readonly state: 'new' | 'changed';
  /** Its own id, or that of a thread that is known or comes with it. */
  readonly threadId: string;
  readonly place: FoundPlace;
}

interface Range {
  readonly sourceId: SourceId;
  readonly start: Anchor;
  readonly end: Anchor;
}

/** The passage with exactly these ends, made when there is none. */
function passageAt({ project, writer }: CommandContext, { sourceId, start, end }: Range): string {
  const known = project.sqlite
    .prepare<[string, string, number, string, number], { id: string }>(
      'SELECT id FROM passage WHERE source_id = ? AND start_turn_id = ? AND start_utf16 = ? AND end_turn_id = ? AND end_utf16 = ? AND lost_quote IS NULL',
    )
    .get(sourceId, start.turnId, start.offsetUtf16, end.turnId, end.offsetUtf16);
  if (known) return known.id;
  const id = newId();
  const ends = { startTurnId: start.turnId, startUtf16: start.offsetUtf16, endTurnId: end.turnId, endUtf16: end.offsetUtf16 };
  writer.insert('passage', { id, sourceId, ...ends });
  return id;
}

/** A thread that somebody goes on with is not settled. */
function reopen({ writer }: CommandContext, thread: Row<'review_comment'>): void {
  if (thread.resolvedAt !== null) writer.update('review_comment', thread.id, { resolvedAt: null, resolvedBy: null });
}

function insertIncoming(context: CommandContext, { comment, threadId, place }: IncomingComment, packId: string | null): void {
  const said = { verdict: comment.verdict, text: comment.text, author: comment.author };
  const common = { id: comment.id, threadId, packId, ...said, coderId: null, createdAt: comment.createdAt, updatedAt: comment.updatedAt };
  if (threadId !== comment.id) {
    const thread = requireRow(context, 'review_comment', threadId, 'review.commentUnknown');
    const { targetKind, targetId, label, quote } = thread;
    context.writer.insert('review_comment', { ...common, targetKind, targetId, label, quote });
    reopen(context, thread);
    return;
  }
  const passageId = place.range ? passageAt(context, place.range) : place.passageId;
  const { kind: targetKind, quote } = comment.place;
  const targetId = targetKind === 'passage' && passageId !== null ? passageId : place.targetId;
  context.writer.insert('review_comment', { ...common, targetKind, targetId, passageId, label: place.label, quote });
}

/** Takes in what a reviewer said, in one act; a thread's first comment before its answers. */
export function takeComments(session: Session, packId: string | null, incoming: readonly IncomingComment[]): void {
  const authors = [...new Set(incoming.map(({ comment }) => comment.author))].join(', ');
  const header = { name: 'review.take', input: { packId, comments: incoming.length }, subject: { name: authors, count: incoming.length } };
  const inOrder = incoming.toSorted((one, other) => Number(one.threadId !== one.comment.id) - Number(other.threadId !== other.comment.id));
  runCommand(session, header, (context) => {
    for (const item of inOrder) {
      const { id, verdict, text, updatedAt } = item.comment;
      if (item.state === 'new') insertIncoming(context, item, packId);
      else context.writer.update('review_comment', id, { verdict, text, updatedAt });
    }
  });
}

const SUBJECT_LENGTH = 60;
const subjectOf = (words: string): { name: string } => ({
  name: words.length > SUBJECT_LENGTH ? `${words.slice(0, SUBJECT_LENGTH).trimEnd()}…` : words,
});

function assertSaid(verdict: Verdict | null, text: string): void {
  if (verdict === null && text.trim() === '') throw new Refusal('review.emptyComment');
}

function threadOf(session: Session, threadId: string): Row<'review_comment'> {
  const row = requireRow(session, 'review_comment', threadId, 'review.commentUnknown');
  if (row.threadId !== row.id) throw new Refusal('review.commentUnknown', { id: threadId });
  return row;
}

function nameOf({ project, coderId, newcomer }: Session): string {
  return project.sqlite.prepare<[string], { name: string }>('SELECT name FROM coder WHERE id = ?').get(coderId)?.name ?? newcomer ?? '';
}

/** Who writes: a coder of the project; in a copy that is reviewed, the reviewer by the name they gave. */
function writerOf(session: Session, author: string | null): { author: string; coderId: CoderId | null; packId: string | null } {
  const packId = reviewCopyOf(session.project);
  if (packId === null) return { author: nameOf(session), coderId: session.coderId, packId };
  const name = author?.trim() ?? '';
  if (name === '') throw new Refusal('review.nameless');
  return { author: name, coderId: null, packId };
}

interface CommentOn {
  /** Null begins a thread on the place. */
  readonly threadId: string | null;
  readonly place: { readonly kind: ReviewTarget; readonly id: string; readonly range?: Range | null | undefined } | null;
  readonly verdict: Verdict | null;
  readonly text: string;
  /** In a copy that is reviewed: who writes. */
  readonly author: string | null;
}

/** Begins a thread, or goes on with one. Answers with the comment's id. */
export function writeComment(session: Session, input: CommentOn): string {
  assertSaid(input.verdict, input.text);
  return input.threadId === null ? beginThread(session, input) : answerThread(session, input, input.threadId);
}

function answerThread(session: Session, input: CommentOn, threadId: string): string {
  const { label, quote, targetKind, targetId, ...thread } = threadOf(session, threadId);
  const who = writerOf(session, input.author);
  const id = newId<string>();
  const { verdict, text } = input;
  runCommand(session, { name: 'review.comment', input: { threadId }, subject: { ...subjectOf(text), answers: 'true' } }, (context) => {
    const { at } = context;
    const place = { targetKind, targetId, label, quote };
    context.writer.insert('review_comment', { id, threadId, ...who, ...place, verdict, text, createdAt: at, updatedAt: at });
    reopen(context, { ...thread, label, quote, targetKind, targetId });
  });
  return id;
}

function beginThread(session: Session, { place, verdict, text, author }: CommentOn): string {
  if (!place) throw new Refusal('review.placeUnknown');
  const { kind, range } = place;
  const who = writerOf(session, author);
  const id = newId<string>();
  return runCommand(session, { name: 'review.comment', input: { kind, targetId: place.id }, subject: subjectOf(text) }, (context) => {
    const made = kind === 'passage' && range ? passageAt(context, range) : null;
    const targetId = made ?? place.id;
    const standing = new ReviewPlaces(session.project).standing(kind, targetId, made);
    if (!standing) throw new Refusal('review.placeUnknown');
    const coded = kind === 'coding' ? requireRow(session, 'coding', targetId, 'coding.unknown').passageId : null;
    const passageId = kind === 'passage' ? targetId : coded;
    const { label, quote } = standing;
    const { at } = context;
    const said = { verdict, text, createdAt: at, updatedAt: at };
    context.writer.insert('review_comment', { id, threadId: id, ...who, targetKind: kind, targetId, passageId, label, quote, ...said });
    return id;
  });
}

/** One's own words: a coder's by that coder, a reviewer's in the copy where they were written. */
function ownComment(session: Session, commentId: string): Row<'review_comment'> {
  const row = requireRow(session, 'review_comment', commentId, 'review.commentUnknown');
  const packId = reviewCopyOf(session.project);
  const isOwn = packId === null ? row.coderId === session.coderId : row.coderId === null && row.packId === packId;
  if (!isOwn) throw new Refusal('review.notYours', { name: row.author });
  return row;
}

export function editComment(session: Session, input: { commentId: string; verdict: Verdict | null; text: string }): void {
  const row = ownComment(session, input.commentId);
  assertSaid(input.verdict, input.text);
  if (row.verdict === input.verdict && row.text === input.text) return;
  runCommand(session, { name: 'review.edit', input: { commentId: row.id }, subject: subjectOf(row.label) }, ({ writer, at }) => {
    writer.update('review_comment', row.id, { verdict: input.verdict, text: input.text, updatedAt: at });
  });
}

/** Refused for the first of a thread in which others answered. */
export function removeComment(session: Session, input: { commentId: string }): void {
  const row = ownComment(session, input.commentId);
  const answers = session.project.sqlite
    .prepare<[string, string]>('SELECT 1 FROM review_comment WHERE thread_id = ? AND id <> ?')
    .get(row.id, row.id);
  if (answers) throw new Refusal('review.hasAnswers');
  runCommand(session, { name: 'review.remove', input, subject: subjectOf(row.label) }, (context) => {
    context.writer.remove('review_comment', row.id);
    if (row.passageId !== null) removePassageIfBare(context, row.passageId);
  });
}

/** Settles threads, or takes them up again. */
export function settleThreads(session: Session, input: { threadIds: readonly string[]; isResolved: boolean }): void {
  const threads = input.threadIds.map((id) => threadOf(session, id)).filter(({ resolvedAt }) => (resolvedAt !== null) !== input.isResolved);
  const subject = { ...subjectOf(threads[0]?.label ?? ''), count: threads.length, isResolved: String(input.isResolved) };
  runCommand(session, { name: 'review.settle', input, subject }, ({ writer, at, coderId }) => {
    const state = input.isResolved ? { resolvedAt: at, resolvedBy: coderId } : { resolvedAt: null, resolvedBy: null };
    for (const { id } of threads) writer.update('review_comment', id, state);
  });
}
