// A copy of a project has the same recordings beside it: the same bytes on the disk where it can, copies of them elsewhere.
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaFolder } from './media-files.ts';

/** What cannot be laid there is missing in the copy alone, and named by its check. */
export function giveMedia(from: string, to: string): void {
  const [source, target] = [mediaFolder(from), mediaFolder(to)];
  if (source === target || !existsSync(source)) return;
  try {
    mkdirSync(target, { recursive: true });
    for (const name of readdirSync(source)) {
      if (existsSync(join(target, name))) continue;
      try {
        linkSync(join(source, name), join(target, name));
      } catch {
        copyFileSync(join(source, name), join(target, name));
      }
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}
