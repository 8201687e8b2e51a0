// The way to the next cell that calls for words, by key or by button.
import { useCallback, useEffect, useRef } from 'react';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import type { CellLinks } from './found-list.tsx';
import type { CellPosition } from './grid-keys.ts';
import { nextCell } from './grid-progress.ts';
import type { Next } from './grid-progress.ts';

/** The same function from render to render, doing what the latest one does. */
export function useLatest<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: Args) => latest.current(...args), []);
}

/** Where the keyboard is, and how to lead it elsewhere. */
export interface KeyboardPlace {
  readonly at: CellPosition;
  readonly goTo: (cell: CellPosition) => void;
}

/** Leads to the next cell that calls for something, or says that there is none. */
export function useNextCell({ table, onOpen }: CellLinks): (next: Next, keyboard: KeyboardPlace) => void {
  const words = useText(gridText);
  const notify = useNotify();
  return (next, { at, goTo }) => {
    const to = nextCell(table, at, next);
    const [rowKey, columnKey] = [table.rows[to?.row ?? -1]?.key, table.columns[to?.column ?? -1]?.key];
    if (!to || rowKey === undefined || columnKey === undefined) {
      notify({ text: words.noNext[next], kind: 'done' });
      return;
    }
    goTo(to);
    onOpen({ rowKey, columnKey }, false);
  };
}

/** The latest press on a « next » button. */
export type AskedNext = { readonly next: Next; readonly time: number } | null;

export function useAskedNext(asked: AskedNext, lead: (next: Next) => void): void {
  const latest = useLatest(lead);
  useEffect(() => {
    if (asked) latest(asked.next);
  }, [asked, latest]);
}
