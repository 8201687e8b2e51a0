// What all sources together give to one cell: its numbers.
import type { PassageId } from './ids.ts';
import type { StanceBalance } from './matrix.ts';
import { markedPassage, markedStances, stanceIn } from './matrix-fill.ts';
import type { Share } from './matrix-kept.ts';
import type { Stance } from './source.ts';

/** Stances that people gave to passages of one crossing, over the codings' own. */
export type GivenStances = ReadonlyMap<PassageId, Stance>;

export interface Tally {
  readonly codings: number;
  readonly passages: number;
  readonly sources: number;
  readonly stance: StanceBalance;
  /** Category id → how many passages of the cell carry it. Only categories below the cell's own; null where there are none. */
  readonly found: ReadonlyMap<string, number> | null;
}

/** What is left of a passage's stances (as bits) where people gave it another in this cell. */
export function givenOr(given: GivenStances | undefined, ids: readonly PassageId[], bits: number): Stance | null {
  return (given && ids.map((id) => given.get(id)).find((stance) => stance !== undefined)) ?? stanceIn(bits);
}

function foundIn(shares: readonly Share[]): ReadonlyMap<string, number> | null {
  let found: Map<string, number> | null = null;
  for (const { contribution } of shares) {
    if (contribution.found === null) continue;
    found ??= new Map();
    for (const [id, carriers] of contribution.found) found.set(id, (found.get(id) ?? 0) + carriers.length);
  }
  return found;
}

export function tallyOf(shares: readonly Share[], given?: GivenStances): Tally {
  const stance = { supports: 0, contrasts: 0, mentions: 0 };
  let codings = 0;
  let passages = 0;
  for (const { contribution, reading } of shares) {
    codings += contribution.codings;
    passages += contribution.marks.length;
    for (const mark of contribution.marks) {
      const bits = markedStances(mark);
      const one = given ? givenOr(given, reading.passages[markedPassage(mark)]?.ids ?? [], bits) : stanceIn(bits);
      if (one !== null) stance[one] += 1;
    }
  }
  return { codings, passages, sources: shares.length, stance, found: foundIn(shares) };
}
