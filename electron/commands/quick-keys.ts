// Puts categories under the acting coder's keys 1 … 9.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { QuickDigit } from '../../shared/domain/quick-list.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface KeyRow {
  readonly id: string;
  readonly digit: number;
  readonly categoryId: string;
}

function keysOf({ project, coderId }: Session): KeyRow[] {
  return project.sqlite.prepare<[string], KeyRow>('SELECT id, digit, category_id AS categoryId FROM quick_key WHERE coder_id = ?').all(coderId);
}

/** A category has one key and a key one category: what was there goes. Null frees the key. */
export function setQuickKey(session: Session, input: { digit: QuickDigit; categoryId: CategoryId | null }): void {
  const { digit, categoryId } = input;
  const category = categoryId === null ? null : requireRow(session, 'category', categoryId, 'category.unknown');
  const keys = keysOf(session);
  const here = keys.find((key) => key.digit === digit);
  if (here?.categoryId === category?.id) return;
  const subject = { number: digit, ...(category ? { name: category.name } : {}) };
  runCommand(session, { name: 'quickKey.set', input, subject }, ({ writer, coderId }) => {
    for (const key of keys) if (key === here || key.categoryId === category?.id) writer.remove('quick_key', key.id);
    if (category) writer.insert('quick_key', { id: newId(), coderId, digit, categoryId: category.id });
  });
}
