// The lines of what was found, read by pages as they come into view.
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/contract/contract.ts';
import type { CaseId, SourceId } from '../../shared/domain/ids.ts';
import type { SearchHit, SearchOrder, SearchSetting } from '../../shared/domain/search.ts';
import { call } from '../core.ts';
import { failureOf } from '../ui/use-query.ts';

export const PAGE = 100;

export interface Listed {
  readonly sourceId: SourceId | null;
  readonly caseId: CaseId | null;
  readonly order: SearchOrder;
}

interface Pages {
  readonly key: string;
  readonly total: number | null;
  readonly byNumber: ReadonlyMap<number, readonly SearchHit[]>;
  readonly failure: Failure | null;
}

const none = (key: string): Pages => ({ key, total: null, byNumber: new Map(), failure: null });

export interface HitPages {
  /** Null until a page is there and everything is found. */
  readonly total: number | null;
  readonly hitAt: (index: number) => SearchHit | undefined;
  readonly failure: Failure | null;
}

/** `settingKey` is the setting as text, null where nothing is to be listed; lines from `first` to `end` are seen. */
export function useHitPages(settingKey: string | null, version: number, { sourceId, caseId, order }: Listed, first: number, end: number): HitPages {
  const key = `${version} ${settingKey} ${sourceId} ${caseId} ${order}`;
  const [pages, setPages] = useState<Pages>(none(key));
  const asked = useRef({ key, numbers: new Set<number>() });
  const [from, to] = [Math.floor(first / PAGE), Math.floor(Math.max(first, end - 1) / PAGE)];
  useEffect(() => {
    if (settingKey === null) return;
    if (asked.current.key !== key) asked.current = { key, numbers: new Set() };
    for (let number = from; number <= to; number += 1) {
      if (asked.current.numbers.has(number)) continue;
      asked.current.numbers.add(number);
      const setting = JSON.parse(settingKey) as SearchSetting;
      const own = asked.current;
      call('search.hits', { setting, within: { sourceId, caseId }, order, from: number * PAGE, count: PAGE, job: crypto.randomUUID() }).then(
        ({ total, isWhole, hits }) =>
          setPages((before) => {
            if (asked.current !== own) return before;
            const kept = before.key === key ? before : none(key);
            return { ...kept, total: isWhole ? total : kept.total, byNumber: new Map([...kept.byNumber, [number, hits]]) };
          }),
        (error: unknown) => asked.current === own && setPages({ ...none(key), failure: failureOf(error) }),
      );
    }
  }, [settingKey, key, from, to, sourceId, caseId, order]);
  const shown = pages.key === key ? pages : none(key);
  return {
    total: shown.total,
    hitAt: (index) => shown.byNumber.get(Math.floor(index / PAGE))?.[index % PAGE],
    failure: shown.failure,
  };
}
