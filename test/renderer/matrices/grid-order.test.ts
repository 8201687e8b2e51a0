// Lines moved by hand stay under their head; a head moves with all its lines.
import { describe, expect, it } from 'vitest';
import { canTradePlaces, movedOrder, steppedOrder } from '../../../renderer/matrices/grid-order.ts';
import { caseEntity, categoryEntity, header } from './a-project.ts';

const [a, b] = ['A', 'B'].map((name) => categoryEntity(name)) as [ReturnType<typeof categoryEntity>, ReturnType<typeof categoryEntity>];
const [one, two, three] = ['1', '2', '3'].map(caseEntity) as [
  ReturnType<typeof caseEntity>,
  ReturnType<typeof caseEntity>,
  ReturnType<typeof caseEntity>,
];
const lines = [a, b].flatMap((outer) => [one, two, three].map((inner) => header(outer, inner)));
const short = (keys: string[] | null) => keys?.map((key) => key.replace(/category:|case:|\|/gu, '')).join(' ') ?? null;

describe('a line moved by hand', () => {
  it('stands before or after another one under the same head', () => {
    expect(short(movedOrder(lines, [a, three], [a, one], false))).toBe('A3 A1 A2 B1 B2 B3');
    expect(short(movedOrder(lines, [a, one], [a, two], true))).toBe('A2 A1 A3 B1 B2 B3');
  });

  it('does not go under another head', () => {
    expect([canTradePlaces([a, one], [b, two]), movedOrder(lines, [a, one], [b, two], true)]).toEqual([false, null]);
  });

  it('takes a head with all its lines, wherever under the other it is dropped', () => {
    expect(short(movedOrder(lines, [b], [a, two], false))).toBe('B1 B2 B3 A1 A2 A3');
  });

  it('steps from place to place, and no further than its head', () => {
    expect(short(steppedOrder(lines, [a, one], 1))).toBe('A2 A1 A3 B1 B2 B3');
    expect(short(steppedOrder(lines, [a], 1))).toBe('B1 B2 B3 A1 A2 A3');
    expect([steppedOrder(lines, [a, one], -1), steppedOrder(lines, [b], 1)]).toEqual([null, null]);
  });
});
