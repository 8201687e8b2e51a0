// What the panel of a cell works out: which verbatims it shows, where pins go, what scales begin from, what members' words become.
import { describe, expect, test } from 'vitest';
import { NO_FILTER, factsOf, filteredQuotes, isFiltering, withMark } from '../../../renderer/matrices/cell-filter.ts';
import type { QuoteFilter } from '../../../renderer/matrices/cell-filter.ts';
import { gatheredBlocks } from '../../../renderer/matrices/cell-gather.ts';
import { gapAt, placeAfterStep, placeInGap } from '../../../renderer/matrices/cell-pins.ts';
import { SCALE_TEMPLATES, draftOf, numberTyped, stepsTyped, withStep } from '../../../renderer/matrices/cell-scale-templates.ts';
import { ratingSteps } from '../../../shared/domain/cell.ts';
import type { MemberCard } from '../../../shared/domain/cell-card.ts';
import type { CoderId, PassageId, SourceId } from '../../../shared/domain/ids.ts';
import type { MatrixQuote } from '../../../shared/domain/matrix.ts';
import { headingOf, paragraphOf, runOf, wordsOf, writtenTextOf } from '../../../shared/domain/written-text.ts';
import { matrixCellsText } from '../../../shared/i18n/matrix-cells.ts';

const AB = 'ab' as CoderId;
const id = (name: string): PassageId => name as PassageId;

function quote(passageId: string, more: Partial<MatrixQuote> = {}): MatrixQuote {
  const own = { passageId: id(passageId), sourceId: 's' as SourceId, source: 'E12 DRH', speaker: 'DRH', start: 0, end: 9 };
  return { ...own, text: 'On vote', ref: 'E12 §3', caseNames: [], stance: null, coderIds: [AB], categories: [], ...more };
}

const QUOTES = [
  quote('p', { stance: 'supports', text: 'La Région décide', categories: ['Gouvernance'] }),
  quote('q', { stance: 'contrasts', coderIds: ['cd' as CoderId] }),
  quote('r', { text: 'On se réunit', ref: 'E14 §9' }),
  quote('s'),
];
const FACTS = factsOf({
  document: writtenTextOf([paragraphOf([{ type: 'memo-link', version: 1, kind: 'passage', id: 'p', label: '«…»' }])]),
  starred: [id('q')],
  pinned: [{ passageId: id('r'), sourceId: 's' as SourceId, source: '', speaker: null, start: 0, end: 1, text: 'x', cuts: [], ref: '' }],
  changes: { added: [id('s')], reworded: [id('q')], gone: 1 },
});
const left = (filter: Partial<QuoteFilter>, category: string | null = null): string[] =>
  filteredQuotes(QUOTES, { ...NO_FILTER, ...filter }, category, FACTS).map(({ passageId }) => passageId);

describe('the verbatims shown', () => {
  test('all of them while nothing is asked', () => {
    expect(left({})).toEqual(['p', 'q', 'r', 's']);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });
  test('by stance, coder, category', () => {
    expect(left({ stance: 'contrasts' })).toEqual(['q']);
    expect(left({ coderId: 'cd' })).toEqual(['q']);
    expect(left({}, 'Gouvernance')).toEqual(['p']);
  });
  test('by their words, their reference or who speaks, accents aside', () => {
    expect(left({ search: 'REGION decide' })).toEqual(['p']);
    expect(left({ search: 'e14' })).toEqual(['r']);
    expect(left({ search: 'drh vote' })).toEqual(['q', 's']);
  });
  test('those neither quoted nor pinned yet, good quotes, and what is new', () => {
    expect(left({ marks: new Set(['uncited']) })).toEqual(['q', 's']);
    expect(left({ marks: new Set(['starred']) })).toEqual(['q']);
    expect(left(withMark(NO_FILTER, 'added'))).toEqual(['s']);
    expect(left(withMark(withMark(NO_FILTER, 'added'), 'reworded'))).toEqual(['q', 's']);
    expect(left({ marks: new Set(['starred', 'added']) })).toEqual([]);
  });
});

describe('pinned verbatims', () => {
  const boxes = [
    { top: 0, height: 40 },
    { top: 40, height: 20 },
  ];
  test('the pointer is nearest to the gap above, between or below', () => {
    expect([gapAt(5, boxes), gapAt(30, boxes), gapAt(45, boxes), gapAt(58, boxes)]).toEqual([0, 1, 1, 2]);
  });
  test('one let go of beside itself stays; others make room', () => {
    const pins = ['a', 'b', 'c'];
    expect([0, 1, 2, 3].map((gap) => placeInGap(pins, 'b', gap))).toEqual([0, null, null, 2]);
    expect(placeInGap(pins, 'new', 1)).toBe(1);
  });
  test('keys stop at the ends', () => {
    expect([placeAfterStep(['a', 'b'], 'a', -1), placeAfterStep(['a', 'b'], 'a', 1), placeAfterStep(['a', 'b'], 'b', 1)]).toEqual([null, 1, null]);
  });
});

describe('scales to begin from', () => {
  test.each(['fr', 'en'] as const)('can be kept as they are once they have names (%s)', (language) => {
    for (const template of SCALE_TEMPLATES) {
      const { steps } = draftOf(template, matrixCellsText[language], []);
      const named = steps.map((step) => ({ ...step, label: step.label || `x${step.id}` }));
      expect(ratingSteps.safeParse(stepsTyped(named)).success).toBe(true);
    }
  });
  test('rise from the least to the most', () => {
    expect(draftOf('strength', matrixCellsText.fr, []).steps.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '1 faible',
      '2 moyen',
      '3 fort',
    ]);
    expect(draftOf('fromMinusTwo', matrixCellsText.fr, []).steps.map(({ label }) => label)).toEqual(['−2', '−1', '0', '+1', '+2']);
  });
  test('a second one of a kind has a number, a further step the next value', () => {
    const draft = draftOf('strength', matrixCellsText.fr, ['Intensité']);
    expect(draft.name).toBe('Intensité 2');
    expect(withStep(draft).steps.at(-1)).toEqual({ id: 3, value: '4', label: '', rule: '' });
  });
  test('what is missing is not kept', () => {
    expect(stepsTyped(draftOf('own', matrixCellsText.fr, []).steps)).toBeNull();
    expect(['+1,5', '−2', '-2', 'deux', ''].map(numberTyped)).toEqual([1.5, -2, -2, null, null]);
  });
});

test('members’ syntheses are gathered under their names, with their form; those not written are left out', () => {
  const member = (label: string, synthesis: string | null, document: MemberCard['document'] = null): MemberCard => ({
    key: label,
    label,
    passages: 1,
    synthesis,
    status: null,
    rating: null,
    document,
  });
  const formed = writtenTextOf([headingOf('h2', 'Qui décide'), paragraphOf([runOf('Chacun')])]);
  const blocks = gatheredBlocks([member('Pôle 1', 'Une ligne.\nUne autre.'), member('Pôle 2', null), member('Pôle 3', 'Chacun', formed)]);
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'heading', 'heading', 'paragraph']);
  expect(wordsOf(writtenTextOf(blocks))).toBe('Pôle 1\nUne ligne.\nUne autre.\nPôle 3\nQui décide\nChacun');
});
