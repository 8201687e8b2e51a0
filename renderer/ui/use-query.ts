// Reads that stay true: a query is asked again when a command changed a table it depends on, and once for all who show its answer.
import { useCallback, useEffect, useState } from 'react';
import type { Channel, Failure, Input, Output } from '../../shared/contract/contract.ts';
import { CoreFailure, call, onCoreEvent } from '../core.ts';

/** What memos are, are on, and point to. */
const MEMO_TABLES = ['memo', 'memo_link', 'source', 'category', 'study_case', 'participant', 'passage', 'coding', 'matrix', 'guide_question'];

/** What a matrix is made of: who and what its axes name, what is coded, what is written in its cells. */
const MATRIX_TABLES = (
  'matrix cell cell_quote cell_stance passage coding category grid category_place coder source source_case study_case case_part case_group ' +
  'case_group_member participant speaker turn attribute attribute_value guide guide_theme guide_question question_turn question_category project'
).split(' ');

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
  // what an entry of the log did stays what it did
  'history.removedCategories': [],
  'quickKey.list': ['quick_key'],
  'board.read': ['board_place', 'category', 'grid', 'coding', 'passage', 'turn', 'source'],
  'passage.uses': ['passage', 'turn', 'source', 'cell', 'cell_stance', 'cell_quote', 'memo', 'memo_link', 'category', 'study_case', 'participant'],
  'memo.list': MEMO_TABLES,
  'memo.read': MEMO_TABLES,
  'memo.backlinks': MEMO_TABLES,
  'memo.counts': ['memo', 'memo_link'],
  'memo.offerLinks': MEMO_TABLES,
  'matrix.list': ['matrix'],
  'scale.list': ['rating_scale', 'cell'],
  'project.current': ['project'],
  'guide.list': ['guide', 'guide_theme', 'guide_question', 'question_category', 'grid', 'category'],
  'guide.asking': ['turn', 'speaker', 'participant'],
  'guide.matches': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant'],
  'guide.coverage': ['guide_question', 'question_turn', 'turn', 'speaker', 'participant', 'source', 'coding', 'passage'],
  'autocode.rules': ['coding_rule', 'coding'],
  'autocode.newHits': ['coding_rule', 'coding', 'passage', 'turn', 'speaker', 'participant', 'source', 'source_case', 'case_part', 'question_turn'],
  'typedLink.list': ['link', 'link_evidence', 'link_type', 'category', 'passage', 'memo', 'turn', 'source'],
  'linkType.list': ['link_type', 'link'],
  'conceptMap.list': ['concept_map', 'concept_map_node'],
  // who is quoted too often is told by memos, too
  'coverage.read': [...MATRIX_TABLES, 'memo_link'],
  'grid.shipped': [],
  'program.card': [],
  'program.places': [],
  'program.licences': [],
  'program.licence': [],
  'review.packs': ['review_pack', 'review_comment'],
  'review.cells': ['review_comment'],
  'safety.status': ['safety'],
  'team.status': ['team_state', 'team_member', 'team_settlement'],
  'team.server': ['team_state', 'team_member'],
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

export function failureOf(error: unknown): Failure {
  return error instanceof CoreFailure ? error.failure : { kind: 'fault', code: 'window.error', data: { message: String(error) } };
}

/**
 * What an act itself shows is painted before its consequences are read: they would hold that frame up. Answers with the way to
 * call it off.
 */
function afterPaint(work: () => void): () => void {
  let timer = 0;
  // nothing is painted in a window that nobody sees
  if (document.hidden) timer = window.setTimeout(work, 0);
  const frame = document.hidden ? 0 : requestAnimationFrame(() => (timer = window.setTimeout(work, 0)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Calls `refresh` after every change that makes answers of `channel` stale, until it is called off. */
function onStale(channel: Channel, refresh: () => void): () => void {
  const tables = DEPENDS_ON[channel];
  let resting = 0;
  let painted = () => {};
  const stop = onCoreEvent((event) => {
    if (event.kind === 'project') refresh();
    if (event.kind !== 'changes' || (tables !== undefined && !event.tables.some((table) => tables.includes(table)))) return;
    // who is here and what is on its way concerns nobody who does not ask for it
    if (tables === undefined && event.command === 'team.status') return;
    clearTimeout(resting);
    if (event.command === TYPING) resting = window.setTimeout(refresh, TYPING_RESTS_MS);
    else {
      painted();
      painted = afterPaint(refresh);
    }
  });
  return () => {
    clearTimeout(resting);
    painted();
    stop();
  };
}

/** The same for as long as the component is shown. */
export function useRefreshing(channel: Channel, refresh: () => void): void {
  useEffect(() => onStale(channel, refresh), [channel, refresh]);
}

/**
 * What every screen asks for first. Their answers stay for as long as they are true, also while nobody shows them: who comes back to a
 * screen sees it at once.
 */
const KEPT: ReadonlySet<Channel> = new Set<Channel>(['codebook.read', 'corpus.read', 'coder.list', 'quickKey.list']);

type Answer = { readonly data: unknown } | { readonly failure: Failure };

/** One question that is asked once for all who show its answer. */
class Question {
  readonly refresh: () => void;
  readonly #isKept: boolean;
  readonly #listeners = new Set<(answer: Answer) => void>();
  readonly #stop: () => void;
  #answer: Answer | undefined;
  #asked = 0;

  /** `forget`: nobody shows an answer that was kept, and it is no longer true. */
  constructor(channel: Channel, key: string, forget: () => void) {
    this.#isKept = KEPT.has(channel);
    this.refresh = () => {
      this.#asked += 1;
      const turn = this.#asked;
      const take = (answer: Answer) => {
        if (turn !== this.#asked) return;
        this.#answer = answer;
        for (const listener of this.#listeners) listener(answer);
      };
      call(channel, JSON.parse(key) as Input<Channel>).then(
        (data) => take({ data }),
        (error: unknown) => take({ failure: failureOf(error) }),
      );
    };
    this.#stop = onStale(channel, () => {
      if (this.#listeners.size > 0) return this.refresh();
      this.#stop();
      forget();
    });
    this.refresh();
  }

  /** What is known now; undefined until the first answer, and after a failure. */
  get known(): unknown {
    return this.#answer && 'data' in this.#answer ? this.#answer.data : undefined;
  }

  /** Who comes later is told what the others know. */
  tell(listener: (answer: Answer) => void): void {
    this.#listeners.add(listener);
    if (this.#answer) listener(this.#answer);
  }

  /** True when nobody is left and nothing is kept; an answer on its way is for nobody then. */
  leave(listener: (answer: Answer) => void): boolean {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0 || (this.#isKept && this.known !== undefined)) return false;
    this.#stop();
    return true;
  }
}

/** Those whose answer somebody shows or that are kept, by channel and input. */
const questions = new Map<string, Question>();

/** Asks `channel` now, when the input changes, and after every change that touches it. `input` null asks nothing. */
export function useQuery<C extends Channel>(channel: C, input: Input<C> | null): Query<Output<C>> {
  const key = input === null ? null : JSON.stringify(input);
  const name = `${channel} ${key}`;
  const [state, setState] = useState<{ data: Output<C> | undefined; failure: Failure | undefined }>(() => ({
    data: questions.get(name)?.known as Output<C> | undefined,
    failure: undefined,
  }));

  useEffect(() => {
    if (key === null) return undefined;
    const question = questions.get(name) ?? new Question(channel, key, () => questions.delete(name));
    questions.set(name, question);
    const hear = (answer: Answer) =>
      setState((before) => {
        if ('failure' in answer) return { data: before.data, failure: answer.failure };
        const isKnown = before.data === answer.data && before.failure === undefined;
        return isKnown ? before : { data: answer.data as Output<C>, failure: undefined };
      });
    question.tell(hear);
    return () => {
      if (question.leave(hear)) questions.delete(name);
    };
  }, [channel, key, name]);
  const refresh = useCallback(() => questions.get(name)?.refresh(), [name]);

  return { ...state, refresh };
}
