// A matrix is a saved view that crosses axes; what its cells hold is derived from codings, or stored once per crossing.
import { z } from 'zod';
import type { CellRating, CellStatus, CitedPassage, MemberCell, PinnedQuote } from './cell.ts';
import { attributeId, caseGroupId, caseId, categoryId, coderId, gridId, guideQuestionId, participantId, sourceId } from './ids.ts';
import type { CategoryId, CoderId, MatrixId, MatrixSnapshotId, PassageId } from './ids.ts';
import { STANCES } from './source.ts';
import type { Stance } from './source.ts';

/** How dates are gathered into periods: calendar steps, or the study's own phases, each from its day to the next one's. */
export const periodRule = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['day', 'month', 'quarter', 'year']) }),
  z.object({
    by: z.literal('phases'),
    phases: z
      .array(z.object({ name: z.string().trim().min(1).max(200), from: z.iso.date() }))
      .min(1)
      .max(60),
  }),
]);
export type PeriodRule = z.infer<typeof periodRule>;

const most = 2000;

export const axisSpec = z.discriminatedUnion('kind', [
  /** The leaf categories of a grid, or those of one level (1 = top) with their descendants folded into them. */
  z.object({ kind: z.literal('grid'), gridId, level: z.number().int().min(1).max(20).nullable() }),
  /** The children of a category, their descendants folded into them. */
  z.object({ kind: z.literal('category'), categoryId }),
  z.object({ kind: z.literal('case') }),
  z.object({ kind: z.literal('caseGroup') }),
  z.object({ kind: z.literal('source') }),
  z.object({ kind: z.literal('participant') }),
  z.object({ kind: z.literal('coder') }),
  z.object({ kind: z.literal('attribute'), attributeId }),
  z.object({ kind: z.literal('sourceKind') }),
  /** Dates of the sources themselves (`attributeId` null) or of an attribute of type date. */
  z.object({ kind: z.literal('period'), attributeId: attributeId.nullable(), rule: periodRule }),
  /** Labels as they stand in each source, whoever they stand for. */
  z.object({ kind: z.literal('speaker') }),
  /** Questions of the interview guide, or its themes: what is said in answer. */
  z.object({ kind: z.literal('guide'), level: z.enum(['theme', 'question']) }),
  /** Questions of the study itself; those with an expression gather passages, the others what is pinned by hand. */
  z.object({ kind: z.literal('researchQuestion') }),
  /** Hand-picked, in the order given; categories may come from several grids, their descendants folded into them. */
  z.object({
    kind: z.literal('picked'),
    name: z.string().trim().max(200),
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('category'), ids: z.array(categoryId).min(1).max(most) }),
      z.object({ kind: z.literal('case'), ids: z.array(caseId).min(1).max(most) }),
      z.object({ kind: z.literal('caseGroup'), ids: z.array(caseGroupId).min(1).max(most) }),
      z.object({ kind: z.literal('source'), ids: z.array(sourceId).min(1).max(most) }),
      z.object({ kind: z.literal('participant'), ids: z.array(participantId).min(1).max(most) }),
      z.object({ kind: z.literal('coder'), ids: z.array(coderId).min(1).max(most) }),
      z.object({ kind: z.literal('question'), ids: z.array(guideQuestionId).min(1).max(most) }),
    ]),
  }),
]);
export type AxisSpec = z.infer<typeof axisSpec>;

/** When row and column categories meet. `near` counts UTF-16 units between the nearest ends in one source. */
export const joinRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passage') }),
  z.object({ kind: z.literal('overlap') }),
  z.object({ kind: z.literal('turn') }),
  z.object({ kind: z.literal('near'), withinUtf16: z.number().int().min(0).max(1_000_000) }),
]);
export type JoinRule = z.infer<typeof joinRule>;

/** What a cell can show, in the order in which it shows it. */
export const CELL_CONTENTS = [
  'rating',
  'counts',
  'cases',
  'sources',
  'participants',
  'stance',
  'categories',
  'synthesis',
  'pinned',
  'passages',
  'remark',
  'status',
] as const;
export type CellContent = (typeof CELL_CONTENTS)[number];

/** Who or what can be named in a cell, by the content that asks for it. */
export const UNIT_OF_CONTENT = { cases: 'case', sources: 'source', participants: 'participant' } as const satisfies Partial<
  Record<CellContent, EntityKind>
>;
export type UnitKind = (typeof UNIT_OF_CONTENT)[keyof typeof UNIT_OF_CONTENT];

/** What these contents name, in the order in which cells say it. */
export function unitsAskedFor(contents: readonly CellContent[]): UnitKind[] {
  return CELL_CONTENTS.flatMap((content) =>
    contents.includes(content) && content in UNIT_OF_CONTENT ? UNIT_OF_CONTENT[content as keyof typeof UNIT_OF_CONTENT] : [],
  );
}

/** How many axes nest on one side before nobody can read it. */
export const MOST_ROW_AXES = 2;
export const MOST_COLUMN_AXES = 3;

/** The longest key of a header: as many entities as nest on a side; an attribute's value goes up to 2,000 characters. */
export const headerKey = z
  .string()
  .min(1)
  .max(MOST_COLUMN_AXES * 2101);

/** What rows or columns are sorted by, inside the entity above them. `of`: in this header of the other side; null: over all of them. */
export const orderKey = z.discriminatedUnion('by', [
  z.object({ by: z.literal('hand'), keys: z.array(headerKey).max(5000) }),
  z.object({ by: z.literal('label'), descending: z.boolean() }),
  z.object({ by: z.literal('count'), of: headerKey.nullable(), descending: z.boolean() }),
  /** The rating of a cell, or the mean of a line's ratings; lines without any come last. */
  z.object({ by: z.literal('rating'), of: headerKey.nullable(), descending: z.boolean() }),
  /** The value that the line's case, source or participant has; lines without any come last. */
  z.object({ by: z.literal('attribute'), attributeId, descending: z.boolean() }),
]);
export type OrderKey = z.infer<typeof orderKey>;

export const matrixDefinition = z.object({
  rows: z.array(axisSpec).min(1).max(MOST_ROW_AXES),
  columns: z.array(axisSpec).min(1).max(MOST_COLUMN_AXES),
  join: joinRule,
  /** Only these coders' codings; null: everybody's. */
  coderIds: z.array(coderId).nullable(),
  /** What the cells show; the engine computes everything but the quotes, which come when `passages` is asked for. */
  contents: z.array(z.enum(CELL_CONTENTS)).min(1),
  hidesEmpty: z.boolean(),
  /** Expressions (CLI.md, "--where"): only passages for which all of them hold. */
  where: z.array(z.string().trim().min(1).max(4000)).max(20).optional(),
  rowOrder: orderKey.optional(),
  columnOrder: orderKey.optional(),
  /** Lines left out by hand; their numbers are not in the cells of the others, so nothing else changes. */
  hiddenRows: z.array(headerKey).max(5000).optional(),
  hiddenColumns: z.array(headerKey).max(5000).optional(),
});
export type MatrixDefinition = z.infer<typeof matrixDefinition>;

export const ENTITY_KINDS = [
  'category',
  'case',
  'caseGroup',
  'source',
  'sourceKind',
  'participant',
  'speaker',
  'coder',
  'attribute',
  'period',
  'theme',
  'question',
  'researchQuestion',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/**
 * One thing that an axis lists. `key` is stable under renaming: `kind:<uuid>`, `kind:<uuid>=<value>` or `kind:=<value>`, such as
 * `case:<uuid>`, `attribute:<uuid>=<value>`, `sourceKind:=interview`, `period:=2024-03-01..2024-04-01` (the sources' own dates, half open).
 */
export interface AxisEntity {
  readonly kind: EntityKind;
  readonly key: string;
  readonly label: string;
  /** From the top of its tree down to the label itself; one element for flat axes. */
  readonly path: readonly string[];
  /** `#rrggbb`: the category's colour, or the case's tint; null where colour means nothing. */
  readonly color: string | null;
}

/** A row or a column: one entity per nested axis, outermost first. `key` joins the entities' keys with `|`. */
export interface MatrixHeader {
  readonly key: string;
  readonly label: string;
  /** One label per nested axis; for a single axis the path in its tree. */
  readonly path: readonly string[];
  readonly entities: readonly AxisEntity[];
}

/** A category found in a cell, below the category of the cell's row or column. */
export interface FoundCategory {
  readonly id: CategoryId;
  readonly name: string;
  readonly color: string;
  /** Distinct passages that carry it in this cell. */
  readonly passages: number;
}

/** A case, a source or a person that stands in a cell. */
export interface CellUnit {
  readonly kind: UnitKind;
  /** As an axis' entity: `case:<uuid>`. */
  readonly key: string;
  readonly label: string;
  /** The cell's passages that are its own, in corpus order; none where its attributes alone put it there. */
  readonly passageIds: readonly PassageId[];
}

export type StanceBalance = Readonly<Record<Stance, number>>;

/** A passage of a cell, with what a citation needs. */
export interface MatrixQuote extends CitedPassage {
  readonly caseNames: readonly string[];
  readonly stance: Stance | null;
  readonly coderIds: readonly CoderId[];
  /** Names of the categories found below the cell's row or column. */
  readonly categories: readonly string[];
}

export interface MatrixCell {
  /** The crossing, whatever the axes' order: entity keys sorted and joined with `|`. Syntheses are stored under it. */
  readonly key: string;
  /** Distinct (passage, row category, column category) meetings. */
  readonly codings: number;
  /** Distinct passages (same source, same two ends). */
  readonly passages: number;
  readonly sources: number;
  readonly cases: number;
  readonly categories: readonly FoundCategory[];
  /** Who stands there, of the kinds that the contents ask for; by kind, in the corpus' order. */
  readonly units: readonly CellUnit[];
  readonly stance: StanceBalance;
  readonly synthesis: string | null;
  readonly status: CellStatus | null;
  readonly rating: CellRating | null;
  readonly remark: string | null;
  /** In the order given by hand. */
  readonly pinned: readonly PinnedQuote[];
  /** The passages are no longer those that the synthesis was written on, under the same rule. */
  readonly isOutdated: boolean;
  /** Empty unless quotes were asked for. In corpus order. */
  readonly quotes: readonly MatrixQuote[];
  /** Of a group's cell: what its members' cells hold. Empty unless quotes were asked for. */
  readonly members: readonly MemberCell[];
}

export interface MatrixTotals {
  readonly codings: number;
  readonly passages: number;
  readonly sources: number;
}

/** A matrix computed: `cells[row][column]`. */
export interface MatrixTable {
  readonly title: string;
  readonly definition: MatrixDefinition;
  /** What each axis is called: `Dimensions de l'innovation sociale`, `Cas`. */
  readonly rowAxes: readonly string[];
  readonly columnAxes: readonly string[];
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  readonly cells: readonly (readonly MatrixCell[])[];
  readonly totals: MatrixTotals;
  /** Codings of the chosen coders on a crossed grid's categories that no row or column shows (inner categories on a leaf axis). */
  readonly omittedCodings: number;
}

/** A matrix kept in the project. */
export interface SavedMatrix {
  readonly id: MatrixId;
  readonly name: string;
  readonly definition: MatrixDefinition;
  readonly notes: string;
  readonly layout: MatrixLayout | null;
  /** The ready-made display it came from; null for one's own. */
  readonly display: string | null;
  readonly updatedAt: string;
}

/** How a table is laid out on the screen; keys are headers'. Pixels. */
export const matrixLayout = z.object({
  headWidth: z.number().int().min(80).max(1200).nullable(),
  widths: z.record(headerKey, z.number().int().min(40).max(2000)),
  /** Outer headers whose inner lines are folded into one. */
  collapsed: z.array(headerKey).max(5000),
  /** Columns that stay in view beside the heads, from the left. */
  frozenColumns: z.number().int().min(0).max(10),
  isShaded: z.boolean(),
  showsSparklines: z.boolean(),
});
export type MatrixLayout = z.infer<typeof matrixLayout>;

/** A matrix as it stood one day. */
export interface MatrixSnapshot {
  readonly id: MatrixSnapshotId;
  readonly matrixId: MatrixId;
  readonly name: string;
  readonly coder: string;
  readonly createdAt: string;
}

export const stance = z.enum(STANCES);

/** The key of the crossing of these entities, in whatever order they are given. */
export function crossingKey(entityKeys: readonly string[]): string {
  return [...new Set(entityKeys)].sort().join('|');
}

const KEYS_APART = new RegExp(`\\|(?=(?:${ENTITY_KINDS.join('|')}):(?:[0-9a-f]{8}-|=))`, 'u');

/** The entities' keys in a header's or a crossing's key. An attribute's value may itself hold the sign that joins keys. */
export function entityKeysIn(key: string): string[] {
  return key.split(KEYS_APART);
}

/** The crossing of a row and a column, independent of which side each stands on. */
export function cellKey(row: Pick<MatrixHeader, 'entities'>, column: Pick<MatrixHeader, 'entities'>): string {
  return crossingKey([...row.entities, ...column.entities].map((entity) => entity.key));
}
