// A document for paper as data, whatever file it becomes: what is said and what it is, never how a format writes it.
import type { MatrixHeader } from '../../../../shared/domain/matrix.ts';
import type { Language } from '../../../../shared/domain/project.ts';
import type { Scene } from '../../../../shared/figure/scene.ts';

/** Words are typeset already (`document-words.ts` does it); no format sets them again. */
export interface PrintedDocument {
  /** Of the file: its properties and a web page's tab. What stands on the page is a heading or a caption. */
  readonly title: string;
  readonly author: string | null;
  readonly language: Language;
  /** Said before everything else, as a note. */
  readonly note?: string;
  readonly sections: readonly PrintedSection[];
}

/** `asNeeded`: tables that have more columns than fit upright get pages across of their own. */
export type PageRule = 'upright' | 'across' | 'asNeeded';

export interface PrintedSection {
  readonly page: PageRule;
  readonly blocks: readonly PrintedBlock[];
}

export type PrintedBlock = HeadingBlock | CellBlock | TableBlock | FigureBlock | PageBreakBlock | ContentsBlock;

/** What a cell and an item of a list may hold. */
export type CellBlock = ParagraphBlock | ListBlock | QuoteBlock;

export const PARAGRAPH_STYLES = [
  'body',
  'cell',
  'number',
  'header',
  'rowHeader',
  'band',
  'counts',
  'category',
  'synthesis',
  'verbatim',
  'reference',
  'remark',
  'note',
  'source',
] as const;
/** What a paragraph is. Each is a named style that a thesis template can restyle. */
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly inlines: readonly Inline[];
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly inlines: readonly Inline[];
  /** Levels by which it stands in: a category under its theme. */
  readonly indent?: number;
  /** Never the last thing on a page. */
  readonly keepsWithNext?: boolean;
}

export interface ListBlock {
  readonly kind: 'list';
  /** The first number; null for bullets. */
  readonly start: number | null;
  readonly items: readonly (readonly CellBlock[])[];
}

export interface QuoteBlock {
  readonly kind: 'quote';
  /** Set as small as what a table's cell says. */
  readonly isInCell?: boolean;
  readonly inlines: readonly Inline[];
}

/** How much of a table's width each column gets: all alike, by what their longest words need, or shares, the label column's first. */
export type ColumnWidths = 'even' | 'byWords' | readonly number[];

export interface TableBlock {
  readonly kind: 'table';
  /** Numbered `Tableau n : title` above it; null for a table without caption. */
  readonly title: string | null;
  /** Said between the caption and the table. */
  readonly lead: readonly ParagraphBlock[];
  /** What the rows' labels are; null where rows have none. */
  readonly rowAxis: string | null;
  /** What the columns are: one more line above their headers. */
  readonly columnAxis: string | null;
  /** Merged above one another by `headerSpans`. */
  readonly columns: readonly MatrixHeader[];
  readonly rows: readonly TableRow[];
  readonly note: string | null;
  readonly source: string | null;
  readonly widths: ColumnWidths;
  /** Most columns beside the labels that a page holds: wider ones become several tables, the labels in each. */
  readonly fits: { readonly upright: number; readonly across: number };
}

export interface TableRow {
  /** A line over the whole width above this row: the group that begins here. */
  readonly band: string | null;
  readonly label: readonly CellBlock[];
  /** One per column. */
  readonly cells: readonly (readonly CellBlock[])[];
  /** Columns whose cell goes on from the row above: one cell for both, with the words of the first. A band ends what goes on. */
  readonly continues?: readonly number[];
  readonly isShaded?: boolean;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly scene: Scene;
  /** Numbered `Figure n : title` below it; null for a picture without caption. */
  readonly title: string | null;
  readonly note: string | null;
  readonly source: string | null;
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

export interface ContentsBlock {
  readonly kind: 'contents';
  readonly of: 'headings' | 'tables' | 'figures';
  readonly title: string;
}

/** How words stand out within a paragraph, by what they are. */
export type TextRole = 'reference' | 'contrast' | 'remark';

export type Inline =
  /** Without line feeds: those are breaks. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly underline?: boolean;
      readonly role?: TextRole;
    }
  | { readonly kind: 'break' }
  /** A small square of this colour, `#rrggbb`. */
  | { readonly kind: 'swatch'; readonly color: string }
  /** `to`: an address, or `#` and a bookmark's id. */
  | { readonly kind: 'link'; readonly to: string; readonly inlines: readonly Inline[] }
  /** An id that holds from one export to the next: letters, digits and `_`, at most 40. Printed again, it gets a number after it. */
  | { readonly kind: 'bookmark'; readonly id: string; readonly inlines: readonly Inline[] }
  /** Size in px, 96 to the inch; made smaller where the page is. */
  | {
      readonly kind: 'picture';
      readonly mime: string;
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    };
