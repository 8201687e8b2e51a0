// Calls about crash reports: files on this computer, written when something breaks and shown to whoever sits there.
import { z } from 'zod';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

export const crashContract = {
  /** Something broke in the window; answers with the report's name, null where none was written. `during`: the screen in view. */
  'crash.report': returns<string | null>().from(
    z.object({ name: z.string().max(200), message: z.string().max(20_000), stack: z.string().max(60_000), during: z.string().max(80) }),
  ),
  'crash.latest': returns<string | null>().from(nothing),
  /** The report's words; empty where it is gone. */
  'crash.read': returns<string>().from(z.object({ name: z.string().regex(/^trame-[\dTZ-]{1,40}\.txt$/u) })),
};
