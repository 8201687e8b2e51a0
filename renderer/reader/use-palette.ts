// The palette's mind: what it proposes, which row the keyboard is on, what its keys do.
import { useEffect, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { QUICK_DIGITS } from '../../shared/domain/quick-list.ts';
import type { QuickDigit } from '../../shared/domain/quick-list.ts';
import type { KeyPress } from '../../shared/domain/key-chord.ts';
import type { ActionId } from '../frame/actions.ts';
import { actionAt } from '../frame/key-store.ts';
import { runsNow } from '../frame/offered-actions.ts';
import { goOn } from './go-on.ts';
import type { AfterCoding } from './after-coding.ts';
import { placeUnder } from './new-category-place.ts';
import { originOf, rankPalette } from './palette-ranking.ts';
import type { PaletteMatch } from './palette-ranking.ts';
import { useReader } from './reader-context.tsx';
import type { NewCategoryPlace, PaletteOpening } from './reader-context.tsx';
import { textKeyOf } from './text-keys.ts';
import { wordsOf } from './transcript.ts';
import type { Ways } from './use-ways.ts';

/** More than anybody reads; the rest is reached by typing. */
const SHOWN = 40;
const PAGE = 8;
/** A category highlighted for so long is looked at. */
const RULE_RESTS_MS = 100;
const NAME_LIMIT_UTF16 = 300;

interface FieldState {
  readonly query: string;
  /** Row under the keyboard: the matches first, then the row that creates. Null until the arrows are used. */
  readonly row: number | null;
  /** True while the last row, which creates, is the one that Enter takes. */
  readonly creates: boolean;
  /** The name put aside while the field looks for the category to make it under; null else. */
  readonly asideName: string | null;
}

const EMPTY: FieldState = { query: '', row: null, creates: false, asideName: null };

export interface Palette {
  readonly query: string;
  readonly picksParent: boolean;
  readonly matches: readonly PaletteMatch[];
  /** How many matches are not shown. */
  readonly more: number;
  /** What can be made of the letters typed; null where nothing can. */
  readonly creation: { readonly name: string; readonly under: NewCategoryPlace; readonly origin: 'in-vivo' | 'emergent' } | null;
  readonly rows: number;
  readonly row: number;
  readonly type: (query: string) => void;
  /** `otherwise`: closes where it would stay open, stays open where it would close. */
  readonly take: (match: PaletteMatch, otherwise?: boolean) => void;
  readonly create: (otherwise?: boolean) => void;
  readonly pickParent: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

function usePaletteRows(state: FieldState) {
  const { categories, recent, newUnder, target, transcript, showRule } = useReader();
  const entries = useMemo(() => [...categories.values()], [categories]);
  const ranked = useMemo(() => rankPalette(entries, state.query, recent), [entries, state.query, recent]);
  const matches = useMemo(() => ranked.slice(0, SHOWN), [ranked]);
  const name = state.query.trim();
  const canCreate = state.asideName === null && name !== '' && newUnder !== null;
  const rows = matches.length + (canCreate ? 1 : 0);
  const wished = state.row ?? (state.creates && canCreate ? rows - 1 : 0);
  // a misspelt name matches nothing: Enter must not make a category of it unless the arrows or `I` asked for one
  const isUnasked = matches.length === 0 && state.row === null && !state.creates;
  const row = isUnasked ? -1 : Math.max(0, Math.min(wished, rows - 1));
  const highlighted = matches[row];
  const highlightedId = highlighted?.entry.category.id;
  // while letters are typed another category is highlighted with each of them: the rule is for who looks at one
  useEffect(() => {
    if (!highlightedId) return undefined;
    const timer = window.setTimeout(() => showRule(highlightedId), RULE_RESTS_MS);
    return () => clearTimeout(timer);
  }, [highlightedId, showRule]);
  // A row that the arrows chose becomes the parent; one that is merely first does not.
  const under = state.row !== null && highlighted ? placeUnder(highlighted.entry) : newUnder;
  const origin = target ? originOf(name, wordsOf(transcript, target)) : 'emergent';
  const creation: Palette['creation'] = canCreate && under ? { name, under, origin } : null;
  return { matches, more: ranked.length - matches.length, rows, row, highlighted, creation };
}

/** Under this key from now on, or no longer where it is there already. */
function pinOrFree({ pin, quick }: Ways, digit: QuickDigit, categoryId: CategoryId): void {
  const isThere = quick.some((slot) => slot.digit === digit && slot.isPinned && slot.categoryId === categoryId);
  void pin(digit, isThere ? null : categoryId);
}

/** With Shift: closes where it would stay open, stays open where it would close. */
function afterwards(set: AfterCoding, otherwise: boolean): AfterCoding {
  if (!otherwise) return set;
  return set === 'open' ? 'stay' : 'open';
}

interface Acts {
  readonly leave: () => void;
  readonly create: (otherwise: boolean) => void;
  readonly enter: (otherwise: boolean) => void;
  readonly pin: (digit: QuickDigit) => void;
}

function actsOfKeys({ leave, create, enter, pin }: Acts): Partial<Record<ActionId, () => void>> {
  return {
    paletteClose: leave,
    paletteCreate: () => create(false),
    paletteCreateOtherwise: () => create(true),
    paletteApply: () => enter(false),
    paletteApplyOtherwise: () => enter(true),
    ...Object.fromEntries(QUICK_DIGITS.map((digit) => [`palettePin.${digit}`, () => pin(digit)])),
  };
}

/** A field with nothing in it has nothing of its own to undo: the key means the project's acts. */
function historyAct(press: KeyPress, query: string): (() => void) | undefined {
  const action = query === '' ? actionAt(['window'], press) : null;
  return action === 'undo' || action === 'redo' ? runsNow()[action] : undefined;
}

/** Rows that a key goes up or down. */
const ROW_STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

export function usePalette(opening: PaletteOpening, close: () => void): Palette {
  const reader = useReader();
  const [state, setState] = useState<FieldState>(() => ({ ...EMPTY, query: opening.query.slice(0, NAME_LIMIT_UTF16), creates: opening.creates }));
  const { matches, more, rows, row, highlighted, creation } = usePaletteRows(state);
  const { acts } = reader;

  const follow = (otherwise: boolean): void => {
    setState(EMPTY);
    goOn(reader, afterwards(reader.ways.afterCoding, otherwise));
  };
  const create = (otherwise = false): void => {
    if (!creation) return;
    reader.setNewUnder(creation.under);
    void acts.create(creation.name, creation.under);
    follow(otherwise);
  };
  const backToName = (): void => setState({ ...EMPTY, query: state.asideName ?? '', creates: true });
  const take = (match: PaletteMatch, otherwise = false): void => {
    if (state.asideName === null) {
      void acts.apply(match.entry.category.id);
      follow(otherwise);
    } else {
      reader.setNewUnder(placeUnder(match.entry));
      backToName();
    }
  };

  const enter = (otherwise: boolean): void => (highlighted ? take(highlighted, otherwise) : row === matches.length ? create(otherwise) : undefined);
  const pin = (digit: QuickDigit): void => {
    if (highlighted) pinOrFree(reader.ways, digit, highlighted.entry.category.id);
  };
  const acting = actsOfKeys({ leave: state.asideName === null ? close : backToName, create, enter, pin });
  /** True when the key was the palette's. */
  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const command = event.ctrlKey || event.metaKey;
    const act = acting[actionAt(['palette'], event, { isTyping: true }) ?? 'palette'] ?? historyAct(event, state.query);
    if (act) {
      act();
    } else if (event.altKey && event.shiftKey) {
      const key = textKeyOf(event);
      if (key?.act !== 'passageEdge') return false;
      void acts.step(key.edge, key.step);
    } else {
      const by = ROW_STEPS[event.key];
      if (by === undefined || event.altKey || command) return false;
      setState({ ...state, row: Math.max(0, Math.min(rows - 1, row + by)) });
    }
    return true;
  };

  return {
    query: state.query,
    picksParent: state.asideName !== null,
    matches,
    more,
    creation,
    rows,
    row,
    type: (query) => setState({ ...EMPTY, asideName: state.asideName, query: query.slice(0, NAME_LIMIT_UTF16) }),
    take,
    create,
    pickParent: () => setState({ ...EMPTY, asideName: state.query }),
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing || !onKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
