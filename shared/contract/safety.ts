// Calls about the safety of projects' files: what the window has to say, and the ways out of damage.
import { z } from 'zod';
import type { Backup } from '../domain/backup.ts';
import type { Repair } from '../domain/repair.ts';
import type { SafetyStatus } from '../domain/safety.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const ref = z.string().max(200);

export const safetyContract = {
  'safety.status': returns<SafetyStatus>().from(nothing),
  /** Backups of a project that does not open, the latest first. */
  'safety.backups': returns<{ readonly backups: readonly Backup[] }>().from(z.object({ ref })),
  /** Lays one of them beside it; answers with what opens it. */
  'safety.restore': returns<{ readonly ref: string }>().from(z.object({ ref, name: z.string().min(1).max(100) })),
  /** Repairs a project into a new file beside it; without `ref` the open one. */
  'safety.repair': returns<{ readonly ref: string; readonly fileName: string; readonly repair: Omit<Repair, 'path'> }>().from(
    z.object({ ref: ref.nullable() }),
  ),
};
