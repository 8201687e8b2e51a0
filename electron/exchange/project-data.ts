// The whole project in forms that any program can read: one JSON document, or the codings as one CSV table.
import type { Session } from '../commands/run-command.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { readCodebook, toGridFile } from '../queries/codebook.ts';
import { listCoders, listSources, readCorpusFrame } from '../queries/corpus.ts';
import { listMatrices } from '../queries/matrix.ts';
import { listMemos } from '../queries/memos.ts';
import { listCodings } from '../queries/passages.ts';
import { readProject } from '../queries/project.ts';
import { readSpeakers, readText, readTurns } from '../queries/sources.ts';
import { toCsv } from './csv.ts';

type Project = Session['project'];

export const PROJECT_FORMATS = ['json', 'csv'] as const;
export type ProjectFormat = (typeof PROJECT_FORMATS)[number];

interface WrittenCell {
  readonly key: string;
  readonly synthesis: string;
  readonly status: string;
}

interface GivenStance {
  readonly key: string;
  readonly passageId: string;
  readonly stance: Stance;
}

function sourcesWithTexts(project: Project): object[] {
  return listSources(project).map((source) => ({
    ...source,
    text: readText(project, source.id),
    speakers: readSpeakers(project, source.id),
    turns: readTurns(project, source.id).map(({ text: _text, ...turn }) => turn),
  }));
}

/** Everything but the history; texts whole, codings with whole-document UTF-16 offsets. */
export function projectToJson(project: Project): object {
  return {
    format: 'trame-project',
    version: 1,
    project: readProject(project),
    coders: listCoders(project),
    ...readCorpusFrame(project),
    grids: readCodebook(project).map(toGridFile),
    sources: sourcesWithTexts(project),
    codings: listCodings(project),
    memos: listMemos(project, null, null),
    matrices: listMatrices(project),
    cells: project.sqlite.prepare<[], WrittenCell>('SELECT key, synthesis, status FROM cell ORDER BY key').all(),
    cellStances: project.sqlite.prepare<[], GivenStance>('SELECT cell_key AS key, passage_id AS passageId, stance FROM cell_stance ORDER BY cell_key, passage_id').all(),
  };
}

const CODING_COLUMNS = ['source', 'start', 'end', 'quote', 'category', 'coder', 'memo', 'weight', 'stance', 'createdAt'] as const;

/** The table that `trame code` takes back. */
export function codingsToCsv(project: Project): string {
  const rows = listCodings(project).map((coding) => CODING_COLUMNS.map((column) => coding[column]));
  return toCsv([CODING_COLUMNS, ...rows]);
}

/** The project as a file of this format. */
export function exportProject(project: Project, format: ProjectFormat): string {
  return format === 'json' ? `${JSON.stringify(projectToJson(project), null, 1)}\n` : codingsToCsv(project);
}
