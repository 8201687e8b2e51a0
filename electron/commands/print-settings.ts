// Keeps by name what is printed, and how.
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { PrintSettingsId } from '../../shared/domain/ids.ts';
import type { PrintPack } from '../../shared/domain/print.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface SettingsInput {
  /** Null keeps new ones. */
  readonly settingsId: PrintSettingsId | null;
  readonly name: string;
  readonly pack: PrintPack;
}

/** Refuses (`printSettings.nameTaken`) a name that others have. */
export function savePrintSettings(session: Session, input: SettingsInput): PrintSettingsId {
  const known = input.settingsId && requireRow(session, 'print_settings', input.settingsId, 'printSettings.unknown');
  const others = session.project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM print_settings').all();
  if (others.some(({ id, name }) => id !== input.settingsId && isSameName(name, input.name)))
    throw new Refusal('printSettings.nameTaken', { name: input.name });
  return runCommand(session, { name: 'printSettings.save', input, subject: { name: input.name } }, ({ writer, at }) => {
    const id = input.settingsId ?? newId<PrintSettingsId>();
    const row = { name: input.name, settings: JSON.stringify(input.pack), updatedAt: at };
    if (known) writer.update('print_settings', id, row);
    else writer.insert('print_settings', { id, ...row });
    return id;
  });
}

export function removePrintSettings(session: Session, input: { settingsId: PrintSettingsId }): void {
  const { id, name } = requireRow(session, 'print_settings', input.settingsId, 'printSettings.unknown');
  runCommand(session, { name: 'printSettings.remove', input, subject: { name } }, ({ writer }) => writer.remove('print_settings', id));
}
