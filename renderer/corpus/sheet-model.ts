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

/** How a cell is changed. */
export type CellEdit<Row> =
  | { readonly kind: 'text'; readonly commit: (row: Row, value: string) => void; readonly isRequired?: boolean }
  | { readonly kind: 'date'; readonly commit: (row: Row, value: string) => void }
  | { readonly kind: 'choice'; readonly options: readonly SheetOption[]; readonly commit: (row: Row, id: string) => void }
  | {
      readonly kind: 'choices';
      readonly options: readonly SheetOption[];
      readonly chosen: (row: Row) => readonly string[];
      readonly commit: (row: Row, ids: string[]) => void;
    }
  | { readonly kind: 'check'; readonly commit: (row: Row, value: boolean) => void };

/** A place to go to or a thing to do; `edits` names a column of the same row to edit instead. */
export type CellLink = { readonly label: string; readonly isDanger?: boolean } & ({ readonly go: () => void } | { readonly edits: string });

export interface SheetColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What sorting and filtering look at, and what a text editor begins with. */
  readonly value: (row: Row) => string | number | boolean | null;
  /** What the cell shows; the value when not given. */
  readonly shows?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly edit?: CellEdit<Row>;
  /** Where the cell leads; one link opens at once, several open a list. */
  readonly links?: (row: Row) => readonly CellLink[];
  /** The links are acts, always shown as a list. */
  readonly isMenu?: boolean;
  /** The attribute whose values the column holds: such columns are pasted over, filled down and emptied as blocks. */
  readonly attributeId?: AttributeId;
  /** Acts on the column itself (an attribute can be removed). */
  readonly onRemove?: () => void;
}

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
    const text = folded(
      columns
        .map((column) => column.value(row))
        .filter((value) => typeof value === 'string')
        .join(' '),
    );
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
