// The source that is read beside the first one: named by the address, so that "back" closes it.
import { useCallback } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { useNavigation } from '../navigation.tsx';
import { otherSources, sourceBeside } from './beside.ts';
import { useStored } from './reading-place.ts';

const isText = (value: unknown): value is string | null => value === null || typeof value === 'string';

export interface Beside {
  readonly sourceId: SourceId | null;
  readonly others: readonly SourceSummary[];
  readonly choose: (sourceId: SourceId) => void;
  /** Null where there is nothing else to read. */
  readonly toggle: (() => void) | null;
}

export function useBeside(projectId: string, corpus: Corpus | undefined, sourceId: SourceId | null): Beside {
  const { place, go, adjust } = useNavigation();
  const [last, remember] = useStored<string | null>(`trame.beside.${projectId}`, null, isText);
  const others = otherSources(corpus?.sources ?? [], sourceId);
  const named = others.find(({ id }) => id === place.besideId)?.id ?? null;
  const choose = useCallback(
    (id: SourceId) => {
      remember(id);
      adjust({ ...place, besideId: id });
    },
    [place, adjust, remember],
  );
  const toggle = () => {
    const { besideId, ...rest } = place;
    const next = besideId === undefined ? sourceBeside(others, last, corpus?.sources ?? [], sourceId) : null;
    go(next === null ? rest : { ...rest, besideId: next });
  };
  return { sourceId: named, others, choose, toggle: sourceId === null || (others.length === 0 && place.besideId === undefined) ? null : toggle };
}
