// Whose work is seen: by the shared filter of coders, and while people code without seeing each other's work.
import type { CoderId, GridId, SourceId } from './ids.ts';

/** Sources in which nobody sees what others gave categories of these grids; null: of all grids. */
export interface HiddenPlace {
  readonly sourceId: SourceId;
  readonly gridId: GridId | null;
}

export interface Sight {
  /** Who looks: always sees their own work. */
  readonly coderId: CoderId;
  /** Coders whose work is shown; null: everybody's. */
  readonly shown: readonly CoderId[] | null;
  /** Everybody sees their own codings only. */
  readonly isBlind: boolean;
  /** Where this coder sees their own codings only. */
  readonly hidden: readonly HiddenPlace[];
}

/** Nothing is kept from view. */
export function seesAll({ shown, isBlind, hidden }: Sight): boolean {
  return shown === null && !isBlind && hidden.length === 0;
}

export const isBlindfolded = ({ isBlind, hidden }: Sight): boolean => isBlind || hidden.length > 0;
