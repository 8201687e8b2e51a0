// Where turns are cut and joined, and how a label shown in a turn's head becomes another one: texts in, texts and edits out.
import { labelKey } from './speaker-labels.ts';
import type { PositionMark } from './style-run.ts';
import type { Utf16 } from './text-offset.ts';
import type { TurnText } from './text-rewrite.ts';
import type { TextEdit } from './turn-edit.ts';

type Body = Pick<TurnText, 'text' | 'bodyStart' | 'bodyEnd'>;

export interface CutTurn {
  readonly first: Body;
  readonly second: Body;
  readonly edits: readonly TextEdit[];
  /** Where the second part's words began in the turn. */
  readonly at: Utf16;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/u;

/**
 * The turn in two: white space around the cut stays behind the first part, followed by the turn's line end (`lineEnd` where it has
 * none). Null where one of the parts would have no words.
 */
export function cutTurn({ text, bodyStart, bodyEnd }: Body, offset: Utf16, lineEnd: string): CutTurn | null {
  if (offset <= bodyStart || offset >= bodyEnd) return null;
  const firstEnd = bodyStart + text.slice(bodyStart, offset).trimEnd().length;
  const at = bodyEnd - text.slice(offset, bodyEnd).trimStart().length;
  if (firstEnd === bodyStart || at === bodyEnd) return null;
  const inserted = LINE_END.test(text.slice(firstEnd, at)) ? '' : (LINE_END.exec(text.slice(bodyEnd))?.[0] ?? lineEnd);
  return {
    first: { text: text.slice(0, at) + inserted, bodyStart, bodyEnd: firstEnd },
    second: { text: text.slice(at), bodyStart: 0, bodyEnd: bodyEnd - at },
    edits: inserted === '' ? [] : [{ at, removed: 0, inserted }],
    at,
  };
}

/** What the turns of a text end with, from one that has a line end. */
export function lineEndOf(text: string): string | undefined {
  return LINE_END.exec(text)?.[0];
}

export interface JoinedTurn extends Body {
  readonly edits: readonly TextEdit[];
  /** Where the second turn's words begin. */
  readonly joint: Utf16;
}

/** The words of the last turn at the end of the first one's, after a space; what stands between them goes: line ends, labels, times. */
export function joinTurns(first: Body, between: readonly Body[], last: Body): JoinedTurn {
  const said = first.text.slice(0, first.bodyEnd);
  const rest = last.text.slice(last.bodyStart);
  const space = /\s$/u.test(said) || /^\s/u.test(rest) ? '' : ' ';
  const removed = first.text.length - first.bodyEnd + between.reduce((sum, { text }) => sum + text.length, 0) + last.bodyStart;
  const joint = first.bodyEnd + space.length;
  return {
    text: said + space + rest,
    bodyStart: first.bodyStart,
    bodyEnd: joint + last.bodyEnd - last.bodyStart,
    // first the space, which a passage that ends here does not take, then what goes
    edits: [
      { at: first.bodyEnd, removed: 0, inserted: space },
      { at: joint, removed, inserted: '' },
    ].filter((edit) => edit.removed > 0 || edit.inserted !== ''),
    joint,
  };
}

/** A letter as a pattern, whichever way it is composed. */
function letterPattern(letter: string): string {
  const decomposed = letter.normalize('NFD');
  return decomposed === letter ? letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&') : `(?:${letter}|${decomposed})`;
}

/** Where a label stands in a head, letter case and the composition of its letters aside. */
function placeOfLabel(head: string, label: string): { at: number; length: number } | null {
  const words = label.split(/\s+/u).map((word) => [...word.normalize('NFC')].map(letterPattern).join(''));
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').exec(head);
  return found && { at: found.index, length: found[0].length };
}

/** The edit that puts another label in the turn's head, or takes it away with its punctuation; null where the head does not show it. */
export function relabelling({ text, bodyStart }: Body, from: string | null, into: string | null): TextEdit | null {
  if (from === null || labelKey(from) === labelKey(into ?? '')) return null;
  const head = text.slice(0, bodyStart);
  const place = placeOfLabel(head, from);
  if (!place) return null;
  if (into !== null) return { at: place.at, removed: place.length, inserted: into };
  const punctuation = /^\s*[:：]?\s*/u.exec(head.slice(place.at + place.length))?.[0].length ?? 0;
  return { at: place.at, removed: place.length + punctuation, inserted: '' };
}

/** The marks with this time at a place instead of what was there; null takes it away. */
export function markedAt(marks: readonly PositionMark[], at: Utf16, timeMs: number | null): PositionMark[] {
  const others = marks.filter((mark) => mark.kind !== 'time' || mark.at !== at);
  const marked: PositionMark[] = timeMs === null ? others : [...others, { at, kind: 'time', value: timeMs }];
  return marked.sort((a, b) => a.at - b.at);
}
