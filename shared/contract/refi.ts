// Calls about the exchange with other programs for qualitative analysis (REFI-QDA).
import { z } from 'zod';
import type { RefiWritten } from '../domain/refi.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';
import type { FileOut } from './fields.ts';

export const refiContract = {
  /** What an export would lose, and what others may misread. */
  'refi.preview': returns<Pick<RefiWritten, 'losses' | 'warnings'>>().from(nothing),
  /** The project as a qdpx to save; `utf16`: as NVivo counts positions. */
  'refi.write': returns<FileOut>().from(z.object({ unit: z.enum(['codepoint', 'utf16']), withSideFile: z.boolean() })),
};
