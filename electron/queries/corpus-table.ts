// Reads the sources as the corpus table shows them: who speaks in each, and for how long.
import type { CorpusTableSource } from '../../shared/domain/corpus-table.ts';
import type { Project } from '../storage/open-project.ts';
import { listSources, readCorpusFrame } from './corpus.ts';

const DURATIONS = `
  SELECT source_id AS sourceId, max(coalesce(end_ms, start_ms)) - min(start_ms) AS durationMs
  FROM turn WHERE start_ms IS NOT NULL GROUP BY source_id`;

const SPEAKERS = `
  SELECT k.source_id AS sourceId, p.id, p.name FROM speaker k JOIN participant p ON p.id = k.participant_id
  WHERE p.is_interviewer = 0 ORDER BY k.rowid`;

/** Every source in corpus order. */
export function readCorpusTableSources(project: Project): CorpusTableSource[] {
  const { cases } = readCorpusFrame(project);
  const durations = new Map(
    project.sqlite
      .prepare<[], { sourceId: string; durationMs: number }>(DURATIONS)
      .all()
      .map((row) => [row.sourceId, row.durationMs]),
  );
  const people = new Map<string, Map<string, string>>();
  for (const { sourceId, id, name } of project.sqlite.prepare<[], { sourceId: string; id: string; name: string }>(SPEAKERS).all()) {
    people.set(sourceId, (people.get(sourceId) ?? new Map<string, string>()).set(id, name));
  }
  return listSources(project).map(({ caseIds, importedAt: _importedAt, originalName: _originalName, codedTurns: _codedTurns, ...source }) => ({
    ...source,
    cases: cases.filter(({ id }) => caseIds.includes(id)).map(({ id, name }) => ({ id, name })),
    participants: [...(people.get(source.id) ?? [])].map(([id, name]) => ({ id, name })),
    durationMs: durations.get(source.id) || null,
  }));
}
