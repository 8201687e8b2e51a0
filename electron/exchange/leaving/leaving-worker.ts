// The worker thread that writes for `leave-aside.ts`: an entry of its own, bundled as dist/core/leaving-worker.mjs.
import { writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import { seesAll } from '../../../shared/domain/sight.ts';
import { closeProject, openForReading } from '../../storage/open-project.ts';
import { narrow } from '../../storage/sight.ts';
import type { LeavingAnswer, LeavingRequest } from './leave-aside.ts';

const TELL_EVERY_MS = 100;

const send = (answer: LeavingAnswer): void => parentPort?.postMessage(answer);

/** What is told too often to be seen is left out. */
function tellNowAndThen(): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < TELL_EVERY_MS) return;
    last = performance.now();
    send({ kind: 'progress', done, total });
  };
}

async function write({ project: place, sight, into, asked }: LeavingRequest): Promise<void> {
  const project = openForReading(place.path, place.key);
  try {
    if (sight && !seesAll(sight)) narrow(project, sight);
    // what writes the other is not loaded
    if (asked.kind === 'refi') {
      const { exportRefi } = await import('../refi/export-refi.ts');
      await exportRefi(project, into, { ...asked.options, tell: tellNowAndThen() });
    } else {
      const { writeOutward } = await import('../outward/write-outward.ts');
      writeFileSync(into, await writeOutward(project, asked.choice, asked.day));
    }
  } finally {
    closeProject(project);
  }
  send({ kind: 'done' });
}

function failureOf(error: unknown): LeavingAnswer {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
  return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

if (parentPort) write(workerData as LeavingRequest).catch((error: unknown) => send(failureOf(error)));
