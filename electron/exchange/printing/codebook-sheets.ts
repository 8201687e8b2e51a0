// The codebook as sheets: one per grid, one row per category, ready to sort and filter.
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';
import type { PrintedCategory, PrintedCodebook, PrintedGrid } from './printed-codebook.ts';
import { sheetColumn } from './formats/printed-sheet.ts';
import type { PrintedSheet, PrintedSheets, SheetColumn } from './formats/printed-sheet.ts';

interface Column extends SheetColumn {
  readonly value: (category: PrintedCategory) => string | number;
}

function columnsOf({ categories }: PrintedGrid, { language, cases, withExamples, withCounts }: PrintedCodebook): Column[] {
  const words = codebookFileText[language];
  const text = (header: string, width: number, value: Column['value'], isLabel = false): Column => ({
    ...sheetColumn(header, { width, isLabel }),
    value,
  });
  const number = (header: string, width: number, value: Column['value']): Column => ({ ...sheetColumn(header, { width, kind: 'number' }), value });
  const depth = Math.max(1, ...categories.map(({ path }) => path.length));
  return [
    ...Array.from({ length: depth }, (_, at) => text(words.level(at + 1), 24, ({ path }) => path[at] ?? '', true)),
    text(words.definition, 44, ({ definition }) => definition),
    text(words.inclusion, 32, ({ inclusion }) => inclusion),
    text(words.exclusion, 32, ({ exclusion }) => exclusion),
    ...(withExamples ? [text(words.example, 44, ({ example, reference }) => [example, reference ?? ''].filter(Boolean).join(' '))] : []),
    text(words.facts, 16, ({ facts }) => facts.join(' · ')),
    text(words.alsoUnder, 20, ({ alsoUnder }) => alsoUnder.join('\n')),
    ...(withCounts
      ? [
          number(words.sources, 10, ({ sources }) => sources),
          number(words.codings, 10, ({ codings }) => codings),
          ...cases.map((name, at) => number(words.byCase(name), 12, ({ byCase }) => byCase[at] ?? 0)),
        ]
      : []),
  ];
}

function gridSheet(grid: PrintedGrid, codebook: PrintedCodebook): PrintedSheet {
  const columns = columnsOf(grid, codebook);
  const about = [grid.source, ...(codebook.withCounts ? [codebook.note] : [])].filter((text) => text !== '');
  return {
    name: grid.title,
    title: null,
    columns,
    headerLines: null,
    rows: grid.categories.map((category) => ({ values: columns.map(({ value }) => value(category)) })),
    frozenColumns: 1,
    note: about.length > 0 ? about.join('\n') : null,
    source: codebook.source,
  };
}

export function codebookToSheets(codebook: PrintedCodebook): PrintedSheets {
  const { title, author, language, grids } = codebook;
  const words = codebookFileText[language];
  const empty = {
    name: words.categoriesSheet,
    title: null,
    columns: [sheetColumn(words.category)],
    headerLines: null,
    rows: [],
    frozenColumns: 0,
    note: words.noGrid,
    source: null,
  };
  return { title, author, language, sheets: grids.length > 0 ? grids.map((grid) => gridSheet(grid, codebook)) : [empty] };
}
