// The model in a folder that the user chose, run beside the core in a thread of its own: the window is answered meanwhile, and a model that
// takes all memory costs itself only. What it makes of a text stays in memory: nothing that was said in an interview is kept elsewhere.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../../shared/domain/failure.ts';
import type { Embedder } from '../../../shared/words/embedder.ts';
import { lookIntoModelFolder } from './model-folder.ts';
import type { ModelFolder } from './model-folder.ts';

export type EmbeddingRequest =
  | { readonly kind: 'open'; readonly folder: ModelFolder }
  | { readonly kind: 'texts'; readonly texts: readonly string[] };

export type EmbeddingAnswer =
  | { readonly kind: 'opened'; readonly size: number }
  | { readonly kind: 'points'; readonly points: readonly Float32Array[] }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

/** Loading a model takes seconds: it stays for the next question. */
const KEPT_MS = 300_000;
const WATCH_EVERY_MS = 50;

/** The thread: one question after the other. */
class ModelThread {
  readonly #worker: Worker;
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();
  isOver = false;

  constructor({ modelPath }: ModelFolder) {
    // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    this.#worker = new Worker(new URL(`./embedding-worker.${extension}`, import.meta.url), { stdout: true, stderr: true, execArgv: [] });
    this.#path = modelPath;
    // its death is told by whoever waits for its answer
    this.#worker.on('error', () => undefined).on('exit', () => (this.isOver = true));
    this.#worker.unref();
  }

  ask(request: EmbeddingRequest): Promise<EmbeddingAnswer> {
    const answer = this.#last.then(() => this.#askNow(request));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  end(): void {
    this.isOver = true;
    void this.#worker.terminate();
  }

  #askNow(request: EmbeddingRequest): Promise<EmbeddingAnswer> {
    const died = (): Refusal => new Refusal('model.cannotRun', { path: this.#path, reason: '' });
    return new Promise((resolve, reject) => {
      if (this.isOver) return reject(died());
      const settle = (end: () => void): void => {
        this.#worker.off('message', onAnswer).off('exit', onExit).unref();
        end();
      };
      const onExit = (): void => settle(() => reject(died()));
      const onAnswer = (answer: EmbeddingAnswer): void => {
        if (answer.kind === 'refused') settle(() => reject(new Refusal(answer.code, answer.data)));
        else if (answer.kind === 'fault') settle(() => reject(new Error(answer.message)));
        else settle(() => resolve(answer));
      };
      this.#worker.on('message', onAnswer).on('exit', onExit).ref();
      this.#worker.postMessage(request);
    });
  }
}

/** Answers as soon as it is cancelled; what the thread has in hand, it ends by itself. */
async function unlessCancelled<T>(answer: Promise<T>, isCancelled: () => boolean): Promise<T> {
  let watch: NodeJS.Timeout | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    watch = setInterval(() => isCancelled() && reject(new Refusal('job.cancelled')), WATCH_EVERY_MS);
  });
  try {
    return await Promise.race([answer, cancelled]);
  } finally {
    clearInterval(watch);
  }
}

export class LocalEmbedder implements Embedder {
  readonly name: string;
  readonly #folder: string;
  #thread: ModelThread | null = null;
  #opened: Promise<unknown> = Promise.resolve();
  #keeping: NodeJS.Timeout | null = null;
  #size = 0;

  private constructor({ folder, name }: ModelFolder) {
    this.#folder = folder;
    this.name = name;
  }

  /** Refuses (`model.…`) a folder that holds no such model. */
  static async open(folder: string, isCancelled: () => boolean = () => false): Promise<LocalEmbedder> {
    const embedder = new LocalEmbedder(lookIntoModelFolder(folder));
    try {
      await embedder.embed([], isCancelled);
    } catch (error) {
      embedder.close();
      throw error;
    }
    return embedder;
  }

  get size(): number {
    return this.#size;
  }

  async embed(texts: readonly string[], isCancelled: () => boolean): Promise<readonly Float32Array[]> {
    if (this.#keeping) clearTimeout(this.#keeping);
    try {
      const thread = this.#running();
      await unlessCancelled(this.#opened, isCancelled);
      if (texts.length === 0) return [];
      const answer = await unlessCancelled(thread.ask({ kind: 'texts', texts }), isCancelled);
      return answer.kind === 'points' ? answer.points : [];
    } finally {
      this.#keeping = setTimeout(() => this.close(), KEPT_MS).unref();
    }
  }

  /** Lets go of the model's memory; it is loaded again when it is asked next. */
  close(): void {
    if (this.#keeping) clearTimeout(this.#keeping);
    this.#thread?.end();
    this.#thread = null;
  }

  #running(): ModelThread {
    if (this.#thread && !this.#thread.isOver) return this.#thread;
    // what lies there may have changed since
    const folder = lookIntoModelFolder(this.#folder);
    const thread = new ModelThread(folder);
    this.#thread = thread;
    this.#opened = thread.ask({ kind: 'open', folder }).then((answer) => {
      if (answer.kind === 'opened') this.#size = answer.size;
    });
    // told to whoever waits for it
    this.#opened.catch(() => undefined);
    return thread;
  }
}
