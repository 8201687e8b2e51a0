// The board's data and acts: what is laid where, which cards are chosen, and what moving and grouping them writes.
import { useMemo, useState } from 'react';
import type { BoardCard, BoardPlace } from '../../shared/domain/board.ts';
import { boardOf } from '../../shared/domain/board-layout.ts';
import type { Board, Point } from '../../shared/domain/board-layout.ts';
import type { Grid } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { Run } from '../ui/use-run.ts';
import type { Landing } from './board-layout.ts';

/** Cards that wait for the name of the group they are to make. */
export interface Naming extends Point {
  readonly ids: readonly CategoryId[];
}

export interface BoardState {
  readonly grid: Grid;
  readonly board: Board;
  readonly isReadOnly: boolean;
  readonly chosen: ReadonlySet<CategoryId>;
  readonly choose: (ids: Iterable<CategoryId>) => void;
  readonly toggle: (id: CategoryId) => void;
  readonly naming: Naming | null;
  readonly setNaming: (naming: Naming | null) => void;
  /** Those chosen where this one is among them, else this one alone. */
  readonly withOthers: (id: CategoryId) => CategoryId[];
  /** Lets cards or groups go, moved by so much. */
  readonly letGo: (ids: readonly CategoryId[], by: Point, landing: Landing) => Promise<void>;
  readonly putInto: (ids: readonly CategoryId[], groupId: CategoryId) => Promise<void>;
  readonly takeOut: (ids: readonly CategoryId[]) => Promise<void>;
  readonly makeGroup: (naming: Naming, name: string) => Promise<void>;
  /** Asks for the group's name beside the first of these cards. */
  readonly startGroup: (ids: readonly CategoryId[]) => void;
  readonly said: string;
}

const OUT_BY = 24;

function boxesOf(board: Board): ReadonlyMap<CategoryId, Point> {
  return new Map([...board.cards, ...board.groups].map(({ category, box }) => [category.id, box]));
}

/** What is shown of a move until the core's answer is there, so that nothing jumps back meanwhile. */
interface Wished {
  readonly over: unknown;
  readonly places: ReadonlyMap<CategoryId, Point>;
}

function withWished(cards: readonly BoardCard[], wished: Wished | null): ReadonlyMap<CategoryId, BoardCard> {
  return new Map(cards.map((card) => [card.categoryId, { ...card, place: wished?.places.get(card.categoryId) ?? card.place }]));
}

const NONE: readonly BoardCard[] = [];

function placesOf(board: Board, ids: readonly CategoryId[], by: Point): BoardPlace[] {
  const boxes = boxesOf(board);
  return ids.flatMap((categoryId) => {
    const box = boxes.get(categoryId);
    return box ? [{ categoryId, x: Math.round(box.x + by.x), y: Math.round(box.y + by.y) }] : [];
  });
}

function cardsInGroups(board: Board, ids: readonly CategoryId[]): CategoryId[] {
  return board.cards.filter(({ category, groupId }) => groupId !== null && ids.includes(category.id)).map(({ category }) => category.id);
}

interface Writing {
  readonly grid: Grid;
  readonly board: Board;
  /** Shows the places at once; null takes that back. */
  readonly wish: (places: readonly BoardPlace[] | null) => void;
  readonly say: (sentence: string) => void;
  readonly setNaming: (naming: Naming | null) => void;
}

type Writes = Pick<BoardState, 'letGo' | 'putInto' | 'takeOut' | 'startGroup'>;

function writesOn({ grid, board, wish, say, setNaming }: Writing, run: Run, text: (typeof boardText)['fr']): Writes {
  const nameOf = (id: CategoryId) => grid.categories.find((category) => category.id === id)?.name ?? '';
  const putInto = async (ids: readonly CategoryId[], groupId: CategoryId) => {
    const done = await run('board.move', { categoryIds: [...ids], parentId: groupId, places: [] });
    if (done !== undefined) say(text.saidGrouped(nameOf(groupId), ids.length));
  };
  const lay = async (ids: readonly CategoryId[], by: Point) => {
    const places = placesOf(board, ids, by);
    if (places.length === 0) return;
    wish(places);
    const loosened = cardsInGroups(board, ids);
    const done =
      loosened.length === 0 ? await run('board.place', { places }) : await run('board.move', { categoryIds: loosened, parentId: null, places });
    if (done === undefined) wish(null);
    else if (loosened.length > 0) say(text.saidOut(loosened.length));
  };
  const startGroup = (ids: readonly CategoryId[], at?: Point) => {
    const place = at ?? boxesOf(board).get(ids[0] as CategoryId);
    if (place && ids.length > 0) setNaming({ ids, x: place.x, y: place.y });
  };
  return {
    putInto,
    startGroup: (ids) => startGroup(ids),
    letGo: async (ids, by, landing) => {
      if (landing.kind === 'plane') return lay(ids, by);
      if (landing.kind === 'card') return startGroup([landing.id, ...ids], boxesOf(board).get(landing.id));
      const moved = ids.filter((id) => board.cards.some(({ category, groupId }) => category.id === id && groupId !== landing.id));
      if (moved.length > 0) await putInto(moved, landing.id);
    },
    takeOut: async (ids) => {
      const inGroups = cardsInGroups(board, ids);
      if (inGroups.length === 0) return;
      const { x, y, height } = board.extent;
      const places = inGroups.map((categoryId, index) => ({
        categoryId,
        x: Math.round(x + index * OUT_BY),
        y: Math.round(y + height + OUT_BY * (index + 1)),
      }));
      if ((await run('board.move', { categoryIds: inGroups, parentId: null, places })) !== undefined) say(text.saidOut(inGroups.length));
    },
  };
}

export function useBoard(grid: Grid, isReadOnly: boolean): BoardState | null {
  const run = useRun();
  const text = useText(boardText);
  const { data } = useQuery('board.read', { gridId: grid.id });
  const [wished, setWished] = useState<Wished | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<CategoryId>>(new Set());
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, say] = useState('');
  const facts = useMemo(() => withWished(data ?? NONE, wished?.over === data ? wished : null), [data, wished]);
  const board = useMemo(() => boardOf(grid, facts), [grid, facts]);
  const known = useMemo(() => new Set([...chosen].filter((id) => board.cards.some(({ category }) => category.id === id))), [chosen, board]);
  if (!data) return null;
  const wish = (places: readonly BoardPlace[] | null) =>
    setWished(places && { over: data, places: new Map(places.map(({ categoryId, x, y }) => [categoryId, { x, y }])) });
  return {
    ...writesOn({ grid, board, wish, say, setNaming }, run, text),
    grid,
    board,
    isReadOnly,
    chosen: known,
    choose: (ids) => setChosen(new Set(ids)),
    toggle: (id) => setChosen((before) => (before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]))),
    naming,
    setNaming,
    withOthers: (id) => (known.has(id) ? [...known] : [id]),
    makeGroup: async ({ ids, x, y }, name) => {
      const made = await run('board.group', { gridId: grid.id, name, categoryIds: [...ids], x: Math.round(x), y: Math.round(y) });
      if (made === undefined) return;
      setNaming(null);
      setChosen(new Set());
      say(text.saidGrouped(name, ids.length));
    },
    said,
  };
}
