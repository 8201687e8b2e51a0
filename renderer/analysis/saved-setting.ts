// How an analysis is set: kept for the session, and by name for good.
import { useCallback, useState } from 'react';
import type { SavedAnalysis } from '../../shared/domain/analysis.ts';
import type { SavedAnalysisId } from '../../shared/domain/ids.ts';
import { useQuery } from '../ui/use-query.ts';

/** What was set last, by kind, as long as the window lives. */
const present = new Map<string, unknown>();
/** Which saved one it came from. */
const presentId = new Map<string, SavedAnalysisId | null>();

/** A zod schema, as far as it is needed here. */
interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export interface SavedSetting<T> {
  readonly kind: string;
  readonly setting: T;
  readonly change: (changes: Partial<T>) => void;
  readonly saved: readonly SavedAnalysis[];
  readonly savedId: SavedAnalysisId | null;
  /** Takes a saved one up; false where this version does not understand it. */
  readonly open: (saved: SavedAnalysis) => boolean;
  readonly setSavedId: (id: SavedAnalysisId | null) => void;
}

export function useSavedSetting<T extends object>(kind: string, schema: Schema<T>, initial: T): SavedSetting<T> {
  const [setting, setSetting] = useState<T>(() => (present.get(kind) as T | undefined) ?? initial);
  const [savedId, keepId] = useState<SavedAnalysisId | null>(() => presentId.get(kind) ?? null);
  const { data: saved = [] } = useQuery('analysis.list', { kind });
  const take = useCallback(
    (next: T) => {
      present.set(kind, next);
      setSetting(next);
    },
    [kind],
  );
  const setSavedId = useCallback(
    (id: SavedAnalysisId | null) => {
      presentId.set(kind, id);
      keepId(id);
    },
    [kind],
  );
  return {
    kind,
    setting,
    change: (changes) => take({ ...setting, ...changes }),
    saved,
    savedId: saved.some(({ id }) => id === savedId) ? savedId : null,
    open: (one) => {
      const parsed = schema.safeParse(JSON.parse(one.setting));
      if (!parsed.success) return false;
      take(parsed.data);
      setSavedId(one.id);
      return true;
    },
    setSavedId,
  };
}
