// Matches the lines of an attribute table with the cases, sources or participants of the project, for the window and CLI.md.
import { applyAttributes } from '../commands/corpus.ts';
import type { AttributeRow } from '../commands/corpus.ts';
import type { Session } from '../commands/run-command.ts';
import type { AttributeTablePlan, AttributeTablePreview, ChosenAttribute, InvalidValue, UnmatchedRow } from '../../shared/domain/attribute-table.ts';
import { canonicalValue, proposedType } from '../../shared/domain/attribute-value.ts';
import type { ValueKind } from '../../shared/domain/attribute-value.ts';
import { folded } from '../../shared/domain/category.ts';
import type { AttributeScope, AttributeType } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { citationCode, sourceNameFromFile } from '../../shared/domain/source.ts';
import { listSources, listSpeakers, readStudyParts } from '../queries/corpus.ts';
import { readProject } from '../queries/project.ts';
import { withoutFormulaGuard } from './csv.ts';
import type { FileBytes } from './reading/read-documents.ts';
import { readSurvey } from './reading/read-survey.ts';
import type { TableRecord } from './reading/read-table.ts';

type Project = Session['project'];

/** What the columns are usually called that say whose values a row holds. */
export const USUAL_COLUMNS: Readonly<Record<AttributeScope, readonly string[]>> = {
  case: ['case', 'cas'],
  source: ['source', 'document'],
  participant: ['participant', 'speaker', 'locuteur', 'nom'],
};
/** Tried in this order: a table of participants often names their case and their source too. */
const SCOPES_TRIED: readonly AttributeScope[] = ['participant', 'source', 'case'];
const MOST_NAMED = 5;
const EXAMPLES = 3;
/** Columns beyond this one are not tried for names: such a column stands near the start. */
const COLUMNS_TRIED = 40;

/** What a table says of the project's cases, sources or people. */
export interface MatchedAttributes {
  readonly rows: readonly AttributeRow[];
  /** Values that their attributes do not take; the rows have them too. */
  readonly invalid: readonly InvalidValue[];
  /** Who the table describes but nobody in the corpus is: it often knows more documents, and more people, than were imported. */
  readonly unmatched: readonly UnmatchedRow[];
}

/** A row that was found, with where it stands in the table. */
interface MatchedRow extends AttributeRow {
  readonly line: number;
}

interface Named {
  readonly id: string;
  /** What it is called first of all, then what else it goes by. */
  readonly names: readonly string[];
}

type Found = { readonly id: string } | { readonly because: UnmatchedRow['because'] };

/** Finds by exact name, else by any name whatever its accents and capitals, where only one thing goes by it. */
function finder(things: readonly Named[]): (name: string) => Found {
  const index = (entries: readonly (readonly [string, string])[]): Map<string, Set<string>> => {
    const ids = new Map<string, Set<string>>();
    for (const [name, id] of entries) ids.set(name, (ids.get(name) ?? new Set()).add(id));
    return ids;
  };
  const exact = index(things.map(({ id, names }) => [names[0] ?? '', id]));
  const loose = index(things.flatMap(({ id, names }) => names.map((name) => [folded(name), id] as const)));
  return (name) => {
    const [first, second] = exact.get(name) ?? loose.get(folded(name)) ?? [];
    if (first === undefined || name === '') return { because: 'unknown' };
    return second === undefined ? { id: first } : { because: 'ambiguous' };
  };
}

function sourcesNamed(project: Project): Named[] {
  return listSources(project).map(({ id, name, originalName }) => ({
    id,
    names: [name, originalName, sourceNameFromFile(originalName), citationCode(name)],
  }));
}

/** A person by their name; in a source, by the speaker's label there or by their name. */
function peopleFinder(project: Project): (source: string, name: string) => Found {
  const { participants } = readStudyParts(project);
  const nameOf = new Map(participants.map(({ id, name }) => [id as string, name]));
  const speakers = listSpeakers(project);
  const anywhere = finder(
    participants.map(({ id, name }) => ({
      id,
      names: [name, ...speakers.filter((speaker) => speaker.participantId === id).map(({ label }) => label)],
    })),
  );
  const findSource = finder(sourcesNamed(project));
  const within = new Map(
    [...new Set(speakers.map(({ sourceId }) => sourceId))].map((sourceId) => {
      const there = speakers.filter((speaker) => speaker.sourceId === sourceId);
      return [
        sourceId as string,
        finder(there.map(({ participantId, label }) => ({ id: participantId, names: [label, nameOf.get(participantId) ?? ''] }))),
      ];
    }),
  );
  return (source, name) => {
    if (source === '') return anywhere(name);
    const found = findSource(source);
    return 'id' in found ? (within.get(found.id)?.(name) ?? { because: 'unknown' }) : found;
  };
}

/** Who or what a name stands for; a participant may be named by a source and a label there. */
export function rowFinder(project: Project, scope: AttributeScope): (source: string, name: string) => Found {
  if (scope === 'participant') return peopleFinder(project);
  const find = finder(scope === 'source' ? sourcesNamed(project) : readStudyParts(project).cases.map(({ id, name }) => ({ id, names: [name] })));
  return (_source, name) => find(name);
}

const field = ({ fields }: TableRecord, column: string | null): string => (column === null ? '' : (fields[column]?.trim() ?? ''));

/** A cell left empty says nothing: it does not take away a value that the project has. */
function matchRows(
  find: ReturnType<typeof rowFinder>,
  plan: AttributeTablePlan,
  records: readonly TableRecord[],
): { readonly rows: readonly MatchedRow[]; readonly unmatched: readonly UnmatchedRow[] } {
  const rows: MatchedRow[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const record of records) {
    const [source, name] = [field(record, plan.sourceColumn), field(record, plan.nameColumn)];
    const found = find(source, name);
    if ('because' in found) unmatched.push({ line: record.line, name: [source, name].filter(Boolean).join(' '), because: found.because });
    else {
      const values = Object.entries(record.fields).filter(
        ([column, value]) => column !== plan.nameColumn && column !== plan.sourceColumn && value.trim() !== '',
      );
      rows.push({ targetId: found.id, line: record.line, values: Object.fromEntries(values) });
    }
  }
  return { rows, unmatched };
}

/** The attributes of one scope by their names, and how the project reads values. */
function presentAttributes(project: Project, scope: AttributeScope): ReadonlyMap<string, ValueKind> {
  const attributes = readStudyParts(project).attributes.filter((attribute) => attribute.scope === scope);
  return new Map(attributes.map(({ name, type, choices }) => [name, { type, choices }]));
}

/** The values that an attribute of their column's name is there for and does not take. */
function invalidValues(project: Project, scope: AttributeScope, rows: readonly MatchedRow[]): InvalidValue[] {
  const present = presentAttributes(project, scope);
  const { language } = readProject(project);
  return rows.flatMap(({ line, values }) =>
    Object.entries(values).flatMap(([column, value]) => {
      const kind = present.get(column);
      return kind && canonicalValue(value, kind, language) === null ? [{ line, column, value: value.trim() }] : [];
    }),
  );
}

function columnsOf(records: readonly TableRecord[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record.fields)))];
}

/** The column of one of these names, whatever the case of its letters. */
function columnCalled(columns: readonly string[], names: readonly string[]): string | undefined {
  return names.flatMap((name) => columns.filter((column) => column.toLowerCase() === name))[0];
}

/**
 * For `trame import --cases | --participants`. Refuses a table without the column that says whose values they are, one that names a
 * case unknown, a person unknown or shared where no source is given, and one in which nobody is known.
 */
export function matchAttributeRows(project: Project, scope: 'case' | 'participant', records: readonly TableRecord[]): MatchedAttributes {
  const columns = columnsOf(records);
  const nameColumn = columnCalled(columns, USUAL_COLUMNS[scope]);
  if (nameColumn === undefined) throw new Refusal('attribute.targetUnknown', { name: USUAL_COLUMNS[scope].join(' / ') });
  const sourceColumn = scope === 'participant' ? (columnCalled(columns, USUAL_COLUMNS.source) ?? null) : null;
  const matched = matchRows(rowFinder(project, scope), { scope, nameColumn, sourceColumn }, records);
  const lines = new Map(records.map((record) => [record.line, record]));
  const refused = matched.unmatched.find(({ line }) => field(lines.get(line) ?? { line, fields: {} }, sourceColumn) === '');
  if (refused) throw new Refusal(refused.because === 'unknown' ? 'attribute.targetUnknown' : 'attribute.targetAmbiguous', { name: refused.name });
  if (matched.rows.length === 0)
    throw new Refusal('attribute.targetUnknown', { name: matched.unmatched.slice(0, MOST_NAMED).map(({ name }) => name) });
  return { ...matched, invalid: invalidValues(project, scope, matched.rows) };
}

/** The first row names the columns. Refuses (`source.unreadable`) what is no table, is damaged, or names two columns alike. */
export async function readAttributeTable(file: FileBytes): Promise<TableRecord[]> {
  const { columns, rows } = await readSurvey(file);
  return rows.map((cells, index) => ({
    line: index + 2,
    fields: Object.fromEntries(columns.map(({ name }, at) => [name, withoutFormulaGuard(cells[at] ?? '')])),
  }));
}

/** What the user has settled; the rest is proposed. */
export type PartialPlan = { readonly [K in keyof AttributeTablePlan]?: AttributeTablePlan[K] | undefined };

/** The best column for one scope: the one that names most of what is known, a usual name winning a draw. */
function proposeFor(project: Project, scope: AttributeScope, given: PartialPlan, records: readonly TableRecord[]) {
  const find = rowFinder(project, scope);
  const columns = columnsOf(records);
  const usual = columnCalled(columns, USUAL_COLUMNS[scope]);
  const isKnown = (column: string | null | undefined): column is string => column !== null && column !== undefined && columns.includes(column);
  const asked =
    scope === 'participant' ? (given.sourceColumn === undefined ? columnCalled(columns, USUAL_COLUMNS.source) : given.sourceColumn) : null;
  const sourceColumn = isKnown(asked) ? asked : null;
  const tried = isKnown(given.nameColumn)
    ? [given.nameColumn]
    : [...(usual === undefined ? [] : [usual]), ...columns.slice(0, COLUMNS_TRIED)].filter((column) => column !== sourceColumn);
  const plans = (tried.length > 0 ? tried : columns).map(
    (nameColumn): AttributeTablePlan => ({ scope, nameColumn, sourceColumn: nameColumn === sourceColumn ? null : sourceColumn }),
  );
  const matches = plans.map((plan) => ({ plan, ...matchRows(find, plan, records) }));
  return matches.reduce((best, next) => (next.rows.length > best.rows.length ? next : best));
}

/** What the table would bring, nothing written. */
export function previewAttributeTable(project: Project, records: readonly TableRecord[], given: PartialPlan): AttributeTablePreview {
  const proposals = (given.scope === undefined ? SCOPES_TRIED : [given.scope]).map((scope) => proposeFor(project, scope, given, records));
  const most = Math.max(...proposals.map(({ rows }) => rows.length));
  const best = proposals.find(({ rows }) => rows.length >= most / 2 && (rows.length > 0 || most === 0)) ?? proposals[0];
  if (!best) throw new Refusal('input.invalid', { message: 'scope' });
  const { language } = readProject(project);
  const present = presentAttributes(project, best.plan.scope);
  const columns = columnsOf(records).map((name) => {
    const values = records.map((record) => field(record, name)).filter(Boolean);
    const type: AttributeType = present.get(name)?.type ?? proposedType(values, language);
    return { name, type, filled: values.length, examples: [...new Set(values)].slice(0, EXAMPLES) };
  });
  const invalid = invalidValues(project, best.plan.scope, best.rows);
  return { plan: best.plan, columns, rows: records.length, matched: best.rows.length, unmatched: best.unmatched, invalid };
}

/**
 * Writes the chosen columns of the rows that are known, as one act; values that their attributes do not take are left out. Refuses (`attribute.targetUnknown`) a table in which none is.
 */
export function importAttributeTable(
  session: Session,
  records: readonly TableRecord[],
  plan: AttributeTablePlan,
  attributes: readonly ChosenAttribute[],
): { readonly rows: number; readonly unmatched: number; readonly invalid: number } {
  const { rows, unmatched } = matchRows(rowFinder(session.project, plan.scope), plan, records);
  if (rows.length === 0) throw new Refusal('attribute.targetUnknown', { name: unmatched.slice(0, MOST_NAMED).map(({ name }) => name) });
  const chosen = rows.map(({ targetId, values }) => ({
    targetId,
    values: Object.fromEntries(attributes.flatMap(({ column, name }) => (values[column] === undefined ? [] : [[name, values[column]]]))),
  }));
  const types = new Map(attributes.flatMap(({ name, type }) => (type === undefined ? [] : [[name, type] as const])));
  const leftOut = applyAttributes(session, plan.scope, chosen, types);
  return { rows: rows.length, unmatched: unmatched.length, invalid: leftOut.length };
}
