// Acts on words left out of counts, and on passages that were proposed.
import { mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { resetStopWords, setStopWords } from '../../../electron/commands/stop-words.ts';
import { decideSuggestion } from '../../../electron/commands/suggestions.ts';
import type { SuggestionToDecide } from '../../../electron/commands/suggestions.ts';
import type { Decision } from '../../../shared/domain/suggestion.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const WORDS = 'Les grands groupes décident.';

function proposal({ project: p }: Study, decision: Decision, category = 'salon'): SuggestionToDecide {
  const range = p.range(WORDS);
  const reasons = [{ words: 'décident', weight: 0.7 }];
  return { ...range, categoryId: p.category(category), words: WORDS, decision, method: 'centroid', score: 0.42, reasons };
}

const decided = (s: Study, decision: Decision): unknown => decideSuggestion(s.project.session, proposal(s, decision));
const withWord = (s: Study): void => setStopWords(s.project.session, { words: 'pôle', isStopped: true });

export const WORDS_CASES: readonly Case[] = [
  ['stopWord.set', 'words are left out of counts', ({ project }) => setStopWords(project.session, { words: 'pôle, cluster', isStopped: true })],
  ['stopWord.set', 'a word of the shipped list is counted', ({ project }) => setStopWords(project.session, { words: 'tout', isStopped: false })],
  [
    'stopWord.set',
    'a word that was left out is counted again',
    ({ project }) => setStopWords(project.session, { words: 'pôle', isStopped: false }),
    withWord,
  ],
  ['stopWord.reset', 'the shipped lists hold again', ({ project }) => resetStopWords(project.session), withWord],
  ['suggestion.decide', 'what was proposed is accepted', (s) => decided(s, 'accepted')],
  ['suggestion.decide', 'what was proposed is refused', (s) => decided(s, 'refused')],
  ['suggestion.decide', 'what was refused is accepted after all', (s) => decided(s, 'accepted'), (s) => decided(s, 'refused')],
  [
    'category.remove',
    'a category goes with what was decided for it',
    ({ project: p }) => removeCategory(p.session, { categoryId: p.category('salon'), withCodings: true }),
    (s) => decided(s, 'refused'),
  ],
  [
    'category.merge',
    'what was decided for a category holds for the one that takes it in',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('salon'), into: p.category('charte') }),
    (s) => decided(s, 'refused'),
  ],
  [
    'category.merge',
    'what was decided for both categories holds as it was said for the one that stays',
    ({ project: p }) => mergeCategories(p.session, { from: p.category('salon'), into: p.category('charte') }),
    (s) => {
      decided(s, 'refused');
      decideSuggestion(s.project.session, proposal(s, 'accepted', 'charte'));
    },
  ],
  [
    'source.remove',
    'a source goes with what was decided in it',
    ({ project: p }) => removeSource(p.session, p.source('E02')),
    (s) => decided(s, 'refused'),
  ],
];
