// The project's XML beside the work, on the disk: it is read once to know what there is, and once more to bring the sources in, and is never whole in memory.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ItemReader } from './read-items.ts';
import { sourcesIn } from './read-project.ts';
import type { ReadSource } from './read-project.ts';
import { readXmlSteps } from './xml-stream.ts';

const PIECE_BYTES = 262_144;

export class KeptXml {
  readonly #folder = mkdtempSync(join(tmpdir(), 'trame-refi-'));
  readonly #file = openSync(join(this.#folder, 'project.qde'), 'wx+');
  #bytes = 0;

  add(piece: Uint8Array): void {
    for (let done = 0; done < piece.length; ) done += writeSync(this.#file, piece, done, piece.length - done, this.#bytes + done);
    this.#bytes += piece.length;
  }

  /** Every source of it, as often as it is asked for. */
  *sources(name: string): Generator<ReadSource> {
    let found: ReadSource[] = [];
    const reader = new ItemReader((list, item) => {
      if (list === 'sources') found.push(...sourcesIn(item));
    });
    for (const _ of readXmlSteps(this.#pieces(), name, [reader])) {
      yield* found;
      found = [];
    }
  }

  *#pieces(): Generator<Uint8Array> {
    const piece = new Uint8Array(PIECE_BYTES);
    for (let at = 0; at < this.#bytes; ) {
      const read = readSync(this.#file, piece, 0, Math.min(PIECE_BYTES, this.#bytes - at), at);
      if (read === 0) return;
      yield piece.subarray(0, read);
      at += read;
    }
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
