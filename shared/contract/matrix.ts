// Calls about matrices and their cells.
import { z } from 'zod';
import type { CellCard } from '../domain/cell-card.ts';
import { matrixId } from '../domain/ids.ts';
import type { MatrixId } from '../domain/ids.ts';
import { headerKey, matrixDefinition, matrixLayout } from '../domain/matrix.ts';
import type { MatrixTable, SavedMatrix } from '../domain/matrix.ts';
import type { CellPreview, MatrixAnswer } from '../domain/matrix-delta.ts';
import { returns } from './endpoint.ts';
import { longText, nothing, title } from './fields.ts';
import type { FileOut } from './fields.ts';

export const matrixContract = {
  'matrix.list': returns<SavedMatrix[]>().from(nothing),
  'matrix.compute': returns<MatrixTable>().from(z.object({ definition: matrixDefinition })),
  /** As a window keeps it: the whole table, or what changed since the answer of this `version`. */
  'matrix.read': returns<MatrixAnswer>().from(z.object({ definition: matrixDefinition, since: z.string().max(100).nullable() })),
  /** The first quotes of the cells where these lines cross, by header's key. */
  'matrix.previews': returns<CellPreview[]>().from(
    z.object({ definition: matrixDefinition, rowKeys: z.array(headerKey).max(1000), columnKeys: z.array(headerKey).max(1000) }),
  ),
  /** One cell with all its quotes and all that is known of its synthesis. `rowKey` and `columnKey` are headers' keys. */
  'matrix.cell': returns<CellCard>().from(z.object({ definition: matrixDefinition, rowKey: headerKey, columnKey: headerKey })),
  /** `matrixId` null keeps a new one. */
  'matrix.save': returns<MatrixId>().from(
    z.object({
      matrixId: matrixId.nullable(),
      name: title,
      definition: matrixDefinition,
      /** What is not given of the rest stays as it is. */
      notes: longText.optional(),
      layout: matrixLayout.nullable().optional(),
      display: z.string().max(100).nullable().optional(),
    }),
  ),
  'matrix.remove': returns<null>().from(z.object({ matrixId })),
  /** The table as data for other programs (JSON); what is read goes by `print.make`. */
  'matrix.export': returns<FileOut>().from(z.object({ definition: matrixDefinition, title })),
};
