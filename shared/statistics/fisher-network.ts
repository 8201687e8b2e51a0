// All tables with given margins, column after column, as paths through a network of what is left of the rows (Mehta & Patel 1983): paths
// that leave the same behind go on together, and the last two columns are weighed at once for all that reach them.
import { logFactorial } from './tails.ts';

/** What is left of the rows before a column, in descending order: tables do not care which row is which. */
type Left = readonly number[];

/** Ways to get to a node: by their ln weight, how many of them weigh as much. */
interface Node {
  readonly left: Left;
  readonly pasts: Map<number, { readonly log: number; times: number }>;
}

class TooLarge extends Error {}

/** Values of ln weight this near to each other are one path taken several times. */
const SAME = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every way to place a column in what is left: `visit` gets the cells, which it must not keep. */
function eachColumn(left: Left, toPlace: number, visit: (cells: readonly number[]) => void): void {
  const cells = left.map(() => 0);
  const below = left.map((_, row) => sum(left.slice(row + 1)));
  const place = (row: number, rest: number): void => {
    if (row === left.length - 1) {
      cells[row] = rest;
      return visit(cells);
    }
    const most = Math.min(left[row] ?? 0, rest);
    for (let cell = Math.max(0, rest - (below[row] ?? 0)); cell <= most; cell += 1) {
      cells[row] = cell;
      place(row + 1, rest - cell);
    }
    return undefined;
  };
  place(0, toPlace);
}

class Network {
  readonly #columns: readonly number[];
  #budget: number;

  constructor(columns: readonly number[], budget: number) {
    this.#columns = columns;
    this.#budget = budget;
  }

  /** A step is a cell looked at: tables of many rows cost more each. */
  #spend(cells: number): void {
    if ((this.#budget -= cells) < 0) throw new TooLarge();
  }

  /** Share of the tables, by weight, whose ln weight is at most `limit`. */
  shareUpTo(limit: number, start: Left): number {
    let stage = new Map<string, Node>([['', { left: start, pasts: new Map([[0, { log: 0, times: 1 }]]) }]]);
    for (const column of this.#columns.slice(0, -2)) stage = this.#after(stage, column);
    // of all tables together: N! / (Π row! Π column!)
    const whole = logFactorial(sum(start)) - sum([...start, ...this.#columns].map(logFactorial));
    let share = 0;
    for (const node of stage.values()) share += this.#endings(node, limit, whole);
    return share;
  }

  #after(stage: ReadonlyMap<string, Node>, column: number): Map<string, Node> {
    const next = new Map<string, Node>();
    for (const { left, pasts } of stage.values())
      eachColumn(left, column, (cells) => {
        const rest = left.map((count, row) => count - (cells[row] ?? 0)).sort((a, b) => b - a);
        const key = rest.join();
        const weight = sum(cells.map(logFactorial));
        let node = next.get(key);
        if (!node) next.set(key, (node = { left: rest, pasts: new Map() }));
        this.#spend(left.length + pasts.size);
        for (const { log, times } of pasts.values()) {
          const reached = log - weight;
          const same = Math.round(reached / SAME);
          const past = node.pasts.get(same);
          if (past) past.times += times;
          else node.pasts.set(same, { log: reached, times });
        }
      });
    return next;
  }

  /** The last column takes what the one before it leaves: all their ways, the lightest first, answer for every path that came here. */
  #endings({ left, pasts }: Node, limit: number, whole: number): number {
    const found: number[] = [];
    eachColumn(left, this.#columns.at(-2) ?? 0, (cells) => {
      this.#spend(left.length);
      let log = 0;
      for (const [row, cell] of cells.entries()) log -= logFactorial(cell) + logFactorial((left[row] ?? 0) - cell);
      found.push(log);
    });
    const logs = Float64Array.from(found).sort();
    const heaviest = logs.at(-1) ?? 0;
    const sums = new Float64Array(logs.length + 1);
    for (const [at, log] of logs.entries()) sums[at + 1] = (sums[at] ?? 0) + Math.exp(log - heaviest);
    let share = 0;
    for (const { log, times } of pasts.values()) {
      let [low, high] = [0, logs.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((logs[middle] ?? 0) <= limit - log) low = middle + 1;
        else high = middle;
      }
      share += times * (sums[low] ?? 0) * Math.exp(log + heaviest - whole);
    }
    return share;
  }
}

/**
 * Share of all tables with these margins, by their probability, whose cells' ln weight (−Σ ln cell!) is at most `limit`.
 * @returns null where it takes more than `mostSteps`
 */
export function tableNetwork(rows: readonly number[], columns: readonly number[], limit: number, mostSteps: number): number | null {
  const [kept, passed] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  try {
    // the largest columns last, where they are weighed at once
    return new Network(
      [...passed].sort((a, b) => a - b),
      mostSteps,
    ).shareUpTo(
      limit,
      [...kept].sort((a, b) => b - a),
    );
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}
