// What can be done here and now: whoever can carry out actions of the registry offers them for as long as it is shown.
import { useEffect, useRef } from 'react';
import type { ActionId } from './actions.ts';

export type Runs = Partial<Record<ActionId, () => void>>;

const offered = new Set<() => Runs>();

/** Asked when a key is pressed and when the command field opens: the functions need not be the same from one drawing to the next. */
export function useActions(runs: () => Runs): void {
  const latest = useRef(runs);
  latest.current = runs;
  useEffect(() => {
    const ask = () => latest.current();
    offered.add(ask);
    return () => {
      offered.delete(ask);
    };
  }, []);
}

/** What was offered last wins: a screen's own meaning before the window's. */
export function runsNow(): Runs {
  return Object.assign({}, ...[...offered].map((ask) => ask())) as Runs;
}
