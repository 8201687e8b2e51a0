// The worker thread that runs a local model for `local-embedder.ts`: an entry of its own, bundled as dist/core/embedding-worker.mjs.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { EmbeddingAnswer, EmbeddingRequest } from './local-embedder.ts';
import { OnnxModel } from './onnx-model.ts';

let model: OnnxModel | null = null;

async function answer(request: EmbeddingRequest): Promise<EmbeddingAnswer> {
  try {
    if (request.kind === 'open') {
      model = await OnnxModel.open(request.folder);
      return { kind: 'opened', size: model.size };
    }
    return { kind: 'points', points: (await model?.embed(request.texts)) ?? [] };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, data: error.data };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
port?.on('message', (request: EmbeddingRequest) => void answer(request).then((reply) => port.postMessage(reply)));
