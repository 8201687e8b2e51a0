// What is known of a case before anything is said of it: its attributes, its sources, its people.
import { shownValue } from '../../../shared/domain/attribute-value.ts';
import type { Case, CorpusFrame, Participant } from '../../../shared/domain/corpus.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { printMonographText } from '../../../shared/i18n/print-monograph.ts';
import { heading, paragraph, plainColumns } from './formats/document-words.ts';
import type { PrintSetting } from './print-setting.ts';
import type { CellBlock, PrintedBlock, TableBlock, TableRow } from './formats/printed-document.ts';

export interface CaseFrame extends CorpusFrame {
  readonly sources: readonly SourceSummary[];
}

const row = (label: string, cells: readonly CellBlock[]): TableRow => ({
  band: null,
  label: [paragraph('rowHeader', label)],
  cells: cells.map((cell) => [cell]),
});

function table(
  title: string | null,
  rowAxis: string,
  columns: readonly string[],
  rows: readonly TableRow[],
  widths: TableBlock['widths'],
): TableBlock {
  const fits = { upright: columns.length, across: columns.length };
  return { kind: 'table', title, lead: [], rowAxis, columnAxis: null, columns: plainColumns(columns), rows, note: null, source: null, widths, fits };
}

/** What an attribute says of one thing, as people read it; empty for nothing. */
function valueOf({ values, attributes }: CorpusFrame, attributeId: string, targetId: string, { language }: PrintSetting): string {
  const attribute = attributes.find(({ id }) => id === attributeId);
  const value = values.find((each) => each.attributeId === attributeId && each.targetId === targetId)?.value ?? '';
  return attribute ? shownValue(value, attribute.type, language) : '';
}

/** The whole of a source, or a stretch of it, belongs to the case. */
export function sourcesOf({ id }: Case, { sources, parts }: CaseFrame): SourceSummary[] {
  const inPart = new Set(parts.filter(({ caseId }) => caseId === id).map(({ sourceId }) => sourceId));
  return sources.filter((source) => source.caseIds.includes(id) || inPart.has(source.id));
}

/** Those who belong to the case, and those who belong to none and speak in its sources, in the order in which they are first heard. */
function peopleOf(of: Case, frame: CaseFrame): Participant[] {
  const own = new Set(
    sourcesOf(of, frame)
      .filter((source) => source.caseIds.includes(of.id))
      .map(({ id }) => id),
  );
  const people = frame.participants.filter(
    ({ caseId, isInterviewer, sourceIds }) => !isInterviewer && (caseId === of.id || (caseId === null && sourceIds.some((id) => own.has(id)))),
  );
  const place = ({ sourceIds }: Participant): number =>
    Math.min(...sourceIds.map((id) => frame.sources.findIndex((source) => source.id === id)), frame.sources.length);
  return people.toSorted((a, b) => place(a) - place(b));
}

/** By their names, or by a number each where references name nobody. */
function personNames(people: readonly Participant[], setting: PrintSetting): ReadonlyMap<string, string> {
  const words = printMonographText[setting.language];
  const isNamed = setting.style.reference.who === 'label';
  return new Map(people.map(({ id, name }, at) => [id, isNamed ? setting.words(name) : words.person(at + 1)]));
}

/** Who speaks in a source: numbers with what references say of them. */
function spokenIn(source: SourceSummary, frame: CaseFrame, names: ReadonlyMap<string, string>, setting: PrintSetting): string[] {
  const { reference } = setting.style;
  const ids = [...new Set(frame.speakers.filter(({ sourceId }) => sourceId === source.id).map(({ participantId }) => participantId))];
  return ids.flatMap((id) => {
    const name = names.get(id);
    const said = reference.who === 'attribute' ? valueOf(frame, reference.attributeId, id, setting) : '';
    return name === undefined ? [] : [said === '' ? name : `${name} (${setting.words(said)})`];
  });
}

function factsTable(of: Case, frame: CaseFrame, setting: PrintSetting): PrintedBlock[] {
  const words = printMonographText[setting.language];
  const facts = frame.attributes
    .filter(({ scope }) => scope === 'case')
    .map(({ id, name }) => [name, valueOf(frame, id, of.id, setting)] as const)
    .filter(([, value]) => value !== '');
  const groups = frame.groups.filter(({ caseIds }) => caseIds.includes(of.id)).map(({ name }) => name);
  const all = [...facts, ...(groups.length > 0 ? [[words.groups, groups.join(', ')] as const] : [])];
  if (all.length === 0) return [];
  const rows = all.map(([name, value]) => row(setting.words(name), [paragraph('cell', setting.words(value))]));
  return [table(null, words.fact, [words.value], rows, [0.32, 0.68])];
}

function sourceFacts(source: SourceSummary, of: Case, frame: CaseFrame, names: ReadonlyMap<string, string>, setting: PrintSetting): TableRow {
  const words = printMonographText[setting.language];
  const parts = frame.parts.filter(({ sourceId, caseId }) => sourceId === source.id && caseId === of.id);
  const isWhole = source.caseIds.includes(of.id);
  const stretch = isWhole ? '' : ` (${parts.map(({ firstNumber, lastNumber }) => words.part(firstNumber, lastNumber)).join(', ')})`;
  return row(`${setting.words(citationCode(source.name))}${stretch}`, [
    paragraph('cell', words.kinds[source.kind]),
    paragraph('cell', source.date === null ? '' : formatDate(setting.language, source.date)),
    paragraph('number', words.number(source.words)),
    paragraph('cell', spokenIn(source, frame, names, setting).join(', ')),
  ]);
}

function peopleTable(people: readonly Participant[], frame: CaseFrame, names: ReadonlyMap<string, string>, setting: PrintSetting): PrintedBlock[] {
  const words = printMonographText[setting.language];
  const attributes = frame.attributes.filter(
    ({ id, scope }) => scope === 'participant' && people.some((person) => valueOf(frame, id, person.id, setting) !== ''),
  );
  if (people.length === 0 || attributes.length === 0) return [];
  const rows = people.map(({ id }) =>
    row(
      names.get(id) ?? '',
      attributes.map((attribute) => paragraph('cell', setting.words(valueOf(frame, attribute.id, id, setting)))),
    ),
  );
  const columns = attributes.map(({ name }) => setting.words(name));
  return [heading(3, words.people), table(null, words.name, columns, rows, 'byWords')];
}

export function caseSheet(of: Case, frame: CaseFrame, setting: PrintSetting): PrintedBlock[] {
  const words = printMonographText[setting.language];
  const sources = sourcesOf(of, frame);
  const people = peopleOf(of, frame);
  const names = personNames(people, setting);
  const sourceRows = sources.map((source) => sourceFacts(source, of, frame, names, setting));
  const columns = [words.kind, words.date, words.words, words.who];
  return [
    heading(2, words.sheet),
    ...factsTable(of, frame, setting),
    ...(sources.length > 0 ? [heading(3, words.sources), table(null, words.code, columns, sourceRows, 'byWords')] : []),
    ...peopleTable(people, frame, names, setting),
  ];
}
