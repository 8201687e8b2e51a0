// An interview guide as people write it, in lines: themes as headings, questions below them, indented, numbered, bulleted or merely
// ending in « ? ».
import type { GuideDraft } from './guide.ts';

export interface GuideLine {
  readonly kind: 'theme' | 'question';
  readonly text: string;
}

export interface GuideOutline {
  /** What the text calls itself; null where it does not say. */
  readonly title: string | null;
  readonly lines: readonly GuideLine[];
}

const BULLET = /^(?:[-–—•●○▪■◦‣·*+>→➢➤✓]|o(?=\s{2,}|\t))\s+/u;
/** « 1. », « 2) », « 1.2 », « III – », « a) », « Q4 : », « Question 4 : » */
const NUMBER = /^(?:(?:Q(?:uestion)?\s*)?(\d{1,3}(?:\.\d{1,3})*)\s*[.):°\-–—]*|([IVX]{1,5}|[A-Za-z])\s*[.):\-–—])\s+/u;
const NAMED_THEME =
  /^(?:th[èe]me|theme|axe|partie|section|bloc|rubrique|part|block|topic)\s*(?:n°\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])?\s*(?:[.:)\-–—]\s*|$)/iu;
const GUIDE_TITLE = /guide|grille|trame d|canevas|questionnaire|interview schedule|topic list/iu;
const LONGEST_HEADING = 120;
const MOST_THEME = 300;
const MOST_QUESTION = 2000;

interface Read {
  readonly text: string;
  /** Columns of white space before it, a tab counting four. */
  readonly indent: number;
  /** `#` of Markdown, or « Thème 2 : ». */
  readonly isHeading: boolean;
  /** What stands before it: nothing, a bullet, « 3. », « 3.1 », « III – » or « c) ». */
  readonly marker: 'none' | 'bullet' | 'number' | 'subnumber' | 'roman' | 'letter';
  readonly followsBlank: boolean;
}

function markerOf(bullet: boolean, number: RegExpExecArray | null): Read['marker'] {
  const [, digits, sign] = number ?? [];
  if (digits !== undefined) return digits.includes('.') ? 'subnumber' : 'number';
  if (sign !== undefined) return /^[IVX]+$/u.test(sign) ? 'roman' : 'letter';
  return bullet ? 'bullet' : 'none';
}

function read(line: string, followsBlank: boolean): Read {
  const indent = (/^[\t \u00a0]*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
  let text = line.trim();
  const heading = /^#{1,6}\s+/u.exec(text);
  text = text.slice(heading?.[0].length ?? 0).replace(/^(\*\*|__)(.+)\1$/u, '$2');
  const bullet = BULLET.exec(text);
  text = text.slice(bullet?.[0].length ?? 0);
  const number = NUMBER.exec(text);
  text = text.slice(number?.[0].length ?? 0);
  const named = NAMED_THEME.exec(text);
  if (named && named[0].length < text.length) text = text.slice(named[0].length);
  const isHeading = heading !== null || named !== null;
  return { text: text.trim(), indent, isHeading, marker: markerOf(bullet !== null, number), followsBlank };
}

const isAsked = (text: string): boolean => /\?[\s»”"')\]]*$/u.test(text);
const isSentence = (text: string): boolean => /[.!…;]$/u.test(text) || text.length > LONGEST_HEADING;

/** What can only be a question, whatever stands around it. */
function isSurelyQuestion(line: Read): boolean {
  if (isAsked(line.text)) return true;
  if (line.isHeading) return false;
  return line.marker === 'bullet' || line.marker === 'subnumber' || isSentence(line.text);
}

/** A line that may be either is a theme when questions, or lines set in from it, come next. */
function isTheme(lines: readonly Read[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || isSurelyQuestion(line)) return false;
  if (line.isHeading || line.text.endsWith(':')) return true;
  if (!next || next.isHeading) return line.marker === 'none' && line.followsBlank && line.indent === 0;
  if (next.indent !== line.indent) return next.indent > line.indent;
  return isSurelyQuestion(next) && (line.marker === 'none' || next.marker !== line.marker);
}

function cleaned(text: string, most: number): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, most).trim();
}

/** Reads pasted lines. Where nothing looks like a heading, or like a question, every line is a question. */
export function outlineOf(text: string): GuideOutline {
  const rows = text.split(/\r\n?|\n|\u2028|\u2029|\v|\f/u);
  const lines = rows.flatMap((row, at) => {
    const one = read(row, at === 0 || (rows[at - 1] ?? '').trim() === '');
    return one.text === '' ? [] : [one];
  });
  const first = lines[0];
  const isNamedGuide = first !== undefined && GUIDE_TITLE.test(first.text) && !isAsked(first.text) && !isSentence(first.text);
  // a heading right above another one stands for the whole
  const isTopHeading = first?.isHeading === true && lines[1]?.isHeading === true;
  const isTitled = first !== undefined && lines.length > 1 && (isNamedGuide || isTopHeading);
  const body = isTitled ? lines.slice(1) : lines;
  const kinds = body.map((_, at) => (isTheme(body, at) ? ('theme' as const) : ('question' as const)));
  const hasQuestions = kinds.includes('question');
  return {
    title: isTitled ? cleaned(first.text.replace(/\s*:$/u, ''), MOST_THEME) : null,
    lines: body.map((line, at) => {
      const kind = hasQuestions ? (kinds[at] ?? 'question') : 'question';
      return { kind, text: kind === 'theme' ? cleaned(line.text.replace(/\s*:$/u, ''), MOST_THEME) : cleaned(line.text, MOST_QUESTION) };
    }),
  };
}

const MOST_THEMES = 200;
const MOST_QUESTIONS = 500;

/** The outline as a guide: questions before the first theme stand under one without a name. What a guide cannot hold is left out. */
export function draftOf({ title, lines }: GuideOutline, fallbackTitle: string): GuideDraft {
  const themes: GuideDraft['themes'] = [];
  for (const { kind, text } of lines) {
    if (kind === 'theme') themes.push({ name: text, questions: [] });
    else {
      if (themes.length === 0) themes.push({ name: '', questions: [] });
      themes.at(-1)?.questions.push({ text, categoryIds: [] });
    }
  }
  return {
    title: title ?? fallbackTitle,
    themes: themes.slice(0, MOST_THEMES).map((theme) => ({ ...theme, questions: theme.questions.slice(0, MOST_QUESTIONS) })),
  };
}
