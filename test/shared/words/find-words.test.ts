// Words are found whatever their accents, capitals, ligatures, apostrophes and hyphens, and always exactly where they stand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordMode } from '../../../shared/domain/coding-rule.ts';
import { wordFinder } from '../../../shared/words/find-words.ts';
import { FoldedText, foldedForFinding } from '../../../shared/words/folded-text.ts';
import { patternFinder } from '../../../shared/domain/search-pattern.ts';
import { isInsideSurrogatePair } from '../../../shared/domain/text-offset.ts';

const found = (words: string, mode: WordMode, text: string): string[] =>
  wordFinder({ words, mode }, 'fr')
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

/** Pieces that make places go wrong: pairs, marks on their own, ligatures, both apostrophes, no-break spaces. */
const piece = fc.constantFrom(
  'é',
  'e\u0301',
  'œ',
  'Œ',
  '😀',
  '👩‍👩‍👧',
  '’',
  "'",
  '-',
  '‑',
  ' ',
  '\u00a0',
  '\u202f',
  'a',
  'İ',
  'ß',
  '\u0301',
  'ñ',
  '.',
  '\n',
  'z',
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('words in a text', () => {
  it('stand exactly where they are said to, in any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('écoute', 'L’ÉCOUTE', 'œuvre', 'vis-à-vis', 'cœ\u0301ur 😀 net'), anyText, (before, word, after) => {
        const text = `${before} ${word} ${after}`;
        const place = before.length + 1;
        for (const words of [word, word.toLowerCase(), word.normalize('NFD'), foldedForFinding(word)]) {
          const hits = wordFinder({ words, mode: 'phrase' }, 'fr').find(text);
          // a mark right after it belongs to its last letter
          expect(
            hits.some(({ start, end }) => start === place && text.slice(start, end).replace(/\p{Mn}+$/u, '') === word.replace(/\p{Mn}+$/u, '')),
          ).toBe(true);
          for (const { start, end } of hits) expect(foldedForFinding(text.slice(start, end))).toBe(foldedForFinding(word));
        }
      }),
    );
  });

  it('fold letter by letter: every place of the folded text leads to whole letters of the original', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        const folded = new FoldedText(text);
        for (let start = 0; start < folded.text.length; start += 1) {
          const { start: from, end } = folded.original(start, start + 1);
          expect(end).toBeGreaterThan(from);
          expect(isInsideSurrogatePair(text, from) || isInsideSurrogatePair(text, end)).toBe(false);
          expect(foldedForFinding(text.slice(from, end))).toContain(folded.text[start]);
        }
        expect(folded.text).toBe(foldedForFinding(text.normalize('NFD')));
      }),
    );
  });

  it('are whole words, set apart by commas, elided or hyphenated ones too', () => {
    expect(found('ecoute, parole', 'words', 'L’Écoute, la porte-parole ; écouter, paroles.')).toEqual(['Écoute', 'parole']);
    expect(found("l'ecoute", 'words', 'l’écoute et l écoute')).toEqual(['l’écoute', 'l écoute']);
    expect(found('rendez vous', 'words', 'Un rendez-vous, un rendez‑vous, rendez. Vous.')).toEqual(['rendez-vous', 'rendez‑vous']);
    expect(found('oeuvre', 'words', 'L’œuvre, les ŒUVRES')).toEqual(['œuvre']);
  });

  it('go on when their beginning is asked for, and are one long expression when a phrase is', () => {
    expect(found('écout', 'prefix', 'Il écoutait, elle réécoute ; écoutez !')).toEqual(['écoutait', 'écoutez']);
    expect(found('oui, non', 'phrase', 'Oui, non. Oui et non.')).toEqual(['Oui, non']);
    expect(found('(a+b)?', 'phrase', 'Donc (A+B)? Non.')).toEqual(['(A+B)?']);
  });

  it('come in all their forms', () => {
    expect(found('écouter', 'stem', 'Écoute, écoutait, écoutés, écoutent, écouté, l’écoute, écot.')).toEqual([
      'Écoute',
      'écoutait',
      'écoutés',
      'écoutent',
      'écouté',
      'écoute',
    ]);
    expect(found('maisons, feuille de route', 'stem', 'La maison, une masure ; les feuilles de route.')).toEqual(['maison', 'feuilles de route']);
    expect(wordFinder({ words: 'meetings', mode: 'stem' }, 'en').find('We meet, the meeting met.')).toHaveLength(2);
  });

  it('are nowhere when nothing is asked', () => {
    expect(found(' , ;', 'words', 'Oui, non.')).toEqual([]);
    expect(found('…', 'stem', 'Oui…')).toEqual([]);
    expect(found('’, -', 'words', 'L’un, l’autre - et puis')).toEqual([]);
    expect(found('l’', 'words', 'L’un, l’autre, le')).toEqual(['L’', 'l’']);
  });
});

describe('a regular expression', () => {
  const matches = (pattern: string, text: string, options: { ignoresCase?: boolean; ignoresAccents?: boolean } = {}): string[] =>
    patternFinder({ pattern, ignoresCase: true, ignoresAccents: true, ...options })(text).map(({ start, end }) => text.slice(start, end));

  it('knows letters with accents', () => {
    expect(matches('\\bécout\\w+', 'Elle écoutait, réécoute', { ignoresAccents: false })).toEqual(['écoutait']);
    expect(matches('[\\wé]+té', 'La liberté', { ignoresAccents: false })).toEqual(['liberté']);
    expect(matches('decid(e|er)\\b', 'Décidé, e\u0301lu, décider')).toEqual(['Décidé', 'décider']);
    expect(matches('Écoute', 'écoute', { ignoresCase: false })).toEqual([]);
  });

  it('takes both apostrophes and every hyphen', () => {
    expect(matches("l'œuvre|vis-à-vis", 'L’oeuvre, vis‑à‑vis')).toEqual(['L’oeuvre', 'vis‑à‑vis']);
  });

  it('finds no empty place, and is refused when it is none', () => {
    expect(matches('x*', 'oui')).toEqual([]);
    expect(() => matches('(oui', 'oui')).toThrow('autocode.patternInvalid');
  });
});
