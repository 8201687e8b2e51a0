// What the sample project's researcher made of its matrices: ratings by a rule, syntheses, pinned verbatims, remarks, questions, displays.
import { z } from 'zod';
import { categoryAt } from '../../shared/domain/category-path.ts';
import { CELL_STATUSES, ratingSteps } from '../../shared/domain/cell.ts';
import { evidenceRule, fingerprintsOf } from '../../shared/domain/cell-evidence.ts';
import type { CellEvidence } from '../../shared/domain/cell-evidence.ts';
import type { DisplayStudy } from '../../shared/domain/display-choices.ts';
import type { CaseId, MatrixId, RatingScaleId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition, MatrixQuote } from '../../shared/domain/matrix.ts';
import { CHOICES, DISPLAYS } from '../../shared/domain/display.ts';
import { displayById, filledDisplay } from '../../shared/domain/matrix-displays.ts';
import { writtenText } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { matrixDisplaysText } from '../../shared/i18n/matrix-displays.ts';
import { createCaseGroup } from '../commands/case-groups.ts';
import { cutQuote, pinQuote, rate, writeRemark, writeSynthesis } from '../commands/cells.ts';
import { saveMatrix } from '../commands/matrices.ts';
import { takeSnapshot } from '../commands/matrix-snapshots.ts';
import { saveScale } from '../commands/rating-scales.ts';
import { saveResearchQuestion } from '../commands/research-questions.ts';
import type { Session } from '../commands/run-command.ts';
import { readCodebook } from '../queries/codebook.ts';
import { readCorpusFrame, listSources } from '../queries/corpus.ts';
import { readCell } from '../queries/matrix.ts';
import { computeSaved } from '../queries/matrix-snapshots.ts';
import { listScales } from '../queries/rating-scales.ts';
import { sampleJson } from './sample-files.ts';

/** A passage of the cell, by its source and the words that it begins with. */
const quoteAt = z.object({ source: z.string(), begins: z.string(), cuts: z.array(z.string()).default([]) });
const ratedCell = z.object({
  row: z.string(),
  column: z.string(),
  rating: z.number(),
  /** What it was rated at first, before the snapshot. */
  firstRating: z.number().optional(),
  synthesis: z.string(),
  status: z.enum(CELL_STATUSES),
  pins: z.array(quoteAt).default([]),
  links: z.array(quoteAt).default([]),
  remark: z.string().optional(),
});
const file = z.object({
  scale: z.object({ name: z.string(), steps: ratingSteps }),
  caseGroup: z.object({ name: z.string(), cases: z.array(z.string()) }),
  cells: z.array(ratedCell),
  ratingsByAttribute: z.array(z.object({ row: z.string(), attribute: z.string(), value: z.string(), rating: z.number() })),
  meetings: z.array(z.object({ row: z.string(), column: z.string(), synthesis: z.string() })),
  questions: z.array(z.object({ text: z.string(), expression: z.string().nullable() })),
  matrices: z.array(
    z.object({
      display: z.enum(DISPLAYS),
      name: z.string(),
      picks: z.partialRecord(z.enum(CHOICES), z.string()).default({}),
      snapshot: z.string().optional(),
    }),
  ),
});
type SampleFile = z.infer<typeof file>;
type RatedCell = z.infer<typeof ratedCell>;

const TITLES = axisTitles.fr;
const WORDS = matrixDisplaysText.fr;

function studyOf({ project }: Session): DisplayStudy {
  return { ...readCorpusFrame(project), sources: listSources(project), codebook: readCodebook(project), scales: listScales(project) };
}

/** The longest one, where another coder chose less of the same words. */
function foundIn(quotes: readonly MatrixQuote[], { source, begins }: z.infer<typeof quoteAt>): MatrixQuote {
  const candidates = quotes.filter((quote) => quote.source === source && quote.text.startsWith(begins));
  const [found] = candidates.sort((a, b) => b.text.length - a.text.length);
  if (!found) throw new Error(`the sample's cell has no passage of ${source} that begins « ${begins} »`);
  return found;
}

/** The words, and the verbatims that they rest on as links. */
function linked(text: string, quotes: readonly MatrixQuote[]): WrittenText {
  const links = quotes.map(({ passageId, text: label }) => ({
    type: 'quote',
    children: [{ type: 'memo-link', kind: 'passage', id: passageId, label }],
  }));
  return writtenText.parse({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }, ...links] } });
}

interface Filling {
  readonly session: Session;
  readonly scaleId: RatingScaleId;
  readonly categoryKey: (path: string) => string;
  readonly caseKey: (name: string) => string;
}

/** What the cell holds, and the rule that says so. */
interface ReadCell {
  readonly quotes: readonly MatrixQuote[];
  readonly evidence: CellEvidence;
}

/** Read for all cells before any is written: what they hold depends on codings alone, and is then known at once. */
function readEvidence({ session, categoryKey, caseKey }: Filling, cells: readonly RatedCell[]): ReadCell[] {
  const codebook = readCodebook(session.project);
  const ids = [...new Set(cells.map(({ row }) => categoryAt(codebook, row).category.id))];
  const definition: MatrixDefinition = {
    rows: [{ kind: 'picked', name: '', of: { kind: 'category', ids } }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: false,
  };
  return cells.map(({ row, column }) => {
    const [rowKey, columnKey] = [categoryKey(row), caseKey(column)];
    const { quotes } = readCell(session.project, definition, TITLES, rowKey, columnKey);
    return { quotes, evidence: { rule: evidenceRule(definition, rowKey, columnKey), passages: fingerprintsOf(quotes) } };
  });
}

function fillCell({ session, scaleId, categoryKey, caseKey }: Filling, cell: RatedCell, { quotes, evidence }: ReadCell): void {
  const entityKeys = [categoryKey(cell.row), caseKey(cell.column)];
  const links = cell.links.map((link) => foundIn(quotes, link));
  const document = links.length > 0 ? linked(cell.synthesis, links) : null;
  writeSynthesis(session, { entityKeys, text: cell.synthesis, document, status: cell.status, evidence });
  for (const pin of cell.pins) {
    const { passageId, text } = foundIn(quotes, pin);
    pinQuote(session, { entityKeys, passageId, position: null });
    const cuts = pin.cuts.map((cut) => [text.indexOf(cut), text.indexOf(cut) + cut.length] as const);
    if (cuts.length > 0) cutQuote(session, { entityKeys, passageId, cuts });
  }
  if (cell.remark) writeRemark(session, { entityKeys, text: cell.remark });
  rate(session, { entityKeys, rating: { scaleId, value: cell.firstRating ?? cell.rating } });
}

function fillOthers({ session, scaleId, categoryKey }: Filling, { ratingsByAttribute, meetings, questions }: SampleFile): void {
  const { attributes } = readCorpusFrame(session.project);
  for (const { row, attribute, value, rating } of ratingsByAttribute) {
    const id = attributes.find(({ name, scope }) => name === attribute && scope === 'participant')?.id ?? '';
    rate(session, { entityKeys: [categoryKey(row), `attribute:${id}=${value}`], rating: { scaleId, value: rating } });
  }
  for (const { row, column, synthesis } of meetings)
    writeSynthesis(session, { entityKeys: [categoryKey(row), categoryKey(column)], text: synthesis, status: 'ready' });
  for (const { text, expression } of questions) saveResearchQuestion(session, { questionId: null, text, expression, position: null });
}

/** Matrices kept from displays, with how they are read; those of which a state is to be kept. */
function saveDisplays(session: Session, { matrices }: SampleFile): { matrixId: MatrixId; name: string }[] {
  const study = studyOf(session);
  return matrices.flatMap(({ display: id, name, picks, snapshot }) => {
    const display = displayById(id);
    const definition = display && filledDisplay(display, study, picks).definition;
    if (!definition) throw new Error(`the sample lacks something for ${id}`);
    const sources = display.references.map((reference) => WORDS.references[reference]);
    const notes = WORDS.notesWithSource(WORDS.displays[display.id].notes, sources);
    const matrixId = saveMatrix(session, { matrixId: null, name, definition, notes, display: display.id });
    return snapshot ? [{ matrixId, name: snapshot }] : [];
  });
}

/** After the codings and the first syntheses. */
export function fillMatrices(session: Session, cases: ReadonlyMap<string, CaseId>): void {
  const data = file.parse(sampleJson('matrices.json'));
  const caseId = (name: string): CaseId => {
    const id = cases.get(name);
    if (!id) throw new Error(`the sample has no case ${name}`);
    return id;
  };
  const { name, cases: members } = data.caseGroup;
  createCaseGroup(session, { name, caseIds: members.map(caseId) });
  const codebook = readCodebook(session.project);
  const filling: Filling = {
    session,
    scaleId: saveScale(session, { scaleId: null, ...data.scale }),
    categoryKey: (path) => `category:${categoryAt(codebook, path).category.id}`,
    caseKey: (caseName) => `case:${caseId(caseName)}`,
  };
  const read = readEvidence(filling, data.cells);
  for (const [at, cell] of data.cells.entries()) fillCell(filling, cell, read[at] ?? { quotes: [], evidence: { rule: '', passages: {} } });
  fillOthers(filling, data);
  for (const { matrixId, name: state } of saveDisplays(session, data))
    takeSnapshot(session, { matrixId, name: state }, computeSaved(session.project, matrixId, TITLES));
  for (const { row, column, rating, firstRating } of data.cells)
    if (firstRating !== undefined)
      rate(session, { entityKeys: [filling.categoryKey(row), filling.caseKey(column)], rating: { scaleId: filling.scaleId, value: rating } });
}
