// What a thesis prints out of a project: the pieces, what can be chosen of each, and in which files they come.
import { z } from 'zod';
import { agreementSetting } from './agreement.ts';
import { figureOptions } from './figure-options.ts';
import { attributeId, caseId, categoryId, coderId, gridId, guideId, sourceId } from './ids.ts';
import type { PrintSettingsId } from './ids.ts';
import { axisSpec, matrixDefinition } from './matrix.ts';
import { MEMO_KINDS } from './memo.ts';

/** Documents that are read on pages, tables that are computed with, pictures. */
export const PAGE_FORMATS = ['docx', 'odt', 'pdf', 'html', 'md', 'tex'] as const;
export const SHEET_FORMATS = ['xlsx', 'csv'] as const;
export const PICTURE_FORMATS = ['svg', 'png'] as const;
export const PRINT_FORMATS = [...PAGE_FORMATS, ...SHEET_FORMATS, ...PICTURE_FORMATS] as const;
export type PageFormat = (typeof PAGE_FORMATS)[number];
export type SheetFormat = (typeof SHEET_FORMATS)[number];
export type PrintFormat = (typeof PRINT_FORMATS)[number];

export const FIGURE_KINDS = ['toolsByCase', 'bubble', 'heat', 'ratings', 'coPresence', 'caseProfiles', 'dataStructure'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

const title = z.string().trim().max(300);
const where = z.array(z.string().trim().min(1).max(4000)).max(20);
/** Null: all of them. */
const grids = z.array(gridId).min(1).max(200).nullable();

export const printPiece = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('matrix'),
    definition: matrixDefinition,
    title,
    /** Entity keys of cases laid side by side after the matrix; null: none. */
    compareCaseKeys: z.array(z.string().min(1).max(2100)).min(2).max(12).nullable(),
    /** One table; or one per theme of the rows' outer axis, as framework charts are read. */
    shape: z.enum(['whole', 'perTheme']),
    /** What a synthesis quotes stands again among the verbatims under it; it does not where it is not said. */
    repeatsQuoted: z.boolean().optional(),
  }),
  /** Theme, sub-theme, verbatim, source. `most` per category, the pinned and the starred first; null: all. */
  z.object({
    kind: z.literal('verbatims'),
    gridIds: grids,
    categoryIds: z.array(categoryId).max(2000).nullable(),
    most: z.number().int().min(1).max(100).nullable(),
    where,
  }),
  z.object({ kind: z.literal('quoteBook'), by: z.enum(['category', 'respondent']), gridIds: grids, where }),
  /** `byCase`: counts of each case too; where it is not said, with the counts. `title`: the usual one where it is not given. */
  z.object({
    kind: z.literal('codebook'),
    gridIds: grids,
    withExamples: z.boolean(),
    withCounts: z.boolean(),
    byCase: z.boolean().optional(),
    title: title.optional(),
  }),
  /** `columns`: keys of corpus columns; those that hold something where they are not given. */
  z.object({ kind: z.literal('corpusTable'), title: title.optional(), columns: z.array(z.string().min(1).max(60)).min(1).max(60).optional() }),
  /** What is written of one case, theme by theme, with its pinned verbatims; null: every case, one after the other. */
  z.object({ kind: z.literal('monograph'), caseIds: z.array(caseId).min(1).max(200).nullable(), gridIds: grids }),
  /** 0/1, passages, words: whichever are asked for, each in a table of its own, with the warning about counting. */
  z.object({ kind: z.literal('counts'), rows: axisSpec, columns: axisSpec, measures: z.array(z.enum(['presence', 'passages', 'words'])).min(1) }),
  z.object({
    kind: z.literal('transcript'),
    sourceIds: z.array(sourceId).min(1).max(2000).nullable(),
    coderIds: z.array(coderId).nullable(),
    gridIds: grids,
  }),
  z.object({ kind: z.literal('dataStructure'), gridId }),
  z.object({ kind: z.literal('guideMap'), guideId: guideId.nullable() }),
  /** New categories interview by interview. */
  z.object({ kind: z.literal('saturation'), gridIds: grids, order: z.enum(['date', 'import']) }),
  z.object({ kind: z.literal('codebookHistory'), gridIds: grids }),
  z.object({ kind: z.literal('audit') }),
  /** What an ethics committee asks of the data. */
  z.object({ kind: z.literal('dataProtection') }),
  z.object({ kind: z.literal('erasureCertificate'), erasureId: z.string().min(1).max(40) }),
  /** How far coders agree, for the chapter on methods. */
  agreementSetting.extend({ kind: z.literal('agreement') }),
  z.object({ kind: z.literal('memos'), kinds: z.array(z.enum(MEMO_KINDS)).nullable() }),
  /** How it is set; not given: as usual. */
  z.object({
    kind: z.literal('figure'),
    figure: z.enum(FIGURE_KINDS),
    definition: matrixDefinition,
    title,
    options: figureOptions.optional(),
  }),
]);
export type PrintPiece = z.infer<typeof printPiece>;
export type PieceKind = PrintPiece['kind'];
export type PieceOf<K extends PieceKind> = Extract<PrintPiece, { kind: K }>;

/** How everything of one printing is set. */
export const printStyle = z.object({
  language: z.enum(['fr', 'en']),
  /** For the source line under tables; null: the project's coders are not named. */
  author: z.string().trim().max(200).nullable(),
  /** Instead of the source line that is made; null: the made one. */
  sourceLine: z.string().trim().max(500).nullable(),
  /** Who spoke, in `(E12, DRH, §34)`: by label, by an attribute's value (the function), or not at all. */
  reference: z.discriminatedUnion('who', [z.object({ who: z.enum(['label', 'nobody']) }), z.object({ who: z.literal('attribute'), attributeId })]),
  /** References lead back to their passage in the workbench. */
  links: z.boolean(),
});
export type PrintStyle = z.infer<typeof printStyle>;

/** One thing to print, in one or several files. */
export const printOrder = z.object({ piece: printPiece, formats: z.array(z.enum(PRINT_FORMATS)).min(1) });
export type PrintOrder = z.infer<typeof printOrder>;

/** A printing as it is kept by name: the thesis pack. */
export const printPack = z.object({ style: printStyle, orders: z.array(printOrder).min(1).max(100) });
export type PrintPack = z.infer<typeof printPack>;

export interface PrintSettings {
  readonly id: PrintSettingsId;
  readonly name: string;
  readonly pack: PrintPack;
  readonly updatedAt: string;
}

/** In which files a piece can come. */
export const FORMATS_OF: Readonly<Record<PieceKind, readonly PrintFormat[]>> = {
  matrix: [...PAGE_FORMATS, ...SHEET_FORMATS],
  verbatims: [...PAGE_FORMATS, ...SHEET_FORMATS],
  quoteBook: [...PAGE_FORMATS, ...SHEET_FORMATS],
  codebook: [...PAGE_FORMATS, ...SHEET_FORMATS],
  corpusTable: [...PAGE_FORMATS, ...SHEET_FORMATS],
  monograph: PAGE_FORMATS,
  counts: [...PAGE_FORMATS, ...SHEET_FORMATS],
  transcript: ['docx', 'odt', 'pdf', 'html', 'md'],
  dataStructure: [...PAGE_FORMATS, ...PICTURE_FORMATS],
  guideMap: [...PAGE_FORMATS, ...SHEET_FORMATS],
  saturation: [...PAGE_FORMATS, ...SHEET_FORMATS],
  codebookHistory: [...PAGE_FORMATS, ...SHEET_FORMATS],
  audit: [...PAGE_FORMATS, ...SHEET_FORMATS],
  dataProtection: PAGE_FORMATS,
  erasureCertificate: PAGE_FORMATS,
  agreement: [...PAGE_FORMATS, ...SHEET_FORMATS],
  memos: PAGE_FORMATS,
  figure: [...PICTURE_FORMATS, 'pdf'],
};
