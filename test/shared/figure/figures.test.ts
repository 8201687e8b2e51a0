// Figures go into theses: nothing may overlap or be cut, everything found must be there, and cases must differ without colour.
import { Resvg } from '@resvg/resvg-js';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparableCases, compareCases } from '../../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import { contrast } from '../../../shared/figure/palette.ts';
import { sceneToSvg } from '../../../shared/figure/scene-to-svg.ts';
import type { Scene, SceneNode } from '../../../shared/figure/scene.ts';
import { aFigure, allNodes as all, marksOf, wordsOf as textOf } from '../../support/figures.ts';
import { aMatrixTable, withCell } from '../../support/matrix-table.ts';
import { xmlProblem } from '../../support/xml.ts';

const THEMES = ['light', 'dark'] as const;

const toolsFigure = (table: MatrixTable, theme: 'light' | 'dark' = 'light'): Scene => aFigure('toolsByCase', table, { theme });

const isChip = (node: SceneNode): boolean => node.attrs['class'] === 'chip';
const number = (node: SceneNode, name: string): number => Number(node.attrs[name]);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf(node: SceneNode): Box {
  const [left, top] = [number(node, 'x'), number(node, 'y')];
  return { left, top, right: left + number(node, 'width'), bottom: top + number(node, 'height') };
}

/** As the widest of the figure's fonts draws it. */
function drawnWidth(text: SceneNode): number {
  const fonts = join(import.meta.dirname, '../../../node_modules/dejavu-fonts-ttf/ttf');
  const { x: _x, y: _y, 'text-anchor': _anchor, ...style } = text.attrs;
  const line: SceneNode = { ...text, attrs: { ...style, x: 10, y: 40, 'font-family': 'DejaVu Sans' } };
  const svg = sceneToSvg(
    { tag: 'svg', attrs: { viewBox: '0 0 2000 60', width: 2000, height: 60 }, children: [line], width: 2000, height: 60, background: '#ffffff' },
    null,
  );
  const font = { loadSystemFonts: false, fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(fonts, name)) };
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

describe.each([
  ['two cases, three families', aMatrixTable()],
  ['three cases, four families', aMatrixTable({ cases: 3, families: 4 })],
  ['a single family', aMatrixTable({ families: 1, rows: 2 })],
])('tools by case: %s', (_, table) => {
  const scene = toolsFigure(table);
  const chips = all(scene).filter(isChip);

  test('no chip overlaps another, and all stay inside the picture', () => {
    expect(chips.length).toBeGreaterThan(3);
    const boxes = chips.map(boxOf);
    expect(boxes.filter((box) => box.left < 0 || box.top < 0 || box.right > scene.width || box.bottom > scene.height)).toEqual([]);
    expect(boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [[a, b]] : [])))).toEqual([]);
  });

  test('every tool found is named on a chip of its cell, with its passages', () => {
    const comparison = compareCases(
      table,
      comparableCases(table).map((entity) => entity.key),
    );
    const wanted = comparison.cells.flat().flatMap((cell) => [...cell.common, ...cell.partly, ...cell.only.flat()]);
    const named = marksOf(scene).map((mark) => textOf(mark));
    expect(named).toHaveLength(wanted.length);
    for (const category of wanted) expect(named).toContain(`${category.name}\u00a0·\u00a0${category.passages}`);
  });

  test('every mark has a name of its own, that says which tool and which case', () => {
    const keys = marksOf(scene).map((mark) => mark.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const mark of marksOf(scene)) expect(mark.title).toMatch(/ — .+ — \d+ passages?$/);
  });
});

test('a chip holds its text, as drawn with the widest font', () => {
  const tooLong = marksOf(toolsFigure(aMatrixTable())).filter((mark) => {
    const { right } = boxOf(mark.children.find(isChip)!);
    return mark.children.some((node) => node.tag === 'text' && number(node, 'x') + drawnWidth(node) > right);
  });
  expect(tooLong.map(textOf)).toEqual([]);
});

test('without colour, the chips of two cases still differ in border, corners and sign, and common ones in fill', () => {
  const marks = marksOf(toolsFigure(aMatrixTable()));
  const looks = (words: string): string => {
    const mark = marks.find((candidate) => candidate.title?.includes(words))!;
    const { rx, 'stroke-dasharray': dash = 'solid' } = mark.children.find(isChip)!.attrs;
    const sign = mark.children.find((node) => node.tag === 'polygon')?.attrs['points'];
    const corners = sign === undefined ? 'rings' : String(sign).split(' ').length;
    return `${rx} ${dash} ${corners}`;
  };
  const [common, first, second] = ['Commun aux deux cas', 'Seulement Pôle n°\u00a01', 'Seulement Pôle n°\u00a02'].map(looks);
  expect(new Set([common, first, second]).size).toBe(3);
  const fill = (words: string): string => String(marks.find((mark) => mark.title?.includes(words))!.children.find(isChip)!.attrs['fill']);
  expect(contrast(fill('Commun'), fill('Seulement'))).toBeGreaterThan(4.5);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test('the text of every chip reads well on it (AA)', () => {
    for (const mark of marksOf(toolsFigure(aMatrixTable({ cases: 3 }), theme))) {
      const fill = String(mark.children.find(isChip)!.attrs['fill']);
      for (const text of mark.children.filter((node) => node.tag === 'text'))
        expect(contrast(String(text.attrs['fill']), fill)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the numbers of the heat map read well on their shades, and more is never paler against the paper', () => {
    const table = aMatrixTable();
    const scene = aFigure('heat', table, { theme });
    const shades = marksOf(scene).map((mark) => ({
      passages: Number(textOf(mark)),
      fill: String(mark.children[0]!.attrs['fill']),
      ink: String(mark.children[1]!.attrs['fill']),
    }));
    for (const { fill, ink } of shades) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
    const ordered = shades.toSorted((a, b) => a.passages - b.passages).map(({ fill }) => contrast(fill, scene.background));
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
  });
});

describe('bubbles and heat', () => {
  const table = aMatrixTable({ cases: 3, families: 10, rows: 12 });

  test.each([
    ['bubbles', aFigure('bubble', table)],
    ['heat', aFigure('heat', table)],
  ])('%s: one mark per cell that holds something, with its number and its key', (_, scene) => {
    const full = table.cells.flat().filter((cell) => cell.passages > 0);
    expect(marksOf(scene).map((mark) => mark.key)).toEqual(full.map((cell) => cell.key));
    for (const mark of marksOf(scene)) expect(textOf(mark)).toBe(String(full.find((cell) => cell.key === mark.key)!.passages));
  });

  test('areas follow the passages: four times as many, twice the radius', () => {
    const two = withCell(withCell(aMatrixTable(), 0, 1, { passages: 20 }), 0, 2, { passages: 5 });
    const marks = new Map(marksOf(aFigure('bubble', two)).map((mark) => [mark.key, mark]));
    const radius = (column: number): number =>
      Number(marks.get(two.cells[0]![column]!.key)!.children.find((node) => node.tag === 'circle')!.attrs['r']);
    expect(radius(1) / radius(2)).toBeCloseTo(2, 1);
  });

  test('an empty matrix still gives a picture', () => {
    const empty = aMatrixTable({ gap: 1 });
    for (const kind of ['bubble', 'heat'] as const) expect(marksOf(aFigure(kind, empty))).toEqual([]);
    expect(marksOf(toolsFigure(empty))).toEqual([]);
  });
});

test('long titles and labels wrap instead of running out of the picture', () => {
  const title =
    'Les outils de gestion interorganisationnels au service de l’innovation sociale territorialisée et de la gouvernance partagée '.repeat(2);
  const scene = aFigure('heat', aMatrixTable({ title, families: 2, withCases: false }));
  const outside = all(scene).filter((node) => {
    if (node.tag !== 'text') return false;
    const width = drawnWidth(node);
    const left = number(node, 'x') - (node.attrs['text-anchor'] === 'middle' ? width / 2 : 0);
    return left < 0 || left + width > scene.width;
  });
  expect(outside.map(textOf)).toEqual([]);
});

describe('from a mark back to the matrix', () => {
  const table = aMatrixTable();
  const cellOf = (key: string) => table.cells.flat().find((cell) => cell.key === key)!;

  test('a disc leads to its cell', () => {
    for (const mark of marksOf(aFigure('bubble', table))) expect(mark.behind).toEqual([{ cell: mark.key }]);
  });

  test('a chip leads to the cell of its case, a common one to the cells of both, and the tool is there', () => {
    for (const mark of marksOf(toolsFigure(table))) {
      const behind = mark.behind ?? [];
      expect(behind).toHaveLength(mark.title?.includes('Commun') ? 2 : 1);
      const passages = behind.map(({ cell, category }) => cellOf(cell).categories.find(({ id }) => id === category)!.passages);
      expect(textOf(mark)).toMatch(new RegExp(`·\\u00a0${passages.reduce((sum, count) => sum + count, 0)}$`));
    }
  });
});

describe('as SVG', () => {
  const hostile = aMatrixTable({ title: '<script>"A & B"</script> \u0007 ]]> 😀' });

  test.each([
    ['tools', toolsFigure(hostile)],
    ['bubbles', aFigure('bubble', hostile)],
    ['heat', aFigure('heat', hostile, { theme: 'dark' })],
  ])('%s: well formed, escaped, sized', (_, scene) => {
    const svg = sceneToSvg(scene);
    expect(xmlProblem(svg)).toBeNull();
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`viewBox="0 0 ${scene.width} ${scene.height}"`);
    expect(new Resvg(svg).width).toBe(scene.width);
  });

  test('the paper is painted unless it is left out', () => {
    const scene = toolsFigure(aMatrixTable());
    expect(sceneToSvg(scene)).toContain(`<rect width="${scene.width}" height="${scene.height}" fill="#ffffff"/>`);
    expect(sceneToSvg(scene, null)).not.toContain(`height="${scene.height}" fill="#ffffff"`);
  });
});
