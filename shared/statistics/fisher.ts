// Fisher's exact test: the chance of a table at least as unlikely as the one counted, its margins being what they are.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { marginsOf } from './contingency-table.ts';
import type { Counts } from './contingency-table.ts';
import { tableNetwork } from './fisher-network.ts';
import { logFactorial } from './tails.ts';

/** As R: tables count as equally likely up to this share of their probability. */
export const SAME_PROBABILITY = 1e-7;
export const LEAST_DRAWS = 10_000;

export interface TwoByTwoTest {
  readonly twoSided: number;
  /** Of a first cell as small as counted, or smaller. */
  readonly less: number;
  readonly greater: number;
  /** Odds ratio at its conditional maximum of likelihood, as R prints it; 0 or null (infinite) where the first cell is at an end of its range. */
  readonly oddsRatio: number | null;
}

export interface ExactTest {
  readonly p: number;
  readonly how: 'exact';
}

export interface DrawnTest {
  readonly p: number;
  readonly how: 'drawn';
  readonly draws: number;
  readonly seed: number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Root of a rising function of one unknown over the positive numbers. */
function risingRoot(of: (x: number) => number, target: number): number {
  let [low, high] = [-1, 1];
  while (of(Math.exp(low)) > target) low *= 2;
  while (of(Math.exp(high)) < target) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low)); step += 1) {
    const middle = (low + high) / 2;
    if (of(Math.exp(middle)) < target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** @param counts a 2 × 2 table without empty lines */
export function fisherTwoByTwo(counts: Counts): TwoByTwoTest {
  const { rows, columns, total } = marginsOf(counts);
  const [firstRow = 0] = rows;
  const [firstColumn = 0] = columns;
  const observed = counts[0]?.[0] ?? 0;
  const least = Math.max(0, firstRow + firstColumn - total);
  const most = Math.min(firstRow, firstColumn);
  const cells = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  const whole = logChoose(total, firstColumn);
  const logs = cells.map((cell) => logChoose(firstRow, cell) + logChoose(total - firstRow, firstColumn - cell) - whole);
  const limit = (logs[observed - least] ?? 0) + Math.log1p(SAME_PROBABILITY);
  const sumWhere = (holds: (cell: number, log: number) => boolean): number =>
    Math.min(
      1,
      logs.reduce((sum, log, at) => (holds(cells[at] ?? 0, log) ? sum + Math.exp(log) : sum), 0),
    );
  const meanAt = (odds: number): number => {
    const weights = logs.map((log, at) => log + Math.log(odds) * (cells[at] ?? 0));
    const top = weights.reduce((a, b) => Math.max(a, b));
    const shares = weights.map((weight) => Math.exp(weight - top));
    return shares.reduce((sum, share, at) => sum + share * (cells[at] ?? 0), 0) / shares.reduce((a, b) => a + b);
  };
  return {
    twoSided: sumWhere((_, log) => log <= limit),
    less: sumWhere((cell) => cell <= observed),
    greater: sumWhere((cell) => cell >= observed),
    oddsRatio: observed === least ? 0 : observed === most ? null : risingRoot(meanAt, observed),
  };
}

/** ln of the part of a table's probability that its cells decide. */
function logWeight(counts: Counts): number {
  return -counts.flat().reduce((sum, count) => sum + logFactorial(count), 0);
}

/**
 * Of a table of any size, by the network of all tables with these margins (Mehta & Patel 1983).
 * @returns null where the network is larger than `mostSteps`: draw tables then (`fisherDrawn`)
 */
export function fisherExact(counts: Counts, mostSteps = 200_000): ExactTest | null {
  const { rows, columns } = marginsOf(counts);
  const share = tableNetwork(rows, columns, logWeight(counts) + Math.log1p(SAME_PROBABILITY), mostSteps);
  return share === null ? null : { p: Math.min(1, share), how: 'exact' };
}

/** What a run of draws costs: about a step per cell and per unit of its spread. */
export function drawingSteps(counts: Counts, draws: number): number {
  const { rows, columns, total } = marginsOf(counts);
  const spread = rows.reduce((sum, row) => sum + columns.reduce((all, column) => all + 2 + Math.sqrt((row * column) / Math.max(1, total)), 0), 0);
  return spread * draws;
}

/** Patefield's way: row after row, cell after cell, each from its hypergeometric distribution given what is left. */
class TableDrawer {
  readonly #rows: readonly number[];
  readonly #columns: readonly number[];
  readonly #random: () => number;

  constructor(rows: readonly number[], columns: readonly number[], seed: number) {
    const generator = xoroshiro128plus(seed);
    this.#rows = rows;
    this.#columns = columns;
    this.#random = () => uniformFloat64(generator);
  }

  /** How many of `drawn` taken out of `marked + plain` are marked, starting where it is likeliest. */
  #hypergeometric(marked: number, plain: number, drawn: number): number {
    const [least, most] = [Math.max(0, drawn - plain), Math.min(marked, drawn)];
    if (least === most) return least;
    const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (marked + plain + 2))));
    const probability = Math.exp(logChoose(marked, mode) + logChoose(plain, drawn - mode) - logChoose(marked + plain, drawn));
    let left = this.#random() - probability;
    let [below, above] = [mode, mode];
    let [belowShare, aboveShare] = [probability, probability];
    while (left > 0 && (below > least || above < most)) {
      if (above < most) {
        aboveShare *= ((marked - above) * (drawn - above)) / ((above + 1) * (plain - drawn + above + 1));
        above += 1;
        left -= aboveShare;
        if (left <= 0) return above;
      }
      if (below > least) {
        belowShare *= (below * (plain - drawn + below)) / ((marked - below + 1) * (drawn - below + 1));
        below -= 1;
        left -= belowShare;
        if (left <= 0) return below;
      }
    }
    return mode;
  }

  /** ln weight of one table drawn at random among those with these margins. */
  logWeight(): number {
    const left = [...this.#columns];
    let log = 0;
    for (const row of this.#rows) {
      let toPlace = row;
      let others = left.reduce((sum, count) => sum + count, 0);
      for (const [column, available] of left.entries()) {
        others -= available;
        const cell = this.#hypergeometric(available, others, toPlace);
        left[column] = available - cell;
        toPlace -= cell;
        log -= logFactorial(cell);
      }
    }
    return log;
  }
}

/** By tables drawn at random; the same seed gives the same p. Besag & Clifford: the table counted is one of those that are. */
export function fisherDrawn(counts: Counts, { draws, seed }: { readonly draws: number; readonly seed: number }): DrawnTest {
  const { rows, columns } = marginsOf(counts);
  const drawer = new TableDrawer(rows, columns, seed);
  const limit = logWeight(counts) + SAME_PROBABILITY;
  let unlikely = 0;
  for (let draw = 0; draw < draws; draw += 1) if (drawer.logWeight() <= limit) unlikely += 1;
  return { p: (unlikely + 1) / (draws + 1), how: 'drawn', draws, seed };
}
