// A merge worked out beside the core, in a thread with connections of its own: the window is answered meanwhile, and it can be stopped.
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../../shared/domain/failure.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import type { MergePlan, MergeSetting } from './plan-merge.ts';

export interface MergeRequest {
  readonly ours: ProjectPlace;
  readonly theirs: ProjectPlace;
  readonly setting: MergeSetting;
}

export type MergeAnswer =
  | { readonly kind: 'step'; readonly done: number; readonly total: number }
  | { readonly kind: 'plan'; readonly plan: MergePlan }
  | { readonly kind: 'refused'; readonly code: FailureCode; readonly data: FailureData }
  | { readonly kind: 'fault'; readonly message: string };

export interface MergeWatch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

const WATCH_EVERY_MS = 50;

/** Refuses what the planning refuses, and `job.cancelled` when it was stopped. */
export function planAside(request: MergeRequest, { onProgress, isCancelled }: MergeWatch): Promise<MergePlan> {
  // From the sources the worker is the TypeScript file itself, which Node runs; in the bundle it lies beside this chunk.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const worker = new Worker(new URL(`./merge-worker.${extension}`, import.meta.url), { workerData: request, execArgv: [] });
  return new Promise<MergePlan>((resolve, reject) => {
    const watch = setInterval(() => {
      if (isCancelled()) reject(new Refusal('job.cancelled'));
    }, WATCH_EVERY_MS);
    worker.on('message', (answer: MergeAnswer) => {
      if (answer.kind === 'step') onProgress(answer.done, answer.total, '');
      else if (answer.kind === 'plan') resolve(answer.plan);
      else reject(answer.kind === 'refused' ? new Refusal(answer.code, answer.data) : new Error(answer.message));
    });
    worker.on('error', reject).on('exit', () => {
      clearInterval(watch);
      reject(new Refusal('job.cancelled'));
    });
  }).finally(() => void worker.terminate());
}
