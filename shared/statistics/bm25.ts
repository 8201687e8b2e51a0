// BM25: which stretches of text are most like a few words (Robertson & Zaragoza 2009), with the constants and the floor of SQLite's FTS5,
// whose figures test/shared/statistics/bm25.test.ts compares with (theirs are negative).

const K1 = 1.2;
const B = 0.75;
/** A word that half of the stretches or more hold tells nothing apart. */
const LEAST_WEIGHT = 1e-6;

/** What a word weighs that `holding` of `all` stretches hold. */
export function rarity(all: number, holding: number): number {
  const weight = Math.log((all - holding + 0.5) / (holding + 0.5));
  return weight > 0 ? weight : LEAST_WEIGHT;
}

/** What `times` occurrences of a word add to the likeness of a stretch of `length` words; lengths are `mean` words on average. */
export function likeness(weight: number, times: number, length: number, mean: number): number {
  return (weight * times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / mean));
}
