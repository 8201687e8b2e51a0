// The attributes of the cases, sources or participants as a table, in the words by which the import finds them again.
import type { Session } from '../commands/run-command.ts';
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { AttributeFileFormat } from '../../shared/domain/attribute-table.ts';
import type { Attribute, AttributeScope } from '../../shared/domain/corpus.ts';
import type { Language } from '../../shared/domain/project.ts';
import { listSources, listSpeakers, readStudyParts } from '../queries/corpus.ts';
import { readProject } from '../queries/project.ts';
import { USUAL_COLUMNS, rowFinder } from './attribute-table.ts';
import { toCsv } from './csv.ts';
import { font } from './printing/formats/sheet-text.ts';

type Project = Session['project'];

const HEADINGS: Readonly<Record<Language, Readonly<Record<AttributeScope, string>>>> = {
  fr: { case: 'cas', source: 'source', participant: 'participant' },
  en: { case: 'case', source: 'source', participant: 'participant' },
};
/** Digits that a spreadsheet keeps of a number. */
const PRECISE_DIGITS = 15;
const WIDTH = 24;

/** How a row names what it is about; `source` is empty where the name is enough. */
interface RowName {
  readonly id: string;
  readonly source: string;
  readonly name: string;
}

/** People by their name; those who share it by a source and their name or label there, whichever the import finds them by. */
function peopleNamed(project: Project): RowName[] {
  const find = rowFinder(project, 'participant');
  const sourceNames = new Map(listSources(project).map(({ id, name }) => [id as string, name]));
  const speakers = Map.groupBy(listSpeakers(project), ({ participantId }) => participantId as string);
  return readStudyParts(project).participants.map(({ id, name }) => {
    const within = (speakers.get(id) ?? []).flatMap(({ sourceId, label }) => {
      const source = sourceNames.get(sourceId) ?? '';
      return [
        { id, source, name },
        { id, source, name: label },
      ];
    });
    const ways: readonly RowName[] = [{ id, source: '', name }, ...within];
    const isFound = (way: RowName): boolean => {
      const found = find(way.source, way.name);
      return 'id' in found && found.id === id;
    };
    return ways.find(isFound) ?? { id, source: '', name };
  });
}

function rowsNamed(project: Project, scope: AttributeScope): readonly RowName[] {
  if (scope === 'participant') return peopleNamed(project);
  const things = scope === 'source' ? listSources(project) : readStudyParts(project).cases;
  return things.map(({ id, name }) => ({ id, source: '', name }));
}

/** Tables name no two columns alike, capitals or not; projects may name two attributes so. */
function distinctHeadings(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let heading = name;
    for (let n = 2; taken.has(heading.toLowerCase()); n += 1) heading = `${name} (${n})`;
    taken.add(heading.toLowerCase());
    return heading;
  });
}

/** The heading, or another one that the import knows where an attribute is called so. */
function headingFor(scope: AttributeScope, language: Language, attributes: readonly Attribute[]): string {
  const taken = new Set(attributes.map(({ name }) => name.toLowerCase()));
  const usual = HEADINGS[language][scope];
  return [usual, ...USUAL_COLUMNS[scope]].find((heading) => !taken.has(heading)) ?? usual;
}

/** Everything of one scope with every attribute, values as they are kept but for yes and no. */
export interface AttributeFile {
  readonly headings: readonly string[];
  /** Null for a heading that is no attribute's. */
  readonly attributes: readonly (Attribute | null)[];
  readonly rows: readonly (readonly string[])[];
}

export function buildAttributeFile(project: Project, scope: AttributeScope): AttributeFile {
  const { language } = readProject(project);
  const study = readStudyParts(project);
  const attributes = study.attributes.filter((attribute) => attribute.scope === scope);
  const values = new Map(study.values.map(({ attributeId, targetId, value }) => [`${attributeId} ${targetId}`, value]));
  const named = rowsNamed(project, scope);
  const hasSources = named.some(({ source }) => source !== '');
  const written = ({ id, type }: Attribute, targetId: string): string => {
    const value = values.get(`${id} ${targetId}`) ?? '';
    return type === 'yesNo' ? shownValue(value, type, language) : value;
  };
  const keys = hasSources ? (['source', scope] as const) : ([scope] as const);
  // attributes keep their names, which the import goes by
  const names = distinctHeadings([...attributes.map(({ name }) => name), ...keys.map((key) => headingFor(key, language, attributes))]);
  return {
    headings: [...names.slice(attributes.length), ...names.slice(0, attributes.length)],
    attributes: [...keys.map(() => null), ...attributes],
    rows: named.map(({ id, source, name }) => [...(hasSources ? [source] : []), name, ...attributes.map((attribute) => written(attribute, id))]),
  };
}

/** Numbers and whole days as a spreadsheet computes with them; what it would change (a long number, a year and month) as text. */
function sheetValue(value: string, attribute: Attribute | null): string | number | Date | null {
  if (value === '') return null;
  if (attribute?.type === 'number' && value.replace(/\D/g, '').length <= PRECISE_DIGITS) return Number(value);
  if (attribute?.type === 'date' && value.length === 'yyyy-mm-dd'.length) return new Date(`${value}T00:00:00Z`);
  return value;
}

async function toWorkbook({ headings, attributes, rows }: AttributeFile): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'Trame';
  const sheet = book.addWorksheet('Trame', { views: [{ state: 'frozen', ySplit: 1, xSplit: attributes.lastIndexOf(null) + 1 }] });
  sheet.addRow([...headings]).font = font({ bold: true });
  for (const row of rows) sheet.addRow(row.map((value, at) => sheetValue(value, attributes[at] ?? null))).font = font();
  headings.forEach((_, at) => {
    const column = sheet.getColumn(at + 1);
    column.width = WIDTH;
    if (attributes[at]?.type === 'date') column.numFmt = 'yyyy-mm-dd';
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function printAttributeFile(project: Project, scope: AttributeScope, format: AttributeFileFormat): Promise<Uint8Array | string> {
  const file = buildAttributeFile(project, scope);
  return format === 'xlsx' ? toWorkbook(file) : toCsv([file.headings, ...file.rows]);
}
