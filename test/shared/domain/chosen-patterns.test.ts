// Turns found as the researcher says that they are announced, whatever the rest of the file looks like.
import { describe, expect, test } from 'vitest';
import { type ChosenPattern, recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import { told } from '../../support/told-turns.ts';

/** The pattern that the researcher chose, a text, and its turns. */
const CHOSEN: readonly (readonly [what: string, chosen: ChosenPattern, text: string, turns: readonly string[]])[] = [
  [
    'initials, however seldom they come',
    { kind: 'initials' },
    'Notes de terrain\nI: Bonjour\nE : Salut\nune suite\nAB: moi aussi\nMarie : non\nC:\\entretiens\n12:30 : midi\n',
    [
      '· > Notes de terrain',
      'I > Bonjour',
      'E > Salut',
      'E > une suite',
      'AB > moi aussi',
      'AB > Marie : non',
      'AB > C:\\entretiens',
      'AB > 12:30 : midi',
    ],
  ],
  [
    'initials set bold, with a dash, a time before or behind them, alone on their line',
    { kind: 'initials' },
    '**I :** a\n– É: b\n(0:12) I: c\nE: [0:15 - 0:20] d\nI:\ne\n',
    ['I > a', 'É > b', 'I > c @12-', 'E > d @15-20', 'I > e'],
  ],
  [
    'numbered questions, the answers below them',
    { kind: 'questions' },
    'Questionnaire\n1. Qui êtes-vous ?\nMoi.\nEt encore moi, 12 ans.\n2) Où ?\nIci, 1.5 km.\n\nQ3 : Quand ?\n12:30 environ\n10 – 20 fois\nQuestion 4 – Pourquoi ?\nParce que.\n',
    [
      '· > Questionnaire',
      'Q > Qui êtes-vous ?',
      'R > Moi.',
      'R > Et encore moi, 12 ans.',
      'Q > Où ?',
      'R > Ici, 1.5 km.',
      'Q > Quand ?',
      'R > 12:30 environ',
      'R > 10 – 20 fois',
      'Q > Pourquoi ?',
      'R > Parce que.',
    ],
  ],
  [
    'a question whose words stand below its number, a section that ends the answer',
    { kind: 'questions' },
    'Question n° 12\nQui ?\nMoi.\n# Partie B\nUne consigne.\n**13.** Où ?\nIci.\n',
    ['Q > Qui ?', 'R > Moi.', '· > Partie B', '· > Une consigne.', 'Q > Où ?', 'R > Ici.'],
  ],
  [
    'an expression whose groups are named',
    { kind: 'custom', regex: '(?<start>\\d+:\\d+)(?:-(?<end>\\d+:\\d+))? (?<speaker>\\w+) > ' },
    '0:01-0:11 Anne > oui\n0:12 Bob > non\nAnne > pas un tour\n',
    ['Anne > oui @1-11', 'Bob > non @12-', 'Bob > Anne > pas un tour'],
  ],
  [
    'an expression whose groups are not',
    { kind: 'custom', regex: '<(\\p{L}+)(?: ([\\d:,]+))?>' },
    '<Anne 1:02:03,5> oui\n<Bob>\nnon\n< > rien\n',
    ['Anne > oui @3723.5-', 'Bob > non', 'Bob > < > rien'],
  ],
  ['an expression that says no one', { kind: 'custom', regex: '— ' }, '— oui\n— non\n', ['· > oui', '· > non']],
];

describe('the pattern that a researcher chooses', () => {
  test.each(CHOSEN)('%s', (_, chosen, text, turns) => {
    const recognised = recogniseTurns(text, chosen);
    expect(told(recognised)).toEqual(turns);
    expect(recognised.pattern).toBe(chosen.kind);
    expect(recognised.turns.map((turn) => turn.text).join('')).toBe(text);
  });

  test.each([
    ['(', 'Unterminated group'],
    ['[', 'Unterminated character class'],
    ['\\k', 'Invalid named reference'],
    ['(?<a>x)(?<a>y)', 'Duplicate capture group name'],
    [' ', 'empty'],
  ])('that is no expression is refused with the reason: %s', (regex, reason) => {
    expect(() => recogniseTurns('a', { kind: 'custom', regex })).toThrow(
      expect.objectContaining({ code: 'import.patternInvalid', data: { reason } }),
    );
  });

  test('heads a title as well: the researcher says what a head is', () => {
    expect(told(recogniseTurns('1. Parcours ?\na\n', { kind: 'questions' }, new Set([0])))).toEqual(['Q > Parcours ?', 'R > a']);
  });
});
