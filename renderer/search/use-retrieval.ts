// The search in hand: what it asks, how it is shown, what it found.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RetrievalAnswer, RetrievalQuery } from '../../shared/domain/retrieval.ts';
import type { Failure } from '../../shared/contract/contract.ts';
import { problemOf } from '../matrices/expression-field.tsx';
import { EMPTY_FILTER, withAdded } from '../matrices/filter-model.ts';
import type { FilterGroup, FilterRow } from '../matrices/filter-model.ts';
import { useNavigation } from '../navigation.tsx';
import { useQuery } from '../ui/use-query.ts';
import { drafted, typed } from './retrieval-draft.ts';
import type { Draft } from './retrieval-draft.ts';
import { keepQuery, keptQuery } from './retrieval-session.ts';

/** How long a hand rests before the core is asked. */
const RESTS_MS = 200;

export interface Retrieval {
  /** What was last asked: its expression can be read. */
  readonly query: RetrievalQuery;
  readonly draft: Draft;
  readonly answer: RetrievalAnswer | undefined;
  readonly failure: Failure | undefined;
  readonly build: (group: FilterGroup) => void;
  readonly write: (text: string) => void;
  /** One more condition in the outermost group. */
  readonly add: (row: FilterRow) => void;
  readonly arrange: (changes: Partial<Pick<RetrievalQuery, 'sort' | 'group'>>) => void;
  readonly open: (query: RetrievalQuery) => void;
}

export function useRetrieval(projectId: string): Retrieval {
  const { place, adjust } = useNavigation();
  const [query, setQuery] = useState(() => keptQuery(projectId));
  const [draft, setDraft] = useState(() => typed(query.expression));

  const open = useCallback((next: RetrievalQuery) => {
    setQuery(next);
    setDraft(typed(next.expression));
  }, []);
  useEffect(() => keepQuery(projectId, query), [projectId, query]);
  // a place may come with its expression: from a number that it counts
  const { words } = place;
  useEffect(() => {
    if (place.screen !== 'search' || place.view !== 'retrieval' || words === undefined) return;
    setQuery((before) => ({ ...before, expression: words }));
    setDraft(typed(words));
    adjust({ screen: 'search', view: 'retrieval' });
  }, [place.screen, place.view, words, adjust]);
  useEffect(() => {
    const expression = draft.text.trim();
    if (expression !== '' && problemOf(expression) !== null) return undefined;
    const timer = setTimeout(() => setQuery((before) => (before.expression === expression ? before : { ...before, expression })), RESTS_MS);
    return () => clearTimeout(timer);
  }, [draft.text]);

  const { data: answer, failure } = useQuery('retrieval.read', query);
  return useMemo(
    () => ({
      query,
      draft,
      answer,
      failure,
      build: (group) => setDraft(drafted(group)),
      write: (text) => setDraft(typed(text)),
      add: (row) => setDraft((before) => drafted(withAdded(before.group ?? EMPTY_FILTER, row))),
      arrange: (changes) => setQuery((before) => ({ ...before, ...changes })),
      open,
    }),
    [query, draft, answer, failure, open],
  );
}
