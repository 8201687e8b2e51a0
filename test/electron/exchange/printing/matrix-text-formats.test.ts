// CSV, web page, Markdown and LaTeX: each has characters that break it, and all of them occur in interviews.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../../electron/exchange/printing/export-options.ts';
import { matrixToSheets } from '../../../../electron/exchange/printing/matrix-sheets.ts';
import { sheetsToCsv } from '../../../../electron/exchange/printing/formats/sheet-csv.ts';
import { documentToHtml } from '../../../../electron/exchange/printing/formats/document-html.ts';
import { documentToMarkdown } from '../../../../electron/exchange/printing/formats/document-markdown.ts';
import { documentToTex } from '../../../../electron/exchange/printing/formats/document-tex.ts';
import { matrixToDocument } from '../../../../electron/exchange/printing/matrix-document.ts';
import { printMatrix } from '../../../../electron/exchange/printing/printed-matrix.ts';
import { comparableCases, compareCases } from '../../../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../../../shared/domain/matrix.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { aMatrixTable, withCell } from '../../../support/matrix-table.ts';
import { missingParts } from '../../../support/printed-parts.ts';
import { unescaped, xmlProblem } from '../../../support/xml.ts';

const french: ExportOptions = { language: 'fr', comparison: null, labels: exportText.fr };
const withComparison = (table: MatrixTable): ExportOptions => ({
  ...french,
  comparison: compareCases(
    table,
    comparableCases(table).map((entity) => entity.key),
  ),
});
const matrixToCsv = (table: MatrixTable, options: ExportOptions): string => sheetsToCsv(matrixToSheets(table, options));
const matrixToHtml = (table: MatrixTable, options: ExportOptions): string => documentToHtml(matrixToDocument(table, options));
const matrixToMarkdown = (table: MatrixTable, options: ExportOptions): string => documentToMarkdown(matrixToDocument(table, options));
const matrixToTex = (table: MatrixTable, options: ExportOptions): string => documentToTex(matrixToDocument(table, options));
const HOSTILE = '<img src=x onerror="alert(1)"> & | `code` **gras** $x^2$ 50% #1 a_b {c} \\d ~e "f"\nseconde ligne';

describe('CSV', () => {
  const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });

  test('reads back with every cell whole, under one header line', () => {
    const table = aMatrixTable();
    const csv = matrixToCsv(table, french);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const [header, ...lines] = read(csv);
    expect(header).toEqual([
      'Dimensions de l’innovation sociale 1',
      'Dimensions de l’innovation sociale 2',
      ...table.columns.map((column) => column.path.join(' › ')),
    ]);
    printMatrix(table, french).cells.forEach((line, row) => {
      line.forEach((cell, column) => {
        // for programs: no space of a printer's
        const said = lines[row]?.[column + 2] ?? '';
        expect(said).not.toMatch(/[\u00a0\u202f]/u);
        expect(missingParts([cell], said, (part) => part.replace(/[\u00a0\u202f]/gu, ' '))).toEqual([]);
      });
    });
  });

  test('a cell that begins like a formula stays text', () => {
    for (const synthesis of ['=1+1', '+33 6', '-2', '@ici']) {
      const [, first] = read(matrixToCsv(withCell(aMatrixTable({ contents: ['synthesis'] }), 0, 1, { synthesis, status: 'ready' }), french));
      expect(first?.[3]).toBe(`'${synthesis}`);
    }
  });

  test('counts alone are numbers', () => {
    const table = aMatrixTable({ contents: ['counts'] });
    const [, first] = read(matrixToCsv(table, french));
    expect(first?.slice(2)).toEqual(table.cells[0]?.map((cell) => String(cell.passages)));
  });
});

describe('the web page', () => {
  test('escapes everything, and holds no script, no address, nothing to load', () => {
    const table = withCell(aMatrixTable({ title: HOSTILE }), 0, 1, { synthesis: HOSTILE });
    const html = matrixToHtml(table, { ...french, author: '<b>moi</b>' });
    expect(html.match(/<(?:img|script|b|link|iframe)[ >]/)).toBeNull();
    expect(html.match(/<[^>]*\s(?:src|href|on\w+)=/)).toBeNull();
    expect(html).toContain('&lt;img src=x');
    const body = html
      .replace(/^<!doctype html>/, '')
      .replace(/<meta [^>]+>/g, '')
      .replaceAll('<br>', '')
      .replace(/<style>.*?<\/style>/s, '');
    expect(xmlProblem(body)).toBeNull();
  });

  test('is a table in the eyes of a screen reader: caption, headers with their scope', () => {
    const html = matrixToHtml(aMatrixTable(), french);
    expect(html).toContain('<html lang="fr">');
    expect(html).toMatch(/<section [^>]*aria-labelledby="(\w+)">\s*<table[^>]*><caption id="\1"><div>Tableau 1\u00a0: /);
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
    expect(html.match(/<th scope="rowgroup" colspan="7">/g)).toHaveLength(2);
    expect(html.match(/<th scope="colgroup" colspan="2">/g)).toHaveLength(3);
    expect(html.match(/<th scope="col">/g)).toHaveLength(6);
  });

  test('names every verbatim after its passage, each once', () => {
    const table = aMatrixTable();
    const ids = [...matrixToHtml(table, french).matchAll(/ id="(p_[^"]+)"/g)].map(([, id]) => id);
    const quotes = table.cells.flat().flatMap((cell) => cell.quotes);
    expect(ids).toHaveLength(quotes.length);
    expect(new Set(ids).size).toBe(ids.length);
    for (const quote of quotes) expect(ids).toContain(`p_${quote.passageId.replaceAll('-', '')}`);
  });

  test('holds every cell, and the comparison after it', () => {
    const table = aMatrixTable();
    const text = unescaped(matrixToHtml(table, withComparison(table)));
    expect(missingParts(printMatrix(table, french).cells.flat(), text)).toEqual([]);
    expect(text).toContain('Tableau 2\u00a0: ');
    expect(text).toContain('Commun aux deux cas');
  });
});

describe('Markdown', () => {
  test('the table keeps its columns whatever the cells hold', () => {
    const table = withCell(aMatrixTable(), 0, 1, { synthesis: HOSTILE });
    const rows = matrixToMarkdown(table, french)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    // header, rule, one line per row
    expect(rows).toHaveLength(2 + table.rows.length);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(table.columns.length + 2);
    expect(rows.join('\n')).toContain('&lt;img src=x onerror="alert(1)"&gt; &amp; \\| \\`code\\` \\*\\*gras\\*\\* \\$x^2\\$');
    expect(rows.join('\n')).toContain('<br>seconde ligne');
  });

  test('each verbatim stands on a line of its cell, and the comparison follows', () => {
    const table = aMatrixTable();
    const markdown = matrixToMarkdown(table, withComparison(table));
    expect(markdown).toContain('| Processus / Fonctionnement › Gouvernance |');
    expect(markdown).toContain('| Coordination › Pôle n°\u00a01 |');
    const quotes = table.cells.flat().flatMap((cell) => cell.quotes);
    expect(markdown.match(/<br>(?:\*\*≠\*\*\u00a0)?«\u00a0/g)).toHaveLength(quotes.length);
    expect(markdown).toContain('Seulement Pôle n°\u00a02');
  });
});

describe('LaTeX', () => {
  /** Without comments and escaped characters, what is left to balance. */
  const bare = (tex: string): string => tex.replace(/^%.*$/gm, '').replace(/\\[{}$&#_%\\]/g, '');

  test('every special character is escaped, braces and environments balance', () => {
    const table = withCell(aMatrixTable({ title: HOSTILE }), 0, 1, { synthesis: HOSTILE });
    const tex = matrixToTex(table, withComparison(table));
    expect(tex).toContain(
      '\\& \\textbar{} `code` **gras** \\$x\\textasciicircum{}2\\$ 50\\,\\% \\#1 a\\_b \\{c\\} \\textbackslash{}d \\textasciitilde{}e',
    );
    const left = bare(tex);
    expect(left.match(/\{/g)?.length).toBe(left.match(/\}/g)?.length);
    expect(
      left
        .match(/\\begin\{(\w+)\}/g)
        ?.map((name) => name.slice(6))
        .toSorted(),
    ).toEqual(
      left
        .match(/\\end\{(\w+)\}/g)
        ?.map((name) => name.slice(4))
        .toSorted(),
    );
    expect(left.replace(/\\hypertarget\{\w+\}|\$\\neq\$/g, '')).not.toMatch(/[$#_^|"\u00a0\u202f]/);
  });

  test('every line of the body has as many cells as the table has columns', () => {
    const tex = matrixToTex(aMatrixTable(), french);
    const body = tex.slice(tex.indexOf('\\endfoot'), tex.indexOf('\\end{longtable}'));
    const lines = bare(body)
      .split('\n')
      .filter((line) => line.includes(' & '));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.split(' & ')).toHaveLength(7);
  });

  test('six columns lie across, thirty make five tables under one number', () => {
    const tex = matrixToTex(aMatrixTable({ rows: 12, families: 10, cases: 3, contents: ['counts'] }), french);
    expect(tex.match(/\\begin\{longtable\}/g)).toHaveLength(5);
    expect(tex.match(/\\addtocounter\{table\}\{-1\}/g)).toHaveLength(4);
    expect(tex).toContain('\\begin{landscape}');
    expect(matrixToTex(aMatrixTable({ withCases: false }), french)).not.toContain('\\begin{landscape}');
  });

  test('says what the preamble needs', () => {
    expect(matrixToTex(aMatrixTable(), french)).toMatch(/^% À placer.*\n% \\usepackage\[french\]\{babel\}\n/);
  });
});
