// A batch of files read one after the other, so that the core stays able to answer, report progress and be stopped.
import type { IncomingSource } from '../commands/sources.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import { MOST_FILE_BYTES } from '../../shared/domain/readable-formats.ts';
import type { PositionMark, StyleRun } from '../../shared/domain/style-run.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { compareFiles } from './read-documents.ts';
import { openSafeReader } from './read-safely.ts';
import type { SafeReader } from './read-safely.ts';

export interface FileToRead {
  readonly name: string;
  /** In bytes, where it is known: too large a file is refused without being read. */
  readonly size?: number;
  /** Reads the bytes when its turn comes. */
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
}

export interface ReadFile extends IncomingSource {
  readonly encoding: string | null;
  /** Over whole-document offsets; see `ReadDocument`. */
  readonly styles: readonly StyleRun[];
  readonly positions: readonly PositionMark[];
  readonly pagesWithoutText: readonly number[];
  /** The earlier file of the batch that holds the same bytes; null for most. */
  readonly sameAs: string | null;
}

export interface RefusedFile {
  readonly file: string;
  readonly code: FailureCode;
  readonly data: FailureData;
}

export interface ReadBatch {
  readonly read: readonly ReadFile[];
  readonly refused: readonly RefusedFile[];
}

export interface BatchWatch {
  readonly onProgress?: (done: number, total: number, file: string) => void;
  readonly isCancelled?: () => boolean;
}

function systemReason(error: unknown): FailureData {
  return { reason: (error as NodeJS.ErrnoException).code ?? 'damaged' };
}

async function readOne(reader: SafeReader, file: FileToRead): Promise<Omit<ReadFile, 'sameAs'>> {
  if (file.size !== undefined && file.size > MOST_FILE_BYTES) throw unreadable(file.name, 'tooLarge');
  const {
    text: _text,
    unspokenLines: _lines,
    turnsAreStated: _stated,
    recognised,
    ...document
  } = await reader.readDocument({
    name: file.name,
    bytes: await file.bytes(),
  });
  return { ...document, turns: recognised.turns };
}

/** Reads files in import order; a file that cannot be read is named with its reason, the others go on. Refuses as a whole only when cancelled. */
export async function readFiles(files: readonly FileToRead[], watch: BatchWatch = {}): Promise<ReadBatch> {
  const reader = openSafeReader();
  try {
    return await readInOrder(reader, files, watch);
  } finally {
    await reader.close();
  }
}

async function readInOrder(reader: SafeReader, files: readonly FileToRead[], watch: BatchWatch): Promise<ReadBatch> {
  const ordered = files.toSorted((a, b) => compareFiles(a.name, b.name));
  const read: ReadFile[] = [];
  const refused: RefusedFile[] = [];
  const firstWith = new Map<string, string>();
  for (const [index, file] of ordered.entries()) {
    watch.onProgress?.(index, ordered.length, file.name);
    // lets a cancel, or another call, in between two files
    await new Promise((resolve) => setImmediate(resolve));
    if (watch.isCancelled?.()) throw new Refusal('job.cancelled');
    try {
      const document = await readOne(reader, file);
      read.push({ ...document, sameAs: firstWith.get(document.sha256) ?? null });
      if (!firstWith.has(document.sha256)) firstWith.set(document.sha256, file.name);
    } catch (error) {
      if (error instanceof Refusal) refused.push({ file: file.name, code: error.code, data: error.data });
      else if ((error as NodeJS.ErrnoException).code)
        refused.push({ file: file.name, code: 'source.unreadable', data: { file: file.name, ...systemReason(error) } });
      else throw error;
    }
  }
  watch.onProgress?.(ordered.length, ordered.length, '');
  return { read, refused };
}
