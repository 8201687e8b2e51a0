// Widths: those that were given stay, the others share the room; what is fitted cuts no line.
import { describe, expect, it } from 'vitest';
import { NEW_LAYOUT, columnsOf, fittedWidth, sameLayout, withFold, withWidth } from '../../../renderer/matrices/grid-layout.ts';

const keys = ['a', 'b', 'c', 'd'];

describe('columns', () => {
  it('share the room, and are never narrower than they may be', () => {
    expect(columnsOf(keys, NEW_LAYOUT, 100, 800).widths).toEqual([200, 200, 200, 200]);
    expect(columnsOf(keys, NEW_LAYOUT, 100, 200).offsets).toEqual([0, 100, 200, 300, 400]);
  });

  it('keep the width that was given to them', () => {
    expect(columnsOf(keys, withWidth(NEW_LAYOUT, 'b', 500), 100, 800).widths).toEqual([100, 500, 100, 100]);
  });

  it('stay in view when frozen, as long as the others keep some room', () => {
    const frozen = { ...NEW_LAYOUT, frozenColumns: 3 };
    expect([columnsOf(keys, frozen, 100, 800).frozen, columnsOf(keys, frozen, 100, 250).frozen]).toEqual([2, 1]);
  });
});

describe('a layout', () => {
  it('keeps widths within bounds', () => {
    expect(withWidth(withWidth(NEW_LAYOUT, 'a', 3), null, 5000)).toMatchObject({ widths: { a: 40 }, headWidth: 600 });
  });

  it('is the same whatever the order in which it was made', () => {
    const made = withFold(withFold(withWidth(withWidth(NEW_LAYOUT, 'a', 90), 'b', 80), 'x', true), 'y', true);
    const other = withFold(withFold(withWidth(withWidth(NEW_LAYOUT, 'b', 80), 'a', 90), 'y', true), 'x', true);
    expect([sameLayout(made, other), sameLayout(made, withFold(made, 'x', false))]).toEqual([true, false]);
  });
});

describe('a fitted column', () => {
  const measure = (text: string) => text.length * 7;

  it('is as wide as its longest single line', () => {
    expect(fittedWidth({ words: ['Gouvernance', 'site'], prose: [] }, measure)).toBe(11 * 7 + 34);
  });

  it('grows with its prose, but stays readable', () => {
    const [brief, long, endless] = [30, 250, 5000].map((length) => fittedWidth({ words: [], prose: ['x'.repeat(length)] }, measure)) as [
      number,
      number,
      number,
    ];
    expect(brief).toBeLessThan(long);
    expect(long).toBeLessThan(endless);
    expect(endless).toBe(454);
  });
});
