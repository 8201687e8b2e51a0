// What is done by chance to printings kept by name.
import { removePrintSettings, savePrintSettings } from '../../../electron/commands/print-settings.ts';
import type { PrintSettingsId } from '../../../shared/domain/ids.ts';
import type { Act } from './desk.ts';

export const PRINT_ACTS = {
  'printSettings.save': (d) =>
    savePrintSettings(d.session, {
      settingsId: d.maybe(d.any<PrintSettingsId>('print_settings')),
      name: d.name,
      pack: {
        style: { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: d.luck.below(2) === 0 },
        orders: [{ piece: { kind: 'audit' }, formats: ['docx'] }],
      },
    }),
  'printSettings.remove': (d) => removePrintSettings(d.session, { settingsId: d.any<PrintSettingsId>('print_settings') }),
} satisfies Record<string, Act>;
