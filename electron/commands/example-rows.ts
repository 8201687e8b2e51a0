// The passages that categories show as examples: what becomes of the words when their passage moves or goes.
import type { PassageId } from '../../shared/domain/ids.ts';
import { exampleWords } from '../queries/example-passages.ts';
import type { CommandContext } from './run-command.ts';

function shownBy({ project }: CommandContext, passageId: string): string[] {
  return project.sqlite
    .prepare<[string], { id: string }>('SELECT id FROM category WHERE example_passage_id = ? ORDER BY rowid')
    .all(passageId)
    .map(({ id }) => id);
}

/** A passage is about to go: its words stay as text, with where they stood. */
export function unlinkExamples(context: CommandContext, passageId: string): void {
  const categories = shownBy(context, passageId);
  if (categories.length === 0) return;
  const { words, ref } = exampleWords(context.project, passageId);
  for (const id of categories) context.writer.update('category', id, { example: `${words} (${ref})`, examplePassageId: null });
}

/** A passage becomes part of another one: that one is the example from now on. */
export function moveExamples(context: CommandContext, fromId: string, intoId: PassageId): void {
  for (const id of shownBy(context, fromId)) context.writer.update('category', id, { examplePassageId: intoId });
}
