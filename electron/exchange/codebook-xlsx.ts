// The codebook as a workbook: one sheet per grid, one row per category, ready to sort and filter.
import ExcelJS from 'exceljs';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import type { PrintedCategory, PrintedCodebook, PrintedGrid } from './printed-codebook.ts';
import { CELL_LIMIT, font, rowHeight } from './sheet-text.ts';

const A4 = 9;
/** Excel's own limit, and the signs it forbids. */
const SHEET_NAME_UTF16 = 31;
const FORBIDDEN = /[\\/*?:[\]]/g;

interface Column {
  readonly label: string;
  readonly width: number;
  readonly value: (category: PrintedCategory) => string | number;
}

/** What Excel keeps of one cell; a definition longer than twenty pages is cut. */
const kept = (text: string): string => text.slice(0, CELL_LIMIT).toWellFormed();

function columnsOf(grid: PrintedGrid, { language, cases }: PrintedCodebook): Column[] {
  const words = codebookFileText[language];
  const depth = Math.max(1, ...grid.categories.map(({ path }) => path.length));
  const text = (label: string, width: number, value: (category: PrintedCategory) => string): Column => ({ label, width, value });
  return [
    ...Array.from({ length: depth }, (_, at) => text(words.level(at + 1), 24, ({ path }) => path[at] ?? '')),
    text(words.definition, 44, ({ definition }) => definition),
    text(words.inclusion, 32, ({ inclusion }) => inclusion),
    text(words.exclusion, 32, ({ exclusion }) => exclusion),
    text(words.example, 44, ({ example, reference }) => [example, reference ?? ''].filter(Boolean).join(' ')),
    text(words.facts, 16, ({ facts }) => facts.join(' · ')),
    text(words.alsoUnder, 20, ({ alsoUnder }) => alsoUnder.join('\n')),
    { label: words.sources, width: 10, value: ({ sources }) => sources },
    { label: words.codings, width: 10, value: ({ codings }) => codings },
    ...cases.map((name, at): Column => ({ label: words.byCase(name), width: 12, value: ({ byCase }) => byCase[at] ?? 0 })),
  ];
}

function sheetName(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .replace(FORBIDDEN, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, SHEET_NAME_UTF16) || '–';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base.slice(0, SHEET_NAME_UTF16 - 4)} ${n}`;
  return name;
}

function writeSheet(sheet: ExcelJS.Worksheet, grid: PrintedGrid, codebook: PrintedCodebook): void {
  const columns = columnsOf(grid, codebook);
  const border = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
  const sides = { top: border, bottom: border, left: border, right: border };
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.addRow(columns.map(({ label }) => label));
  head.eachCell((cell) => {
    cell.font = font({ bold: true });
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } };
    cell.border = sides;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  for (const category of grid.categories) {
    const values = columns.map(({ value }) => value(category));
    const row = sheet.addRow(values.map((value) => (value === '' ? null : typeof value === 'string' ? kept(value) : value)));
    columns.forEach((_, at) => {
      const cell = row.getCell(at + 1);
      const isNumber = typeof values[at] === 'number';
      cell.font = font({ bold: at === category.path.length - 1 });
      cell.border = sides;
      cell.alignment = { vertical: 'top', wrapText: !isNumber, ...(isNumber ? { horizontal: 'right' } : {}) };
      if (isNumber) cell.numFmt = '#,##0';
    });
    row.height = rowHeight(values.map((value, at) => ({ text: String(value), width: columns[at]?.width ?? 10 })));
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, grid.categories.length + 1), column: columns.length } };
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }];
  sheet.addRow([]);
  for (const text of [grid.source, codebook.note]) if (text !== '') sheet.addRow([text]).getCell(1).font = font({ italic: true });
  sheet.pageSetup = { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' };
}

export async function codebookToXlsx(codebook: PrintedCodebook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Trame';
  book.title = codebook.title;
  const taken = new Set<string>();
  for (const grid of codebook.grids) {
    const name = sheetName(grid.title, taken);
    taken.add(name.toLowerCase());
    writeSheet(book.addWorksheet(name), grid, codebook);
  }
  if (codebook.grids.length === 0) book.addWorksheet(codebookFileText[codebook.language].categoriesSheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
