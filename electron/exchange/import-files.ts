// A batch of files read one after the other, so that the core stays able to answer, report progress and be stopped.
import type { IncomingSource } from '../commands/sources.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import { compareFiles, readDocument } from './read-documents.ts';

export interface FileToRead {
  readonly name: string;
  /** Reads the bytes when its turn comes. */
  readonly bytes: () => Promise<Uint8Array> | Uint8Array;
}

export interface ReadFile extends IncomingSource {
  readonly encoding: string | null;
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

async function readOne(file: FileToRead): Promise<ReadFile> {
  const document = await readDocument({ name: file.name, bytes: await file.bytes() });
  return { name: document.name, originalName: file.name, sha256: document.sha256, turns: document.recognised.turns, encoding: document.encoding };
}

/** Reads files in import order; a file that cannot be read is named with its reason, the others go on. Refuses as a whole only when cancelled. */
export async function readFiles(files: readonly FileToRead[], watch: BatchWatch = {}): Promise<ReadBatch> {
  const ordered = files.toSorted((a, b) => compareFiles(a.name, b.name));
  const read: ReadFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of ordered.entries()) {
    watch.onProgress?.(index, ordered.length, file.name);
    // lets a cancel, or another call, in between two files
    await new Promise((resolve) => setImmediate(resolve));
    if (watch.isCancelled?.()) throw new Refusal('job.cancelled');
    try {
      read.push(await readOne(file));
    } catch (error) {
      if (error instanceof Refusal) refused.push({ file: file.name, code: error.code, data: error.data });
      else if ((error as NodeJS.ErrnoException).code) refused.push({ file: file.name, code: 'source.unreadable', data: { file: file.name, ...systemReason(error) } });
      else throw error;
    }
  }
  watch.onProgress?.(ordered.length, ordered.length, '');
  return { read, refused };
}
