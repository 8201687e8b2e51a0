// Agreement of two coders or more on given units, some judgements missing or not: percent, Fleiss, Gwet, free margins, Conger, Light.
import { chanceCorrected, whyNot } from './agreement-coefficient.ts';
import type { Coefficient } from './agreement-coefficient.ts';
import { chosenBy, coderPairs, dichotomised, tableOf } from './agreement-ratings.ts';
import type { Ratings } from './agreement-ratings.ts';
import { cohenKappa } from './agreement-two.ts';
import { agreementWeights } from './agreement-weights.ts';
import type { AgreementWeights } from './agreement-weights.ts';
import { isUndefined, undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Judged {
  /** Mean over units that two coders or more judged of the share of pairs that agree. */
  readonly observed: number;
  /** By category: mean over units judged at all of the share of coders who chose it; a unit judged once counts. */
  readonly shares: readonly number[];
}

function judged({ categories, rows }: Ratings, weights: AgreementWeights): Judged {
  let [agreeing, paired, units] = [0, 0, 0];
  const shares = Array.from({ length: categories }, () => 0);
  for (const row of rows) {
    const chosen = chosenBy(row, categories);
    const coders = sum(chosen);
    if (coders === 0) continue;
    units += row.count;
    for (const [category, count] of chosen.entries()) shares[category] = (shares[category] ?? 0) + (row.count * count) / coders;
    if (coders < 2) continue;
    paired += row.count;
    const pairs = sum(chosen.map((count, k) => count * (sum(chosen.map((other, l) => other * (weights[k]?.[l] ?? 0))) - 1)));
    agreeing += (row.count * pairs) / (coders * (coders - 1));
  }
  return { observed: agreeing / paired, shares: shares.map((share) => share / units) };
}

const identity = ({ categories }: Ratings): AgreementWeights => agreementWeights(categories, 'identity');

/** Mean over units of the share of pairs of coders who agree; units that fewer than two judged are left out. */
export function percentAgreement(ratings: Ratings): number | Undefined {
  return whyNot(ratings) ?? judged(ratings, identity(ratings)).observed;
}

function corrected(ratings: Ratings, weights: AgreementWeights, expected: (shares: readonly number[]) => number): Coefficient | Undefined {
  const reason = whyNot(ratings);
  if (reason) return reason;
  const { observed, shares } = judged(ratings, weights);
  return chanceCorrected(observed, expected(shares));
}

/** Fleiss 1971, as Gwet 2014 widens it to missing judgements; of two coders it is Scott's pi. */
export function fleissKappa(ratings: Ratings, weights = identity(ratings)): Coefficient | Undefined {
  return corrected(ratings, weights, (shares) =>
    sum(shares.map((share, k) => share * sum(shares.map((other, l) => other * (weights[k]?.[l] ?? 0))))),
  );
}

/** One category against all others. */
export function fleissOfCategory(ratings: Ratings, category: number): Coefficient | Undefined {
  return fleissKappa(dichotomised(ratings, category));
}

/** How many standard errors Fleiss' kappa is from chance; every unit judged by the same number of coders. */
export function fleissZ(ratings: Ratings): number | Undefined {
  const kappa = fleissKappa(ratings);
  if (isUndefined(kappa)) return kappa;
  const { shares } = judged(ratings, identity(ratings));
  const spread = sum(shares.map((share) => share * (1 - share)));
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const [units, coders] = [sum(ratings.rows.map(({ count }) => count)), ratings.coders];
  return kappa.value / (Math.sqrt((2 * (spread * spread - skew)) / (units * coders * (coders - 1))) / spread);
}

/** Gwet 2008: AC1; AC2 with weights. */
export function gwetAgreement(ratings: Ratings, weights = identity(ratings)): Coefficient | Undefined {
  const { categories } = ratings;
  if (categories < 2) return whyNot(ratings) ?? undefinedFor('noVariation');
  const scale = sum(weights.map(sum)) / (categories * (categories - 1));
  return corrected(ratings, weights, (shares) => scale * sum(shares.map((share) => share * (1 - share))));
}

/** Bennett's S, Brennan & Prediger 1981: every category as likely as another. */
export function freeMarginalKappa(ratings: Ratings, weights = identity(ratings)): Coefficient | Undefined {
  return corrected(ratings, weights, () => sum(weights.map(sum)) / (ratings.categories * ratings.categories));
}

/** Conger 1980: what is expected is the mean over pairs of coders; each coder's margins over all units that this coder judged. */
export function congerKappa(ratings: Ratings, weights = identity(ratings)): Coefficient | Undefined {
  const { categories, coders, rows } = ratings;
  const margins = Array.from({ length: coders }, (_, coder) => {
    const used = Array.from({ length: categories }, () => 0);
    for (const { values, count } of rows) {
      const value = values[coder] ?? null;
      if (value !== null) used[value] = (used[value] ?? 0) + count;
    }
    return used.map((count) => count / sum(used));
  }).filter((shares) => shares.every(Number.isFinite));
  const pairs = coderPairs(margins.length);
  const together = (first: readonly number[] = [], second: readonly number[] = []): number =>
    sum(first.map((share, k) => share * sum(second.map((other, l) => other * (weights[k]?.[l] ?? 0)))));
  return corrected(ratings, weights, () => sum(pairs.map(([a, b]) => together(margins[a], margins[b]))) / pairs.length);
}

/** Light 1971: mean of the kappas of all pairs of coders; undefined as soon as one of them is. Of two coders, Cohen's kappa. */
export function lightKappa(ratings: Ratings, weights = identity(ratings)): number | Undefined {
  const reason = whyNot(ratings);
  if (reason) return reason;
  let [total, pairs] = [0, 0];
  for (const [first, second] of coderPairs(ratings.coders)) {
    const kappa = cohenKappa(tableOf(ratings, first, second), weights);
    if (isUndefined(kappa)) return kappa;
    total += kappa.value;
    pairs += 1;
  }
  return total / pairs;
}

export interface AppliedAgreement {
  /** 2·both / (one + other), over all pairs of coders: what was applied, agreed on. */
  readonly positive: number;
  /** both / either: the same as percent agreement without the units to which nobody applied it. */
  readonly jaccard: number;
}

/** Of one category: 1 applied, 0 not. Units to which nobody applied it count for nothing. */
export function appliedAgreement({ coders, rows }: Ratings): AppliedAgreement | Undefined {
  if (coders < 2) return undefinedFor('oneCoder');
  let [both, either] = [0, 0];
  for (const { values, count } of rows) {
    const applied = values.filter((value) => value === 1).length;
    const not = values.filter((value) => value === 0).length;
    both += (count * applied * (applied - 1)) / 2;
    either += count * ((applied * (applied - 1)) / 2 + applied * not);
  }
  if (either === 0) return undefinedFor('empty');
  return { positive: (2 * both) / (both + either), jaccard: both / either };
}

/** Holsti 1969: 2M / (N1 + N2), M decisions of which both made the same, N those that each made. */
export function holsti(agreeing: number, first: number, second: number): number | Undefined {
  return first + second === 0 ? undefinedFor('empty') : (2 * agreeing) / (first + second);
}
