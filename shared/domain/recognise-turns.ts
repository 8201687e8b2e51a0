// From a file's text to its turns: who speaks, from when to when, which part of each turn is words. Nothing is dropped:
// the turns' texts joined by nothing are the text, so that a citation can always be found again in the file.
import { type HeadReader, customHeads, readInitials, readQuestionNumber } from './chosen-heads.ts';
import { draftsOfCues } from './cue-turns.ts';
import { draftsOfChosenHeads, draftsOfParagraphs } from './paragraph-turns.ts';
import { subtitleFileOf } from './subtitle-cues.ts';
import { linesOf } from './text-lines.ts';
import type { Utf16 } from './text-offset.ts';
import type { Draft } from './turn-draft.ts';

/**
 * How a file announces its turns: by the heads of its lines (`Nom :`, `Nom (0:01)`, `[0:01] Nom`, `Nom<tab>`), by initials (`I:` / `E:`), by
 * numbered questions and the answers below them, by subtitle cues (SRT, VTT), by the user's own expression, or not at all.
 */
export const TURN_PATTERNS = ['colon', 'name-time', 'bracket-time', 'tab', 'initials', 'questions', 'srt', 'paragraphs', 'custom'] as const;
export type TurnPattern = (typeof TURN_PATTERNS)[number];

/** The pattern to follow; `regex` is that of `custom`. */
export interface ChosenPattern {
  readonly kind: TurnPattern;
  readonly regex?: string | undefined;
}

/** A turn as the file holds it; see `Turn` for what the fields mean. Offsets are UTF-16 units in `text`. */
export interface RecognisedTurn {
  readonly text: string;
  readonly bodyStart: Utf16;
  readonly bodyEnd: Utf16;
  /** The speaker's label without its punctuation; null when the file names nobody here. */
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface RecognisedText {
  readonly pattern: TurnPattern;
  readonly turns: readonly RecognisedTurn[];
  /** Labels in order of first appearance. */
  readonly speakers: readonly string[];
}

const NO_LINES: ReadonlySet<Utf16> = new Set();

/**
 * Every line that is not blank is a turn, except that a head alone on its line takes the next line as its words and that a
 * subtitle cue is one turn. A line without a label continues the speaker before it. An empty text has no turns. Throws only what
 * `customHeads` refuses.
 * @param chosen the pattern to follow, instead of the one that the whole file suggests
 * @param unspokenLines offsets in `text` of lines known to be nobody's words: a word processor's headings and notes
 */
export function recogniseTurns(text: string, chosen?: ChosenPattern, unspokenLines: ReadonlySet<Utf16> = NO_LINES): RecognisedText {
  const lines = linesOf(text);
  const kind = chosen?.kind;
  const byHeads = (readHead: HeadReader, hasAnswers = false): RecognisedText =>
    finish(text, kind ?? 'custom', draftsOfChosenHeads(text, lines, readHead, unspokenLines, hasAnswers));
  if (kind === 'initials') return byHeads(readInitials);
  if (kind === 'questions') return byHeads(readQuestionNumber, true);
  if (kind === 'custom') return byHeads(customHeads(chosen?.regex ?? ''));
  const subtitles = kind === undefined || kind === 'srt' ? subtitleFileOf(text, lines) : null;
  if (subtitles) return finish(text, 'srt', draftsOfCues(text, lines, subtitles));
  const { form, drafts } = draftsOfParagraphs(text, lines, kind === 'srt' ? 'paragraphs' : kind, unspokenLines);
  return finish(text, form ?? 'paragraphs', drafts);
}

/** Leading blank lines belong to the first turn; a text of nothing but white space is one turn without words. */
function finish(text: string, pattern: TurnPattern, drafts: readonly Draft[]): RecognisedText {
  if (drafts.length === 0 && text !== '')
    return { pattern, turns: [{ text, bodyStart: 0, bodyEnd: 0, speaker: null, startMs: null, endMs: null }], speakers: [] };
  const turns = drafts.map((draft, index): RecognisedTurn => {
    const start = index === 0 ? 0 : draft.start;
    const { speaker, startMs, endMs } = draft;
    const whole = text.slice(start, drafts[index + 1]?.start ?? text.length);
    return { text: whole, bodyStart: draft.bodyStart - start, bodyEnd: draft.bodyEnd - start, speaker, startMs, endMs };
  });
  return { pattern, turns, speakers: [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))] };
}
