// How much a case belongs to a set: in or out, or by degrees between anchors that the researcher sets.

/** Of the direct method: what is fully in, neither in nor out, fully out. `out` may be the highest. */
export interface Anchors {
  readonly out: number;
  readonly crossover: number;
  readonly in: number;
}

/** Membership at the anchors `in` and (1 − it) `out`, as fs/QCA and R’s QCA have it. */
export const FULLY_IN = 0.95;

export function areInOrder({ out, crossover, in: full }: Anchors): boolean {
  return (out < crossover && crossover < full) || (out > crossover && crossover > full);
}

/** 1 from the threshold on. */
export function crispMembership(value: number, threshold: number): number {
  return value >= threshold ? 1 : 0;
}

/**
 * The direct method of calibration, by log odds. Ragin, Redesigning Social Inquiry (2008), chapter 5.
 * @param anchors in order (`areInOrder`)
 */
export function directMembership(value: number, anchors: Anchors): number {
  const { out, crossover, in: full } = anchors;
  const side = value > crossover === full > crossover ? full - crossover : crossover - out;
  const logOdds = (Math.log(FULLY_IN / (1 - FULLY_IN)) * (value - crossover)) / side;
  return 1 / (1 + Math.exp(-logOdds));
}
