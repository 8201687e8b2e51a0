// A project of another program for merging: it becomes a project of this program's in a folder of its own, which goes when it is no longer looked at.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Language } from '../../../shared/domain/project.ts';
import type { RefiRead } from '../../../shared/domain/refi.ts';
import { newProjectFromElsewhere } from './open-elsewhere.ts';

/** By its name: what is inside is told when it is read. */
export function isOfAnotherProgram(path: string): boolean {
  return /\.(?:qdpx|qda|rqda|sqlite3?)[\\/]?$/i.test(path);
}

export interface BroughtCopy {
  /** Called as the file that it was made of, so that whoever is told of it knows it again. */
  readonly path: string;
  readonly read: RefiRead;
  readonly close: () => void;
}

/** Refuses as making a new project of it would; nothing is left behind then. `withMemo`: what came and how is written in the copy, and comes along. */
export async function broughtCopy(
  from: string,
  { language, origin, withMemo }: { readonly language: Language; readonly origin: string; readonly withMemo: boolean },
): Promise<BroughtCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'trame-brought-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, basename(from));
  try {
    const read = await newProjectFromElsewhere(from, path, { language, origin, withMemo });
    return { path, read, close };
  } catch (error) {
    close();
    throw error;
  }
}
