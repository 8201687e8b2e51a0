// What a stretch of the corpus says, as a vector: stems and pairs of stems that follow each other, without stop words, weighed by how rare
// they are among all stretches of the project, coded or not.
import { dampened, inverseFrequency } from '../../shared/statistics/sparse-vector.ts';
import type { SparseVector } from '../../shared/statistics/sparse-vector.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { StretchIndex } from './stretch-index.ts';
import type { Stretches } from './stretches.ts';
import type { WordRange } from './word-places.ts';
import type { WordStore } from './word-store.ts';

/** A pair that one text of those learned from holds tells nothing. */
const LEAST_TEXTS_OF_PAIR = 2;
const NONE = -1;

function countIn(counts: Map<number, number>, number: number): void {
  counts.set(number, (counts.get(number) ?? 0) + 1);
}

interface FeaturesOptions {
  readonly store: WordStore;
  readonly stretches: Stretches;
  /** By the forms' numbers. */
  readonly isLeftOut: Uint8Array;
  readonly index: StretchIndex;
}

/** The features of the texts that are learned from; those that others have besides count for their length only. */
export class Features {
  readonly #store: WordStore;
  readonly #stretches: Stretches;
  readonly #isLeftOut: Uint8Array;
  readonly #index: StretchIndex;
  /** By feature. */
  readonly #weights: number[] = [];
  readonly #names: (readonly [number] | readonly [number, number])[] = [];
  /** Of each stem its feature, or −1. */
  readonly #stemFeatures: Int32Array;
  /** Pairs of the texts that are learned from; of each its feature, or −1. */
  readonly #pairs = new PairNumbers();
  #pairFeatures = new Int32Array();
  /** The same by the index's numbers of pairs. */
  readonly #indexedPairFeatures: Int32Array;

  constructor({ store, stretches, isLeftOut, index }: FeaturesOptions) {
    this.#store = store;
    this.#stretches = stretches;
    this.#isLeftOut = isLeftOut;
    this.#index = index;
    this.#stemFeatures = new Int32Array(index.stemWeights.length).fill(NONE);
    this.#indexedPairFeatures = new Int32Array(index.pairNumbers.count).fill(NONE);
  }

  get count(): number {
    return this.#weights.length;
  }

  #stemsIn({ source, from, to }: WordRange, visit: (stem: number, before: number) => void): void {
    const { stemOfForm } = this.#store.dictionary;
    let before = NONE;
    for (let at = from; at < to; at += 1) {
      const form = source.forms[at] ?? 0;
      if (this.#isLeftOut[form] === 1) continue;
      const stem = stemOfForm[form] ?? 0;
      visit(stem, before);
      before = stem;
    }
  }

  /** Takes up what these texts say. Once, before any vector is made. */
  learn(texts: readonly WordRange[]): void {
    const pairs: { readonly name: readonly [number, number]; texts: number; last: number }[] = [];
    texts.forEach((text, at) => {
      this.#stemsIn(text, (stem, before) => {
        if (this.#stemFeatures[stem] === NONE) {
          this.#stemFeatures[stem] = this.#weights.length;
          this.#weights.push(this.#index.stemWeights[stem] ?? 0);
          this.#names.push([stem]);
        }
        if (before === NONE) return;
        const pair = (pairs[this.#pairs.give(before, stem)] ??= { name: [before, stem], texts: 0, last: NONE });
        if (pair.last !== at) pair.texts += 1;
        pair.last = at;
      });
    });
    const { pairNumbers, pairHolding } = this.#index;
    this.#pairFeatures = Int32Array.from(pairs, ({ name, texts: holding }) => {
      if (holding < LEAST_TEXTS_OF_PAIR) return NONE;
      const indexed = pairNumbers.find(...name);
      this.#names.push(name);
      const feature = this.#weights.push(inverseFrequency(this.#stretches.count, pairHolding[indexed] ?? 0)) - 1;
      if (indexed !== NONE) this.#indexedPairFeatures[indexed] = feature;
      return feature;
    });
  }

  range(stretch: number): WordRange {
    const source = this.#store.sources[this.#stretches.sources[stretch] ?? 0];
    if (!source) throw new Error('stretch of a source that is not in the store');
    return { source, from: this.#stretches.from[stretch] ?? 0, to: this.#stretches.to[stretch] ?? 0 };
  }

  /** Features that were not learned from count for the length only. */
  vector(text: WordRange): SparseVector {
    const [stems, pairs] = [new Map<number, number>(), new Map<number, number>()];
    this.#stemsIn(text, (stem, before) => {
      countIn(stems, stem);
      const pair = before === NONE ? NONE : (this.#pairFeatures[this.#pairs.find(before, stem)] ?? NONE);
      if (pair !== NONE) countIn(pairs, pair);
    });
    const [features, values]: [number[], number[]] = [[], []];
    let square = 0;
    const weigh = (feature: number, times: number, weight: number): void => {
      const value = dampened(times) * weight;
      square += value * value;
      if (feature === NONE) return;
      features.push(feature);
      values.push(value);
    };
    for (const [stem, times] of stems) weigh(this.#stemFeatures[stem] ?? NONE, times, this.#index.stemWeights[stem] ?? 0);
    for (const [pair, times] of pairs) weigh(pair, times, this.#weights[pair] ?? 0);
    const length = Math.sqrt(square) || 1;
    return { features: Int32Array.from(features), weights: Float64Array.from(values, (value) => value / length) };
  }

  /** The product of a stretch's vector with a model's weights, without making the vector. */
  along(model: Float64Array, stretch: number): number {
    const { stems, pairs, stemWeights, stemSquares } = this.#index;
    let [sum, square] = [0, stemSquares[stretch] ?? 0];
    for (let at = stems.starts[stretch] ?? 0; at < (stems.starts[stretch + 1] ?? 0); at += 1) {
      const stem = stems.numbers[at] ?? 0;
      const feature = this.#stemFeatures[stem] ?? NONE;
      if (feature !== NONE) sum += dampened(stems.times[at] ?? 1) * (stemWeights[stem] ?? 0) * (model[feature] ?? 0);
    }
    for (let at = pairs.starts[stretch] ?? 0; at < (pairs.starts[stretch + 1] ?? 0); at += 1) {
      const feature = this.#indexedPairFeatures[pairs.numbers[at] ?? 0] ?? NONE;
      if (feature === NONE) continue;
      const value = dampened(pairs.times[at] ?? 1) * (this.#weights[feature] ?? 0);
      square += value * value;
      sum += value * (model[feature] ?? 0);
    }
    return sum / (Math.sqrt(square) || 1);
  }

  /** A feature as it is written in a text; its stems where it is not there. */
  wordsOf(feature: number, text: WordRange | null): string {
    const { dictionary } = this.#store;
    const written = (stem: number): string => {
      for (let at = text?.from ?? 0; text && at < text.to; at += 1) {
        const form = text.source.forms[at] ?? 0;
        if (dictionary.stemOfForm[form] === stem && this.#isLeftOut[form] === 0) return dictionary.forms[form] ?? '';
      }
      return this.#commonestForm(stem);
    };
    return (this.#names[feature] ?? []).map(written).join(' ');
  }

  /** The first form met of a stem: forms are numbered as they are met, the commonest mostly early. */
  #commonestForm(stem: number): string {
    const { dictionary } = this.#store;
    return dictionary.forms[dictionary.stemOfForm.indexOf(stem)] ?? dictionary.stems[stem] ?? '';
  }
}
