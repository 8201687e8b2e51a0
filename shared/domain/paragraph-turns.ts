// The turns of a text made of lines: each line a turn, its head (label, time) confirmed by the whole file.
import { answerHead, type HeadReader } from './chosen-heads.ts';
import { isNobody, type LabelUse, labelKey, speakerKeys } from './speaker-labels.ts';
import { type Line, trimmedExtent } from './text-lines.ts';
import type { Utf16 } from './text-offset.ts';
import { type Draft, firstSpelling } from './turn-draft.ts';
import { type HeadForm, msOfTime, readTurnHead, type TurnHead } from './turn-head.ts';

/** A line that is not blank, and the head that the whole file confirms. */
interface Paragraph {
  readonly line: Line;
  /** Nobody says it: a title, a note. */
  readonly heading: boolean;
  /** Where the line's content begins: after a heading's marks. */
  readonly start: Utf16;
  head: TurnHead | null;
}

const HEADING_MARKS = /^\s{0,3}#{1,6}\s{1,8}/u;

/** The turns, and the form most of their heads have (null when they have none). `hint`: the one form to believe. */
export function draftsOfParagraphs(
  text: string,
  lines: readonly Line[],
  hint: HeadForm | 'paragraphs' | undefined,
  unspokenLines: ReadonlySet<Utf16>,
): { form: HeadForm | null; drafts: Draft[] } {
  const paragraphs = lines.filter((line) => !line.blank).map((line) => paragraphOf(text, line, unspokenLines));
  if (hint === 'paragraphs') for (const paragraph of paragraphs) paragraph.head = null;
  dropNamesAmongTimedLines(paragraphs);
  confirmHeads(paragraphs, hint === 'paragraphs' ? undefined : hint);
  return { form: commonestForm(paragraphs), drafts: joinHeadsToWords(text, paragraphs) };
}

/**
 * The turns where every head that `readHead` finds counts, a title's too. `hasAnswers`: the lines below a head's words are the answer
 * to it, up to the next head or title.
 */
export function draftsOfChosenHeads(
  text: string,
  lines: readonly Line[],
  readHead: HeadReader,
  unspokenLines: ReadonlySet<Utf16>,
  hasAnswers: boolean,
): Draft[] {
  const paragraphs = lines
    .filter((line) => !line.blank)
    .map((line): Paragraph => {
      const paragraph = paragraphOf(text, line, unspokenLines);
      const head = readHead(text.slice(paragraph.start, line.end));
      return { ...paragraph, heading: paragraph.heading && head === null, head };
    });
  if (hasAnswers) giveAnswers(paragraphs);
  return joinHeadsToWords(text, paragraphs);
}

function giveAnswers(paragraphs: readonly Paragraph[]): void {
  let expected: 'nothing' | 'question' | 'answer' = 'nothing';
  for (const paragraph of paragraphs) {
    if (paragraph.heading) expected = 'nothing';
    else if (paragraph.head) expected = paragraph.head.alone ? 'question' : 'answer';
    else if (expected === 'question') expected = 'answer';
    else if (expected === 'answer') paragraph.head = answerHead();
  }
}

function paragraphOf(text: string, line: Line, unspokenLines: ReadonlySet<Utf16>): Paragraph {
  const marks = HEADING_MARKS.exec(text.slice(line.start, Math.min(line.end, line.start + 24)))?.[0].length ?? 0;
  const start = line.start + marks;
  const heading = marks > 0 || unspokenLines.has(line.start);
  const head = readTurnHead(text.slice(start, line.end));
  // « ## Parcours : les débuts » is a title; « ## Marie (0:12) » announces Marie.
  return { line, heading, start, head: heading && !head?.alone ? null : head };
}

/** `[0:01] mh` is a name only when words follow below it: among lines that each have their time, it is what was said. */
function dropNamesAmongTimedLines(paragraphs: readonly Paragraph[]): void {
  paragraphs.forEach((paragraph, index) => {
    const { head } = paragraph;
    const next = paragraphs[index + 1];
    const isNameAfterTime = head?.form === 'bracket-time' && head.alone && head.label !== null;
    if (isNameAfterTime && (!next || next.head?.form === 'bracket-time' || next.head?.alone)) paragraph.head = withoutLabel(head);
  });
}

/** The same head as a time that the words follow; null when the line has no time in brackets to keep. */
function withoutLabel(head: TurnHead): TurnHead | null {
  if (head.label === null) return head;
  return head.wordsAtWithoutLabel === null ? null : { ...head, label: null, wordsAt: head.wordsAtWithoutLabel, alone: false };
}

function confirmHeads(paragraphs: readonly Paragraph[], hint: HeadForm | undefined): void {
  const uses: LabelUse[] = [];
  let count = 0;
  for (const { head, heading } of paragraphs) {
    if (head) uses.push({ head, paragraph: count });
    // A head alone on its line and the words below it are one paragraph; a title is none.
    if (!head?.alone && !heading) count += 1;
  }
  const keys = hint === undefined ? speakerKeys(uses, Math.max(count, 1)) : keysOfForm(uses, hint);
  const timed = uses.filter(({ head }) => head.form === 'bracket-time').length;
  const believesTimes = timed > 1 || keys.size > 0 || hint === 'bracket-time';
  for (const paragraph of paragraphs) {
    const { head } = paragraph;
    if (!head) continue;
    const isExpected = hint === undefined || hint === head.form;
    if (isExpected && head.label !== null && keys.has(labelKey(head.label))) continue;
    paragraph.head = isExpected && believesTimes ? withoutLabel(head) : null;
  }
}

function keysOfForm(uses: readonly LabelUse[], form: HeadForm): Set<string> {
  const heads = uses.map(({ head }) => head).filter((head) => head.form === form);
  return new Set(heads.flatMap((head) => (head.label === null || isNobody(head) ? [] : [labelKey(head.label)])));
}

function commonestForm(paragraphs: readonly Paragraph[]): HeadForm | null {
  const counts = new Map<HeadForm, number>();
  for (const { head } of paragraphs) if (head && head.form !== 'chosen') counts.set(head.form, (counts.get(head.form) ?? 0) + 1);
  let commonest: HeadForm | null = null;
  for (const [form, count] of counts) if (commonest === null || count > (counts.get(commonest) ?? 0)) commonest = form;
  return commonest;
}

/** A head without words waits for the next line; a time alone waits for the next head as well, a name alone for a time. */
function joinHeadsToWords(text: string, paragraphs: readonly Paragraph[]): Draft[] {
  const drafts: Draft[] = [];
  const spelling = firstSpelling();
  let speaker: string | null = null;
  let waiting: Draft | null = null;
  let waitsForName = false;
  let waitsForTime = false;
  for (const { line, heading, start, head } of paragraphs) {
    const joins = !heading && (head === null || (head.label === null ? waitsForTime : waitsForName));
    const draft: Draft = (joins ? waiting : null) ?? {
      start: line.start,
      bodyStart: start,
      bodyEnd: start,
      speaker: null,
      startMs: null,
      endMs: null,
    };
    if (draft !== waiting) drafts.push(draft);
    if (head && head.label !== null) speaker = spelling(head.label);
    else if (heading) speaker = null;
    draft.speaker = speaker;
    draft.startMs = head?.startMs ?? draft.startMs;
    draft.endMs = head?.endMs ?? draft.endMs;
    setWords(draft, text, start + (head?.wordsAt ?? 0), line.end);
    waiting = head?.alone ? draft : null;
    waitsForName = waiting !== null && head?.label === null;
    waitsForTime = waiting !== null && waiting.startMs === null;
  }
  return drafts;
}

// f4 and its kin end a paragraph with the time at which it ends: « … voilà. #00:12:03-4# ».
const F4_TIME = /\s{0,8}#(\d{1,3}:\d{2}:\d{2})-(\d)#$/u;

function setWords(draft: Draft, text: string, from: Utf16, to: Utf16): void {
  const words = trimmedExtent(text, from, to);
  const tail = F4_TIME.exec(text.slice(Math.max(words.start, words.end - 32), words.end));
  draft.bodyStart = words.start;
  draft.bodyEnd = words.end - (tail?.[0].length ?? 0);
  if (tail) draft.endMs = msOfTime(`${tail[1]}.${tail[2]}`);
}
