// Coefficients against published numbers: ATLAS.ti's manual (v22, code co-occurrence coefficient), Manning & Schütze 1999, table 5.14.
import { describe, expect, it } from 'vitest';
import { associationOf, countTogether, isUneven } from '../../../shared/statistics/co-occurrence.ts';
import { gapUtf16, relationOf, sharedUtf16 } from '../../../shared/statistics/stretch.ts';
import type { Stretch } from '../../../shared/statistics/stretch.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';

const stretch = (start: number, end: number, ...categories: number[]): Stretch => ({ start, end, firstTurn: 0, lastTurn: 0, categories, cases: [] });

describe('a co-occurrence', () => {
  it('has the coefficient of ATLAS.ti’s manual', () => {
    const told = associationOf({ n1: 100, n2: 10, n12: 5, total: 1000 }, false);
    expect(told.jaccard).toBeCloseTo(0.047619, 4);
    expect(told.overlap).toBe(0.5);
    expect(told.dice).toBeCloseTo(0.090909, 4);
    expect(isUneven({ n1: 100, n2: 10 })).toBe(true);
    expect(isUneven({ n1: 50, n2: 10 })).toBe(false);
  });

  it.each([
    ['Ayatollah Ruhollah', 42, 20, 20, 18.38, 0.944962],
    ['Bette Midler', 41, 27, 20, 17.98, 0.924488],
    ['Agatha Christie', 30, 117, 20, 16.31, 0.838886],
    ['videocassette recorder', 77, 59, 20, 15.94, 0.81975],
    ['unsalted butter', 24, 320, 20, 15.19, 0.780802],
  ])('has the mutual information of %s', (_, n1, n2, n12, pmi, npmi) => {
    const told = associationOf({ n1, n2, n12, total: 14_307_668 }, false);
    expect(Math.abs(Number(told.pmi) - pmi)).toBeLessThanOrEqual(0.011);
    expect(Math.abs(Number(told.npmi) - npmi)).toBeLessThanOrEqual(1e-6);
  });

  it('is 1 when two are only together, 0 when independent, −1 when never', () => {
    expect(associationOf({ n1: 5, n2: 5, n12: 5, total: 20 }, false).npmi).toBeCloseTo(1, 12);
    expect(associationOf({ n1: 10, n2: 4, n12: 2, total: 20 }, false)).toMatchObject({ npmi: 0, lift: 1 });
    expect(associationOf({ n1: 3, n2: 4, n12: 0, total: 20 }, false)).toMatchObject({ npmi: -1, pmi: undefinedFor('neverTogether'), jaccard: 0 });
  });

  it('is undefined, with a reason, where it means nothing', () => {
    expect(associationOf({ n1: 0, n2: 4, n12: 0, total: 20 }, false).jaccard).toEqual(undefinedFor('empty'));
    expect(associationOf({ n1: 9, n2: 9, n12: 9, total: 9 }, false).npmi).toEqual(undefinedFor('noVariation'));
    const pairs = associationOf({ n1: 2, n2: 2, n12: 4, total: 3 }, true);
    expect(pairs).toMatchObject({ jaccard: undefinedFor('outOfRange'), npmi: undefinedFor('pairs') });
  });

  it('counts pairs of passages that share words, touching ends apart', () => {
    const source = { stretches: [stretch(0, 10, 0), stretch(5, 8, 1), stretch(9, 20, 1), stretch(10, 30, 0, 2)], silentTurns: new Set<number>() };
    const counts = countTogether([source], 3, { kind: 'overlap' });
    expect([counts.get(0, 1), counts.get(1, 2), counts.get(0, 2)]).toEqual([3, 1, 1]);
    expect([counts.get(0, 0), counts.get(1, 1)]).toEqual([2, 2]);
    expect(countTogether([source], 3, { kind: 'character' }).get(0, 1)).toBe(3 + 11);
    expect(countTogether([source], 3, { kind: 'near', withinUtf16: 2 }).get(0, 1)).toBe(4);
  });

  it('leaves turns without words out', () => {
    const over = { ...stretch(0, 30, 0, 1), lastTurn: 2 };
    expect(countTogether([{ stretches: [over], silentTurns: new Set([1]) }], 2, { kind: 'turn' }).get(0, 1)).toBe(2);
  });
});

describe('two stretches', () => {
  it.each([
    [[0, 10], [0, 10], 'equals', 10, 0],
    [[0, 10], [2, 8], 'encloses', 6, 0],
    [[2, 8], [0, 10], 'within', 6, 0],
    [[0, 10], [5, 15], 'overlapsStart', 5, 0],
    [[5, 15], [0, 10], 'overlapsEnd', 5, 0],
    [[0, 10], [10, 20], 'adjacent', 0, 0],
    [[0, 10], [13, 20], 'precedes', 0, 3],
    [[13, 20], [0, 10], 'follows', 0, 3],
    [[0, 10], [0, 5], 'encloses', 5, 0],
    [[0, 0], [0, 5], null, 0, 0],
  ] as const)('%j to %j: %s', ([s1, e1], [s2, e2], relation, shared, gap) => {
    const [a, b] = [
      { start: s1, end: e1 },
      { start: s2, end: e2 },
    ];
    expect(relationOf(a, b)).toBe(relation);
    expect(sharedUtf16(a, b)).toBe(shared);
    expect(gapUtf16(a, b)).toBe(gap);
  });
});
