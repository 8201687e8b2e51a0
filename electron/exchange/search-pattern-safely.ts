// A researcher's regular expression run in a worker thread: one that would go on for ever is stopped and refused, the program goes on.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import type { PatternSearch } from '../../shared/domain/search-pattern.ts';

export type PatternRequest =
  | { readonly kind: 'pattern'; readonly search: PatternSearch }
  | { readonly kind: 'texts'; readonly texts: readonly string[] };

export type PatternAnswer =
  | { readonly kind: 'found'; readonly extents: readonly (readonly Extent[])[] }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

const SECOND = 1000;
/** For a corpus of some thirty interviews; a larger one gets more. */
const LEAST_MILLISECONDS = 3 * SECOND;
const MILLISECONDS_PER_MILLION_UNITS = 300;
const MILLIONS_IN_TIME = 4;
const WATCH_EVERY_MS = 50;
const MILLION = 1_000_000;

export interface PatternWatch {
  readonly isCancelled: () => boolean;
}

/** One expression, run over the texts it is given; what it takes is counted over all of them. */
export class SafePattern {
  readonly #worker: Worker;
  readonly #watch: PatternWatch;
  readonly #pattern: string;
  #spent = 0;
  #units = 0;

  private constructor(worker: Worker, pattern: string, watch: PatternWatch) {
    this.#worker = worker;
    this.#pattern = pattern;
    this.#watch = watch;
  }

  /** Refuses (`autocode.patternInvalid`) what is no expression. */
  static async open(search: PatternSearch, watch: PatternWatch): Promise<SafePattern> {
    // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const worker = new Worker(new URL(`./pattern-worker.${extension}`, import.meta.url), { stdout: true, stderr: true, execArgv: [] });
    worker.on('error', () => undefined);
    await once(worker, 'message');
    const opened = new SafePattern(worker, search.pattern, watch);
    try {
      await opened.#ask({ kind: 'pattern', search });
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  }

  /** The places in each of these texts. Refuses (`autocode.tooSlow`) when all texts so far took too long. */
  find(texts: readonly string[]): Promise<readonly (readonly Extent[])[]> {
    this.#units += texts.reduce((sum, text) => sum + text.length, 0);
    return this.#ask({ kind: 'texts', texts });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(request: PatternRequest): Promise<readonly (readonly Extent[])[]> {
    const start = performance.now();
    const most = LEAST_MILLISECONDS + MILLISECONDS_PER_MILLION_UNITS * Math.max(0, this.#units / MILLION - MILLIONS_IN_TIME);
    try {
      const answer = await this.#answer(request, start + most - this.#spent);
      if (answer === 'tooSlow') throw new Refusal('autocode.tooSlow', { pattern: this.#pattern, seconds: Math.round(most / SECOND) });
      if (answer === 'cancelled') throw new Refusal('job.cancelled');
      if (answer.kind === 'refused') throw new Refusal(answer.code, answer.data);
      if (answer.kind === 'fault') throw new Error(answer.message);
      return answer.extents;
    } finally {
      this.#spent += performance.now() - start;
    }
  }

  #answer(request: PatternRequest, deadline: number): Promise<PatternAnswer | 'tooSlow' | 'cancelled'> {
    return new Promise((resolve) => {
      const settle = (answer: PatternAnswer | 'tooSlow' | 'cancelled'): void => {
        clearInterval(watch);
        this.#worker.off('message', settle).off('exit', onExit);
        resolve(answer);
      };
      const onExit = (): void => settle('tooSlow');
      const watch = setInterval(() => {
        if (this.#watch.isCancelled()) settle('cancelled');
        else if (performance.now() > deadline) settle('tooSlow');
      }, WATCH_EVERY_MS);
      this.#worker.on('message', settle).on('exit', onExit);
      this.#worker.postMessage(request);
    });
  }
}
