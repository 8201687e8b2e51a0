// What of a text is coded, as a page shows it: stretches numbered in the order in which they begin, and a turn's words cut where one of them does.
import type { SourceCoding, Turn } from '../../../shared/domain/source.ts';
import type { StyleRun } from '../../../shared/domain/style-run.ts';
import { turnStarts } from '../../../shared/domain/text-offset.ts';

/** All codings of one place: the same two ends. Offsets in the whole document, UTF-16. */
export interface CodedStretch {
  /** 1 for the first one. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly codings: readonly SourceCoding[];
}

/** A run of a turn's words between two ends of anything. */
export interface CodedRun {
  readonly text: string;
  /** Numbers of the stretches that begin before it. */
  readonly opens: readonly number[];
  /** Numbers of those that end after it. */
  readonly closes: readonly number[];
  readonly isCoded: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A turn with words, as it is printed. */
export interface CodedTurn {
  readonly turn: Turn;
  readonly runs: readonly CodedRun[];
  /** Numbers of the stretches whose categories stand beside this turn: they begin in it. */
  readonly begins: readonly number[];
  /** Of those that began before and go on. */
  readonly continues: readonly number[];
}

export function stretchesOf(turns: readonly Turn[], codings: readonly SourceCoding[]): CodedStretch[] {
  const starts = turnStarts(turns.map(({ id, text }) => ({ id, lengthUtf16: text.length })));
  const startOf = new Map(turns.map(({ id }, at) => [id, starts[at] ?? 0]));
  const placed = codings.map((coding) => ({
    coding,
    start: (startOf.get(coding.start.turnId) ?? 0) + coding.start.offsetUtf16,
    end: (startOf.get(coding.end.turnId) ?? 0) + coding.end.offsetUtf16,
  }));
  const places = Map.groupBy(placed, ({ start, end }) => `${start} ${end}`);
  return [...places.values()]
    .map((own) => ({ start: own[0]?.start ?? 0, end: own[0]?.end ?? 0, codings: own.map(({ coding }) => coding) }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((stretch, at) => ({ number: at + 1, ...stretch }));
}

interface Placed {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const covers = (styles: readonly StyleRun[], style: StyleRun['style'], from: number, to: number): boolean =>
  styles.some((run) => run.style === style && run.start <= from && to <= run.end);

function runsOf(
  { text, bodyStart, bodyEnd, styles }: Turn,
  here: readonly Placed[],
  opened: ReadonlySet<number>,
  ended: ReadonlySet<number>,
): CodedRun[] {
  const shown = styles.filter(({ style }) => style === 'bold' || style === 'italic');
  const clamp = (offset: number): number => Math.min(bodyEnd, Math.max(bodyStart, offset));
  const cuts = [
    ...new Set([bodyStart, bodyEnd, ...here.flatMap(({ from, to }) => [from, to]), ...shown.flatMap(({ start, end }) => [clamp(start), clamp(end)])]),
  ];
  const ordered = cuts.toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((from, at) => {
    const to = ordered[at + 1] ?? from;
    return {
      text: text.slice(from, to),
      opens: here.filter((stretch) => stretch.from === from && opened.has(stretch.number)).map(({ number }) => number),
      closes: here
        .filter((stretch) => stretch.to === to && ended.has(stretch.number))
        .map(({ number }) => number)
        .reverse(),
      isCoded: here.some((stretch) => stretch.from <= from && to <= stretch.to),
      bold: covers(shown, 'bold', from, to),
      italic: covers(shown, 'italic', from, to),
    };
  });
}

/**
 * The turns that have words. A stretch opens in the first of them that it touches and closes in the last: its ends may lie in a label, or in
 * a line without words.
 */
export function codedTurns(turns: readonly Turn[], stretches: readonly CodedStretch[]): CodedTurn[] {
  const starts = turnStarts(turns.map(({ id, text }) => ({ id, lengthUtf16: text.length })));
  const printed = turns.flatMap((turn, at) => {
    if (turn.number === null || turn.bodyStart >= turn.bodyEnd) return [];
    const offset = starts[at] ?? 0;
    const [bodyStart, bodyEnd] = [offset + turn.bodyStart, offset + turn.bodyEnd];
    const here = stretches
      .filter(({ start, end }) => start < bodyEnd && end > bodyStart)
      .map(({ number, start, end }) => ({ number, from: Math.max(start, bodyStart) - offset, to: Math.min(end, bodyEnd) - offset }));
    return [{ turn, here }];
  });
  const firsts = new Map<number, Turn>();
  const lasts = new Map<number, Turn>();
  for (const { turn, here } of printed)
    for (const { number } of here) {
      if (!firsts.has(number)) firsts.set(number, turn);
      lasts.set(number, turn);
    }
  return printed.map(({ turn, here }) => {
    const numbers = here.map(({ number }) => number);
    const begins = numbers.filter((number) => firsts.get(number) === turn);
    const ends = numbers.filter((number) => lasts.get(number) === turn);
    return {
      turn,
      runs: runsOf(turn, here, new Set(begins), new Set(ends)),
      begins,
      continues: numbers.filter((number) => firsts.get(number) !== turn),
    };
  });
}
