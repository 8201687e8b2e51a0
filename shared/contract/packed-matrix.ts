// A matrix as it travels to the window: most cells of a large one are empty, and the others are a few numbers each.
import { cellKey } from '../domain/matrix.ts';
import type { CellUnit, FoundCategory, MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../domain/matrix.ts';
import type { MatrixAnswer } from '../domain/matrix-delta.ts';
import { blankCell, isBlankCell } from '../domain/matrix-cell.ts';
import type { PackedRows } from './packed-rows.ts';
import { packRows, unpackRows } from './packed-rows.ts';

/** What people wrote: few cells have any of it. */
type Written = Pick<MatrixCell, 'synthesis' | 'status' | 'rating' | 'remark' | 'pinned' | 'isOutdated' | 'members'>;

interface Numbers {
  readonly codings: number[];
  readonly passages: number[];
  readonly sources: number[];
  readonly cases: number[];
  readonly supports: number[];
  readonly contrasts: number[];
  readonly mentions: number[];
  /** How many of the quotes, of the categories found and of those named are the cell's. */
  readonly quotes: number[];
  readonly categories: number[];
  readonly units: number[];
}

/** Categories found in cells, each described once. */
interface Found {
  readonly categories: readonly Omit<FoundCategory, 'passages'>[];
  /** Cell by cell: which of them, and how many passages. */
  readonly at: readonly number[];
  readonly passages: readonly number[];
}

export interface PackedMatrix extends Omit<MatrixTable, 'cells'> {
  /** Cells that say something: row × number of columns + column, ascending. */
  readonly at: readonly number[];
  /** In the same order. */
  readonly numbers: Numbers;
  readonly quotes: PackedRows<MatrixQuote>;
  readonly units: PackedRows<CellUnit>;
  readonly found: Found;
  readonly written: readonly (readonly [cell: number, Written])[];
}

function hasWritten(cell: MatrixCell): boolean {
  return (
    cell.synthesis !== null ||
    cell.rating !== null ||
    cell.remark !== null ||
    cell.status !== null ||
    cell.pinned.length > 0 ||
    cell.members.length > 0
  );
}

class FoundPacker {
  readonly #places = new Map<string, number>();
  readonly found = { categories: [] as Omit<FoundCategory, 'passages'>[], at: [] as number[], passages: [] as number[] };

  add({ passages, ...category }: FoundCategory): void {
    let place = this.#places.get(category.id);
    if (place === undefined) {
      this.#places.set(category.id, (place = this.found.categories.length));
      this.found.categories.push(category);
    }
    this.found.at.push(place);
    this.found.passages.push(passages);
  }
}

export function packMatrix({ cells, ...table }: MatrixTable): PackedMatrix {
  const at: number[] = [];
  const numbers: Numbers = {
    codings: [],
    passages: [],
    sources: [],
    cases: [],
    supports: [],
    contrasts: [],
    mentions: [],
    quotes: [],
    categories: [],
    units: [],
  };
  const quotes: MatrixQuote[] = [];
  const units: CellUnit[] = [];
  const packer = new FoundPacker();
  const written: (readonly [number, Written])[] = [];
  cells.forEach((line, row) =>
    line.forEach((cell, column) => {
      if (isBlankCell(cell) && cell.members.length === 0) return;
      const number = row * table.columns.length + column;
      at.push(number);
      numbers.codings.push(cell.codings);
      numbers.passages.push(cell.passages);
      numbers.sources.push(cell.sources);
      numbers.cases.push(cell.cases);
      numbers.supports.push(cell.stance.supports);
      numbers.contrasts.push(cell.stance.contrasts);
      numbers.mentions.push(cell.stance.mentions);
      numbers.quotes.push(cell.quotes.length);
      numbers.categories.push(cell.categories.length);
      numbers.units.push(cell.units.length);
      for (const quote of cell.quotes) quotes.push(quote);
      for (const unit of cell.units) units.push(unit);
      for (const category of cell.categories) packer.add(category);
      if (!hasWritten(cell)) return;
      const { synthesis, status, rating, remark, pinned, isOutdated, members } = cell;
      written.push([number, { synthesis, status, rating, remark, pinned, isOutdated, members }]);
    }),
  );
  return { ...table, at, numbers, quotes: packRows(quotes), units: packRows(units), found: packer.found, written };
}

/** Cells one after the other, with what each has of the lists. */
class CellReader {
  readonly #numbers: Numbers;
  readonly #found: Found;
  readonly #quotes: readonly MatrixQuote[];
  readonly #units: readonly CellUnit[];
  readonly #written: ReadonlyMap<number, Written>;
  #quote = 0;
  #category = 0;
  #unit = 0;

  constructor({ numbers, found, quotes, units, written }: PackedMatrix) {
    this.#numbers = numbers;
    this.#found = found;
    this.#quotes = unpackRows(quotes);
    this.#units = unpackRows(units);
    this.#written = new Map(written);
  }

  read(key: string, number: number, index: number): MatrixCell {
    const numbers = this.#numbers;
    const stance = { supports: numbers.supports[index] ?? 0, contrasts: numbers.contrasts[index] ?? 0, mentions: numbers.mentions[index] ?? 0 };
    return {
      key,
      codings: numbers.codings[index] ?? 0,
      passages: numbers.passages[index] ?? 0,
      sources: numbers.sources[index] ?? 0,
      cases: numbers.cases[index] ?? 0,
      categories: this.#categories(numbers.categories[index] ?? 0),
      units: this.#units.slice(this.#unit, (this.#unit += numbers.units[index] ?? 0)),
      stance,
      ...(this.#written.get(number) ?? NOTHING_WRITTEN),
      quotes: this.#quotes.slice(this.#quote, (this.#quote += numbers.quotes[index] ?? 0)),
    };
  }

  #categories(count: number): FoundCategory[] {
    const { categories, at, passages } = this.#found;
    const first = this.#category;
    this.#category += count;
    return at
      .slice(first, first + count)
      .map((place, nth) => ({ ...(categories[place] as Omit<FoundCategory, 'passages'>), passages: passages[first + nth] ?? 0 }));
  }
}

const NOTHING_WRITTEN: Written = { synthesis: null, status: null, rating: null, remark: null, pinned: [], isOutdated: false, members: [] };

/** The inverse of `packMatrix`. */
export function unpackMatrix(packed: PackedMatrix): MatrixTable {
  const { at, numbers: _numbers, quotes: _quotes, units: _units, found: _found, written: _written, ...table } = packed;
  const reader = new CellReader(packed);
  let number = 0;
  let next = 0;
  const cells = table.rows.map((row) =>
    table.columns.map((column) => {
      const key = keyOf(row, column);
      const cell = at[next] === number ? reader.read(key, number, next++) : blankCell(key);
      number += 1;
      return cell;
    }),
  );
  return { ...table, cells };
}

/** As `cellKey`, for the many cells of two plain axes without lists and sorting. */
function keyOf(row: MatrixHeader, column: MatrixHeader): string {
  if (row.entities.length > 1 || column.entities.length > 1 || row.key === column.key) return cellKey(row, column);
  return row.key < column.key ? `${row.key}|${column.key}` : `${column.key}|${row.key}`;
}

type WholeAnswer = MatrixAnswer & { kind: 'whole' };
export type PackedAnswer = Exclude<MatrixAnswer, WholeAnswer> | (Omit<WholeAnswer, 'table'> & { readonly table: PackedMatrix });

/** Changed cells are few, and travel as they are. */
export function packMatrixAnswer(answer: MatrixAnswer): PackedAnswer {
  return answer.kind === 'whole' ? { ...answer, table: packMatrix(answer.table) } : answer;
}

/** The inverse of `packMatrixAnswer`. */
export function unpackMatrixAnswer(packed: PackedAnswer): MatrixAnswer {
  return packed.kind === 'whole' ? { ...packed, table: unpackMatrix(packed.table) } : packed;
}
