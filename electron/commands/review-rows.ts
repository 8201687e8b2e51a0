// Keeps comments with what they are on: a place that becomes part of another takes them along, one that goes leaves them with its words.
// And what a copy that somebody reviews lets be written.
import { Refusal } from '../../shared/domain/failure.ts';
import type { ReviewTarget } from '../../shared/domain/review.ts';
import { reviewCopyOf } from '../queries/reviews.ts';
import { hasRow } from '../queries/entity-tables.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { Writing } from './passage-rows.ts';

/** What a reviewer does in a copy, and takes back; everything else is the student's. */
const REVIEWERS_ACTS: ReadonlySet<string> = new Set(['review.comment', 'review.edit', 'review.remove']);

/** Refuses (`review.copyOnly`) whatever is no comment in a copy opened in review mode. */
export function assertMayWrite(project: Project, command: string): void {
  if (!REVIEWERS_ACTS.has(command) && reviewCopyOf(project) !== null) throw new Refusal('review.copyOnly');
}

function idsOn({ project: { sqlite } }: Writing, kinds: readonly ReviewTarget[], targetId: string): string[] {
  const sql = `SELECT id FROM review_comment WHERE target_kind IN (SELECT value FROM json_each(?)) AND target_id = ? ORDER BY rowid`;
  return statement<[string, string], { id: string }>(sqlite, sql)
    .all(JSON.stringify(kinds), targetId)
    .map(({ id }) => id);
}

/** A thing becomes part of another: what was said of it is said of that one. */
export function moveComments(writing: Writing, kind: 'category' | 'coding' | 'passage', fromId: string, intoId: string): void {
  for (const id of idsOn(writing, [kind], fromId)) writing.writer.update('review_comment', id, { targetId: intoId });
  if (kind !== 'passage') return;
  const rows = statement<[string], { id: string }>(writing.project.sqlite, 'SELECT id FROM review_comment WHERE passage_id = ? ORDER BY rowid');
  for (const { id } of rows.all(fromId)) writing.writer.update('review_comment', id, { passageId: intoId });
}

/** What was said of crossings is said of the crossings as `moved` names them. `part` is in every key that moves. */
export function moveCommentsOnCells(writing: Writing, part: string, moved: (key: string) => string): void {
  const keys = writing.project.sqlite
    .prepare<[string], { key: string }>(
      "SELECT DISTINCT target_id AS key FROM review_comment WHERE target_kind IN ('cell', 'synthesis') AND instr(target_id, ?) > 0",
    )
    .all(part);
  for (const { key } of keys)
    for (const id of idsOn(writing, ['cell', 'synthesis'], key)) writing.writer.update('review_comment', id, { targetId: moved(key) });
}

/** After a command: comments on passages that it removed keep their words alone. Undo brings the passage and its comments together again. */
export function followRemovedPassages(writing: Writing): void {
  const gone = writing.writer.diffs.filter(
    ({ op, table, id }) => op === 'remove' && table === 'passage' && !hasRow(writing.project.sqlite, table, id),
  );
  if (gone.length === 0 || statement(writing.project.sqlite, 'SELECT 1 FROM review_comment LIMIT 1').get() === undefined) return;
  const rows = statement<[string], { id: string }>(writing.project.sqlite, 'SELECT id FROM review_comment WHERE passage_id = ? ORDER BY rowid');
  for (const { id } of gone) for (const comment of rows.all(id)) writing.writer.update('review_comment', comment.id, { passageId: null });
}
