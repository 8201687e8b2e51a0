// Intervals by drawing again: sources or units with replacement, from a seed that is kept, so that anybody finds the same interval.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Coincidences } from './agreement-alpha.ts';
import { isUndefined, undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface DrawnInterval {
  /** Of 95 %: percentiles of what was drawn. */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
  /** Draws in which the coefficient did not exist; they are left out. */
  readonly undefinedDraws: number;
  readonly seed: number;
}

export interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

export const USUAL_DRAWING: Drawing = { draws: 1000, seed: 2007 };

const TAIL = 0.025;
/** With more of them, what remains says nothing of the coefficient. */
const MOST_UNDEFINED = 0.5;

/** Numbers of [0, 1), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

export function percentiles(values: readonly (number | Undefined)[], { draws, seed }: Drawing): DrawnInterval | Undefined {
  const found = Float64Array.from(values.filter((value) => !isUndefined(value))).sort();
  const undefinedDraws = values.length - found.length;
  if (found.length === 0 || undefinedDraws > values.length * MOST_UNDEFINED) return undefinedFor('noVariation');
  // every draw the same: drawing again tells nothing of how sure the coefficient is
  if (found[0] === found.at(-1)) return undefinedFor('noVariation');
  const at = (share: number): number => found[Math.min(found.length - 1, Math.max(0, Math.trunc(share * found.length)))] ?? 0;
  return { low: at(TAIL), high: at(1 - TAIL), draws, undefinedDraws, seed };
}

/** Which of `count` things each draw takes, and how often. */
export function drawSources(count: number, { draws, seed }: Drawing): readonly Uint16Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: draws }, () => {
    const times = new Uint16Array(count);
    for (let at = 0; at < count; at += 1) {
      const drawn = Math.floor(random() * count);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    return times;
  });
}

/** How many of `count` units fall to a share: by the waiting times between them, so that rare ones cost little. */
function drawBinomial(count: number, share: number, random: () => number): number {
  if (share <= 0 || count === 0) return 0;
  if (share >= 1) return count;
  if (share > 0.5) return count - drawBinomial(count, 1 - share, random);
  const scale = Math.log1p(-share);
  let [found, at] = [0, 0];
  for (;;) {
    at += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (at > count) return found;
    found += 1;
  }
}

/** The units of every kind drawn again: as many in all. Kinds by falling numbers are drawn slowest, so the most frequent takes the rest. */
export function drawUnits(counts: readonly number[], random: () => number): number[] {
  const order = counts.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count);
  const drawn = counts.map(() => 0);
  let [left, of] = [counts.reduce((sum, count) => sum + count, 0), counts.reduce((sum, count) => sum + count, 0)];
  for (const { count, at } of order) {
    const found = of <= 0 ? 0 : drawBinomial(left, count / of, random);
    drawn[at] = found;
    left -= found;
    of -= count;
  }
  return drawn;
}

/** The interval of any coefficient of sources: `of` is given how often each was drawn. */
export function intervalOverSources(count: number, drawing: Drawing, of: (times: Uint16Array) => number | Undefined): DrawnInterval | Undefined {
  if (count < 2) return undefinedFor('tooFewUnits');
  return percentiles(drawSources(count, drawing).map(of), drawing);
}

/** The interval of any coefficient of units, by their kinds (how many were judged so). */
export function intervalOverUnits(
  counts: readonly number[],
  drawing: Drawing,
  of: (counts: readonly number[]) => number | Undefined,
): DrawnInterval | Undefined {
  if (counts.reduce((sum, count) => sum + count, 0) < 2) return undefinedFor('tooFewUnits');
  const random = randomNumbers(drawing.seed);
  return percentiles(
    Array.from({ length: drawing.draws }, () => of(drawUnits(counts, random))),
    drawing,
  );
}

export interface HayesKrippendorff extends DrawnInterval {
  /** Share of draws below a value: the risk of taking data for reliable that are not. */
  readonly below: (least: number) => number;
}

/**
 * The bootstrap of Hayes & Krippendorff 2007, on pairs and not on units: about half as wide. `pairs` deviations are drawn per sample: the number
 * of pairs as in 2007; the macro of 2011 draws fewer or more (`agree-hayes-krippendorff2007`).
 */
export function hayesKrippendorffInterval(
  { cells, pairable }: Coincidences,
  difference: (a: number, b: number) => number,
  expectedDisagreement: number,
  pairs: number,
  drawing: Drawing,
): HayesKrippendorff {
  const kinds = cells.flatMap((line, c) =>
    line.slice(c).map((cell, at) => ({ share: ((at === 0 ? 1 : 2) * cell) / pairable, apart: difference(c, c + at), isSame: at === 0 })),
  );
  const found = kinds.filter(({ share }) => share > 0);
  const random = randomNumbers(drawing.seed);
  const alphas = Float64Array.from({ length: drawing.draws }, () => {
    let apart = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      let at = random();
      const kind = found.find(({ share }) => (at -= share) < 0) ?? found.at(-1);
      apart += kind?.apart ?? 0;
    }
    return Math.max(-1, 1 - apart / (pairs * expectedDisagreement));
  });
  takeBackPerfect(
    alphas,
    found.filter(({ isSame }) => isSame).map(({ share }) => share),
    pairs,
  );
  alphas.sort();
  const at = (index: number): number => alphas[Math.min(alphas.length - 1, Math.max(0, index))] ?? 0;
  return {
    low: at(Math.trunc(TAIL * drawing.draws)),
    high: at(Math.trunc((1 - TAIL) * drawing.draws) + 1),
    draws: drawing.draws,
    undefinedDraws: 0,
    seed: drawing.seed,
    below: (least) => alphas.filter((alpha) => alpha < least).length / alphas.length,
  };
}

/** A sample without a deviation may come from one category alone: then it says nothing, and counts as 0. */
function takeBackPerfect(alphas: Float64Array, same: readonly number[], pairs: number): void {
  const perfect = [...alphas.keys()].filter((at) => alphas[at] === 1);
  const alone = same.length === 1 ? perfect.length : Math.round(alphas.length * same.reduce((sum, share) => sum + share ** pairs, 0));
  for (const at of perfect.slice(0, alone)) alphas[at] = 0;
}
