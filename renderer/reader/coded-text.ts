// What the codings of a source look like in its text: stripes in lanes, and the pieces of each turn that are painted.
import type { CategoryId, CodingId, PassageId } from '../../shared/domain/ids.ts';
import type { SourceCoding } from '../../shared/domain/source.ts';
import type { Utf16 } from '../../shared/domain/text-offset.ts';
import { assignLanes, assignRankedLanes } from './lanes.ts';
import type { Interval } from './lanes.ts';
import type { Point, Span, Transcript } from './transcript.ts';
import { bodyAt, comparePoints, linear, piecesOf, sameSpan, spanOf, speakerAt } from './transcript.ts';

/** One category on one passage, whoever applied it. */
export interface Stripe {
  readonly key: string;
  readonly passageId: PassageId;
  readonly categoryId: CategoryId;
  readonly codings: readonly SourceCoding[];
  readonly span: Span;
  readonly lane: number;
  readonly lanes: number;
}

/** What a stripe covers of one turn; empty where a coding covers no word of it. */
export interface Piece {
  readonly stripe: Stripe;
  readonly start: Utf16;
  readonly end: Utf16;
}

export interface CodedText {
  /** In reading order. */
  readonly stripes: readonly Stripe[];
  readonly byKey: ReadonlyMap<string, Stripe>;
  readonly byTurn: ReadonlyMap<number, readonly Piece[]>;
  readonly byPassage: ReadonlyMap<PassageId, readonly Stripe[]>;
}

export const UNCODED: CodedText = { stripes: [], byKey: new Map(), byTurn: new Map(), byPassage: new Map() };

/** Two passages less than a line apart may share a line on screen: they do not share a lane. */
const LINE_UTF16 = 80;

function appendTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where a coding stands. */
interface CodedPlace {
  /** Of its stripe. */
  readonly key: string;
  readonly span: Span;
  /** Where the span begins and ends among all words. */
  readonly from: number;
  readonly to: number;
}

interface Group extends CodedPlace {
  readonly codings: SourceCoding[];
}

/** One more coding does not move the others: their places are worked out once per text. */
const knownPlaces = new WeakMap<Transcript, WeakMap<SourceCoding, CodedPlace>>();

function placeOf(transcript: Transcript, coding: SourceCoding): CodedPlace | null {
  const span = spanOf(transcript, coding);
  if (!span || comparePoints(span.start, span.end) > 0) return null;
  const key = `${coding.passageId}|${coding.categoryId}`;
  return { key, span, from: linear(transcript, span.start), to: linear(transcript, span.end) };
}

/** The codings of one category on one passage, together; in reading order, the longer before the shorter. */
function grouped(transcript: Transcript, codings: readonly SourceCoding[]): Group[] {
  const known = knownPlaces.get(transcript) ?? new WeakMap<SourceCoding, CodedPlace>();
  knownPlaces.set(transcript, known);
  const groups = new Map<string, Group>();
  for (const coding of codings) {
    const place = known.get(coding) ?? placeOf(transcript, coding);
    if (!place) continue;
    known.set(coding, place);
    const group = groups.get(place.key);
    if (group) group.codings.push(coding);
    else groups.set(place.key, { ...place, codings: [coding] });
  }
  return [...groups.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Which of the stripes that overlap stand nearer to the text: the lower ones. */
export type RankOf = (stripe: Pick<Stripe, 'categoryId' | 'codings'>) => number;

function laneInterval(transcript: Transcript, { span, from, to }: Group): Interval {
  const turnEnd = transcript.bodyStarts[span.end.turn + 1] ?? 0;
  return { start: from, end: Math.max(from + 1, Math.min(to + LINE_UTF16, turnEnd)) };
}

function sameCodings(a: readonly SourceCoding[], b: readonly SourceCoding[]): boolean {
  return a.length === b.length && a.every((coding, index) => coding === b[index]);
}

/**
 * Codings of turns that are not in this transcript (any more) are left out; every other one gets a stripe and at least one
 * piece. Stripes of `before` that are still true are the same objects, so that what shows them need not be drawn anew.
 */
export function codedText(
  transcript: Transcript,
  codings: readonly SourceCoding[],
  before: CodedText = UNCODED,
  rankOf: RankOf | null = null,
): CodedText {
  const groups = grouped(transcript, codings);
  const intervals = groups.map((group) => laneInterval(transcript, group));
  const ranks = rankOf && groups.map(({ codings: same }) => (same[0] ? rankOf({ categoryId: same[0].categoryId, codings: same }) : 0));
  const lanes = ranks ? assignRankedLanes(intervals, (index) => ranks[index] ?? 0) : assignLanes(intervals);
  const stripes: Stripe[] = [];
  const byKey = new Map<string, Stripe>();
  const byTurn = new Map<number, Piece[]>();
  const byPassage = new Map<PassageId, Stripe[]>();
  groups.forEach(({ key, span, codings: same }, index) => {
    const [first] = same;
    const { lane, of: count } = lanes[index] ?? { lane: 0, of: 1 };
    if (!first) return;
    const known = before.byKey.get(key);
    const isTrue = known && known.lane === lane && known.lanes === count && sameSpan(known.span, span) && sameCodings(known.codings, same);
    const stripe: Stripe = isTrue
      ? known
      : { key, passageId: first.passageId, categoryId: first.categoryId, codings: same, span, lane, lanes: count };
    stripes.push(stripe);
    byKey.set(key, stripe);
    appendTo(byPassage, stripe.passageId, stripe);
    const pieces = piecesOf(transcript, span);
    if (pieces.length === 0) appendTo(byTurn, span.start.turn, { stripe, start: span.start.offset, end: span.start.offset });
    for (const { turn, start, end } of pieces) appendTo(byTurn, turn, { stripe, start, end });
  });
  return { stripes, byKey, byTurn, byPassage };
}

function byLength(transcript: Transcript, stripes: Iterable<Stripe>): PassageId[] {
  const lengths = new Map<PassageId, number>();
  for (const { passageId, span } of stripes) lengths.set(passageId, linear(transcript, span.end) - linear(transcript, span.start));
  return [...lengths].sort(([, a], [, b]) => a - b).map(([id]) => id);
}

/** Passages that cover a point, the shortest first. */
export function passagesAt(transcript: Transcript, coded: CodedText, point: Point): PassageId[] {
  const pieces = coded.byTurn.get(point.turn) ?? [];
  return byLength(
    transcript,
    pieces.filter(({ start, end }) => start <= point.offset && point.offset <= end).map(({ stripe }) => stripe),
  );
}

/** Categories of the character after a place, each once. */
export function categoriesAt(coded: CodedText, point: Point): CategoryId[] {
  const here = (coded.byTurn.get(point.turn) ?? []).filter(({ start, end }) => start <= point.offset && point.offset < end);
  return [...new Set(here.map(({ stripe }) => stripe.categoryId))];
}

/** Passages that share words with a span, the shortest first. */
export function passagesOver(transcript: Transcript, coded: CodedText, span: Span): PassageId[] {
  const stripes = new Set<Stripe>();
  for (const { turn, start, end } of piecesOf(transcript, span)) {
    for (const piece of coded.byTurn.get(turn) ?? []) if (piece.start < end && piece.end > start) stripes.add(piece.stripe);
  }
  return byLength(transcript, stripes);
}

/** The passage that covers exactly this span, if one is coded. */
export function passageOn(coded: CodedText, span: Span): PassageId | null {
  for (const { stripe } of coded.byTurn.get(span.start.turn) ?? []) {
    if (comparePoints(stripe.span.start, span.start) === 0 && comparePoints(stripe.span.end, span.end) === 0) return stripe.passageId;
  }
  return null;
}

/** The next turn that nobody has coded, from `after` on and round again; the interviewer's are not waited for. Null when all are coded. */
export function nextUncodedTurn(transcript: Transcript, coded: CodedText, after: number): number | null {
  const count = transcript.turns.length;
  for (let step = 1; step <= count; step += 1) {
    const turn = (after + step + count) % count;
    if (bodyAt(transcript, turn).trim() === '' || transcript.turns[turn]?.number === null) continue;
    if (!coded.byTurn.has(turn) && speakerAt(transcript, turn)?.isInterviewer !== true) return turn;
  }
  return null;
}

/** The codings with the acknowledged ones added, each once. */
export function withCodings(codings: readonly SourceCoding[], added: readonly SourceCoding[]): readonly SourceCoding[] {
  const known = new Set<CodingId>(codings.map((coding) => coding.id));
  const missing = added.filter((coding) => !known.has(coding.id));
  return missing.length === 0 ? codings : [...codings, ...missing];
}
