// Finds words in a text whatever their accents, capitals, ligatures, apostrophes and hyphens; answers with places in the text itself.
import type { RuleFind, WordMode } from '../domain/coding-rule.ts';
import { FoldedText, foldedForFinding } from './folded-text.ts';
import type { Extent } from './folded-text.ts';
import { queryFinder } from './query-finder.ts';
import { parseQuery } from './search-query.ts';
import type { QueryNode } from './search-query.ts';
import { searchStemOf } from './stem.ts';
import type { Language } from '../domain/project.ts';

type WordSearch = Pick<Extract<RuleFind, { kind: 'text' }>, 'words' | 'mode'>;

/** What a text must hold for a search to find anything in it: for the word index. */
export type Needle =
  | {
      readonly words: string;
      /** The last word may go on. */
      readonly isBeginning: boolean;
    }
  /** Any word of this stem (`searchStemOf`). */
  | { readonly stem: string };

export interface WordFinder {
  /** One of these lists, each whole; null where the index cannot tell (a search without letters). */
  readonly needles: readonly (readonly Needle[])[] | null;
  /** In order, none over another. */
  find(text: string): Extent[];
}

const LETTER = '[\\p{L}\\p{N}]';
const WORD = /[\p{L}\p{N}]+/gu;
const GAP = /^[\s'-]+$/u;
const PIECES = /[\p{L}\p{N}]+|[\s'-]+|[^]/gu;

/** What the user typed, as the list of terms it is read as. */
export function termsOf({ words, mode }: WordSearch): string[] {
  const terms = mode === 'phrase' || mode === 'search' ? [words] : words.split(/[,;\n]/u);
  return [...new Set(terms.map((term) => term.trim()).filter((term) => !/^[\s'’ʼ‐‑-]*$/u.test(term)))];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

function patternOf(term: string, mode: WordMode): string {
  const pieces = [...foldedForFinding(term).matchAll(PIECES)].map(([piece]) => piece);
  const source = pieces.map((piece, at) => {
    if (GAP.test(piece) && at > 0 && at < pieces.length - 1) return "[\\s'-]+";
    return /^[\p{L}\p{N}]/u.test(piece) ? piece : `${at > 0 ? '\\s*' : ''}${escaped(piece)}`;
  });
  const beginsWithWord = /^[\p{L}\p{N}]/u.test(pieces[0] ?? '');
  const endsWithWord = /[\p{L}\p{N}]$/u.test(pieces.at(-1) ?? '');
  const tail = mode === 'prefix' ? `${LETTER}*` : `(?!${LETTER})`;
  return `${beginsWithWord ? `(?<!${LETTER})` : ''}${source.join('')}${endsWithWord ? tail : ''}`;
}

function byPattern(terms: readonly string[], mode: WordMode): WordFinder['find'] {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((term) => patternOf(term, mode)).join('|'), 'gu');
  return (text) => {
    const folded = new FoldedText(text);
    return [...folded.text.matchAll(pattern)].flatMap(({ 0: found, index }) => (found === '' ? [] : [folded.original(index, index + found.length)]));
  };
}

interface StemmedWord extends Extent {
  readonly stem: string;
}

type Stemmer = (word: string) => string;

/** Of one search: words come back again and again. */
function stemmer(language: Language): Stemmer {
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = searchStemOf(word, language)));
    return stem;
  };
}

function stemsIn(folded: string, stemOf: Stemmer): StemmedWord[] {
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => ({ stem: stemOf(word), start: index, end: index + word.length }));
}

function byStems(terms: readonly (readonly string[])[], stemOf: Stemmer): WordFinder['find'] {
  const known = new Set(terms.flat());
  return (text) => {
    const folded = new FoldedText(text);
    const words = stemsIn(folded.text, stemOf);
    const found: Extent[] = [];
    for (let at = 0; at < words.length; at += 1) {
      if (!known.has(words[at]?.stem ?? '')) continue;
      const isAt = (stems: readonly string[]): boolean =>
        stems.every((stem, more) => {
          const [word, before] = [words[at + more], words[at + more - 1]];
          return word?.stem === stem && (more === 0 || (before !== undefined && GAP.test(folded.text.slice(before.end, word.start))));
        });
      const length = Math.max(0, ...terms.filter(isAt).map((stems) => stems.length));
      const [first, last] = [words[at], words[at + length - 1]];
      if (length === 0 || !first || !last) continue;
      found.push(folded.original(first.start, last.end));
      at += length - 1;
    }
    return found;
  };
}

/** Any of these lists of words is in what the query finds; null where nothing can be said of it. */
function needlesOf(node: QueryNode, language: Language): (readonly Needle[])[] | null {
  switch (node.kind) {
    case 'words': {
      const last = node.words.length - 1;
      if (node.reading === 'forms') return [node.words.map((word) => ({ stem: searchStemOf(word, language) }))];
      return [node.words.map((words, at) => ({ words, isBeginning: node.isBeginning && at === last }))];
    }
    case 'not':
      return null;
    case 'near':
      return needlesOf(node.left, language);
    case 'and':
      return node.parts.map((part) => needlesOf(part, language)).find((needles) => needles !== null) ?? null;
    case 'or': {
      const parts = node.parts.map((part) => needlesOf(part, language));
      return parts.includes(null) ? null : parts.flatMap((needles) => needles ?? []);
    }
  }
}

function searchFinder(words: string, language: Language): WordFinder {
  const parsed = parseQuery(words);
  if (parsed.kind !== 'query') return { needles: [], find: () => [] };
  return { needles: needlesOf(parsed.node, language), find: queryFinder(parsed.node, language) };
}

export function wordFinder(search: WordSearch, language: Language): WordFinder {
  const { mode } = search;
  if (mode === 'search') return searchFinder(search.words, language);
  const terms = termsOf(search);
  if (mode === 'stem') {
    const stemOf = stemmer(language);
    const stems = terms.map((term) => stemsIn(foldedForFinding(term), stemOf).map(({ stem }) => stem)).filter((list) => list.length > 0);
    return { needles: stems.map((list) => list.map((stem) => ({ stem }))), find: byStems(stems, stemOf) };
  }
  const isIndexed = terms.every((term) => /[\p{L}\p{N}]/u.test(term));
  const needles = isIndexed ? terms.map((words) => [{ words, isBeginning: mode === 'prefix' }]) : null;
  return { needles, find: terms.length === 0 ? () => [] : byPattern(terms, mode) };
}
