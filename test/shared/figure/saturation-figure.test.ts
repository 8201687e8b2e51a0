// The saturation curve: as high as its numbers say, every interview named, read in grey as well.
import { expect, it } from 'vitest';
import { contrast, paletteOf } from '../../../shared/figure/palette.ts';
import { saturationFigure } from '../../../shared/figure/saturation-figure.ts';
import type { SaturationMark } from '../../../shared/figure/saturation-figure.ts';
import type { SceneNode } from '../../../shared/figure/scene.ts';

const labels = { interviews: 'Entretiens', categories: 'Catégories', added: 'nouvelles', cumulative: 'cumulées' };
const made = (marks: readonly SaturationMark[]) => saturationFigure({ marks, title: 'Saturation', labels, theme: 'light' });
const nodesOf = (node: SceneNode): SceneNode[] => [node, ...node.children.flatMap(nodesOf)];

const MARKS: readonly SaturationMark[] = [
  { code: 'E01', added: 12, cumulative: 12 },
  { code: 'E02', added: 0, cumulative: 12 },
  { code: 'E03', added: 6, cumulative: 18 },
];

it('draws a bar for each interview that adds something, and a dot for each of them on the curve', () => {
  const nodes = nodesOf(made(MARKS)).filter(({ attrs }) => Number(attrs.y ?? attrs.cy ?? 0) > 30);
  const bars = nodes.filter(({ tag }) => tag === 'rect').map(({ attrs }) => Number(attrs.height));
  expect(bars).toHaveLength(2);
  expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(2, 1);
  const dots = nodes.filter(({ tag }) => tag === 'circle').map(({ attrs }) => Number(attrs.cy));
  expect(dots).toHaveLength(3);
  expect(dots[0]).toBe(dots[1]);
  expect(dots[2]).toBeLessThan(dots[0] ?? 0);
});

it('names every interview, turned where they would touch, and nothing leaves the picture', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ code: `Entretien ${at + 1}`, added: 1, cumulative: at + 1 }));
  const scene = made(many);
  const names = nodesOf(scene).filter(({ text }) => text?.startsWith('Entretien '));
  expect(names).toHaveLength(60);
  expect(names.every(({ attrs }) => 'transform' in attrs)).toBe(true);
  expect(names.every(({ attrs }) => Number(attrs.x) < scene.width && Number(attrs.y) < scene.height)).toBe(true);
  expect(
    nodesOf(made(MARKS))
      .filter(({ text }) => text === 'E01')
      .every(({ attrs }) => !('transform' in attrs)),
  ).toBe(true);
});

it('bars and curve stay apart without colours', () => {
  const { bubble, ink, paper } = paletteOf('light');
  expect(contrast(bubble, ink)).toBeGreaterThan(2);
  expect(contrast(bubble, paper)).toBeGreaterThan(3);
});
