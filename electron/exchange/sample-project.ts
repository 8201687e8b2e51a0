// Builds the fictional sample project out of shared/sample, by the same commands that people use.
import { join } from 'node:path';
import { z } from 'zod';
import { addGrid } from '../commands/codebook.ts';
import { applyCodingTable } from '../commands/codings.ts';
import { applyAttributes, createCase, createCoder } from '../commands/corpus.ts';
import { settleMatches, writeGuide } from '../commands/guide.ts';
import { writeSynthesis } from '../commands/cells.ts';
import { saveMatrix } from '../commands/matrices.ts';
import { writeMemo } from '../commands/memos.ts';
import type { Session } from '../commands/run-command.ts';
import { importSources } from '../commands/import-sources.ts';
import type { IncomingSource } from '../commands/import-sources.ts';
import { updateSource } from '../commands/sources.ts';
import type { NewProject } from '../commands/create-project.ts';
import { categoryAt } from '../../shared/domain/category-path.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { Language } from '../../shared/domain/project.ts';
import { SOURCE_KINDS, sourceNameFromFile } from '../../shared/domain/source.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listSources, readCorpusFrame, sourceByName } from '../queries/corpus.ts';
import { readMatches } from '../queries/guide.ts';
import { planCodingTable } from './coding-table.ts';
import { readAsSource } from './incoming-sources.ts';
import { readDocument } from './reading/read-documents.ts';
import { readTable } from './reading/read-table.ts';
import { sampleBytes, sampleJson } from './sample-files.ts';
import { fillMatrices } from './sample-matrices.ts';
import { checkedGridFile, shippedGridFile } from './shipped-grids.ts';

const attributes = z.record(z.string(), z.string());
const bilingual = z.object({ fr: z.string(), en: z.string() });

const sampleFile = z.object({
  title: bilingual,
  question: bilingual,
  notice: bilingual,
  coders: z.array(z.object({ name: z.string(), initials: z.string(), color: z.string() })).min(1),
  cases: z.array(z.object({ name: z.string(), attributes })),
  participants: z.array(z.object({ name: z.string(), case: z.string().nullable(), attributes })),
  sources: z.array(z.object({ file: z.string(), case: z.string(), kind: z.enum(SOURCE_KINDS), date: z.string() })),
});
const synthesesFile = z.array(z.object({ row: z.string(), column: z.array(z.string()), text: z.string() }));
const memosFile = z.array(
  z.object({ on: z.enum(['project', 'source', 'case', 'category']), name: z.string().nullable(), title: z.string(), text: z.string() }),
);
const guideFile = z.object({
  title: z.string(),
  themes: z.array(z.object({ name: z.string(), questions: z.array(z.object({ text: z.string(), categories: z.array(z.string()) })) })),
});
type Sample = z.infer<typeof sampleFile>;

/** The sample speaks French, like its interviews: its grids and prints do too, whatever the window's language. */
const SAMPLE_LANGUAGE: Language = 'fr';
const GRIDS = ['innovation-sociale', 'outils-de-gestion'] as const;

function sample(): Sample {
  return sampleFile.parse(sampleJson('sample.json'));
}

/** The card of the project to make before `fillSample`. */
export function sampleCard(language: Language): NewProject {
  const { title, question, notice, coders } = sample();
  const first = coders[0];
  return {
    title: title[language],
    question: `${question[language]}\n\n${notice[language]}`,
    language: SAMPLE_LANGUAGE,
    coderName: first?.name ?? '',
    ...(first ? { coderInitials: first.initials, coderColor: first.color } : {}),
  };
}

async function importTranscripts(session: Session, { sources }: Sample, cases: ReadonlyMap<string, CaseId>): Promise<void> {
  for (const [name, caseId] of cases) {
    const own = sources.filter((source) => source.case === name);
    const transcripts: IncomingSource[] = [];
    for (const { file } of own) {
      const bytes = sampleBytes(join('transcripts', file));
      transcripts.push(readAsSource(await readDocument({ name: file, bytes }), bytes));
    }
    importSources(session, transcripts, { caseId, kind: 'interview' });
    for (const source of own) {
      updateSource(session, { sourceId: sourceByName(session.project, sourceNameFromFile(source.file)), kind: source.kind, date: source.date });
    }
  }
}

/** Of the attributes that are more than words. */
const TYPES: ReadonlyMap<string, AttributeType> = new Map([
  ['Création', 'date'],
  ['Membres', 'number'],
  ['Origine', 'choice'],
  ['Catégorie', 'choice'],
  ['Ancienneté', 'number'],
]);

function fillAttributes(session: Session, { cases, participants }: Sample): void {
  const frame = readCorpusFrame(session.project);
  const caseIds = new Map(frame.cases.map((item) => [item.name, item.id as string]));
  const people = new Map(frame.participants.map((person) => [person.name, person.id as string]));
  const rowsOf = (items: readonly { name: string; attributes: Record<string, string> }[], ids: ReadonlyMap<string, string>) =>
    items.flatMap((item) => (ids.has(item.name) ? [{ targetId: ids.get(item.name) ?? '', values: item.attributes }] : []));
  applyAttributes(session, 'case', rowsOf(cases, caseIds), TYPES);
  applyAttributes(session, 'participant', rowsOf(participants, people), TYPES);
}

async function fillCodings(session: Session, name: string): Promise<void> {
  const records = await readTable({ name, bytes: sampleBytes(name) });
  applyCodingTable(session, planCodingTable(session, records, { unit: 'utf16', createCategories: true, language: SAMPLE_LANGUAGE }));
}

function fillSyntheses(session: Session, cases: ReadonlyMap<string, CaseId>): void {
  const codebook = readCodebook(session.project);
  const entity = (name: string): string => {
    const caseId = cases.get(name);
    return caseId ? `case:${caseId}` : `category:${categoryAt(codebook, name).category.id}`;
  };
  for (const item of synthesesFile.parse(sampleJson('syntheses.json'))) {
    writeSynthesis(session, { entityKeys: [item.row, ...item.column].map(entity), text: item.text, status: 'ready' });
  }
}

function fillMemos(session: Session, cases: ReadonlyMap<string, CaseId>): void {
  const codebook = readCodebook(session.project);
  const sources = new Map(listSources(session.project).map((source) => [source.name, source.id as string]));
  const targets = {
    project: () => '',
    source: (name: string) => sources.get(name) ?? '',
    case: (name: string) => cases.get(name) ?? '',
    category: (name: string) => categoryAt(codebook, name).category.id as string,
  };
  for (const memo of memosFile.parse(sampleJson('memos.json'))) {
    writeMemo(session, { memoId: null, targetKind: memo.on, targetId: targets[memo.on](memo.name ?? ''), title: memo.title, text: memo.text });
  }
}

/** How like a question a turn must be for the sample's researcher to have confirmed it; the others wait, to be tried out. */
const CONFIRMED_FROM = 0.7;

/** The guide with what it is meant to feed, and where its questions are surely asked. */
function fillGuide(session: Session): void {
  const codebook = readCodebook(session.project);
  const { title, themes } = guideFile.parse(sampleJson('guide.json'));
  const draft = themes.map(({ name, questions }) => ({
    name,
    questions: questions.map(({ text, categories }) => ({ text, categoryIds: categories.map((path) => categoryAt(codebook, path).category.id) })),
  }));
  const guideId = writeGuide(session, { guideId: null, guide: { title, themes: draft } });
  for (const { id } of listSources(session.project)) {
    const sure = readMatches(session.project, { guideId, sourceId: id }).filter(({ score }) => score >= CONFIRMED_FROM);
    const matches = sure.map(({ questionId, turnId }) => ({ questionId, turnId, status: 'confirmed' as const }));
    if (matches.length > 0) settleMatches(session, { matches });
  }
}

/** The matrix of the product's main job: dimensions × tool families × cases. */
export function mainMatrix(session: Session): MatrixDefinition {
  const [dimensions, tools] = GRIDS.map((key) => readCodebook(session.project).find((grid) => grid.key === key));
  if (!dimensions || !tools) throw new Error('the sample lacks its grids');
  return {
    rows: [{ kind: 'grid', gridId: dimensions.id, level: null }],
    columns: [{ kind: 'grid', gridId: tools.id, level: 1 }, { kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts', 'categories', 'synthesis'],
    hidesEmpty: false,
  };
}

export const MAIN_MATRIX_NAME = 'Dimensions × familles d’outils × pôles';

/** Fills a project made from `sampleCard`: cases, grids, interviews, attributes, codings, syntheses, memos, matrices. */
export async function fillSample(session: Session): Promise<void> {
  const data = sample();
  for (const coder of data.coders.slice(1)) createCoder(session, coder);
  const cases = new Map(data.cases.map((item) => [item.name, createCase(session, { name: item.name })]));
  for (const key of GRIDS) addGrid(session, shippedGridFile(key), SAMPLE_LANGUAGE, null);
  addGrid(session, checkedGridFile(sampleJson('emergent-grid.json')), SAMPLE_LANGUAGE, null);
  await importTranscripts(session, data, cases);
  fillAttributes(session, data);
  for (const name of ['codings.json', 'emergent-codings.json']) await fillCodings(session, name);
  fillSyntheses(session, cases);
  fillMemos(session, cases);
  fillGuide(session);
  saveMatrix(session, { matrixId: null, name: MAIN_MATRIX_NAME, definition: mainMatrix(session), display: 'caseComparison' });
  fillMatrices(session, cases);
}
