// Turns as researchers write and export them: each case is a file somebody really has.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChosenPattern, recogniseTurns, TURN_PATTERNS, type TurnPattern } from '../../../shared/domain/recognise-turns.ts';
import { told } from '../../support/told-turns.ts';

interface Case {
  readonly what: string;
  readonly text: string;
  readonly pattern: TurnPattern;
  readonly turns: readonly string[];
}

const LABELLED: readonly Case[] = [
  {
    what: 'an interview by first names',
    text: 'Anne : Bonjour.\nLéo : Bonjour.\nAnne: Alors ?\n',
    pattern: 'colon',
    turns: ['Anne > Bonjour.', 'Léo > Bonjour.', 'Anne > Alors ?'],
  },
  {
    what: 'an exchange of two lines',
    text: 'Enquêteur : Bonjour.\nMarie : Bonjour.',
    pattern: 'colon',
    turns: ['Enquêteur > Bonjour.', 'Marie > Bonjour.'],
  },
  {
    what: 'French no-break spaces',
    text: 'L1\u00a0: oui\nL2\u202f: non\nL1 : « bien »\n',
    pattern: 'colon',
    turns: ['L1 > oui', 'L2 > non', 'L1 > « bien »'],
  },
  {
    what: 'initials',
    text: 'I: Bonjour\nE: Salut\nI: ok\nE: http://x.fr, à 12:30\n',
    pattern: 'colon',
    turns: ['I > Bonjour', 'E > Salut', 'I > ok', 'E > http://x.fr, à 12:30'],
  },
  {
    what: 'no space at all',
    text: 'L1:bonjour\nL2:«\u00a0salut\u00a0»\nL1:ça va\n',
    pattern: 'colon',
    turns: ['L1 > bonjour', 'L2 > «\u00a0salut\u00a0»', 'L1 > ça va'],
  },
  {
    what: 'titles and functions',
    text: 'Mme Durand : a\nEnquêteur 2 : b\nDirectrice générale : c\nMme Durand : d\nSPEAKER_00 : e\nDirectrice générale : f\n',
    pattern: 'colon',
    turns: ['Mme Durand > a', 'Enquêteur 2 > b', 'Directrice générale > c', 'Mme Durand > d', 'SPEAKER_00 > e', 'Directrice générale > f'],
  },
  {
    what: 'odd codes',
    text: 'L1 : a\n$L2 : b\n$L-1 : c\nL1 & L2 : d\nL1 : e\nL1 & L2 : f',
    pattern: 'colon',
    turns: ['L1 > a', '$L2 > b', '$L-1 > c', 'L1 & L2 > d', 'L1 > e', 'L1 & L2 > f'],
  },
  { what: 'a monologue under a code', text: '0 : oui, c’est ça.\n', pattern: 'colon', turns: ['0 > oui, c’est ça.'] },
  {
    what: 'a monologue of many paragraphs',
    text: `L1 : je commence\n${'et je continue\n'.repeat(3)}`,
    pattern: 'colon',
    turns: ['L1 > je commence', ...Array<string>(3).fill('L1 > et je continue')],
  },
  {
    what: 'one participant who speaks once',
    text: 'Anne : a\nPaul : b\nAnne : c\nTom : moi aussi\n',
    pattern: 'colon',
    turns: ['Anne > a', 'Paul > b', 'Anne > c', 'Tom > moi aussi'],
  },
  {
    what: 'letter case that varies',
    text: 'Enquêteur : a\nenquêteur : b\nMARIE : c\nMarie : d',
    pattern: 'colon',
    turns: ['Enquêteur > a', 'Enquêteur > b', 'MARIE > c', 'MARIE > d'],
  },
  { what: 'a paragraph that continues', text: 'L1 : a\n\nsuite\nL2 : b\n', pattern: 'colon', turns: ['L1 > a', 'L1 > suite', 'L2 > b'] },
  { what: 'a label with nothing after it, then another', text: 'L1 :\nL2 : oui\n', pattern: 'colon', turns: ['L1 > ', 'L2 > oui'] },
  {
    what: 'a label above its words',
    text: 'Anne :\n\nBonjour.\nSuite.\nLéo :\nOui.\nAnne : bien\n',
    pattern: 'colon',
    turns: ['Anne > Bonjour.', 'Anne > Suite.', 'Léo > Oui.', 'Anne > bien'],
  },
  {
    what: 'dashes before the labels',
    text: '- Marie : a\n– Paul : b\n— Marie : c\n',
    pattern: 'colon',
    turns: ['Marie > a', 'Paul > b', 'Marie > c'],
  },
  {
    what: 'labels in bold markdown',
    text: '**Anne :** a\n**Léo** : b\n**Anne :** c\n',
    pattern: 'colon',
    turns: ['Anne > a', 'Léo > b', 'Anne > c'],
  },
  {
    what: 'a form above the interview',
    text: 'Entretien n° 3\nDate : 12 mars 2024\nInterviewée : Marie\n\nEnquêteur : a ?\nMarie : b\nEnquêteur : c ?\nMarie : d\nRemarque : elle rit.\n',
    pattern: 'colon',
    turns: [
      '· > Entretien n° 3',
      '· > Date : 12 mars 2024',
      '· > Interviewée : Marie',
      'Enquêteur > a ?',
      'Marie > b',
      'Enquêteur > c ?',
      'Marie > d',
      'Marie > Remarque : elle rit.',
    ],
  },
  {
    what: 'markdown headings between turns',
    text: '# Entretien\n\nAnne : a\n\n## Parcours : les débuts\n\nLéo : b\nAnne : c\n',
    pattern: 'colon',
    turns: ['· > Entretien', 'Anne > a', '· > Parcours : les débuts', 'Léo > b', 'Anne > c'],
  },
];

const TIMED: readonly Case[] = [
  {
    what: 'a name and a time above the words',
    text: 'Anne (00:12:03)\nBonjour.\n\nLéo (1:00)\nOui.\nEt voilà.\n',
    pattern: 'name-time',
    turns: ['Anne > Bonjour. @723-', 'Léo > Oui. @60-', 'Léo > Et voilà.'],
  },
  {
    what: 'a name and a time before the words',
    text: 'Anne (0:01) Bonjour.\nLéo (0:05) : Oui.\nAnne (0:09) Bien.',
    pattern: 'name-time',
    turns: ['Anne > Bonjour. @1-', 'Léo > Oui. @5-', 'Anne > Bien. @9-'],
  },
  {
    what: 'a name and a span',
    text: '[Anne] (0:01 - 0:11)\na\n[Léo] (0:11 - 0:15) b',
    pattern: 'name-time',
    turns: ['Anne > a @1-11', 'Léo > b @11-15'],
  },
  {
    what: 'a meeting program’s export',
    text: 'Marie Dupont   0:03\nBonjour.\nPaul Martin   1:02:03\nOui.\n',
    pattern: 'name-time',
    turns: ['Marie Dupont > Bonjour. @3-', 'Paul Martin > Oui. @3723-'],
  },
  {
    what: 'a time before the label',
    text: '[00:12:03] Nom : a\n[00:12:09,5] Autre : b\n[00:13:00] Nom : c',
    pattern: 'bracket-time',
    turns: ['Nom > a @723-', 'Autre > b @729.5-', 'Nom > c @780-'],
  },
  {
    what: 'a time and a name above the words',
    text: '00:00:03 Speaker 1\na\n00:00:08 Speaker 2\nb\n',
    pattern: 'bracket-time',
    turns: ['Speaker 1 > a @3-', 'Speaker 2 > b @8-'],
  },
  {
    what: 'a time, a dash and a name',
    text: '[00:00:05.12] - Speaker 1\na\n\n[00:00:09.00] - Speaker 2\nb\n',
    pattern: 'bracket-time',
    turns: ['Speaker 1 > a @5.12-', 'Speaker 2 > b @9-'],
  },
  {
    what: 'times without names',
    text: '[0:01] mh\n[0:02] oui\n[0:03] mh\n',
    pattern: 'bracket-time',
    turns: ['· > mh @1-', '· > oui @2-', '· > mh @3-'],
  },
  { what: 'a time alone between turns', text: 'L1 : a\n[00:05:00]\nL2 : b\n', pattern: 'colon', turns: ['L1 > a', 'L2 > b @300-'] },
  {
    what: 'a time after the colon',
    text: 'Speaker1: [00:00:03] a\nSpeaker2: [00:00:05] b\n',
    pattern: 'colon',
    turns: ['Speaker1 > a @3-', 'Speaker2 > b @5-'],
  },
  {
    what: 'f4’s time at the end',
    text: 'I: a #00:00:12-3#\nB: b #00:01:00-0#\nI: c',
    pattern: 'colon',
    turns: ['I > a @-12.3', 'B > b @-60', 'I > c'],
  },
];

const SUBTITLES: readonly Case[] = [
  {
    what: 'SubRip with a speaker in each cue',
    text: '1\n00:00:00,035 --> 00:00:01,130\nL1: euh, ils avaient…\n\n2\n00:00:01,130 --> 00:00:03,285\nL2: deux lignes\nde mots\n\n',
    pattern: 'srt',
    turns: ['L1 > euh, ils avaient… @0.035-1.13', 'L2 > deux lignes\nde mots @1.13-3.285'],
  },
  {
    what: 'cues of one speaker stay apart',
    text: '1\n0:00:00.5 --> 0:00:01.5\nL1: a\n\n2\n0:00:02.5 --> 0:00:03.5\nL1: b\n',
    pattern: 'srt',
    turns: ['L1 > a @0.5-1.5', 'L1 > b @2.5-3.5'],
  },
  {
    what: 'no blank line between cues',
    text: '1\n00:00:00,000 --> 00:00:01,000\na\n2\n00:00:01,000 --> 00:00:02,000\nb',
    pattern: 'srt',
    turns: ['· > a @0-1', '· > b @1-2'],
  },
  {
    what: 'a cue without words',
    text: '1\r\n00:00:00,000 --> 00:00:01,000\r\n\r\n2\r\n00:00:01,000 --> 00:00:02,000\r\nb\r\n',
    pattern: 'srt',
    turns: ['· >  @0-1', '· > b @1-2'],
  },
  {
    what: 'two speakers in one cue',
    text: '1\n00:00:00,000 --> 00:00:02,000\nL1: oui\nL2: non\n\n2\n00:00:02,000 --> 00:00:03,000\nL1: si',
    pattern: 'srt',
    turns: ['L1 > oui @0-2', 'L2 > non @0-2', 'L1 > si @2-3'],
  },
  {
    what: 'a title above and a blank line inside',
    text: 'Entretien\n\n1\n00:00:00,000 --> 00:00:01,000\na\n\nsuite\n',
    pattern: 'srt',
    turns: ['· > Entretien', '· > a @0-1', '· > suite @0-1'],
  },
  {
    what: 'WebVTT with header, notes, identifiers, settings and voices',
    text: 'WEBVTT - essai\nKind: captions\n\nNOTE\nrien\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Marie>bonjour\nça va</v>\n\nSTYLE\n::cue {}\n\n01:00:02.000 --> 01:00:03.000\n<v.loud Paul Martin>oui\n',
    pattern: 'srt',
    turns: ['Marie > bonjour\nça va @1-2', 'Paul Martin > oui @3602-3603'],
  },
];

const PLAIN: readonly Case[] = [
  { what: 'prose', text: '\n\nUn.\n\nDeux : trois.\n', pattern: 'paragraphs', turns: ['· > Un.', '· > Deux : trois.'] },
  {
    what: 'a remark in prose',
    text: `${'Une phrase de plus.\n'.repeat(4)}Remarque : rien.`,
    pattern: 'paragraphs',
    turns: [...Array<string>(4).fill('· > Une phrase de plus.'), '· > Remarque : rien.'],
  },
  {
    what: 'a form',
    text: 'Nom : Durand\nPrénom : Marie\nÂge : 34\n',
    pattern: 'paragraphs',
    turns: ['· > Nom : Durand', '· > Prénom : Marie', '· > Âge : 34'],
  },
  { what: 'a numbered list', text: '1 : un\n2 : deux\n3 : trois', pattern: 'paragraphs', turns: ['· > 1 : un', '· > 2 : deux', '· > 3 : trois'] },
  {
    what: 'numbered sections',
    text: 'Thème 1 : a\nb\nThème 12 : c\n',
    pattern: 'paragraphs',
    turns: ['· > Thème 1 : a', '· > b', '· > Thème 12 : c'],
  },
  {
    what: 'clock times',
    text: '12:30 : arrivée\n12:45 : départ\n14 h : retour\n',
    pattern: 'paragraphs',
    turns: ['· > 12:30 : arrivée', '· > 12:45 : départ', '· > 14 h : retour'],
  },
  {
    what: 'a time in a sentence',
    text: 'Le train (12:30) partait.\nOn se voit à 14:30\nfin',
    pattern: 'paragraphs',
    turns: ['· > Le train (12:30) partait.', '· > On se voit à 14:30', '· > fin'],
  },
  {
    what: 'a glossary',
    text: 'ANR : a\nPME : b\nETI : c\nTPE : d\nGE : e\nCA : f\n',
    pattern: 'paragraphs',
    turns: ['· > ANR : a', '· > PME : b', '· > ETI : c', '· > TPE : d', '· > GE : e', '· > CA : f'],
  },
  { what: 'white space only', text: '\n \u00a0\r\n', pattern: 'paragraphs', turns: ['· > '] },
];

describe('a file’s turns', () => {
  test.each([...LABELLED, ...TIMED, ...SUBTITLES, ...PLAIN])('$what', ({ text, pattern, turns }) => {
    const recognised = recogniseTurns(text);
    expect(told(recognised)).toEqual(turns);
    expect(recognised.pattern).toBe(pattern);
    expect(recognised.turns.map((turn) => turn.text).join('')).toBe(text);
  });

  test('an empty text has none', () => {
    expect(recogniseTurns('')).toEqual({ pattern: 'paragraphs', turns: [], speakers: [] });
  });

  test('a table that names its speakers is a transcript, a table of figures is not', () => {
    expect(told(recogniseTurns('Anne\ta\nLéo\tb\nAnne\tc\n'))).toEqual(['Anne > a', 'Léo > b', 'Anne > c']);
    expect(recogniseTurns('Lyon\t12\nParis\t13\nNice\t14\n').pattern).toBe('paragraphs');
  });

  test('speakers come in order of appearance, composed and without emphasis', () => {
    expect(recogniseTurns('Le\u0301a : a\n**Bob** : b\nL\u00e9a : c\nBob : d\n').speakers).toEqual(['L\u00e9a', 'Bob']);
  });

  test('a connective that comes back in a long text is nobody', () => {
    const prose = `En résumé : il faut agir.\n${'Une phrase de prose.\n'.repeat(40)}En résumé : voilà.\n`;
    expect(recogniseTurns(prose).speakers).toEqual([]);
  });

  test('an interviewer and a respondent of long answers are found although few lines are labelled', () => {
    const long = Array.from({ length: 5 }, () => `Q : et ensuite ?\nR : eh bien\n${'une suite sans étiquette\n'.repeat(30)}`).join('');
    expect(recogniseTurns(long).speakers).toEqual(['Q', 'R']);
  });

  test('a researcher’s own choice of pattern is followed', () => {
    const text = 'Contexte local : a\nEncore une phrase.\nBilan : b\n';
    expect(recogniseTurns(text).speakers).toEqual([]);
    expect(recogniseTurns(text, { kind: 'colon' }).speakers).toEqual(['Contexte local', 'Bilan']);
    expect(told(recogniseTurns('L1 : a\nL2 : b\n', { kind: 'paragraphs' }))).toEqual(['· > L1 : a', '· > L2 : b']);
    expect(told(recogniseTurns('[0:01] Anne : a\nLéo : b\n', { kind: 'bracket-time' }))).toEqual(['Anne > a @1-', 'Anne > Léo : b']);
    expect(recogniseTurns('L1 : a\n', { kind: 'srt' }).pattern).toBe('paragraphs');
  });

  test('lines known to be nobody’s words end a speaker’s turn', () => {
    const text = 'L1 : a\nParcours\nsuite\nL2 : b\n';
    expect(told(recogniseTurns(text, undefined, new Set([7])))).toEqual(['L1 > a', '· > Parcours', '· > suite', 'L2 > b']);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      '\u00a0',
      '\t',
      ' : ',
      'L1 : ',
      'Marie : ',
      '(0:01)',
      '[00:01:02] ',
      '<v A>',
      '</v>',
      '# ',
      '**',
      '👩🏽‍🌾',
      'e\u0301',
      '\ud83d',
      '#00:00:12-3#',
    ),
    fc.constantFrom('WEBVTT\n\n', '1\n', '00:00:00,000 --> 00:00:01,000\n', 'NOTE x\n', '\n\n'),
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const patterns = fc.constantFrom<ChosenPattern | undefined>(
    undefined,
    ...TURN_PATTERNS.filter((kind) => kind !== 'custom').map((kind) => ({ kind })),
    { kind: 'custom', regex: '(?<speaker>\\p{L}+) : ' },
    { kind: 'custom', regex: '.*' },
    { kind: 'custom', regex: '(\\S*)\\s*(?:\\((.*)\\))?' },
    { kind: 'custom', regex: '\\[(?<start>[^\\]]*)\\]|$' },
  );

  test('the turns joined are the text, none is empty, and the words lie inside and are trimmed', () => {
    fc.assert(
      fc.property(texts, patterns, (text, hint) => {
        const { turns, speakers } = recogniseTurns(text, hint);
        expect(turns.map((turn) => turn.text).join('')).toBe(text);
        expect(new Set(turns.flatMap(({ speaker }) => speaker ?? []))).toEqual(new Set(speakers));
        for (const turn of turns) {
          const words = turn.text.slice(turn.bodyStart, turn.bodyEnd);
          expect(turn.text).not.toBe('');
          expect(0 <= turn.bodyStart && turn.bodyStart <= turn.bodyEnd && turn.bodyEnd <= turn.text.length).toBe(true);
          expect(words.trim()).toBe(words);
        }
      }),
      { numRuns: 1500, seed: 20_241_104 },
    );
  });
});

describe('time taken', () => {
  const interview = (words: number): string =>
    Array.from({ length: words / 16 }, (_, turn) => `L${turn % 3} : ${'voilà donc euh oui '.repeat(4)}\n`).join('');
  const fastestMs = (text: string): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begun = performance.now();
        recogniseTurns(text);
        return performance.now() - begun;
      }),
    );

  // nearly 19 times the words: with their square it would be 350 times as long
  test('grows with the words, not with their square', () => {
    expect(fastestMs(interview(150_000)) / fastestMs(interview(8_000))).toBeLessThan(100);
  });

  test.each([
    ['one line of colons', 'a:'.repeat(500_000)],
    ['white space', `${' '.repeat(1_000_000)}x`],
    ['unclosed times', `${'(0:01 '.repeat(20)}\n`.repeat(8_000)],
    ['asterisks', `${'*'.repeat(200)}:\n`.repeat(5_000)],
    ['carriage returns', '\r'.repeat(300_000)],
  ])('a million units of %s take no longer', (_, text) => {
    expect(fastestMs(text)).toBeLessThan(300);
  });
});
