// The piece « verbatims »: theme, sub-theme, verbatim, source; two or three of each sub-theme, or all.
import { chooseQuotes } from '../../../shared/domain/choose-quotes.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { printTablesText } from '../../../shared/i18n/print-tables.ts';
import type { Session } from '../../commands/run-command.ts';
import { readQuotedPassages } from '../../queries/quoted-passages.ts';
import type { QuotedPassage } from '../../queries/quoted-passages.ts';
import { paragraph, plainColumns } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument, TableRow } from './formats/printed-document.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetRow } from './formats/printed-sheet.ts';
import { chosenGrids, quoteCell, quotedGrids, quoteWords } from './quoted-themes.ts';
import type { QuotedCategory, QuotedGrid } from './quoted-themes.ts';

type Project = Session['project'];
type VerbatimsPiece = PieceOf<'verbatims'>;

/** Shares of the page: sub-theme, verbatim, source. */
const SHARES = [0.22, 0.6, 0.18] as const;

interface Printing {
  readonly setting: PrintSetting;
  /** With the verbatims to show. */
  readonly grids: readonly QuotedGrid[];
  readonly note: string;
  readonly source: string;
}

/** Who was quoted in one sub-theme stands back in the next ones. */
function chosen(category: QuotedCategory, most: number | null, heard: Map<string, number>): QuotedCategory {
  const voices = category.quotes.map((quote) => ({ quote, ...quote, respondent: quote.participantId ?? quote.sourceId }));
  return { ...category, quotes: chooseQuotes(voices, most, heard).map(({ quote }) => quote) };
}

function printing(project: Project, { gridIds, categoryIds, most, where }: VerbatimsPiece, style: PrintStyle): Printing {
  const setting = new PrintSetting(project, style);
  const text = printTablesText[style.language];
  const heard = new Map<string, number>();
  const grids = quotedGrids(chosenGrids(project, gridIds), readQuotedPassages(project, where), categoryIds, setting);
  return {
    setting,
    grids: grids
      .map((grid) => ({ ...grid, categories: grid.categories.map((category) => chosen(category, most, heard)) }))
      .filter(({ categories }) => categories.length > 0),
    note: setting.words(most === null ? text.allChosen : text.chosen(most)),
    source: setting.sourceLine(),
  };
}

/** The theme is the band above; its own verbatims, if any, are those of no sub-theme. */
const subThemeOf = ({ path }: QuotedCategory, setting: PrintSetting): string => {
  const text = printTablesText[setting.language];
  return path.length > 1 ? text.path(path.slice(1)) : text.itself;
};

function rowsOf(category: QuotedCategory, isFirst: boolean, setting: PrintSetting): TableRow[] {
  return category.quotes.map((quote, at) => ({
    band: isFirst && at === 0 ? (category.path[0] ?? '') : null,
    label: [],
    cells: [
      at === 0 ? [paragraph('rowHeader', subThemeOf(category, setting))] : [],
      quoteCell(quote, setting),
      [paragraph('reference', [setting.reference(quote)])],
    ],
    ...(at === 0 ? {} : { continues: [0] }),
  }));
}

function gridBlock({ title, categories }: QuotedGrid, { setting, note, source }: Printing): PrintedBlock {
  const text = printTablesText[setting.language];
  let theme: string | undefined;
  const rows = categories.flatMap((category) => {
    const isFirst = category.path[0] !== theme;
    theme = category.path[0];
    return rowsOf(category, isFirst, setting);
  });
  return {
    kind: 'table',
    title: setting.words(text.verbatimsOf(title)),
    lead: [],
    rowAxis: null,
    columnAxis: null,
    columns: plainColumns([text.subTheme, text.verbatim, text.source]),
    rows,
    note,
    source,
    widths: SHARES,
    fits: { upright: 3, across: 3 },
  };
}

/** One table per grid. Refuses (`grid.unknown`) a grid that is not there. */
export function verbatimsDocument(project: Project, piece: VerbatimsPiece, style: PrintStyle): PrintedDocument {
  const printed = printing(project, piece, style);
  const text = printTablesText[style.language];
  const blocks = printed.grids.map((grid) => gridBlock(grid, printed));
  return {
    title: text.verbatimsTitle,
    author: style.author,
    language: style.language,
    sections: [{ page: 'upright', blocks: blocks.length > 0 ? blocks : [paragraph('note', text.noVerbatim)] }],
  };
}

function sheetRows(category: QuotedCategory, setting: PrintSetting): SheetRow[] {
  const link = (quote: QuotedPassage): SheetRow['values'][number] => {
    const address = setting.address(quote.passageId);
    const words = setting.referenceWords(quote);
    return address === null ? words : { text: words, to: address };
  };
  return category.quotes.map((quote) => ({
    values: [
      category.path[0] ?? '',
      category.path.length > 1 ? subThemeOf(category, setting) : '',
      quoteWords(quote, setting),
      link(quote),
      setting.words(quote.caseNames.join(', ')),
    ],
  }));
}

export function verbatimsSheets(project: Project, piece: VerbatimsPiece, style: PrintStyle): PrintedSheets {
  const { setting, grids, note, source } = printing(project, piece, style);
  const text = printTablesText[style.language];
  const columns = [
    sheetColumn(text.theme, { width: 26, isLabel: true }),
    sheetColumn(text.subTheme, { width: 30, isLabel: true }),
    sheetColumn(text.verbatim, { width: 84 }),
    sheetColumn(text.source, { width: 24 }),
    sheetColumn(text.case, { width: 20 }),
  ];
  const sheet = (name: string, title: string | null, rows: readonly SheetRow[]): PrintedSheet => {
    return { name, title, columns, headerLines: null, rows, frozenColumns: 2, note: rows.length > 0 ? note : text.noVerbatim, source };
  };
  const sheets = grids.map(({ title, categories }) => {
    const rows = categories.flatMap((category) => sheetRows(category, setting));
    return sheet(title, setting.words(text.verbatimsOf(title)), rows);
  });
  return {
    title: text.verbatimsTitle,
    author: style.author,
    language: style.language,
    sheets: sheets.length > 0 ? sheets : [sheet(text.verbatimsTitle, null, [])],
  };
}
