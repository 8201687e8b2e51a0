// Gamma (Mathet, Widlöcher & Métivier, Computational Linguistics 41, 2015): units of several coders, overlapping or not, are aligned with each other
// so that what remains apart is least, and that is compared with what chance would leave apart.
import { randomNumbers } from './agreement-bootstrap.ts';
import { coderPairs } from './agreement-ratings.ts';
import type { ValuedSpan } from './agreement-unitizing.ts';
import { cheapestAssignment } from './assignment-problem.ts';
import { isUndefined, undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface GammaWeights {
  readonly positional: number;
  readonly categorical: number;
  /** What a unit costs that a coder has nothing for. */
  readonly empty: number;
}

export const USUAL_GAMMA: GammaWeights = { positional: 1, categorical: 1, empty: 1 };

/** At most one unit of each coder, taken for the same; by number. */
interface Alignment {
  readonly units: readonly number[];
  readonly disorder: number;
}

interface Units {
  readonly all: readonly (ValuedSpan & { readonly coder: number })[];
  readonly coders: number;
  readonly pairs: number;
}

/** Aligned another way, units would cost no more alone. */
const MOST_CANDIDATES = 200_000;
const MOST_STEPS = 100_000;

function dissimilarity(a: ValuedSpan, b: ValuedSpan, { positional, categorical, empty }: GammaWeights): number {
  const apart = (Math.abs(a.start - b.start) + Math.abs(a.end - b.end)) / (a.end - a.start + (b.end - b.start));
  return empty * (positional * apart ** 2 + (a.value === b.value ? 0 : categorical));
}

/** All alignments that cost no more than their units apart; undefined where there are too many. */
function candidates({ all, coders, pairs }: Units, weights: GammaWeights): Alignment[] | null {
  const byCoder = Array.from({ length: coders }, (_, coder) => all.flatMap((unit, at) => (unit.coder === coder ? [at] : [])));
  const most = coders * weights.empty * pairs;
  const found: Alignment[] = [];
  const extend = (coder: number, chosen: readonly number[], cost: number): void => {
    if (found.length > MOST_CANDIDATES) return;
    if (coder === coders) {
      const empties = pairs - (chosen.length * (chosen.length - 1)) / 2;
      const whole = cost + empties * weights.empty;
      if (chosen.length > 0 && whole <= most) found.push({ units: chosen, disorder: whole / pairs });
      return;
    }
    extend(coder + 1, chosen, cost);
    for (const unit of byCoder[coder] ?? []) {
      const here = all[unit];
      let more = cost;
      for (const other of chosen) {
        const there = all[other];
        if (here && there) more += dissimilarity(here, there, weights);
      }
      if (more <= most) extend(coder + 1, [...chosen, unit], more);
    }
  };
  extend(0, [], 0);
  return found.length > MOST_CANDIDATES ? null : found;
}

/** Units that some alignment holds together, with the alignments among them: each group is settled by itself. */
function groupsOf(count: number, alignments: readonly Alignment[]): Alignment[][] {
  const parent = Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (const { units } of alignments) for (const unit of units) parent[rootOf(unit)] = rootOf(units[0] ?? unit);
  return [...Map.groupBy(alignments, ({ units }) => rootOf(units[0] ?? 0)).values()];
}

/** The cheapest way to give every unit of a group to one alignment: branch and bound; null where it takes too long. */
function leastDisorder(alignments: readonly Alignment[]): number | null {
  const byUnit = new Map<number, Alignment[]>();
  for (const alignment of alignments) for (const unit of alignment.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), alignment]);
  for (const own of byUnit.values()) own.sort((a, b) => a.disorder / a.units.length - b.disorder / b.units.length);
  const shareOf = (unit: number): number => {
    const cheapest = byUnit.get(unit)?.[0];
    return cheapest ? cheapest.disorder / cheapest.units.length : 0;
  };
  const order = [...byUnit.keys()].sort((a, b) => (byUnit.get(a)?.length ?? 0) - (byUnit.get(b)?.length ?? 0));
  const taken = new Set<number>();
  let [best, steps] = [Number.POSITIVE_INFINITY, 0];
  const settle = (cost: number, bound: number): void => {
    steps += 1;
    if (steps > MOST_STEPS || cost + bound >= best) return;
    const unit = order.find((one) => !taken.has(one));
    if (unit === undefined) {
      best = cost;
      return;
    }
    for (const { units, disorder } of byUnit.get(unit) ?? []) {
      if (units.some((one) => taken.has(one))) continue;
      for (const one of units) taken.add(one);
      settle(cost + disorder, bound - units.reduce((sum, one) => sum + shareOf(one), 0));
      for (const one of units) taken.delete(one);
    }
  };
  settle(
    0,
    order.reduce((sum, unit) => sum + shareOf(unit), 0),
  );
  return steps > MOST_STEPS ? null : best;
}

/** Two coders: units that are worth holding together are matched at the least cost; all others stay alone. */
function pairedDisorder(first: readonly ValuedSpan[], second: readonly ValuedSpan[], weights: GammaWeights): number {
  const [rows, columns] = first.length <= second.length ? [first, second] : [second, first];
  const alone = (rows.length + columns.length) * weights.empty;
  const saved = new Map<number, Map<number, number>>();
  for (const [row, a] of rows.entries()) {
    for (const [column, b] of columns.entries()) {
      const saving = 2 * weights.empty - dissimilarity(a, b, weights);
      if (saving <= 0) continue;
      const own = saved.get(row) ?? new Map<number, number>();
      saved.set(row, own.set(column, saving));
    }
  }
  // units that nothing could hold together are settled apart: most of them, where texts are long
  return alone - neighbourhoods(saved).reduce((sum, group) => sum + mostSaved(group, saved), 0);
}

interface Neighbourhood {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function neighbourhoods(saved: ReadonlyMap<number, ReadonlyMap<number, number>>): Neighbourhood[] {
  const rowsOf = new Map<number, number[]>();
  for (const [row, columns] of saved) for (const column of columns.keys()) rowsOf.set(column, [...(rowsOf.get(column) ?? []), row]);
  const seen = new Set<number>();
  return [...saved.keys()].flatMap((start): Neighbourhood[] => {
    if (seen.has(start)) return [];
    seen.add(start);
    const rows = [start];
    const columns = new Set<number>();
    for (const row of rows) {
      for (const column of saved.get(row)?.keys() ?? []) {
        if (columns.has(column)) continue;
        columns.add(column);
        for (const other of rowsOf.get(column) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          rows.push(other);
        }
      }
    }
    return [{ rows, columns: [...columns] }];
  });
}

function mostSaved({ rows, columns }: Neighbourhood, saved: ReadonlyMap<number, ReadonlyMap<number, number>>): number {
  const cost = rows.map((row) => columns.map((column) => -(saved.get(row)?.get(column) ?? 0)));
  const wide = rows.length <= columns.length ? cost : columns.map((_, column) => cost.map((line) => line[column] ?? 0));
  return -cheapestAssignment(wide).reduce((sum, column, row) => sum + (wide[row]?.[column] ?? 0), 0);
}

/** What remains apart in the best alignment of one text, all units together. Three coders or more may be too many to settle exactly. */
function leastApart(coders: readonly (readonly ValuedSpan[])[], weights: GammaWeights): number | Undefined {
  const [first, second] = coders;
  if (coders.length === 2 && first && second) return pairedDisorder(first, second, weights);
  const all = coders.flatMap((units, coder) => units.map((unit) => ({ ...unit, coder })));
  const alignments = candidates({ all, coders: coders.length, pairs: coderPairs(coders.length).length }, weights);
  if (!alignments) return undefinedFor('tooLarge');
  let sum = 0;
  for (const group of groupsOf(all.length, alignments)) {
    const least = leastDisorder(group);
    if (least === null) return undefinedFor('tooLarge');
    sum += least;
  }
  return sum;
}

/** One text: what each coder marked, in any order, overlapping or not. */
export interface GammaText {
  readonly length: number;
  readonly coders: readonly (readonly ValuedSpan[])[];
}

/** Of the best alignments of several texts, per unit of a coder on average. Tested against unitizing-gamma-observed-disorder (pygamma-agreement). */
function disorderOf(texts: readonly GammaText[], weights: GammaWeights): number | Undefined {
  let [sum, units] = [0, 0];
  for (const { coders } of texts) {
    const own = leastApart(coders, weights);
    if (isUndefined(own)) return own;
    sum += own;
    units += coders.reduce((count, spans) => count + spans.length, 0);
  }
  const coders = texts[0]?.coders.length ?? 0;
  if (coders < 2) return undefinedFor('oneCoder');
  return units === 0 ? undefinedFor('empty') : sum / (units / coders);
}

export function observedDisorder(coders: readonly (readonly ValuedSpan[])[], weights = USUAL_GAMMA): number | Undefined {
  return disorderOf([{ length: 0, coders }], weights);
}

/**
 * A text as chance would mark it, as in the paper: each coder is one of the real ones, all of whose units are turned round the text by one shift.
 * pygamma-agreement draws otherwise where nothing is said (numbers, lengths and gaps of units from normal distributions), so that its gammas of a
 * few units differ by up to 0.12; with its way of drawing these observed disorders give its figures within their own chance.
 */
function shuffled({ length, coders }: GammaText, random: () => number): GammaText {
  const units = coders.flat();
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, units.length) / 2;
  const pivots: number[] = [];
  const drawPivot = (): number => {
    // where a text is too short to keep all shifts apart, the last one drawn is taken
    for (let tries = 0; ; tries += 1) {
      const pivot = Math.floor(random() * length);
      const distance = (other: number): number => Math.min(Math.abs(pivot - other), length - Math.abs(pivot - other));
      if (tries >= MOST_TRIES || pivots.every((other) => distance(other) >= apart)) {
        pivots.push(pivot);
        return pivot;
      }
    }
  };
  return {
    length,
    coders: coders.map(() => {
      const model = coders[Math.floor(random() * coders.length)] ?? [];
      const pivot = drawPivot();
      return model.map(({ start, end, value }) => {
        const from = (start + pivot) % Math.max(1, length);
        return { start: from, end: from + end - start, value };
      });
    }),
  };
}

const MOST_TRIES = 20;
const FIRST_SAMPLES = 30;
const MOST_SAMPLES = 300;
const Z = 1.96;
/** Of the disorder expected: within this share of it, with 95 % confidence. */
const PRECISION = 0.02;

export interface Gamma {
  readonly gamma: number;
  readonly observed: number;
  readonly expected: number;
  readonly samples: number;
  readonly seed: number;
  readonly units: number;
}

/** How many samples the mean needs, from those drawn so far. */
function samplesNeeded(drawn: readonly number[]): number {
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1);
  return Math.min(MOST_SAMPLES, Math.max(drawn.length, Math.ceil((Z * Math.sqrt(variance)) / mean / PRECISION) ** 2));
}

/**
 * 1 − observed ⁄ expected disorder; below 0 where coders agree less than chance would. A step per sample, so that whoever asks can tell how far it
 * is, and stop it. Undefined with fewer than two coders, without units, where chance leaves nothing apart, and where more than two coders are too many units.
 */
export function* gammaOf(
  texts: readonly GammaText[],
  seed: number,
  weights = USUAL_GAMMA,
): Generator<{ done: number; total: number }, Gamma | Undefined> {
  const marked = texts.filter(({ coders }) => coders.some((spans) => spans.length > 0));
  const observed = disorderOf(marked, weights);
  if (texts.length > 0 && (texts[0]?.coders.length ?? 0) < 2) return undefinedFor('oneCoder');
  if (marked.length === 0) return undefinedFor('empty');
  if (isUndefined(observed)) return observed;
  const random = randomNumbers(seed);
  const drawn: number[] = [];
  let total = FIRST_SAMPLES;
  while (drawn.length < total) {
    const sample = disorderOf(
      marked.map((text) => shuffled(text, random)),
      weights,
    );
    if (isUndefined(sample)) {
      // nobody who marked anything was drawn
      if (sample.because !== 'empty') return sample;
      continue;
    }
    drawn.push(sample);
    if (drawn.length === FIRST_SAMPLES) total = samplesNeeded(drawn);
    yield { done: drawn.length, total };
  }
  const expected = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  if (!(expected > 0)) return undefinedFor('noVariation');
  const units = marked.reduce((sum, { coders }) => sum + coders.reduce((count, spans) => count + spans.length, 0), 0);
  return { gamma: 1 - observed / expected, observed, expected, samples: drawn.length, seed, units };
}
