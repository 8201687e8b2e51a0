// What interviews add to a category's meaning goes with the category and with the source; a merged category takes it over.
import { idsWhere, requireRow } from './rows.ts';
import type { CommandContext } from './run-command.ts';

export function removeMeaningsOf(context: CommandContext, column: 'category_id' | 'source_id', id: string): void {
  for (const mark of idsWhere(context, 'meaning_mark', column, id)) context.writer.remove('meaning_mark', mark);
}

/** Where both were judged in a source, what was said of the other one holds. */
export function moveMeanings(context: CommandContext, fromId: string, intoId: string): void {
  const twin = context.project.sqlite.prepare<[string, string], unknown>('SELECT 1 FROM meaning_mark WHERE category_id = ? AND source_id = ?');
  for (const id of idsWhere(context, 'meaning_mark', 'category_id', fromId)) {
    const { sourceId } = requireRow(context, 'meaning_mark', id, 'category.unknown');
    if (twin.get(intoId, sourceId)) context.writer.remove('meaning_mark', id);
    else context.writer.update('meaning_mark', id, { categoryId: intoId });
  }
}
