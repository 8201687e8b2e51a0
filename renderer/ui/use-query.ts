// Reads that stay true: a query is asked again when a command changed a table it depends on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Failure, Input, Output } from '../../shared/contract/contract.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';

/** Tables whose change makes an answer stale; a channel that is not named depends on all of them. */
const DEPENDS_ON: Partial<Record<Channel, readonly string[]>> = {
  'source.open': ['turn', 'source', 'speaker', 'participant', 'source_case'],
  'source.codings': ['coding', 'passage', 'memo', 'turn'],
  'source.orphans': ['passage', 'coding', 'turn'],
  'source.revisions': ['turn', 'speaker'],
  'codebook.read': ['grid', 'category', 'coding'],
  'coder.list': ['coder', 'coding'],
  'memo.list': ['memo', 'source', 'category', 'study_case', 'participant', 'passage', 'coding', 'matrix'],
  'matrix.list': ['matrix'],
  'project.current': ['project'],
  'guide.list': ['guide', 'guide_theme', 'guide_question', 'question_category', 'grid', 'category'],
  'guide.asking': ['turn', 'speaker', 'participant'],
  'guide.matches': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant'],
  'guide.coverage': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant', 'source', 'coding', 'passage'],
  'grid.shipped': [],
};

/** What follows from the words while somebody types can wait until the hand rests. */
const TYPING = 'source.editTurn';
const TYPING_RESTS_MS = 600;

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
    let resting = 0;
    const stop = onCoreEvent((event) => {
      if (event.kind === 'project') refresh();
      if (event.kind !== 'changes' || (tables !== undefined && !event.tables.some((table) => tables.includes(table)))) return;
      clearTimeout(resting);
      if (event.command === TYPING) resting = window.setTimeout(refresh, TYPING_RESTS_MS);
      else refresh();
    });
    return () => {
      clearTimeout(resting);
      stop();
    };
  }, [channel, refresh]);

  return { ...state, refresh };
}
