// The piece « quote book »: every coded passage, under its categories or under who says it.
import { byName } from '../../../shared/domain/category.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { printTablesText } from '../../../shared/i18n/print-tables.ts';
import type { Session } from '../../commands/run-command.ts';
import { readQuotedPassages } from '../../queries/quoted-passages.ts';
import type { QuotedPassage } from '../../queries/quoted-passages.ts';
import { heading, paragraph, textInlines } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { HeadingBlock, PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheets, SheetRow } from './formats/printed-sheet.ts';
import { chosenGrids, quotedGrids, quoteInlines, quoteWords } from './quoted-themes.ts';
import type { QuotedGrid } from './quoted-themes.ts';

type Project = Session['project'];
type QuoteBookPiece = PieceOf<'quoteBook'>;

/** What one person says, or an interview where nobody is told apart. */
interface Respondent {
  readonly name: string;
  readonly quotes: readonly QuotedPassage[];
}

interface CaseVoices {
  readonly name: string;
  readonly respondents: readonly Respondent[];
}

interface Book {
  readonly setting: PrintSetting;
  readonly grids: readonly QuotedGrid[];
  readonly voices: readonly CaseVoices[];
  /** What a passage is coded with in the chosen grids, as a line under it. */
  readonly categoriesOf: (quote: QuotedPassage) => string;
}

/** Those of one case together; nobody is named whom references do not name. */
function voicesOf(quotes: readonly QuotedPassage[], setting: PrintSetting): CaseVoices[] {
  const text = printTablesText[setting.language];
  const cases = Map.groupBy(quotes, ({ caseNames }) => caseNames.join(', '));
  return [...cases]
    .toSorted(([a], [b]) => Number(a === '') - Number(b === '') || byName.compare(a, b))
    .map(([name, own]) => {
      const people = Map.groupBy(own, ({ sourceId, participantId }) => participantId ?? sourceId);
      const respondents = [...people.values()].map((said): Respondent => {
        const codes = [...new Set(said.map(({ source }) => citationCode(source)))];
        const who = new Set(said.flatMap(({ sourceId, speaker }) => setting.speaker(sourceId, speaker) ?? []));
        return { name: setting.words([...codes, ...who].join(', ')), quotes: said };
      });
      return { name: name === '' ? text.noCase : setting.words(name), respondents };
    });
}

function bookOf(project: Project, { gridIds, where }: QuoteBookPiece, style: PrintStyle): Book {
  const setting = new PrintSetting(project, style);
  const passages = readQuotedPassages(project, where);
  const grids = quotedGrids(chosenGrids(project, gridIds), passages, null, setting);
  const names = new Map(grids.flatMap(({ categories }) => categories.map(({ category, path }) => [category.id as string, path.at(-1) ?? ''])));
  const shown = new Set(grids.flatMap(({ categories }) => categories.flatMap(({ quotes }) => quotes)));
  const quotes = passages.filter((passage) => shown.has(passage));
  return {
    setting,
    grids: grids.filter(({ categories }) => categories.length > 0),
    voices: voicesOf(quotes, setting),
    categoriesOf: ({ categoryIds }) => categoryIds.flatMap((id) => names.get(id) ?? []).join(' · '),
  };
}

const quoteBlock = (quote: QuotedPassage, setting: PrintSetting): PrintedBlock => ({ kind: 'quote', inlines: quoteInlines(quote, setting) });

/** Headings go three deep: what is further down says its path. A grid has one of its own where there are several. */
function byCategory({ grids, setting }: Book): PrintedBlock[] {
  const text = printTablesText[setting.language];
  const top = grids.length > 1 ? 1 : 0;
  return grids.flatMap(({ title, categories }) => {
    let open: readonly string[] = [];
    const blocks = categories.flatMap(({ path, quotes }): PrintedBlock[] => {
      const most = 3 - top;
      const steps = path.length > most ? [...path.slice(0, most - 1), text.path(path.slice(most - 1))] : path;
      const same = steps.findIndex((step, at) => open[at] !== step);
      const from = same < 0 ? steps.length - 1 : same;
      open = steps;
      const headings = steps.slice(from).map((step, at) => heading((top + from + at + 1) as HeadingBlock['level'], step));
      return [
        ...headings,
        paragraph('note', text.quotes(quotes.length), { keepsWithNext: true }),
        ...quotes.map((quote) => quoteBlock(quote, setting)),
      ];
    });
    return top === 0 ? blocks : [heading(1, title), ...blocks];
  });
}

function byRespondent({ voices, setting, categoriesOf }: Book): PrintedBlock[] {
  const text = printTablesText[setting.language];
  return voices.flatMap(({ name, respondents }) => [
    heading(1, name),
    ...respondents.flatMap(({ name: who, quotes }) => [
      heading(2, who),
      paragraph('note', text.quotes(quotes.length), { keepsWithNext: true }),
      ...quotes.flatMap((quote): PrintedBlock[] => [
        paragraph('counts', textInlines(categoriesOf(quote)), { keepsWithNext: true }),
        quoteBlock(quote, setting),
      ]),
    ]),
  ]);
}

export function quoteBookDocument(project: Project, piece: QuoteBookPiece, style: PrintStyle): PrintedDocument {
  const book = bookOf(project, piece, style);
  const text = printTablesText[style.language];
  const title = piece.by === 'category' ? text.bookByCategory : text.bookByRespondent;
  const blocks = piece.by === 'category' ? byCategory(book) : byRespondent(book);
  const end = paragraph('source', book.setting.sourceLine());
  return {
    title,
    author: style.author,
    language: style.language,
    sections: [{ page: 'upright', blocks: blocks.length > 0 ? [...blocks, end] : [paragraph('note', text.noVerbatim)] }],
  };
}

/** By category a passage has a row under each of its categories; by respondent it has one. */
export function quoteBookSheets(project: Project, piece: QuoteBookPiece, style: PrintStyle): PrintedSheets {
  const { grids, voices, setting, categoriesOf } = bookOf(project, piece, style);
  const text = printTablesText[style.language];
  const title = piece.by === 'category' ? text.bookByCategory : text.bookByRespondent;
  const cited = (quote: QuotedPassage): SheetRow['values'] => {
    const to = setting.address(quote.passageId);
    const words = setting.referenceWords(quote);
    return [quoteWords(quote, setting), to === null ? words : { text: words, to }];
  };
  const rows = (): SheetRow[] => {
    if (piece.by === 'category')
      return grids.flatMap(({ title: grid, categories }) =>
        categories.flatMap(({ path, quotes }) =>
          quotes.map((quote) => ({ values: [grid, text.path(path), ...cited(quote), setting.words(quote.caseNames.join(', '))] })),
        ),
      );
    return voices.flatMap(({ name, respondents }) =>
      respondents.flatMap(({ name: who, quotes }) => quotes.map((quote) => ({ values: [name, who, ...cited(quote), categoriesOf(quote)] }))),
    );
  };
  const [first, second, last] = piece.by === 'category' ? ['', text.theme, text.case] : [text.case, text.respondent, text.categories];
  const all = rows();
  return {
    title,
    author: style.author,
    language: style.language,
    sheets: [
      {
        name: title,
        title: null,
        columns: [
          sheetColumn(first === '' ? text.grid : first, { width: 24, isLabel: true }),
          sheetColumn(second, { width: 34, isLabel: true }),
          sheetColumn(text.verbatim, { width: 84 }),
          sheetColumn(text.source, { width: 24 }),
          sheetColumn(last, { width: 28 }),
        ],
        headerLines: null,
        rows: all,
        frozenColumns: 2,
        note: all.length > 0 ? null : text.noVerbatim,
        source: setting.sourceLine(),
      },
    ],
  };
}
