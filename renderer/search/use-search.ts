// What the search in hand finds: asked when the hand rests, told how far it is, stopped when asked or no longer wanted.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { NoSearch, SearchSetting, SearchSummary } from '../../shared/domain/search.ts';
import { call, onCoreEvent } from '../core.ts';
import { failureOf, useRefreshing } from '../ui/use-query.ts';

/** While somebody types the search waits for the hand to rest. */
const RESTS_MS = 200;
/** No progress is shown before: most searches are over by then. */
const SHOWN_AFTER_MS = 300;

export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

export interface Searched {
  /** The setting that the answer is of, as text; other lines than those of its search are not asked for. */
  readonly key: string;
  /** Grows when the project changed and the same setting may find something else. */
  readonly version: number;
  readonly found: SearchSummary | NoSearch | null;
  readonly failure: Failure | null;
}

export interface Search extends Searched {
  /** Null unless it has been under way for a while. */
  readonly progress: Progress | null;
  /** The answer is of the setting as it stands. */
  readonly isFresh: boolean;
  readonly cancel: () => void;
}

/** Everything that is found; `onFirst` is told the first of it, where the rest takes longer. */
async function searched(setting: SearchSetting, job: string, onFirst: (found: SearchSummary) => void): Promise<SearchSummary | NoSearch> {
  const first = await call('search.run', { setting, isFirst: true, job });
  if (first.kind === 'undefined' || first.isWhole) return first;
  onFirst(first);
  return call('search.run', { setting, job });
}

const NOTHING: Searched = { key: '', version: 0, found: null, failure: null };

export function useSearch(setting: SearchSetting): Search {
  const [state, setState] = useState<Searched>(NOTHING);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [asked, setAsked] = useState(0);
  const job = useRef('');
  const key = JSON.stringify(setting);
  const refresh = useCallback(() => setAsked((before) => before + 1), []);
  useRefreshing('search.run', refresh);

  useEffect(() => {
    const own = crypto.randomUUID();
    let isOver = false;
    let slow = 0;
    const end = (answer: Pick<Searched, 'found' | 'failure'>) => {
      if (isOver) return;
      // who stops it keeps what was found so far
      const isStopped = answer.failure?.code === 'job.cancelled';
      setState((before) => (isStopped && before.key === key && before.version === asked ? before : { ...answer, key, version: asked }));
      setProgress(null);
    };
    const tell = (found: SearchSummary) => !isOver && setState({ found, failure: null, key, version: asked });
    const stop = onCoreEvent((event) => {
      if (event.kind === 'progress' && event.job === own && !isOver) setProgress((before) => before && { done: event.done, total: event.total });
    });
    const rest = window.setTimeout(() => {
      job.current = own;
      slow = window.setTimeout(() => !isOver && setProgress({ done: 0, total: 0 }), SHOWN_AFTER_MS);
      searched(JSON.parse(key) as SearchSetting, own, tell)
        .then(
          (found) => end({ found, failure: null }),
          (error: unknown) => end({ found: null, failure: failureOf(error) }),
        )
        .finally(() => {
          clearTimeout(slow);
          if (job.current === own) job.current = '';
        });
    }, RESTS_MS);
    return () => {
      isOver = true;
      stop();
      clearTimeout(rest);
      clearTimeout(slow);
      setProgress(null);
      // the answer is no longer wanted
      if (job.current === own) call('job.cancel', { job: own }).catch(() => undefined);
    };
  }, [key, asked]);

  const cancel = useCallback(() => {
    if (job.current !== '') call('job.cancel', { job: job.current }).catch(() => undefined);
  }, []);
  return { ...state, progress, isFresh: state.key === key, cancel };
}
