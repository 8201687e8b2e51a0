// The codebook as a printed document: one table per grid, its themes shaded, across.
import { codebookFileText } from '../../../shared/i18n/codebook-file.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import { paragraph, passageReference, plainColumns, textInlines } from './formats/document-words.ts';
import type { CellBlock, Inline, PrintedBlock, PrintedDocument, TableRow } from './formats/printed-document.ts';
import type { PrintedCategory, PrintedCodebook, PrintedGrid } from './printed-codebook.ts';

/** Shares of the page's width: the category, its rule, the example, the counts; columns left out leave theirs to the others. */
const SHARES = { category: 0.22, rule: 0.37, example: 0.27, counts: 0.14 } as const;
/** Deeper levels stand in no further. */
const MOST_INDENTS = 4;

function nameBlocks(category: PrintedCategory, { language }: PrintedCodebook): CellBlock[] {
  const indent = Math.min(MOST_INDENTS, category.path.length - 1);
  const name: Inline[] = [{ kind: 'swatch', color: category.color }, ...textInlines(category.path.at(-1) ?? '')];
  return [
    paragraph('rowHeader', name, { indent }),
    ...(category.facts.length > 0 ? [paragraph('counts', category.facts.join(' · '), { indent })] : []),
    ...(category.alsoUnder.length > 0 ? [paragraph('counts', codebookFileText[language].seeAlso(category.alsoUnder), { indent })] : []),
  ];
}

function ruleBlocks({ definition, inclusion, exclusion }: PrintedCategory, { language }: PrintedCodebook): CellBlock[] {
  const words = codebookFileText[language];
  if (`${definition}${inclusion}${exclusion}` === '') return [paragraph('remark', words.noRule)];
  const labelled = (label: string, text: string): CellBlock[] =>
    text === '' ? [] : [paragraph('cell', [...textInlines(`${label}${COLON[language]}`, { bold: true }), ...textInlines(text)])];
  return [
    ...(definition === '' ? [] : [paragraph('cell', definition)]),
    ...labelled(words.inclusion, inclusion),
    ...labelled(words.exclusion, exclusion),
  ];
}

function exampleBlocks({ example, reference, passageId }: PrintedCategory, { projectId }: PrintedCodebook): CellBlock[] {
  if (example === '') return [];
  const place = (words: string): Inline =>
    passageId === null ? { kind: 'text', text: words, role: 'reference' } : passageReference(words, passageId, projectId);
  return [
    paragraph('verbatim', [...textInlines(example), ...(reference === null ? [] : ([{ kind: 'text', text: ' ' }, place(reference)] as const))]),
  ];
}

function countBlocks({ sources, codings, byCase }: PrintedCategory, { language, cases }: PrintedCodebook): CellBlock[] {
  const words = codebookFileText[language];
  return [
    paragraph('cell', words.perCase(words.codings, codings)),
    paragraph('cell', words.perCase(words.sources, sources)),
    ...cases.map((name, at) => paragraph('counts', words.perCase(name, byCase[at] ?? 0))),
  ];
}

function categoryRow(category: PrintedCategory, codebook: PrintedCodebook): TableRow {
  return {
    band: null,
    label: nameBlocks(category, codebook),
    cells: [
      ruleBlocks(category, codebook),
      ...(codebook.withExamples ? [exampleBlocks(category, codebook)] : []),
      ...(codebook.withCounts ? [countBlocks(category, codebook)] : []),
    ],
    // a theme stands out from what it holds
    isShaded: category.path.length === 1 && category.hasChildren,
  };
}

function gridBlock(grid: PrintedGrid, codebook: PrintedCodebook): PrintedBlock {
  const words = codebookFileText[codebook.language];
  const { withExamples, withCounts } = codebook;
  const about = [grid.description, grid.source, words.gridLine(grid.categories.length, grid.codings)].filter((text) => text !== '');
  const columns = [words.rule, ...(withExamples ? [words.example] : []), ...(withCounts ? [words.codings] : [])];
  return {
    kind: 'table',
    title: `${codebook.title}, ${grid.title}`,
    lead: about.map((text) => paragraph('note', text)),
    rowAxis: words.category,
    columnAxis: null,
    columns: plainColumns(columns),
    rows: grid.categories.map((category) => categoryRow(category, codebook)),
    note: withCounts ? codebook.note : null,
    source: codebook.source,
    widths: [SHARES.category, SHARES.rule, ...(withExamples ? [SHARES.example] : []), ...(withCounts ? [SHARES.counts] : [])],
    fits: { upright: 3, across: 3 },
  };
}

/** One section per grid. */
export function codebookToDocument(codebook: PrintedCodebook): PrintedDocument {
  const { title, language, author, grids } = codebook;
  const empty = { page: 'across', blocks: [paragraph('note', codebookFileText[language].noGrid)] } as const;
  return {
    title,
    author,
    language,
    sections: grids.length > 0 ? grids.map((grid) => ({ page: 'across', blocks: [gridBlock(grid, codebook)] })) : [empty],
  };
}
