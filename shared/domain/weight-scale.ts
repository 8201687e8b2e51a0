// The weights that a category's codings may have: from one number to another in equal steps, −2…+2 or 0…100.

export interface WeightScale {
  readonly min: number;
  readonly max: number;
  /** Above 0; the last step may be shorter than the others. */
  readonly step: number;
}

/** What the card proposes before anybody types their own. */
export const USUAL_SCALES: readonly WeightScale[] = [
  { min: -2, max: 2, step: 1 },
  { min: 1, max: 5, step: 1 },
  { min: 0, max: 10, step: 1 },
  { min: 0, max: 100, step: 5 },
];

const MOST_STEPS = 1_000;
/** Steps of a tenth do not add up exactly in binary. */
const ROUNDING = 1e-9;

/** Ends in order, a step that leads from one to the other, and not so many of them that nobody could choose. */
export function isScale({ min, max, step }: WeightScale): boolean {
  return Number.isFinite(min) && Number.isFinite(max) && step > 0 && max > min && (max - min) / step <= MOST_STEPS;
}

/** True for the ends and for every step from the lower one. */
export function isOnScale({ min, max, step }: WeightScale, weight: number): boolean {
  if (weight < min || weight > max) return false;
  const steps = (weight - min) / step;
  return weight === max || Math.abs(steps - Math.round(steps)) < ROUNDING;
}

/** As the database and files keep it; null for what is no scale. */
export function parseScale(text: string | null): WeightScale | null {
  if (text === null) return null;
  const { min, max, step } = JSON.parse(text) as WeightScale;
  return { min, max, step };
}

export function isSameScale(a: WeightScale | null, b: WeightScale | null): boolean {
  return a?.min === b?.min && a?.max === b?.max && a?.step === b?.step;
}
