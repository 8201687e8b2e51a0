// Calls about matrices and their cells.
import { z } from 'zod';
import { matrixId, passageId } from '../domain/ids.ts';
import type { MatrixId } from '../domain/ids.ts';
import { CELL_STATUSES, MOST_COLUMN_AXES, MOST_ROW_AXES, matrixDefinition, stance } from '../domain/matrix.ts';
import type { MatrixCell, MatrixTable, SavedMatrix } from '../domain/matrix.ts';
import { returns } from './endpoint.ts';
import { longText, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export const MATRIX_FORMATS = ['docx', 'xlsx', 'csv', 'html', 'md', 'tex', 'json', 'svg', 'png'] as const;
export type MatrixFormat = (typeof MATRIX_FORMATS)[number];
export const FIGURES = ['toolsByCase', 'bubble', 'heat'] as const;
export type FigureKind = (typeof FIGURES)[number];

/** `attribute:<uuid>=<value>` is the longest: values go up to 2,000. */
const entityKey = z.string().min(1).max(2100);
const entityKeys = z
  .array(entityKey)
  .min(1)
  .max(MOST_ROW_AXES + MOST_COLUMN_AXES);
const header = z
  .string()
  .min(1)
  .max(MOST_COLUMN_AXES * 2101);

export const matrixContract = {
  'matrix.list': returns<SavedMatrix[]>().from(nothing),
  'matrix.compute': returns<MatrixTable>().from(z.object({ definition: matrixDefinition })),
  /** One cell with all its quotes. `rowKey` and `columnKey` are headers' keys. */
  'matrix.cell': returns<MatrixCell>().from(z.object({ definition: matrixDefinition, rowKey: header, columnKey: header })),
  /** `matrixId` null keeps a new one. */
  'matrix.save': returns<MatrixId>().from(z.object({ matrixId: matrixId.nullable(), name: title, definition: matrixDefinition })),
  'matrix.remove': returns<null>().from(z.object({ matrixId })),
  'matrix.export': returns<FileOut>().from(
    z.object({
      definition: matrixDefinition,
      title,
      format: z.enum(MATRIX_FORMATS),
      figure: z.enum(FIGURES).nullable(),
      /** Entity keys of the cases to compare in the export; null: no comparison. */
      compareCaseKeys: z.array(entityKey).min(2).max(12).nullable(),
    }),
  ),
  /** The synthesis of a crossing, shared by every matrix that shows it; empty text removes it. */
  'cell.writeSynthesis': returns<null>().from(z.object({ entityKeys, text: longText, status: z.enum(CELL_STATUSES) })),
  /** What this passage does to the cell's claim; null goes back to the codings' own stance. */
  'cell.setStance': returns<null>().from(z.object({ entityKeys, passageId, stance: stance.nullable() })),
};
