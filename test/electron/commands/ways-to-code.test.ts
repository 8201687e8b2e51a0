// Beyond applying a category: stars, paraphrases, weights on a scale, keys of one's own, the board.
import { expect, it } from 'vitest';
import { groupCards, moveCards, placeCards } from '../../../electron/commands/board.ts';
import { createCategory, mergeCategories, updateCategory } from '../../../electron/commands/codebook.ts';
import { updateCoding } from '../../../electron/commands/codings.ts';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { paraphrasePassage, starPassage } from '../../../electron/commands/passages.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { readBoard } from '../../../electron/queries/board.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { readPassageUses } from '../../../electron/queries/passage-uses.ts';
import { readPassage } from '../../../electron/queries/passages.ts';
import { listQuickKeys } from '../../../electron/queries/quick-keys.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

function refusal(act: () => unknown): Pick<Refusal, 'code' | 'data'> | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data };
    throw error;
  }
}

const parentOf = ({ project }: Study, name: string): string | undefined => {
  const categories = readCodebook(project.project).flatMap((grid) => grid.categories);
  const { parentId } = categories.find((each) => each.name === name) ?? {};
  return categories.find(({ id }) => id === parentId)?.name;
};

it('a passage is starred and told in other words, and the card says so', () => {
  const { project, shared } = aStudy();
  starPassage(project.session, { passageId: shared, isStarred: true });
  paraphrasePassage(project.session, { passageId: shared, text: 'On décide ensemble.' });
  const card = readPassage(project.project, shared);
  expect([card.starredAt === null, card.paraphrase]).toEqual([false, 'On décide ensemble.']);
});

it('typing a paraphrase on is one act of the history, starring in between begins another', () => {
  const { project, shared, alone } = aStudy();
  const entries = project.log().length;
  for (const text of ['On', 'On décide', 'On décide à']) paraphrasePassage(project.session, { passageId: shared, text });
  expect(project.log().length - entries).toBe(1);
  paraphrasePassage(project.session, { passageId: alone, text: 'Suivre' });
  paraphrasePassage(project.session, { passageId: shared, text: 'On décide à tous' });
  expect(project.log().length - entries).toBe(3);
  undo(project.session);
  expect(readPassage(project.project, shared).paraphrase).toBe('On décide à');
});

it('a weight is one of its category’s scale, any number where there is none', () => {
  const study = aStudy();
  const { project, alone } = study;
  const codingId = study.coding(alone, 'AB');
  updateCoding(project.as('AB'), { codingId, weight: 12.5 });
  updateCoding(project.as('AB'), { codingId, weight: 1 });
  updateCategory(project.session, { categoryId: project.category('Influence d’acteurs'), scale: { min: -2, max: 2, step: 1 } });
  for (const weight of [3, -2.5, 0.5])
    expect(refusal(() => updateCoding(project.as('AB'), { codingId, weight }))).toEqual({
      code: 'coding.weightOutside',
      data: { name: "Influence d'acteurs", weight, min: -2, max: 2, step: 1 },
    });
  updateCoding(project.as('AB'), { codingId, weight: -2 });
  updateCoding(project.as('AB'), { codingId, stance: 'supports' });
  updateCoding(project.as('AB'), { codingId, weight: null });
});

it('uses are counted: a synthesis that quotes the passage, a cell in which it has a stance', () => {
  const { project, shared } = aStudy();
  const first = readPassageUses(project.project, shared);
  expect(first.cells.map(({ label }) => label)).toEqual(['Gouvernance × Pôle 1']);
  const crossing = [`category:${project.category('Coordination')}`, `case:${project.case('Pôle 1')}`];
  writeSynthesis(project.session, { entityKeys: crossing, text: 'Collégial : « Tout le monde décide » (E01 §2).', status: 'draft' });
  expect(readPassageUses(project.project, shared).cells.map(({ label }) => label)).toEqual(['Coordination × Pôle 1', 'Gouvernance × Pôle 1']);
  updateCategory(project.session, { categoryId: project.category('Gouvernance'), examplePassageId: shared });
  expect(readPassageUses(project.project, shared).examples.map(({ id }) => id)).toEqual([project.category('Gouvernance')]);
});

it('keys are each coder’s own; a category has one key, a key one category', () => {
  const { project } = aStudy();
  const [salon, charte] = [project.category('salon'), project.category('charte')];
  setQuickKey(project.as('AB'), { digit: 1, categoryId: salon });
  setQuickKey(project.as('AB'), { digit: 3, categoryId: charte });
  setQuickKey(project.as('CD'), { digit: 3, categoryId: salon });
  setQuickKey(project.as('AB'), { digit: 3, categoryId: salon });
  expect(listQuickKeys(project.project, project.coder('AB'))).toEqual([{ digit: 3, categoryId: salon }]);
  expect(listQuickKeys(project.project, project.coder('CD'))).toEqual([{ digit: 3, categoryId: salon }]);
  mergeCategories(project.session, { from: salon, into: charte });
  expect(listQuickKeys(project.project, project.coder('CD'))).toEqual([{ digit: 3, categoryId: charte }]);
});

it('a card goes nowhere that its category could not go by hand', () => {
  const { project } = aStudy();
  const before = project.snapshot();
  const coordination = project.category('Coordination');
  const move = (name: string, parentId: CategoryId) => () =>
    moveCards(project.session, { categoryIds: [project.category(name)], parentId, places: [] });
  expect(refusal(move('Coordination', project.category('salon')))?.code).toBe('category.cycle');
  expect(refusal(move('Gouvernance', coordination))?.code).toBe('category.otherGrid');
  const twin = createCategory(project.session, { gridId: project.grid('outils'), parentId: null, name: 'salon', origin: 'emergent' });
  expect(refusal(() => moveCards(project.session, { categoryIds: [twin], parentId: coordination, places: [] }))?.code).toBe('category.nameTaken');
  undo(project.session);
  expect(project.snapshot()).toEqual(before);
});

it('cards grouped are children of the group; taken out they lie where they were let go', () => {
  const study = aStudy();
  const { project } = study;
  const [salon, charte] = [project.category('salon'), project.category('charte')];
  placeCards(project.session, { places: [{ categoryId: salon, x: 4, y: 5 }] });
  const group = groupCards(project.session, { gridId: project.grid('outils'), name: 'Rites', categoryIds: [salon, charte], x: 40, y: 50 });
  expect([parentOf(study, 'salon'), parentOf(study, 'charte')]).toEqual(['Rites', 'Rites']);
  const cards = new Map(readBoard(project.project, project.grid('outils')).map((card) => [card.categoryId, card]));
  expect([cards.get(group)?.place, cards.get(salon)?.place]).toEqual([{ x: 40, y: 50 }, null]);
  expect([cards.get(salon)?.passages, cards.get(salon)?.first?.quote, cards.get(salon)?.first?.ref]).toEqual([1, 'au salon', 'E02 §3']);
  moveCards(project.session, { categoryIds: [salon], parentId: null, places: [{ categoryId: salon, x: 7, y: 8 }] });
  expect(parentOf(study, 'salon')).toBeUndefined();
  undo(project.session);
  expect(parentOf(study, 'salon')).toBe('Rites');
});

it('a group takes no second card of one name, nor its own parent: nothing is moved', () => {
  const study = aStudy();
  const { project } = study;
  const before = project.snapshot();
  const move = (names: readonly string[], parent: string) => () =>
    moveCards(project.session, { categoryIds: names.map((name) => project.category(name)), parentId: project.category(parent), places: [] });
  expect(refusal(move(['salon', 'Coordination'], 'charte'))?.code).toBeUndefined();
  undo(project.session);
  expect(refusal(move(['salon', 'Coordination'], 'feuille de route'))?.code).toBe('category.cycle');
  expect(refusal(move(['salon'], 'Gouvernance'))?.code).toBe('category.otherGrid');
  expect(project.snapshot()).toEqual(before);
});
