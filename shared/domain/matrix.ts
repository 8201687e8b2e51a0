// A matrix is a saved view that crosses axes; what its cells hold is derived from codings, or stored once per crossing.
import { z } from 'zod';
import { attributeId, categoryId, coderId, gridId } from './ids.ts';
import type { CategoryId, CoderId, MatrixId, PassageId, SourceId } from './ids.ts';
import { STANCES } from './source.ts';
import type { Stance } from './source.ts';

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

export const CELL_CONTENTS = ['counts', 'categories', 'passages', 'synthesis'] as const;
export type CellContent = (typeof CELL_CONTENTS)[number];

/** How many axes nest on one side before nobody can read it. */
export const MOST_ROW_AXES = 2;
export const MOST_COLUMN_AXES = 3;

export const matrixDefinition = z.object({
  rows: z.array(axisSpec).min(1).max(MOST_ROW_AXES),
  columns: z.array(axisSpec).min(1).max(MOST_COLUMN_AXES),
  join: joinRule,
  /** Only these coders' codings; null: everybody's. */
  coderIds: z.array(coderId).nullable(),
  /** What the cells show; the engine computes everything but the quotes, which come when `passages` is asked for. */
  contents: z.array(z.enum(CELL_CONTENTS)).min(1),
  hidesEmpty: z.boolean(),
});
export type MatrixDefinition = z.infer<typeof matrixDefinition>;

export type EntityKind = 'category' | 'case' | 'caseGroup' | 'source' | 'participant' | 'coder' | 'attribute';

/** One thing that an axis lists. `key` is stable under renaming: `category:<uuid>`, `case:<uuid>`, `attribute:<uuid>=<value>`. */
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

export type StanceBalance = Readonly<Record<Stance, number>>;

/** A passage of a cell, with what a citation needs. `start` and `end` are whole-document UTF-16 offsets. */
export interface MatrixQuote {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `E12 §34` */
  readonly ref: string;
  readonly caseNames: readonly string[];
  readonly stance: Stance | null;
  readonly coderIds: readonly CoderId[];
  /** Names of the categories found below the cell's row or column. */
  readonly categories: readonly string[];
}

export const CELL_STATUSES = ['draft', 'ready'] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

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
  readonly stance: StanceBalance;
  readonly synthesis: string | null;
  readonly status: CellStatus | null;
  /** Empty unless quotes were asked for. In corpus order. */
  readonly quotes: readonly MatrixQuote[];
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
  readonly updatedAt: string;
}

export const stance = z.enum(STANCES);

/** The key of the crossing of these entities, in whatever order they are given. */
export function crossingKey(entityKeys: readonly string[]): string {
  return [...new Set(entityKeys)].sort().join('|');
}

/** The entities' keys in a header's or a crossing's key. An attribute's value may itself hold the sign that joins keys. */
export function entityKeysIn(key: string): string[] {
  return key.split(/\|(?=(?:category|case|caseGroup|source|participant|coder|attribute):[0-9a-f]{8}-)/u);
}

/** The crossing of a row and a column, independent of which side each stands on. */
export function cellKey(row: Pick<MatrixHeader, 'entities'>, column: Pick<MatrixHeader, 'entities'>): string {
  return crossingKey([...row.entities, ...column.entities].map((entity) => entity.key));
}
