// What a sheet (a table whose cells can be edited in place) is made of, and how it sorts, filters and moves; no React here.
import { folded } from '../../shared/domain/category.ts';
import type { ReactNode } from 'react';
import type { AttributeId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';

export interface SheetOption {
  /** Empty for « none ». */
  readonly id: string;
  readonly label: string;
}

/** What was typed, as it is kept; or the sentence that says why it is not. */
export type Reading = { readonly value: string } | { readonly refused: string };

/** Answers the sentence of the core's refusal, or null when it was written. */
type Commit<Row> = (row: Row, value: string) => Promise<string | null>;

/** How a cell is changed. */
export type CellEdit<Row> =
  | {
      readonly kind: 'text';
      readonly commit: Commit<Row>;
      /** Absent where every text is right. */
      readonly reads?: (typed: string) => Reading;
      readonly isRequired?: boolean;
      /** An example, shown while the field is empty. */
      readonly example?: string;
    }
  | {
      /** One or several out of a list that is narrowed by typing. */
      readonly kind: 'pick';
      readonly options: readonly SheetOption[];
      readonly chosen: (row: Row) => readonly string[];
      readonly isMultiple: boolean;
      readonly commit: (row: Row, ids: string[]) => void;
      /** What was typed is not in the list: it can be made. */
      readonly create?: { readonly label: (typed: string) => string; readonly run: (row: Row, typed: string) => void };
    }
  /** Space and a click say yes or no; `typedAs` is what a letter says. */
  | { readonly kind: 'check'; readonly commit: (row: Row, value: boolean) => void; readonly typedAs?: (letter: string) => boolean | null }
  /** Something of its own opens over the cell. */
  | { readonly kind: 'panel'; readonly label: (row: Row) => string; readonly shows: (row: Row, close: () => void) => ReactNode };

/** A place to go to or a thing to do; `edits` names a column of the same row to edit instead. */
export type CellLink = { readonly label: string; readonly isDanger?: boolean } & ({ readonly go: () => void } | { readonly edits: string });

/** The attribute whose values a column holds: such columns are pasted over, filled down and emptied as blocks. */
export interface AttributeCells<Row> {
  readonly id: AttributeId;
  /** As the core keeps it; empty where there is none. */
  readonly stored: (row: Row) => string;
  readonly reads: (typed: string) => Reading;
}

export interface SheetColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What the heading needs explained. */
  readonly hint?: string;
  /** What sorting looks at. */
  readonly value: (row: Row) => string | number | boolean | null;
  /** The value in the language's words: what is filtered, shown, and edited. Absent where the value is words already. */
  readonly words?: (row: Row) => string;
  /** What a spreadsheet gets, where that is neither. */
  readonly copied?: (row: Row) => string;
  /** What the cell shows; its words when not given. */
  readonly shows?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly edit?: CellEdit<Row>;
  /** Where the cell leads; one link opens at once, several open a list. */
  readonly links?: (row: Row) => readonly CellLink[];
  /** Stays in sight when the sheet is scrolled sideways; pinned columns are the first ones. */
  readonly isPinned?: boolean;
  /** The links are acts, always shown as a list. */
  readonly isMenu?: boolean;
  readonly attribute?: AttributeCells<Row>;
  /** What can be done with the column itself: `shows` opens at its heading. */
  readonly acts?: readonly ColumnAct[];
}

export type ColumnAct = { readonly id: string; readonly label: string; readonly isDanger?: boolean } & (
  | { readonly go: () => void }
  | { readonly shows: (close: () => void) => ReactNode }
);

export interface Sorting {
  readonly columnId: string;
  readonly isDescending: boolean;
}

function compareValues(a: string | number | boolean, b: string | number | boolean, collator: Intl.Collator): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

/** Sorted by one column, E2 before E10; rows without a value come last either way; equal rows keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly SheetColumn<Row>[],
  sorting: Sorting | null,
  language: Language,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sorting?.columnId);
  if (!column || !sorting) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const isEmpty = (value: unknown) => value === null || value === '';
  return [...rows].sort((left, right) => {
    const a = column.value(left);
    const b = column.value(right);
    if (a === null || b === null || isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
    return sorting.isDescending ? compareValues(b, a, collator) : compareValues(a, b, collator);
  });
}

/** How far from the left edge a pinned column stays, in CSS pixels; null for the others. */
export function pinnedAt<Row>(columns: readonly SheetColumn<Row>[], index: number): number | null {
  if (!columns[index]?.isPinned) return null;
  return columns.slice(0, index).reduce((sum, { width }) => sum + width, 0);
}

/** What is seen in a cell, as words. */
export function wordsIn<Row>(column: SheetColumn<Row>, row: Row): string {
  if (column.words) return column.words(row);
  const value = column.value(row);
  return typeof value === 'string' ? value : '';
}

/** Up, down, and back to the order of the corpus. */
export function nextSorting(present: Sorting | null, columnId: string): Sorting | null {
  if (present?.columnId !== columnId) return { columnId, isDescending: false };
  return present.isDescending ? null : { columnId, isDescending: true };
}

/** Rows in which every typed word occurs in some column's words, accents and case aside. */
export function filteredRows<Row>(rows: readonly Row[], columns: readonly SheetColumn<Row>[], query: string): readonly Row[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = folded(columns.map((column) => wordsIn(column, row)).join(' '));
    return words.every((word) => text.includes(word));
  });
}

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** The cell that a key leads to, within the sheet; null when the key moves nowhere. */
export function cellAfter(key: string, withCtrl: boolean, at: CellAt, rows: number, columns: number): CellAt | null {
  const last = { row: rows - 1, column: columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: Math.min(last.row, at.row + 1) };
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(last.column, at.column + 1) };
    case 'Home':
      return withCtrl ? { row: 0, column: 0 } : { ...at, column: 0 };
    case 'End':
      return withCtrl ? last : { ...at, column: last.column };
    case 'PageUp':
      return { ...at, row: Math.max(0, at.row - 10) };
    case 'PageDown':
      return { ...at, row: Math.min(last.row, at.row + 10) };
    default:
      return null;
  }
}

/** What Enter does in a cell: follow its link, edit it, or nothing. `byEditKey`: F2, a letter or a double click, which prefer to edit. */
export function actionIn<Row>(column: SheetColumn<Row>, row: Row, byEditKey: boolean): 'follow' | 'edit' | 'toggle' | 'none' {
  const isLinked = (column.links?.(row).length ?? 0) > 0;
  if (isLinked && !(byEditKey && column.edit)) return byEditKey ? 'none' : 'follow';
  if (!column.edit) return 'none';
  return column.edit.kind === 'check' ? 'toggle' : 'edit';
}
