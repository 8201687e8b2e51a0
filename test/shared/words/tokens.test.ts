// A text is cut into the words a linguist would count, and stems are Snowball's. The cases carry their sources.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchStemOf, stemOf } from '../../../shared/words/stem.ts';
import { tokensOf } from '../../../shared/words/tokens.ts';
import tokenisation from './cases/text-french-tokenisation.json' with { type: 'json' };
import snowball from './cases/text-snowball-french.json' with { type: 'json' };

const words = (text: string): string =>
  tokensOf(text, 'fr')
    .map((token) => token.text)
    .join(' | ');

describe('the words of a French text', () => {
  it('are those of the reference', () => {
    expect(tokensOf(tokenisation.input.text, 'fr').map(({ text }) => text)).toEqual(tokenisation.expected.tokens);
  });

  it('stand apart when elided, with either apostrophe', () => {
    expect(words("L’eau, l'eau, qu’ils, jusqu’à, puisqu'on, d’aujourd’hui")).toBe(
      "l | eau | l | eau | qu | ils | jusqu | à | puisqu | on | d | aujourd'hui",
    );
    expect(words('quelqu’un, presqu’île, prud’hommes, O’Brien')).toBe("quelqu'un | presqu'île | prud'hommes | o'brien");
  });

  it('lose the -t- that is only heard, and the pronouns after a verb', () => {
    expect(words('Y a-t-il ? Donne-m’en, vas-y, allez-vous-en, va-t’en')).toBe(
      'y | a | il | donne | m | en | vas | y | allez | vous | en | va | t | en',
    );
    expect(words('un rendez-vous, c’est-à-dire celui-ci, peut-être, chez-moi')).toBe(
      "un | rendez-vous | c'est-à-dire | celui-ci | peut-être | chez-moi",
    );
  });

  it('are one with inclusive writing, and numbers with their decimals', () => {
    expect(words('Les acteur·rice·s : 3,5 % de 10 000')).toBe('les | acteur·rice·s | 3,5 | de | 10 | 000');
    expect(stemOf('acteur·rice·s', 'fr')).toBe(stemOf('acteurs', 'fr'));
  });

  it('keep apostrophes and hyphens in English', () => {
    expect(tokensOf('Don’t they know a well-known one?', 'en').map(({ text }) => text)).toEqual(["don't", 'they', 'know', 'a', 'well-known', 'one']);
  });

  it('stand where they say, in any text', () => {
    const piece = fc.constantFrom(
      'l’',
      "qu'",
      'été',
      'e\u0301te\u0301',
      'œuvre',
      '-t-',
      'il',
      'a',
      ' ',
      '. ',
      '-',
      '😀',
      '3,5',
      '·',
      'ß',
      'aujourd’hui',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.constantFrom('fr', 'en'),
        (text, language) => {
          let before = 0;
          for (const token of tokensOf(text, language)) {
            expect(token.start).toBeGreaterThanOrEqual(before);
            expect(token.end).toBeGreaterThan(token.start);
            before = token.end;
            const written = text.slice(token.start, token.end).normalize('NFC').toLowerCase().replace(/[’ʼ]/gu, "'");
            expect(written).toBe(token.text);
          }
        },
      ),
    );
  });
});

describe('the stem of a word', () => {
  it('is Snowball’s', () => {
    expect(Object.fromEntries(snowball.input.map((word) => [word, stemOf(word, 'fr')]))).toEqual(snowball.expected);
  });

  it('is one for searches with accents or without, whoever does it', () => {
    const same = (list: string): void => expect(new Set(list.split(' ').map((word) => searchStemOf(word, 'fr'))).size, list).toBe(1);
    same('écouter ecouter écoute écoutée ecoutee écoutées écoutent écoutaient écoutèrent ecouterent');
    same('activité activite activités');
    same('innover innovent innovation innovations innovants');
    same('présent présente présents présentent');
    same('différent différence différents');
    same('cheval chevaux');
    same('CŒUR coeurs');
    expect(searchStemOf('souvent', 'fr')).toBe('souvent');
    expect(searchStemOf('parent', 'fr')).not.toBe(searchStemOf('par', 'fr'));
  });
});
