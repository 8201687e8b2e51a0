// A large table draws what is in view, and always draws the cell that the keyboard goes to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLarge, rowHeight, scrolledTo, visibleRange } from '../../../renderer/matrices/visible-range.ts';
import { aTable, caseEntity, categoryEntity, header } from './a-project.ts';

describe('what a large table draws', () => {
  it('is everything while the table is small', () => {
    expect([isLarge(7, 6), isLarge(31, 60)]).toEqual([false, true]);
  });

  it('does not change for a scroll of a few pixels', () => {
    expect(visibleRange(1000, 600, 88, 300)).toEqual(visibleRange(1010, 600, 88, 300));
  });

  it('covers the whole view, and stays within the table', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 10, max: 200 }),
        fc.integer({ min: 1, max: 300 }),
        (scrolled, length, size, count) => {
          const { first, end } = visibleRange(scrolled, length, size, count);
          const firstSeen = Math.min(Math.floor(scrolled / size), count);
          const lastSeen = Math.min(Math.ceil((scrolled + length) / size), count);
          expect({ isWithin: first >= 0 && end <= count, coversView: first <= firstSeen && end >= lastSeen }).toEqual({
            isWithin: true,
            coversView: true,
          });
        },
      ),
    );
  });

  it('is nothing where there is nothing', () => {
    expect(visibleRange(0, 500, 88, 0)).toEqual({ first: 0, end: 0 });
  });
});

describe('going to a cell', () => {
  it('scrolls as little as shows it whole', () => {
    expect(scrolledTo(3, 100, 0, 500)).toBe(0);
    expect(scrolledTo(2, 100, 450, 500)).toBe(200);
    expect(scrolledTo(12, 100, 450, 500)).toBe(800);
  });
});

describe('the height of a row', () => {
  const row = header(categoryEntity('Gouvernance'));
  const column = header(caseEntity('Pôle 1'));
  const bare = aTable([row], [column], [[3]]);
  const found = aTable([row], [column], [[{ collèges: 2, 'feuille de route': 1 }]]);

  it('is low where cells have only a number', () => {
    expect(rowHeight(bare)).toBe(52);
  });

  it('grows with what cells hold, if the sentence asks for it', () => {
    const [cell] = found.cells[0]!;
    const written = { ...found, cells: [[{ ...cell!, synthesis: 'La voix existe.' }]] };
    expect(rowHeight(found)).toBeGreaterThan(rowHeight(bare));
    expect(rowHeight(written)).toBeGreaterThan(rowHeight(found));
    expect(rowHeight({ ...written, definition: { ...written.definition, contents: ['counts'] } })).toBe(rowHeight(bare));
  });
});
