// A coded stretch of text, as statistics look at it, and how two of them stand to each other.

/** Half-open, in UTF-16 units of its source; never empty. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Stretch extends Span {
  /** Positions in the source of the first and last turn that it touches. */
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Numbers of its categories, each once. */
  readonly categories: readonly number[];
  /** Numbers of the cases that it belongs to, each once. */
  readonly cases: readonly number[];
}

/** Exclusive; the first that holds. */
export type SpanRelation =
  | 'equals'
  | 'encloses'
  | 'within'
  | 'overlapsStart'
  | 'overlapsEnd'
  /** They touch and share nothing. */
  | 'adjacent'
  | 'precedes'
  | 'follows';

/** How `a` stands to `b`; null where one of them is empty. */
export function relationOf(a: Span, b: Span): SpanRelation | null {
  if (a.start >= a.end || b.start >= b.end) return null;
  if (a.start === b.start && a.end === b.end) return 'equals';
  if (a.start <= b.start && a.end >= b.end) return 'encloses';
  if (b.start <= a.start && b.end >= a.end) return 'within';
  if (a.end === b.start || b.end === a.start) return 'adjacent';
  if (a.end < b.start) return 'precedes';
  if (b.end < a.start) return 'follows';
  return a.start < b.start ? 'overlapsStart' : 'overlapsEnd';
}

/** Units that both hold. */
export function sharedUtf16(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Units between the nearest ends; 0 where they touch or overlap. */
export function gapUtf16(a: Span, b: Span): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}

/** Every two stretches that are no further apart than `nearUtf16`, the one that begins first in front; −1: they overlap. By their starts. */
export function forEachMeeting<T extends Span>(stretches: readonly T[], nearUtf16: number, met: (first: T, second: T) => void): void {
  let open: T[] = [];
  for (const stretch of stretches) {
    open = open.filter(({ end }) => end + nearUtf16 >= stretch.start);
    for (const earlier of open) met(earlier, stretch);
    open.push(stretch);
  }
}

/** What is covered, in stretches that do not touch. */
export function union(spans: readonly Span[]): Span[] {
  const covered: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = covered.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else covered.push({ start, end });
  }
  return covered;
}

/** One count for every two categories, the order of the two mattering or not as its maker says. */
export class PairCounts {
  readonly size: number;
  readonly #counts: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.#counts = new Float64Array(size * size);
  }

  get(a: number, b: number): number {
    return this.#counts[a * this.size + b] ?? 0;
  }

  add(a: number, b: number, count = 1): void {
    const at = a * this.size + b;
    this.#counts[at] = (this.#counts[at] ?? 0) + count;
  }
}
