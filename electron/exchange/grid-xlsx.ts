// A grid as a workbook that people fill in: one row per category, its levels in columns; what is written here reads back the same.
import ExcelJS from 'exceljs';
import { ORIGINS, STAGES, STATUSES, folded } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { inLanguage, walkGridFile } from '../../shared/domain/grid-file.ts';
import type { GridFile, GridFileCategory } from '../../shared/domain/grid-file.ts';
import type { Language } from '../../shared/domain/project.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import type { CodebookFileWords } from '../../shared/i18n/codebook-file.ts';
import { exportText } from '../../shared/i18n/export.ts';
import { readXlsxSheets } from './reading/read-xlsx.ts';
import { printable } from './printing/formats/printable-words.ts';
import { divideText, font, rowHeight, wholeOf } from './printing/formats/sheet-text.ts';

const TEXTS = ['definition', 'inclusion', 'exclusion', 'example'] as const;
const FACTS = ['color', 'origin', 'stage', 'status', 'min', 'max', 'step', 'alsoUnder'] as const;
const FIELDS = [...TEXTS, ...FACTS] as const;
type Field = (typeof FIELDS)[number];
const isText = (field: Field): field is (typeof TEXTS)[number] => (TEXTS as readonly Field[]).includes(field);
const CARD = ['key', 'title', 'source', 'description', 'version'] as const;

const WIDTHS: Readonly<Partial<Record<Field, number>>> = { definition: 48, inclusion: 36, exclusion: 36, example: 48, alsoUnder: 30 };
const LEVEL_WIDTH = 28;
const FACT_WIDTH = 13;
const LANGUAGES = ['fr', 'en'] as const;
/** Between the names of a path, and between paths. */
const PATH = ' > ';
const PATHS = '\n';

function factOf(item: GridFileCategory, field: (typeof FACTS)[number], words: CodebookFileWords): string | number {
  switch (field) {
    case 'color':
      return item.color ?? '';
    case 'origin':
      return words.origins[item.origin ?? 'a-priori'];
    case 'stage':
      return item.stage === undefined ? '' : words.stages[item.stage];
    case 'status':
      return item.status === undefined ? '' : words.statuses[item.status];
    case 'alsoUnder':
      return (item.alsoUnder ?? []).map((path) => path.join(PATH)).join(PATHS);
    default:
      return item.scale?.[field] ?? '';
  }
}

/** The rows of one category: what is longer than a cell says so and goes on in rows without a name. */
function rowsOf(item: GridFileCategory, path: readonly string[], depth: number, language: Language): (string | number)[][] {
  const words = codebookFileText[language];
  const valueOf = (field: Field): string | number => (isText(field) ? printable(inLanguage(item[field], language)) : factOf(item, field, words));
  const columns = FIELDS.map((field) => {
    const value = valueOf(field);
    return typeof value === 'number' ? [value] : divideText(value, exportText[language]);
  });
  return Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) => [
    ...Array.from({ length: depth }, (_level, at) => (row === 0 ? printable(path[at] ?? '') : '')),
    ...columns.map((parts) => parts[row] ?? ''),
  ]);
}

function styleHeader(cell: ExcelJS.Cell): void {
  cell.font = font({ bold: true });
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
  cell.border = { bottom: { style: 'thin', color: { argb: 'FF7F7F7F' } } };
  cell.alignment = { vertical: 'middle', wrapText: true };
}

export async function gridToXlsx(grid: GridFile, language: Language): Promise<Uint8Array> {
  const words = codebookFileText[language];
  let depth = 1;
  walkGridFile(grid, language, (_item, path) => {
    depth = Math.max(depth, path.length);
  });
  const book = new ExcelJS.Workbook();
  book.creator = 'Trame';
  book.title = inLanguage(grid.title, language);
  const sheet = book.addWorksheet(words.categoriesSheet);
  const widths = [...Array.from({ length: depth }, () => LEVEL_WIDTH), ...FIELDS.map((field) => WIDTHS[field] ?? FACT_WIDTH)];
  sheet.columns = widths.map((width) => ({ width }));
  sheet.addRow([...Array.from({ length: depth }, (_, at) => words.level(at + 1)), ...FIELDS.map((field) => words[field])]);
  sheet.getRow(1).eachCell(styleHeader);
  walkGridFile(grid, language, (item, path) => {
    for (const values of rowsOf(item, path, depth, language)) {
      const row = sheet.addRow(values.map((value) => (value === '' ? null : value)));
      row.eachCell((cell, column) => {
        cell.font = font({ bold: column === path.length });
        cell.alignment = { vertical: 'top', wrapText: true };
      });
      row.height = rowHeight(values.map((value, at) => ({ text: String(value), width: widths[at] ?? FACT_WIDTH })));
    }
  });
  sheet.views = [{ state: 'frozen', xSplit: depth, ySplit: 1 }];
  const card = book.addWorksheet(words.gridSheet);
  card.columns = [{ width: 16 }, { width: 90 }];
  const facts = { key: grid.id, title: grid.title, source: grid.source, description: grid.description, version: String(grid.version ?? 1) };
  for (const field of CARD) {
    const text = printable(field === 'key' || field === 'version' ? facts[field] : inLanguage(facts[field], language));
    divideText(text, exportText[language]).forEach((part, at) => {
      const row = card.addRow([at === 0 ? words[field] : null, part]);
      if (at === 0) styleHeader(row.getCell(1));
      row.getCell(2).alignment = { vertical: 'top', wrapText: true };
      row.getCell(2).font = font();
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Headings in either language, however they are written. */
function columnsOf(header: readonly string[]): { readonly levels: readonly number[]; readonly fields: ReadonlyMap<Field, number> } {
  const names = header.map((name) => folded(name.trim()));
  const levels = names.flatMap((name, at) => (/^(?:niveau|level)\s*\d+$/.test(name) ? [at] : []));
  const fields = new Map<Field, number>();
  for (const field of FIELDS) {
    const at = names.findIndex((name) => LANGUAGES.some((language) => name === folded(codebookFileText[language][field])));
    if (at >= 0) fields.set(field, at);
  }
  return { levels, fields };
}

const asNumber = (text: string): number => Number(text.replace(',', '.').replace('−', '-'));

function oneOf<T extends string>(
  value: string,
  known: readonly T[],
  wordsOf: (words: CodebookFileWords) => Readonly<Record<T, string>>,
): T | undefined {
  const wanted = folded(value.trim());
  return known.find((item) => item === wanted || LANGUAGES.some((language) => folded(wordsOf(codebookFileText[language])[item]) === wanted));
}

function categoryFrom(name: string, cell: (field: Field) => string): GridFileCategory {
  const texts = Object.fromEntries(TEXTS.flatMap((field) => (cell(field) === '' ? [] : [[field, cell(field)]])));
  const origin = oneOf(cell('origin'), ORIGINS, (words) => words.origins);
  const stage = oneOf(cell('stage'), STAGES, (words) => words.stages);
  const status = oneOf(cell('status'), STATUSES, (words) => words.statuses);
  const [min, max, step] = (['min', 'max', 'step'] as const).map((field) => (cell(field).trim() === '' ? Number.NaN : asNumber(cell(field))));
  const scale = Number.isNaN(min) || Number.isNaN(max) ? undefined : { min, max, step: Number.isNaN(step) ? 1 : step };
  const paths = cell('alsoUnder')
    .split(PATHS)
    .filter((path) => path.trim() !== '')
    .map((path) => path.split(PATH));
  return {
    name,
    ...texts,
    ...(cell('color').trim() === '' ? {} : { color: cell('color').trim() }),
    ...(origin && origin !== 'a-priori' ? { origin } : {}),
    ...(stage ? { stage } : {}),
    ...(status ? { status } : {}),
    ...(scale ? { scale: scale as NonNullable<GridFileCategory['scale']> } : {}),
    ...(paths.length > 0 ? { alsoUnder: paths } : {}),
  };
}

interface Open {
  readonly name: string;
  readonly item: GridFileCategory;
}

function refuse(message: string): Refusal {
  return new Refusal('grid.invalidFile', { message });
}

const whole = (parts: readonly string[]): string =>
  wholeOf(
    parts,
    LANGUAGES.map((language) => exportText[language]),
  );

/** Rows that belong together: one with a name, and those below it in which its texts go on. */
function recordsOf(rows: readonly (readonly string[])[], levels: readonly number[]): (readonly (readonly string[])[])[] {
  const records: (readonly string[])[][] = [];
  for (const row of rows) {
    if (levels.some((at) => (row[at] ?? '').trim() !== '')) records.push([row]);
    else records.at(-1)?.push(row);
  }
  return records;
}

/** A row may hold the whole path or, as in an outline, only its own name in its level's column. */
function readCategories(rows: readonly (readonly string[])[]): GridFileCategory[] {
  const { levels, fields } = columnsOf(rows[0] ?? []);
  if (levels.length === 0) throw refuse(codebookFileText.fr.level(1));
  const tops: GridFileCategory[] = [];
  let stack: Open[] = [];
  for (const record of recordsOf(rows.slice(1), levels)) {
    const cell = (field: Field): string =>
      whole(record.map((row) => row[fields.get(field) ?? -1] ?? '').filter((part, at) => at === 0 || part !== ''));
    const names = levels.map((at) => (record[0]?.[at] ?? '').trim());
    const depth = names.findLastIndex((name) => name !== '');
    const above = stack.slice(0, depth);
    const strays = above.length < depth || above.some(({ name }, level) => names[level] !== '' && names[level] !== name);
    if (strays) throw refuse(names.filter((name) => name !== '').join(PATH));
    const item = categoryFrom(names[depth] ?? '', cell);
    const parent = above.at(-1)?.item;
    if (parent) parent.children = [...(parent.children ?? []), item];
    else tops.push(item);
    stack = [...above, { name: item.name as string, item }];
  }
  return tops;
}

/** What the file says as a grid's file would; checked by its schema afterwards. */
export async function gridFromXlsx(bytes: Uint8Array, file: string): Promise<Record<string, unknown>> {
  const [rows = [], card = []] = await readXlsxSheets(bytes, file);
  const said = (field: (typeof CARD)[number]): string => {
    const from = card.findIndex(([name = '']) => LANGUAGES.some((language) => folded(name.trim()) === folded(codebookFileText[language][field])));
    if (from < 0) return '';
    const next = card.findIndex(([name = ''], at) => at > from && name.trim() !== '');
    return whole(card.slice(from, next < 0 ? card.length : next).map((row) => row[1] ?? ''));
  };
  const version = Number(said('version'));
  return {
    ...(said('key') === '' ? {} : { id: said('key') }),
    ...(said('title') === '' ? {} : { title: said('title') }),
    version: Number.isInteger(version) && version > 0 ? version : 1,
    kind: 'categories',
    source: said('source'),
    description: said('description'),
    categories: readCategories(rows),
  };
}
