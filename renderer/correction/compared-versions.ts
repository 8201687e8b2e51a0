// Which two states of a text are compared.
import type { EntryId } from '../../shared/domain/ids.ts';
import type { Revision } from '../../shared/domain/revision.ts';

/** The states that are no correction. */
export const ENDS = { imported: 'imported', present: 'present' } as const;

/** Ids of corrections, or one of `ENDS`. */
export interface Compared {
  readonly from: string;
  readonly to: string;
}

/** What one correction changed: the state it left against the one before. Corrections come newest first. */
export function comparedBy(revisions: readonly Revision[], id: EntryId): Compared {
  const index = revisions.findIndex((revision) => revision.id === id);
  return { from: revisions[index + 1]?.id ?? ENDS.imported, to: id };
}

/** As the core names a state. */
export function entryOf(state: string): EntryId | null {
  return state === ENDS.imported || state === ENDS.present ? null : (state as EntryId);
}
