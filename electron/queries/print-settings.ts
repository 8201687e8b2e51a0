// Printings kept by name, read back as they are understood today.
import type { PrintSettingsId } from '../../shared/domain/ids.ts';
import { printPack } from '../../shared/domain/print.ts';
import type { PrintSettings } from '../../shared/domain/print.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

interface KeptSettings {
  readonly id: string;
  readonly name: string;
  readonly settings: string;
  readonly updatedAt: string;
}

/** By name. One that this version does not understand is left out: nothing can be printed by it. */
export function listPrintSettings({ sqlite }: Project): PrintSettings[] {
  return statement<[], KeptSettings>(sqlite, 'SELECT id, name, settings, updated_at AS updatedAt FROM print_settings ORDER BY name, rowid')
    .all()
    .flatMap(({ id, name, settings, updatedAt }) => {
      const pack = printPack.safeParse(JSON.parse(settings));
      return pack.success ? [{ id: id as PrintSettingsId, name, pack: pack.data, updatedAt }] : [];
    });
}
