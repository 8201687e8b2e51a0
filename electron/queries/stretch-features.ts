// What a stretch of the corpus says, as a vector: stems and pairs of stems that follow each other, without stop words, weighed by how rare
// they are among all stretches of the project, coded or not.
import { dampened, inverseFrequency } from '../../shared/statistics/sparse-vector.ts';
import type { SparseVector } from '../../shared/statistics/sparse-vector.ts';
import type { WordRange } from './word-places.ts';
import type { Stretches } from './stretches.ts';
import type { WordStore } from './word-store.ts';

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

/** A pair that one text of those learned from holds tells nothing. */
const LEAST_TEXTS_OF_PAIR = 2;
/** Numbers of pairs are made of two numbers of stems. */
const PAIR = 2 ** 26;

/** The features of the texts that are learned from; those that others have besides count for their length only. */
export class Features {
  readonly #store: WordStore;
  readonly #stretches: Stretches;
  readonly #isLeftOut: Uint8Array;
  readonly #stemWeights: Float64Array;
  /** Of each stem its feature, or −1. */
  readonly #stemFeatures: Int32Array;
  readonly #pairFeatures = new Map<number, number>();
  /** Stems that a known pair begins with. */
  readonly #begins: Uint8Array;
  readonly #weights: number[] = [];
  readonly #names: (readonly [number] | readonly [number, number])[] = [];
  // the text in hand: its stems and pairs, how often each; lists that are filled anew for every text, since there are very many
  readonly #counted: number[] = [];
  readonly #times: number[] = [];
  readonly #pairs: number[] = [];
  readonly #pairTimes: number[] = [];
  readonly #features: number[] = [];
  readonly #values: number[] = [];
  readonly #seen: Int32Array;
  readonly #place: Int32Array;
  #pairPlace = new Int32Array();
  #pairSeen = new Int32Array();
  #look = 0;

  constructor(store: WordStore, stretches: Stretches, isLeftOut: Uint8Array) {
    const stems = store.dictionary.stems.length;
    this.#store = store;
    this.#stretches = stretches;
    this.#isLeftOut = isLeftOut;
    this.#stemWeights = stemFrequenciesOf(store, stretches).map((holding) => inverseFrequency(stretches.count, holding));
    this.#stemFeatures = new Int32Array(stems).fill(-1);
    this.#begins = new Uint8Array(stems);
    this.#seen = new Int32Array(stems);
    this.#place = new Int32Array(stems);
  }

  get count(): number {
    return this.#weights.length;
  }

  #stemsIn({ source, from, to }: WordRange, visit: (stem: number, before: number) => void): void {
    const { stemOfForm } = this.#store.dictionary;
    let before = -1;
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
    const pairs = new Map<number, { texts: number; last: number }>();
    texts.forEach((text, index) => {
      this.#stemsIn(text, (stem, before) => {
        if (this.#stemFeatures[stem] === -1) {
          this.#stemFeatures[stem] = this.#weights.length;
          this.#weights.push(this.#stemWeights[stem] ?? 0);
          this.#names.push([stem]);
        }
        if (before < 0) return;
        const key = before * PAIR + stem;
        const known = pairs.get(key);
        if (!known) pairs.set(key, { texts: 1, last: index });
        else if (known.last !== index) {
          known.texts += 1;
          known.last = index;
        }
      });
    });
    for (const [key, { texts: holding }] of pairs) {
      if (holding < LEAST_TEXTS_OF_PAIR) continue;
      const before = Math.floor(key / PAIR);
      this.#pairFeatures.set(key, this.#weights.length);
      this.#weights.push(0);
      this.#names.push([before, key % PAIR]);
      this.#begins[before] = 1;
    }
    this.#pairSeen = new Int32Array(this.#weights.length);
    this.#pairPlace = new Int32Array(this.#weights.length);
    this.#weighPairs();
  }

  #weighPairs(): void {
    const holding = new Float64Array(this.#weights.length);
    const last = new Int32Array(this.#weights.length).fill(-1);
    for (let stretch = 0; stretch < this.#stretches.count; stretch += 1) {
      this.#stemsIn(this.range(stretch), (stem, before) => {
        const feature = this.#pairOf(before, stem);
        if (feature < 0 || last[feature] === stretch) return;
        last[feature] = stretch;
        holding[feature] = (holding[feature] ?? 0) + 1;
      });
    }
    for (const feature of this.#pairFeatures.values()) this.#weights[feature] = inverseFrequency(this.#stretches.count, holding[feature] ?? 0);
  }

  #pairOf(before: number, stem: number): number {
    return before < 0 || this.#begins[before] === 0 ? -1 : (this.#pairFeatures.get(before * PAIR + stem) ?? -1);
  }

  range(stretch: number): WordRange {
    const source = this.#store.sources[this.#stretches.sources[stretch] ?? 0];
    if (!source) throw new Error('stretch of a source that is not in the store');
    return { source, from: this.#stretches.from[stretch] ?? 0, to: this.#stretches.to[stretch] ?? 0 };
  }

  #count(text: WordRange): void {
    const [counted, times, pairs, pairTimes] = [this.#counted, this.#times, this.#pairs, this.#pairTimes];
    const [seen, place, pairSeen, pairPlace] = [this.#seen, this.#place, this.#pairSeen, this.#pairPlace];
    const look = (this.#look += 1);
    counted.length = times.length = pairs.length = pairTimes.length = 0;
    this.#stemsIn(text, (stem, before) => {
      if (seen[stem] === look) times[place[stem] ?? 0] = (times[place[stem] ?? 0] ?? 0) + 1;
      else {
        seen[stem] = look;
        place[stem] = counted.push(stem) - 1;
        times.push(1);
      }
      const pair = this.#pairOf(before, stem);
      if (pair < 0) return;
      if (pairSeen[pair] === look) pairTimes[pairPlace[pair] ?? 0] = (pairTimes[pairPlace[pair] ?? 0] ?? 0) + 1;
      else {
        pairSeen[pair] = look;
        pairPlace[pair] = pairs.push(pair) - 1;
        pairTimes.push(1);
      }
    });
  }

  /** Weighs what was counted; features that were not learned from count for the length only. Answers with the length. */
  #weigh(text: WordRange): number {
    this.#count(text);
    const [features, values] = [this.#features, this.#values];
    features.length = values.length = 0;
    let square = 0;
    for (let at = 0; at < this.#counted.length; at += 1) {
      const stem = this.#counted[at] ?? 0;
      const value = dampened(this.#times[at] ?? 1) * (this.#stemWeights[stem] ?? 0);
      square += value * value;
      const feature = this.#stemFeatures[stem] ?? -1;
      if (feature < 0) continue;
      features.push(feature);
      values.push(value);
    }
    for (let at = 0; at < this.#pairs.length; at += 1) {
      const pair = this.#pairs[at] ?? 0;
      const value = dampened(this.#pairTimes[at] ?? 1) * (this.#weights[pair] ?? 0);
      square += value * value;
      features.push(pair);
      values.push(value);
    }
    return Math.sqrt(square) || 1;
  }

  vector(text: WordRange): SparseVector {
    const length = this.#weigh(text);
    const [features, weights] = [new Int32Array(this.#features), new Float64Array(this.#values)];
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / length;
    return { features, weights };
  }

  /** The product of the text's vector with a model's weights, without making the vector. */
  along(model: Float64Array, text: WordRange): number {
    const length = this.#weigh(text);
    let sum = 0;
    for (let at = 0; at < this.#features.length; at += 1) sum += (this.#values[at] ?? 0) * (model[this.#features[at] ?? 0] ?? 0);
    return sum / length;
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
