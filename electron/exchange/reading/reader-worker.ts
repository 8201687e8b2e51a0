// The worker thread that reads files for `read-safely.ts`: an entry of its own, bundled as dist/core/reader-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import { recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import { readDocument } from './read-documents.ts';
import type { ReadAnswer, ReadRequest } from './read-safely.ts';
import { readSurvey } from './read-survey.ts';

async function resultOf(request: ReadRequest): Promise<Extract<ReadAnswer, { kind: 'read' }>['result']> {
  switch (request.kind) {
    case 'document':
      return readDocument(request);
    case 'survey':
      return readSurvey(request);
    case 'recognise':
      return recogniseTurns(request.text, request.pattern, request.unspokenLines);
  }
}

async function answer(request: ReadRequest): Promise<ReadAnswer> {
  try {
    return { kind: 'read', result: await resultOf(request) };
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
