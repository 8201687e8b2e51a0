// What lies where on the board: cards are categories found in the text, groups are the categories above them.
import type { BoardCard } from './board.ts';
import type { Category, Grid } from './category.ts';
import type { CategoryId } from './ids.ts';

/** Pixels of the plane. */
export const CARD = { width: 176, height: 58, gap: 8 } as const;
const ZONE = { head: 34, pad: 10, gap: 32, columns: 2 } as const;
const EMPTY_ZONE_HEIGHT = 40;
const PER_ROW = 5;
const ZONES_PER_ROW = 3;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface LaidCard {
  readonly category: Category;
  readonly facts: BoardCard | undefined;
  /** Null while it is loose. */
  readonly groupId: CategoryId | null;
  readonly box: Box;
}

export interface LaidGroup {
  readonly category: Category;
  readonly cards: readonly LaidCard[];
  readonly box: Box;
}

export interface Board {
  readonly groups: readonly LaidGroup[];
  readonly loose: readonly LaidCard[];
  /** All of them: loose ones first, then group by group. */
  readonly cards: readonly LaidCard[];
  /** What encloses everything. */
  readonly extent: Box;
}

function widthOf(cards: number): number {
  const columns = Math.min(ZONE.columns, Math.max(1, cards));
  return 2 * ZONE.pad + columns * CARD.width + (columns - 1) * CARD.gap;
}

function heightOf(cards: number): number {
  const rows = Math.ceil(cards / ZONE.columns);
  return ZONE.head + ZONE.pad + (rows === 0 ? EMPTY_ZONE_HEIGHT : rows * CARD.height + (rows - 1) * CARD.gap);
}

/** A category made while coding, with nothing below it; everything else on the first level, or above a card, is a group. */
function sorted(grid: Grid): { groups: Category[]; cardsOf: Map<CategoryId | null, Category[]> } {
  const parents = new Set(grid.categories.map(({ parentId }) => parentId));
  const cardsOf = new Map<CategoryId | null, Category[]>();
  for (const category of grid.categories) {
    if (category.origin === 'a-priori' || parents.has(category.id)) continue;
    cardsOf.set(category.parentId, [...(cardsOf.get(category.parentId) ?? []), category]);
  }
  const isCard = new Set([...cardsOf.values()].flat().map(({ id }) => id));
  const groups = grid.categories.filter(({ id, parentId }) => cardsOf.has(id) || (parentId === null && !isCard.has(id)));
  return { groups, cardsOf };
}

export function enclosing(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** Groups without a place stand in rows at the top, loose cards without one in rows below everything that has a place. */
export function boardOf(grid: Grid, facts: ReadonlyMap<CategoryId, BoardCard>): Board {
  const { groups, cardsOf } = sorted(grid);
  const laidGroups: LaidGroup[] = [];
  let row = { x: 0, y: 0, height: 0, n: 0 };
  for (const category of groups) {
    const own = cardsOf.get(category.id) ?? [];
    const size = { width: widthOf(own.length), height: heightOf(own.length) };
    const place = facts.get(category.id)?.place;
    if (!place && row.n === ZONES_PER_ROW) row = { x: 0, y: row.y + row.height + ZONE.gap, height: 0, n: 0 };
    const box = { ...(place ?? { x: row.x, y: row.y }), ...size };
    if (!place) row = { x: row.x + size.width + ZONE.gap, y: row.y, height: Math.max(row.height, size.height), n: row.n + 1 };
    const cards = own.map((card, index): LaidCard => {
      const x = box.x + ZONE.pad + (index % ZONE.columns) * (CARD.width + CARD.gap);
      const y = box.y + ZONE.head + Math.floor(index / ZONE.columns) * (CARD.height + CARD.gap);
      return { category: card, facts: facts.get(card.id), groupId: category.id, box: { x, y, width: CARD.width, height: CARD.height } };
    });
    laidGroups.push({ category, cards, box });
  }
  const size = { width: CARD.width, height: CARD.height };
  const tops = cardsOf.get(null) ?? [];
  const placed = tops.flatMap((category): LaidCard[] => {
    const place = facts.get(category.id)?.place;
    return place ? [{ category, facts: facts.get(category.id), groupId: null, box: { ...place, ...size } }] : [];
  });
  const taken = enclosing([...laidGroups, ...placed].map(({ box }) => box));
  const from = taken.height === 0 ? 0 : taken.y + taken.height + ZONE.gap;
  const unplaced = tops
    .filter(({ id }) => !facts.get(id)?.place)
    .map((category, index): LaidCard => {
      const x = taken.x + (index % PER_ROW) * (CARD.width + 2 * CARD.gap);
      const y = from + Math.floor(index / PER_ROW) * (CARD.height + 2 * CARD.gap);
      return { category, facts: facts.get(category.id), groupId: null, box: { x, y, ...size } };
    });
  const loose = [...placed, ...unplaced];
  const cards = [...loose, ...laidGroups.flatMap((group) => group.cards)];
  return { groups: laidGroups, loose, cards, extent: enclosing([...laidGroups, ...loose].map(({ box }) => box)) };
}
