// Areas of a mosaic are counts; its tiles lead to their passages, and say by more than colour what is rarer than expected.
import { describe, expect, it } from 'vitest';
import type { Crosstab } from '../../../shared/domain/crosstab.ts';
import { crosstabKey } from '../../../shared/figure/crosstab-figure.ts';
import { isDrawable } from '../../../shared/figure/drawable.ts';
import { mosaicFigure, spreadApart } from '../../../shared/figure/mosaic-figure.ts';
import { luminance, paletteOf } from '../../../shared/figure/palette.ts';
import type { SceneNode } from '../../../shared/figure/scene.ts';
import { associationOf, marginsOf } from '../../../shared/statistics/contingency-table.ts';
import { isUndefined, undefinedFor } from '../../../shared/statistics/undefined.ts';

const COUNTS = [
  [40, 5, 0],
  [10, 30, 0],
  [0, 15, 0],
];
const line = (key: string) => ({ key, label: `Ligne ${key}`, path: [], color: null });

function crossed(): Crosstab {
  const filled = associationOf(COUNTS.map((row) => row.slice(0, 2)));
  if (isUndefined(filled)) throw new Error(filled.because);
  const none = undefinedFor('empty');
  return {
    unit: 'cases',
    rowTitle: 'Dimensions',
    columnTitle: 'Type',
    rows: ['a', 'b', 'c'].map(line),
    columns: ['x', 'y', 'z'].map(line),
    counts: COUNTS,
    units: 100,
    totals: marginsOf(COUNTS),
    expected: filled.expected.map((row) => [...row, null]),
    residuals: filled.adjusted.map((row) => [...row, null]),
    chiSquare: none,
    yates: null,
    fisher: none,
    cramerV: none,
    oddsRatio: null as never,
    presence: null,
    warnings: [],
  };
}

const drawn = (theme: 'light' | 'dark' = 'light') =>
  mosaicFigure(crossed(), {
    palette: paletteOf(theme),
    language: 'fr',
    title: 'Dimensions × Type',
    width: 860,
    value: (row, column) => String(COUNTS[row]?.[column]),
    residual: (value) => value.toFixed(1),
    cellTitle: (row, column) => `${row} × ${column}`,
    labels: { legend: 'Par rapport à l’attendu', steps: ['−−', '−', '=', '+', '++'], note: 'Résidus ajustés.' },
  });

const keyed = (nodes: readonly SceneNode[]): Map<string, SceneNode> => new Map(nodes.flatMap((node) => (node.key ? [[node.key, node]] : [])));
const boxOf = (tile: SceneNode | undefined) => tile?.children[0]?.attrs ?? {};

describe('a mosaic', () => {
  it('has tiles whose areas are the counts', () => {
    const tiles = keyed(drawn().children);
    const area = (row: string, column: string): number => {
      const { width, height } = boxOf(tiles.get(crosstabKey(row, column)));
      return Number(width) * Number(height);
    };
    const unit = area('a', 'x') / 40;
    for (const [row, column, count] of [
      ['a', 'y', 5],
      ['b', 'x', 10],
      ['b', 'y', 30],
      ['c', 'y', 15],
    ] as const)
      expect(area(row, column) / unit).toBeCloseTo(count, 1);
    expect(Number(boxOf(tiles.get(crosstabKey('c', 'x'))).height)).toBeLessThan(2);
    // a column without anything has no width
    expect(tiles.has(crosstabKey('a', 'z'))).toBe(false);
  });

  it.each(['light', 'dark'] as const)('tells more from less without colour (%s)', (theme) => {
    const tiles = keyed(drawn(theme).children);
    const [more, less] = [boxOf(tiles.get(crosstabKey('a', 'x'))), boxOf(tiles.get(crosstabKey('a', 'y')))];
    expect(more['stroke-dasharray']).toBeUndefined();
    expect(less['stroke-dasharray']).toBeDefined();
    expect(Math.abs(luminance(String(more.fill)) - luminance(paletteOf(theme).paper))).toBeGreaterThan(0.1);
  });

  it('can be drawn by every format', () => {
    expect(isDrawable(drawn())).toBe(true);
  });
});

it('names are moved apart as little as it takes, and stay between the ends', () => {
  expect(spreadApart([10, 12, 60], 15, { from: 0, to: 100 })).toEqual([10, 25, 60]);
  expect(spreadApart([98, 99], 15, { from: 0, to: 100 })).toEqual([77.5, 92.5]);
});
