// Agreement of two coders, from the table of what each said: S, Scott's pi, Cohen's kappa (weighted too), AC1 and AC2, with their errors.
import { chanceCorrected } from './agreement-coefficient.ts';
import type { Coefficient } from './agreement-coefficient.ts';
import type { AgreementTable } from './agreement-ratings.ts';
import { agreementWeights } from './agreement-weights.ts';
import type { AgreementWeights } from './agreement-weights.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';
import { studentQuantile } from './tails.ts';

export interface TwoCoderCoefficient extends Coefficient {
  /** Of independent units (delta method; for kappa, Fleiss, Cohen & Everitt 1969). Characters are not independent: no interval from them. */
  readonly standardError: number;
  readonly units: number;
}

interface Shares {
  readonly cells: AgreementTable;
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Mean of the two. */
  readonly mean: readonly number[];
  readonly units: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const square = (value: number): number => value * value;

/** @param units where the table holds shares: how many units they are shares of */
function sharesOf(table: AgreementTable, units = sum(table.map(sum))): Shares | Undefined {
  const total = sum(table.map(sum));
  if (total === 0) return undefinedFor('empty');
  const cells = table.map((row) => row.map((count) => count / total));
  const first = cells.map(sum);
  const second = cells.map((_, at) => sum(cells.map((row) => row[at] ?? 0)));
  return { cells, first, second, mean: first.map((share, at) => (share + (second[at] ?? 0)) / 2), units };
}

interface Chance {
  readonly expected: number;
  /** How one more unit judged (k, l) moves what is expected. */
  readonly gradient: (k: number, l: number) => number;
}

/** Mean weight of category k against what somebody else chooses. */
const meanWeight = (weights: AgreementWeights, k: number, shares: readonly number[]): number =>
  sum(shares.map((share, l) => share * (weights[k]?.[l] ?? 0)));

function coefficient(shares: Shares | Undefined, weights: AgreementWeights, chance: (shares: Shares) => Chance): TwoCoderCoefficient | Undefined {
  if ('kind' in shares) return shares;
  const { cells, units } = shares;
  const { expected, gradient } = chance(shares);
  const each = cells.flatMap((row, k) => row.map((share, l) => ({ share, k, l, weight: weights[k]?.[l] ?? 0 }))).filter(({ share }) => share > 0);
  const found = chanceCorrected(sum(each.map(({ share, weight }) => share * weight)), expected);
  if ('kind' in found) return found;
  const moved = each.map(({ share, k, l, weight }) => ({ share, by: weight - (1 - found.value) * gradient(k, l) }));
  const mean = sum(moved.map(({ share, by }) => share * by));
  const variance = sum(moved.map(({ share, by }) => share * square(by - mean)));
  return { ...found, standardError: Math.sqrt(variance / units) / (1 - expected), units };
}

const identity = (table: AgreementTable): AgreementWeights => agreementWeights(table.length, 'identity');

/** Cohen 1960, 1968. `units` where the table holds shares. Tested against agree-cohen1960-*, agree-cohen1968-weighted, agree-sexualfun-weighted. */
export function cohenKappa(table: AgreementTable, weights = identity(table), units?: number): TwoCoderCoefficient | Undefined {
  return coefficient(sharesOf(table, units), weights, ({ first, second }) => ({
    expected: sum(first.map((share, k) => share * meanWeight(weights, k, second))),
    gradient: (k, l) => meanWeight(weights, k, second) + meanWeight(weights, l, first),
  }));
}

/** Scott 1955. */
export function scottPi(table: AgreementTable, weights = identity(table)): TwoCoderCoefficient | Undefined {
  return coefficient(sharesOf(table), weights, ({ mean }) => ({
    expected: sum(mean.map((share, k) => share * meanWeight(weights, k, mean))),
    gradient: (k, l) => meanWeight(weights, k, mean) + meanWeight(weights, l, mean),
  }));
}

/** Bennett, Alpert & Goldstein 1954; Brennan & Prediger 1981. The table's size is the number of categories offered. */
export function bennettS(table: AgreementTable, weights = identity(table)): TwoCoderCoefficient | Undefined {
  return coefficient(sharesOf(table), weights, () => ({ expected: sum(weights.map(sum)) / square(table.length), gradient: () => 0 }));
}

/** Gwet 2008: AC1, and AC2 with weights. The table's size is the number of categories offered. */
export function gwetOfTwo(table: AgreementTable, weights = identity(table)): TwoCoderCoefficient | Undefined {
  if (table.length < 2) return undefinedFor('noVariation');
  const scale = sum(weights.map(sum)) / (table.length * (table.length - 1));
  return coefficient(sharesOf(table), weights, ({ mean }) => ({
    expected: scale * sum(mean.map((share) => share * (1 - share))),
    gradient: (k, l) => scale * (1 - (mean[k] ?? 0) - (mean[l] ?? 0)),
  }));
}

/** What kappa could be at most, given how often each coder used each category (Cohen 1960). */
export function kappaMax(table: AgreementTable): number | Undefined {
  const shares = sharesOf(table);
  if ('kind' in shares) return shares;
  const { first, second } = shares;
  const most = chanceCorrected(sum(first.map((share, k) => Math.min(share, second[k] ?? 0))), sum(first.map((share, k) => share * (second[k] ?? 0))));
  return 'kind' in most ? most : most.value;
}

/** Of kappa if the coders agreed by chance alone: what tests use, and no interval. */
export function kappaNullError(table: AgreementTable): number | Undefined {
  const shares = sharesOf(table);
  if ('kind' in shares) return shares;
  const { first, second, units } = shares;
  const products = first.map((share, k) => share * (second[k] ?? 0));
  const expected = sum(products);
  if (1 - expected <= 0) return undefinedFor('noVariation');
  const spread = expected + square(expected) - sum(products.map((product, k) => product * ((first[k] ?? 0) + (second[k] ?? 0))));
  return Math.sqrt(spread / units) / (1 - expected);
}

const TAIL = 0.975;

/** Of 95 %, by Student's t with one degree of freedom less than units, as irrCAC does. */
export function intervalByError({ value, standardError, units }: TwoCoderCoefficient): { low: number; high: number } | Undefined {
  if (units < 2) return undefinedFor('tooFewUnits');
  const reach = studentQuantile(TAIL, units - 1) * standardError;
  return { low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}
