// Heads that count because the researcher says so: initials, numbered questions, an expression of their own. Every line that bears
// one is a turn, whatever the rest of the file looks like.
import { Refusal } from './failure.ts';
import { msOfTime, normaliseLabel, readTimeHead } from './turn-head.ts';
import type { TurnHead } from './turn-head.ts';

/** Reads one line's head; null when the line begins like any sentence. */
export type HeadReader = (line: string) => TurnHead | null;

/** Labels of a text in numbered questions: who asks, and who answers below. */
export const QUESTION_LABEL = 'Q';
export const ANSWER_LABEL = 'R';

/** Longest head looked for, in UTF-16 units. */
const HEAD_LENGTH = 120;
const MOST_LABEL_UNITS = 100;
const INDENT = String.raw`^\s{0,20}(?:[-–—•]\s{1,3})?`;
const EMPHASIS = String.raw`(?:\*\*|__|\*)?`;

// A path (`E:\entretiens`) or an address announces nobody.
const INITIALS = new RegExp(
  String.raw`${INDENT}(?:(?<time>[\[(][\d:.,]{4,12}[\])])\s{0,3})?(?<label>${EMPHASIS}(?:\p{L}\p{M}*){1,2}${EMPHASIS})\s{0,8}[:：](?![/\\])${EMPHASIS}\s{0,8}`,
  'u',
);
// `1.` `1)` `12.3)` `4 –`, and not `1.5` nor `12:30` nor `10 – 20`; `Q3` and `Question 4` need no mark behind them.
const LETTERED = String.raw`(?:Q|Question)\s{0,3}(?:n\s?°\s{0,3})?\d{1,3}(?=$|[\s.):：–—-])\s{0,3}[.):：–—-]?`;
const BARE = String.raw`\d{1,3}(?:\.\d{1,2}){0,2}\s{0,3}(?:[.:：](?!\d)|\)|[–—-]\s{1,3}(?!\d))`;
const QUESTION = new RegExp(String.raw`${INDENT}${EMPHASIS}(?:${LETTERED}|${BARE})${EMPHASIS}\s{0,8}`, 'iu');

/** `I:` · `E :` · `AB:` · `(0:12) I:` */
export const readInitials: HeadReader = (line) => {
  const match = INITIALS.exec(line.slice(0, HEAD_LENGTH));
  const label = normaliseLabel(match?.groups?.['label'] ?? '');
  if (!match || label === '') return null;
  const after = readTimeHead(line.slice(match[0].length, match[0].length + HEAD_LENGTH));
  const before = match.groups?.['time'] === undefined ? null : readTimeHead(match.groups['time']);
  return headOf(line, match[0].length + (after?.length ?? 0), { label, startMs: (before ?? after)?.startMs ?? null, endMs: after?.endMs ?? null });
};

/** `1.` · `1)` · `Q3 :` · `Question 4 –`: the interviewer's. */
export const readQuestionNumber: HeadReader = (line) => {
  const match = QUESTION.exec(line.slice(0, HEAD_LENGTH));
  return match ? headOf(line, match[0].length, { label: QUESTION_LABEL, startMs: null, endMs: null }) : null;
};

/** A line below a question: the whole of it is words. */
export function answerHead(): TurnHead {
  return { form: 'chosen', label: ANSWER_LABEL, wordsAt: 0, wordsAtWithoutLabel: null, startMs: null, endMs: null, alone: false };
}

/**
 * Heads by the user's own expression, tried at each line's beginning. Its groups `speaker`, `start` and `end` say who and when; one
 * without named groups says who by its first group, when by its second. It may take for ever: run it where it can be stopped.
 * Refuses (`import.patternInvalid`) what is no expression.
 */
export function customHeads(regex: string): HeadReader {
  if (regex.trim() === '') throw new Refusal('import.patternInvalid', { reason: 'empty' });
  const expression = orRefused(() => new RegExp(regex, 'uy'));
  return (line) => {
    expression.lastIndex = 0;
    // some are found to be too much for the engine only when they are tried
    const match = orRefused(() => expression.exec(line));
    if (!match || match[0] === '') return null;
    const { groups } = match;
    const label = normaliseLabel((groups ? groups['speaker'] : match[1]) ?? '');
    return headOf(line, match[0].length, {
      label: label === '' || label.length > MOST_LABEL_UNITS ? null : label,
      startMs: timeIn(groups ? groups['start'] : match[2]),
      endMs: timeIn(groups?.['end']),
    });
  };
}

function orRefused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    // « Invalid regular expression: /(/uy: Unterminated group »: what comes last is what is wrong
    throw new Refusal('import.patternInvalid', { reason: error instanceof Error ? (error.message.split(': ').at(-1) ?? '') : '' });
  }
}

/** Milliseconds of the first time in it (`0:01`, `1:02:03,5`); null without one. */
function timeIn(found: string | undefined): number | null {
  const time = /(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?/u.exec(found ?? '')?.[0];
  return time === undefined ? null : msOfTime(time);
}

function headOf(line: string, wordsAt: number, { label, startMs, endMs }: Pick<TurnHead, 'label' | 'startMs' | 'endMs'>): TurnHead {
  return { form: 'chosen', label, wordsAt, wordsAtWithoutLabel: null, startMs, endMs, alone: line.slice(wordsAt).trim() === '' };
}
