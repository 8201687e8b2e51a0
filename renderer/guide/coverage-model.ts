// The coverage table: a row per question under its theme, a column per interview, what each crossing holds, and the totals.
import type { Coverage, Guide, GuideCoverage } from '../../shared/domain/guide.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { numberedQuestions } from './matches-model.ts';
import type { NumberedQuestion } from './matches-model.ts';

export interface Fed {
  readonly categoryId: CategoryId;
  readonly codings: number;
  /** The question is linked to it. */
  readonly isExpected: boolean;
}

export interface CoverageRow extends NumberedQuestion {
  /** The first question of its theme carries the theme's heading. */
  readonly isFirst: boolean;
  /** One per column; null where the interview does not cover the question. */
  readonly cells: readonly (Coverage | null)[];
  readonly interviews: number;
  /** The expected ones first, in their order, then the others, the most frequent first. */
  readonly fed: readonly Fed[];
}

export interface CoverageColumn {
  readonly source: SourceSummary;
  readonly questions: number;
  readonly waiting: number;
}

export interface CoverageTable {
  readonly columns: readonly CoverageColumn[];
  readonly rows: readonly CoverageRow[];
  readonly mostWords: number;
  /** Interviews that cover a question at least. */
  readonly covering: number;
}

function fedBy(cells: readonly (Coverage | null)[], expected: readonly CategoryId[]): Fed[] {
  const codings = new Map<CategoryId, number>(expected.map((id) => [id, 0]));
  for (const { categoryId, codings: count } of cells.flatMap((cell) => cell?.fed ?? []))
    codings.set(categoryId, (codings.get(categoryId) ?? 0) + count);
  const all = [...codings].map(([categoryId, count]) => ({ categoryId, codings: count, isExpected: expected.includes(categoryId) }));
  return [...all.filter(({ isExpected }) => isExpected), ...all.filter(({ isExpected }) => !isExpected).toSorted((a, b) => b.codings - a.codings)];
}

export function coverageTable(guide: Guide, sources: readonly SourceSummary[], { coverage, waiting }: GuideCoverage): CoverageTable {
  const cellOf = new Map(coverage.map((cell) => [`${cell.questionId} ${cell.sourceId}`, cell]));
  const rows = numberedQuestions(guide).map((numbered): CoverageRow => {
    const cells = sources.map(({ id }) => cellOf.get(`${numbered.question.id} ${id}`) ?? null);
    return {
      ...numbered,
      isFirst: numbered.theme.questions[0] === numbered.question,
      cells,
      interviews: cells.filter((cell) => cell !== null).length,
      fed: fedBy(cells, numbered.question.categoryIds),
    };
  });
  const columns = sources.map((source, at) => ({
    source,
    questions: rows.filter(({ cells }) => cells[at] !== null).length,
    waiting: waiting.find(({ sourceId }) => sourceId === source.id)?.proposals ?? 0,
  }));
  return {
    columns,
    rows,
    mostWords: Math.max(0, ...coverage.map(({ words }) => words)),
    covering: columns.filter(({ questions }) => questions > 0).length,
  };
}

const PALEST = 12;
const DEEPEST = 46;

/** How much of the accent goes into a cell's tint, in percent: by the square root, so that short answers still differ. */
export function tintOf(words: number, mostWords: number): number {
  return Math.round(PALEST + (DEEPEST - PALEST) * Math.sqrt(mostWords === 0 ? 0 : words / mostWords));
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where an arrow leads: the nearest covered crossing that way, straight on first. */
export function neighbour({ rows }: CoverageTable, { row, column }: CellPlace, key: string): CellPlace | null {
  const isHorizontal = key === 'ArrowLeft' || key === 'ArrowRight';
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const isCovered = (place: CellPlace): boolean => (rows[place.row]?.cells[place.column] ?? null) !== null;
  const width = rows[0]?.cells.length ?? 0;
  for (let distance = 1; distance <= Math.max(width, rows.length); distance += 1) {
    const main = distance * step;
    const straight = isHorizontal ? { row, column: column + main } : { row: row + main, column };
    if (isCovered(straight)) return straight;
  }
  if (isHorizontal) return null;
  // nothing straight below or above: the nearest of the next rows
  for (let next = row + step; next >= 0 && next < rows.length; next += step) {
    const covered = (rows[next]?.cells ?? []).flatMap((cell, at) => (cell === null ? [] : [at]));
    if (covered.length > 0) return { row: next, column: covered.reduce((a, b) => (Math.abs(b - column) < Math.abs(a - column) ? b : a)) };
  }
  return null;
}

export function firstCovered({ rows }: CoverageTable): CellPlace | null {
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell !== null));
  return row < 0 ? null : { row, column: rows[row]?.cells.findIndex((cell) => cell !== null) ?? 0 };
}
