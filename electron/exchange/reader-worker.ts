// The worker thread that reads files for `read-safely.ts`: an entry of its own, bundled as dist/core/reader-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/failure.ts';
import { readDocument } from './read-documents.ts';
import type { ReadAnswer, ReadRequest } from './read-safely.ts';
import { readSurvey } from './read-survey.ts';

async function answer({ kind, ...file }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { kind: 'read', result: kind === 'survey' ? await readSurvey(file) : await readDocument(file) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
    return error instanceof Error
      ? { kind: 'fault', message: error.message, stack: error.stack }
      : { kind: 'fault', message: String(error), stack: undefined };
  }
}

const port = parentPort;
port?.on('message', (request: ReadRequest) => {
  void answer(request).then((found) => port.postMessage(found));
});
// Loaded: from now on, time counts.
port?.postMessage('ready');
