// How many categories there may be that nobody has met yet: lower bounds borrowed from ecology, with their intervals.
import type { Incidence } from './accumulation.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface Richness {
  /** Seen. */
  readonly observed: number;
  readonly estimate: number;
  readonly standardError: number;
  /** 95 %, log-transformed: never below what was seen. */
  readonly low: number;
  readonly high: number;
  readonly biasCorrected: number;
  readonly jackknife1: number;
  readonly jackknife2: number;
  /** Categories met once only, and twice. */
  readonly once: number;
  readonly twice: number;
}

export interface InterviewRichness extends Richness {
  readonly interviews: number;
  /** Share of all categories, each counted by how often it comes, that the interviews cover. */
  readonly coverage: number;
  /** More than half of the categories came once: the estimate is a lower bound at most. */
  readonly isLowerBound: boolean;
}

/** Two-sided, of the normal distribution. */
const Z95 = 1.959963984540054;

interface Counts {
  readonly observed: number;
  readonly once: number;
  readonly twice: number;
  /** Interviews, or codings. */
  readonly size: number;
}

/** Chao 1984, 1987: the same formula for interviews (Chao2) and for codings (Chao1). */
function chao({ observed, once, twice, size }: Counts): Omit<Richness, 'jackknife1' | 'jackknife2'> {
  const share = (size - 1) / size;
  const estimate = observed + share * (twice > 0 ? once ** 2 / (2 * twice) : (once * (once - 1)) / 2);
  const biasCorrected = observed + (share * once * (once - 1)) / (2 * (twice + 1));
  const ratio = twice > 0 ? once / twice : 0;
  const variance =
    twice > 0
      ? twice * ((share * ratio ** 2) / 2 + share ** 2 * ratio ** 3 + (share ** 2 * ratio ** 4) / 4)
      : (share * once * (once - 1)) / 2 + (share ** 2 * once * (2 * once - 1) ** 2) / 4 - (share ** 2 * once ** 4) / (4 * Math.max(estimate, 1));
  const unseen = estimate - observed;
  const factor = unseen > 0 ? Math.exp(Z95 * Math.sqrt(Math.log(1 + variance / unseen ** 2))) : 1;
  return {
    observed,
    estimate,
    biasCorrected,
    standardError: Math.sqrt(Math.max(0, variance)),
    low: observed + unseen / factor,
    high: observed + unseen * factor,
    once,
    twice,
  };
}

function countsOf(values: readonly number[], size: number): Counts {
  const times = (n: number): number => values.filter((value) => value === n).length;
  return { observed: values.filter((value) => value > 0).length, once: times(1), twice: times(2), size };
}

/** Chao2, its interval, coverage and jackknives, from which interview holds which categories. At least two interviews. */
export function interviewRichness(incidence: Incidence): InterviewRichness | Undefined {
  const size = incidence.length;
  if (size < 2) return undefinedFor(size === 0 ? 'empty' : 'oneUnit');
  const held = new Map<number, number>();
  for (const own of incidence) for (const category of own) held.set(category, (held.get(category) ?? 0) + 1);
  if (held.size === 0) return undefinedFor('empty');
  const counts = countsOf([...held.values()], size);
  const { observed, once, twice } = counts;
  const incidences = [...held.values()].reduce((sum, one) => sum + one, 0);
  const missed = once === 0 ? 0 : twice > 0 ? ((size - 1) * once) / ((size - 1) * once + 2 * twice) : 1 - 2 / ((size - 1) * (once - 1) + 2);
  return {
    ...chao(counts),
    interviews: size,
    coverage: 1 - (once / incidences) * missed,
    jackknife1: observed + (once * (size - 1)) / size,
    jackknife2: observed + (once * (2 * size - 3)) / size - (twice * (size - 2) ** 2) / (size * (size - 1)),
    isLowerBound: once > observed / 2,
  };
}

export interface CodingRichness extends Richness {
  /** Abundance-based coverage estimator, rare being ten codings at most. */
  readonly ace: number;
}

const RARE = 10;

/** Chao1 and ACE, from how many codings each category has. */
export function codingRichness(codings: readonly number[]): CodingRichness | Undefined {
  const size = codings.reduce((sum, one) => sum + one, 0);
  if (size < 2) return undefinedFor(size === 0 ? 'empty' : 'oneUnit');
  const counts = countsOf(codings, size);
  const { observed, once, twice } = counts;
  const estimates = chao(counts);
  return {
    ...estimates,
    jackknife1: observed + (once * (size - 1)) / size,
    jackknife2: observed + (once * (2 * size - 3)) / size - (twice * (size - 2) ** 2) / (size * (size - 1)),
    ace: abundanceCoverage(codings, once) ?? estimates.biasCorrected,
  };
}

/** Chao & Lee 1992; null where all rare categories came once. */
function abundanceCoverage(codings: readonly number[], once: number): number | null {
  const rare = codings.filter((count) => count > 0 && count <= RARE);
  const abundant = codings.filter((count) => count > RARE).length;
  const total = rare.reduce((sum, count) => sum + count, 0);
  if (total === 0) return abundant;
  const coverage = 1 - once / total;
  if (coverage === 0) return null;
  const pairs = rare.reduce((sum, count) => sum + count * (count - 1), 0);
  const variation = Math.max(0, ((rare.length / coverage) * pairs) / (total * (total - 1)) - 1);
  return abundant + rare.length / coverage + (once / coverage) * variation;
}

/** P(at least `instances` of n interviews hold a theme that this share of people would bring up). */
export function chanceOfInstances(n: number, prevalence: number, instances: number): number {
  let term = (1 - prevalence) ** n;
  let below = 0;
  for (let held = 0; held < instances; held += 1) {
    below += term;
    term *= ((n - held) / (held + 1)) * (prevalence / (1 - prevalence));
  }
  return Math.max(0, 1 - below);
}

/** Fugard & Potts 2015: how many interviews, for a theme of this prevalence to come up so often with this power; null beyond 10,000. */
export function interviewsNeeded({ prevalence, instances, power }: { prevalence: number; instances: number; power: number }): number | null {
  for (let n = instances; n <= 10_000; n += 1) if (chanceOfInstances(n, prevalence, instances) >= power) return n;
  return null;
}
