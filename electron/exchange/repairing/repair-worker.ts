// The worker thread that checks and repairs for `repair-aside.ts`: an entry of its own, bundled as dist/core/repair-worker.mjs.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import { checkProject } from '../../queries/check.ts';
import { faultIn } from '../../storage/integrity.ts';
import { peekProject } from '../../storage/open-project.ts';
import type { Project } from '../../storage/open-project.ts';
import type { RepairAnswer, RepairRequest } from './repair-aside.ts';
import { repairInto } from './repair-project.ts';

function answerTo(request: RepairRequest): unknown {
  if (request.kind === 'repair') return repairInto(request.path, request.to);
  const look = request.kind === 'check' ? checkProject : ({ sqlite }: Project): string | null => faultIn(sqlite, 'quick');
  return peekProject<unknown>(request.path, look, request.key);
}

const send = (answer: RepairAnswer): void => parentPort?.postMessage(answer);

if (parentPort) {
  const request = workerData as RepairRequest;
  try {
    send({ kind: 'done', result: answerTo(request) });
  } catch (error) {
    if (error instanceof Refusal) send({ kind: 'refused', code: error.code, data: error.data });
    else send({ kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
