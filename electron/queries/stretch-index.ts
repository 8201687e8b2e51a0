// What each stretch of the corpus holds: its stems and the pairs of them that follow each other, with how often. Counted once for the words
// as they stand, so that whatever is learned from them afterwards opens no text and counts no word again.
import { dampened, inverseFrequency } from '../../shared/statistics/sparse-vector.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { Stretches } from './stretches.ts';
import { breath } from './word-store.ts';
import type { WordStore } from './word-store.ts';

/** Of each stretch what it holds, each once, in the order met: from `starts[stretch]` to `starts[stretch + 1]`. */
interface Held {
  readonly starts: Uint32Array;
  readonly numbers: Int32Array;
  readonly times: Uint16Array;
}

export interface StretchIndex {
  readonly stems: Held;
  readonly pairs: Held;
  readonly pairNumbers: PairNumbers;
  /** By the pair's number: the stretches that hold it. */
  readonly pairHolding: Int32Array;
  /** By stem: how rare it is. */
  readonly stemWeights: Float64Array;
  /** By stretch: the squared length of what its stems weigh. */
  readonly stemSquares: Float64Array;
}

/** How many stretches hold each stem. */
function stemFrequencies({ dictionary, sources }: WordStore, stretches: Stretches): Float64Array {
  const counts = new Float64Array(dictionary.stems.length);
  const last = new Int32Array(dictionary.stems.length).fill(-1);
  for (let stretch = 0; stretch < stretches.count; stretch += 1) {
    const forms = sources[stretches.sources[stretch] ?? 0]?.forms ?? new Uint32Array();
    for (let at = stretches.from[stretch] ?? 0; at < (stretches.to[stretch] ?? 0); at += 1) {
      const stem = dictionary.stemOfForm[forms[at] ?? 0] ?? 0;
      if (last[stem] === stretch) continue;
      last[stem] = stretch;
      counts[stem] = (counts[stem] ?? 0) + 1;
    }
  }
  return counts;
}

const frequencies = new WeakMap<Stretches, Float64Array>();

export function stemFrequenciesOf(store: WordStore, stretches: Stretches): Float64Array {
  let own = frequencies.get(stretches);
  if (!own) frequencies.set(stretches, (own = stemFrequencies(store, stretches)));
  return own;
}

/** Fills a `Held` stretch by stretch. A stretch holds few things, so that what it holds already is found by looking through it. */
class Holding {
  readonly #starts: Uint32Array;
  // room for every word: what is never written to takes no memory
  readonly #numbers: Int32Array;
  readonly #times: Uint16Array;
  #stretch = 0;
  #end = 0;

  constructor(stretches: number, most: number) {
    this.#starts = new Uint32Array(stretches + 1);
    this.#numbers = new Int32Array(most);
    this.#times = new Uint16Array(most);
  }

  /** True where the stretch did not hold it yet. */
  add(number: number): boolean {
    for (let at = this.#starts[this.#stretch] ?? 0; at < this.#end; at += 1) {
      if (this.#numbers[at] !== number) continue;
      this.#times[at] = (this.#times[at] ?? 0) + 1;
      return false;
    }
    this.#numbers[this.#end] = number;
    this.#times[this.#end] = 1;
    this.#end += 1;
    return true;
  }

  next(): void {
    this.#stretch += 1;
    this.#starts[this.#stretch] = this.#end;
  }

  held(): Held {
    return { starts: this.#starts, numbers: this.#numbers.subarray(0, this.#end), times: this.#times.subarray(0, this.#end) };
  }
}

const BREATH_MS = 30;

async function build(store: WordStore, stretches: Stretches, isLeftOut: Uint8Array): Promise<StretchIndex> {
  const { dictionary, sources } = store;
  const holding = stemFrequenciesOf(store, stretches);
  await breath();
  const words = sources.reduce((sum, { forms }) => sum + forms.length, 0);
  const [stems, pairs] = [new Holding(stretches.count, words), new Holding(stretches.count, words)];
  const pairNumbers = new PairNumbers();
  const { stemOfForm } = dictionary;
  const pairHolding: number[] = [];
  let answered = performance.now();
  for (let stretch = 0; stretch < stretches.count; stretch += 1) {
    const forms = sources[stretches.sources[stretch] ?? 0]?.forms ?? new Uint32Array();
    let before = -1;
    for (let at = stretches.from[stretch] ?? 0; at < (stretches.to[stretch] ?? 0); at += 1) {
      const form = forms[at] ?? 0;
      if (isLeftOut[form] === 1) continue;
      const stem = stemOfForm[form] ?? 0;
      stems.add(stem);
      if (before >= 0) {
        const pair = pairNumbers.give(before, stem);
        if (pairs.add(pair)) pairHolding[pair] = (pairHolding[pair] ?? 0) + 1;
      }
      before = stem;
    }
    stems.next();
    pairs.next();
    if (stretch % 256 !== 255 || performance.now() - answered < BREATH_MS) continue;
    await breath();
    answered = performance.now();
  }
  const stemWeights = holding.map((own) => inverseFrequency(stretches.count, own));
  const held = stems.held();
  const stemSquares = squaresOf(held, stemWeights, stretches.count);
  return { stems: held, pairs: pairs.held(), pairNumbers, pairHolding: Int32Array.from(pairHolding), stemWeights, stemSquares };
}

function squaresOf({ starts, numbers, times }: Held, weights: Float64Array, count: number): Float64Array {
  const squares = new Float64Array(count);
  for (let stretch = 0; stretch < count; stretch += 1) {
    let square = 0;
    for (let at = starts[stretch] ?? 0; at < (starts[stretch + 1] ?? 0); at += 1) {
      const value = dampened(times[at] ?? 1) * (weights[numbers[at] ?? 0] ?? 0);
      square += value * value;
    }
    squares[stretch] = square;
  }
  return squares;
}

interface Kept {
  readonly isLeftOut: Uint8Array;
  readonly index: Promise<StretchIndex>;
}

const kept = new WeakMap<Stretches, Kept>();

/** By the forms' numbers: forms of the sources at hand come first, words met since lengthen the list only. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  const common = Math.min(a.length, b.length);
  return Buffer.compare(a.subarray(0, common), b.subarray(0, common)) === 0;
}

/** Kept while the words are what they are and the same ones are left out. `isLeftOut` is by the forms' numbers. */
export function stretchIndexOf(store: WordStore, stretches: Stretches, isLeftOut: Uint8Array): Promise<StretchIndex> {
  const own = kept.get(stretches);
  if (own && isSame(own.isLeftOut, isLeftOut)) return own.index;
  const index = build(store, stretches, isLeftOut);
  kept.set(stretches, { isLeftOut, index });
  return index;
}
