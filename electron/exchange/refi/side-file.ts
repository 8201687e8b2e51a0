// Trame's own project inside a package: what brings back everything the exchange format has no place for, as long as no other program changed the rest.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LARGEST_RECORDING } from './package-reader.ts';
import type { PackageEntry, PackageReader } from './package-reader.ts';

export const SIDE_PROJECT = 'project.trame';
export const SIDE_INDEX = 'trame.json';

const index = z.object({
  format: z.literal('trame-refi'),
  version: z.literal(1),
  /** SHA-256 of the project's XML, of each file in `sources/`, of Trame's own file. */
  project: z.string(),
  parts: z.record(z.string(), z.string()),
  study: z.string(),
});
export type SideIndex = z.infer<typeof index>;

/** Null where there is none, or one that this program cannot read. */
export function sideIndex(reader: PackageReader): SideIndex | null {
  const entry = reader.find(SIDE_INDEX);
  if (!entry || !reader.find(SIDE_PROJECT)) return null;
  try {
    return index.parse(JSON.parse(Buffer.from(reader.read(entry)).toString()));
  } catch {
    return null;
  }
}

/** True while the package says what it said when Trame wrote it. */
export async function isUntouched(reader: PackageReader, { project, parts }: SideIndex, projectHash: string): Promise<boolean> {
  if (project !== projectHash) return false;
  const files = reader.entries.filter(({ name }) => /^sources\/./i.test(name));
  if (files.length !== Object.keys(parts).length) return false;
  for (const entry of files) if ((await hashOf(reader, entry)) !== parts[entry.name.slice('sources/'.length)]) return false;
  return true;
}

const SMALL_BYTES = 1_000_000;

async function hashOf(reader: PackageReader, entry: PackageEntry): Promise<string> {
  const hash = createHash('sha256');
  if (entry.bytes <= SMALL_BYTES) hash.update(reader.read(entry));
  else for await (const piece of reader.stream(entry, LARGEST_RECORDING)) hash.update(piece);
  return hash.digest('hex');
}
