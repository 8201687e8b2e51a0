// What is typed about a set becomes a condition, or says that something is missing.
import { describe, expect, it } from 'vitest';
import type { SetDraft } from '../../../renderer/analysis/tables/qca-set.ts';
import { draftOf, setOf, termWords } from '../../../renderer/analysis/tables/qca-set.ts';

const CATEGORY = '3f0b6c52-8d4e-4a55-9b11-0c2f6f8f1a01';
const typed: SetDraft = { ...draftOf(null), name: 'CONFIANCE', categoryId: CATEGORY };

describe('a set being described', () => {
  it('is a condition once it has a name, an object and its numbers', () => {
    const made = setOf(typed);
    expect(made).toEqual({
      name: 'CONFIANCE',
      measure: { kind: 'category', categoryId: CATEGORY },
      calibration: { kind: 'threshold', from: 1 },
      expects: 'either',
    });
    expect(made && setOf(draftOf(made))).toEqual(made);
  });

  it('reads numbers with a French comma, and anchors that run downwards', () => {
    const anchors = { ...typed, calibration: 'anchors', out: '12,5', crossover: '7', in: '2' } as const;
    expect(setOf(anchors)?.calibration).toEqual({ kind: 'anchors', out: 12.5, crossover: 7, in: 2 });
  });

  it('is incomplete without a name, an object, a number, or with anchors out of order', () => {
    for (const changes of [{ name: ' ' }, { categoryId: null }, { from: '' }, { from: 'trois' }] as const)
      expect(setOf({ ...typed, ...changes })).toBeNull();
    expect(setOf({ ...typed, calibration: 'anchors', out: '1', crossover: '5', in: '3' })).toBeNull();
    expect(setOf({ ...typed, calibration: 'oneOf', values: [] })).toBeNull();
  });

  it('is written in formulas as comparative analysis writes it', () => {
    expect(termWords({ care: 0b101, value: 0b100 }, ['DEV', 'URB', 'STB'], '(toujours)')).toBe('DEV * ~STB');
    expect(termWords({ care: 0, value: 0 }, ['DEV'], '(toujours)')).toBe('(toujours)');
  });
});
