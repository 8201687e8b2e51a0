// Recordings of a package, laid beside the project that is being made of it: piece by piece, each under its hash.
import { rmSync, rmdirSync } from 'node:fs';
import { extname } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import { isMediaName } from '../../../shared/domain/media-format.ts';
import { MediaIntake, mediaFolder, mediaPath } from '../../storage/media-files.ts';
import { peekProject } from '../../storage/open-project.ts';
import type { BroughtRecording } from './bring-in-state.ts';
import { LARGEST_RECORDING } from './package-reader.ts';
import type { PackageEntry, PackageReader } from './package-reader.ts';
import { partAt } from './package-parts.ts';
import { recordingName } from './source-files.ts';

/** Null for what no player plays. What is damaged is refused, and leaves nothing. */
async function takeIn(reader: PackageReader, entry: PackageEntry, projectPath: string, name: string): Promise<BroughtRecording | null> {
  if (!isMediaName(name)) return null;
  const intake = new MediaIntake(projectPath, name);
  try {
    for await (const piece of reader.stream(entry, LARGEST_RECORDING)) intake.add(piece);
    return { ...intake.keep(), originalName: name };
  } catch (error) {
    intake.discard();
    if (error instanceof Refusal && error.code === 'media.formatUnknown') return null;
    throw error;
  }
}

/** Called as the package calls the source; the ending says what it is. */
function fileName(name: string, path: string): string {
  const plain = name.trim() || 'media';
  return isMediaName(plain) ? plain : `${plain}${extname(path).toLowerCase()}`;
}

/** Those that the package holds, by their path in it. `remove`: takes them away again, where no project was made. */
export async function bringRecordings(
  reader: PackageReader,
  named: ReadonlyMap<string, string>,
  projectPath: string,
): Promise<{ brought: ReadonlyMap<string, BroughtRecording>; remove: () => void }> {
  const brought = new Map<string, BroughtRecording>();
  const remove = (): void => {
    for (const { sha256, originalName } of brought.values()) rmSync(mediaPath(projectPath, sha256, originalName), { force: true });
    try {
      rmdirSync(mediaFolder(projectPath));
    } catch {
      // it is not there, or others' recordings are in it
    }
  };
  try {
    for (const [path, name] of named) {
      const entry = partAt(reader, path);
      const recording = entry && (await takeIn(reader, entry, projectPath, fileName(name, entry.name)));
      if (recording) brought.set(path, recording);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { brought, remove };
}

/** Recordings of Trame's own project that came in its package; one that is not there, or is another file, stays missing. */
export async function restoreRecordings(reader: PackageReader, projectPath: string): Promise<void> {
  const sql = 'SELECT DISTINCT sha256, original_name AS originalName FROM media';
  const rows = peekProject(projectPath, ({ sqlite }) => sqlite.prepare<[], { sha256: string; originalName: string }>(sql).all());
  for (const { sha256, originalName } of rows) {
    const entry = reader.find(`sources/${recordingName(sha256, originalName)}`);
    const taken = entry && (await takeIn(reader, entry, projectPath, originalName));
    if (taken && taken.sha256 !== sha256) rmSync(mediaPath(projectPath, taken.sha256, originalName), { force: true });
  }
}
