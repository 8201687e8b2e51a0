// Reads that stay true: a query is asked again when a command changed a table it depends on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Failure, Input, Output } from '../../shared/contract/contract.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';

/** Tables whose change makes an answer stale; a channel that is not named depends on all of them. */
const DEPENDS_ON: Partial<Record<Channel, readonly string[]>> = {
  'source.open': ['turn', 'source', 'speaker', 'participant', 'source_case'],
  'source.codings': ['coding', 'passage', 'memo', 'turn'],
  'codebook.read': ['grid', 'category', 'coding'],
  'coder.list': ['coder', 'coding'],
  'memo.list': ['memo', 'source', 'category', 'study_case', 'participant', 'passage', 'coding', 'matrix'],
  'matrix.list': ['matrix'],
  'project.current': ['project'],
  'grid.shipped': [],
};

export interface Query<T> {
  /** The latest answer; kept while a newer one is on its way. */
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  readonly refresh: () => void;
}

function failureOf(error: unknown): Failure {
  return error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: { message: String(error) } };
}

/** Asks `channel` now, when the input changes, and after every change that touches it. `input` null asks nothing. */
export function useQuery<C extends Channel>(channel: C, input: Input<C> | null): Query<Output<C>> {
  const [state, setState] = useState<{ data: Output<C> | undefined; failure: Failure | undefined }>({ data: undefined, failure: undefined });
  const key = input === null ? null : JSON.stringify(input);
  const asked = useRef(0);

  const refresh = useCallback(() => {
    if (key === null) return;
    asked.current += 1;
    const turn = asked.current;
    call(channel, JSON.parse(key) as Input<C>).then(
      (data) => turn === asked.current && setState({ data, failure: undefined }),
      (error: unknown) => turn === asked.current && setState((before) => ({ data: before.data, failure: failureOf(error) })),
    );
  }, [channel, key]);

  useEffect(() => {
    refresh();
    const tables = DEPENDS_ON[channel];
    return onCoreEvent((event) => {
      if (event.kind === 'project') refresh();
      else if (event.kind === 'changes' && (tables === undefined || event.tables.some((table) => tables.includes(table)))) refresh();
    });
  }, [channel, refresh]);

  return { ...state, refresh };
}
