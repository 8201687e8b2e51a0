// Two results of the bench side by side, measure by measure: what became faster, what slower, and what is noise.
import { readFileSync } from 'node:fs';
import type { BenchRow } from './measure.ts';

export interface BenchResult {
  readonly size: string;
  readonly machine: string;
  readonly rows: readonly BenchRow[];
}

export type Verdict = 'faster' | 'slower' | 'same' | 'new' | 'gone' | 'no figure';

export interface Change {
  readonly id: string;
  readonly before: BenchRow | null;
  readonly after: BenchRow | null;
  /** After over before; null where either has no figure. */
  readonly ratio: number | null;
  readonly verdict: Verdict;
}

/** A change is one only where the runs of both do not overlap: the slowest of one was faster than the fastest of the other. */
function verdictOf(before: BenchRow, after: BenchRow): Verdict {
  if (before.min === null || before.max === null || after.min === null || after.max === null) return 'no figure';
  if (after.max < before.min) return 'faster';
  return after.min > before.max ? 'slower' : 'same';
}

function change(id: string, before: BenchRow | null, after: BenchRow | null): Change {
  if (before === null || after === null) return { id, before, after, ratio: null, verdict: before === null ? 'new' : 'gone' };
  const ratio = before.median === null || after.median === null || before.median === 0 ? null : after.median / before.median;
  return { id, before, after, ratio, verdict: verdictOf(before, after) };
}

/** In the order of the later result; what it no longer has stands last. */
export function changesBetween(before: BenchResult, after: BenchResult): Change[] {
  const earlier = new Map(before.rows.map((row) => [row.id, row]));
  const later = new Set(after.rows.map(({ id }) => id));
  return [
    ...after.rows.map((row) => change(row.id, earlier.get(row.id) ?? null, row)),
    ...before.rows.filter(({ id }) => !later.has(id)).map((row) => change(row.id, row, null)),
  ];
}

const figure = (row: BenchRow | null): string => (row === null || row.median === null ? '–' : `${row.median} (${row.min}–${row.max})`);

/** The table as it is printed; the first lines say what cannot be compared as it stands. */
export function comparisonLines(before: BenchResult, after: BenchResult): string[] {
  const warnings = [
    ...(before.size === after.size ? [] : [`sizes differ: ${before.size} before, ${after.size} after`]),
    ...(before.machine === after.machine ? [] : [`machines differ: ${before.machine} before, ${after.machine} after`]),
  ];
  const rows = changesBetween(before, after).map(({ id, before: was, after: is, ratio, verdict }) => [
    id,
    figure(was),
    figure(is),
    ratio === null ? '' : `× ${ratio.toFixed(2)}`,
    verdict === 'same' ? '' : verdict,
    is?.met === false ? 'over its budget' : '',
  ]);
  const table = [['id', 'before (ms)', 'after (ms)', 'ratio', '', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return [
    ...warnings,
    ...table.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ];
}

/** What `--json` wrote; throws with the file's name where it is something else. */
export function readResult(path: string): BenchResult {
  let read: Partial<BenchResult>;
  try {
    read = JSON.parse(readFileSync(path, 'utf8')) as Partial<BenchResult>;
  } catch (error) {
    throw new Error(`${path} cannot be read as a result of the bench: ${(error as Error).message}`, { cause: error });
  }
  if (!Array.isArray(read.rows) || typeof read.size !== 'string')
    throw new Error(`${path} is no result of the bench (npm run bench -- S --json > ${path})`);
  return { size: read.size, machine: read.machine ?? '', rows: read.rows };
}
