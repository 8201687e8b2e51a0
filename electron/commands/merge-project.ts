// What another copy of the project brings is written as one act; the log keeps which of its entries this copy holds from now on.
import { Refusal } from '../../shared/domain/failure.ts';
import type { MergeConflict } from '../../shared/domain/merge.ts';
import type { RowDiff } from '../storage/writer.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface PlannedMerge {
  /** The file's name, for the history. */
  readonly file: string;
  readonly diffs: readonly RowDiff[];
  readonly conflicts: readonly MergeConflict[];
  readonly record: { readonly holds: readonly string[]; readonly isSettled: boolean };
}

function codings({ diffs }: PlannedMerge): number {
  return diffs.filter(({ table, op }) => table === 'coding' && op === 'insert').length;
}

/** Refuses (`merge.changedSince`) where the project is no longer what was planned for. Answers whether there was anything to bring. */
export function mergeProject(session: Session, plan: PlannedMerge): boolean {
  const { file, record, conflicts, diffs } = plan;
  if (diffs.length === 0) return false;
  const header = { name: 'project.merge', input: { file, ...record, conflicts }, subject: { name: file, count: codings(plan) } };
  try {
    runCommand(session, header, ({ writer }) => {
      for (const diff of diffs) writer.replay(diff);
    });
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new Refusal('merge.changedSince');
    throw error;
  }
  return true;
}
