// The history page by page: a page may hold nothing and not be the last one, so that the core answers at once however large the log is.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Input } from '../../shared/contract/contract.ts';
import type { HistoryPage } from '../../shared/domain/history.ts';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { call, onCoreEvent } from '../core.ts';
import type { PageQuery } from './history-filter.ts';

const PAGE = 200;
/** Changes come close together while somebody codes. */
const RESTS_MS = 150;

export interface HistoryPages {
  /** undefined before the first answer. */
  readonly entries: readonly HistoryEntry[] | undefined;
  /** What was asked for has not all been looked through yet. */
  readonly isSearching: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
}

interface State {
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly before: number | null;
  readonly isSearching: boolean;
}

export function useHistoryPages(query: PageQuery): HistoryPages {
  const key = JSON.stringify(query);
  const [state, setState] = useState<State>({ entries: undefined, before: null, isSearching: true });
  const wanted = useRef(PAGE);
  const round = useRef(0);

  /** Asks until there are as many entries as wanted; `shows` what has come so far. */
  const fill = useCallback(
    async (from: readonly HistoryEntry[], start: number | null, shows: boolean) => {
      round.current += 1;
      const mine = round.current;
      let entries = from;
      let before = start;
      do {
        const input: Input<'history.list'> = { ...(JSON.parse(key) as PageQuery), limit: PAGE, ...(before === null ? {} : { before }) };
        const page: HistoryPage | null = await call('history.list' satisfies Channel, input).catch(() => null);
        if (round.current !== mine) return;
        entries = [...entries, ...(page?.entries ?? [])];
        before = page?.before ?? null;
        const isDone = before === null || entries.length >= wanted.current;
        if (shows || isDone) setState({ entries, before, isSearching: !isDone });
      } while (before !== null && entries.length < wanted.current);
    },
    [key],
  );

  useEffect(() => {
    wanted.current = PAGE;
    setState((now) => ({ ...now, isSearching: true }));
    void fill([], null, true);
    let resting = 0;
    const stop = onCoreEvent((event) => {
      if (event.kind === 'progress') return;
      clearTimeout(resting);
      // what is shown stays until all of it is there anew
      resting = window.setTimeout(() => void fill([], null, false), RESTS_MS);
    });
    return () => {
      round.current += 1;
      clearTimeout(resting);
      stop();
    };
  }, [fill]);

  const { entries, before, isSearching } = state;
  const more = () => {
    wanted.current += PAGE;
    setState({ ...state, isSearching: true });
    void fill(entries ?? [], before, true);
  };
  return { entries, isSearching, hasMore: before !== null && !isSearching, more };
}
