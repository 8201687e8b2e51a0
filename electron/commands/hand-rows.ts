// What follows a category that goes or becomes another: the keys it was put under, the place it has on the board. And the paraphrase that is
// being typed.
import type { CategoryId } from '../../shared/domain/ids.ts';
import { latestEntry } from '../storage/change-log.ts';
import { idsWhere, requireRow } from './rows.ts';
import type { CommandContext, Session } from './run-command.ts';

/** Before the category's row goes. */
export function removeAtHand(context: CommandContext, categoryId: string): void {
  for (const id of idsWhere(context, 'quick_key', 'category_id', categoryId)) context.writer.remove('quick_key', id);
  for (const id of idsWhere(context, 'board_place', 'category_id', categoryId)) context.writer.remove('board_place', id);
}

/** A key leads to the category that took the other one in, unless its coder has that one under a key already; so does a place. */
export function moveAtHand(context: CommandContext, fromId: string, intoId: CategoryId): void {
  const isAtHand = context.project.sqlite.prepare<[string, string], unknown>('SELECT 1 FROM quick_key WHERE coder_id = ? AND category_id = ?');
  for (const id of idsWhere(context, 'quick_key', 'category_id', fromId)) {
    const { coderId } = requireRow(context, 'quick_key', id, 'category.unknown');
    if (isAtHand.get(coderId, intoId)) context.writer.remove('quick_key', id);
    else context.writer.update('quick_key', id, { categoryId: intoId });
  }
  const isLaid = idsWhere(context, 'board_place', 'category_id', intoId).length > 0;
  for (const id of idsWhere(context, 'board_place', 'category_id', fromId)) {
    if (isLaid) context.writer.remove('board_place', id);
    else context.writer.update('board_place', id, { categoryId: intoId });
  }
}

/** Typing that goes on after so long is another act. */
const BURST_MS = 3 * 60_000;

/** The last entry, where it is this passage's paraphrase being typed a moment ago: what is typed on goes into it. */
export function paraphraseUnderWay({ project }: Session, passageId: string): string | undefined {
  const last = latestEntry(project.sqlite);
  if (last?.command !== 'passage.paraphrase' || Date.now() - Date.parse(last.at) > BURST_MS) return undefined;
  return (last.input as { passageId?: unknown }).passageId === passageId ? last.id : undefined;
}
