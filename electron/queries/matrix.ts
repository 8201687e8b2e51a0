// Computes matrices from the project: the study's frame, the coded passages, the engine, and the words of the cells.
import { asc } from 'drizzle-orm';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, MatrixId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { cellKey, matrixDefinition } from '../../shared/domain/matrix.ts';
import type {
  CellStatus,
  FoundCategory,
  MatrixCell,
  MatrixDefinition,
  MatrixHeader,
  MatrixQuote,
  MatrixTable,
  SavedMatrix,
} from '../../shared/domain/matrix.ts';
import { caseNamesOf, resolveAxis } from '../../shared/domain/matrix-axes.ts';
import type { Axis, AxisTitles, StudyFrame } from '../../shared/domain/matrix-axes.ts';
import { fillMatrix } from '../../shared/domain/matrix-engine.ts';
import type { Applied, CodedPassage, FilledMatrix, Tally } from '../../shared/domain/matrix-engine.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { matrix } from '../storage/schema.ts';
import { readCodebook } from './codebook.ts';
import { listCoders, readStudyParts } from './corpus.ts';
import { readOutline, readText } from './sources.ts';
import type { TurnOutline } from './sources.ts';

/** What axes are made of: everything but the passages. Sources in corpus order. */
export function readStudyFrame(project: Project): StudyFrame {
  const links = project.sqlite
    .prepare<[], { source_id: string; case_id: string }>(
      'SELECT l.source_id, l.case_id FROM source_case l JOIN study_case c ON c.id = l.case_id ORDER BY c.position',
    )
    .all();
  const sources = project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM source ORDER BY position, name').all();
  return {
    ...readStudyParts(project),
    codebook: readCodebook(project),
    coders: listCoders(project),
    sources: sources.map((source) => ({
      id: source.id as SourceId,
      name: source.name,
      caseIds: links.filter((link) => link.source_id === source.id).map((link) => link.case_id as StudyFrame['cases'][number]['id']),
    })),
  };
}

/** A coded passage with what its citation needs. */
interface PlacedPassage extends CodedPassage {
  readonly turnNumber: number | null;
  readonly speaker: string | null;
}

interface CodedRow {
  passage_id: string;
  source_id: string;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  category_id: string;
  coder_id: string;
  stance: Stance | null;
}

interface OpenPassage extends Omit<PlacedPassage, 'ids' | 'categories'> {
  ids: PassageId[];
  categories: Map<string, Applied[]>;
}

function speakersBetween(turns: readonly TurnOutline[], first: number, last: number): CodedPassage['participantIds'] {
  const people = turns.slice(first, last + 1).flatMap((turn) => turn.participantId ?? []);
  return people.length > 1 ? [...new Set(people)] : people;
}

function placePassage(row: CodedRow, turnsOfSource: readonly TurnOutline[], first: TurnOutline, last: TurnOutline): OpenPassage {
  return {
    ids: [],
    sourceId: row.source_id as SourceId,
    start: first.start + row.start_utf16,
    end: last.start + row.end_utf16,
    firstTurn: first.position,
    lastTurn: last.position,
    participantIds: speakersBetween(turnsOfSource, first.position, last.position),
    categories: new Map(),
    turnNumber: first.number,
    speaker: first.speaker,
  };
}

/** Distinct coded passages of these coders (all when null), in corpus order. */
function readPassages(project: Project, frame: StudyFrame, coderIds: readonly string[] | null): PlacedPassage[] {
  const outline = new Map<string, TurnOutline[]>();
  const byId = new Map<string, TurnOutline>();
  for (const turn of readOutline(project)) {
    byId.set(turn.id, turn);
    const list = outline.get(turn.sourceId);
    if (list) list.push(turn);
    else outline.set(turn.sourceId, [turn]);
  }
  const wanted = coderIds && new Set(coderIds);
  const open = new Map<string, OpenPassage>();
  const rows = project.sqlite
    .prepare<[], CodedRow>(
      `SELECT p.id AS passage_id, p.source_id, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16, c.category_id, c.coder_id, c.stance
       FROM coding c JOIN passage p ON p.id = c.passage_id WHERE p.lost_quote IS NULL ORDER BY c.created_at, c.rowid`,
    )
    .iterate();
  for (const row of rows) {
    if (wanted && !wanted.has(row.coder_id)) continue;
    const first = byId.get(row.start_turn_id);
    const last = byId.get(row.end_turn_id);
    if (!first || !last) continue;
    const key = `${row.start_turn_id}/${row.start_utf16}/${row.end_turn_id}/${row.end_utf16}`;
    let passage = open.get(key);
    if (!passage) open.set(key, (passage = placePassage(row, outline.get(row.source_id) ?? [], first, last)));
    if (!passage.ids.includes(row.passage_id as PassageId)) passage.ids.push(row.passage_id as PassageId);
    const applied = { coderId: row.coder_id as CoderId, stance: row.stance };
    const others = passage.categories.get(row.category_id);
    if (others) others.push(applied);
    else passage.categories.set(row.category_id, [applied]);
  }
  const order = new Map(frame.sources.map((source, index) => [source.id as string, index]));
  return [...open.values()].sort((a, b) => (order.get(a.sourceId) ?? 0) - (order.get(b.sourceId) ?? 0) || a.start - b.start || a.end - b.end);
}

interface WrittenCell {
  readonly synthesis: string;
  readonly status: CellStatus;
}

function readCells(project: Project): Map<string, WrittenCell> {
  const rows = project.sqlite.prepare<[], { key: string; synthesis: string; status: CellStatus }>('SELECT key, synthesis, status FROM cell').all();
  return new Map(rows.map((row) => [row.key, row]));
}

function readCellStances(project: Project): Map<string, Map<PassageId, Stance>> {
  const stances = new Map<string, Map<PassageId, Stance>>();
  for (const row of project.sqlite
    .prepare<[], { cell_key: string; passage_id: string; stance: Stance }>('SELECT cell_key, passage_id, stance FROM cell_stance')
    .iterate()) {
    const cell = stances.get(row.cell_key) ?? new Map<PassageId, Stance>();
    stances.set(row.cell_key, cell.set(row.passage_id as PassageId, row.stance));
  }
  return stances;
}

/** Everything one computation needs, read once. */
class MatrixReading {
  readonly frame: StudyFrame;
  readonly rowAxes: readonly Axis[];
  readonly columnAxes: readonly Axis[];
  readonly passages: readonly PlacedPassage[];
  readonly filled: FilledMatrix;
  readonly #project: Project;
  readonly #written: ReadonlyMap<string, WrittenCell>;
  readonly #categories: ReadonlyMap<string, { name: string; color: string; order: number }>;
  readonly #sourceNames: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, string>();
  readonly #caseNames: ReturnType<typeof caseNamesOf>;

  constructor(project: Project, definition: MatrixDefinition, titles: AxisTitles) {
    this.#project = project;
    this.frame = readStudyFrame(project);
    this.rowAxes = definition.rows.map((spec) => resolveAxis(spec, this.frame, titles));
    this.columnAxes = definition.columns.map((spec) => resolveAxis(spec, this.frame, titles));
    this.passages = readPassages(project, this.frame, definition.coderIds);
    this.#written = readCells(project);
    this.filled = fillMatrix(this.rowAxes, this.columnAxes, this.passages, definition.join, readCellStances(project));
    const inOrder = this.frame.codebook.flatMap((grid) => grid.categories);
    this.#categories = new Map(inOrder.map((category, order) => [category.id as string, { name: category.name, color: category.color, order }]));
    this.#sourceNames = new Map(this.frame.sources.map((source) => [source.id as string, source.name]));
    this.#caseNames = caseNamesOf(this.frame);
  }

  #found(tally: Tally): FoundCategory[] {
    return [...tally.found]
      .map(([id, carriers]) => ({ id: id as FoundCategory['id'], known: this.#categories.get(id), passages: carriers.size }))
      .sort((a, b) => (a.known?.order ?? 0) - (b.known?.order ?? 0))
      .map(({ id, known, passages }) => ({ id, name: known?.name ?? '', color: known?.color ?? '#808080', passages }));
  }

  #textOf(sourceId: string): string {
    let text = this.#texts.get(sourceId);
    if (text === undefined) this.#texts.set(sourceId, (text = readText(this.#project, sourceId)));
    return text;
  }

  #quote(index: number, tally: Tally, stance: Stance | null): MatrixQuote {
    const passage = this.passages[index] as PlacedPassage;
    const source = this.#sourceNames.get(passage.sourceId) ?? '';
    return {
      passageId: passage.ids[0] as PassageId,
      sourceId: passage.sourceId,
      source,
      speaker: passage.speaker,
      start: passage.start,
      end: passage.end,
      text: this.#textOf(passage.sourceId).slice(passage.start, passage.end),
      ref: citationOf(source, passage.turnNumber),
      caseNames: this.#caseNames(passage),
      stance,
      coderIds: [...new Set([...passage.categories.values()].flat().map(({ coderId }) => coderId))],
      categories: [...tally.found].filter(([, carriers]) => carriers.has(index)).map(([id]) => this.#categories.get(id)?.name ?? ''),
    };
  }

  cell(row: number, column: number, withQuotes: boolean): MatrixCell {
    const key = cellKey(this.filled.rows[row] as MatrixHeader, this.filled.columns[column] as MatrixHeader);
    const written = this.#written.get(key);
    const tally = this.filled.cells[row]?.get(column);
    const content = { key, synthesis: written?.synthesis ?? null, status: written?.status ?? null };
    if (!tally)
      return {
        ...content,
        codings: 0,
        passages: 0,
        sources: 0,
        cases: 0,
        categories: [],
        stance: { supports: 0, contrasts: 0, mentions: 0 },
        quotes: [],
      };
    const cases = new Set(tally.passages.flatMap((index) => this.#caseNames(this.passages[index] as PlacedPassage)));
    return {
      ...content,
      codings: tally.codings,
      passages: tally.passages.length,
      sources: tally.sources,
      cases: cases.size,
      categories: this.#found(tally),
      stance: tally.stance,
      quotes: withQuotes ? tally.passages.map((index, at) => this.#quote(index, tally, tally.stances[at] ?? null)) : [],
    };
  }
}

function isEmpty(cell: MatrixCell): boolean {
  return cell.passages === 0 && cell.synthesis === null;
}

/** The table with its empty rows and columns left out. */
function withoutEmpty(table: MatrixTable): MatrixTable {
  const keepRow = table.cells.map((row) => !row.every(isEmpty));
  const keepColumn = table.columns.map((_, column) => table.cells.some((row) => !isEmpty(row[column] as MatrixCell)));
  return {
    ...table,
    rows: table.rows.filter((_, row) => keepRow[row]),
    columns: table.columns.filter((_, column) => keepColumn[column]),
    cells: table.cells.filter((_, row) => keepRow[row]).map((row) => row.filter((_, column) => keepColumn[column])),
  };
}

/** Computes a matrix. Quotes come with it only where its contents ask for passages, or `withQuotes` says so. */
export function computeMatrix(
  project: Project,
  definition: MatrixDefinition,
  titles: AxisTitles,
  options: { title: string; withQuotes?: boolean },
): MatrixTable {
  const reading = new MatrixReading(project, definition, titles);
  const { filled } = reading;
  const withQuotes = options.withQuotes ?? definition.contents.includes('passages');
  const table: MatrixTable = {
    title: options.title,
    definition,
    rowAxes: reading.rowAxes.map((axis) => axis.title),
    columnAxes: reading.columnAxes.map((axis) => axis.title),
    rows: filled.rows,
    columns: filled.columns,
    cells: filled.rows.map((_, row) => filled.columns.map((__, column) => reading.cell(row, column, withQuotes))),
    totals: filled.totals,
    omittedCodings: filled.omittedCodings,
  };
  return definition.hidesEmpty ? withoutEmpty(table) : table;
}

/** One cell with all its quotes. */
export function readCell(project: Project, definition: MatrixDefinition, titles: AxisTitles, rowKey: string, columnKey: string): MatrixCell {
  const reading = new MatrixReading(project, definition, titles);
  const row = reading.filled.rows.findIndex((header) => header.key === rowKey);
  const column = reading.filled.columns.findIndex((header) => header.key === columnKey);
  if (row < 0 || column < 0) throw new Refusal('matrix.cellUnknown', { key: `${rowKey} × ${columnKey}` });
  return reading.cell(row, column, true);
}

/** Matrices kept in the project, by name. One whose definition this version cannot read is left out by none: it is a fault. */
export function listMatrices(project: Project): SavedMatrix[] {
  return project.db
    .select()
    .from(matrix)
    .orderBy(asc(matrix.name))
    .all()
    .map((row) => ({
      id: row.id as MatrixId,
      name: row.name,
      definition: matrixDefinition.parse(JSON.parse(row.definition)),
      updatedAt: row.updatedAt,
    }));
}
