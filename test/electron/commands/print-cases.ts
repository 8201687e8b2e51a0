// Acts on what is printed, kept by name.
import { removePrintSettings, savePrintSettings } from '../../../electron/commands/print-settings.ts';
import { listPrintSettings } from '../../../electron/queries/print-settings.ts';
import type { PrintSettingsId } from '../../../shared/domain/ids.ts';
import type { PrintPack } from '../../../shared/domain/print.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

export const AUDIT_PACK: PrintPack = {
  style: { language: 'fr', author: 'A. Martin', sourceLine: null, reference: { who: 'nobody' }, links: true },
  orders: [{ piece: { kind: 'audit' }, formats: ['docx', 'html'] }],
};

const kept = (s: Study): PrintSettingsId => listPrintSettings(s.project.project)[0]?.id as PrintSettingsId;
const withSettings = (s: Study): unknown => savePrintSettings(s.project.session, { settingsId: null, name: 'Annexes', pack: AUDIT_PACK });

export const PRINT_CASES: readonly Case[] = [
  ['printSettings.save', 'a printing is kept by name', withSettings],
  [
    'printSettings.save',
    'a kept printing is named and set otherwise',
    (s) =>
      savePrintSettings(s.project.session, {
        settingsId: kept(s),
        name: 'Annexe B',
        pack: { ...AUDIT_PACK, style: { ...AUDIT_PACK.style, author: null } },
      }),
    withSettings,
  ],
  ['printSettings.remove', 'a kept printing goes', (s) => removePrintSettings(s.project.session, { settingsId: kept(s) }), withSettings],
];
