// Files that lie in the project beside its content (what sources were read from, pictures in texts) on the team's shelf: the log only names them.
import { createHmac } from 'node:crypto';
import { keepImage, readImage } from '../storage/images.ts';
import type { Project } from '../storage/open-project.ts';
import { keepOriginal, readOriginal } from '../storage/originals.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import type { TeamLine } from './line.ts';
import { openBytes, sealBytes } from './message.ts';
import type { Header, Opening, TeamKeys } from './message.ts';

interface Shelved {
  /** Null for what a source was read from. */
  readonly mime: string | null;
  readonly base64: string;
}

/** The hashes of files that these entries name. */
function filesIn(entries: readonly SharedEntry[]): Set<string> {
  const found = new Set<string>();
  for (const diff of entries.flatMap(({ diffs }) => diffs)) {
    if (diff.op === 'remove' || !['source', 'memo', 'cell'].includes(diff.table)) continue;
    const { original_sha256: original, document } = diff.after;
    if (typeof original === 'string' && original !== '') found.add(original);
    if (typeof document === 'string') for (const [, sha256 = ''] of document.matchAll(/"sha256":"([0-9a-f]{64})"/gu)) found.add(sha256);
  }
  return found;
}

export class SharedFiles {
  readonly #project: Project;
  readonly #line: TeamLine;
  readonly #there = new Set<string>();

  constructor(project: Project, line: TeamLine) {
    this.#project = project;
    this.#line = line;
  }

  /** What a file is called on the shelf says nothing of it to who has not the key. */
  #nameOf(sha256: string, keys: TeamKeys, epoch: number): string {
    return `file-${createHmac('sha256', keys.get(epoch) ?? '')
      .update(sha256)
      .digest('hex')}`;
  }

  #read(sha256: string): Shelved | null {
    const image = readImage(this.#project.sqlite, sha256);
    const bytes = image?.bytes ?? readOriginal(this.#project.sqlite, sha256);
    return bytes ? { mime: image?.mime ?? null, base64: Buffer.from(bytes).toString('base64') } : null;
  }

  /** Lays the files there before the entries that name them are sent. */
  async shelve(entries: readonly SharedEntry[], { stream, keys }: Opening, header: Omit<Header, 'form'>): Promise<void> {
    for (const sha256 of filesIn(entries)) {
      const name = this.#nameOf(sha256, keys, header.epoch);
      const file = this.#there.has(name) ? null : this.#read(sha256);
      if (!file) continue;
      await this.#line.put(name, sealBytes(`${stream} ${name}`, header, keys, Buffer.from(JSON.stringify(file))));
      this.#there.add(name);
    }
  }

  /** Fetches the files that entries, sent under the key of this epoch, name and this copy has not; one that nobody laid there is missing, as it is where it was made. */
  async fetch(entries: readonly SharedEntry[], { stream, keys, step }: Opening, epoch: number): Promise<void> {
    const { sqlite } = this.#project;
    for (const sha256 of filesIn(entries)) {
      if (this.#read(sha256)) continue;
      const name = this.#nameOf(sha256, keys, epoch);
      const bytes = await this.#line.get(name);
      if (!bytes) continue;
      const { mime, base64 } = JSON.parse(openBytes(`${stream} ${name}`, keys, step, { bytes, sequence: 0 }).plain.toString('utf8')) as Shelved;
      if (mime === null) keepOriginal(sqlite, sha256, Buffer.from(base64, 'base64'));
      else keepImage(sqlite, { mime, bytes: Buffer.from(base64, 'base64') });
    }
  }
}
