// What the reader remembers on this computer, project by project: the last source, where one was in each, the categories at hand.
import { useCallback, useState } from 'react';
import { lastingMemory } from '../ui/project-memory.ts';

function read(key: string): unknown {
  try {
    return JSON.parse(lastingMemory().getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

const placesKey = (projectId: string) => `trame.reading.${projectId}`;

interface Places {
  readonly last: string | null;
  /** Turn at the top of the view, by source. */
  readonly turns: Readonly<Record<string, string>>;
}

function placesOf(projectId: string): Places {
  const stored = read(placesKey(projectId)) as Partial<Places> | null;
  return { last: stored?.last ?? null, turns: stored?.turns ?? {} };
}

export function lastSource(projectId: string): string | null {
  return placesOf(projectId).last;
}

export function readingTurn(projectId: string, sourceId: string): string | null {
  return placesOf(projectId).turns[sourceId] ?? null;
}

/** `turnId` null keeps the place known so far; `isMain`: the project opens with this source next time. */
export function rememberReading(projectId: string, sourceId: string, turnId: string | null, isMain = true): void {
  const { last, turns } = placesOf(projectId);
  const next: Places = { last: isMain ? sourceId : last, turns: turnId === null ? turns : { ...turns, [sourceId]: turnId } };
  lastingMemory().setItem(placesKey(projectId), JSON.stringify(next));
}

/** State that outlives the window; `isValid` guards against whatever an older version stored. */
export function useStored<T>(key: string, initial: T, isValid: (value: unknown) => value is T): readonly [T, (next: T) => void] {
  const [stored, setStored] = useState(() => ({ key, value: validOr(key, initial, isValid) }));
  const value = stored.key === key ? stored.value : validOr(key, initial, isValid);
  const keep = useCallback(
    (next: T) => {
      lastingMemory().setItem(key, JSON.stringify(next));
      setStored({ key, value: next });
    },
    [key],
  );
  return [value, keep];
}

function validOr<T>(key: string, initial: T, isValid: (value: unknown) => value is T): T {
  const value = read(key);
  return isValid(value) ? value : initial;
}
