// Turns of a source written anew (corrected, cut in two, joined, replaced by another file's): where passages, styles and marks are
// afterwards. Offsets count in the text of the turns together; the edits tell how one text became the other.
import type { TurnId } from './ids.ts';
import type { PositionMark, StyleRun } from './style-run.ts';
import { anchorAt, turnStarts } from './text-offset.ts';
import type { Anchor, TurnExtent, Utf16 } from './text-offset.ts';
import { moveStretch } from './turn-edit.ts';
import type { Stretch, TextEdit } from './turn-edit.ts';
import { movedMarks, movedStyles, stylesBetween } from './turn-layout.ts';

/** A turn's text and which part of it is words. */
export interface TurnText {
  readonly id: TurnId;
  readonly text: string;
  readonly bodyStart: Utf16;
  readonly bodyEnd: Utf16;
}

/** Consecutive turns before and after; the edits apply one after the other, each in the text that the one before left. */
export interface TextRewrite {
  readonly before: readonly TurnText[];
  readonly after: readonly TurnText[];
  readonly edits: readonly TextEdit[];
}

/** The two ends of a passage. */
export interface Ends {
  readonly start: Anchor;
  readonly end: Anchor;
}

export interface MovedEnds {
  readonly ends: Ends;
  /** Of the words in the turns concerned: as they were, other ones, or none any more. */
  readonly words: 'same' | 'other' | 'none';
}

/** The last of `count` turns that begins at the place or before it; the first one for a place before all of them. */
function indexAt(starts: readonly number[], place: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One of the two texts, to find places and words in. */
class WholeText {
  readonly text: string;
  readonly extents: readonly TurnExtent[];
  readonly starts: readonly number[];
  readonly #turns: readonly TurnText[];
  readonly #indexOf: ReadonlyMap<string, number>;

  constructor(turns: readonly TurnText[]) {
    this.#turns = turns;
    this.text = turns.map(({ text }) => text).join('');
    this.extents = turns.map(({ id, text }) => ({ id, lengthUtf16: text.length }));
    this.starts = turnStarts(this.extents);
    this.#indexOf = new Map(turns.map(({ id }, index) => [id, index]));
  }

  /** Undefined for an anchor in another turn. */
  placeOf({ turnId, offsetUtf16 }: Anchor): number | undefined {
    const index = this.#indexOf.get(turnId);
    return index === undefined ? undefined : (this.starts[index] ?? 0) + offsetUtf16;
  }

  anchor(place: number, end: 'start' | 'end'): Anchor {
    return anchorAt(this.extents, this.starts, place, end);
  }

  /** What is said in a stretch, white space aside: two that say the same are equal, whatever stands between their turns. */
  spoken({ start, end }: Stretch): string {
    const pieces: string[] = [];
    for (let index = indexAt(this.starts, start, this.#turns.length); index < this.#turns.length && (this.starts[index] ?? 0) < end; index += 1) {
      const { text, bodyStart, bodyEnd } = this.#turns[index] as TurnText;
      const from = this.starts[index] ?? 0;
      pieces.push(text.slice(Math.max(bodyStart, Math.max(start - from, 0)), Math.max(0, Math.min(bodyEnd, end - from))));
    }
    return pieces.join(' ').replace(/\s+/gu, ' ').trim().normalize('NFC');
  }
}

export class RewrittenText {
  readonly #before: WholeText;
  readonly #after: WholeText;
  readonly #rewrite: TextRewrite;

  constructor(rewrite: TextRewrite) {
    this.#rewrite = rewrite;
    this.#before = new WholeText(rewrite.before);
    this.#after = new WholeText(rewrite.after);
  }

  get textBefore(): string {
    return this.#before.text;
  }

  get textAfter(): string {
    return this.#after.text;
  }

  /**
   * Where a passage is afterwards. One that begins before these turns, or ends after them, keeps that end. One whose words have all
   * gone collapses, even where line ends or a label are left of it; `hasWordsElsewhere` tells whether a passage that reaches beyond
   * these turns says something there.
   */
  move(ends: Ends, hasWordsElsewhere: () => boolean): MovedEnds {
    const start = this.#before.placeOf(ends.start);
    const end = this.#before.placeOf(ends.end);
    const stretch = { start: start ?? Number.NEGATIVE_INFINITY, end: end ?? Number.POSITIVE_INFINITY };
    const moved = this.moveStretch(stretch);
    const said = this.#before.spoken(stretch);
    const says = this.#after.spoken(moved);
    const isLost = moved.start === moved.end || (says === '' && said !== '');
    if (isLost && (start === undefined || end === undefined ? !hasWordsElsewhere() : true)) {
      const place = this.#after.anchor(start === undefined ? moved.end : moved.start, 'start');
      return { ends: { start: place, end: place }, words: 'none' };
    }
    return {
      ends: {
        start: start === undefined ? ends.start : this.#after.anchor(moved.start, 'start'),
        end: end === undefined ? ends.end : this.#after.anchor(moved.end, 'end'),
      },
      words: said === says ? 'same' : 'other',
    };
  }

  moveStretch(stretch: Stretch): Stretch {
    return this.#rewrite.edits.reduce<Stretch>(moveStretch, stretch);
  }

  /** The first and last turn of a stretch of turns afterwards; null where nothing is left of it. */
  moveTurns(ends: Ends): { first: TurnId; last: TurnId } | null {
    const start = this.#before.placeOf(ends.start);
    const end = this.#before.placeOf(ends.end);
    const moved = this.moveStretch({ start: start ?? Number.NEGATIVE_INFINITY, end: end ?? Number.POSITIVE_INFINITY });
    if (moved.start === moved.end) return null;
    return {
      first: start === undefined ? ends.start.turnId : this.#after.anchor(moved.start, 'start').turnId,
      last: end === undefined ? ends.end.turnId : this.#after.anchor(moved.end, 'end').turnId,
    };
  }

  /** The turn in which a turn's words are afterwards; null where they are in none. */
  turnOf({ id, bodyStart, bodyEnd }: TurnText): TurnId | null {
    const { ends, words } = this.move({ start: { turnId: id, offsetUtf16: bodyStart }, end: { turnId: id, offsetUtf16: bodyEnd } }, () => false);
    return words === 'none' ? null : ends.start.turnId;
  }

  quoteBefore(ends: Ends): string {
    return this.#before.text.slice(this.#before.placeOf(ends.start) ?? 0, this.#before.placeOf(ends.end) ?? undefined);
  }

  quoteAfter(ends: Ends): string {
    return this.#after.text.slice(this.#after.placeOf(ends.start) ?? 0, this.#after.placeOf(ends.end) ?? undefined);
  }
}

/** How a turn is set: what is kept beside its text. */
export interface TurnLayout {
  readonly styles: readonly StyleRun[];
  readonly marks: readonly PositionMark[];
}

/** The turns' styles and marks after the rewrite, one layout for each turn of `after`. */
export function movedLayouts(rewrite: TextRewrite, layouts: readonly TurnLayout[]): TurnLayout[] {
  const starts = turnStarts(rewrite.before.map(({ id, text }) => ({ id, lengthUtf16: text.length })));
  let styles: readonly StyleRun[] = layouts.flatMap((layout, index) =>
    layout.styles.map((run) => ({ ...run, start: run.start + (starts[index] ?? 0), end: run.end + (starts[index] ?? 0) })),
  );
  let marks: readonly PositionMark[] = layouts.flatMap((layout, index) =>
    layout.marks.map((mark) => ({ ...mark, at: mark.at + (starts[index] ?? 0) })),
  );
  for (const edit of rewrite.edits) {
    styles = movedStyles(styles, edit);
    marks = movedMarks(marks, edit);
  }
  return layoutsOf(rewrite.after, { styles, marks });
}

/** The layout of a whole text, given out to its turns. A mark at the very end stays with the last one. */
export function layoutsOf(turns: readonly Pick<TurnText, 'text'>[], { styles, marks }: TurnLayout): TurnLayout[] {
  const layouts = turns.map(() => ({ styles: [] as StyleRun[], marks: [] as PositionMark[] }));
  const starts = [0];
  for (const { text } of turns) starts.push((starts.at(-1) ?? 0) + text.length);
  for (const run of styles) {
    for (let index = indexAt(starts, run.start, turns.length); index < turns.length && (starts[index] ?? 0) < run.end; index += 1)
      layouts[index]?.styles.push(...stylesBetween([run], starts[index] ?? 0, starts[index + 1] ?? 0));
  }
  for (const mark of marks) {
    const index = indexAt(starts, mark.at, turns.length);
    layouts[index]?.marks.push({ ...mark, at: mark.at - (starts[index] ?? 0) });
  }
  return layouts;
}
