// How each kind of paragraph looks on paper: one table of sizes and spaces that Word, OpenDocument and PDF share.
import type { ParagraphBlock, ParagraphStyle, QuoteBlock, TextRole } from './printed-document.ts';

/** Every look is a named style: a thesis template that has a style of this name restyles all exports at once. */
export interface Look {
  /** As files name it; ids never change. */
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** Half-points, as Word counts them. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly align: 'left' | 'right' | 'center';
  /** Twips. */
  readonly before: number;
  readonly after: number;
  readonly left: number;
  readonly hanging: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
}

export type LookName = ParagraphStyle | 'caption' | 'continued' | 'quote' | 'cellQuote' | 'heading1' | 'heading2' | 'heading3' | 'contents' | 'page';

export const FONT = 'Arial';
const BLACK = '000000';
const GREY = '595959';
/** Half-points: of running text and of tables. */
const TEXT_SIZE = 22;
const CELL_SIZE = 17;

const PLAIN: Omit<Look, 'id' | 'name'> = {
  parent: 'Normal',
  size: TEXT_SIZE,
  bold: false,
  italic: false,
  color: BLACK,
  align: 'left',
  before: 0,
  after: 0,
  left: 0,
  hanging: 0,
  keepNext: false,
  keepLines: false,
};

const look = (id: string, name: string, own: Partial<Look>): Look => ({ ...PLAIN, ...own, id, name });
const inCell = (id: string, name: string, own: Partial<Look> = {}): Look =>
  look(id, name, { parent: 'TrameTableau', size: CELL_SIZE, after: 40, ...own });
const headingLook = (level: number, own: Partial<Look>): Look =>
  look(`Heading${level}`, `heading ${level}`, { bold: true, keepNext: true, keepLines: true, ...own });

export const LOOKS: Readonly<Record<LookName, Look>> = {
  body: look('TrameTexte', 'Trame Texte', { after: 120 }),
  cell: look('TrameTableau', 'Trame Tableau', { size: CELL_SIZE, after: 40 }),
  number: inCell('TrameNombre', 'Trame Nombre', { align: 'right' }),
  header: inCell('TrameEnTete', 'Trame En-tête', { bold: true, align: 'center', keepNext: true }),
  rowHeader: inCell('TrameLigne', 'Trame Ligne', { bold: true }),
  band: inCell('TrameGroupe', 'Trame Groupe', { bold: true, color: '404040', before: 40, keepNext: true }),
  counts: inCell('TrameEffectif', 'Trame Effectif', { color: GREY, size: 15, after: 60 }),
  category: inCell('TrameCategorie', 'Trame Catégorie', { left: 140, hanging: 140, after: 20 }),
  synthesis: inCell('TrameSynthese', 'Trame Synthèse', { before: 40, after: 80 }),
  verbatim: inCell('TrameVerbatim', 'Trame Verbatim', { italic: true, before: 20, after: 80, keepLines: true }),
  reference: inCell('TrameRenvoi', 'Trame Renvoi', { color: GREY, size: 15 }),
  remark: inCell('TrameObservation', 'Trame Observation', { italic: true, color: GREY }),
  note: look('TrameLegende', 'Trame Légende', { size: 16, color: GREY, before: 80, after: 60 }),
  source: look('TrameSource', 'Trame Source', { size: 16, italic: true, before: 20, after: 240 }),
  caption: look('Caption', 'caption', { size: 20, bold: true, before: 120, after: 100, keepNext: true }),
  continued: look('TrameSuite', 'Trame Suite', { size: 20, bold: true, before: 240, after: 100, keepNext: true }),
  quote: look('TrameCitation', 'Trame Citation', { italic: true, before: 60, after: 120, left: 400 }),
  cellQuote: inCell('TrameCitationTableau', 'Trame Citation de tableau', { italic: true, before: 20, after: 80, left: 200 }),
  heading1: headingLook(1, { size: 32, before: 240, after: 120 }),
  heading2: headingLook(2, { size: 26, before: 240, after: 100 }),
  heading3: headingLook(3, { size: 22, before: 200, after: 80 }),
  contents: look('TrameSommaire', 'Trame Sommaire', { after: 60 }),
  page: look('TramePage', 'Trame Page', { size: 16, align: 'center' }),
};

export const blockLookName = (block: ParagraphBlock | QuoteBlock): LookName =>
  block.kind === 'paragraph' ? block.style : block.isInCell ? 'cellQuote' : 'quote';

export const headingLookName = (level: 1 | 2 | 3): LookName => `heading${level}`;

/** How words stand out within a paragraph; null leaves it as the paragraph has it. */
export interface RoleLook {
  readonly id: string;
  readonly name: string;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly color: string | null;
  readonly size: number | null;
}

export const ROLES: Readonly<Record<TextRole, RoleLook>> = {
  reference: { id: 'TrameReference', name: 'Trame Référence', bold: null, italic: false, color: GREY, size: 15 },
  contrast: { id: 'TrameContraste', name: 'Trame Contraste', bold: true, italic: false, color: null, size: null },
  remark: { id: 'TrameRemarque', name: 'Trame Remarque', bold: null, italic: true, color: GREY, size: null },
};

export const TABLE_STYLE = { id: 'TrameCadre', name: 'Trame Cadre' } as const;

/** Colours of a table, and its rules in eighths of a point. */
export const FRAME = { header: 'EDEDED', band: 'F6F6F6', outer: BLACK, outerEighths: 8, across: 'A6A6A6', down: 'D0D0D0', innerEighths: 4 } as const;
/** Twips within a cell, beside its words and above them. */
export const CELL_MARGIN = { side: 85, top: 40 } as const;
/** Twips by which one level stands in, of a list and of a paragraph in a cell. */
export const LIST_STEP = 360;
export const INDENT_STEP = 140;
