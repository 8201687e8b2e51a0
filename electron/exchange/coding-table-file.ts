// A file of codings made elsewhere: what it is, which of its columns says what, which sources it means, what would come of its rows.
import { readProject } from '../queries/project.ts';
import { listSources } from '../queries/corpus.ts';
import type { CodingPlan } from '../commands/codings.ts';
import type { Session } from '../commands/run-command.ts';
import { folded } from '../../shared/domain/category.ts';
import { TABLE_FIELDS, isOwnTable, proposedColumns } from '../../shared/domain/coding-table.ts';
import type { CodingTableFile, TableColumns, TableDocument, TableMapping } from '../../shared/domain/coding-table.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { previewCodingTable } from './coding-table.ts';
import type { CodingTableOptions, ForeignTable } from './coding-table.ts';
import { fromHypothesisTable, isHypothesisTable, readHypothesis } from './elsewhere/read-hypothesis.ts';
import { decodeText } from './reading/decode-text.ts';
import { fieldOf, readTable } from './reading/read-table.ts';
import type { TableRecord } from './reading/read-table.ts';

interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as rows, before its columns are settled. */
export interface CodingsFile {
  readonly format: CodingTableFile['format'];
  /** In the order of the table. */
  readonly columns: readonly string[];
  readonly records: readonly TableRecord[];
}

function jsonIn({ name, bytes }: FileBytes): unknown {
  try {
    return JSON.parse(decodeText(bytes, name).text);
  } catch {
    return null;
  }
}

/** Reads a table, or annotations of Hypothes.is. Refuses what is neither. */
export async function readCodingsFile(file: FileBytes): Promise<CodingsFile> {
  const annotations = file.name.toLowerCase().endsWith('.json') ? readHypothesis(jsonIn(file)) : null;
  if (annotations) return { format: 'hypothesis', columns: [], records: annotations };
  const records = await readTable(file);
  const columns = [...new Set(records.flatMap(({ fields }) => Object.keys(fields)))];
  if (isHypothesisTable(columns)) return { format: 'hypothesis', columns: [], records: fromHypothesisTable(records) };
  return { format: 'table', columns, records };
}

/** The same rows with the fields under the names that a table of codings has; columns that say nothing of them stay outside. */
function withColumns(records: readonly TableRecord[], columns: TableColumns): TableRecord[] {
  return records.map(({ line, fields }) => ({
    line,
    fields: Object.fromEntries(
      TABLE_FIELDS.flatMap((field) => {
        const column = columns[field];
        return column === undefined ? [] : [[field, fields[column] ?? ''] as const];
      }),
    ),
  }));
}

/** `Entretiens\\E01.docx`, `e01` and `https://…/e01.html?x=1` are E01. */
function bareName(name: string): string {
  const file =
    name
      .replace(/[?#].*$/u, '')
      .split(/[\\/]/u)
      .findLast((part) => part !== '') ?? name;
  return folded(file.replace(/\.[a-z0-9]{1,5}$/iu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The sources that the table's names seem to mean: those of the very name, else the only one that is alike. */
function documentsOf(session: Session, records: readonly TableRecord[], settled: Readonly<Record<string, SourceId | null>>): TableDocument[] {
  const sources = listSources(session.project);
  const exact = new Map(sources.map(({ id, name }) => [name, id]));
  const alike = Map.groupBy(sources, ({ name }) => bareName(name));
  const rows = Map.groupBy(records, (record) => fieldOf(record, 'source').trim());
  return [...rows].map(([name, { length }]) => {
    const [only, ...others] = alike.get(bareName(name)) ?? [];
    const proposed = exact.get(name) ?? (only && others.length === 0 ? only.id : null);
    return { name, rows: length, sourceId: name in settled ? (settled[name] ?? null) : proposed };
  });
}

export interface PlannedFile {
  readonly preview: Omit<CodingTableFile, 'plan'>;
  /** What would carry it out; null while a row is refused that may not be left out. */
  readonly plan: CodingPlan | null;
}

type FileOptions = Omit<CodingTableOptions, 'foreign'>;

/** Checks the file against the project under what is settled of it; nothing is written. */
export function planCodingsFile(session: Session, file: CodingsFile, options: FileOptions, given: TableMapping = {}): PlannedFile {
  const { format, columns, records } = file;
  const mapping: TableColumns = given.columns ?? proposedColumns(columns);
  const isOwn = format === 'table' && given.columns === undefined && Object.keys(given.sources ?? {}).length === 0 && isOwnTable(columns);
  const unknown = Object.values(mapping).find((column) => !columns.includes(column));
  if (format === 'table' && unknown !== undefined) throw new Refusal('coding.tableInvalid', { rows: [unknown] });
  const read = format === 'hypothesis' || isOwn ? records : withColumns(records, mapping);
  const documents = documentsOf(session, read, given.sources ?? {});
  const foreign = isOwn ? undefined : foreignTable(session, format, documents);
  // a document that was left out on purpose says nothing wrong
  const left = new Set(documents.filter(({ name }) => given.sources?.[name] === null).map(({ name }) => name));
  const kept = read.filter((record) => !left.has(fieldOf(record, 'source').trim()));
  const leavesRefused = given.leavesRefused ?? format === 'hypothesis';
  const { preview, plan } = previewCodingTable(session, kept, { ...options, ...(foreign ? { foreign } : {}) }, leavesRefused);
  const examples = columns.map((name) => ({
    name,
    example: records.map(({ fields }) => fields[name] ?? '').find((value) => value.trim() !== '') ?? '',
  }));
  return { preview: { ...preview, format, columns: examples, mapping, documents }, plan };
}

function foreignTable(session: Session, format: CodingsFile['format'], documents: readonly TableDocument[]): ForeignTable {
  const text = codingTableText[readProject(session.project).language];
  const sources = new Map(documents.map(({ name, sourceId }) => [name, sourceId]));
  return format === 'hypothesis' ? { sources, grid: 'Hypothes.is', marked: text.marked } : { sources, grid: text.broughtGrid };
}
