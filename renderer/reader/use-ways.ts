// How this coder codes: the categories under the keys 1 … 9, by how much ends move, what follows an application, what was asked for.
import { useCallback, useMemo, useState } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { quickSlots, withQuickKey } from '../../shared/domain/quick-list.ts';
import type { QuickDigit, QuickKey, QuickSlot } from '../../shared/domain/quick-list.ts';
import { waysText } from '../../shared/i18n/coding-ways.ts';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { CategoryIndex } from './category-index.ts';
import { AFTER_CODING } from './after-coding.ts';
import type { AfterCoding } from './after-coding.ts';
import { useStored } from './reading-place.ts';
import { STEP_UNITS } from './word-steps.ts';
import type { StepUnit } from './word-steps.ts';

/** What a key asks of the passage's panel. */
export type PanelRequest = 'paraphrase' | 'weight';

export interface Ways {
  readonly quick: readonly QuickSlot[];
  /** Puts a category under a key of the acting coder, or frees the key. */
  readonly pin: (digit: QuickDigit, categoryId: CategoryId | null) => Promise<void>;
  readonly unit: StepUnit;
  readonly setUnit: (unit: StepUnit) => void;
  readonly afterCoding: AfterCoding;
  readonly setAfterCoding: (after: AfterCoding) => void;
  /** The latest request; `n` grows with each. */
  readonly asked: { readonly what: PanelRequest; readonly n: number } | null;
  readonly ask: (what: PanelRequest) => void;
}

const isUnit = (value: unknown): value is StepUnit => STEP_UNITS.some((unit) => unit === value);
const isAfter = (value: unknown): value is AfterCoding => AFTER_CODING.some((after) => after === value);
const NONE: readonly QuickKey[] = [];

/** Shown at once; the core's next answer confirms it. */
function useQuickKeys(categories: CategoryIndex, say: (sentence: string) => void) {
  const run = useRun();
  const text = useText(waysText);
  const { data } = useQuery('quickKey.list', {});
  const [wished, setWished] = useState<{ readonly over: unknown; readonly keys: readonly QuickKey[] } | null>(null);
  const pinned = wished && wished.over === data ? wished.keys : (data ?? NONE);
  const known = useMemo(() => pinned.filter(({ categoryId }) => categories.has(categoryId)), [pinned, categories]);
  const pin = useCallback(
    async (digit: QuickDigit, categoryId: CategoryId | null) => {
      setWished({ over: data, keys: withQuickKey(pinned, digit, categoryId) });
      if ((await run('quickKey.set', { digit, categoryId })) === undefined) return setWished(null);
      const name = categoryId === null ? null : categories.get(categoryId)?.category.name;
      say(name === null || name === undefined ? text.saidUnpinned(digit) : text.saidPinned(name, digit));
    },
    [data, pinned, run, categories, say, text],
  );
  return { known, pin };
}

export function useWays(recent: readonly CategoryId[], categories: CategoryIndex, say: (sentence: string) => void): Ways {
  const { known, pin } = useQuickKeys(categories, say);
  const quick = useMemo(() => quickSlots(known, recent), [known, recent]);
  const [unit, setUnit] = useStored<StepUnit>('trame.stepUnit', 'word', isUnit);
  const [afterCoding, setAfterCoding] = useStored<AfterCoding>('trame.afterCoding', 'open', isAfter);
  const [asked, setAsked] = useState<Ways['asked']>(null);
  const ask = useCallback((what: PanelRequest) => setAsked((before) => ({ what, n: (before?.n ?? 0) + 1 })), []);
  return { quick, pin, unit, setUnit, afterCoding, setAfterCoding, asked, ask };
}
