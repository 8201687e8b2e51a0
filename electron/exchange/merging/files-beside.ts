// What merged rows need besides the rows: the files that sources were read from, pictures in memos, recordings beside the project.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { keepFile } from '../../commands/rows.ts';
import { keepPicture } from '../../commands/memo-rows.ts';
import type { Session } from '../../commands/run-command.ts';
import { mediaFolder, mediaPath } from '../../storage/media-files.ts';
import type { Project } from '../../storage/open-project.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import { peekProject } from '../../storage/open-project.ts';
import type { RowDiff } from '../../storage/writer.ts';

function originalsNamed(diffs: readonly RowDiff[]): Set<string> {
  return new Set(diffs.flatMap((diff) => (diff.table === 'source' && diff.op === 'insert' ? [String(diff.after.original_sha256)] : [])));
}

function picturesNamed(diffs: readonly RowDiff[]): Set<string> {
  const documents = diffs.flatMap((diff) => (diff.op !== 'remove' && typeof diff.after.document === 'string' ? [diff.after.document] : []));
  return new Set(documents.flatMap((document) => [...document.matchAll(/"sha256":"([0-9a-f]{64})"/gu)].map(([, sha256 = '']) => sha256)));
}

/** No content, which undo would take back: laid down before the rows that name it. */
export function bringFilesBeside(session: Session, other: { readonly path: string; readonly chosen: ProjectPlace }, diffs: readonly RowDiff[]): void {
  const originals = originalsNamed(diffs);
  const pictures = picturesNamed(diffs);
  if (originals.size + pictures.size > 0) peekProject(other.path, (theirs) => bringRows(session, theirs, originals, pictures), other.chosen.key);
  for (const diff of diffs) if (diff.table === 'media' && diff.op !== 'remove') bringRecording(session, other.chosen.path, diff);
}

function bringRows(session: Session, { sqlite }: Project, originals: ReadonlySet<string>, pictures: ReadonlySet<string>): void {
  const original = sqlite.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM original WHERE sha256 = ?');
  for (const sha256 of originals) {
    const found = original.get(sha256);
    if (found) keepFile(session, sha256, found.bytes);
  }
  const image = sqlite.prepare<[string], { mime: string; bytes: Buffer }>('SELECT mime, bytes FROM image WHERE sha256 = ?');
  for (const sha256 of pictures) {
    const found = image.get(sha256);
    if (found) keepPicture(session, found);
  }
}

function bringRecording({ project }: Session, chosen: string, diff: Exclude<RowDiff, { op: 'remove' }>): void {
  const { sha256, original_name: name } = diff.after;
  if (typeof sha256 !== 'string' || typeof name !== 'string') return;
  const [from, into] = [mediaPath(chosen, sha256, name), mediaPath(project.path, sha256, name)];
  if (!existsSync(from) || existsSync(into)) return;
  mkdirSync(mediaFolder(project.path), { recursive: true });
  copyFileSync(from, into);
}
