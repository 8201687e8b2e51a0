// A model of language in ONNX, run as WebAssembly: texts in, points out. Nothing is fetched: the runtime's own two files lie beside the core.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor, env } from 'onnxruntime-web';
import { Refusal } from '../../../shared/domain/failure.ts';
import { unitPoint } from '../../../shared/words/embedder.ts';
import type { ModelFolder } from './model-folder.ts';

/** Beside the built core (`dist/onnx`), or in the package when running from the sources. */
const RUNTIME_FOLDERS = ['../onnx/', '../../../node_modules/onnxruntime-web/dist/'];
const RUNTIME = 'ort-wasm-simd-threaded';
/** What goes wrong is thrown; nothing is written beside it. */
const QUIET = { logSeverityLevel: 4 } as const;
/** Windows read at once. */
const BATCH = 16;
const KNOWN_INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];
/** A point per text, made by the model itself; else a point per token, whose mean is taken. */
const TEXT_OUTPUT = 'sentence_embedding';
const TOKEN_OUTPUTS = ['last_hidden_state', 'token_embeddings'];
const [TEXT_RANK, TOKEN_RANK] = [2, 3];

function useOwnRuntime(): void {
  const folder = RUNTIME_FOLDERS.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(fileURLToPath(place)));
  if (!folder) throw new Error('the ONNX runtime is not beside the core');
  env.wasm.wasmPaths = { mjs: new URL(`${RUNTIME}.mjs`, folder).href, wasm: new URL(`${RUNTIME}.wasm`, folder).href };
  env.wasm.numThreads = 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function openSession({ modelPath }: ModelFolder): Promise<InferenceSession> {
  useOwnRuntime();
  try {
    return await InferenceSession.create(readFileSync(modelPath), { executionProviders: ['wasm'], ...QUIET });
  } catch (error) {
    if (/protobuf parsing failed/i.test(messageOf(error))) throw new Refusal('model.notOnnx', { path: modelPath });
    throw new Refusal('model.cannotRun', { path: modelPath, reason: messageOf(error) });
  }
}

function openTokenizer({ tokenizerPath }: ModelFolder): Tokenizer {
  try {
    return new Tokenizer(JSON.parse(readFileSync(tokenizerPath, 'utf8')) as object, {});
  } catch {
    throw new Refusal('model.tokenizerInvalid', { path: tokenizerPath });
  }
}

function checkInputs({ inputMetadata }: InferenceSession): void {
  const isKnown = (input: InferenceSession.ValueMetadata): boolean => input.isTensor && input.type === 'int64' && KNOWN_INPUTS.includes(input.name);
  if (!inputMetadata.every(isKnown) || !inputMetadata.some(({ name }) => name === 'input_ids'))
    throw new Refusal('model.inputsUnexpected', { inputs: inputMetadata.map(({ name }) => name) });
}

interface ModelOutput {
  readonly name: string;
  readonly isPerToken: boolean;
}

function outputOf({ outputMetadata }: InferenceSession): ModelOutput {
  const ofRank = (rank: number, name?: string): string | undefined =>
    outputMetadata.find(
      (output) => output.isTensor && output.type === 'float32' && output.shape.length === rank && (name === undefined || output.name === name),
    )?.name;
  const perText = ofRank(TEXT_RANK, TEXT_OUTPUT);
  if (perText !== undefined) return { name: perText, isPerToken: false };
  const perToken = TOKEN_OUTPUTS.map((name) => ofRank(TOKEN_RANK, name)).find((name) => name !== undefined) ?? ofRank(TOKEN_RANK);
  if (perToken !== undefined) return { name: perToken, isPerToken: true };
  throw new Refusal('model.outputsUnexpected', { outputs: outputMetadata.map(({ name }) => name) });
}

/** What the tokenizer puts around every text: [CLS] … [SEP]. */
function marksAround(tokenizer: Tokenizer, path: string): { before: readonly number[]; after: readonly number[] } {
  const bare = tokenizer.encode('a', { add_special_tokens: false }).ids;
  const marked = tokenizer.encode('a').ids;
  // kinds of tokenizers that the library does not know cut words into nothing
  if (bare.length === 0 || !marked.every(Number.isInteger)) throw new Refusal('model.tokenizerInvalid', { path });
  const at = marked.findIndex((_, place) => bare.every((id, more) => marked[place + more] === id));
  return { before: marked.slice(0, at), after: marked.slice(at + bare.length) };
}

interface TokenWindow {
  readonly text: number;
  readonly ids: readonly number[];
}

export class OnnxModel {
  readonly #session: InferenceSession;
  readonly #tokenizer: Tokenizer;
  readonly #output: ModelOutput;
  readonly #window: number;
  readonly #marks: ReturnType<typeof marksAround>;
  readonly #path: string;
  #size = 0;

  private constructor(session: InferenceSession, tokenizer: Tokenizer, folder: ModelFolder) {
    this.#session = session;
    this.#tokenizer = tokenizer;
    this.#output = outputOf(session);
    this.#marks = marksAround(tokenizer, folder.tokenizerPath);
    this.#window = folder.window;
    this.#path = folder.modelPath;
  }

  /** Loads it and reads one word with it; refuses (`model.…`) what is no such model. */
  static async open(folder: ModelFolder): Promise<OnnxModel> {
    const tokenizer = openTokenizer(folder);
    const session = await openSession(folder);
    checkInputs(session);
    const model = new OnnxModel(session, tokenizer, folder);
    const [point] = await model.embed(['mot']);
    if (!point || point.length === 0 || !point.every(Number.isFinite))
      throw new Refusal('model.outputsUnexpected', { outputs: [model.#output.name] });
    return model;
  }

  /** Of each point. */
  get size(): number {
    return this.#size;
  }

  /** Long texts are read in windows; the point is the mean over all of them, of length 1. */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const windows = texts.flatMap((text, index) => this.#windowsOf(text, index));
    const points = texts.map(() => new Float32Array(this.#size));
    for (let from = 0; from < windows.length; from += BATCH) {
      const batch = windows.slice(from, from + BATCH);
      const sums = await this.#read(batch);
      batch.forEach(({ text }, at) => {
        const sum = sums[at] ?? new Float32Array();
        const point = points[text]?.length === sum.length ? points[text] : (points[text] = new Float32Array(sum.length));
        for (let place = 0; place < sum.length; place += 1) point[place] = (point[place] ?? 0) + (sum[place] ?? 0);
      });
    }
    return points.map(unitPoint);
  }

  #windowsOf(text: string, index: number): TokenWindow[] {
    if (text.trim() === '') return [];
    const { ids } = this.#tokenizer.encode(text, { add_special_tokens: false });
    const { before, after } = this.#marks;
    const room = Math.max(1, this.#window - before.length - after.length);
    return Array.from({ length: Math.ceil(ids.length / room) }, (_, at) => ({
      text: index,
      ids: [...before, ...ids.slice(at * room, (at + 1) * room), ...after],
    }));
  }

  /** Of each window the sum of its tokens' points, so that a longer one weighs more. */
  async #read(windows: readonly TokenWindow[]): Promise<Float32Array[]> {
    const width = Math.max(...windows.map(({ ids }) => ids.length));
    const [ids, mask] = [new BigInt64Array(windows.length * width), new BigInt64Array(windows.length * width)];
    windows.forEach((window, row) =>
      window.ids.forEach((id, at) => {
        ids[row * width + at] = BigInt(id);
        mask[row * width + at] = 1n;
      }),
    );
    const dims = [windows.length, width];
    const inputs: Record<string, BigInt64Array> = { input_ids: ids, attention_mask: mask, token_type_ids: new BigInt64Array(ids.length) };
    const feeds = Object.fromEntries(this.#session.inputNames.map((name) => [name, new Tensor('int64', inputs[name] ?? ids, dims)]));
    let result: Tensor | undefined;
    try {
      result = (await this.#session.run(feeds, [this.#output.name], QUIET))[this.#output.name];
    } catch (error) {
      throw new Refusal('model.cannotRun', { path: this.#path, reason: messageOf(error) });
    }
    const size = result?.dims.at(-1) ?? 0;
    const values = (result?.data ?? new Float32Array()) as Float32Array;
    this.#size = size;
    return windows.map((window, row) => {
      if (!this.#output.isPerToken) return values.slice(row * size, (row + 1) * size).map((value) => value * window.ids.length);
      const sum = new Float32Array(size);
      for (let token = 0; token < window.ids.length; token += 1) {
        const from = (row * width + token) * size;
        for (let at = 0; at < size; at += 1) sum[at] = (sum[at] ?? 0) + (values[from + at] ?? 0);
      }
      return sum;
    });
  }
}
