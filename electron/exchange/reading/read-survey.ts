// A survey's table (csv, tsv, xlsx, ods): one row per respondent, one column per question. Which questions are open, and so
// become text to code, is proposed from the answers; the user decides.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { extensionOf, MOST_FILE_BYTES } from '../../../shared/domain/readable-formats.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { sourceNameFromFile } from '../../../shared/domain/source.ts';
import { proposeColumns, type SurveyColumn } from '../../../shared/domain/survey.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeText } from './decode-text.ts';
import type { FileBytes } from './read-documents.ts';

export interface Survey {
  readonly name: string;
  readonly originalName: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** In the table's order, with what each is proposed to be. */
  readonly columns: readonly SurveyColumn[];
  /** One per respondent: the answers in the columns' order, empty where there is none. Rows without any answer are left out. */
  readonly rows: readonly (readonly string[])[];
}

export const MOST_COLUMNS = 5_000;

/** Throws a Refusal `source.unreadable` with the file's name and an `UnreadableReason`; nothing else. */
export async function readSurvey(file: FileBytes): Promise<Survey> {
  const { name, bytes } = file;
  if (bytes.length > MOST_FILE_BYTES) throw unreadable(name, 'tooLarge');
  if (bytes.length === 0) throw unreadable(name, 'empty');
  const [header = [], ...rows] = (await tableOf(file)).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  // Counted before any row is widened to them.
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), header.length);
  if (width > MOST_COLUMNS) throw unreadable(name, 'tooManyColumns');
  const titles = header.map((title) => title.replace(/\s+/gu, ' ').trim());
  const kept = titles.flatMap((title, at) => (title !== '' || rows.some((cells) => (cells[at] ?? '').trim() !== '') ? [at] : []));
  const names = kept.map((at) => titles[at] || `#${at + 1}`);
  const column = twice(names);
  if (column !== null) throw unreadable(name, 'columnTwice', { column });
  if (rows.length === 0) throw unreadable(name, 'noText');
  const answers = rows.map((cells) => kept.map((at) => (cells[at] ?? '').trim()));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: sourceNameFromFile(name), originalName: name, sha256, columns: proposeColumns(names, answers), rows: answers };
}

async function tableOf({ name, bytes }: FileBytes): Promise<string[][]> {
  try {
    switch (extensionOf(name)) {
      case '.csv':
      case '.tsv':
        return delimited(decodeText(bytes, name).text);
      case '.ods':
        return (await import('./read-ods.ts')).readOds(bytes, name);
      case '.xlsx':
        return await (await import('./read-xlsx.ts')).readXlsx(bytes, name);
      default:
        throw unreadable(name, 'formatUnsupported');
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw Object.assign(unreadable(name, 'damaged'), { cause });
  }
}

/** The separator is the one that the first line holds most of, outside quotes. */
function delimited(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const delimiter = [',', ';', '\t'].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ',';
  return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 10_000_000 });
}

/** The first name that comes back, letter case aside. */
function twice(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) return name;
    seen.add(name.toLowerCase());
  }
  return null;
}
