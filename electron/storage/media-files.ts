// Where the recordings of a project lie: in a folder beside it that bears its name, each file named by its hash.
import { extname, join } from 'node:path';

/** `Thèse.trame` → `Thèse.trame.media` */
export function mediaFolder(projectPath: string): string {
  return `${projectPath}.media`;
}

/** The extension stays, so that the file opens in any player. */
export function mediaPath(projectPath: string, sha256: string, originalName: string): string {
  return join(mediaFolder(projectPath), `${sha256}${extname(originalName).toLowerCase()}`);
}
