// French typography is what a jury sees first: the rules as tables, and that setting a text twice changes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted, typeset, withCuts } from '../../../shared/domain/typography.ts';

/** No-break spaces made visible: `~` for U+00A0, `_` for U+202F. */
const seen = (text: string): string => text.replace(/\u00a0/g, '~').replace(/\u202f/g, '_');

describe('in French', () => {
  test.each([
    ['Pourquoi ? Parce que !', 'Pourquoi_? Parce que_!'],
    ['Pourquoi? Parce que!', 'Pourquoi_? Parce que_!'],
    ['Tableau 1 : les outils', 'Tableau 1~: les outils'],
    ['deux choses : un, deux ; trois', 'deux choses~: un, deux_; trois'],
    ['Vraiment ?! Oui !!!', 'Vraiment_?! Oui_!!!'],
    ['50 % ou 50%', '50_% ou 50_%'],
    ["l'animation d'un réseau", 'l’animation d’un réseau'],
    ['on parle d\'"innovation" ici', 'on parle d’«~innovation~» ici'],
    ['"il a dit "oui" hier"', '«~il a dit “oui” hier~»'],
    ['« déjà »  «ici»', '«~déjà~»  «~ici~»'],
    ['rendez-vous à 12:30', 'rendez-vous à 12:30'],
    ['voir https://exemple.fr/a?b=1;c!d : oui', 'voir https://exemple.fr/a?b=1;c!d~: oui'],
    ['écrire à a.b@exemple.fr !', 'écrire à a.b@exemple.fr_!'],
    ['E12 §34', 'E12 §34'],
    ['le pôle n° 1', 'le pôle n°~1'],
    ['C:\\corpus', 'C:\\corpus'],
    ['(?) et [!]', '(?) et [!]'],
    ['un écran de 5" seulement', 'un écran de 5" seulement'],
    ["en 12'30", "en 12'30"],
    ['« Vous venez ? »', '«~Vous venez_?~»'],
    ['le " perdu', 'le " perdu'],
  ])('%s', (typed, printed) => expect(seen(typeset(typed, 'fr'))).toBe(printed));

  test('a verbatim stands in guillemets, and what it quotes in second-rank marks', () => {
    expect(seen(quoted(' on dit "stop" ici ', 'fr'))).toBe('«~on dit “stop” ici~»');
  });
});

describe('in English', () => {
  test.each([
    ['"yes": he said', '“yes”: he said'],
    ["it's the 'pole' effect", 'it’s the ‘pole’ effect'],
    ['Really? 50%!', 'Really? 50%!'],
    ['"a "b" c"', '“a ‘b’ c”'],
  ])('%s', (typed, printed) => expect(typeset(typed, 'en')).toBe(printed));

  test('a verbatim stands in curly quotes', () => expect(quoted('they say "stop"', 'en')).toBe('“they say ‘stop’”'));
});

test('a passage taken out of a sentence shows its cuts', () => {
  expect(withCuts('tout le monde décide')).toBe('[…] tout le monde décide […]');
  expect(withCuts('Tout le monde [...] décide (...).')).toBe('Tout le monde […] décide (...).');
});

const words = fc.array(
  fc.constantFrom(
    'a',
    'É',
    '1',
    ' ',
    '\u00a0',
    '\u202f',
    '"',
    "'",
    '’',
    '«',
    '»',
    '“',
    '”',
    ':',
    ';',
    '!',
    '?',
    '%',
    '(',
    ')',
    '.',
    '-',
    '\n',
    '§',
    '@',
    'n°',
    'https://',
    '😀',
  ),
  { maxLength: 24 },
);

test.each(['fr', 'en'] as const)('setting twice is setting once (%s)', (language) => {
  fc.assert(
    fc.property(words, (pieces) => {
      const once = typeset(pieces.join(''), language);
      expect(typeset(once, language)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});

test.each(['fr', 'en'] as const)('no letter, digit or line is lost (%s)', (language) => {
  const kept = (text: string): string => text.replace(/[\s\u00a0\u202f"'‘’«»“”]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(kept(typeset(text, language))).toBe(kept(text));
    }),
  );
});
