// Calls for the codebook on paper: the dictionary of themes, and the data structure drawn from a grid's tree.
import { z } from 'zod';
import { gridId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/project.ts';
import { returns } from './endpoint.ts';
import { title } from './fields.ts';
import type { FileOut } from './fields.ts';

const level = z.number().int().min(1).max(1_000);

export const codebookPrintContract = {
  /** In the project's language; null prints every grid. */
  'codebook.print': returns<FileOut>().from(
    z.object({
      gridIds: z.array(gridId).max(1_000).nullable(),
      byCase: z.boolean(),
      title: title.nullable(),
      format: z.enum(['docx', 'xlsx', 'html']),
    }),
  ),
  /** `concept` null: whatever ends a branch below a theme. */
  'grid.structure': returns<FileOut>().from(
    z.object({
      gridId,
      levels: z.object({ dimension: level, theme: level, concept: level.nullable() }),
      format: z.enum(['svg', 'png', 'docx']),
      language: z.enum(LANGUAGES),
    }),
  ),
};
