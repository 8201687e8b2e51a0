// The unitising alpha of 1995 and 2004 (Krippendorff 2004, p. 251), kept only to compare with programs that still report it.
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';
import type { Span } from './stretch.ts';

export interface LegacyAlpha {
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
}

interface Piece extends Span {
  readonly isGap: boolean;
}

const lengthOf = ({ start, end }: Span): number => end - start;

function cut({ start, end }: Span, units: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const unit of units) {
    if (unit.start > at) pieces.push({ start: at, end: unit.start, isGap: true });
    pieces.push({ ...unit, isGap: false });
    at = unit.end;
  }
  if (at < end) pieces.push({ start: at, end, isGap: true });
  return pieces;
}

/** Squared difference of two pieces: how far both ends lie apart where units meet; the unit's length where it lies in the other's gap. */
function difference(a: Piece, b: Piece): number {
  if (a.isGap && b.isGap) return 0;
  if (!a.isGap && !b.isGap) return a.start < b.end && b.start < a.end ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  const [unit, gap] = a.isGap ? [b, a] : [a, b];
  return gap.start <= unit.start && unit.end <= gap.end ? lengthOf(unit) ** 2 : 0;
}

/** Of one category. @param coders units of each, by their starts, not overlapping */
export function legacyUnitizingAlpha(continuum: Span, coders: readonly (readonly Span[])[]): LegacyAlpha | Undefined {
  const [m, length] = [coders.length, lengthOf(continuum)];
  if (m < 2) return undefinedFor('oneCoder');
  const pieces = coders.map((units) => cut(continuum, units));
  const all = pieces.flat();
  const units = all.filter(({ isGap }) => !isGap);
  if (units.length === 0) return undefinedFor('empty');
  let observed = 0;
  pieces.forEach((own, i) => {
    pieces.forEach((others, j) => {
      if (i !== j) for (const a of own) for (const b of others) observed += difference(a, b);
    });
  });
  observed /= m * (m - 1) * length ** 2;
  const gaps = all.filter(({ isGap }) => isGap).map(lengthOf);
  let expected = 0;
  for (const size of units.map(lengthOf)) {
    const places = gaps.reduce((sum, gap) => sum + (gap >= size ? gap - size + 1 : 0), 0);
    expected += ((units.length - 1) / 3) * (2 * size ** 3 - 3 * size ** 2 + size) + size ** 2 * places;
  }
  const taken = units.reduce((sum, unit) => sum + lengthOf(unit) * (lengthOf(unit) - 1), 0);
  expected *= 2 / length / (m * length * (m * length - 1) - taken);
  return expected === 0 ? undefinedFor('noVariation') : { value: 1 - observed / expected, observed, expected };
}
