// Rows of the results, read a page at a time as they come into view.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RetrievalQuery, RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { call } from '../core.ts';
import { useRefreshing } from '../ui/use-query.ts';

const PAGE = 50;

export interface RetrievedRows {
  /** undefined while it is on its way. */
  readonly rowAt: (row: number) => RetrievedPassage | undefined;
  /** Reads what is missing of these rows. */
  readonly show: (first: number, last: number) => void;
}

export function useRetrievedRows(query: RetrievalQuery): RetrievedRows {
  const key = JSON.stringify(query);
  const pages = useRef(new Map<number, readonly RetrievedPassage[]>());
  const asked = useRef(new Map<number, object>());
  const shown = useRef({ first: 0, last: 0 });
  const [, redraw] = useState(0);

  const show = useCallback(
    (first: number, last: number) => {
      shown.current = { first, last };
      for (let page = Math.floor(first / PAGE); page * PAGE <= last; page += 1) {
        if (asked.current.has(page)) continue;
        const turn = {};
        asked.current.set(page, turn);
        call('retrieval.page', { query: JSON.parse(key) as RetrievalQuery, from: page * PAGE, count: PAGE }).then(
          (rows) => {
            if (asked.current.get(page) !== turn) return;
            pages.current.set(page, rows);
            redraw((n) => n + 1);
          },
          // what could not be read is said where it is counted
          () => asked.current.get(page) === turn && asked.current.delete(page),
        );
      }
    },
    [key],
  );
  useEffect(() => {
    pages.current.clear();
    asked.current.clear();
    show(shown.current.first, shown.current.last);
  }, [key, show]);
  // rows stay on screen until what they are now is here
  const refresh = useCallback(() => {
    asked.current.clear();
    show(shown.current.first, shown.current.last);
  }, [show]);
  useRefreshing('retrieval.page', refresh);

  const rowAt = useCallback((row: number) => pages.current.get(Math.floor(row / PAGE))?.[row % PAGE], []);
  return { rowAt, show };
}
