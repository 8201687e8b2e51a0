// What may announce a turn at the start of a line: a label, a time, or both. Whether a label is really somebody's is for
// the whole file to say (speaker-labels.ts); this file reads one line. All patterns are anchored and bounded, so that a
// line costs the same however long it is.
import type { Utf16 } from './text-offset.ts';

/** `Nom : …` · `Nom<tab>…` · `Nom (0:01) …`, or a tool's `SPEAKER_00` alone on its line · `[0:01] Nom : …` */
export type HeadForm = 'colon' | 'tab' | 'name-time' | 'bracket-time';

export interface TurnHead {
  /** `chosen`: announced as the researcher says heads are (chosen-heads.ts). */
  readonly form: HeadForm | 'chosen';
  readonly label: string | null;
  /** Offset in the line where the words begin. */
  readonly wordsAt: Utf16;
  /** The same if the label turns out to be words: after the time in brackets before it, null when there is none. */
  readonly wordsAtWithoutLabel: Utf16 | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The head fills its line: the words are below it. */
  readonly alone: boolean;
}

/** Longest head looked for, in UTF-16 units: a label of 40, two times and their punctuation. */
const HEAD_LENGTH = 120;
const LABEL = String.raw`([^\t:：]{1,42}?)`;
const TIME = String.raw`((?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?)(?![\d:])`;
const SPAN = String.raw`${TIME}(?:\s{0,3}(?:-->|->|[-–—→/]|à|to)\s{0,3}${TIME})?`;
const BRACKETED = String.raw`[\[(<]\s{0,3}${SPAN}\s{0,3}[\])>]`;

const INDENT = /^\s{0,20}(?:[-–—•]\s{1,3})?/u;
const BRACKETED_FIRST = new RegExp(String.raw`^${BRACKETED}\s{0,8}(?:[-–—|]\s{1,3})?:?\s{0,8}`, 'u');
const BARE_TIME_FIRST = new RegExp(String.raw`^${SPAN}\s{1,8}(?:[-–—|]\s{1,3})?`, 'u');
const NAME_THEN_BRACKETED = new RegExp(String.raw`^${LABEL}\s{0,8}${BRACKETED}(?:\*\*|__)?\s{0,8}:?(?:\*\*|__)?\s{0,8}`, 'u');
const NAME_THEN_TIME_ALONE = new RegExp(String.raw`^${LABEL}\s{1,8}${SPAN}\s*$`, 'u');
// No space after the colon only before a letter, a quote or a bracket: `12:30`, `http://` and `:/` announce nobody.
const NAME_THEN_COLON = /^([^\t:：]{1,48}?)\s{0,8}[:：](?:(?:\*\*|__|\*)(?=\s|$))?(?=[\s\p{L}«"“‘'[(…]|$)\s{0,8}/u;
const TIME_AFTER_COLON = new RegExp(String.raw`^${BRACKETED}\s{0,8}`, 'u');
const NAME_THEN_TAB = new RegExp(String.raw`^${LABEL} {0,3}\t[\t ]{0,8}`, 'u');
const EMPHASIS_OR_BRACKETS = /^(?:(\*\*|__|\*)(?<marked>.+?)(?:\*\*|__|\*)?|\[(?<square>[^\]]+)\]|<(?<angle>[^>]+)>)$/u;

// A label that begins with a digit is a number alone: « 14 h », « 12 mars » and « 2e partie » are not people. A full stop ends
// an abbreviation of four letters at most; other sentence marks never stand in a label, but transcribers write « L2 ? ».
const NOT_A_LABEL = /^\d(?!\d{0,2}$)|\p{L}{5,}\.|[!…;«»“”"=|\\#@^{}]|\?(?!$)/u;
const MOST_LABEL_UNITS = 40;
const MOST_LABEL_WORDS = 6;

/** True of what may be a person's label by its look: « Mme Durand », « Enquêteur 2 », « $L-1 », « 0 », « Directrice générale ». */
export function isLabelShaped(label: string): boolean {
  if (label === '' || label.length > MOST_LABEL_UNITS || NOT_A_LABEL.test(label)) return false;
  return /[\p{L}\d]/u.test(label) && label.split(' ').length <= MOST_LABEL_WORDS;
}

export function msOfTime(time: string): number {
  const [whole = '', fraction = ''] = time.split(/[.,]/);
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + (fraction === '' ? 0 : Number(fraction.padEnd(3, '0')));
}

/** The label as a speaker's name: without emphasis or brackets around it, composed (NFC), its spaces single and plain. */
export function normaliseLabel(raw: string): string {
  const trimmed = raw.trim();
  const groups = EMPHASIS_OR_BRACKETS.exec(trimmed)?.groups;
  return (groups?.['marked'] ?? groups?.['square'] ?? groups?.['angle'] ?? trimmed).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** What a program calls voices that nobody has named; other names alone on a line could be anything. */
const VOICE_ALONE = /^(?:speaker|spk|locuteur|locutrice|intervenante?|sprecher|hablante)(?:[ _-]?\d{1,3}|[ _]un(?:known|defined))$/iu;

/** What the line may be announcing; null when it begins like any sentence. */
export function readTurnHead(line: string): TurnHead | null {
  const alone = line.length < HEAD_LENGTH && VOICE_ALONE.test(line.trim());
  if (alone)
    return { form: 'name-time', label: normaliseLabel(line), wordsAt: line.length, wordsAtWithoutLabel: null, startMs: null, endMs: null, alone };
  const indent = INDENT.exec(line.slice(0, HEAD_LENGTH))?.[0].length ?? 0;
  const begin = line.slice(indent, indent + HEAD_LENGTH);
  if (!/[:：\t]/u.test(begin)) return null;
  return readTimeFirst(line, begin, indent) ?? readNameFirst(line, begin, indent);
}

function readTimeFirst(line: string, begin: string, indent: Utf16): TurnHead | null {
  const bracketed = BRACKETED_FIRST.exec(begin);
  const time = bracketed ?? BARE_TIME_FIRST.exec(begin);
  if (!time) return null;
  const timeEnd = indent + time[0].length;
  const found = { form: 'bracket-time', wordsAtWithoutLabel: bracketed ? timeEnd : null, ...spanOf(time[1], time[2]) } as const;
  const rest = line.slice(timeEnd, timeEnd + HEAD_LENGTH);
  const named = readNameFirst(line, rest, timeEnd);
  if (named) return { ...found, label: named.label, wordsAt: named.wordsAt, alone: named.alone };
  const label = normaliseLabel(rest);
  if (rest.length < HEAD_LENGTH && isLabelShaped(label)) return { ...found, label, wordsAt: line.length, alone: true };
  // A clock time without brackets before a sentence (« 12:30 arrivée du directeur ») belongs to the sentence.
  return bracketed ? { ...found, label: null, wordsAt: timeEnd, alone: isBlankFrom(line, timeEnd) } : null;
}

/** `begin` is the part of `line` at `offset`. */
function readNameFirst(line: string, begin: string, offset: Utf16): TurnHead | null {
  const timed = NAME_THEN_BRACKETED.exec(begin) ?? NAME_THEN_TIME_ALONE.exec(begin);
  const colon = timed ? null : NAME_THEN_COLON.exec(begin);
  const match = timed ?? colon ?? NAME_THEN_TAB.exec(begin);
  if (!match) return null;
  const time = colon ? TIME_AFTER_COLON.exec(begin.slice(colon[0].length)) : null;
  const label = normaliseLabel(match[1] ?? '');
  if (!isLabelShaped(label)) return null;
  const wordsAt = offset + match[0].length + (time?.[0].length ?? 0);
  const form = timed ? 'name-time' : colon ? 'colon' : 'tab';
  const times = timed ? spanOf(timed[2], timed[3]) : spanOf(time?.[1], time?.[2]);
  return { form, label, wordsAt, wordsAtWithoutLabel: null, ...times, alone: isBlankFrom(line, wordsAt) };
}

/** A time in brackets at the beginning, `[0:01 - 0:11]`, and how long it is with the space after it. */
export function readTimeHead(begin: string): (Pick<TurnHead, 'startMs' | 'endMs'> & { readonly length: number }) | null {
  const time = TIME_AFTER_COLON.exec(begin);
  return time && { length: time[0].length, ...spanOf(time[1], time[2]) };
}

function spanOf(start: string | undefined, end: string | undefined): Pick<TurnHead, 'startMs' | 'endMs'> {
  return { startMs: start === undefined ? null : msOfTime(start), endMs: end === undefined ? null : msOfTime(end) };
}

function isBlankFrom(line: string, offset: Utf16): boolean {
  return line.slice(offset).trim() === '';
}
