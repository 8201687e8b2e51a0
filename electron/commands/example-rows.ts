// The passages that categories show as examples: what becomes of the words when their passage moves or goes.
import type { PassageId } from '../../shared/domain/ids.ts';
import { exampleWords } from '../queries/example-passages.ts';
import type { Project } from '../storage/open-project.ts';
import type { Writer } from '../storage/writer.ts';

interface Writing {
  readonly project: Project;
  readonly writer: Writer;
}

function shownBy({ project }: Writing, passageId: string): string[] {
  return project.sqlite
    .prepare<[string], { id: string }>('SELECT id FROM category WHERE example_passage_id = ? ORDER BY rowid')
    .all(passageId)
    .map(({ id }) => id);
}

/** A passage is about to go: its words stay as text, with where they stood. */
export function unlinkExamples(writing: Writing, passageId: string): void {
  const categories = shownBy(writing, passageId);
  if (categories.length === 0) return;
  const { words, ref } = exampleWords(writing.project, passageId);
  for (const id of categories) writing.writer.update('category', id, { example: `${words} (${ref})`, examplePassageId: null });
}

/** A passage becomes part of another one: that one is the example from now on. */
export function moveExamples(writing: Writing, fromId: string, intoId: PassageId): void {
  for (const id of shownBy(writing, fromId)) writing.writer.update('category', id, { examplePassageId: intoId });
}
