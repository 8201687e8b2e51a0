// What is done by chance to analyses kept by name.
import { markMeaning } from '../../../electron/commands/meaning.ts';
import { removeAnalysis, saveAnalysis } from '../../../electron/commands/saved-analyses.ts';
import type { CategoryId, SavedAnalysisId, SourceId } from '../../../shared/domain/ids.ts';
import { MEANING_LEVELS } from '../../../shared/domain/saturation.ts';
import type { Act } from './desk.ts';

export const ANALYSIS_ACTS = {
  'analysis.save': (d) =>
    saveAnalysis(d.session, {
      analysisId: d.maybe(d.any<SavedAnalysisId>('saved_analysis')),
      kind: 'crosstab',
      name: d.name,
      setting: '{}',
      note: '',
    }),
  'analysis.remove': (d) => removeAnalysis(d.session, { analysisId: d.any<SavedAnalysisId>('saved_analysis') }),
  'meaning.mark': (d) =>
    markMeaning(d.session, {
      categoryId: d.any<CategoryId>('category'),
      sourceId: d.any<SourceId>('source'),
      level: d.maybe(d.luck.pick(MEANING_LEVELS)),
      note: d.name,
    }),
} satisfies Record<string, Act>;
