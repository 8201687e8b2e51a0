// A model of language small enough to be written by hand: each known word is a point, a text is the mean of its words. It is a real ONNX file
// (protobuf, as in onnx.proto) with a real tokenizer.json, so that nothing of the way from text to point is left out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './project.ts';

const [VARINT, BYTES] = [0, 2];
const [FLOAT, INT64] = [1, 7];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

type Field = readonly [number: number, value: number | string | Uint8Array];

function message(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [...varint((number << 3) | VARINT), ...varint(value)];
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      return [...varint((number << 3) | BYTES), ...varint(bytes.length), ...bytes];
    }),
  );
}

/** A named value of the graph; sizes that change are named. */
function valueInfo(name: string, type: number, shape: readonly (string | number)[]): Uint8Array {
  const dims = shape.map((dim): Field => [1, message(typeof dim === 'number' ? [1, dim] : [2, dim])]);
  return message([1, name], [2, message([1, message([1, type], [2, message(...dims)])])]);
}

/** Looks the points of tokens up in a table: `inputs` and `output` are named as the graph's. */
export function gatherModel(table: readonly (readonly number[])[], { inputs, output }: { inputs: readonly string[]; output: string }): Uint8Array {
  const size = table[0]?.length ?? 0;
  const values = new Uint8Array(Float32Array.from(table.flat()).buffer);
  const tensor = message([1, table.length], [1, size], [2, FLOAT], [8, 'table'], [9, values]);
  const node = message([1, 'table'], [1, inputs[0] ?? ''], [2, output], [4, 'Gather']);
  const graph = message([1, node], [2, 'words'], [5, tensor], ...inputs.map((name): Field => [11, valueInfo(name, INT64, ['texts', 'tokens'])]), [
    12,
    valueInfo(output, FLOAT, ['texts', 'tokens', size]),
  ]);
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])]);
}

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

function tokenizerOf(words: readonly string[]): object {
  const vocab = Object.fromEntries([...SPECIAL, ...words].map((word, id) => [word, id]));
  const special = (id: string, type_id = 0) => ({ SpecialToken: { id, type_id } });
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true })),
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }])),
    },
    decoder: null,
    model: { type: 'WordPiece', vocab, unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
  };
}

export interface TinyModel {
  /** Of each word its point, all of one size. */
  readonly words: Readonly<Record<string, readonly number[]>>;
  readonly window?: number;
  readonly inputs?: readonly string[];
  readonly output?: string;
}

/** A folder as people get them; words that the model does not know, and the marks around a text, weigh nothing. */
export function aModelFolder({ words, window = 32, inputs = ['input_ids', 'attention_mask'], output = 'last_hidden_state' }: TinyModel): string {
  const folder = join(aFolder(), 'modèle de mots');
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const points = Object.values(words);
  const nowhere = new Array<number>(points[0]?.length ?? 0).fill(0);
  writeFileSync(join(folder, 'onnx', 'model.onnx'), gatherModel([...SPECIAL.map(() => nowhere), ...points], { inputs, output }));
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerOf(Object.keys(words))));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ max_position_embeddings: window }));
  return folder;
}
