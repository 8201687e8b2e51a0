// Upper tails of distributions, as probabilities that stay exact where they are small.
// every room that imports this file reads the package through it
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./jstat.d.ts" />
import jstat from 'jstat';

const { gammaln } = jstat;
const CLOSE = 1e-16;
const MOST_STEPS = 10_000;

/** ln n! */
export function logFactorial(n: number): number {
  if (n < 0) throw new RangeError('a factorial of less than nothing');
  while (LOG_FACTORIALS.length <= n && LOG_FACTORIALS.length < MOST_KEPT)
    LOG_FACTORIALS.push((LOG_FACTORIALS.at(-1) ?? 0) + Math.log(LOG_FACTORIALS.length));
  return LOG_FACTORIALS[n] ?? gammaln(n + 1);
}

const LOG_FACTORIALS: number[] = [0];
const MOST_KEPT = 10_000;

/** Series of the lower incomplete gamma function, regularised; for x < a + 1. */
function lowerGamma(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * CLOSE; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - gammaln(a));
}

/** Continued fraction of the upper incomplete gamma function (Lentz), regularised; for x ≥ a + 1, where 1 − lower would lose its digits. */
function upperGamma(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < CLOSE * 10) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - gammaln(a));
}

/** Probability that a chi-square variable of `df` degrees of freedom is at least `value`. */
export function chiSquareTail(value: number, df: number): number {
  if (value <= 0) return 1;
  const [a, x] = [df / 2, value / 2];
  return x < a + 1 ? 1 - lowerGamma(a, x) : upperGamma(a, x);
}

/** Student's t: the value below which this probability lies. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  return jstat.studentt.inv(probability, degreesOfFreedom);
}
