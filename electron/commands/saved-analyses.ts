// Keeps by name how an analysis is set.
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SavedAnalysisId } from '../../shared/domain/ids.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface AnalysisInput {
  /** Null keeps a new one. */
  readonly analysisId: SavedAnalysisId | null;
  readonly kind: string;
  readonly name: string;
  readonly setting: string;
  readonly note: string;
}

/** Refuses (`analysis.nameTaken`) a name that another one of its kind has. */
export function saveAnalysis(session: Session, input: AnalysisInput): SavedAnalysisId {
  const known = input.analysisId && requireRow(session, 'saved_analysis', input.analysisId, 'analysis.unknown');
  const others = session.project.sqlite
    .prepare<[string], { id: string; name: string }>('SELECT id, name FROM saved_analysis WHERE kind = ?')
    .all(input.kind);
  if (others.some(({ id, name }) => id !== input.analysisId && isSameName(name, input.name)))
    throw new Refusal('analysis.nameTaken', { name: input.name });
  return runCommand(session, { name: 'analysis.save', input, subject: { name: input.name } }, ({ writer, at }) => {
    const id = input.analysisId ?? newId<SavedAnalysisId>();
    const row = { kind: input.kind, name: input.name, setting: input.setting, note: input.note, updatedAt: at };
    if (known) writer.update('saved_analysis', id, row);
    else writer.insert('saved_analysis', { id, ...row });
    return id;
  });
}

export function removeAnalysis(session: Session, input: { analysisId: SavedAnalysisId }): void {
  const { id, name } = requireRow(session, 'saved_analysis', input.analysisId, 'analysis.unknown');
  runCommand(session, { name: 'analysis.remove', input, subject: { name } }, ({ writer }) => writer.remove('saved_analysis', id));
}
