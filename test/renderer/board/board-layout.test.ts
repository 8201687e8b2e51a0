// What lies where on the board, and what a card that is let go falls on.
import { expect, test } from 'vitest';
import { cardsWithin, fitting, landingAt, onPlane, zoomed } from '../../../renderer/board/board-layout.ts';
import { CARD, boardOf } from '../../../shared/domain/board-layout.ts';
import type { BoardCard } from '../../../shared/domain/board.ts';
import type { Category, Grid, Origin } from '../../../shared/domain/category.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';

function grid(...lines: readonly (readonly [name: string, parent: string | null, origin: Origin])[]): Grid {
  const categories = lines.map(
    ([name, parent, origin], position) => ({ id: name, name, parentId: parent, origin, position, color: '#3f8f6b' }) as unknown as Category,
  );
  return { id: 'g', title: 'Outils', categories } as unknown as Grid;
}

const id = (name: string) => name as CategoryId;
const placed = (name: string, x: number, y: number): [CategoryId, BoardCard] => [
  id(name),
  { categoryId: id(name), place: { x, y }, passages: 1, first: null },
];
const tools = grid(
  ['Coordination', null, 'a-priori'],
  ['salon', 'Coordination', 'in-vivo'],
  ['charte', 'Coordination', 'a-priori'],
  ['Régulation', null, 'a-priori'],
  ['café', null, 'emergent'],
  ['Rites', null, 'emergent'],
  ['goûter', 'Rites', 'in-vivo'],
);

test('what was found in the text is a card; what stands above cards, and the first level, are groups', () => {
  const board = boardOf(tools, new Map());
  expect(board.groups.map(({ category, cards }) => [category.name, cards.map((card) => card.category.name)])).toEqual([
    ['Coordination', ['salon']],
    ['Régulation', []],
    ['Rites', ['goûter']],
  ]);
  expect(board.loose.map(({ category }) => category.name)).toEqual(['café']);
});

test('nothing that has no place yet lies on anything else', () => {
  const boxes = boardOf(tools, new Map([placed('Rites', 500, 300)]));
  const all = [...boxes.groups, ...boxes.loose].map(({ box }) => box);
  for (const [index, a] of all.entries())
    for (const b of all.slice(index + 1))
      expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false);
});

test('a card let go falls on the card or the group under it, not on what is carried', () => {
  const board = boardOf(tools, new Map([placed('café', 40, 900), placed('Régulation', 0, 600)]));
  const [cafe] = board.loose;
  if (!cafe) throw new Error('a loose card');
  const inside = { x: cafe.box.x + 5, y: cafe.box.y + 5 };
  expect(landingAt(board, inside, new Set())).toEqual({ kind: 'card', id: 'café' });
  expect(landingAt(board, inside, new Set([id('café')]))).toEqual({ kind: 'plane' });
  expect(landingAt(board, { x: 20, y: 620 }, new Set())).toEqual({ kind: 'group', id: 'Régulation' });
  expect(cardsWithin(board, { x: 0, y: 890, width: CARD.width, height: 40 })).toEqual(['café']);
});

test('zooming keeps what is under the pointer there, and all of it fits', () => {
  const view = { scale: 1, x: 10, y: 20 };
  const at = { x: 300, y: 200 };
  expect(onPlane(zoomed(view, 1.5, at), at)).toEqual(onPlane(view, at));
  expect(zoomed(view, 100, at).scale).toBe(2);
  const extent = { x: -100, y: 50, width: 2000, height: 900 };
  const fitted = fitting(extent, { width: 1000, height: 700 });
  expect(fitted.x + (extent.x + extent.width) * fitted.scale).toBeLessThanOrEqual(1000);
  expect(fitted.x + extent.x * fitted.scale).toBeGreaterThanOrEqual(0);
});
