// The search in hand, kept as long as the window lives: coming back from the reader finds it where it was.
import { useCallback, useState } from 'react';
import type { CaseId, SourceId } from '../../shared/domain/ids.ts';
import { plainSearch } from '../../shared/domain/search.ts';
import type { SearchOrder, SearchSetting, WrittenPlace } from '../../shared/domain/search.ts';

export interface SearchInHand {
  readonly setting: SearchSetting;
  /** The saved one that it came from. */
  readonly savedId: string | null;
  /** What of it is listed: a source's passages, a case's, all, or what is written elsewhere. */
  readonly sourceId: SourceId | null;
  readonly caseId: CaseId | null;
  readonly written: WrittenPlace | null;
  readonly order: SearchOrder;
  /** The line that the keyboard is on. */
  readonly active: number;
}

const NEW_SEARCH: SearchInHand = {
  setting: plainSearch(''),
  savedId: null,
  sourceId: null,
  caseId: null,
  written: null,
  order: 'place',
  active: 0,
};

const inHand = new Map<string, SearchInHand>();

/** Something else is searched, or something else listed: the list begins anew. */
function following(before: SearchInHand, changes: Partial<SearchInHand>): SearchInHand {
  const isOther = 'setting' in changes ? { sourceId: null, caseId: null, active: 0 } : 'active' in changes ? {} : { active: 0 };
  return { ...before, ...isOther, ...changes };
}

export interface SearchSession {
  readonly search: SearchInHand;
  readonly change: (changes: Partial<SearchInHand>) => void;
}

export function useSearchSession(projectId: string): SearchSession {
  const [search, setSearch] = useState(() => inHand.get(projectId) ?? NEW_SEARCH);
  const change = useCallback(
    (changes: Partial<SearchInHand>) => {
      const next = following(inHand.get(projectId) ?? NEW_SEARCH, changes);
      inHand.set(projectId, next);
      setSearch(next);
    },
    [projectId],
  );
  return { search, change };
}
