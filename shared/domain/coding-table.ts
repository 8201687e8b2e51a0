// A table of codings before it is applied: which column says what, what its rows say, and what is wrong with them.
import { z } from 'zod';
import { folded } from './category.ts';
import { sourceId } from './ids.ts';
import type { SourceId } from './ids.ts';

export const TABLE_FIELDS = ['source', 'quote', 'start', 'end', 'category', 'coder', 'memo', 'weight', 'stance', 'createdAt'] as const;
export type TableField = (typeof TABLE_FIELDS)[number];
/** Field → the column that holds it. */
export type TableColumns = Readonly<Partial<Record<TableField, string>>>;

/** What the user settles of a table made elsewhere; what is left out is proposed. */
export const tableMapping = z.object({
  columns: z.partialRecord(z.enum(TABLE_FIELDS), z.string().max(1000)).optional(),
  /** Name in the table → the source meant; null for one that stays outside. What is not named is found by its name. */
  sources: z.record(z.string().max(2000), sourceId.nullable()).optional(),
  /** Applies the good rows though others are refused. */
  leavesRefused: z.boolean().optional(),
});
export type TableMapping = z.infer<typeof tableMapping>;

/** A document that the table names, and the source that it seems to be, or was said to be. */
export interface TableDocument {
  readonly name: string;
  readonly rows: number;
  readonly sourceId: SourceId | null;
}

export interface CodingTableRow {
  /** As a spreadsheet counts. */
  readonly line: number;
  readonly source: string;
  readonly quote: string;
  /** Paths or names as they are written there. */
  readonly categories: string;
  readonly coder: string;
  /** Why the row is refused, in words; null for a good one. */
  readonly problem: string | null;
}

export interface CodingTablePreview {
  /** Names this plan for applying it; null while a row is refused that may not be left out. */
  readonly plan: string | null;
  readonly total: number;
  readonly refused: number;
  /** The refused ones first, at most `MOST_TABLE_ROWS`. */
  readonly rows: readonly CodingTableRow[];
  readonly newCategories: readonly string[];
  readonly newCoders: readonly string[];
}

/** The same with what its file is and how its columns were read. */
export interface CodingTableFile extends CodingTablePreview {
  /** `hypothesis`: annotations of Hypothes.is, whose columns are known. */
  readonly format: 'table' | 'hypothesis';
  /** The file's own, each with one of its values. */
  readonly columns: readonly { readonly name: string; readonly example: string }[];
  readonly mapping: TableColumns;
  readonly documents: readonly TableDocument[];
}

export const MOST_TABLE_ROWS = 300;

/**
 * What columns are called in the tables that programs write and people make, best first: ours, then those of MAXQDA (retrieved segments), ATLAS.ti
 * (quotations), NVivo (coding summary), Dedoose (excerpts), Taguette and QualCoder, in English and French; without accents, spaces or signs.
 */
const HEADERS: Readonly<Record<TableField, readonly string[]>> = {
  source: [
    'source',
    'sourcename',
    'nomdelasource',
    'document',
    'documentname',
    'nomdudocument',
    'dokument',
    'filename',
    'nomdufichier',
    'file',
    'fichier',
    'mediatitle',
    'resourcetitle',
    'transcript',
    'transcription',
    'entretien',
    'interview',
    'url',
  ],
  quote: [
    'quote',
    'citation',
    'quotationcontent',
    'contenudelacitation',
    'quotation',
    'segment',
    'codedsegment',
    'segmentcode',
    'codedtext',
    'textecode',
    'textencode',
    'excerptcopy',
    'excerpt',
    'extrait',
    'passage',
    'verbatim',
    'seltext',
    'content',
    'contenu',
    'text',
    'texte',
  ],
  start: ['start', 'startposition', 'positiondedebut', 'pos0', 'debut', 'begin', 'beginning'],
  end: ['end', 'endposition', 'positiondefin', 'pos1', 'fin'],
  category: [
    'category',
    'categorie',
    'categories',
    'hierarchicalname',
    'nomhierarchique',
    'code',
    'codes',
    'codename',
    'nomducode',
    'codesapplied',
    'tag',
    'tags',
    'etiquette',
    'etiquettes',
    'node',
    'noeud',
    'theme',
    'themes',
  ],
  coder: [
    'coder',
    'codeur',
    'codeuse',
    'createdby',
    'creepar',
    'excerptcreator',
    'owner',
    'user',
    'utilisateur',
    'author',
    'auteur',
    'modifiedby',
    'modifiepar',
    'initials',
  ],
  memo: ['memo', 'comment', 'commentaire', 'comments', 'commentaires', 'note', 'notes', 'remarque', 'body'],
  weight: ['weight', 'weightscore', 'poids', 'scoredeponderation', 'ponderation', 'intensite'],
  stance: ['stance', 'positionprise', 'posture'],
  createdAt: ['createdat', 'created', 'creele', 'datedecreation', 'creationdate', 'excerptdate', 'date'],
};

const bare = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** The column that each field seems to be in. Numbers called otherwise than ours may count paragraphs: a quote goes before them. */
export function proposedColumns(names: readonly string[]): TableColumns {
  const found: Partial<Record<TableField, string>> = {};
  const taken = new Set<string>();
  for (const field of TABLE_FIELDS) {
    const isPlace = field === 'start' || field === 'end';
    const headers = isPlace && found.quote !== undefined ? [field] : HEADERS[field];
    const name = headers.map((header) => names.find((one) => bare(one) === header && !taken.has(one))).find((one) => one !== undefined);
    if (name === undefined) continue;
    found[field] = name;
    taken.add(name);
  }
  return found;
}

/** True of a table written for Trame: its columns are called as they are here. */
export function isOwnTable(names: readonly string[]): boolean {
  const own = new Set(names.map((name) => name.toLowerCase()));
  return own.has('source') && own.has('category') && (own.has('quote') || (own.has('start') && own.has('end')));
}
