// What a rule found, as it is looked through: each place with its words, what was found in them, and what stands around.
import type { RuleHit } from './coding-rule.ts';
import type { FoundStretch, RuleTurn, Stretch } from './rule-stretches.ts';
import { isInsideSurrogatePair } from './text-offset.ts';

export interface PlacedHit
  extends Pick<RuleHit, 'start' | 'end' | 'number' | 'speaker' | 'before' | 'quote' | 'after' | 'isCutBefore' | 'isCutAfter' | 'marks'> {
  /** Places of its turns in the source. */
  readonly first: number;
  readonly last: number;
  /** All its words. */
  readonly words: string;
}

interface TurnsOfSource {
  readonly turns: readonly RuleTurn[];
  readonly speakers: readonly (string | null)[];
}

const AROUND = 70;
const MOST_QUOTED = 360;
/** Of something long, so much before what was found. */
const BEFORE_MARK = 120;
const LONGEST_WORD = 30;

function wordsOf(turns: readonly RuleTurn[], { first, start, last, end }: Stretch): string {
  if (first === last) return turns[first]?.text.slice(start, end) ?? '';
  const middle = turns.slice(first + 1, last).map(({ text }) => text);
  return [turns[first]?.text.slice(start) ?? '', ...middle, turns[last]?.text.slice(0, end) ?? ''].join('');
}

/** Where a place of a turn stands in the stretch's words. */
function offsetIn(turns: readonly RuleTurn[], stretch: Stretch, place: number, at: number): number {
  let offset = at - stretch.start;
  for (let turn = stretch.first; turn < place; turn += 1) offset += turns[turn]?.text.length ?? 0;
  return offset;
}

/** A cut nearby that parts neither a word nor a character. */
function cutNear(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  const space = text.slice(at, at + LONGEST_WORD).search(/\s/u);
  if (space >= 0) return at + space + 1;
  return isInsideSurrogatePair(text, at) ? at + 1 : at;
}

function beforeIn({ text, bodyStart }: RuleTurn, at: number): string {
  const from = Math.max(bodyStart, at - AROUND);
  return text.slice(from === bodyStart ? from : Math.min(at, cutNear(text, from)), at);
}

function afterIn({ text, bodyEnd }: RuleTurn, at: number): string {
  const end = Math.max(at, bodyEnd);
  if (end - at <= AROUND) return text.slice(at, end);
  const cut = text.slice(at, at + AROUND);
  const space = cut.lastIndexOf(' ');
  if (space > 0) return cut.slice(0, space);
  return isInsideSurrogatePair(text, at + AROUND) ? cut.slice(0, -1) : cut;
}

function placed({ turns, speakers }: TurnsOfSource, stretch: FoundStretch): PlacedHit | null {
  const { first, start, last, end, marks } = stretch;
  const [from, to] = [turns[first], turns[last]];
  if (!from || !to) return null;
  const words = wordsOf(turns, stretch);
  const found = marks.map((mark) => ({
    start: offsetIn(turns, stretch, mark.first, mark.start),
    end: offsetIn(turns, stretch, mark.last, mark.end),
  }));
  const isLong = words.length > MOST_QUOTED;
  const cutStart = isLong ? cutNear(words, Math.max(0, Math.min((found[0]?.start ?? 0) - BEFORE_MARK, words.length - MOST_QUOTED))) : 0;
  const cutEnd = isLong ? cutNear(words, cutStart + MOST_QUOTED) : words.length;
  return {
    first,
    last,
    words,
    start: { turnId: from.id, offsetUtf16: start },
    end: { turnId: to.id, offsetUtf16: end },
    number: from.number,
    speaker: speakers[first] ?? null,
    before: beforeIn(from, start),
    quote: words.slice(cutStart, cutEnd),
    after: afterIn(to, end),
    isCutBefore: cutStart > 0,
    isCutAfter: cutEnd < words.length,
    marks: found
      .map((mark) => ({ start: Math.max(mark.start, cutStart) - cutStart, end: Math.min(mark.end, cutEnd) - cutStart }))
      .filter((mark) => mark.end > mark.start),
  };
}

export function hitsOf(source: TurnsOfSource, stretches: readonly FoundStretch[]): PlacedHit[] {
  return stretches.flatMap((stretch) => placed(source, stretch) ?? []);
}
