// Acts on analyses kept by name.
import { markMeaning } from '../../../electron/commands/meaning.ts';
import { removeAnalysis, saveAnalysis } from '../../../electron/commands/saved-analyses.ts';
import { listAnalyses } from '../../../electron/queries/saved-analyses.ts';
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
  ['analysis.remove', 'a kept analysis goes', (s) => removeAnalysis(s.project.session, { analysisId: kept(s) }), withAnalysis],
  ['meaning.mark', 'what an interview adds to a category is judged', withMeaning],
  ['meaning.mark', 'a judgement is changed', (s) => meaning(s, 'dimension'), withMeaning],
  ['meaning.mark', 'a judgement is taken back', (s) => meaning(s, null), withMeaning],
];
