// A figure that does not exist has a reason, never a 0.

export const REASONS = [
  'empty',
  'oneUnit',
  'oneCase',
  'oneCategory',
  'oneCoder',
  'noVariation',
  'expectedZero',
  'tooFewUnits',
  'tooFewWords',
  'tooManyConditions',
  'constantOutcome',
  'membershipHalf',
  'noExamples',
  'pairs',
  'outOfRange',
  'neverTogether',
  'gone',
  'oneLine',
  'tooLarge',
  'wardNotEuclidean',
  'noPositiveRow',
  'noSets',
  'noCommonSource',
  'outsideSample',
  'overlappingUnits',
  'blind',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Undefined {
  readonly kind: 'undefined';
  readonly because: Reason;
}

export function undefinedFor(because: Reason): Undefined {
  return { kind: 'undefined', because };
}

export function isUndefined(value: unknown): value is Undefined {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'undefined';
}
