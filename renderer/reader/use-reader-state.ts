// Builds what the parts of the coding screen share, for one open source.
import { startTransition, useCallback, useMemo, useState } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CategoryId, CoderId } from '../../shared/domain/ids.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { useCorrection } from '../correction/use-correction.ts';
import { categoryIndex } from './category-index.ts';
import type { CategoryIndex } from './category-index.ts';
import { createPointer } from './pointer.ts';
import type { PaletteOpening, Reader, TurnActsOpening } from './reader-context.tsx';
import { useCodingActs } from './use-coding-acts.ts';
import { useHabits } from './use-habits.ts';
import { useHand } from './use-hand.ts';
import { useWays } from './use-ways.ts';
import type { ReadSource } from './use-source.ts';

function mapOf(coders: readonly Coder[]): ReadonlyMap<CoderId, Coder> {
  return new Map(coders.map((coder) => [coder.id, coder]));
}

/** The same map until somebody's name, initials or colour changes: how much each has coded does not matter here. */
function useCoderMap(coders: readonly Coder[]): ReadonlyMap<CoderId, Coder> {
  const [known, setKnown] = useState(() => mapOf(coders));
  const isKnown = ({ id, name, initials, color }: Coder) => {
    const before = known.get(id);
    return before?.name === name && before.initials === initials && before.color === color;
  };
  if (coders.length === known.size && coders.every(isKnown)) return known;
  const next = mapOf(coders);
  setKnown(next);
  return next;
}

/** What is put before the eyes without being in hand: a category, a rule, the palette, a sentence. */
function useAttention(categories: CategoryIndex) {
  const [emphasised, emphasise] = useState<CategoryId | null>(null);
  const [ruledId, setRuledId] = useState<CategoryId | null>(null);
  const [palette, setPalette] = useState<PaletteOpening | null>(null);
  const [memoRequests, setMemoRequests] = useState(0);
  const [said, say] = useState('');
  const [pointer] = useState(createPointer);
  const showRule = useCallback((id: CategoryId | null) => startTransition(() => setRuledId(id)), []);
  const openPalette = useCallback((opening: Partial<PaletteOpening> = {}) => setPalette({ query: '', creates: false, ...opening }), []);
  const closePalette = useCallback(() => setPalette(null), []);
  const requestMemo = useCallback(() => setMemoRequests((count) => count + 1), []);
  const ruled = (ruledId && categories.get(ruledId)) ?? null;
  return { emphasised, emphasise, ruled, showRule, palette, openPalette, closePalette, memoRequests, requestMemo, said, say, pointer };
}

interface Surroundings {
  readonly project: ProjectInfo;
  readonly codebook: Codebook;
  readonly coders: readonly Coder[];
}

/** `reader` is null until the source's text is there. */
export function useReaderState(
  { project, codebook, coders }: Surroundings,
  source: ReadSource,
): { categories: CategoryIndex; reader: Reader | null } {
  const { transcript, coded, patch } = source;
  const categories = useMemo(() => categoryIndex(codebook), [codebook]);
  const coderMap = useCoderMap(coders);
  const { used, ...habits } = useHabits(project.id, codebook, categories);
  const attention = useAttention(categories);
  const { forget, ...hand } = useHand(coded);
  const { target, selection, passageId, select, choose } = hand;
  const me = project.coderId;
  const ways = useWays(habits.recent, categories, attention.say);
  const { unit } = ways;
  const { say } = attention;
  const acts = useCodingActs({ transcript, coded, categories, me, target, selection, passageId, patch, used, select, choose, say, unit });
  const correction = useCorrection(source);
  const [turnActs, openTurnActs] = useState<TurnActsOpening | null>(null);
  const [orphansAsked, setOrphansAsked] = useState(0);
  const sourceId = transcript?.sourceId ?? null;
  const [heldIn, setHeldIn] = useState(sourceId);
  if (heldIn !== sourceId) {
    setHeldIn(sourceId);
    forget();
    attention.closePalette();
    openTurnActs(null);
  }
  const askForOrphans = useCallback(() => setOrphansAsked((count) => count + 1), []);
  if (!transcript) return { categories, reader: null };
  const surroundings = { projectId: project.id, isReadOnly: project.isReadOnly, me, transcript, coded, codebook, categories, coders: coderMap };
  return {
    categories,
    reader: { ...surroundings, ...hand, ...attention, ...habits, acts, ways, correction, turnActs, openTurnActs, orphansAsked, askForOrphans },
  };
}
