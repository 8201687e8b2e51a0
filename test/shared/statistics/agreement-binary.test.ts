// The quick figures of one category are those of the general definitions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '../../../shared/statistics/agreement-alpha.ts';
import { BINARY_COEFFICIENTS, CoderSets, binaryCoefficient } from '../../../shared/statistics/agreement-binary.ts';
import type { BinaryCoefficient } from '../../../shared/statistics/agreement-binary.ts';
import {
  appliedAgreement,
  congerKappa,
  fleissKappa,
  freeMarginalKappa,
  gwetAgreement,
  lightKappa,
  percentAgreement,
} from '../../../shared/statistics/agreement-many.ts';
import type { Ratings } from '../../../shared/statistics/agreement-ratings.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';

const valueOf = (found: { readonly value: number } | Undefined): number | Undefined => (isUndefined(found) ? found : found.value);

const GENERAL: Readonly<Record<BinaryCoefficient, (ratings: Ratings) => number | Undefined>> = {
  percent: percentAgreement,
  positive: (ratings) => {
    const found = appliedAgreement(ratings);
    return isUndefined(found) ? found : found.positive;
  },
  jaccard: (ratings) => {
    const found = appliedAgreement(ratings);
    return isUndefined(found) ? found : found.jaccard;
  },
  s: (ratings) => valueOf(freeMarginalKappa(ratings)),
  pi: (ratings) => valueOf(fleissKappa(ratings)),
  kappa: lightKappa,
  conger: (ratings) => valueOf(congerKappa(ratings)),
  ac1: (ratings) => valueOf(gwetAgreement(ratings)),
  alpha: (ratings) => valueOf(krippendorffAlpha(ratings)),
};

describe('the quick figures of one category', () => {
  it.each(BINARY_COEFFICIENTS)('%s is the general one', (coefficient) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 30 })), { minLength: 1 }),
        (coders, kinds) => {
          const sets = kinds.map(([set]) => set % 2 ** coders);
          const rows = kinds.map(([set, count]) => ({ values: Array.from({ length: coders }, (_, coder) => (set >> coder) & 1), count }));
          const quick = binaryCoefficient(coefficient, [new CoderSets(coders, sets).shares(kinds.map(([, count]) => count))]);
          const general = GENERAL[coefficient]({ categories: 2, coders, rows });
          if (isUndefined(general)) expect(isUndefined(quick)).toBe(true);
          else expect(quick).toBeCloseTo(general, 9);
        },
      ),
    );
  });
});
