// What a thesis prints as tables, read back from Word and Excel: every word is there, and every number is that of a plain count.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineText, plainText } from '../../../../electron/exchange/printing/formats/document-words.ts';
import { codebookDocument, codebookSheets } from '../../../../electron/exchange/printing/print-codebook.ts';
import { corpusTableDocument, corpusTableSheets } from '../../../../electron/exchange/printing/print-corpus-table.ts';
import { countsDocument, countsSheets } from '../../../../electron/exchange/printing/print-counts.ts';
import { matrixDocument, matrixSheets } from '../../../../electron/exchange/printing/print-matrix.ts';
import { quoteBookDocument, quoteBookSheets } from '../../../../electron/exchange/printing/print-quote-book.ts';
import { verbatimsDocument, verbatimsSheets } from '../../../../electron/exchange/printing/print-verbatims.ts';
import type { PrintedDocument } from '../../../../electron/exchange/printing/formats/printed-document.ts';
import { isSheetLink } from '../../../../electron/exchange/printing/formats/printed-sheet.ts';
import type { PrintedSheets } from '../../../../electron/exchange/printing/formats/printed-sheet.ts';
import { writeDocument } from '../../../../electron/exchange/printing/formats/write-document.ts';
import { writeSheets } from '../../../../electron/exchange/printing/formats/write-sheets.ts';
import { listCodings } from '../../../../electron/queries/passages.ts';
import { readCorpusFrame } from '../../../../electron/queries/corpus.ts';
import { readTurns } from '../../../../electron/queries/sources.ts';
import { countWords } from '../../../../shared/domain/source.ts';
import { typeset } from '../../../../shared/domain/typography.ts';
import type { PieceOf, PrintStyle } from '../../../../shared/domain/print.ts';
import { aProject } from '../../../support/project.ts';
import { aPrintedStudy, plainStyle } from '../../../support/printed-study.ts';
import type { PrintedStudy } from '../../../support/printed-study.ts';
import { unescaped, xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

let study: PrintedStudy;
beforeAll(async () => {
  study = await aPrintedStudy();
});

const bare = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Every text that the document has to show. */
function textsOf({ sections }: PrintedDocument): string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'table') {
        const rows = block.rows.flatMap(({ band, label, cells }) => [band ?? '', plainText(label), ...cells.map((cell) => plainText(cell))]);
        return [block.title ?? '', ...block.columns.map(({ label }) => label), ...rows, block.note ?? '', block.source ?? ''];
      }
      return 'inlines' in block ? [inlineText(block.inlines)] : [];
    })
    .flatMap((text) => text.split('\n'))
    .map(bare)
    .filter((text) => text !== '');
}

async function wordOf(document: PrintedDocument): Promise<string> {
  const xml = zipTexts(await writeDocument(document, 'docx')).get('word/document.xml') ?? '';
  expect(xmlProblem(xml)).toBeNull();
  return xml;
}

const wordText = (xml: string): string => bare(unescaped(xml.replace(/<w:br\/>|<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')));

async function bookOf(sheets: PrintedSheets): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await writeSheets(sheets, 'xlsx')).buffer);
  return book;
}

const wordsIn = (value: PrintedSheets['sheets'][number]['rows'][number]['values'][number]): string => {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return isSheetLink(value) ? value.text : plainText(value);
};

type Made = readonly [name: string, document: () => PrintedDocument, sheets: () => PrintedSheets];

function pieces(style: PrintStyle): Made[] {
  const { project, definition, grid } = study;
  const p = project.project;
  const matrix: PieceOf<'matrix'> = { kind: 'matrix', definition, title: 'Matrice inter-cas', compareCaseKeys: null, shape: 'whole' };
  const everything = { ...matrix, repeatsQuoted: true };
  const cases = readCorpusFrame(p).cases.map(({ id }) => `case:${id}`);
  const compared: PieceOf<'matrix'> = {
    ...matrix,
    shape: 'perTheme',
    compareCaseKeys: cases.slice(0, 2),
    definition: { ...definition, columns: [{ kind: 'category', categoryId: grid.categories[0]!.id }, { kind: 'case' }] },
  };
  const groups: PieceOf<'matrix'> = { ...matrix, definition: { ...definition, columns: [{ kind: 'caseGroup' }] } };
  const verbatims: PieceOf<'verbatims'> = { kind: 'verbatims', gridIds: null, categoryIds: null, most: 3, where: [] };
  const book = (by: 'category' | 'respondent'): PieceOf<'quoteBook'> => ({ kind: 'quoteBook', by, gridIds: null, where: [] });
  const counts: PieceOf<'counts'> = {
    kind: 'counts',
    rows: { kind: 'grid', gridId: grid.id, level: null },
    columns: { kind: 'case' },
    measures: ['presence', 'passages', 'words'],
  };
  const codebook: PieceOf<'codebook'> = { kind: 'codebook', gridIds: null, withExamples: true, withCounts: true };
  const corpus: PieceOf<'corpusTable'> = { kind: 'corpusTable' };
  return [
    ['matrix', () => matrixDocument(p, matrix, style), () => matrixSheets(p, matrix, style)],
    ['matrix, all verbatims', () => matrixDocument(p, everything, style), () => matrixSheets(p, everything, style)],
    ['matrix per theme, compared', () => matrixDocument(p, compared, style), () => matrixSheets(p, compared, style)],
    ['matrix of groups', () => matrixDocument(p, groups, style), () => matrixSheets(p, groups, style)],
    ['verbatims', () => verbatimsDocument(p, verbatims, style), () => verbatimsSheets(p, verbatims, style)],
    ['book by category', () => quoteBookDocument(p, book('category'), style), () => quoteBookSheets(p, book('category'), style)],
    ['book by respondent', () => quoteBookDocument(p, book('respondent'), style), () => quoteBookSheets(p, book('respondent'), style)],
    ['counts', () => countsDocument(p, counts, style), () => countsSheets(p, counts, style)],
    ['codebook', () => codebookDocument(p, codebook, style), () => codebookSheets(p, codebook, style)],
    ['corpus', () => corpusTableDocument(p, corpus, style), () => corpusTableSheets(p, corpus, style)],
  ];
}
const NAMES = [
  'matrix',
  'matrix, all verbatims',
  'matrix per theme, compared',
  'matrix of groups',
  'verbatims',
  'book by category',
  'book by respondent',
  'counts',
  'codebook',
  'corpus',
];
const made = (name: string, style = plainStyle): Made => pieces(style).find(([each]) => each === name)!;

describe.each(NAMES)('%s', (name) => {
  it('Word holds every text of it, whole', async () => {
    const document = made(name)[1]();
    const texts = textsOf(document);
    const text = wordText(await wordOf(document));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('Excel holds every cell of it, whole and in its place', async () => {
    const sheets = made(name)[2]();
    const book = await bookOf(sheets);
    expect(book.worksheets).toHaveLength(sheets.sheets.length);
    sheets.sheets.forEach(({ rows, columns }, at) => {
      const found = new Set<string>();
      book.worksheets[at]!.eachRow((row) => row.eachCell((cell) => found.add(bare(cell.text.replaceAll('■ ', '')))));
      expect(rows.length).toBeGreaterThan(0);
      const texts = rows.flatMap(({ values }) => values.flatMap((value, column) => (columns[column]?.kind === 'text' ? [bare(wordsIn(value))] : [])));
      expect(texts.filter((text) => text !== '' && !found.has(text))).toEqual([]);
    });
  });
});

it('names nobody where references are to name nobody', async () => {
  const people = readCorpusFrame(study.project.project).speakers.map(({ label }) => label);
  const style: PrintStyle = { ...plainStyle, reference: { who: 'nobody' }, links: false };
  for (const name of ['verbatims', 'book by respondent', 'corpus', 'matrix']) {
    const [, document, sheets] = made(name, style);
    const cited = (text: string): boolean => people.some((label) => text.includes(`, ${label}, §`));
    expect(textsOf(document()).filter(cited)).toEqual([]);
    const values = sheets().sheets.flatMap(({ rows }) => rows.flatMap((row) => row.values.map(wordsIn)));
    expect(values.filter((value) => cited(value) || people.includes(value))).toEqual([]);
  }
  expect(await wordOf(made('verbatims', style)[1]())).not.toContain('hyperlink');
});

it.each(['participant', 'case'] as const)('calls people by an attribute of the %s', (scope) => {
  const { attributes, values } = readCorpusFrame(study.project.project);
  const attribute = attributes.find((each) => each.scope === scope && values.some(({ attributeId }) => attributeId === each.id))!;
  const known = values.filter(({ attributeId }) => attributeId === attribute.id).map(({ value }) => value);
  const style: PrintStyle = { ...plainStyle, reference: { who: 'attribute', attributeId: attribute.id } };
  const cited = textsOf(made('verbatims', style)[1]()).filter((text) => /^\(E\d+.*§\d+\)$/u.test(text));
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.some((text) => known.some((value) => text.includes(`, ${value}, §`)))).toBe(true);
  expect(cited.filter((text) => text.split(', ').length === 3 && !known.some((value) => text.includes(value)))).toEqual([]);
});

describe('the matrix', () => {
  it('leads from its references to the passages, under their own names', async () => {
    const { project, definition } = study;
    const piece: PieceOf<'matrix'> = { kind: 'matrix', definition, title: 'M', compareCaseKeys: null, shape: 'whole' };
    const file = await writeDocument(matrixDocument(project.project, piece, plainStyle), 'docx');
    const parts = zipTexts(file);
    const pinned = project.project.sqlite.prepare<[], { id: string }>('SELECT passage_id AS id FROM cell_quote').all();
    expect(pinned.length).toBeGreaterThan(2);
    for (const { id } of pinned) {
      expect(parts.get('word/document.xml')).toContain(`w:name="p_${id.replaceAll('-', '')}`);
      expect(parts.get('word/_rels/document.xml.rels')).toContain(`passage=${id}`);
    }
  });

  it('says ratings with their rules, drafts, cuts, remarks and who agrees', () => {
    const texts = textsOf(made('matrix')[1]());
    expect(texts).toContain('Deux répondants au moins.');
    expect(texts).toContain('règle à écrire');
    expect(texts.some((text) => text.startsWith('[brouillon] Une charte (1) signée par tous'))).toBe(true);
    expect(texts.some((text) => /^« .{5,20} \[…\] .* » \(E\d+, .*, §\d+\)$/u.test(text))).toBe(false);
    const repeated = textsOf(made('matrix, all verbatims')[1]());
    expect(repeated.some((text) => /^« .{5,20} \[…\] .* » \(E\d+, .*, §\d+\)$/u.test(text))).toBe(true);
    expect(texts.some((text) => /déjà cités dans une synthèse/u.test(text))).toBe(true);
    expect(repeated.some((text) => /dans une synthèse/u.test(text))).toBe(false);
    expect(texts.some((text) => text.startsWith('Remarque : À vérifier (3)'))).toBe(true);
    expect(texts.some((text) => /^\d+ soutien/u.test(text))).toBe(true);
    expect(texts).toContain('relu');
    expect(texts.at(-1)).not.toBe('');
    expect(texts.some((text) => /^Source : C\. Aubert, entretiens \d{4}/u.test(text))).toBe(true);
  });

  it('shows a pinned verbatim once, though all are shown', () => {
    const { cells } = firstTable(made('matrix')[1]());
    const [first = ''] = cells;
    const quotes = first.split('\n').filter((line) => line.startsWith('«') || line.startsWith('≠'));
    expect(new Set(quotes.map((line) => /\(E.*\)$/u.exec(line)?.[0])).size).toBe(quotes.length);
  });

  it('gathers in a group what is written of its members', () => {
    const texts = textsOf(made('matrix of groups')[1]());
    expect(texts.some((text) => /^Pôle 1 \((faible|moyen|fort)\) : \[brouillon\] Une charte \(1\)/u.test(text))).toBe(true);
  });

  it('makes one table per theme, each with its own rows', () => {
    const { sections } = made('matrix per theme, compared')[1]();
    const titles = sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'table' && block.title ? [bare(block.title)] : []));
    expect(titles.slice(0, 2)).toEqual(['Matrice inter-cas : Résultat / Missions', 'Matrice inter-cas : Processus / Fonctionnement']);
    expect(titles.at(-1)).toContain('ce qui est commun');
  });

  it('says what to do where it has nothing to show', () => {
    const empty = aProject().withGrid('innovation-sociale').withCase('Pôle 1');
    const rows = [{ kind: 'grid', gridId: empty.grid('innovation-sociale'), level: null } as const];
    const definition = { ...study.definition, rows, hidesEmpty: true };
    const piece: PieceOf<'matrix'> = { kind: 'matrix', definition, title: 'Vide', compareCaseKeys: null, shape: 'perTheme' };
    expect(textsOf(matrixDocument(empty.project, piece, plainStyle))).toEqual(['Vide', expect.stringMatching(/^Rien à montrer.*Élargissez/u)]);
    expect(matrixSheets(empty.project, piece, plainStyle).sheets[0]?.note).toMatch(/^Rien à montrer/u);
  });
});

function firstTable({ sections }: PrintedDocument): { readonly cells: string[] } {
  const table = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return { cells: table.rows.flatMap((row) => row.cells.map((cell) => plainText(cell))) };
}

describe('verbatims', () => {
  it('give at most three of a sub-theme, the pinned ones first', () => {
    const p = study.project.project;
    const piece: PieceOf<'verbatims'> = { kind: 'verbatims', gridIds: null, categoryIds: null, most: null, where: [] };
    const pins = new Set(
      p.sqlite
        .prepare<[], { id: string }>('SELECT passage_id AS id FROM cell_quote')
        .all()
        .map(({ id }) => id),
    );
    const isPinned = ({ values }: { values: readonly unknown[] }): boolean =>
      pins.has(/passage=(.*)$/u.exec((values[3] as { to: string }).to)?.[1] ?? '');
    const bySubTheme = (sheets: PrintedSheets): Map<string, PrintedSheets['sheets'][number]['rows'][number][]> =>
      Map.groupBy(
        sheets.sheets.flatMap(({ rows }) => rows),
        ({ values }) => `${wordsIn(values[0]!)} ${wordsIn(values[1]!)}`,
      );
    const all = bySubTheme(verbatimsSheets(p, piece, plainStyle));
    const chosen = bySubTheme(verbatimsSheets(p, { ...piece, most: 3 }, plainStyle));
    expect(chosen.size).toBe(all.size);
    for (const [theme, rows] of chosen) {
      const pinned = all.get(theme)!.filter(isPinned).length;
      expect(rows).toHaveLength(Math.min(3, all.get(theme)!.length));
      expect(rows.map(isPinned)).toEqual(rows.map((_, at) => at < pinned));
    }
  });

  it('hear many voices', () => {
    const cited = new Set(textsOf(made('verbatims')[1]()).flatMap((text) => /^\((E\d+),/u.exec(text)?.[1] ?? []));
    expect(cited.size).toBeGreaterThan(8);
  });

  it('keep only what the filter keeps, and say what to do when that is nothing', () => {
    const p = study.project.project;
    const piece = (where: string[]): PieceOf<'verbatims'> => ({ kind: 'verbatims', gridIds: null, categoryIds: null, most: null, where });
    const all = verbatimsSheets(p, piece([]), plainStyle).sheets.flatMap(({ rows }) => rows).length;
    const some = verbatimsSheets(p, piece(['case = "Pôle 1"']), plainStyle).sheets.flatMap(({ rows }) => rows);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all);
    expect(some.every(({ values }) => values[4] === 'Pôle 1')).toBe(true);
    const none = verbatimsDocument(aProject().project, { ...piece([]) }, plainStyle);
    expect(textsOf(none)).toEqual([expect.stringContaining('Aucun verbatim')]);
  });
});

it('the quote book holds every coded passage', () => {
  const places = new Set(listCodings(study.project.project).map(({ source, start, end }) => `${source}/${start}/${end}`));
  expect(made('book by respondent')[2]().sheets[0]!.rows).toHaveLength(places.size);
});

describe('counts', () => {
  /** Leaf name → the passages coded with it in each case, the slow way. */
  function naive(leaf: string, caseName: string): { source: string; start: number; end: number }[] {
    const p = study.project.project;
    const frame = readCorpusFrame(p);
    const caseId = frame.cases.find(({ name }) => name === caseName)?.id;
    const inCase = new Set(
      p.sqlite
        .prepare<[string], { name: string }>('SELECT s.name FROM source s JOIN source_case l ON l.source_id = s.id WHERE l.case_id = ?')
        .all(caseId ?? '')
        .map(({ name }) => name),
    );
    const found = listCodings(p).filter(({ category, source }) => typeset(category, 'fr').endsWith(leaf) && inCase.has(source));
    return [...new Map(found.map(({ source, start, end }) => [`${source}/${start}/${end}`, { source, start, end }])).values()];
  }

  /** Letter by letter: which are under a passage, in turns of those who do not ask. */
  function naiveWords(passages: readonly { source: string; start: number; end: number }[]): number {
    const p = study.project.project;
    const asking = new Set(
      p.sqlite
        .prepare<[], { id: string }>('SELECT k.id FROM speaker k JOIN participant h ON h.id = k.participant_id WHERE h.is_interviewer = 1')
        .all()
        .map(({ id }) => id),
    );
    let words = 0;
    for (const [source, own] of Map.groupBy(passages, (passage) => passage.source)) {
      let offset = 0;
      for (const turn of readTurns(p, study.project.source(source))) {
        const letters = [...turn.text.split('').entries()]
          .filter(([at]) => at >= turn.bodyStart && at < turn.bodyEnd && (turn.speakerId === null || !asking.has(turn.speakerId)))
          .map(([at, letter]) => (own.some(({ start, end }) => offset + at >= start && offset + at < end) ? letter : '\u0000'));
        words += letters
          .join('')
          .split('\u0000')
          .reduce((sum, run) => sum + countWords(run), 0);
        offset += turn.text.length;
      }
    }
    return words;
  }

  it('are those of a plain count, in every cell and total', () => {
    const [presence, passages, words] = made('counts')[2]().sheets;
    const names = passages!.columns.map(({ header }) => header);
    const cases = readCorpusFrame(study.project.project).cases.map(({ name }) => name);
    expect(names.slice(2)).toEqual([...cases, 'Total', 'Cas', 'Sources']);
    passages!.rows.slice(0, -1).forEach(({ values }, at) => {
      const leaf = String(values[1]);
      const found = cases.map((name) => naive(leaf, name));
      const all = found.flat();
      const inCases = found.filter((own) => own.length > 0).length;
      const sources = new Set(all.map(({ source }) => source)).size;
      expect(values.slice(2)).toEqual([...found.map((own) => own.length), all.length, inCases, sources]);
      expect(presence!.rows[at]!.values.slice(2)).toEqual([...found.map((own) => Math.min(1, own.length)), inCases, sources, all.length]);
      expect(words!.rows[at]!.values.slice(2)).toEqual([...found.map(naiveWords), naiveWords(all), inCases, sources, all.length]);
    });
    expect(passages!.rows.at(-1)!.values[0]).toBe('Total');
  });

  it('come with a warning, on paper and in the sheet', () => {
    expect(textsOf(made('counts')[1]())[0]).toContain('ils ne mesurent ni l’importance');
    expect(made('counts')[2]().sheets.every(({ note }) => note?.includes('relu dans les textes'))).toBe(true);
  });
});

it('the codebook leaves examples and counts out where they are not asked for', () => {
  const piece: PieceOf<'codebook'> = { kind: 'codebook', gridIds: [study.grid.id], withExamples: false, withCounts: false };
  const document = codebookDocument(study.project.project, piece, plainStyle);
  const [table] = document.sections[0]!.blocks;
  expect(table?.kind === 'table' && [table.columns.length, table.note]).toEqual([1, null]);
  const headers = codebookSheets(study.project.project, piece, plainStyle).sheets[0]!.columns.map(({ header }) => header);
  expect(headers).not.toContain('Exemple');
  expect(headers).not.toContain('Codages');
});
