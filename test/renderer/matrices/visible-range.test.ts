// A large table draws what is in view, and always draws the cell that the keyboard goes to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLarge, rowHeight, scrolledTo, visibleAmong, visibleRange } from '../../../renderer/matrices/visible-range.ts';
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

  it('covers the view of columns of several widths, those after the frozen ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 2, maxLength: 60 }),
        fc.nat(4000),
        fc.integer({ min: 1, max: 1500 }),
        (widths, scrolled, length) => {
          const offsets = [0];
          for (const width of widths) offsets.push((offsets.at(-1) ?? 0) + width);
          const from = Math.min(1, widths.length - 1);
          const { first, end } = visibleAmong(scrolled, length, offsets, from);
          const seen = widths.flatMap((_, at) => {
            const [left, right] = [(offsets[at] ?? 0) - (offsets[from] ?? 0), (offsets[at + 1] ?? 0) - (offsets[from] ?? 0)];
            return at >= from && right > scrolled && left < scrolled + length ? [at] : [];
          });
          expect({ isWithin: first >= from && end <= widths.length, isDrawn: seen.every((at) => at >= first && at < end) }).toEqual({
            isWithin: true,
            isDrawn: true,
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
    expect(scrolledTo(300, 400, 0, 500)).toBe(0);
    expect(scrolledTo(200, 300, 450, 500)).toBe(200);
    expect(scrolledTo(1200, 1300, 450, 500)).toBe(800);
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
