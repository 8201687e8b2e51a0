// Specificities against the ten speeches of Robespierre (Lafon 1980, Mots 1:127-165), as R textometry computes them.
import { describe, expect, it } from 'vitest';
import { MOST_SPECIFIC, logFactorial, specificity } from '../../../shared/statistics/specificities.ts';

const PARTS = [8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933];
const CORPUS = 61449;
const WORDS: Readonly<Record<string, { counts: readonly number[]; figures: readonly number[] }>> = {
  de: {
    counts: [464, 165, 194, 392, 398, 235, 509, 96, 58, 662],
    figures: [1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098, 0.3884, -2.205],
  },
  peuple: {
    counts: [45, 18, 15, 14, 53, 30, 42, 16, 4, 59],
    figures: [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.798, 1.3632, -0.3977, -0.841],
  },
  république: {
    counts: [35, 10, 16, 29, 29, 9, 21, 14, 2, 42],
    figures: [0.9753, 0.4424, 0.6038, 0.9023, 0.4706, -1.2797, -2.2003, 1.9736, -0.5366, -0.6335],
  },
  ennemi: {
    counts: [30, 13, 11, 19, 22, 10, 16, 7, 2, 35],
    figures: [1.2133, 1.6778, 0.3146, 0.3091, 0.3364, -0.5024, -2.055, 0.4965, -0.3552, -0.4359],
  },
  patrie: {
    counts: [6, 5, 16, 8, 23, 10, 35, 8, 3, 39],
    figures: [-4.2432, -0.416, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414],
  },
};

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

describe('specificities', () => {
  it.each(Object.entries(WORDS))('of « %s » in the ten speeches are those published', (_, { counts, figures }) => {
    const computed = counts.map((inPart, at) => specificity({ corpus: CORPUS, part: PARTS[at] ?? 0, frequency: sum(counts), inPart }));
    computed.forEach((figure, at) => expect(figure).toBeCloseTo(figures[at] ?? 0, 4));
  });

  it('give the probabilities that Lafon gives', () => {
    const probability = (counts: Parameters<typeof specificity>[0]): number => 10 ** -Math.abs(Number(specificity(counts)));
    expect(probability({ corpus: CORPUS, part: 6903, frequency: 296, inPart: 14 })).toBeCloseTo(6.693709318e-5, 9);
    expect(probability({ corpus: CORPUS, part: 8395, frequency: 153, inPart: 6 })).toBeCloseTo(5.711980983e-5, 9);
  });

  it('of a word that a part does not hold is negative', () => {
    // none of ten words drawn is one of the five hundred: 500/1000 · 499/999 · …
    const none = Array.from({ length: 10 }, (_, at) => Math.log10((500 - at) / (1000 - at))).reduce((a, b) => a + b, 0);
    expect(specificity({ corpus: 1000, part: 500, frequency: 10, inPart: 0 })).toBeCloseTo(none, 9);
  });

  it('of a word that nobody says, or of a part without words, does not exist', () => {
    expect(specificity({ corpus: 1000, part: 100, frequency: 0, inPart: 0 })).toEqual({ kind: 'undefined', because: 'tooFewWords' });
    expect(specificity({ corpus: 1000, part: 0, frequency: 5, inPart: 0 })).toEqual({ kind: 'undefined', because: 'empty' });
  });

  it('is nought where the part is the whole corpus', () => {
    expect(specificity({ corpus: 1000, part: 1000, frequency: 40, inPart: 40 })).toBeCloseTo(0, 9);
  });

  it('stays within its bound where the probability is too small for any number', () => {
    const million = 1_000_000;
    expect(specificity({ corpus: 10 * million, part: 5 * million, frequency: 40_000, inPart: 40_000 })).toBe(MOST_SPECIFIC);
    expect(specificity({ corpus: 10 * million, part: 5 * million, frequency: 40_000, inPart: 0 })).toBe(-MOST_SPECIFIC);
  });

  it('knows factorials by table and by approximation alike', () => {
    expect(Math.abs(logFactorial(1024) - (logFactorial(1023) + Math.log(1024)))).toBeLessThan(1e-9);
  });
});
