// How a program counted the positions in its texts: known by its name, and measured where the quotes it wrote, or the edges of words, say otherwise.
import type { RefiConvention } from '../../../shared/domain/refi.ts';
import { CodePointIndex } from '../../../shared/domain/text-offset.ts';
import { decodeWindows1252 } from '../reading/decode-text.ts';
import type { ReadSelection } from './read-project.ts';

export interface PackageText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
  readonly isWindows1252: boolean;
}

export type Counting = Omit<RefiConvention, 'isUsual'>;

const MARK = '\ufeff';

/** UTF-8 or UTF-16 with its mark, else Windows-1252. */
export function packageText(bytes: Uint8Array): PackageText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), hasMark: true, isWindows1252: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), hasMark: true, isWindows1252: false };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(MARK);
    return { text: hasMark ? text.slice(1) : text, hasMark, isWindows1252: false };
  } catch {
    return { text: decodeWindows1252(bytes), hasMark: false, isWindows1252: true };
  }
}

/** What each program is known for; everything else counts code points of the text as it stands. */
export function usualCounting(origin: string): Counting {
  const usual: Counting = { unit: 'codepoint', lineEnd: 2, countsMark: false, includesEnd: false };
  if (/nvivo|^Trame.*UTF-16/i.test(origin)) return { ...usual, unit: 'utf16' };
  if (/atlas|qualcoder/i.test(origin)) return { ...usual, lineEnd: 1 };
  return /potato/i.test(origin) ? { ...usual, includesEnd: true } : usual;
}

/** Positions of one text as counted → UTF-16 offsets in it. */
export class Positions {
  readonly #index: CodePointIndex | null;
  readonly #length: number;
  readonly #returns: readonly number[];
  readonly #shift: number;

  constructor({ text, hasMark }: PackageText, { unit, lineEnd, countsMark }: Counting) {
    const counted = lineEnd === 1 ? text.replaceAll('\r\n', '\n') : text;
    // where, in the text without them, the CRs stood
    this.#returns = counted.length === text.length ? [] : [...text.matchAll(/\r\n/g)].map(({ index }, before) => index - before);
    this.#index = unit === 'codepoint' ? new CodePointIndex(counted) : null;
    this.#length = counted.length;
    this.#shift = countsMark && hasMark ? 1 : 0;
  }

  /** Undefined outside the text. */
  at(counted: number): number | undefined {
    const place = counted - this.#shift;
    const offset = this.#index ? this.#index.toUtf16(place) : place >= 0 && place <= this.#length ? place : undefined;
    return offset === undefined ? undefined : offset + this.#returnsBefore(offset);
  }

  #returnsBefore(offset: number): number {
    let low = 0;
    let high = this.#returns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#returns[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const LETTER = /[\p{L}\p{N}]/u;
const blank = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The words of a selection's name, without the sign that it goes on. */
export function quotedIn(name: string): string {
  return blank(name.replace(/(?:…|\.\.\.)\s*$/u, ''));
}

/** Whether what stands there begins as the quote does. */
export function isQuote(text: string, start: number, end: number, quote: string): boolean {
  if (start + quote.length <= end && text.startsWith(quote, start)) return true;
  return blank(text.slice(start, Math.min(end, start + 4 * quote.length + 100))).startsWith(quote);
}

const SHORTEST_QUOTE = 3;

/** From 0 to 1: the quote stands there, or, where none was written, both ends lie at the edge of a word. */
function score(text: string, { name }: ReadSelection, start: number | undefined, end: number | undefined, isQuoting: boolean): number {
  if (start === undefined || end === undefined || start > end) return 0;
  if (isQuoting) return Number(isQuote(text, start, end, quotedIn(name)));
  const isEdge = (at: number): boolean => !(LETTER.test(text[at - 1] ?? ' ') && LETTER.test(text[at] ?? ' '));
  return (Number(isEdge(start)) + Number(isEdge(end))) / 2;
}

export interface SampleText {
  readonly text: PackageText;
  readonly selections: readonly ReadSelection[];
}

const CLEARLY = 0.05;

function candidates(): Counting[] {
  const all: Counting[] = [];
  for (const unit of ['codepoint', 'utf16'] as const)
    for (const lineEnd of [1, 2] as const)
      for (const countsMark of [false, true]) for (const includesEnd of [false, true]) all.push({ unit, lineEnd, countsMark, includesEnd });
  return all;
}

function fit(samples: readonly SampleText[], counting: Counting, isQuoting: boolean): number {
  let [sum, count] = [0, 0];
  for (const { text, selections } of samples) {
    const positions = new Positions(text, counting);
    for (const selection of selections) {
      count += 1;
      const end = positions.at(selection.end + (counting.includesEnd ? 1 : 0));
      sum += score(text.text, selection, positions.at(selection.start), end, isQuoting);
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** Quotes decide where there are any: whether the end is counted in shows at the edges of words, whatever is quoted. */
export function countingOf(samples: readonly SampleText[], origin: string): RefiConvention {
  const usual = usualCounting(origin);
  // what this program wrote, it knows
  if (origin.startsWith('Trame')) return { ...usual, isUsual: true };
  const quoting = samples
    .map(({ text, selections }) => ({ text, selections: selections.filter(({ name }) => quotedIn(name).length >= SHORTEST_QUOTE) }))
    .filter(({ selections }) => selections.length > 0);
  const total = (counting: Counting): number =>
    quoting.length > 0 ? (2 * fit(quoting, counting, true) + fit(samples, counting, false)) / 3 : fit(samples, counting, false);
  let best = usual;
  let most = total(usual) + CLEARLY;
  for (const candidate of candidates()) {
    const reached = total(candidate);
    if (reached <= most) continue;
    most = reached;
    best = candidate;
  }
  return { ...best, isUsual: best === usual };
}

const NEAR = 200;

/** Where the quote stands instead, close by and nowhere else there. */
export function quoteNear(text: string, start: number, length: number, quote: string): { start: number; end: number } | null {
  const from = Math.max(0, start - NEAR);
  const around = text.slice(from, start + NEAR + quote.length);
  const pattern = new RegExp(
    quote
      .split(' ')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'gu',
  );
  const [first, ...others] = around.matchAll(pattern);
  if (!first || others.length > 0) return null;
  const at = from + first.index;
  return { start: at, end: Math.min(text.length, at + Math.max(length, first[0].length)) };
}
