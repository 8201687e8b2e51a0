// The shortest sums of products that say when an outcome happens: prime implicants (Quine & McCluskey) and all their least covers (Petrick).
import { leastCovers } from './least-covers.ts';

/**
 * A product of conditions. Conditions are bits, the first one the highest: those in `care` are named, present where `value` has them.
 * `value` has no bit outside `care`.
 */
export interface Term {
  readonly care: number;
  readonly value: number;
}

export interface BooleanFunction {
  readonly conditions: number;
  /** Configurations with the outcome, as numbers. */
  readonly on: readonly number[];
  /** Configurations of which it may be assumed or not. */
  readonly either: readonly number[];
}

export interface Minimisation {
  /** Those that some configuration with the outcome needs one of. */
  readonly primes: readonly Term[];
  readonly essential: readonly Term[];
  /** All sums with the fewest terms, the tied ones too. */
  readonly models: readonly (readonly Term[])[];
  /** There are more tied models than are listed. */
  readonly hasMore: boolean;
  /** False where the search stopped before it was sure that no sum is shorter. */
  readonly isLeast: boolean;
}

export const MOST_MODELS = 100;

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

export const covers = ({ care, value }: Term, configuration: number): boolean => (configuration & care) === value;

/** `inner` says all that `outer` does, and perhaps more. */
export const liesWithin = (inner: Term, outer: Term): boolean => (inner.care & outer.care) === outer.care && covers(outer, inner.value);

/** Terms with fewer conditions first, then as their conditions stand. */
const inOrder = (a: Term, b: Term): number => bitCount(a.care) - bitCount(b.care) || b.care - a.care || b.value - a.value;

/**
 * Prime implicants of one configuration. A term that covers it keeps clear of another configuration as soon as it names a condition in which
 * the two differ; so it is an implicant when what it leaves out contains no such set of differences, whole.
 */
function primesAt(configuration: number, forbidden: readonly number[], conditions: number): Term[] {
  const all = 2 ** conditions - 1;
  const containsDifferences = new Uint8Array(all + 1);
  for (const other of forbidden) containsDifferences[configuration ^ other] = 1;
  for (let bit = 1; bit <= all; bit *= 2)
    for (let set = 0; set <= all; set += 1) if (set & bit && containsDifferences[set ^ bit]) containsDifferences[set] = 1;
  const isImplicant = (care: number): boolean => containsDifferences[all ^ care] === 0;
  const primes: Term[] = [];
  for (let care = 0; care <= all; care += 1) {
    if (!isImplicant(care)) continue;
    let isPrime = true;
    for (let bit = 1; isPrime && bit <= all; bit *= 2) if (care & bit && isImplicant(care ^ bit)) isPrime = false;
    if (isPrime) primes.push({ care, value: configuration & care });
  }
  return primes;
}

function primesOf({ conditions, on, either }: BooleanFunction): Term[] {
  const allowed = new Set([...on, ...either]);
  const forbidden = Array.from({ length: 2 ** conditions }, (_, configuration) => configuration).filter((each) => !allowed.has(each));
  const primes = new Map<string, Term>();
  for (const configuration of on) for (const term of primesAt(configuration, forbidden, conditions)) primes.set(`${term.care}/${term.value}`, term);
  return [...primes.values()].sort(inOrder);
}

/** Configurations all over, or none: the outcome is a constant, its only term names no condition. */
export function minimise(given: BooleanFunction): Minimisation {
  const primes = primesOf(given);
  if (primes.length === 0) return { primes, essential: [], models: [], hasMore: false, isLeast: true };
  const chart = given.on.map((configuration) => primes.flatMap((term, at) => (covers(term, configuration) ? [at] : [])));
  const { found, hasMore, isLeast } = leastCovers(primes.length, chart, MOST_MODELS);
  const only = new Set(chart.flatMap((columns) => (columns.length === 1 ? columns : [])));
  return {
    primes,
    essential: primes.filter((_, at) => only.has(at)),
    models: found.map((model) => model.flatMap((at) => primes[at] ?? [])),
    hasMore,
    isLeast,
  };
}

export type Expectation = 'present' | 'absent' | 'either';

/**
 * What easy counterfactuals leave of a conservative term: a condition that the parsimonious term does without goes where it is there against
 * what theory expects. Ragin & Sonnett 2005; Ragin 2008, chapter 9.
 */
function intermediateTerm(conservative: Term, parsimonious: Term, expectations: readonly Expectation[]): Term {
  const goes = expectations.reduce((bits, expected, at) => {
    const bit = 2 ** (expectations.length - 1 - at);
    if (!(conservative.care & bit) || parsimonious.care & bit) return bits;
    const isAgainst = expected !== 'either' && (expected === 'present') !== ((conservative.value & bit) !== 0);
    return isAgainst ? bits | bit : bits;
  }, 0);
  const care = conservative.care & ~goes;
  return { care, value: conservative.value & care };
}

/** Remainders that may be assumed to have the outcome: simplifying ones that go along with what is expected. */
export function easyCounterfactuals(
  conservative: readonly Term[],
  parsimonious: readonly Term[],
  remainders: readonly number[],
  expectations: readonly Expectation[],
): number[] {
  const terms = conservative.flatMap((inner) =>
    parsimonious.filter((outer) => liesWithin(inner, outer)).map((outer) => intermediateTerm(inner, outer, expectations)),
  );
  return remainders.filter((configuration) => terms.some((term) => covers(term, configuration)));
}
