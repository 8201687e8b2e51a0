// Builds what the parts of the coding screen share, for one open source.
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CategoryId, CoderId, PassageId } from '../../shared/domain/ids.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { useNavigation } from '../navigation.tsx';
import { categoryIndex } from './category-index.ts';
import type { CategoryIndex } from './category-index.ts';
import { passageOn } from './coded-text.ts';
import { isNewPlace, placeForNew } from './new-category-place.ts';
import { withRecent } from './palette-ranking.ts';
import { createPointer } from './pointer.ts';
import type { NewCategoryPlace, PaletteOpening, Reader, TextHandle } from './reader-context.tsx';
import { useStored } from './reading-place.ts';
import { sameSpan } from './transcript.ts';
import type { Span } from './transcript.ts';
import { useCodingActs } from './use-coding-acts.ts';
import type { ReadSource } from './use-source.ts';

const isIdList = (value: unknown): value is CategoryId[] => Array.isArray(value) && value.every((id) => typeof id === 'string');

/** The categories used last, and where new ones go; remembered per project. */
function useHabits(projectId: string, codebook: Codebook, categories: CategoryIndex) {
  const [stored, setStored] = useStored<CategoryId[]>(`trame.recent.${projectId}`, [], isIdList);
  const [newPlace, setNewPlace] = useStored<NewCategoryPlace | null>(`trame.newUnder.${projectId}`, null, isNewPlace);
  const recent = useMemo(() => stored.filter((id) => categories.has(id)), [stored, categories]);
  const newUnder = useMemo(() => placeForNew(newPlace, recent, codebook, categories), [newPlace, recent, codebook, categories]);
  return { recent, setRecent: setStored, newUnder, setNewUnder: setNewPlace };
}

/** The same map until somebody's name, initials or colour changes: how much each has coded does not matter here. */
function useCoderMap(coders: readonly Coder[]): ReadonlyMap<CoderId, Coder> {
  const [known, setKnown] = useState(() => new Map(coders.map((coder) => [coder.id, coder])));
  const isSame =
    coders.length === known.size &&
    coders.every(({ id, name, initials, color }) => {
      const before = known.get(id);
      return before?.name === name && before.initials === initials && before.color === color;
    });
  if (isSame) return known;
  const next = new Map(coders.map((coder) => [coder.id, coder]));
  setKnown(next);
  return next;
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
  const { place, adjust } = useNavigation();
  const categories = useMemo(() => categoryIndex(codebook), [codebook]);
  const habits = useHabits(project.id, codebook, categories);
  const { recent, setRecent } = habits;

  const [selection, setSelection] = useState<Span | null>(null);
  const [here, setHere] = useState<readonly PassageId[]>([]);
  const [emphasised, setEmphasised] = useState<CategoryId | null>(null);
  const [ruledId, setRuledId] = useState<CategoryId | null>(null);
  const [pointer] = useState(createPointer);
  const [palette, setPalette] = useState<PaletteOpening | null>(null);
  const [memoRequests, setMemoRequests] = useState(0);
  const [said, setSaid] = useState('');
  const text = useRef<TextHandle | null>(null);
  /** The passage of the address that is in view already. */
  const shown = useRef<PassageId | null>(null);

  const select = useCallback((span: Span | null) => setSelection((before) => (before && span && sameSpan(before, span) ? before : span)), []);
  const choose = useCallback(
    (passageId: PassageId | null, around: readonly PassageId[] = []) => {
      setSelection(null);
      setHere(around);
      shown.current = passageId;
      const { passageId: before, ...rest } = place;
      if (before !== (passageId ?? undefined)) adjust(passageId === null ? rest : { ...rest, passageId });
    },
    [place, adjust],
  );
  // What follows from an act without being its outcome may wait until the outcome is painted.
  const used = useCallback((categoryId: CategoryId) => startTransition(() => setRecent(withRecent(recent, categoryId))), [recent, setRecent]);
  const showRule = useCallback((categoryId: CategoryId | null) => startTransition(() => setRuledId(categoryId)), []);

  const passageId = selection ? passageOn(coded, selection) : ((place.passageId as PassageId | undefined) ?? null);
  const chosenSpan = (passageId && coded.byPassage.get(passageId)?.[0]?.span) ?? null;
  const target = selection ?? chosenSpan;
  const acts = useCodingActs({
    transcript,
    coded,
    categories,
    me: project.coderId,
    target,
    selection,
    passageId,
    patch,
    used,
    select,
    choose,
    say: setSaid,
  });
  // A passage that the address names is gone to once its codings are there; one chosen in this text is in view already.
  const named = (place.passageId as PassageId | undefined) ?? null;
  useEffect(() => {
    const span = named && named !== shown.current && coded.byPassage.get(named)?.[0]?.span;
    if (!span || !text.current) return;
    shown.current = named;
    setSelection(null);
    text.current.reveal(span, { flash: true });
  }, [named, coded]);
  const coderMap = useCoderMap(coders);
  const openPalette = useCallback((opening: Partial<PaletteOpening> = {}) => setPalette({ query: '', creates: false, ...opening }), []);

  const closePalette = useCallback(() => setPalette(null), []);
  const requestMemo = useCallback(() => setMemoRequests((count) => count + 1), []);

  if (!transcript) return { categories, reader: null };
  const reader: Reader = {
    projectId: project.id,
    isReadOnly: project.isReadOnly,
    me: project.coderId,
    transcript,
    coded,
    codebook,
    categories,
    coders: coderMap,
    selection,
    passageId,
    target,
    passagesHere: here,
    emphasised,
    ruled: (ruledId && categories.get(ruledId)) ?? null,
    pointer,
    recent,
    newUnder: habits.newUnder,
    palette,
    memoRequests,
    said,
    select,
    choose,
    emphasise: setEmphasised,
    showRule,
    setNewUnder: habits.setNewUnder,
    openPalette,
    closePalette,
    requestMemo,
    say: setSaid,
    acts,
    text,
  };
  return { categories, reader };
}
