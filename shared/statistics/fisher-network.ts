// All tables with given margins, column after column, as paths through a network of what is left of the rows (Mehta & Patel 1983):
// whole bundles of paths are taken or left at once where all of them are, or none is, as unlikely as the table counted.
import { logFactorial } from './tails.ts';

/** What is left of the rows before a column, in descending order: tables do not care which row is which. */
type Left = readonly number[];

/** Of all ways to go on from a node: ln of their summed weight, of the heaviest and of the lightest. */
interface Rest {
  readonly total: number;
  readonly most: number;
  readonly least: number;
}

interface Step {
  readonly key: string;
  readonly left: Left;
  readonly log: number;
}

class TooLarge extends Error {}

/** Values of ln weight this near to each other are one path taken several times. */
const SAME = 1e-9;

class Network {
  readonly #columns: readonly number[];
  readonly #rests = new Map<string, Rest>();
  readonly #steps = new Map<string, readonly Step[]>();
  #budget: number;

  constructor(columns: readonly number[], budget: number) {
    this.#columns = columns;
    this.#budget = budget;
  }

  /** Ways to fill the column at `stage`, those that leave the same behind put together by their weights. */
  steps(stage: number, left: Left, key: string): readonly Step[] {
    const known = this.#steps.get(key);
    if (known) return known;
    const steps: Step[] = [];
    const cells: number[] = [];
    const place = (row: number, toPlace: number, log: number): void => {
      if (row === left.length) {
        if ((this.#budget -= 1) < 0) throw new TooLarge();
        const rest = left.map((count, at) => count - (cells[at] ?? 0)).sort((a, b) => b - a);
        steps.push({ key: `${stage + 1}:${rest.join()}`, left: rest, log });
        return;
      }
      const below = left.slice(row + 1).reduce((sum, count) => sum + count, 0);
      for (let cell = Math.max(0, toPlace - below); cell <= Math.min(left[row] ?? 0, toPlace); cell += 1) {
        cells[row] = cell;
        place(row + 1, toPlace - cell, log - logFactorial(cell));
      }
    };
    place(0, this.#columns[stage] ?? 0, 0);
    this.#steps.set(key, steps);
    return steps;
  }

  rest(stage: number, left: Left, key: string): Rest {
    const known = this.#rests.get(key);
    if (known) return known;
    const rest = stage === this.#columns.length - 1 ? this.#last(left) : this.#goOn(stage, left, key);
    this.#rests.set(key, rest);
    return rest;
  }

  /** The last column takes what is left. */
  #last(left: Left): Rest {
    const log = -left.reduce((sum, count) => sum + logFactorial(count), 0);
    return { total: log, most: log, least: log };
  }

  #goOn(stage: number, left: Left, key: string): Rest {
    const ways = this.steps(stage, left, key).map((step) => {
      const after = this.rest(stage + 1, step.left, step.key);
      return { total: step.log + after.total, most: step.log + after.most, least: step.log + after.least };
    });
    const top = ways.reduce((most, way) => Math.max(most, way.total), Number.NEGATIVE_INFINITY);
    return {
      total: top + Math.log(ways.reduce((sum, way) => sum + Math.exp(way.total - top), 0)),
      most: ways.reduce((most, way) => Math.max(most, way.most), Number.NEGATIVE_INFINITY),
      least: ways.reduce((least, way) => Math.min(least, way.least), Number.POSITIVE_INFINITY),
    };
  }

  /** Share of the tables, by weight, whose ln weight is at most `limit`. */
  shareUpTo(limit: number, start: Left): number {
    const startKey = `0:${start.join()}`;
    const whole = this.rest(0, start, startKey).total;
    let share = 0;
    let stage = new Map([[startKey, { left: start, pasts: new Map([[0, { log: 0, times: 1 }]]) }]]);
    for (let at = 0; at < this.#columns.length && stage.size > 0; at += 1) {
      const next: typeof stage = new Map();
      for (const [key, { left, pasts }] of stage) {
        const rest = this.rest(at, left, key);
        for (const { log, times } of pasts.values()) {
          if (log + rest.most <= limit) share += times * Math.exp(log + rest.total - whole);
          else if (log + rest.least <= limit) this.#pass(next, this.steps(at, left, key), log, times);
        }
      }
      stage = next;
    }
    return share;
  }

  #pass(
    next: Map<string, { left: Left; pasts: Map<number, { log: number; times: number }> }>,
    steps: readonly Step[],
    log: number,
    times: number,
  ): void {
    for (const step of steps) {
      if ((this.#budget -= 1) < 0) throw new TooLarge();
      let node = next.get(step.key);
      if (!node) next.set(step.key, (node = { left: step.left, pasts: new Map() }));
      const reached = log + step.log;
      const same = Math.round(reached / SAME);
      const past = node.pasts.get(same);
      if (past) past.times += times;
      else node.pasts.set(same, { log: reached, times });
    }
  }
}

/**
 * Share of all tables with these margins, by their probability, whose cells' ln weight (−Σ ln cell!) is at most `limit`.
 * @returns null where it takes more than `mostSteps`
 */
export function tableNetwork(rows: readonly number[], columns: readonly number[], limit: number, mostSteps: number): number | null {
  // fewer nodes where what is left is kept of the shorter side, and columns come in descending order
  const [kept, passed] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const descending = (totals: readonly number[]): number[] => [...totals].sort((a, b) => b - a);
  try {
    return new Network(descending(passed), mostSteps).shareUpTo(limit, descending(kept));
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}
