// Finds what a search asks for in a text (a turn, a memo, a category's card): whether the text answers to it, and where.
import type { Language } from '../domain/project.ts';
import type { Utf16 } from '../domain/text-offset.ts';
import { FoldedText, foldedForFinding, isPlain } from './folded-text.ts';
import type { Extent } from './folded-text.ts';
import type { QueryNode, WordsNode } from './search-query.ts';
import { searchStemOf } from './stem.ts';

export type QueryFinder = (text: string) => Extent[];

const WORD = /[\p{L}\p{N}]+/gu;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;

/** A text's words, as the word index cuts them. */
class TextWords {
  readonly words: readonly string[];
  readonly #text: string;
  readonly #folded: FoldedText;
  readonly #starts: readonly Utf16[];

  constructor(text: string) {
    this.#text = text;
    this.#folded = new FoldedText(text);
    const words: string[] = [];
    const starts: number[] = [];
    for (const { 0: word, index } of this.#folded.text.matchAll(WORD)) {
      words.push(word);
      starts.push(index);
    }
    this.words = words;
    this.#starts = starts;
  }

  extent(first: number, last: number): Extent {
    return this.#folded.original(this.#starts[first] ?? 0, (this.#starts[last] ?? 0) + (this.words[last]?.length ?? 0));
  }

  written(at: number): string {
    const { start, end } = this.extent(at, at);
    return this.#text.slice(start, end).normalize('NFC');
  }
}

/** From the first word to the last, by their numbers in the text. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** Null where the text does not answer; a NOT that holds answers without a place. */
type Test = (words: TextWords) => Span[] | null;

type WordTest = (words: TextWords, at: number) => boolean;

/** Stems of one search: words come back again and again. */
type Stemmer = (folded: string) => string;

function stemmer(language: Language): Stemmer {
  const known = new Map<string, string>();
  return (folded) => {
    let stem = known.get(folded);
    if (stem === undefined) known.set(folded, (stem = searchStemOf(folded, language)));
    return stem;
  };
}

function wordTest(word: string, reading: WordsNode['reading'], isBeginning: boolean, stemOf: Stemmer): WordTest {
  const wanted = reading === 'exact' ? word : foldedForFinding(word);
  if (reading === 'forms') {
    const stem = stemOf(wanted);
    return ({ words }, at) => stemOf(words[at] ?? '') === stem;
  }
  const asCompared = (words: TextWords, at: number): string => (reading === 'exact' ? words.written(at) : (words.words[at] ?? ''));
  return isBeginning ? (words, at) => asCompared(words, at).startsWith(wanted) : (words, at) => asCompared(words, at) === wanted;
}

function wordsTest({ words: wanted, reading, isBeginning }: WordsNode, stemOf: Stemmer): Test {
  const tests = wanted.map((word, at) => wordTest(word, reading, isBeginning && at === wanted.length - 1, stemOf));
  return (words) => {
    const spans: Span[] = [];
    for (let first = 0; first + tests.length <= words.words.length; first += 1) {
      if (tests.every((test, more) => test(words, first + more))) spans.push({ first, last: first + tests.length - 1 });
    }
    return spans.length > 0 ? spans : null;
  };
}

/** Words between two spans that do not overlap. */
function between(a: Span, b: Span): number {
  return a.first > b.last ? a.first - b.last - 1 : b.first - a.last - 1;
}

function nearTest(left: Test, right: Test, most: number): Test {
  return (words) => {
    const [lefts, rights] = [left(words), right(words)];
    if (!lefts || !rights) return null;
    const spans = lefts.flatMap((a) => {
      const apart = rights.filter((b) => between(a, b) >= 0 && between(a, b) <= most);
      const nearest = apart.toSorted((b, c) => between(a, b) - between(a, c) || c.first - b.first)[0];
      return nearest ? [{ first: Math.min(a.first, nearest.first), last: Math.max(a.last, nearest.last) }] : [];
    });
    return spans.length > 0 ? spans : null;
  };
}

function testOf(node: QueryNode, stemOf: Stemmer): Test {
  switch (node.kind) {
    case 'words':
      return wordsTest(node, stemOf);
    case 'near':
      return nearTest(testOf(node.left, stemOf), testOf(node.right, stemOf), node.most);
    case 'not': {
      const test = testOf(node.part, stemOf);
      return (words) => (test(words) ? null : []);
    }
    case 'and': {
      const tests = node.parts.map((part) => testOf(part, stemOf));
      return (words) => {
        const all: Span[] = [];
        for (const test of tests) {
          const spans = test(words);
          if (!spans) return null;
          all.push(...spans);
        }
        return all;
      };
    }
    case 'or': {
      const tests = node.parts.map((part) => testOf(part, stemOf));
      return (words) => {
        const answers = tests.map((test) => test(words)).filter((spans) => spans !== null);
        return answers.length > 0 ? answers.flat() : null;
      };
    }
  }
}

/** In order, the longest where some overlap. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    if (span.first > (kept.at(-1)?.last ?? -1)) kept.push(span);
  }
  return kept;
}

const FIRST_LETTERS = 3;

/** What every form of the word begins with: stems change endings only, of short words all but the first two letters. */
function beginningOf(folded: string, reading: WordsNode['reading'], stemOf: Stemmer): string {
  if (reading !== 'forms') return folded;
  const stem = stemOf(folded);
  return stem.slice(0, stem.length > FIRST_LETTERS ? FIRST_LETTERS : FIRST_LETTERS - 1);
}

/** One word alone is looked for by what it begins with: a text need not be cut into all its words. Null where it is no single word. */
function oneWordFinder({ words, reading, isBeginning }: WordsNode, stemOf: Stemmer): QueryFinder | null {
  const [word = ''] = words;
  const folded = foldedForFinding(word);
  if (words.length !== 1 || folded.match(WORD)?.[0] !== folded) return null;
  const beginning = beginningOf(folded, reading, stemOf);
  const stem = stemOf(folded);
  const isMeant = (found: string): boolean => (reading === 'forms' ? stemOf(found) === stem : isBeginning || found === folded);
  const pattern = new RegExp(`${beginning}[\\p{L}\\p{N}]*`, 'gu');
  const asWritten = new RegExp(`${word}[\\p{L}\\p{N}]*`, 'gu');
  const extents = (text: string, by: RegExp, isWanted: (found: string) => boolean): Extent[] =>
    [...text.matchAll(by)].flatMap(({ 0: found, index }) =>
      isWanted(found) && !ENDS_IN_WORD.test(text.slice(Math.max(0, index - 2), index)) ? [{ start: index, end: index + found.length }] : [],
    );
  return (text) => {
    if (reading === 'exact' && isPlain(text)) return extents(text, asWritten, (found) => isBeginning || found === word);
    const whole = new FoldedText(text);
    const found = extents(whole.text, pattern, isMeant).map(({ start, end }) => whole.original(start, end));
    if (reading !== 'exact') return found;
    return found.filter(({ start, end }) => {
      const written = text.slice(start, end).normalize('NFC');
      return isBeginning ? written.startsWith(word) : written === word;
    });
  };
}

/** The places in a text that answers to the query, none over another. */
export function queryFinder(node: QueryNode, language: Language): QueryFinder {
  const stemOf = stemmer(language);
  const alone = node.kind === 'words' ? oneWordFinder(node, stemOf) : null;
  if (alone) return alone;
  const test = testOf(node, stemOf);
  return (text) => {
    const words = new TextWords(text);
    return apart(test(words) ?? []).map(({ first, last }) => words.extent(first, last));
  };
}
