// Calls about the exchange with other programs for qualitative analysis (REFI-QDA).
import { z } from 'zod';
import type { RefiPreview } from '../domain/refi.ts';
import { returns } from './endpoint.ts';
import type { FileOut } from './fields.ts';

export const refiContract = {
  /** What an export would lose, and what others may misread. */
  'refi.preview': returns<RefiPreview>().from(z.object({ withRecordings: z.boolean().default(true) })),
  /** The project as a qdpx to save; `utf16`: as NVivo counts positions. Reports `progress` under the job `leaving`, in sources; `job.cancel` stops it. */
  'refi.write': returns<FileOut>().from(
    z.object({ unit: z.enum(['codepoint', 'utf16']), withSideFile: z.boolean(), withRecordings: z.boolean().default(true) }),
  ),
};
