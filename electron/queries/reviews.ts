// Reads what was sent to be reviewed and what came back: packs, threads of comments with their places, marks for screens that show a place.
import type { SentComment, SentPlace } from '../../shared/domain/review-file.ts';
import type { PackCounts, ReviewPack } from '../../shared/domain/review-pack.ts';
import { markOf, stateOf, verdictOf } from '../../shared/domain/review.ts';
import type { ReviewComment, ReviewMark, ReviewTarget, ReviewThread, Verdict } from '../../shared/domain/review.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { ReviewPlaces, saysTheSame } from './review-places.ts';

interface CommentRow {
  id: string;
  thread_id: string;
  pack_id: string | null;
  target_kind: ReviewTarget;
  target_id: string;
  passage_id: string | null;
  label: string;
  quote: string;
  verdict: Verdict | null;
  text: string;
  author: string;
  coder_id: string | null;
  created_at: string;
  updated_at: string;
  resolved_at: string | null;
  resolver: string | null;
}

const COMMENTS = `SELECT c.*, r.name AS resolver FROM review_comment c LEFT JOIN coder r ON r.id = c.resolved_by`;
const IN_ORDER = 'ORDER BY c.created_at, c.rowid';

const toComment = (row: CommentRow): ReviewComment => ({
  id: row.id,
  author: row.author,
  isOurs: row.coder_id !== null,
  verdict: row.verdict,
  text: row.text,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** By thread; a thread's first comment comes first whatever the clocks said. */
function grouped(rows: readonly CommentRow[]): CommentRow[][] {
  const threads = Map.groupBy(rows, (row) => row.thread_id);
  return [...threads].map(([id, own]) => own.toSorted((one, other) => Number(other.id === id) - Number(one.id === id)));
}

function toThread(rows: readonly CommentRow[], places: ReviewPlaces): ReviewThread {
  const first = rows[0] as CommentRow;
  const comments = rows.map(toComment);
  const { target_kind: kind, target_id: targetId, passage_id: passageId } = first;
  const standing = places.standing(kind, targetId, passageId);
  const around = standing ?? (passageId === null ? undefined : places.standing('passage', passageId, passageId));
  return {
    id: first.id,
    packId: first.pack_id,
    kind,
    targetId,
    passageId,
    // words that were not found again leave their source's id as where they were
    sourceId: around?.sourceId ?? (kind === 'passage' ? (places.standing('source', targetId, null)?.sourceId ?? null) : null),
    range: around?.range ?? null,
    categoryId: standing?.categoryId ?? null,
    label: standing?.label ?? first.label,
    quote: first.quote,
    isGone: !standing,
    quoteNow: standing && !saysTheSame(standing.quote, first.quote) ? standing.quote : null,
    state: stateOf(comments, first.resolved_at !== null),
    verdict: verdictOf(comments),
    comments,
    resolvedAt: first.resolved_at,
    resolvedBy: first.resolver,
  };
}

/** Every thread, in the order in which they began. */
export function listThreads(project: Project): ReviewThread[] {
  const rows = statement<[], CommentRow>(project.sqlite, `${COMMENTS} ${IN_ORDER}`).all();
  if (rows.length === 0) return [];
  const places = new ReviewPlaces(project);
  return grouped(rows).map((own) => toThread(own, places));
}

/** What is said of one place; of a passage also what is said of codings on it. */
export function threadsOn(project: Project, kind: ReviewTarget, id: string): ReviewThread[] {
  const rows = statement<[{ kind: string; id: string }], CommentRow>(
    project.sqlite,
    `${COMMENTS} WHERE c.thread_id IN (SELECT id FROM review_comment WHERE (target_kind = @kind AND target_id = @id)
       OR (@kind = 'passage' AND passage_id = @id) OR (@kind = 'cell' AND target_kind = 'synthesis' AND target_id = @id)) ${IN_ORDER}`,
  ).all({ kind, id });
  if (rows.length === 0) return [];
  const places = new ReviewPlaces(project);
  return grouped(rows).map((own) => toThread(own, places));
}

/** What is said of cells and of their syntheses, by the crossing's key. */
export function cellMarks(project: Project): (ReviewMark & { readonly key: string })[] {
  const rows = statement<[], CommentRow>(
    project.sqlite,
    `${COMMENTS} WHERE c.target_kind IN ('cell', 'synthesis') OR c.thread_id IN
       (SELECT id FROM review_comment WHERE target_kind IN ('cell', 'synthesis')) ${IN_ORDER}`,
  ).all();
  const threads = grouped(rows).map((own) => {
    const comments = own.map(toComment);
    return { key: own[0]?.target_id ?? '', state: stateOf(comments, (own[0]?.resolved_at ?? null) !== null), verdict: verdictOf(comments) };
  });
  return [...Map.groupBy(threads, ({ key }) => key)].map(([key, own]) => ({ key, ...markOf(own) }));
}

interface PackRow {
  id: string;
  form: ReviewPack['form'];
  file_name: string;
  message: string;
  content: string;
  is_pseudonymised: number;
  created_at: string;
  sender: string;
  comments: number;
  reviewers: string | null;
  last_at: string | null;
}

/** The latest first. */
export function listPacks(project: Project): ReviewPack[] {
  const rows = statement<[], PackRow>(
    project.sqlite,
    `SELECT p.*, k.name AS sender, count(c.id) AS comments, json_group_array(DISTINCT c.author) FILTER (WHERE c.id IS NOT NULL) AS reviewers,
       max(c.updated_at) AS last_at
     FROM review_pack p JOIN coder k ON k.id = p.coder_id LEFT JOIN review_comment c ON c.pack_id = p.id AND c.coder_id IS NULL
     GROUP BY p.id ORDER BY p.created_at DESC, p.rowid DESC`,
  ).all();
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    fileName: row.file_name,
    message: row.message,
    isPseudonymised: row.is_pseudonymised === 1,
    sentBy: row.sender,
    createdAt: row.created_at,
    counts: (JSON.parse(row.content) as { counts: PackCounts }).counts,
    comments: row.comments,
    reviewers: JSON.parse(row.reviewers ?? '[]') as string[],
    lastCommentAt: row.last_at,
  }));
}

interface KnownComment {
  readonly updatedAt: string;
  readonly threadId: string;
  readonly isOurs: boolean;
}

/** Comments as the project has them, by id: what a file brings may be there already, and older or newer. */
export function knownComments(project: Project): ReadonlyMap<string, KnownComment> {
  const rows = statement<[], Omit<KnownComment, 'isOurs'> & { id: string; coderId: string | null }>(
    project.sqlite,
    'SELECT id, updated_at AS updatedAt, thread_id AS threadId, coder_id AS coderId FROM review_comment',
  ).all();
  return new Map(rows.map(({ id, coderId, ...rest }) => [id, { ...rest, isOurs: coderId !== null }]));
}

export function hasPack(project: Project, packId: string): boolean {
  return statement<[string]>(project.sqlite, 'SELECT 1 FROM review_pack WHERE id = ?').get(packId) !== undefined;
}

/** The pack whose copy this file is; null for a project of one's own. */
export function reviewCopyOf(project: Project): string | null {
  return statement<[], { id: string }>(project.sqlite, 'SELECT pack_id AS id FROM review_copy').get()?.id ?? null;
}

interface SentRow extends CommentRow {
  source_id: string | null;
  start_turn_id: string | null;
  start_utf16: number | null;
  end_turn_id: string | null;
  end_utf16: number | null;
}

function placeOfRow(row: SentRow): SentPlace {
  const place = { kind: row.target_kind, id: row.target_id, label: row.label, quote: row.quote };
  if (row.passage_id === null || row.source_id === null || row.start_turn_id === null || row.end_turn_id === null) return place;
  return {
    ...place,
    passageId: row.passage_id,
    sourceId: row.source_id,
    start: { turnId: row.start_turn_id, offsetUtf16: row.start_utf16 ?? 0 },
    end: { turnId: row.end_turn_id, offsetUtf16: row.end_utf16 ?? 0 },
  };
}

/** What reviewers wrote in this copy, as it travels back. */
export function commentsOfPack(project: Project, packId: string): SentComment[] {
  const rows = statement<[string], SentRow>(
    project.sqlite,
    `SELECT c.*, NULL AS resolver, p.source_id, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16
     FROM review_comment c LEFT JOIN passage p ON p.id = c.passage_id WHERE c.pack_id = ? AND c.coder_id IS NULL ${IN_ORDER}`,
  ).all(packId);
  return rows.map((row) => ({
    id: row.id,
    threadId: row.thread_id,
    place: placeOfRow(row),
    verdict: row.verdict,
    text: row.text,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}
