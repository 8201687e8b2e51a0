// Cuts a set of texts in two so that their words differ most (Reinert 1983): along the first axis of a correspondence analysis, then one
// text at a time. Checked against rainette's own test in test/shared/statistics/reinert.test.ts. Long work stops for breath: generators.

/** Each text as the forms it holds (each once); forms are numbered below `forms`. */
export interface TextForms {
  readonly texts: readonly Int32Array[];
  readonly forms: number;
}

export interface Split {
  /** Places in `texts`; the first group holds the first of the texts. Texts without a form are in neither. */
  readonly groups: readonly [readonly number[], readonly number[]];
  /** Of the table of the two groups by their forms. */
  readonly chiSquare: number;
}

const MOST_ROUNDS = 300;
const STEADY = 1e-10;
/** After so many words looked at others get their turn. */
const BREATH = 400_000;
/** Up to here the best of all moves is made each time, as published; beyond, every move that is better is made, in order. */
const MOST_FOR_BEST_MOVE = 3000;
const MOST_SWEEPS = 20;
const NO_GAIN = 1e-9;

function countsOf(texts: readonly Int32Array[], forms: number): Float64Array {
  const counts = new Float64Array(forms);
  for (const text of texts) for (const form of text) counts[form] = (counts[form] ?? 0) + 1;
  return counts;
}

const GOLDEN = 0.6180339887498949;

export interface FirstAxis {
  readonly scores: Float64Array;
  readonly inertia: number;
}

/**
 * Scores of the texts on the first axis, by reciprocal averaging; the sign is such that the first text off the middle is above it. All
 * zero where the texts hold the same forms. No text may be empty.
 */
export function* firstAxis({ texts, forms }: TextForms): Generator<void, FirstAxis> {
  const counts = countsOf(texts, forms);
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  let scores: Float64Array = Float64Array.from(texts, (_, at) => ((at + 1) * GOLDEN) % 1);
  let [inertia, looked] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const size = standardised(scores, texts, total);
    if (size < 1e-12) return { scores: new Float64Array(texts.length), inertia: 0 };
    const next = averaged(scores, texts, counts);
    const [before, now] = [inertia, normOf(next, texts, total)];
    scores = next;
    inertia = now;
    looked += 2 * total;
    if (looked > BREATH) {
      looked = 0;
      yield;
    }
    if (Math.abs(now - before) <= STEADY * now && round > 10) break;
  }
  standardised(scores, texts, total);
  const sign = Math.sign(scores.find((score) => Math.abs(score) > 1e-9) ?? 1);
  return { scores: scores.map((score) => score * sign), inertia };
}

function normOf(scores: Float64Array, texts: readonly Int32Array[], total: number): number {
  let sum = 0;
  texts.forEach((text, at) => {
    sum += (text.length * (scores[at] ?? 0) ** 2) / total;
  });
  return Math.sqrt(sum);
}

/** In place: mean 0 and variance 1, texts weighing by their forms. Answers with the deviation there was. */
function standardised(scores: Float64Array, texts: readonly Int32Array[], total: number): number {
  let mean = 0;
  texts.forEach((text, at) => {
    mean += (text.length * (scores[at] ?? 0)) / total;
  });
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) - mean;
  const size = normOf(scores, texts, total);
  if (size > 0) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / size;
  return size;
}

/** Each form takes the mean of its texts, then each text the mean of its forms. */
function averaged(scores: Float64Array, texts: readonly Int32Array[], counts: Float64Array): Float64Array {
  const ofForms = new Float64Array(counts.length);
  texts.forEach((text, at) => {
    const score = scores[at] ?? 0;
    for (const form of text) ofForms[form] = (ofForms[form] ?? 0) + score;
  });
  for (let form = 0; form < ofForms.length; form += 1) ofForms[form] = (ofForms[form] ?? 0) / Math.max(1, counts[form] ?? 0);
  return Float64Array.from(texts, (text) => {
    let sum = 0;
    for (const form of text) sum += ofForms[form] ?? 0;
    return sum / text.length;
  });
}

/** The table of two groups by forms, while texts go from one to the other: what a move would change is known without doing it. */
class TwoGroups {
  readonly #texts: readonly Int32Array[];
  /** Of each form in all texts, and in the second group. */
  readonly #counts: Float64Array;
  readonly #second: Float64Array;
  readonly #total: number;
  readonly isSecond: Uint8Array;
  readonly members: [number, number];
  #secondTotal = 0;
  /** Sums over the forms of n² / N, for each group. */
  #squares: [number, number];

  constructor(texts: readonly Int32Array[], forms: number) {
    this.#texts = texts;
    this.#counts = countsOf(texts, forms);
    this.#second = new Float64Array(forms);
    this.#total = this.#counts.reduce((sum, count) => sum + count, 0);
    this.isSecond = new Uint8Array(texts.length);
    this.members = [texts.length, 0];
    this.#squares = [this.#total, 0];
  }

  #chiSquare(squares: readonly [number, number], secondTotal: number): number {
    const firstTotal = this.#total - secondTotal;
    if (firstTotal === 0 || secondTotal === 0) return 0;
    return this.#total * (squares[0] / firstTotal + squares[1] / secondTotal - 1);
  }

  get chiSquare(): number {
    return this.#chiSquare(this.#squares, this.#secondTotal);
  }

  #moved(at: number): { squares: [number, number]; secondTotal: number } {
    const text = this.#texts[at] ?? new Int32Array();
    const step = this.isSecond[at] === 1 ? -1 : 1;
    let [first, second] = this.#squares;
    for (const form of text) {
      const [count, inSecond] = [this.#counts[form] ?? 1, this.#second[form] ?? 0];
      first += (1 - 2 * step * (count - inSecond)) / count;
      second += (1 + 2 * step * inSecond) / count;
    }
    return { squares: [first, second], secondTotal: this.#secondTotal + step * text.length };
  }

  /** What chi-square would be were this text in the other group. */
  ifMoved(at: number): number {
    const { squares, secondTotal } = this.#moved(at);
    return this.#chiSquare(squares, secondTotal);
  }

  move(at: number): void {
    const { squares, secondTotal } = this.#moved(at);
    const step = this.isSecond[at] === 1 ? -1 : 1;
    for (const form of this.#texts[at] ?? []) this.#second[form] = (this.#second[form] ?? 0) + step;
    this.#squares = squares;
    this.#secondTotal = secondTotal;
    this.isSecond[at] = step === 1 ? 1 : 0;
    this.members[0] -= step;
    this.members[1] += step;
  }

  /** Whether a text may leave its group without emptying it. */
  mayMove(at: number): boolean {
    return this.members[this.isSecond[at] === 1 ? 1 : 0] > 1;
  }
}

/** Puts all texts above the best cut of the order into the second group. */
function cutAtBest(groups: TwoGroups, order: readonly number[]): void {
  let [best, bestAt] = [-1, 0];
  order.slice(0, -1).forEach((text, at) => {
    groups.move(text);
    if (groups.chiSquare > best + NO_GAIN) [best, bestAt] = [groups.chiSquare, at];
  });
  for (const text of order.slice(bestAt + 1, -1)) groups.move(text);
}

function* moveWhileBetter(groups: TwoGroups, texts: number): Generator<void, void> {
  const takesBest = texts <= MOST_FOR_BEST_MOVE;
  for (let round = 0; takesBest ? round < texts : round < MOST_SWEEPS; round += 1) {
    let [best, bestAt, moves] = [groups.chiSquare, -1, 0];
    for (let at = 0; at < texts; at += 1) {
      if (!groups.mayMove(at)) continue;
      const then = groups.ifMoved(at);
      if (then <= best + NO_GAIN) continue;
      moves += 1;
      if (takesBest) [best, bestAt] = [then, at];
      else {
        groups.move(at);
        best = groups.chiSquare;
      }
    }
    if (moves === 0) return;
    if (takesBest) groups.move(bestAt);
    yield;
  }
}

/** Null where there is nothing to cut: fewer than two texts with forms, or all alike. */
export function* splitInTwo({ texts, forms }: TextForms): Generator<void, Split | null> {
  const places = texts.flatMap((text, at) => (text.length > 0 ? [at] : []));
  const telling = places.map((at) => texts[at] ?? new Int32Array());
  if (telling.length < 2) return null;
  const { scores, inertia } = yield* firstAxis({ texts: telling, forms });
  if (inertia < 1e-12) return null;
  const order = telling.map((_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b);
  const groups = new TwoGroups(telling, forms);
  cutAtBest(groups, order);
  yield* moveWhileBetter(groups, telling.length);
  const inGroup = (which: number): number[] => places.filter((_, at) => groups.isSecond[at] === which);
  const first = groups.isSecond[0] ?? 0;
  return { groups: [inGroup(first), inGroup(1 - first)], chiSquare: groups.chiSquare };
}

export interface Pruning {
  /** Forms that fewer texts of the group hold say too little of it. */
  readonly leastTexts: number;
  /** Forms that go with one of the groups more than this (coefficient of contingency) stay in that one only. */
  readonly mostContingency: number;
}

/** Of each group, the forms that it is cut further by. */
export function formsKept({ texts, forms }: TextForms, { groups }: Split, { leastTexts, mostContingency }: Pruning): [Set<number>, Set<number>] {
  const counts = groups.map((group) =>
    countsOf(
      group.map((at) => texts[at] ?? new Int32Array()),
      forms,
    ),
  );
  const totals = counts.map((own) => own.reduce((sum, count) => sum + count, 0));
  const all = (totals[0] ?? 0) + (totals[1] ?? 0);
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let form = 0; form < forms; form += 1) {
    const frequency = (counts[0]?.[form] ?? 0) + (counts[1]?.[form] ?? 0);
    if (frequency === 0) continue;
    const expected = totals.map((total) => (frequency * total) / all);
    const chiSquare = expected.reduce((sum, by, group) => sum + ((counts[group]?.[form] ?? 0) - by) ** 2 / by, 0);
    const isOneSided = Math.sqrt(chiSquare / (chiSquare + frequency)) > mostContingency;
    kept.forEach((own, group) => {
      const count = counts[group]?.[form] ?? 0;
      if (count >= leastTexts && (!isOneSided || count > (expected[group] ?? 0))) own.add(form);
    });
  }
  return kept;
}
