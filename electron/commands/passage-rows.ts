// What keeps a passage, and how one that nothing names any more goes. Below run-command, which clears up with it after every command.
import { isPassageKept } from '../queries/kept-passages.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { Writer } from '../storage/writer.ts';
import { unlinkExamples } from './example-rows.ts';

export interface Writing {
  readonly project: Project;
  readonly writer: Writer;
}

/** A passage stands as long as a coding, a memo, a link or a comment names it, a link rests on it, or it is pinned to a cell. */
export function removePassageIfBare(writing: Writing, passageId: string): void {
  if (!isPassageKept(writing.project, passageId)) removePassage(writing, passageId);
}

/** Removes a passage that nothing names any more. */
export function removePassage(writing: Writing, passageId: string): void {
  for (const table of ['cell_stance', 'cell_quote'] as const) {
    const rows = statement<[string], { id: string }>(writing.project.sqlite, `SELECT id FROM ${table} WHERE passage_id = ? ORDER BY rowid`);
    for (const { id } of rows.all(passageId)) writing.writer.remove(table, id);
  }
  unlinkExamples(writing, passageId);
  writing.writer.remove('passage', passageId);
}
