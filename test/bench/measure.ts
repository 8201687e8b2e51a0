// How a figure is taken: several runs, the median, and the same work done by SQLite alone where that means something.

/** One line of the bench, as CLI.md shapes it. */
export interface BenchRow {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms';
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly runs: number;
  readonly budget: number | null;
  readonly met: boolean | null;
  readonly sqliteRatio: number | null;
  readonly rssMb: number;
  /** Why there is no figure, when there is none; or what else the measure found. */
  readonly note: string | null;
}

export interface Measure {
  readonly id: string;
  readonly what: string;
  /** Milliseconds, from the project's issues; null where none is set. */
  readonly budget: number | null;
  readonly runs?: number;
  /** One run, perhaps a promise; a number answered is its own milliseconds, where the clock must not include preparing it. */
  readonly run: (turn: number) => unknown;
  /** The bare SQLite work of the same run. */
  readonly bare?: (turn: number) => void;
  /** Asked after the last run: what else it found, in a few words. */
  readonly note?: () => string;
  /** Of the process that did the work, in MB, where it is not this one. */
  readonly memory?: () => number;
}

const DEFAULT_RUNS = 7;
const MB = 1024 * 1024;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function timed(run: (turn: number) => unknown, runs: number): Promise<number[]> {
  const times: number[] = [];
  // one run to warm up, which a user does not have; budgets are about every day's work
  for (let turn = -1; turn < runs; turn += 1) {
    const start = performance.now();
    const own = await run(turn);
    const elapsed = typeof own === 'number' ? own : performance.now() - start;
    if (turn >= 0) times.push(elapsed);
  }
  return times;
}

export async function measure(item: Measure): Promise<BenchRow> {
  const runs = item.runs ?? DEFAULT_RUNS;
  const times = await timed(item.run, runs);
  const middle = median(times);
  const bare = item.bare ? median(await timed(item.bare, runs)) : null;
  return {
    id: item.id,
    what: item.what,
    unit: 'ms',
    median: round(middle),
    min: round(Math.min(...times)),
    max: round(Math.max(...times)),
    runs,
    budget: item.budget,
    met: item.budget === null ? null : middle <= item.budget,
    sqliteRatio: bare === null ? null : round(middle / bare),
    rssMb: item.memory?.() ?? Math.round(process.memoryUsage().rss / MB),
    note: item.note?.() ?? null,
  };
}

/** A line for what could not be measured here, with the reason. */
export function notMeasured(item: Pick<Measure, 'id' | 'what' | 'budget'>, note: string): BenchRow {
  return {
    id: item.id,
    what: item.what,
    unit: 'ms',
    median: null,
    min: null,
    max: null,
    runs: 0,
    budget: item.budget,
    met: null,
    sqliteRatio: null,
    rssMb: 0,
    note,
  };
}

/** The longest time that anybody else would have waited for an answer while this was worked on, ms. */
export async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  look();
  await work();
  isOver = true;
  return Math.max(longest, performance.now() - last);
}
