// Files from strangers read in a worker thread, so that none can stop the program: one that takes too long or too much memory
// is refused by name, its worker is replaced, and the next file is read. Plain text of an ordinary size needs no such care.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type FailureCode, type FailureData, Refusal } from '../../../shared/domain/failure.ts';
import { extensionOf } from '../../../shared/domain/readable-formats.ts';
import { type ChosenPattern, type RecognisedText, recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import { type UnreadableReason, unreadable } from '../../../shared/domain/unreadable.ts';
import { type FileBytes, type ReadDocument, readDocument } from './read-documents.ts';
import type { Survey } from './read-survey.ts';

/** A document's text whose turns are to be found by another pattern. */
export interface TextToRecognise {
  readonly name: string;
  readonly text: string;
  readonly pattern: ChosenPattern;
  readonly unspokenLines: ReadonlySet<Utf16>;
}

/** What the worker is asked: one thing at a time. */
export type ReadRequest =
  | (FileBytes & { readonly kind: 'document' })
  | (FileBytes & { readonly kind: 'survey' })
  | (TextToRecognise & { readonly kind: 'recognise' });
type ReadResult = ReadDocument | Survey | RecognisedText;

/** What it answers. A fault is a bug, not the file's: it is thrown on. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string | undefined };

/** Reads files one after the other; `close` ends the worker, and the reader can be used again all the same. */
export interface SafeReader {
  /** Throws as `readDocument` does. */
  readDocument(file: FileBytes): Promise<ReadDocument>;
  /** Throws as `readSurvey` does. */
  readSurvey(file: FileBytes): Promise<Survey>;
  /** Refuses (`import.patternInvalid`) an expression that is none, or whose search does not come to an end. */
  recognise(document: TextToRecognise): Promise<RecognisedText>;
  close(): Promise<void>;
}

export interface ReaderLimits {
  readonly heapMb: number;
  /** Of the whole process, the buffers outside the heap included. */
  readonly processBytes: number;
  readonly milliseconds: number;
}

const MB = 1_000_000;
const LIMITS: ReaderLimits = { heapMb: 900, processBytes: 950 * MB, milliseconds: 9_500 };
/** What reading one file may add, however much the process holds already; a worker that added more is replaced. */
const LEAST_ROOM_BYTES = 350 * MB;
/** Honest large files get more time: so much for each megabyte beyond the first ones, an archive counted as what it holds. */
const MILLISECONDS_PER_MB = 1_000;
const MB_IN_TIME = 8;
const ARCHIVES = new Set(['.docx', '.odt', '.epub', '.xlsx', '.ods']);
const INFLATION = 10;
const WATCH_EVERY_MS = 50;
const PLAIN_TEXT = new Set(['.txt', '.text', '.md', '.markdown', '.srt', '.vtt']);
/** Reading it takes a tenth of a second at most. */
const MOST_PLAIN_BYTES = 2 * MB;

export function openSafeReader(limits: Partial<ReaderLimits> = {}): SafeReader {
  return new WorkerReader({ ...LIMITS, ...limits });
}

/** For a single file; a batch opens one reader for all. */
export async function readDocumentSafely(file: FileBytes): Promise<ReadDocument> {
  const reader = openSafeReader();
  try {
    return await reader.readDocument(file);
  } finally {
    await reader.close();
  }
}

/** The same for a survey's table. */
export async function readSurveySafely(file: FileBytes): Promise<Survey> {
  const reader = openSafeReader();
  try {
    return await reader.readSurvey(file);
  } finally {
    await reader.close();
  }
}

class WorkerReader implements SafeReader {
  readonly #limits: ReaderLimits;
  #worker: Worker | null = null;
  /** Files wait for the one before them. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
  }

  readDocument(file: FileBytes): Promise<ReadDocument> {
    if (PLAIN_TEXT.has(extensionOf(file.name)) && file.bytes.length <= MOST_PLAIN_BYTES) return readDocument(file);
    return this.#inTurn({ kind: 'document', ...file }) as Promise<ReadDocument>;
  }

  readSurvey(file: FileBytes): Promise<Survey> {
    return this.#inTurn({ kind: 'survey', ...file }) as Promise<Survey>;
  }

  recognise(document: TextToRecognise): Promise<RecognisedText> {
    const { text, pattern, unspokenLines } = document;
    if (pattern.kind !== 'custom' && text.length <= MOST_PLAIN_BYTES) return Promise.resolve(recogniseTurns(text, pattern, unspokenLines));
    return this.#inTurn({ kind: 'recognise', ...document }) as Promise<RecognisedText>;
  }

  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
    await this.#end();
  }

  #inTurn(request: ReadRequest): Promise<ReadResult> {
    const turn = this.#last.catch(() => undefined).then(() => this.#ask(request));
    this.#last = turn;
    return turn;
  }

  async #ask(request: ReadRequest): Promise<ReadResult> {
    const before = process.memoryUsage.rss();
    const answer = await answerTo(this.#worker ?? (await this.#start()), request, this.#limits);
    // A file that took much leaves much behind, which the next one would have to make do without.
    if (typeof answer === 'string' || process.memoryUsage.rss() - before > LEAST_ROOM_BYTES) await this.#end();
    if (typeof answer === 'string')
      throw request.kind === 'recognise' ? new Refusal('import.patternInvalid', { reason: 'tooSlow' }) : unreadable(request.name, answer);
    if (answer.kind === 'read') return answer.result;
    if (answer.kind === 'refused') throw new Refusal(answer.code, answer.data);
    throw Object.assign(new Error(answer.message), { stack: answer.stack });
  }

  /** Loading the worker is not held against the first file. */
  async #start(): Promise<Worker> {
    // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const worker = new Worker(new URL(`./reader-worker.${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
      // Packages grumble about files on the console; vitest's own options are not for the worker.
      stdout: true,
      stderr: true,
      execArgv: [],
    });
    await once(worker, 'message');
    // Its death is told by whoever waits for its answer; one that dies with nothing to read is only missed.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    // A worker with nothing to read does not keep the program from ending.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** The worker's answer, or why it gave none. */
function answerTo(worker: Worker, request: ReadRequest, limits: ReaderLimits): Promise<ReadAnswer | UnreadableReason> {
  const megabytes =
    ((request.kind === 'recognise' ? request.text : request.bytes).length / MB) * (ARCHIVES.has(extensionOf(request.name)) ? INFLATION : 1);
  const deadline = performance.now() + limits.milliseconds + MILLISECONDS_PER_MB * Math.max(0, megabytes - MB_IN_TIME);
  const mostBytes = Math.max(limits.processBytes, process.memoryUsage.rss() + LEAST_ROOM_BYTES);
  return new Promise((resolve) => {
    const settle = (answer: ReadAnswer | UnreadableReason): void => {
      clearInterval(watch);
      worker.off('message', settle).off('error', onError).off('exit', onExit).unref();
      resolve(answer);
    };
    const onError = (error: Error): void => settle('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'damaged');
    const onExit = (): void => settle('damaged');
    const watch = setInterval(() => {
      if (performance.now() > deadline) settle('tooSlow');
      else if (process.memoryUsage.rss() > mostBytes) settle('tooLarge');
    }, WATCH_EVERY_MS);
    worker.on('message', settle).on('error', onError).on('exit', onExit).ref();
    if (request.kind === 'recognise') return worker.postMessage(request);
    const bytes = Uint8Array.from(request.bytes);
    return worker.postMessage({ ...request, bytes }, [bytes.buffer]);
  });
}
