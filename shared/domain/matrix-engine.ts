// A whole matrix: its headers, how large it may be, and what all sources together give to each cell.
import type { PassageFilter } from './expression-filter.ts';
import { Refusal } from './failure.ts';
import type { PassageId } from './ids.ts';
import { cellKey } from './matrix.ts';
import type { JoinRule, MatrixHeader, StanceBalance } from './matrix.ts';
import type { Axis, CodedPassage } from './matrix-axis.ts';
import { fillSource, markedPassage, markedStances, planMatrix, stanceIn } from './matrix-fill.ts';
import type { Stance } from './source.ts';

export interface Tally {
  readonly codings: number;
  readonly sources: number;
  /** Indexes into the passages given, ascending. */
  readonly passages: readonly number[];
  /** Category id → the passages of the cell that carry it. Only categories below the cell's own. */
  readonly found: ReadonlyMap<string, readonly number[]>;
  readonly stance: StanceBalance;
  /** Same order as `passages`. */
  readonly stances: readonly (Stance | null)[];
}

export interface FilledMatrix {
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  /** `cells[row]` holds only the columns where something falls. */
  readonly cells: readonly ReadonlyMap<number, Tally>[];
  readonly totals: { readonly codings: number; readonly passages: number; readonly sources: number };
  readonly omittedCodings: number;
}

/** More than anybody reads, and than a window holds. */
export const MOST_CELLS = 250_000;

/** Refuses a matrix that nobody could read, with what its axes bring to it. */
export function assertReadable(axes: readonly Axis[]): void {
  const cells = axes.reduce((product, axis) => product * axis.entities.length, 1);
  if (cells <= MOST_CELLS) return;
  throw new Refusal('matrix.tooLarge', { cells, most: MOST_CELLS, axes: axes.map(({ title, entities }) => `${title} (${entities.length})`) });
}

/** Nested axes: every combination of their entities, outermost axis slowest. */
export function headersOf(axes: readonly Pick<Axis, 'entities'>[]): MatrixHeader[] {
  let combinations: MatrixHeader['entities'][] = [[]];
  for (const axis of axes) combinations = combinations.flatMap((above) => axis.entities.map((entity) => [...above, entity]));
  return combinations.map((entities) => ({
    key: entities.map((entity) => entity.key).join('|'),
    label: entities.at(-1)?.label ?? '',
    path: entities.length === 1 ? (entities[0]?.path ?? []) : entities.map((entity) => entity.label),
    entities,
  }));
}

/** Stances that people gave a passage in one crossing: (cell key, passage) → stance, over the codings' own. */
export type CellStances = ReadonlyMap<string, ReadonlyMap<PassageId, Stance>>;

/** What is left of a cell's stances where people gave others to some of its passages. */
export function givenOr(given: ReadonlyMap<PassageId, Stance> | undefined, ids: readonly PassageId[], bits: number): Stance | null {
  return (given && ids.map((id) => given.get(id)).find((stance) => stance !== undefined)) ?? stanceIn(bits);
}

interface OpenTally {
  codings: number;
  sources: number;
  readonly passages: number[];
  readonly found: Map<string, number[]>;
  readonly stance: Record<Stance, number>;
  readonly stances: (Stance | null)[];
}

export interface FillRules {
  readonly join: JoinRule;
  readonly coderIds?: readonly string[] | null;
  readonly filter?: PassageFilter | null;
}

/**
 * Fills the crossing of axes with passages.
 * @param passages distinct coded passages in corpus order
 */
export function fillMatrix(
  rowAxes: readonly Axis[],
  columnAxes: readonly Axis[],
  passages: readonly CodedPassage[],
  { join, coderIds = null, filter = null }: FillRules,
  cellStances: CellStances = new Map(),
): FilledMatrix {
  assertReadable([...rowAxes, ...columnAxes]);
  const [rows, columns] = [headersOf(rowAxes), headersOf(columnAxes)];
  const plan = planMatrix(rowAxes, columnAxes, { join, coderIds, filter });
  const cells = rows.map(() => new Map<number, OpenTally>());
  const totals = { codings: 0, passages: 0, sources: 0 };
  let omittedCodings = 0;
  let before = 0;
  for (const own of Map.groupBy(passages, ({ sourceId }) => sourceId).values()) {
    const fill = fillSource(plan, own);
    totals.codings += fill.codings;
    totals.passages += fill.passages;
    totals.sources += fill.passages > 0 ? 1 : 0;
    omittedCodings += fill.omittedCodings;
    for (const [cell, contribution] of fill.cells) {
      const [row, column] = [Math.floor(cell / plan.columnCount), cell % plan.columnCount];
      const given = cellStances.get(cellKey(rows[row] as MatrixHeader, columns[column] as MatrixHeader));
      const line = cells[row] as Map<number, OpenTally>;
      const tally = line.get(column) ?? emptyTally();
      line.set(column, tally);
      tally.codings += contribution.codings;
      tally.sources += 1;
      for (const mark of contribution.marks) {
        const index = markedPassage(mark);
        const stance = givenOr(given, own[index]?.ids ?? [], markedStances(mark));
        tally.passages.push(before + index);
        tally.stances.push(stance);
        if (stance) tally.stance[stance] += 1;
      }
      for (const [category, carriers] of contribution.found ?? []) {
        const all = tally.found.get(category) ?? [];
        tally.found.set(category, all);
        for (const index of carriers) all.push(before + index);
      }
    }
    before += own.length;
  }
  return { rows, columns, cells, totals, omittedCodings };
}

function emptyTally(): OpenTally {
  return { codings: 0, sources: 0, passages: [], found: new Map(), stance: { supports: 0, contrasts: 0, mentions: 0 }, stances: [] };
}
