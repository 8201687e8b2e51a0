// What leaves for a thesis follows the printer's rules of its language: no-break spaces, curly apostrophes, guillemets.
import type { Language } from './project.ts';

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';
const ANY_SPACE = '[ \\t\\u00a0\\u202f\\u2009]*';

/** Web and mail addresses keep every character: this one, which no text uses, stands for each of them meanwhile. */
const PLACEHOLDER = '\ue000';
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>«»"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\ue000/giu;

/** What may follow a mark for it to be punctuation, and not part of a number, a path or a piece of code. */
const ENDS = '(?=$|[\\s!?»”’"\')\\]…])';

type QuoteSide = 'open' | 'close';

/** The side a straight quote takes; null when its neighbours do not tell. */
function quoteSide(before: string, after: string): QuoteSide | null {
  const opensAfter = before === '' || /[\s([{«“’'—–-]/u.test(before);
  const closesBefore = after === '' || /[\s)\]};:!?%»”.,…]/u.test(after);
  if (opensAfter && !closesBefore) return 'open';
  return before !== '' && !/[\s([{«“]/u.test(before) ? 'close' : null;
}

/** All the straight quotes of a line become curly, or none when they do not pair: half a pair would mislead. */
function curlQuotes(line: string, marks: readonly { open: string; close: string }[]): string {
  let depth = 0;
  let pairs = true;
  const curled = line.replace(/"/g, (quote, at: number) => {
    const side = quoteSide(line.charAt(at - 1), line.charAt(at + 1));
    const mark = marks[Math.min(side === 'close' ? depth - 1 : depth, marks.length - 1)];
    depth += side === 'open' ? 1 : -1;
    if (side === null || depth < 0 || !mark) pairs = false;
    return side && mark ? mark[side] : quote;
  });
  return pairs && depth === 0 ? curled : line;
}

/** `5'` and `12'30` are measures: an apostrophe after a digit stays. */
function curlApostrophes(text: string): string {
  return text.replace(/(?<!\d)'/g, '’');
}

function curlEnglishSingles(text: string): string {
  return text.replace(/(^|[\s([{“—])'(?=\S)([^'\n]*[^'\s])'(?=$|[\s)\]}.,;:!?”—])/gu, '$1‘$2’');
}

function spaceFrench(text: string): string {
  return text
    .replace(new RegExp(`«${ANY_SPACE}`, 'gu'), `«${NO_BREAK}`)
    .replace(new RegExp(`${ANY_SPACE}»`, 'gu'), `${NO_BREAK}»`)
    .replace(new RegExp(`(?<=[^\\s([{«“!?;:])${ANY_SPACE}([!?;])${ENDS}`, 'gu'), `${NARROW}$1`)
    .replace(new RegExp(`(?<=[^\\s([{«“!?;:])${ANY_SPACE}:${ENDS}`, 'gu'), `${NO_BREAK}:`)
    .replace(new RegExp(`(?<=\\d)${ANY_SPACE}%`, 'gu'), `${NARROW}%`)
    .replace(/(?<=\b[Nn]°) (?=\d)/gu, NO_BREAK);
}

const FRENCH_QUOTES = [
  { open: `«${NO_BREAK}`, close: `${NO_BREAK}»` },
  { open: '“', close: '”' },
];
const ENGLISH_QUOTES = [
  { open: '“', close: '”' },
  { open: '‘', close: '’' },
];

function typesetWords(text: string, language: Language): string {
  const marks = language === 'fr' ? FRENCH_QUOTES : ENGLISH_QUOTES;
  const lines = text.split('\n').map((line) => curlQuotes(line, marks));
  const curled = lines.join('\n');
  return language === 'fr' ? spaceFrench(curlApostrophes(curled)) : curlApostrophes(curlEnglishSingles(curled));
}

/**
 * Text as a printer would set it. French: no-break space before `:`, after `n°` and inside « », narrow one before `; ! ? %`, ’ and « ».
 * English: ’ ‘ ’ “ ”. Addresses, times (12:30), paths and § are left alone; setting twice changes nothing more.
 */
export function typeset(text: string, language: Language): string {
  const addresses = text.match(ADDRESS) ?? [];
  let next = 0;
  return typesetWords(text.replace(ADDRESS, PLACEHOLDER), language).replaceAll(PLACEHOLDER, () => addresses[next++] ?? '');
}

/** A verbatim in its language's quotation marks; marks that it holds itself become those of the second rank. */
export function quoted(text: string, language: Language): string {
  const inner = typeset(text.trim(), language);
  if (language === 'en') return `“${inner.replace(/“/g, '‘').replace(/”/g, '’')}”`;
  return `«${NO_BREAK}${inner.replace(/«[\s\u00a0]*/gu, '“').replace(/[\s\u00a0]*»/gu, '”')}${NO_BREAK}»`;
}

/** Shows where a passage was taken out of a sentence: `[…]` before a lower-case start and after an end without a full stop. */
export function withCuts(text: string): string {
  const passage = text.trim().replace(/\[\s?(?:\.\.\.|…)\s?\]/gu, '[…]');
  const before = /^\p{Ll}/u.test(passage) ? '[…] ' : '';
  const after = /[\p{L}\p{N},;:]$/u.test(passage) ? ' […]' : '';
  return `${before}${passage}${after}`;
}

/** The nearest to `typeset` that keeps every character in its place: spaces become no-break ones, apostrophes curly. For words with offsets. */
export function spacedAlike(text: string, language: Language): string {
  const curled = curlApostrophes(text);
  if (language === 'en') return curled;
  return curled
    .replace(/ (?=[!?;%])/gu, NARROW)
    .replace(/ (?=[:»])/gu, NO_BREAK)
    .replace(/(?<=«) /gu, NO_BREAK);
}
