// Answers that may take their time: asked again when the question or the project changes, told how far they are, stopped when asked.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Failure, Input, Output } from '../../../shared/contract/contract.ts';
import { CoreFailure, call, onCoreEvent } from '../../core.ts';

type LongChannel = Extract<
  Channel,
  | 'agreement.gamma'
  | 'agreement.read'
  | 'words.frequencies'
  | 'words.tree'
  | 'words.specificities'
  | 'words.classes'
  | 'suggestion.list'
  | 'suggestion.precision'
  | 'suggestion.similar'
>;

/** No progress is shown before: most answers are there by then. */
const SHOWN_AFTER_MS = 300;

export interface LongAnswer<T> {
  /** The latest; kept while a newer one is on its way. */
  readonly data: T | undefined;
  readonly failure: Failure | null;
  /** Null unless work has been under way for a while; `total` 0 while it is not known. */
  readonly working: { readonly done: number; readonly total: number } | null;
  readonly cancel: () => void;
  readonly refresh: () => void;
}

/** What words are, who says them, and which are left out. */
export const WORD_TABLES: ReadonlySet<string> = new Set(
  'turn speaker participant source source_case case_part study_case attribute attribute_value stop_word project'.split(' '),
);

/** @param input without its job; null asks nothing. @param tables a change of these asks again */
export function useLongAnswer<C extends LongChannel>(
  channel: C,
  input: Omit<Input<C>, 'job'> | null,
  tables: ReadonlySet<string> = WORD_TABLES,
): LongAnswer<Output<C>> {
  const [answer, setAnswer] = useState<{ data: Output<C> | undefined; failure: Failure | null }>({ data: undefined, failure: null });
  const [working, setWorking] = useState<LongAnswer<unknown>['working']>(null);
  const [asked, setAsked] = useState(0);
  const job = useRef('');
  const key = input === null ? null : JSON.stringify(input);
  const refresh = useCallback(() => setAsked((before) => before + 1), []);

  useEffect(
    () => onCoreEvent((event) => event.kind === 'changes' && event.tables.some((table) => tables.has(table)) && refresh()),
    [refresh, tables],
  );
  useEffect(() => {
    if (key === null) {
      setAnswer({ data: undefined, failure: null });
      return undefined;
    }
    const own = crypto.randomUUID();
    job.current = own;
    let isOver = false;
    const end = (next: Partial<typeof answer>) => {
      if (isOver) return;
      setAnswer((before) => ({ data: next.data ?? before.data, failure: next.failure ?? null }));
      setWorking(null);
    };
    const slow = window.setTimeout(() => !isOver && setWorking((before) => before ?? { done: 0, total: 0 }), SHOWN_AFTER_MS);
    const stop = onCoreEvent((event) => {
      if (event.kind === 'progress' && event.job === own && !isOver) setWorking({ done: event.done, total: event.total });
    });
    call(channel, { ...JSON.parse(key), job: own } as Input<C>)
      .then(
        (data) => end({ data }),
        (error: unknown) => end({ failure: error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: {} } }),
      )
      .finally(() => {
        clearTimeout(slow);
        stop();
        if (job.current === own) job.current = '';
      });
    return () => {
      isOver = true;
      stop();
      clearTimeout(slow);
      setWorking(null);
      // the answer is no longer wanted
      if (job.current === own) call('job.cancel', { job: own }).catch(() => undefined);
    };
  }, [channel, key, asked]);

  const cancel = useCallback(() => {
    if (job.current !== '') call('job.cancel', { job: job.current }).catch(() => undefined);
  }, []);
  return { ...answer, working, cancel, refresh };
}
