// Walking through the table with the keyboard never leaves it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfterKey } from '../../../renderer/matrices/grid-keys.ts';

const size = { rows: 31, columns: 60 };
const from = { row: 4, column: 7 };

describe('the keys of the table', () => {
  it.each([
    ['ArrowUp', false, { row: 3, column: 7 }],
    ['ArrowDown', false, { row: 5, column: 7 }],
    ['ArrowLeft', false, { row: 4, column: 6 }],
    ['ArrowRight', true, { row: 4, column: 59 }],
    ['Home', false, { row: 4, column: 0 }],
    ['End', false, { row: 4, column: 59 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 30, column: 59 }],
    ['PageDown', false, { row: 10, column: 7 }],
    ['PageUp', false, { row: 0, column: 7 }],
  ] as const)('%s (Ctrl %s) leads to %o', (key, isFar, to) => {
    expect(cellAfterKey(from, key, isFar, size)).toEqual(to);
  });

  it('leaves other keys to others', () => {
    expect(cellAfterKey(from, 'a', false, size)).toBeNull();
  });

  it('stays in the table from any cell, whatever the key', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown');
    fc.assert(
      fc.property(fc.nat(30), fc.nat(59), keys, fc.boolean(), (row, column, key, isFar) => {
        const to = cellAfterKey({ row, column }, key, isFar, size);
        expect([to?.row, to?.column].every((index) => index !== undefined && index >= 0)).toBe(true);
        expect(to!.row < size.rows && to!.column < size.columns).toBe(true);
      }),
    );
  });
});

describe('in the heads', () => {
  const size = { rows: 5, columns: 4, heads: 2 };

  it('single steps lead up into them and left beside the rows', () => {
    expect(cellAfterKey({ row: 0, column: 2 }, 'ArrowUp', false, size)).toEqual({ row: -1, column: 2 });
    expect(cellAfterKey({ row: -2, column: 2 }, 'ArrowUp', false, size)).toEqual({ row: -2, column: 2 });
    expect(cellAfterKey({ row: 3, column: 0 }, 'ArrowLeft', false, size)).toEqual({ row: 3, column: -1 });
  });

  it('there is one corner beside the row heads', () => {
    expect(cellAfterKey({ row: -2, column: 0 }, 'ArrowLeft', false, size)).toEqual({ row: -1, column: -1 });
  });

  it('far jumps stay among the cells', () => {
    expect(cellAfterKey({ row: 3, column: 2 }, 'ArrowUp', true, size)).toEqual({ row: 0, column: 2 });
    expect(cellAfterKey({ row: 3, column: 2 }, 'Home', true, size)).toEqual({ row: 0, column: 0 });
  });
});
