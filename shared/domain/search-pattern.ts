// A regular expression as researchers write them, made one that knows letters with accents, and run over folded text.
import type { RuleFind } from './coding-rule.ts';
import { Refusal } from './failure.ts';
import { FoldedText } from '../words/folded-text.ts';
import type { Extent } from '../words/folded-text.ts';

export type PatternSearch = Omit<Extract<RuleFind, { kind: 'regex' }>, 'kind'>;

const WORD_CHARACTER = '\\p{L}\\p{M}\\p{N}_';
const EDGE = `(?:(?<=[${WORD_CHARACTER}])(?![${WORD_CHARACTER}])|(?<![${WORD_CHARACTER}])(?=[${WORD_CHARACTER}]))`;
const MIDDLE = `(?:(?<=[${WORD_CHARACTER}])(?=[${WORD_CHARACTER}])|(?<![${WORD_CHARACTER}])(?![${WORD_CHARACTER}]))`;

/** What JavaScript's engine means by these counts only letters without accents. */
const ESCAPES: Readonly<Record<string, { readonly outside: string; readonly inClass: string }>> = {
  '\\w': { outside: `[${WORD_CHARACTER}]`, inClass: WORD_CHARACTER },
  '\\W': { outside: `[^${WORD_CHARACTER}]`, inClass: '\\W' },
  '\\b': { outside: EDGE, inClass: '\\b' },
  '\\B': { outside: MIDDLE, inClass: '\\B' },
};

/** One escape, one bracket, or one other character. */
const TOKEN = /\\(?:[pPukx]\{[^}]*\}|k<[^>]*>|[^])|[^]/gu;
/** Written so in an expression, it is itself inside brackets and outside. */
const HYPHENS = /[‐‑‒–]/u;

function translated({ pattern, ignoresAccents }: PatternSearch): string {
  let inClass = false;
  return [...pattern.matchAll(TOKEN)]
    .map(([token]) => {
      if (token === '[') inClass = true;
      else if (token === ']') inClass = false;
      const escape = ESCAPES[token];
      if (escape) return inClass ? escape.inClass : escape.outside;
      if (token.startsWith('\\')) return token;
      if (HYPHENS.test(token)) return '\\x2d';
      return new FoldedText(token, { keepsCapitals: true, keepsAccents: !ignoresAccents }).text;
    })
    .join('');
}

/** Finds an expression in texts; throws (`autocode.patternInvalid`) at one that is none. It may take for ever: run it where it can be stopped. */
export function patternFinder(search: PatternSearch): (text: string) => Extent[] {
  const { pattern, ignoresCase, ignoresAccents } = search;
  let compiled: RegExp;
  try {
    // letters whose marks are characters of their own in the expression count as one letter
    compiled = new RegExp(translated({ ...search, pattern: pattern.normalize('NFC') }), `gmu${ignoresCase ? 'i' : ''}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /u, '').replace(/^\/.*\/[a-z]*: /su, '') : '';
    throw new Refusal('autocode.patternInvalid', { pattern, reason });
  }
  return (text) => {
    const folded = new FoldedText(text, { keepsCapitals: true, keepsAccents: !ignoresAccents });
    return [...folded.text.matchAll(compiled)].flatMap(({ 0: found, index }) => (found === '' ? [] : [folded.original(index, index + found.length)]));
  };
}
