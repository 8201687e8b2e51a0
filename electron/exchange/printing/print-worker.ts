// The worker thread that prints for `print-aside.ts`: an entry of its own, bundled as dist/core/print-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import { seesAll } from '../../../shared/domain/sight.ts';
import { closeProject, openForReading } from '../../storage/open-project.ts';
import { narrow } from '../../storage/sight.ts';
import type { PrintAnswer, PrintRequest } from './print-aside.ts';
import type { Tell } from './formats/progress.ts';
import { PieceWriter } from './print-piece.ts';

/** In bytes of its own, which can change hands without being copied. */
const handedOver = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes);

const TELL_EVERY_MS = 100;

/** What is told too often to be seen is left out; a piece that is done before is not told of at all. */
function nowAndThen(tell: Tell): Tell {
  let last = performance.now();
  return (done, total) => {
    if (performance.now() - last < TELL_EVERY_MS) return;
    last = performance.now();
    tell(done, total);
  };
}

/** The project is open while it is read and no longer: whoever works in it can close it. */
async function print(
  { project: { path, key }, sight, piece, style, formats }: PrintRequest,
  send: (answer: PrintAnswer, moved?: ArrayBuffer[]) => void,
): Promise<void> {
  const project = openForReading(path, key);
  try {
    if (sight && !seesAll(sight)) narrow(project, sight);
    const writer = await PieceWriter.open(project, piece, style);
    for (const [at, format] of formats.entries()) {
      const tell = nowAndThen((done, total) => send({ kind: 'progress', done: at * total + done, total: formats.length * total }));
      const bytes = handedOver(await writer.write(format, tell));
      send({ kind: 'file', bytes }, [bytes.buffer]);
    }
  } finally {
    closeProject(project);
  }
  // not before the file is let go of: whoever hears it may close the project
  send({ kind: 'done' });
}

function failureOf(error: unknown): PrintAnswer {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
  return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

const port = parentPort;
port?.on('message', (request: PrintRequest) => {
  print(request, (answer, moved = []) => port.postMessage(answer, moved)).catch((error: unknown) => port.postMessage(failureOf(error)));
});
