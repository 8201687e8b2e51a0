// Reads that stay true: a query is asked again when a command changed a table it depends on.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Failure, Input, Output } from '../../shared/contract/contract.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';

/** What memos are, are on, and point to. */
const MEMO_TABLES = ['memo', 'memo_link', 'source', 'category', 'study_case', 'participant', 'passage', 'coding', 'matrix', 'guide_question'];

/** Tables whose change makes an answer stale; a channel that is not named depends on all of them. */
const DEPENDS_ON: Partial<Record<Channel, readonly string[]>> = {
  'source.open': ['turn', 'source', 'speaker', 'participant', 'source_case'],
  'source.codings': ['coding', 'passage', 'memo', 'turn'],
  'source.orphans': ['passage', 'coding', 'turn'],
  'source.revisions': ['turn', 'speaker'],
  'codebook.read': ['grid', 'category', 'coding', 'category_place'],
  'category.passages': ['coding', 'passage', 'turn', 'source'],
  'grid.versions': ['grid_version', 'coder'],
  'grid.compareVersions': ['grid_version', 'grid', 'category', 'category_place'],
  'coder.list': ['coder', 'coding'],
  'coding.sitting': ['coding'],
  'category.history': ['category', 'grid'],
  'quickKey.list': ['quick_key'],
  'board.read': ['board_place', 'category', 'grid', 'coding', 'passage', 'turn', 'source'],
  'passage.uses': ['passage', 'turn', 'source', 'cell', 'cell_stance', 'memo', 'memo_link', 'category', 'study_case', 'participant'],
  'memo.list': MEMO_TABLES,
  'memo.read': MEMO_TABLES,
  'memo.backlinks': MEMO_TABLES,
  'memo.offerLinks': MEMO_TABLES,
  'matrix.list': ['matrix'],
  'project.current': ['project'],
  'guide.list': ['guide', 'guide_theme', 'guide_question', 'question_category', 'grid', 'category'],
  'guide.asking': ['turn', 'speaker', 'participant'],
  'guide.matches': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant'],
  'guide.coverage': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant', 'source', 'coding', 'passage'],
  'autocode.rules': ['coding_rule', 'coding'],
  'autocode.newHits': ['coding_rule', 'coding', 'passage', 'turn', 'speaker', 'participant', 'source', 'source_case', 'case_part', 'question_turn'],
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
