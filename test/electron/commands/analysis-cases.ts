// Acts on analyses kept by name.
import { expect } from 'vitest';
import { mergeCategories } from '../../../electron/commands/codebook.ts';
import { markMeaning } from '../../../electron/commands/meaning.ts';
import { removeAnalysis, saveAnalysis } from '../../../electron/commands/saved-analyses.ts';
import { listAnalyses } from '../../../electron/queries/saved-analyses.ts';
import type { SavedAnalysis } from '../../../shared/domain/analysis.ts';
import type { SavedAnalysisId } from '../../../shared/domain/ids.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const ANALYSIS = { kind: 'crosstab', name: 'Fonctions', setting: '{"unit":"cases"}', note: '' } as const;
const kept = (s: Study): SavedAnalysisId => listAnalyses(s.project.project, 'crosstab')[0]?.id as SavedAnalysisId;
const withAnalysis = (s: Study): unknown => saveAnalysis(s.project.session, { analysisId: null, ...ANALYSIS });

const meaning = (s: Study, level: 'nuance' | 'dimension' | null, note = ''): void =>
  markMeaning(s.project.session, { categoryId: s.project.category('salon'), sourceId: s.project.source('E01'), level, note });
const withMeaning = (s: Study): void => meaning(s, 'nuance', 'Un lieu, pas seulement une fête.');

export const ANALYSIS_CASES: readonly Case[] = [
  ['analysis.save', 'an analysis is kept by name', withAnalysis],
  [
    'analysis.save',
    'a kept analysis is named and set otherwise',
    (s) => saveAnalysis(s.project.session, { analysisId: kept(s), ...ANALYSIS, name: 'Métiers', note: 'Pour le chapitre 5' }),
    withAnalysis,
  ],
  [
    'category.merge',
    'an analysis kept by name follows a merge, and names the category that stays once',
    (s) => {
      const [from, into] = [s.project.category('salon'), s.project.category('charte')];
      mergeCategories(s.project.session, { from, into });
      const [{ setting }] = listAnalyses(s.project.project, 'crosstab') as [SavedAnalysis];
      expect(JSON.parse(setting)).toEqual({ picked: [into], pinned: { [into]: [1, 2] } });
    },
    (s) => {
      const [from, into] = [s.project.category('salon'), s.project.category('charte')];
      saveAnalysis(s.project.session, {
        ...ANALYSIS,
        analysisId: null,
        setting: JSON.stringify({ picked: [from, into], pinned: { [from]: [1, 2] } }),
      });
    },
  ],
  ['analysis.remove', 'a kept analysis goes', (s) => removeAnalysis(s.project.session, { analysisId: kept(s) }), withAnalysis],
  ['meaning.mark', 'what an interview adds to a category is judged', withMeaning],
  ['meaning.mark', 'a judgement is changed', (s) => meaning(s, 'dimension'), withMeaning],
  ['meaning.mark', 'a judgement is taken back', (s) => meaning(s, null), withMeaning],
];
