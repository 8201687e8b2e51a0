// How much two categories agree (kappa, AC2), or how far they lie apart (alpha).

/** 1 on the diagonal. */
export type AgreementWeights = readonly (readonly number[])[];

export const WEIGHTINGS = ['identity', 'linear', 'quadratic'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** Categories in order, at equal steps. */
export function agreementWeights(categories: number, weighting: Weighting): AgreementWeights {
  const apart = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, categories - 1);
  const weight = (a: number, b: number): number => {
    if (a === b) return 1;
    if (weighting === 'identity') return 0;
    return 1 - apart(a, b) ** (weighting === 'linear' ? 1 : 2);
  };
  return Array.from({ length: categories }, (_, a) => Array.from({ length: categories }, (__, b) => weight(a, b)));
}

/** Of any weights of disagreement, 0 on the diagonal (Cohen 1968). */
export function weightsOfDisagreement(disagreement: readonly (readonly number[])[]): AgreementWeights {
  const most = Math.max(...disagreement.flat());
  return disagreement.map((row) => row.map((value) => 1 - value / most));
}

export const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Metric = (typeof METRICS)[number];

/**
 * Squared difference of two categories (Krippendorff 2011).
 * @param values what the categories are worth, in order; for interval and ratio
 * @param margins how often each is found among the pairable values; for ordinal
 */
export function squaredDifference(metric: Metric, values: readonly number[], margins: readonly number[]): (a: number, b: number) => number {
  switch (metric) {
    case 'nominal':
      return (a, b) => Number(a !== b);
    case 'ordinal':
      return (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const between = margins.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
        return (between - ((margins[a] ?? 0) + (margins[b] ?? 0)) / 2) ** 2;
      };
    case 'interval':
      return (a, b) => ((values[a] ?? 0) - (values[b] ?? 0)) ** 2;
    case 'ratio':
      return (a, b) => {
        const sum = (values[a] ?? 0) + (values[b] ?? 0);
        return sum === 0 ? 0 : (((values[a] ?? 0) - (values[b] ?? 0)) / sum) ** 2;
      };
  }
}
