// Answers the calls about what is printed.
import type { printContract } from '../../shared/contract/print.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { pieceTitle } from '../../shared/i18n/piece-sentence.ts';
import { removePrintSettings, savePrintSettings } from '../commands/print-settings.ts';
import type { Desk } from '../desk.ts';
import { writePack, zipPack } from '../exchange/printing/print-pack.ts';
import { printPieceAs } from '../exchange/printing/print-piece.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listPrintSettings } from '../queries/print-settings.ts';
import { done, fileOut } from './reply.ts';

/** What progress is told under, and what is stopped by. */
const JOB = 'print';

export function printHandlers(desk: Desk): Pick<Handlers, keyof typeof printContract> {
  let previews = 0;
  desk.onClosing(() => desk.cancel(JOB));
  return {
    'print.make': async ({ piece, style, format }) =>
      fileOut(pieceTitle(piece, style.language), format, await printPieceAs(desk.project(), piece, style, format)),
    'print.preview': async ({ piece, style }) => {
      previews += 1;
      const asked = previews;
      // options that are chosen quickly one after the other: only the last is drawn
      await new Promise((resolve) => setImmediate(resolve));
      if (asked !== previews) throw new Refusal('job.cancelled');
      return fileOut(pieceTitle(piece, style.language), 'pdf', await printPieceAs(desk.project(), piece, style, 'pdf'));
    },
    'print.writePack': ({ pack, name, folder }) => desk.watched(JOB, (watch) => writePack(desk.project(), pack, { name, folder }, watch)),
    'print.zipPack': async ({ pack, name }) => fileOut(name, 'zip', await desk.watched(JOB, (watch) => zipPack(desk.project(), pack, name, watch))),
    'printSettings.list': () => listPrintSettings(desk.project()),
    'printSettings.save': (input) => savePrintSettings(desk.session(), input),
    'printSettings.remove': (input) => done(removePrintSettings(desk.session(), input)),
  };
}
