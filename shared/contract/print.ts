// Calls about what is printed: one piece, its pages before they are written, a whole pack into a folder.
import { z } from 'zod';
import { printSettingsId } from '../domain/ids.ts';
import type { PrintSettingsId } from '../domain/ids.ts';
import { PRINT_FORMATS, printPack, printPiece, printStyle } from '../domain/print.ts';
import type { PrintSettings } from '../domain/print.ts';
import { returns } from './endpoint.ts';
import { nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

/** What a pack wrote: file names relative to its folder, the index first. */
export interface WrittenPack {
  readonly folder: string;
  readonly files: readonly string[];
}

export const printContract = {
  'print.make': returns<FileOut>().from(z.object({ piece: printPiece, style: printStyle, format: z.enum(PRINT_FORMATS) })),
  /** The pages as a pdf: what the dialog shows before anything is written. */
  'print.preview': returns<FileOut>().from(z.object({ piece: printPiece, style: printStyle })),
  /** Writes all of it with an index into a new folder inside `folder`; progress and cancelling under the job `print`; what was written until then goes. */
  'print.writePack': returns<WrittenPack>().from(z.object({ pack: printPack, name: title, folder: z.string().min(1).max(4000) })),
  /** The same as one zip, for a browser. */
  'print.zipPack': returns<FileOut>().from(z.object({ pack: printPack, name: title })),
  'printSettings.list': returns<PrintSettings[]>().from(nothing),
  /** `settingsId` null keeps new ones. */
  'printSettings.save': returns<PrintSettingsId>().from(z.object({ settingsId: printSettingsId.nullable(), name: title, pack: printPack })),
  'printSettings.remove': returns<null>().from(z.object({ settingsId: printSettingsId })),
};
