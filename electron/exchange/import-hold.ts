// What an import holds between the reading of its files and their writing: in memory while it is little, in a folder of its own
// beyond, so that a thousand interviews take no more room than a few.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOST_BYTES_IN_MEMORY = 64_000_000;

export class ImportHold {
  readonly #inMemory = new Map<string, Uint8Array>();
  readonly #mostBytes: number;
  #bytes = 0;
  #folder: string | null = null;

  constructor(mostBytesInMemory = MOST_BYTES_IN_MEMORY) {
    this.#mostBytes = mostBytesInMemory;
  }

  /** `key` is a file name too. What was kept under it before is replaced. */
  keep(key: string, content: Uint8Array): void {
    this.#bytes -= this.#inMemory.get(key)?.length ?? 0;
    this.#inMemory.delete(key);
    if (this.#bytes + content.length <= this.#mostBytes) {
      this.#inMemory.set(key, content);
      this.#bytes += content.length;
    } else writeFileSync(this.#pathOf(key), content);
  }

  /** Throws for a key that nothing was kept under. */
  read(key: string): Uint8Array {
    return this.#inMemory.get(key) ?? readFileSync(this.#pathOf(key));
  }

  /** Forgets everything; the folder goes. */
  close(): void {
    this.#inMemory.clear();
    this.#bytes = 0;
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  #pathOf(key: string): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'trame-import-'));
    return join(this.#folder, key);
  }
}
