// How categories accumulate interview by interview: in the order taken, on average over all orders, and by runs that add little.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** Interview by interview, in the order taken: which categories are in it, by their numbers, each once. */
export type Incidence = readonly (readonly number[])[];

export interface Accumulation {
  /** Categories seen for the first time, per interview. */
  readonly added: readonly number[];
  /** Categories seen up to and with each interview. */
  readonly cumulative: readonly number[];
}

export function accumulate(incidence: Incidence): Accumulation {
  const known = new Set<number>();
  const added: number[] = [];
  const cumulative: number[] = [];
  for (const own of incidence) {
    const before = known.size;
    for (const category of own) known.add(category);
    added.push(known.size - before);
    cumulative.push(known.size);
  }
  return { added, cumulative };
}

/** Category → in how many interviews. */
function occurrences(incidence: Incidence): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const own of incidence) for (const category of own) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

/** C(all − without, drawn) / C(all, drawn): the chance that none of `without` interviews is among those drawn. */
function chanceOfMissing(all: number, without: number, drawn: number): number {
  if (all - without < drawn) return 0;
  let chance = 1;
  for (let step = 0; step < drawn; step += 1) chance *= (all - without - step) / (all - step);
  return chance;
}

export interface ExpectedStep {
  /** Mean number of categories over all orders of the interviews. */
  readonly mean: number;
  /** Standard deviation over all orders. */
  readonly deviation: number;
  /** What R's vegan prints beside the mean: the same, approximated by correlations between categories (Kindt, in specaccum). */
  readonly veganDeviation: number;
}

interface Held {
  readonly count: number;
  readonly isIn: readonly boolean[];
}

const both = (a: Held, b: Held): number => a.isIn.reduce((sum, isIn, at) => sum + (isIn && b.isIn[at] === true ? 1 : 0), 0);

/** Of being in an interview; 0 where one of them is in all of them. */
function correlation(a: Held, b: Held, all: number): number {
  const spread = a.count * (all - a.count) * b.count * (all - b.count);
  return spread === 0 ? 0 : (all * both(a, b) - a.count * b.count) / Math.sqrt(spread);
}

/**
 * The curve that does not depend on the order: exact expectation over all orders (sample-based rarefaction), one step per interview.
 * Colwell, Mao & Chang 2004.
 */
export function expectedAccumulation(incidence: Incidence): ExpectedStep[] {
  const all = incidence.length;
  const held = [...occurrences(incidence)].map(([category, count]): Held => ({ count, isIn: incidence.map((own) => own.includes(category)) }));
  const pairs = held.flatMap((a, at) =>
    held.slice(at + 1).map((b) => ({ a, b, either: a.count + b.count - both(a, b), alike: correlation(a, b, all) })),
  );
  return incidence.map((_, at) => {
    const missing = Array.from({ length: all + 1 }, (__, without) => chanceOfMissing(all, without, at + 1));
    const chance = (without: number): number => missing[without] ?? 0;
    const spread = ({ count }: Held): number => chance(count) * (1 - chance(count));
    const own = held.reduce((sum, one) => sum + spread(one), 0);
    const exact = pairs.reduce((sum, { a, b, either }) => sum + 2 * (chance(either) - chance(a.count) * chance(b.count)), own);
    const approximate = pairs.reduce((sum, { a, b, alike }) => sum + 2 * alike * Math.sqrt(spread(a) * spread(b)), own);
    return {
      mean: held.reduce((sum, { count }) => sum + 1 - chance(count), 0),
      deviation: Math.sqrt(Math.max(0, exact)),
      veganDeviation: Math.sqrt(Math.max(0, approximate)),
    };
  });
}

export interface RunStep {
  /** Interviews before the run. */
  readonly after: number;
  /** Categories that the run adds. */
  readonly added: number;
  /** Of those of the base. */
  readonly ratio: number;
}

export interface RunsOfLittle {
  /** Distinct categories of the first interviews: the denominator, which stays. */
  readonly base: number;
  readonly steps: readonly RunStep[];
  /** The first run at or below the threshold; null where none is. */
  readonly reached: RunStep | null;
}

/**
 * Guest, Namey & Chen 2020 (PLoS ONE 15(5) e0232076): new categories of each run of interviews, over those of the base.
 * @param added first-time categories per interview, in order
 * @param threshold a share: 0.05 for 5 %
 */
export function runsOfLittle(
  added: readonly number[],
  { baseSize, runLength, threshold }: { baseSize: number; runLength: number; threshold: number },
): RunsOfLittle | Undefined {
  if (added.length < baseSize + runLength) return undefinedFor('tooFewUnits');
  const sum = (from: number, to: number): number => added.slice(from, to).reduce((total, one) => total + one, 0);
  const base = sum(0, baseSize);
  if (base === 0) return undefinedFor('empty');
  const steps: RunStep[] = [];
  for (let after = baseSize; after + runLength <= added.length; after += 1) {
    const own = sum(after, after + runLength);
    steps.push({ after, added: own, ratio: own / base });
  }
  return { base, steps, reached: steps.find(({ ratio }) => ratio <= threshold) ?? null };
}
