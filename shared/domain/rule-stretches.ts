// From what a rule looks for to what it codes: stretches of one source's turns, taken wider or cut into pieces as the rule says.
import type { HeadingStyle, RuleExtent, RuleFind } from './coding-rule.ts';
import { foldedForFinding } from '../words/folded-text.ts';
import type { Extent } from '../words/folded-text.ts';
import type { ParticipantId, SpeakerId, TurnId } from './ids.ts';
import { sentencesIn } from '../words/sentences.ts';
import type { Utf16 } from './text-offset.ts';

/** A turn as rules see it. */
export interface RuleTurn {
  readonly id: TurnId;
  readonly number: number | null;
  readonly text: string;
  readonly bodyStart: Utf16;
  readonly bodyEnd: Utf16;
  readonly speakerId: SpeakerId | null;
  readonly participantId: ParticipantId | null;
  readonly heading: HeadingStyle | null;
  /** Where the rule looks: not an interviewer's turn unless asked for, not another case's part. */
  readonly isIncluded: boolean;
}

/** From a place in one turn to a place in the same or a later one; turns by their place in the source. */
export interface Stretch {
  readonly first: number;
  readonly start: Utf16;
  readonly last: number;
  readonly end: Utf16;
}

export interface FoundStretch extends Stretch {
  /** What was found in it, where it is more than that. */
  readonly marks: readonly Stretch[];
}

const hasWords = (turn: RuleTurn | undefined): turn is RuleTurn => turn !== undefined && turn.bodyEnd > turn.bodyStart;

function bodyOf(turn: RuleTurn, at: number): Stretch {
  return { first: at, start: turn.bodyStart, last: at, end: turn.bodyEnd };
}

/** Runs of places without a hole but turns that have no words. */
function runs(turns: readonly RuleTurn[], places: readonly number[], goOn: (before: number, after: number) => boolean): number[][] {
  const found: number[][] = [];
  for (const place of places) {
    const run = found.at(-1);
    const last = run?.at(-1);
    const isNext = last !== undefined && !turns.slice(last + 1, place).some(hasWords) && goOn(last, place);
    if (run && isNext) run.push(place);
    else found.push([place]);
  }
  return found;
}

/** One stretch from the first of these turns to the last. */
function joined(turns: readonly RuleTurn[], places: readonly number[]): Stretch[] {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ first, start: turns[first]?.bodyStart ?? 0, last, end: turns[last]?.bodyEnd ?? 0 }];
}

const LEVEL: Readonly<Record<HeadingStyle, number>> = { heading1: 1, heading2: 2, heading3: 3 };

function isWanted(turn: RuleTurn, { style, words }: Extract<RuleFind, { kind: 'structure' }>): boolean {
  if (turn.heading === null || (style !== null && turn.heading !== style)) return false;
  return foldedForFinding(turn.text.slice(turn.bodyStart, turn.bodyEnd)).includes(foldedForFinding(words.trim()));
}

/** What stands under a wanted heading, down to the next one of its level or above. */
function sections(turns: readonly RuleTurn[], find: Extract<RuleFind, { kind: 'structure' }>): number[][] {
  return turns.flatMap((turn, at) => {
    if (turn.heading === null || !isWanted(turn, find)) return [];
    const level = LEVEL[turn.heading];
    const next = turns.findIndex(({ heading }, place) => place > at && heading !== null && LEVEL[heading] <= level);
    const places = turns.map((_, place) => place).slice(at + 1, next < 0 ? turns.length : next);
    return [places.filter((place) => turns[place]?.heading === null)];
  });
}

/**
 * The turns that a rule is about as groups, each of which is one answer, section or turn: for everything but searches in the words.
 * `answers`: the places of the turns after each confirmed question.
 */
export function blocksOf(turns: readonly RuleTurn[], find: RuleFind, answers: readonly (readonly number[])[]): number[][] {
  const every = turns.map((_, place) => place);
  const speaking = (places: readonly number[]): number[] => places.filter((place) => hasWords(turns[place]) && turns[place].isIncluded);
  switch (find.kind) {
    case 'speaker': {
      const people = new Set<string>(find.participantIds);
      return speaking(every.filter((place) => people.has(turns[place]?.participantId ?? ''))).map((place) => [place]);
    }
    case 'question':
      return answers.map(speaking);
    case 'structure':
      if (find.what === 'section') return sections(turns, find).map(speaking);
      if (find.what === 'turn') return speaking(every.filter((place) => turns[place]?.heading === null)).map((place) => [place]);
      return speaking(every.filter((place) => turns[place] !== undefined && isWanted(turns[place], find))).map((place) => [place]);
    default:
      return [];
  }
}

/** The turns around this one that the same person says without another coming in between. */
function speechAround(turns: readonly RuleTurn[], at: number): Stretch {
  const speakerId = turns[at]?.speakerId ?? null;
  const reach = (step: 1 | -1): number => {
    let end = at;
    for (let place = at + step; speakerId !== null && place >= 0 && place < turns.length; place += step) {
      const turn = turns[place];
      if (!hasWords(turn)) continue;
      if (turn.speakerId !== speakerId || !turn.isIncluded) break;
      end = place;
    }
    return end;
  };
  return joined(turns, [reach(-1), reach(1)])[0] as Stretch;
}

function sentencesOf(turn: RuleTurn): Extent[] {
  return sentencesIn(turn.text, turn.bodyStart, turn.bodyEnd);
}

/** The same stretches as pieces of the asked size; whole answers and sections stay whole as `hit`, without what the rule leaves out. */
export function piecesOfBlocks(turns: readonly RuleTurn[], blocks: readonly (readonly number[])[], extend: RuleExtent): FoundStretch[] {
  const places = blocks.flat();
  const pieces = (): Stretch[] => {
    switch (extend) {
      case 'hit':
        return blocks.flatMap((block) => runs(turns, block, () => true).flatMap((run) => joined(turns, run)));
      case 'turn':
        return places.map((place) => speechAround(turns, place));
      case 'paragraph':
        return places.flatMap((place) => (turns[place] ? [bodyOf(turns[place], place)] : []));
      case 'sentence':
        return places.flatMap((place) => {
          const turn = turns[place];
          return turn ? sentencesOf(turn).map(({ start, end }) => ({ first: place, start, last: place, end })) : [];
        });
    }
  };
  return inOrder(pieces().map((piece) => ({ ...piece, marks: [] })));
}

/** What was found in the words of turns, made as wide as the rule says; what falls together is one. */
export function widened(
  turns: readonly RuleTurn[],
  hits: readonly { readonly place: number; readonly extent: Extent }[],
  extend: RuleExtent,
): FoundStretch[] {
  const sentences = new Map<number, Extent[]>();
  const around = (place: number, { start, end }: Extent): Stretch => {
    const turn = turns[place];
    const hit = { first: place, start, last: place, end };
    if (!turn || extend === 'hit') return hit;
    if (extend === 'turn') return speechAround(turns, place);
    if (extend === 'paragraph') return bodyOf(turn, place);
    let own = sentences.get(place);
    if (!own) sentences.set(place, (own = sentencesOf(turn)));
    const touched = own.filter((sentence) => sentence.start < end && sentence.end > start);
    return { ...hit, start: Math.min(start, touched[0]?.start ?? start), end: Math.max(end, touched.at(-1)?.end ?? end) };
  };
  return inOrder(
    hits.map(({ place, extent }) => {
      const wide = around(place, extent);
      return { ...wide, marks: [{ first: place, start: extent.start, last: place, end: extent.end }] };
    }),
  );
}

/** In the text's order; equal stretches are one, with the marks of all. */
function inOrder(stretches: readonly FoundStretch[]): FoundStretch[] {
  const same = Map.groupBy(stretches, ({ first, start, last, end }) => `${first} ${start} ${last} ${end}`);
  return [...same.values()]
    .flatMap(([one, ...others]) => (one ? [{ ...one, marks: [one, ...others].flatMap(({ marks }) => marks) }] : []))
    .toSorted((a, b) => a.first - b.first || a.start - b.start || a.last - b.last || a.end - b.end);
}
