// What a thesis is made of on paper: tables that go on over pages with their headers, captions that count, places that are found again.
import { describe, expect, test } from 'vitest';
import { sceneToPdf } from '../../../../../electron/exchange/printing/formats/document-pdf.ts';
import { heading, paragraph, plainColumns } from '../../../../../electron/exchange/printing/formats/document-words.ts';
import type { ExportOptions } from '../../../../../electron/exchange/printing/export-options.ts';
import { matrixToDocument } from '../../../../../electron/exchange/printing/matrix-document.ts';
import { printMatrix } from '../../../../../electron/exchange/printing/printed-matrix.ts';
import type { PrintedDocument } from '../../../../../electron/exchange/printing/formats/printed-document.ts';
import { readDocument } from '../../../../../electron/exchange/reading/read-documents.ts';
import { writeDocument } from '../../../../../electron/exchange/printing/formats/write-document.ts';
import { passageAddress } from '../../../../../shared/domain/passage-link.ts';
import { exportText } from '../../../../../shared/i18n/export.ts';
import { aFigure } from '../../../../support/figures.ts';
import { aMatrixTable, withCell } from '../../../../support/matrix-table.ts';
import { pdfPages } from '../../../../support/pdf-pages.ts';
import { printedParts } from '../../../../support/printed-parts.ts';
import { unescaped } from '../../../../support/xml.ts';
import { zipTexts } from '../../../../support/zip-text.ts';

const PROJECT = '11111111-2222-4333-8444-555555555555';
const french: ExportOptions = { language: 'fr', comparison: null, labels: exportText.fr, author: 'Claire Aubert', projectId: PROJECT };
/** Thirty dimensions, six families in two cases: two tables of six columns. */
const wide = aMatrixTable({ rows: 30, families: 6, cases: 2, quotes: 1, contents: ['counts', 'synthesis', 'passages'] });
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Pieces of cells that do not stand whole in the text. */
function cutPieces(text: string): string[] {
  const all = squeezed(text);
  return printMatrix(wide, french)
    .cells.flat()
    .flatMap(printedParts)
    .filter((part) => !all.includes(squeezed(part)));
}

describe('a matrix of 30 × 12', () => {
  test.each(['docx', 'odt'] as const)('is read back from %s with every cell whole', async (format) => {
    const { text } = await readDocument({ name: `matrice.${format}`, bytes: await writeDocument(matrixToDocument(wide, french), format) });
    expect(cutPieces(text)).toEqual([]);
  });

  test('becomes two OpenDocument tables across, one caption that counts, headers and rows that stay together', async () => {
    const content = zipTexts(await writeDocument(matrixToDocument(wide, french), 'odt')).get('content.xml') ?? '';
    expect(content.match(/<text:sequence /g)).toHaveLength(1);
    expect(content).toContain('text:name="Tableau" text:formula="ooow:Tableau+1"');
    expect(content).toContain(
      '<text:sequence-ref text:reference-format="category-and-value" text:ref-name="refTableau1">Tableau 1</text:sequence-ref> (suite, 2 sur 2)',
    );
    const headers = content.match(/<table:table-header-rows>.*?<\/table:table-header-rows>/gs) ?? [];
    expect(headers.map((header) => header.match(/<table:table-row /g)?.length)).toEqual([3, 3]);
    expect(content).toContain('text:style-name="PageACaption"');
    expect(content).toContain('style:master-page-name="Across"');
    expect(content).not.toContain('table:style-name="TrameRangCoupe"');
  });

  test('fills pages of PDF that all begin with the headers, its cells whole on one of them', async () => {
    const { pages, info } = await pdfPages(await writeDocument(matrixToDocument(wide, french), 'pdf'));
    expect(pages.length).toBeGreaterThan(8);
    expect(info).toMatchObject({ Title: matrixToDocument(wide, french).title, Author: 'Claire Aubert', Language: 'fr-FR' });
    const shown = pages.map(({ text }) => squeezed(text));
    // the note stands on the last page, after the table
    expect(shown.filter((text) => !text.includes(squeezed('Dimensions de l’innovation sociale'))).length).toBeLessThanOrEqual(1);
    expect(shown.filter((text) => text.includes(squeezed('Tableau 1 : Les outils')))).toHaveLength(1);
    expect(shown.filter((text) => text.includes(squeezed('Tableau 1 (suite, 2 sur 2)')))).toHaveLength(1);
    for (const page of pages) expect([Math.round(page.width), Math.round(page.height)]).toEqual([842, 595]);
    expect(cutPieces(pages.map(({ text }) => text).join(''))).toEqual([]);
    shown.forEach((text, at) => {
      expect(text).toContain(String(at + 1));
    });
  });
});

test('a pdf is fit for the archive: it says so, defines its colours, and every font is inside', async () => {
  const bytes = Buffer.from(await writeDocument(matrixToDocument(aMatrixTable({ withCases: false }), french), 'pdf')).toString('latin1');
  expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
  expect(bytes).toMatch(/\/OutputIntents \[/);
  expect(bytes.match(/\/FontFile[23] /g)?.length).toBe(bytes.match(/\/Type \/FontDescriptor/g)?.length);
});

test('a document too large for pdf is refused before its pages are set, and written as Word', async () => {
  const large: PrintedDocument = {
    title: 'Tout',
    author: null,
    language: 'fr',
    sections: [{ page: 'upright', blocks: Array.from({ length: 8 }, () => paragraph('body', 'mots '.repeat(200_000))) }],
  };
  await expect(writeDocument(large, 'pdf')).rejects.toMatchObject({ code: 'print.tooLarge' });
  expect((await writeDocument(large, 'docx')).length).toBeGreaterThan(1000);
});

test('each reference leads back to its passage: in Word, OpenDocument, on a web page and in PDF', async () => {
  const document = matrixToDocument(aMatrixTable({ rows: 2 }), french);
  const addresses = [
    ...new Set(
      aMatrixTable({ rows: 2 })
        .cells.flat()
        .flatMap(({ quotes }) => quotes.map(({ passageId }) => passageAddress(PROJECT, passageId))),
    ),
  ];
  expect(addresses[0]).toMatch(/^trame:\/\/open\?project=[-\w]{36}&passage=[-\w]{36}$/);
  const relations = unescaped(zipTexts(await writeDocument(document, 'docx')).get('word/_rels/document.xml.rels') ?? '');
  const odt = unescaped(zipTexts(await writeDocument(document, 'odt')).get('content.xml') ?? '');
  const html = unescaped(new TextDecoder().decode(await writeDocument(document, 'html')));
  const links = (await pdfPages(await writeDocument(document, 'pdf'))).pages.flatMap((page) => page.links);
  for (const address of addresses) {
    expect(relations).toContain(`Target="${address}" TargetMode="External"`);
    expect(odt).toContain(`xlink:href="${address}"`);
    expect(html).toContain(`<a href="${address}">`);
    expect(links).toContain(address);
  }
});

test('a row that outgrows a page goes on over the next ones, under the headers', async () => {
  const synthesis = Array.from({ length: 2500 }, (_, at) => `mot${at}z`).join(' ');
  const { pages } = await pdfPages(
    await writeDocument(matrixToDocument(withCell(aMatrixTable({ withCases: false }), 3, 1, { synthesis }), french), 'pdf'),
  );
  const found = pages.map(({ text }) => [...squeezed(text).matchAll(/mot(\d+)z/g)].map(([, number]) => Number(number)));
  expect(found.flat()).toEqual(Array.from({ length: 2500 }, (_, at) => at));
  expect(found.filter((words) => words.length > 0).length).toBeGreaterThan(1);
});

describe('pages', () => {
  const wideTable = matrixToDocument(aMatrixTable({ rows: 2, contents: ['counts'] }), french).sections[0]!.blocks[0]!;
  const document: PrintedDocument = {
    title: 'Annexes',
    author: null,
    language: 'fr',
    sections: [
      {
        page: 'asNeeded',
        blocks: [
          { kind: 'contents', of: 'tables', title: 'Liste des tableaux' },
          heading(1, 'Premier chapitre'),
          paragraph('body', 'Un texte.'),
          heading(2, 'La matrice'),
          wideTable,
          paragraph('body', 'La suite.'),
        ],
      },
    ],
  };

  test('lie across only where a wide table wants it, with the heading that leads into it', async () => {
    const { pages } = await pdfPages(await writeDocument(document, 'pdf'));
    expect(pages.map(({ width, height }) => width > height)).toEqual([false, true, false]);
    expect(pages[1]?.text).toContain('La matrice');
    expect(pages[2]?.text).toContain('La suite.');
    const word = zipTexts(await writeDocument(document, 'docx')).get('word/document.xml') ?? '';
    expect([...word.matchAll(/w:orient="(\w+)"/g)].map(([, orientation]) => orientation)).toEqual(['portrait', 'landscape', 'portrait']);
  });

  test('a list of tables names the pages they are on, and leads there', async () => {
    const { pages, names } = await pdfPages(await writeDocument(document, 'pdf'));
    expect(pages[0]?.text).toMatch(/Tableau 1\s: Les outils de gestion.*compétitivité\s+2\s/s);
    expect(names).toContain('trame_table_1');
    const word = zipTexts(await writeDocument(document, 'docx')).get('word/document.xml') ?? '';
    expect(word).toContain('TOC \\h \\z \\c &quot;Tableau&quot;');
  });
});

test('a figure is drawn as lines and letters, in a document and on a page of its own', async () => {
  const scene = aFigure('bubble', aMatrixTable());
  const document: PrintedDocument = {
    title: 'Figure',
    author: null,
    language: 'fr',
    sections: [
      { page: 'upright', blocks: [{ kind: 'figure', scene, title: 'Les outils', note: null, source: 'Source : élaboration personnelle.' }] },
    ],
  };
  const [page] = (await pdfPages(await writeDocument(document, 'pdf'))).pages;
  expect(page?.text).toMatch(/Figure 1\s: Les outils/);
  expect(page?.text).toContain('Coordination');
  const alone = (await pdfPages(await sceneToPdf(scene, 'Les outils', 'fr'))).pages;
  expect(alone.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [Math.round(scene.width * 0.75), Math.round(scene.height * 0.75)],
  ]);
  const parts = zipTexts(await writeDocument(document, 'docx'));
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/image1.png', 'word/media/image2.svg']);
  expect(parts.get('word/document.xml')).toContain('SEQ Figure \\* ARABIC');
  expect(parts.get('word/media/image2.svg')).toContain('Coordination');
});

test('in LaTeX a number ends its cell and not the row, and a cut that begins a row is no option of the line before', async () => {
  const cells = [[paragraph('cell', '[…] et voilà')], [paragraph('number', '12')]];
  const row = { band: null, label: [], cells };
  const frame = { title: null, lead: [], rowAxis: null, columnAxis: null, note: null, source: null, fits: { upright: 2, across: 2 } } as const;
  const table = { ...frame, kind: 'table', columns: plainColumns(['Dit', 'Fois']), rows: [row, row], widths: 'even' } as const;
  const counts: PrintedDocument = { title: 'Comptages', author: null, language: 'fr', sections: [{ page: 'upright', blocks: [table] }] };
  const tex = new TextDecoder().decode(await writeDocument(counts, 'tex'));
  expect(tex.match(/^\{\}\[…\] et voilà & \\raggedleft\\arraybackslash 12 \\\\$/gmu)).toHaveLength(2);
});
