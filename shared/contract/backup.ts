// Calls about a project's backups.
import { z } from 'zod';
import type { Backup } from '../domain/backup.ts';
import type { HistoryKind } from '../domain/history.ts';
import { returns } from './endpoint.ts';
import { nothing } from './fields.ts';

const name = z.string().min(1).max(100);

/** One backup, and what was done since. */
export interface BackupLine extends Backup {
  readonly since: number;
  readonly kinds: readonly { readonly kind: HistoryKind; readonly entries: number }[];
  readonly coders: readonly string[];
  /** It holds all that is written now. */
  readonly isCurrent: boolean;
}

export const backupContract = {
  /** The latest first. `failure`: why the last one could not be made. */
  'backup.list': returns<{ readonly folder: string; readonly backups: readonly BackupLine[]; readonly failure: string | null }>().from(nothing),
  'backup.make': returns<null>().from(nothing),
  /** Lays it beside the project under a name of its own; answers with what opens it. */
  'backup.restore': returns<{ readonly ref: string }>().from(z.object({ name })),
};
