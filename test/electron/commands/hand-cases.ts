// Acts on passages as a whole, on the keys of the quick list and on the board.
import { groupCards, moveCards, placeCards } from '../../../electron/commands/board.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import { resizePassage } from '../../../electron/commands/codings.ts';
import { paraphrasePassage, starPassage } from '../../../electron/commands/passages.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

function keysAndPlaces({ project: p }: Study): void {
  setQuickKey(p.session, { digit: 1, categoryId: p.category('salon') });
  setQuickKey(p.as('CD'), { digit: 4, categoryId: p.category('salon') });
  placeCards(p.session, { places: [{ categoryId: p.category('salon'), x: 10, y: -20 }] });
}

export const HAND_CASES: readonly Case[] = [
  ['passage.star', 'a passage is a good quote', (s) => starPassage(s.project.session, { passageId: s.shared, isStarred: true })],
  [
    'passage.star',
    'the star is taken off again',
    (s) => starPassage(s.project.session, { passageId: s.shared, isStarred: false }),
    (s) => starPassage(s.project.session, { passageId: s.shared, isStarred: true }),
  ],
  [
    'passage.paraphrase',
    'what a passage says, in other words',
    (s) => paraphrasePassage(s.project.session, { passageId: s.shared, text: 'Décision collégiale.' }),
  ],
  [
    'passage.resize',
    'a starred passage grows into another one, which keeps star and paraphrase',
    (s) => resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('décident. Les petits suivent.\nEntrepreneur : Non') }),
    (s) => {
      starPassage(s.project.session, { passageId: s.alone, isStarred: true });
      paraphrasePassage(s.project.session, { passageId: s.alone, text: 'Suivisme.' });
    },
  ],
  [
    'quickKey.set',
    'a category gets a key, another one loses it',
    ({ project: p }) => setQuickKey(p.session, { digit: 1, categoryId: p.category('charte') }),
    keysAndPlaces,
  ],
  ['quickKey.set', 'a key is freed', ({ project: p }) => setQuickKey(p.session, { digit: 1, categoryId: null }), keysAndPlaces],
  [
    'category.remove',
    'a category with keys and a place on the board goes',
    ({ project: p }) => codebook.removeCategory(p.session, { categoryId: p.category('salon'), withCodings: true }),
    keysAndPlaces,
  ],
  [
    'category.merge',
    'a category with keys and a place on the board goes into another one',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('salon'), into: p.category('charte') }),
    keysAndPlaces,
  ],
  [
    'board.place',
    'two cards are laid elsewhere at once',
    ({ project: p }) =>
      placeCards(p.session, {
        places: [
          { categoryId: p.category('salon'), x: 300, y: 40.5 },
          { categoryId: p.category('charte'), x: -12, y: 0 },
        ],
      }),
    keysAndPlaces,
  ],
  [
    'board.move',
    'two cards go into a group',
    ({ project: p }) =>
      moveCards(p.session, { categoryIds: [p.category('salon'), p.category('feuille de route')], parentId: p.category('Régulation'), places: [] }),
    keysAndPlaces,
  ],
  [
    'board.move',
    'a card is taken out of its group',
    ({ project: p }) =>
      moveCards(p.session, { categoryIds: [p.category('salon')], parentId: null, places: [{ categoryId: p.category('salon'), x: 5, y: 5 }] }),
    keysAndPlaces,
  ],
  [
    'board.group',
    'two cards make a group',
    ({ project: p }) =>
      groupCards(p.session, {
        gridId: p.grid('outils'),
        name: 'Lieux de rencontre',
        categoryIds: [p.category('salon'), p.category('charte')],
        x: 0,
        y: 80,
      }),
    keysAndPlaces,
  ],
];
