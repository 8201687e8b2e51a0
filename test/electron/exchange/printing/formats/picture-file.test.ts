// A figure's files are read back: their size on paper, their density, their words, upright ones too.
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pictureFile } from '../../../../../electron/exchange/printing/formats/picture-file.ts';
import { FIGURE_KINDS } from '../../../../../shared/domain/print.ts';
import type { Scene } from '../../../../../shared/figure/scene.ts';
import { aFigure, allNodes } from '../../../../support/figures.ts';
import { aMatrixTable } from '../../../../support/matrix-table.ts';
import { pdfPages } from '../../../../support/pdf-pages.ts';
import { xmlProblem } from '../../../../support/xml.ts';

const table = aMatrixTable({ cases: 3 });
const file = { widthCm: 16, title: 'Les outils', language: 'fr' as const };

/** Chunks by name, each with its checksum proven. */
function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

const kinds = FIGURE_KINDS.filter((kind) => kind !== 'ratings');
const linesOf = (scene: Scene): string[] => allNodes(scene).flatMap(({ text }) => (text ? [text] : []));

test.each(kinds)('%s as png: as wide as its paper at 300 dots per inch', async (kind) => {
  const scene = aFigure(kind, table);
  const chunks = chunksOf(await pictureFile(scene, 'png', file));
  const [width, perMetre] = [chunks.get('IHDR')!.readUInt32BE(0), chunks.get('pHYs')!.readUInt32BE(0)];
  expect((width / perMetre) * 100).toBeCloseTo(Math.min(16, (scene.width * 2.54) / 96), 1);
  expect(perMetre).toBe(11_811);
  expect(inflateSync(chunks.get('IDAT')!, { finishFlush: 2 }).length).toBeGreaterThan(1000);
});

test.each(kinds)('%s as svg: well formed, its size in millimetres', async (kind) => {
  const svg = new TextDecoder().decode(await pictureFile(aFigure(kind, table), 'svg', file));
  expect(xmlProblem(svg)).toBeNull();
  const [, width] = /<svg [^>]*width="([\d.]+)mm"/.exec(svg) ?? [];
  expect(Number(width)).toBeGreaterThan(100);
  expect(Number(width)).toBeLessThanOrEqual(160.2);
});

test.each(kinds)('%s as pdf: one page, with every line of words as words', async (kind) => {
  const scene = aFigure(kind, table);
  const { pages } = await pdfPages(await pictureFile(scene, 'pdf', file));
  expect(pages).toHaveLength(1);
  const bare = (text: string): string => text.replace(/[\s\u00a0\u202f-]+/g, '');
  const printed = bare(JSON.stringify(pages[0]));
  for (const line of linesOf(scene)) expect(printed).toContain(bare(line));
});

test('a picture drawn wider than its paper shrinks to it', async () => {
  const wide = aFigure('heat', aMatrixTable({ cases: 8, families: 6 }));
  expect(wide.width).toBeGreaterThan(610);
  const svg = new TextDecoder().decode(await pictureFile(wide, 'svg', file));
  expect(Number(/width="([\d.]+)mm"/.exec(svg)?.[1])).toBeCloseTo(160, 0);
});
