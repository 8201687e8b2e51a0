// The worker thread that plans a merge for `merge-aside.ts`: an entry of its own, bundled as dist/core/merge-worker.mjs.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { MergeAnswer, MergeRequest } from './merge-aside.ts';
import { planMerge } from './plan-merge.ts';

const send = (answer: MergeAnswer): void => parentPort?.postMessage(answer);

if (parentPort) {
  const { ours, theirs, setting } = workerData as MergeRequest;
  try {
    send({ kind: 'plan', plan: planMerge(ours, theirs, setting, (done, total) => send({ kind: 'step', done, total })) });
  } catch (error) {
    if (error instanceof Refusal) send({ kind: 'refused', code: error.code, data: error.data });
    else send({ kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
