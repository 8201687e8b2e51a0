// What coders decided about proposals goes with its category and with its source; and how its words are known.
import { wordsHash } from '../storage/words-hash.ts';
import { idsWhere, requireRow } from './rows.ts';
import type { CommandContext } from './run-command.ts';

export const hashOfWords = wordsHash;

export function removeDecisionsOnCategory(context: CommandContext, categoryId: string): void {
  for (const id of idsWhere(context, 'suggestion_decision', 'category_id', categoryId)) context.writer.remove('suggestion_decision', id);
}

export function removeDecisionsInSource(context: CommandContext, sourceId: string): void {
  for (const id of idsWhere(context, 'suggestion_decision', 'source_id', sourceId)) context.writer.remove('suggestion_decision', id);
}

/** A category becomes part of another one: where the same words were decided about for both, what was said for the other one holds. */
export function moveDecisions(context: CommandContext, fromId: string, intoId: string): void {
  const twin = context.project.sqlite.prepare<[string, string, string, string], unknown>(
    'SELECT 1 FROM suggestion_decision WHERE category_id = ? AND source_id = ? AND words_hash = ? AND coder_id = ?',
  );
  for (const id of idsWhere(context, 'suggestion_decision', 'category_id', fromId)) {
    const { sourceId, wordsHash: hash, coderId } = requireRow(context, 'suggestion_decision', id, 'category.unknown');
    if (twin.get(intoId, sourceId, hash, coderId)) context.writer.remove('suggestion_decision', id);
    else context.writer.update('suggestion_decision', id, { categoryId: intoId });
  }
}
