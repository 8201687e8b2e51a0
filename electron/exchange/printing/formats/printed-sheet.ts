// Tables to compute with as data, whatever file they become: what each cell holds and of which kind it is, never how a format writes it.
import type { Language } from '../../../../shared/domain/project.ts';
import type { CellBlock } from './printed-document.ts';

/** Words are typeset already; no format sets them again. */
export interface PrintedSheets {
  /** Of the file: its properties. */
  readonly title: string;
  readonly author: string | null;
  readonly language: Language;
  readonly sheets: readonly PrintedSheet[];
}

export interface PrintedSheet {
  /** What its tab says; signs that a spreadsheet forbids are left out of it. */
  readonly name: string;
  /** Above the table; null: the headers stand in the first row. */
  readonly title: string | null;
  readonly columns: readonly SheetColumn[];
  /** Headers merged above one another, from the outermost line to the innermost; null: one line, the columns' own. */
  readonly headerLines: readonly (readonly SheetHeader[])[] | null;
  readonly rows: readonly SheetRow[];
  /** Columns that stay in view, from the left; the headers always do. */
  readonly frozenColumns: number;
  readonly note: string | null;
  readonly source: string | null;
  /** Says what another sheet says in another shape: files that hold one table leave it out. */
  readonly isBeside?: boolean;
}

/** `date` columns hold ISO days, `duration` milliseconds, `share` numbers from 0 to 1. A number in a text column stays a number. */
export type SheetKind = 'text' | 'number' | 'share' | 'date' | 'duration';

export interface SheetColumn {
  /** All of it, where there is one line of headers only: `Coordination › Pôle 1`. */
  readonly header: string;
  readonly kind: SheetKind;
  /** Characters; null: as its words need. */
  readonly width: number | null;
  /** Names the rows: said again where a row goes on in the next one. */
  readonly isLabel?: boolean;
}

export interface SheetHeader {
  readonly label: string;
  readonly column: number;
  readonly columns: number;
  readonly lines: number;
}

export interface SheetRow {
  /** A line over the whole width above this row: the group that begins here. */
  readonly band?: string;
  /** One per column. */
  readonly values: readonly SheetValue[];
  readonly isShaded?: boolean;
}

/** Plain words, a number, words with a form, or words that lead somewhere; null and empty words leave the cell empty. */
export type SheetValue = string | number | null | readonly CellBlock[] | SheetLink;

export interface SheetLink {
  readonly text: string;
  readonly to: string;
}

export const isSheetLink = (value: SheetValue): value is SheetLink => typeof value === 'object' && value !== null && 'to' in value;

/** Columns of text unless they are said to be something else. */
export function sheetColumn(header: string, more: Partial<Omit<SheetColumn, 'header'>> = {}): SheetColumn {
  return { header, kind: 'text', width: null, ...more };
}
