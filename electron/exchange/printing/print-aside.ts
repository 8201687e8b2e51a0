// Pieces printed beside the core, in a thread that reads the project through a connection of its own: the window is answered meanwhile, a
// piece that takes long can be stopped at once, and one that takes all memory costs itself only.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../../shared/domain/failure.ts';
import type { Sight } from '../../../shared/domain/sight.ts';
import type { PrintFormat, PrintPiece, PrintStyle } from '../../../shared/domain/print.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import { tellNobody } from './formats/progress.ts';
import type { Tell } from './formats/progress.ts';

export interface PrintRequest {
  readonly project: ProjectPlace;
  /** Whose eyes it is printed for; all of it where nobody is named. */
  readonly sight?: Sight;
  readonly piece: PrintPiece;
  readonly style: PrintStyle;
  readonly formats: readonly PrintFormat[];
}

/** How far it is, in lines of all formats together; a file per format in their order, then the end; or one failure. */
export type PrintAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

export interface PrintLimits {
  readonly heapMb: number;
}

const LIMITS: PrintLimits = { heapMb: 1_200 };
const WATCH_EVERY_MS = 50;
/** Loading what prints takes longer than most pieces: the thread stays for the next one. */
const KEPT_MS = 60_000;

/** Prints one piece after the other. */
export class AsidePrinter {
  readonly #limits: PrintLimits;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #keeping: NodeJS.Timeout | null = null;
  /** Counted up by `stop`: what was asked for before it is not printed any more. */
  #stops = 0;

  constructor(limits: PrintLimits = LIMITS) {
    this.#limits = limits;
  }

  /** The files in the order of the formats. Refuses what the piece refuses, `print.tooLarge`, and `job.cancelled` when it was stopped. */
  print(request: PrintRequest, isCancelled: () => boolean = () => false, tell: Tell = tellNobody): Promise<Uint8Array[]> {
    const stops = this.#stops;
    const isStopped = (): boolean => this.#stops > stops || isCancelled();
    const printed = this.#last.then(() => {
      if (isStopped()) throw new Refusal('job.cancelled');
      return this.#printNow(request, isStopped, tell);
    });
    this.#last = printed.catch(() => undefined);
    return printed;
  }

  /** Ends what is being printed, and lets go of the project. */
  stop(): void {
    this.#stops += 1;
    this.#end();
  }

  async #printNow(request: PrintRequest, isStopped: () => boolean, tell: Tell): Promise<Uint8Array[]> {
    if (this.#keeping) clearTimeout(this.#keeping);
    const worker = (this.#worker ??= startWorker(this.#limits));
    try {
      return await filesFrom(worker, request, isStopped, tell);
    } catch (error) {
      // a thread that refused is as good as before; one that was stopped, or died, is not
      if (!(error instanceof Refusal) || error.code === 'job.cancelled' || error.code === 'print.tooLarge') this.#end();
      throw error;
    } finally {
      worker.unref();
      this.#keeping = setTimeout(() => this.#end(), KEPT_MS).unref();
    }
  }

  #end(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

function startWorker({ heapMb }: PrintLimits): Worker {
  // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const resourceLimits = { maxOldGenerationSizeMb: heapMb };
  const worker = new Worker(new URL(`./print-worker.${extension}`, import.meta.url), { resourceLimits, execArgv: [] });
  // its death is told by whoever waits for its answer
  worker.on('error', () => undefined);
  return worker;
}

/** What the worker answers until it is done. */
function filesFrom(worker: Worker, request: PrintRequest, isStopped: () => boolean, tell: Tell): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const files: Uint8Array[] = [];
    const settle = (end: () => void): void => {
      clearInterval(watch);
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      end();
    };
    const fail = (error: Error): void => settle(() => reject(error));
    const onAnswer = (answer: PrintAnswer): void => {
      if (answer.kind === 'progress') tell(answer.done, answer.total);
      else if (answer.kind === 'file') files.push(answer.bytes);
      else if (answer.kind === 'done') settle(() => resolve(files));
      else fail(answer.kind === 'refused' ? new Refusal(answer.code, answer.data) : new Error(answer.message));
    };
    const onError = (error: Error & { code?: string }): void =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('print.tooLarge') : error);
    const onExit = (): void => fail(new Refusal('job.cancelled'));
    const watch = setInterval(() => {
      if (isStopped()) fail(new Refusal('job.cancelled'));
    }, WATCH_EVERY_MS);
    worker.on('message', onAnswer).on('error', onError).on('exit', onExit).ref();
    worker.postMessage(request);
  });
}
