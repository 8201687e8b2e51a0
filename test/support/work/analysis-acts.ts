// What is done by chance to analyses kept by name.
import { removeAnalysis, saveAnalysis } from '../../../electron/commands/saved-analyses.ts';
import type { SavedAnalysisId } from '../../../shared/domain/ids.ts';
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
} satisfies Record<string, Act>;
