// What is being written, until it is kept: the stored value shows through while nothing is typed, and nothing typed is lost on leaving.
import { useCallback, useEffect, useRef, useState } from 'react';

export type DraftState = 'same' | 'changed' | 'kept';

export interface Draft<T> {
  readonly value: T;
  readonly state: DraftState;
  readonly change: (value: T) => void;
  /** Keeps what was typed, if it differs from what is stored. */
  readonly keep: () => void;
  /** Drops what was typed since it was last kept. */
  readonly revert: () => void;
}

interface DraftOptions<T> {
  /** Keeps by itself after this long without typing. */
  readonly restMs?: number;
  /** What is stored of what was typed: without spaces around it, say. */
  readonly clean?: (value: T) => T;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * @param stored what the project holds now; a plain value, compared by content
 * @param store writes it; false when it was refused, and the draft then stays
 */
export function useDraft<T>(stored: T, store: (value: T) => Promise<boolean>, { restMs, clean }: DraftOptions<T> = {}): Draft<T> {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const latest = useRef({ draft, stored, store, clean });
  latest.current = { draft, stored, store, clean };
  const underWay = useRef<{ readonly value: T } | null>(null);

  const keep = useCallback(() => {
    const now = latest.current;
    if (!now.draft) return;
    const sent = { value: now.clean ? now.clean(now.draft.value) : now.draft.value };
    if (underWay.current && same(underWay.current.value, sent.value)) return;
    if (same(sent.value, now.stored)) {
      setDraft(null);
      return;
    }
    underWay.current = sent;
    setDraft(sent);
    void now.store(sent.value).then((isStored) => {
      if (underWay.current === sent) underWay.current = null;
      if (isStored) setWasKept(true);
    });
  }, []);

  // The draft stays on screen until the stored value says the same, so that the old words never flash.
  const storedPrint = JSON.stringify(stored);
  useEffect(() => {
    setDraft((now) => (now && JSON.stringify(now.value) === storedPrint ? null : now));
  }, [storedPrint]);

  useEffect(() => {
    if (!draft || restMs === undefined) return undefined;
    const timer = setTimeout(keep, restMs);
    return () => clearTimeout(timer);
  }, [draft, restMs, keep]);

  useEffect(() => () => keep(), [keep]);

  const change = useCallback((value: T) => {
    setWasKept(false);
    setDraft({ value });
  }, []);
  const revert = useCallback(() => setDraft(null), []);
  const isChanged = draft !== null && !same(draft.value, stored);
  return { value: draft ? draft.value : stored, state: isChanged ? (wasKept ? 'kept' : 'changed') : wasKept ? 'kept' : 'same', change, keep, revert };
}
