// How strong a rating is on its own scale, so that a shade can say it beside its word.
import type { CellRating, RatingScale } from '../../shared/domain/cell.ts';

/** 1 (the scale's least) … 5 (its most). */
export type RatingLevels = (rating: CellRating) => number;

const STRENGTHS = 5;

export function ratingLevels(scales: readonly RatingScale[]): RatingLevels {
  const ends = new Map(scales.map(({ id, steps }) => [id, { least: steps[0]?.value ?? 0, most: steps.at(-1)?.value ?? 0 }]));
  return ({ scaleId, value }) => {
    const end = ends.get(scaleId);
    if (!end || end.most <= end.least) return 1;
    const share = (Math.min(end.most, Math.max(end.least, value)) - end.least) / (end.most - end.least);
    return 1 + Math.round(share * (STRENGTHS - 1));
  };
}
