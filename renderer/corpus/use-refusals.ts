// Values that were refused wait in their cells; undoing what brought them lets them go too.
import { useState } from 'react';
import { NO_REFUSALS, withRefused, withoutRefused } from './refusals.ts';
import type { Refused, RefusedAt } from './refusals.ts';

interface CellKey {
  readonly rowId: string;
  readonly columnId: string;
}

export function useRefusals() {
  const [refusals, setRefusals] = useState(NO_REFUSALS);
  const [latest, setLatest] = useState<{ readonly cells: readonly CellKey[]; readonly wrote: boolean } | null>(null);

  const refuse = ({ rowId, columnId }: CellKey, refused: Refused) => {
    setRefusals((before) => withRefused(before, [{ rowId, columnId, ...refused }]));
    setLatest({ cells: [{ rowId, columnId }], wrote: false });
  };
  const letGo = (cell: CellKey) => setRefusals((before) => withoutRefused(before, [cell]));
  /** A block was written, but for these cells; `wrote` is false when nothing else was in it. */
  const settle = (written: readonly CellKey[], refused: readonly RefusedAt[], wrote: boolean) => {
    setRefusals((before) => withRefused(withoutRefused(before, written), refused));
    setLatest(refused.length > 0 ? { cells: refused, wrote } : null);
  };
  /** Lets the latest ones go; true when that is all there is to undo, because nothing was written with them. */
  const undoLatest = (): boolean => {
    const waiting = latest?.cells.filter(({ rowId, columnId }) => refusals.get(rowId)?.has(columnId)) ?? [];
    setLatest(null);
    if (waiting.length === 0) return false;
    setRefusals((before) => withoutRefused(before, waiting));
    return latest?.wrote === false;
  };
  return { refusals, refuse, letGo, settle, undoLatest };
}
