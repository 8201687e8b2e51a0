// A folder that a user names as holding a model of language: what must lie in it, found before anything is loaded.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';

export interface ModelFolder {
  readonly folder: string;
  /** The folder's own name: what it is called on screen. */
  readonly name: string;
  readonly modelPath: string;
  readonly tokenizerPath: string;
  /** Tokens that the model reads at a time, the special ones included. */
  readonly window: number;
}

/** As models are laid out where people get them; those of smaller numbers take less memory. */
const MODEL_PLACES = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx'];
const TOKENIZER = 'tokenizer.json';
const CONFIG = 'config.json';

/** What most models of sentences were taught on; longer texts are read in several windows. */
const WINDOW = 256;
const LEAST_WINDOW = 8;
/** Models of the RoBERTa family begin to count positions after the padding's. */
const POSITIONS_LOST = 2;

function windowIn(folder: string): number {
  const path = join(folder, CONFIG);
  if (!existsSync(path)) return WINDOW;
  let positions: unknown;
  try {
    positions = (JSON.parse(readFileSync(path, 'utf8')) as { max_position_embeddings?: unknown }).max_position_embeddings;
  } catch {
    throw new Refusal('model.configInvalid', { path });
  }
  return typeof positions === 'number' ? Math.max(LEAST_WINDOW, Math.min(WINDOW, positions - POSITIONS_LOST)) : WINDOW;
}

/** Refuses (`model.folderMissing`, `model.filesMissing`, `model.configInvalid`) what cannot be a model's folder. */
export function lookIntoModelFolder(folder: string): ModelFolder {
  if (!isAbsolute(folder) || !existsSync(folder) || !statSync(folder).isDirectory()) throw new Refusal('model.folderMissing', { folder });
  const model = MODEL_PLACES.find((place) => existsSync(join(folder, place)));
  const hasTokenizer = existsSync(join(folder, TOKENIZER));
  if (model === undefined || !hasTokenizer) {
    const missing = [...(model === undefined ? ['model.onnx'] : []), ...(hasTokenizer ? [] : [TOKENIZER])];
    throw new Refusal('model.filesMissing', { folder, files: missing });
  }
  return {
    folder,
    name: basename(folder),
    modelPath: join(folder, model),
    tokenizerPath: join(folder, TOKENIZER),
    window: windowIn(folder),
  };
}
