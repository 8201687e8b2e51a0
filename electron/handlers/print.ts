// Answers the calls about what is printed.
import type { printContract } from '../../shared/contract/print.ts';
import type { PrintPiece } from '../../shared/domain/print.ts';
import { pieceTitle } from '../../shared/i18n/piece-sentence.ts';
import { removePrintSettings, savePrintSettings } from '../commands/print-settings.ts';
import type { Desk } from '../desk.ts';
import { AsidePrinter } from '../exchange/printing/print-aside.ts';
import { writePack, zipPack } from '../exchange/printing/print-pack.ts';
import type { PackWatch, PrintOne } from '../exchange/printing/print-pack.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listPrintSettings } from '../queries/print-settings.ts';
import { done, fileOut } from './reply.ts';

/** What progress is told under, and what is stopped by. */
const JOB = 'print';

export function printHandlers(desk: Desk): Pick<Handlers, keyof typeof printContract> {
  let previews = 0;
  const writer = new AsidePrinter();
  // of its own: pages are shown while files are written
  const shower = new AsidePrinter();
  desk.onClosing(() => {
    desk.cancel(JOB);
    writer.stop();
    shower.stop();
  });
  /** Agreement names its coders itself, whatever the filter of coders shows. */
  const place = ({ kind }: PrintPiece) => {
    const sight = desk.sight();
    const { path, key } = desk.whole();
    return { project: { path, key }, sight: kind === 'agreement' ? { ...sight, shown: null } : sight };
  };
  const printOne = ({ isCancelled }: Pick<PackWatch, 'isCancelled'>): PrintOne =>
    async function* aside(piece, style, formats, tell) {
      yield* await writer.print({ ...place(piece), piece, style, formats }, isCancelled, tell);
    };
  return {
    'print.make': async ({ piece, style, format }) => {
      const request = { ...place(piece), piece, style, formats: [format] };
      const [bytes] = await desk.watched(JOB, ({ isCancelled, onProgress }) =>
        writer.print(request, isCancelled, (lines, all) => onProgress(lines, all, '')),
      );
      return fileOut(pieceTitle(piece, style.language), format, bytes ?? new Uint8Array());
    },
    'print.preview': async ({ piece, style }) => {
      previews += 1;
      const asked = previews;
      const request = { ...place(piece), piece, style, formats: ['pdf'] } as const;
      // options that are chosen one after the other: only the last is drawn
      const [bytes] = await shower.print(request, () => asked !== previews);
      return fileOut(pieceTitle(piece, style.language), 'pdf', bytes ?? new Uint8Array());
    },
    'print.writePack': ({ pack, name, folder }) =>
      desk.watched(JOB, (watch) => writePack(desk.project(), pack, { name, folder }, watch, printOne(watch))),
    'print.zipPack': async ({ pack, name }) =>
      fileOut(name, 'zip', await desk.watched(JOB, (watch) => zipPack(desk.project(), pack, name, watch, printOne(watch)))),
    'printSettings.list': () => listPrintSettings(desk.project()),
    'printSettings.save': (input) => savePrintSettings(desk.session(), input),
    'printSettings.remove': (input) => done(removePrintSettings(desk.session(), input)),
  };
}
