// Reads analyses kept by name.
import type { SavedAnalysis } from '../../shared/domain/analysis.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** By name. */
export function listAnalyses({ sqlite }: Project, kind: string): SavedAnalysis[] {
  return statement<[string], SavedAnalysis>(
    sqlite,
    'SELECT id, kind, name, setting, note, updated_at AS updatedAt FROM saved_analysis WHERE kind = ? ORDER BY name, rowid',
  ).all(kind);
}
