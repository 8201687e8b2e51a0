// What an interview adds to a category's meaning, as its reader judges it.
import type { CategoryId, SourceId } from '../../shared/domain/ids.ts';
import type { MeaningLevel } from '../../shared/domain/saturation.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface MeaningInput {
  readonly categoryId: CategoryId;
  readonly sourceId: SourceId;
  /** Null takes the judgement back. */
  readonly level: MeaningLevel | null;
  readonly note: string;
}

export function markMeaning(session: Session, input: MeaningInput): void {
  const { categoryId, sourceId, level, note } = input;
  const category = requireRow(session, 'category', categoryId, 'category.unknown');
  const source = requireRow(session, 'source', sourceId, 'source.unknown');
  const known = session.project.sqlite
    .prepare<[string, string], string>('SELECT id FROM meaning_mark WHERE category_id = ? AND source_id = ?')
    .pluck()
    .get(categoryId, sourceId) as unknown as string | undefined;
  if (level === null && known === undefined) return;
  runCommand(session, { name: 'meaning.mark', input, subject: { name: source.name, into: category.name } }, ({ writer, coderId, at }) => {
    const row = { level: level ?? 'nothing', note, coderId, updatedAt: at };
    if (known === undefined) writer.insert('meaning_mark', { id: newId(), categoryId, sourceId, ...row });
    else if (level === null) writer.remove('meaning_mark', known);
    else writer.update('meaning_mark', known, row);
  });
}
