// Which rows of a tree are unfolded: what the reader folds stays folded, what is new comes as it is meant to.
import { useMemo, useState } from 'react';
import type { Key } from 'react-aria-components';

/** `openAtFirst`: those of `keys` that are unfolded until somebody says otherwise. */
export function useFolding(keys: readonly string[], openAtFirst: readonly string[]) {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const atFirst = useMemo(() => new Set(openAtFirst), [openAtFirst]);
  const expanded = keys.filter((key) => said.get(key) ?? atFirst.has(key));
  const onExpandedChange = (now: Set<Key>): void => {
    const next = new Map(said);
    for (const key of keys) if (now.has(key) !== expanded.includes(key)) next.set(key, now.has(key));
    setSaid(next);
  };
  return { expanded, onExpandedChange };
}
