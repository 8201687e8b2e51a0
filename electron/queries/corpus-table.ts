// Reads the sources as the corpus table shows them: who speaks in each, and for how long.
import type { CorpusTableSource } from '../../shared/domain/corpus-table.ts';
import type { Project } from '../storage/open-project.ts';
import { countWords } from '../../shared/domain/source.ts';
import { listSources, readStudyParts } from './corpus.ts';

const DURATIONS = `
  SELECT source_id AS sourceId, max(coalesce(end_ms, start_ms)) - min(start_ms) AS durationMs
  FROM turn WHERE start_ms IS NOT NULL GROUP BY source_id`;

const RECORDINGS = 'SELECT source_id AS sourceId, duration_ms AS durationMs FROM media WHERE duration_ms IS NOT NULL';

const QUESTIONS = `
  SELECT t.source_id AS sourceId, t.text, t.body_start_utf16 AS bodyStart, t.body_end_utf16 AS bodyEnd
  FROM participant h JOIN speaker k ON k.participant_id = h.id JOIN turn t ON t.speaker_id = k.id
  WHERE h.is_interviewer = 1 AND t.number IS NOT NULL`;

interface Question {
  sourceId: string;
  text: string;
  bodyStart: number;
  bodyEnd: number;
}

/** Words of interviewers, by source. */
function questionWords(project: Project): Map<string, number> {
  const words = new Map<string, number>();
  for (const { sourceId, text, bodyStart, bodyEnd } of project.sqlite.prepare<[], Question>(QUESTIONS).iterate())
    words.set(sourceId, (words.get(sourceId) ?? 0) + countWords(text.slice(bodyStart, bodyEnd)));
  return words;
}

const SPEAKERS = `
  SELECT k.source_id AS sourceId, p.id, p.name FROM speaker k JOIN participant p ON p.id = k.participant_id
  WHERE p.is_interviewer = 0 ORDER BY k.rowid`;

/** Every source in corpus order. */
export function readCorpusTableSources(project: Project): CorpusTableSource[] {
  const { cases, groups } = readStudyParts(project);
  const questions = questionWords(project);
  // the recording's own length, where it is known, stands over the times noted
  const durations = new Map(
    [DURATIONS, RECORDINGS].flatMap((sql) =>
      project.sqlite
        .prepare<[], { sourceId: string; durationMs: number }>(sql)
        .all()
        .map((row) => [row.sourceId, row.durationMs] as const),
    ),
  );
  const people = new Map<string, Map<string, string>>();
  for (const { sourceId, id, name } of project.sqlite.prepare<[], { sourceId: string; id: string; name: string }>(SPEAKERS).all()) {
    people.set(sourceId, (people.get(sourceId) ?? new Map<string, string>()).set(id, name));
  }
  return listSources(project).map(({ caseIds, importedAt: _importedAt, originalName: _originalName, codedTurns: _codedTurns, ...source }) => ({
    ...source,
    cases: cases.filter(({ id }) => caseIds.includes(id)).map(({ id, name }) => ({ id, name })),
    groups: groups.filter((group) => group.caseIds.some((id) => caseIds.includes(id))).map(({ name }) => name),
    ownWords: source.words - (questions.get(source.id) ?? 0),
    participants: [...(people.get(source.id) ?? [])].map(([id, name]) => ({ id, name })),
    durationMs: durations.get(source.id) || null,
  }));
}
