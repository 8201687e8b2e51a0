// Specificities (Lafon 1980): how surprising it is that a part of the corpus holds a word so often, or so seldom, were words dealt out by
// chance. Checked against the ten speeches of Robespierre in test/shared/statistics/specificities.test.ts.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** Words counted: in the whole corpus, in the part, of the form in the whole, of the form in the part. */
export interface WordCounts {
  readonly corpus: number;
  readonly part: number;
  readonly frequency: number;
  readonly inPart: number;
}

/** Beyond a thousand zeros after the point nothing is to be told apart. */
export const MOST_SPECIFIC = 1000;

/** Lanczos' approximation (g = 7, nine terms), to about fifteen digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
];
const LANCZOS_G = 7;

function logGamma(x: number): number {
  const y = x - 1;
  const sum = LANCZOS.reduce((total, term, at) => (at === 0 ? term : total + term / (y + at)), 0);
  const t = y + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Factorials of small numbers, asked for again and again. */
const TABLED = 1024;
const table = new Float64Array(TABLED);
for (let n = 2; n < TABLED; n += 1) table[n] = (table[n - 1] ?? 0) + Math.log(n);

export function logFactorial(n: number): number {
  return n < TABLED ? (table[n] ?? 0) : logGamma(n + 1);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Terms this much smaller than the first add nothing that a double could hold. */
const NEGLIGIBLE = 1e-18;

/**
 * The logarithm (base e) of the probability of a tail that begins at `from` and goes away from the mean: each term is the one before
 * times a ratio, so that only the first needs logarithms.
 */
function logTail({ corpus, part, frequency }: WordCounts, from: number, step: 1 | -1): number {
  const first = logChoose(frequency, from) + logChoose(corpus - frequency, part - from) - logChoose(corpus, part);
  const end = step === 1 ? Math.min(part, frequency) : Math.max(0, part + frequency - corpus);
  let sum = 1;
  let term = 1;
  for (let k = from; k !== end; k += step) {
    term *=
      step === 1
        ? ((frequency - k) * (part - k)) / ((k + 1) * (corpus - frequency - part + k + 1))
        : (k * (corpus - frequency - part + k)) / ((frequency - k + 1) * (part - k + 1));
    sum += term;
    if (term < sum * NEGLIGIBLE) break;
  }
  return first + Math.log(sum);
}

/**
 * Positive: −log10 P(X ≥ f), the part holds the word more than chance would have it; negative: log10 P(X ≤ f). A word that the part does
 * not hold has a true negative figure; one that the corpus does not hold has none (`tooFewWords`), nor has an empty part (`empty`).
 */
export function specificity(counts: WordCounts): number | Undefined {
  const { corpus, part, frequency, inPart } = counts;
  if (frequency <= 0) return undefinedFor('tooFewWords');
  if (part <= 0 || corpus <= 0) return undefinedFor('empty');
  const isMore = inPart * corpus >= frequency * part;
  const digits = Math.max(0, -logTail(counts, inPart, isMore ? 1 : -1) / Math.LN10);
  const capped = Math.min(MOST_SPECIFIC, digits);
  return isMore || capped === 0 ? capped : -capped;
}
