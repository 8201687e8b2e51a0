// The worker thread that prints for `print-aside.ts`: an entry of its own, bundled as dist/core/print-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import { closeProject, openForReading } from '../../storage/open-project.ts';
import type { PrintAnswer, PrintRequest } from './print-aside.ts';
import { PieceWriter } from './print-piece.ts';

/** In bytes of its own, which can change hands without being copied. */
const handedOver = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes);

/** The project is open while it is read and no longer: whoever works in it can close it. */
async function print({ path, piece, style, formats }: PrintRequest, send: (answer: PrintAnswer, moved?: ArrayBuffer[]) => void): Promise<void> {
  const project = openForReading(path);
  try {
    const writer = await PieceWriter.open(project, piece, style);
    for (const format of formats) {
      const bytes = handedOver(await writer.write(format));
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
