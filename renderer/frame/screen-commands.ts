// What the screen in view adds to the command field: its own acts, for as long as it is shown.
import { useEffect, useRef } from 'react';
import type { CommandEntry } from './rank-commands.ts';

const offered = new Set<() => readonly CommandEntry[]>();

/** The field asks when it opens: entries need not be the same objects from one drawing to the next. */
export function useScreenCommands(entries: () => readonly CommandEntry[]): void {
  const latest = useRef(entries);
  latest.current = entries;
  useEffect(() => {
    const ask = () => latest.current();
    offered.add(ask);
    return () => {
      offered.delete(ask);
    };
  }, []);
}

export function screenCommands(): CommandEntry[] {
  return [...offered].flatMap((ask) => ask());
}
