// The worker thread that searches with a researcher's own expression for `search-pattern-safely.ts`: an entry of its own, bundled as
// dist/core/pattern-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import { patternFinder } from '../../shared/domain/search-pattern.ts';
import type { PatternAnswer, PatternRequest } from './search-pattern-safely.ts';

let find: ((text: string) => Extent[]) | null = null;

function answer(request: PatternRequest): PatternAnswer {
  try {
    if (request.kind === 'pattern') {
      find = patternFinder(request.search);
      return { kind: 'found', extents: [] };
    }
    return { kind: 'found', extents: request.texts.map((text) => find?.(text) ?? []) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
port?.on('message', (request: PatternRequest) => port.postMessage(answer(request)));
// Loaded: from now on, time counts.
port?.postMessage('ready');
