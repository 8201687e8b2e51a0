// From what a rule looks for to what it codes: headings and what stands under them, whole turns, pieces of them.
import { describe, expect, it } from 'vitest';
import type { HeadingStyle, RuleExtent, RuleFind } from '../../../shared/domain/coding-rule.ts';
import type { SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import { hitsOf } from '../../../shared/domain/rule-hits.ts';
import { blocksOf, piecesOfBlocks } from '../../../shared/domain/rule-stretches.ts';
import type { RuleTurn } from '../../../shared/domain/rule-stretches.ts';

function turn(
  words: string,
  { speaker = null, heading = null, isIncluded = true }: { speaker?: string | null; heading?: HeadingStyle | null; isIncluded?: boolean } = {},
): RuleTurn {
  return {
    id: words.slice(0, 8) as TurnId,
    number: words === '' ? null : 1,
    text: `${words}\n`,
    bodyStart: 0,
    bodyEnd: words.length,
    speakerId: speaker as SpeakerId | null,
    participantId: null,
    heading,
    isIncluded,
  };
}

const REPORT = [
  turn('Gouvernance', { heading: 'heading1' }),
  turn('Le collège vote. Chacun compte.'),
  turn(''),
  turn('Composition', { heading: 'heading2' }),
  turn('Douze membres.'),
  turn('Outils', { heading: 'heading1' }),
  turn('Une feuille de route.'),
];
const TALK = [
  turn('Je crois. Enfin…', { speaker: 'A' }),
  turn('', {}),
  turn('Je reviens là-dessus.', { speaker: 'A' }),
  turn('Oui ?', { speaker: 'Q', isIncluded: false }),
  turn('Voilà.', { speaker: 'A' }),
  turn('Moi, non.', { speaker: 'B' }),
];

function coded(turns: readonly RuleTurn[], find: RuleFind, extend: RuleExtent, answers: number[][] = []): string[] {
  const stretches = piecesOfBlocks(turns, blocksOf(turns, find, answers), extend);
  return hitsOf({ turns, speakers: turns.map(() => null) }, stretches).map(({ words }) => words);
}

const structure = (change: Partial<Extract<RuleFind, { kind: 'structure' }>>): RuleFind => ({
  kind: 'structure',
  what: 'section',
  style: null,
  words: '',
  ...change,
});

describe('a rule about structure', () => {
  it('takes headings, of a level, with words in them', () => {
    expect(coded(REPORT, structure({ what: 'heading' }), 'paragraph')).toEqual(['Gouvernance', 'Composition', 'Outils']);
    expect(coded(REPORT, structure({ what: 'heading', style: 'heading1', words: 'OUTIL' }), 'paragraph')).toEqual(['Outils']);
  });

  it('takes what stands under a heading, down to the next one of its level', () => {
    expect(coded(REPORT, structure({ words: 'gouvernance' }), 'paragraph')).toEqual(['Le collège vote. Chacun compte.', 'Douze membres.']);
    expect(coded(REPORT, structure({ words: 'gouvernance' }), 'sentence')).toEqual(['Le collège vote.', 'Chacun compte.', 'Douze membres.']);
    expect(coded(REPORT, structure({ style: 'heading2' }), 'hit')).toEqual(['Douze membres.']);
  });

  it('takes turns: all that one person says without another coming in', () => {
    const turns = coded(TALK, structure({ what: 'turn' }), 'turn');
    expect(turns).toEqual(['Je crois. Enfin…\n\nJe reviens là-dessus.', 'Voilà.', 'Moi, non.']);
    expect(coded(TALK, structure({ what: 'turn' }), 'paragraph')).toHaveLength(4);
  });
});

it('an answer is one passage, but for the turns that are left out', () => {
  const answer = [[0, 1, 2, 3, 4, 5]];
  const find: RuleFind = { kind: 'question', questionIds: [] };
  expect(coded(TALK, find, 'hit', answer)).toEqual(['Je crois. Enfin…\n\nJe reviens là-dessus.', 'Voilà.\nMoi, non.']);
  const all = TALK.map((each) => ({ ...each, isIncluded: true }));
  expect(coded(all, find, 'hit', answer)).toHaveLength(1);
});

it('a long passage is shown around what was found', () => {
  const long = turn(`${'mot '.repeat(200)}écoute ${'mot '.repeat(200)}`.trim());
  const at = long.text.indexOf('écoute');
  const [hit] = hitsOf({ turns: [long], speakers: [null] }, [
    { first: 0, start: 0, last: 0, end: long.bodyEnd, marks: [{ first: 0, start: at, last: 0, end: at + 6 }] },
  ]);
  expect(hit?.quote.length).toBeLessThan(420);
  expect(hit?.marks.map(({ start, end }) => hit.quote.slice(start, end))).toEqual(['écoute']);
  expect([hit?.isCutBefore, hit?.isCutAfter]).toEqual([true, true]);
});
