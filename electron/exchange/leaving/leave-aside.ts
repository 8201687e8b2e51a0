// What leaves for other programs is written beside the core, in a thread that reads the project through a connection of its own: the window is answered
// meanwhile, and a file that takes long can be stopped at once.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../../shared/domain/failure.ts';
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { Sight } from '../../../shared/domain/sight.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import type { RefiExportOptions } from '../refi/export-refi.ts';

export interface LeavingRequest {
  readonly project: ProjectPlace;
  /** Whose eyes it is written for; all of it where nobody is named. */
  readonly sight?: Sight;
  /** The file to write. */
  readonly into: string;
  readonly asked:
    | { readonly kind: 'refi'; readonly options: Omit<RefiExportOptions, 'tell'> }
    | { readonly kind: 'outward'; readonly choice: OutwardChoice; readonly day: string };
}

export type LeavingAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

export interface LeavingWatch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

const WATCH_EVERY_MS = 50;

/** Refuses what the writing refuses, and `job.cancelled` when it was stopped: what was half written is the caller's to remove. */
export async function leaveAside(request: LeavingRequest, { onProgress, isCancelled }: LeavingWatch): Promise<void> {
  // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const worker = new Worker(new URL(`./leaving-worker.${extension}`, import.meta.url), { workerData: request, execArgv: [] });
  try {
    await new Promise<void>((resolve, reject) => {
      const watch = setInterval(() => {
        if (isCancelled()) reject(new Refusal('job.cancelled'));
      }, WATCH_EVERY_MS);
      worker.on('message', (answer: LeavingAnswer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total, '');
        else if (answer.kind === 'done') resolve();
        else reject(answer.kind === 'refused' ? new Refusal(answer.code, answer.data) : new Error(answer.message));
      });
      worker.on('error', reject).on('exit', () => {
        clearInterval(watch);
        reject(new Refusal('job.cancelled'));
      });
    });
  } finally {
    // not before it has let go of the project and of the file
    await worker.terminate();
  }
}
