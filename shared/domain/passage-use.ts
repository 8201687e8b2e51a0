// Where a passage was put to use: cells, syntheses, memos, examples; and how a citation of it is recognised in what people wrote.
import type { LinkTarget } from './text-link.ts';

export interface PassageUses {
  /** Crossings whose synthesis quotes the passage, or in which it was given a stance. */
  readonly cells: readonly LinkTarget[];
  /** Memos whose text points to it. */
  readonly memos: readonly LinkTarget[];
  /** Categories that give it as their example. */
  readonly examples: readonly LinkTarget[];
}

export function countUses({ cells, memos, examples }: PassageUses): number {
  return cells.length + memos.length + examples.length;
}

/** « words » (E12 §34), “words” (E12 §34): what stands between the marks, then the reference. */
const CITATION = /[«“"]([^«»]*?)[»”"]\s*\(([^()]+)\)/gu;
const CUT = /\[\s?(?:…|\.\.\.)\s?\]/u;
/** A word or two in common show nothing. */
const LEAST_WORDS = 3;

/** Letters and digits alone: typographers' spaces and marks, case and accents tell nothing about where words come from. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function holds(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

/**
 * True where a text quotes a passage: its reference in parentheses after quotation marks, and between these the passage's words, a part of
 * them (cuts shown by […] allowed), or more than them. A quotation of fewer than three words must be the whole passage.
 */
export function quotesPassage(text: string, passage: { readonly quote: string; readonly ref: string }): boolean {
  const words = bare(passage.quote);
  const ref = bare(passage.ref);
  if (words === '') return false;
  return [...text.matchAll(CITATION)].some(([, quoted = '', cited = '']) => {
    if (bare(cited) !== ref) return false;
    const parts = quoted
      .split(CUT)
      .map(bare)
      .filter((part) => part !== '');
    if (parts.length === 0) return false;
    const said = parts.join(' ');
    if (holds(said, words)) return true;
    return said.split(' ').length >= LEAST_WORDS && parts.every((part) => holds(words, part));
  });
}
