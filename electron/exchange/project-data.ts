// The whole project in forms that any program can read: one JSON document, or the codings as one CSV table.
import type { Session } from '../commands/run-command.ts';
import { fullPath } from '../../shared/domain/category-path.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { readCodebook, toGridFile } from '../queries/codebook.ts';
import { listCoders, listSources, readCorpusFrame } from '../queries/corpus.ts';
import { listGuides } from '../queries/guide.ts';
import { listMatrices } from '../queries/saved-matrices.ts';
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

/** Which category an id in a cell's key or a matrix names. */
function categoryPaths(codebook: Codebook): object[] {
  return codebook.flatMap((grid) => grid.categories.map((category) => ({ id: category.id, path: fullPath(grid, category) })));
}

/** What no list above shows: rows as they are kept, by table. */
const KEPT_AS_ROWS = [
  'media',
  'question_turn',
  'category_place',
  'board_place',
  'grid_version',
  'coding_rule',
  'quick_key',
  'memo_link',
  'rating_scale',
  'cell_quote',
  'research_question',
  'matrix_snapshot',
  'print_settings',
  'saved_search',
  'link_type',
  'link',
  'link_evidence',
  'concept_map',
  'concept_map_node',
] as const;

function rowsByTable(project: Project): object {
  return Object.fromEntries(KEPT_AS_ROWS.map((table) => [table, project.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all()]));
}

/** Everything but the history and the files; texts whole, codings with whole-document UTF-16 offsets. */
export function projectToJson(project: Project): object {
  const codebook = readCodebook(project);
  return {
    format: 'trame-project',
    version: 1,
    project: readProject(project),
    coders: listCoders(project),
    ...readCorpusFrame(project),
    grids: codebook.map(toGridFile),
    categories: categoryPaths(codebook),
    sources: sourcesWithTexts(project),
    codings: listCodings(project),
    memos: listMemos(project, null, null),
    guides: listGuides(project),
    matrices: listMatrices(project),
    cells: project.sqlite
      .prepare<[], WrittenCell>('SELECT key, synthesis, document, status, evidence, scale_id AS scaleId, rating, remark FROM cell ORDER BY key')
      .all(),
    cellStances: project.sqlite
      .prepare<[], GivenStance>('SELECT cell_key AS key, passage_id AS passageId, stance FROM cell_stance ORDER BY cell_key, passage_id')
      .all(),
    rows: rowsByTable(project),
  };
}

const CODING_COLUMNS = ['source', 'start', 'end', 'quote', 'category', 'coder', 'memo', 'weight', 'stance', 'createdAt'] as const;

/** The table that `trame code` takes back; codings whose words a correction took away have no place in it. */
export function codingsToCsv(project: Project): string {
  const placed = listCodings(project).filter(({ start, end }) => start < end);
  const rows = placed.map((coding) => CODING_COLUMNS.map((column) => coding[column]));
  return toCsv([CODING_COLUMNS, ...rows]);
}

/** The project as a file of this format. */
export function exportProject(project: Project, format: ProjectFormat): string {
  return format === 'json' ? `${JSON.stringify(projectToJson(project), null, 1)}\n` : codingsToCsv(project);
}
