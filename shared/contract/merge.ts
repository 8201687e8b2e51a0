// Calls about merging another copy of the project, or another project, into the open one: given, looked at, settled, written as one act.
import { z } from 'zod';
import type { MergePreview } from '../domain/merge.ts';
import { MOST_PASSWORD_LETTERS } from '../domain/protection.ts';
import { returns } from './endpoint.ts';

const merge = z.string().max(80);
const settled = z.object({
  merge,
  /** By the conflicts' ids; what is left out is as proposed. */
  choices: z.record(z.string().max(200), z.enum(['ours', 'theirs', 'both'])),
  /** Theirs → ours, or null for something new; what is left out is as proposed. For projects without a past in common. */
  matches: z.record(z.string().max(80), z.string().max(80).nullable()),
  /** Of the file, where another one than the open project's protects it. */
  password: z.string().max(MOST_PASSWORD_LETTERS).optional(),
});

/** The file to merge; one is open at a time, another one ends it. */
export interface OpenMerge {
  readonly merge: string;
  readonly file: string;
}

export const mergeContract = {
  /** Takes a file of this machine. For the desktop shell only, whose own dialog chose it; refused to the window. */
  'merge.openPath': returns<OpenMerge>().from(z.object({ path: z.string().min(1).max(4096) })),
  /** Begins to take a file in piece by piece. */
  'merge.begin': returns<OpenMerge>().from(z.object({ name: z.string().min(1).max(500) })),
  /** The next piece, in order; at most 6 MB. */
  'merge.add': returns<null>().from(z.object({ merge, base64: z.string().max(8_400_000) })),
  /**
   * What merging the file would do, with every conflict; nothing is written to either file. Reports `progress` under the job `merge`;
   * `job.cancel` stops it. Refuses a file that is no project, damaged, encrypted, of a newer version, or the open project itself.
   */
  'merge.preview': returns<MergePreview>().from(settled),
  /** Does it, as one act. Answers whether there was anything to bring, and how many new codings it brought. */
  'merge.apply': returns<{ readonly isChanged: boolean; readonly codings: number }>().from(settled),
  'merge.close': returns<null>().from(z.object({ merge })),
};
