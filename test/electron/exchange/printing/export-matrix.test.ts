// Every format comes out of one door, each recognisable by its first bytes, and the figure is the one that suits the table.
import { describe, expect, test } from 'vitest';
import { exportMatrix } from '../../../../electron/exchange/printing/export-matrix.ts';
import type { MatrixFormat } from '../../../../electron/exchange/printing/export-matrix.ts';
import type { ExportOptions } from '../../../../electron/exchange/printing/export-options.ts';
import { svgToPng } from '../../../../electron/exchange/printing/formats/figure-files.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { aMatrixTable } from '../../../support/matrix-table.ts';

const french: ExportOptions = { language: 'fr', comparison: null, labels: exportText.fr };
const text = async (format: MatrixFormat, table = aMatrixTable(), options = french): Promise<string> =>
  new TextDecoder().decode(await exportMatrix(table, format, options));
/** Width and height in a PNG's header. */
const pngSize = (png: Uint8Array): number[] => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

test.each([
  ['docx', 'PK'],
  ['odt', 'PK'],
  ['pdf', '%PDF-1.7'],
  ['xlsx', 'PK'],
  ['csv', 'Dimensions'],
  ['html', '<!doctype html>'],
  ['md', '**Tableau 1'],
  ['tex', '% À placer'],
  ['svg', '<?xml'],
  ['png', '\ufffdPNG'],
] as const)('%s', async (format, beginning) => {
  expect((await text(format)).startsWith(beginning)).toBe(true);
});

describe('the figure', () => {
  test('shows the tools by case where cases stand among the columns, else the heat map', async () => {
    expect(await text('svg')).toContain('Commun aux deux cas');
    expect(await text('svg', aMatrixTable({ withCases: false }))).toContain('Nombre de passages');
  });

  test('is the one asked for', async () => {
    expect(await text('svg', aMatrixTable(), { ...french, figure: 'bubble' })).toContain('<circle');
    expect(await text('svg', aMatrixTable(), { ...french, figure: 'heat' })).toContain('Nombre de passages');
  });

  test('of tools by case is refused where there is nothing to compare', async () => {
    await expect(exportMatrix(aMatrixTable({ withCases: false }), 'svg', { ...french, figure: 'toolsByCase' })).rejects.toMatchObject({
      code: 'figure.needsCases',
    });
  });

  test('as an image is 16 cm wide at 300 dots per inch, on the paper of its theme', async () => {
    const [width] = pngSize(await exportMatrix(aMatrixTable(), 'png', french));
    expect(Math.abs((width ?? 0) - (16 / 2.54) * 300)).toBeLessThan(2);
    expect(await text('svg', aMatrixTable(), { ...french, theme: 'dark' })).toContain('fill="#191817"');
  });
});

test('a picture has its letters even where the families it names are unknown', () => {
  const svg = (words: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30"><text x="4" y="20" font-size="16" font-family="Unknown, sans-serif">${words}</text></svg>`;
  expect(svgToPng(svg('Pôle'), 1).length).toBeGreaterThan(svgToPng(svg(''), 1).length);
});
