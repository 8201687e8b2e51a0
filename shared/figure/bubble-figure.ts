// Bubble matrix: where the corpus is dense and where it is silent, at a glance; the area of a disc is its number of passages.
import { scaleSqrt } from 'd3';
import { comparableCases } from '../domain/compare-cases.ts';
import type { MatrixCell, MatrixTable } from '../domain/matrix.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { caseColors, crossingName } from './cell-words.ts';
import type { FigureLabels } from './figure-labels.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { textWidth } from './measure-text.ts';
import { inkOn, paletteOf } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

export interface TableFigure {
  readonly table: MatrixTable;
  readonly labels: FigureLabels;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const LARGEST_RADIUS = 26;
const ROW_HEIGHT = 2 * LARGEST_RADIUS + 8;
const NUMBER_SIZE = 11.5;

function circle(cx: number, cy: number, r: number, fill: string): SceneNode {
  return node('circle', { cx, cy, r: Math.round(r * 100) / 100, fill });
}

/** The number stands in its disc where it fits, to the right of it where it does not. */
function bubble(cell: MatrixCell, place: Rect, r: number, fill: string, palette: Palette): SceneNode[] {
  const cx = place.x + place.width / 2;
  const cy = place.y + place.height / 2;
  const count = String(cell.passages);
  const fits = textWidth(count, NUMBER_SIZE) + 4 <= 2 * r * 0.9;
  const style = fits ? { size: NUMBER_SIZE, fill: inkOn(fill), anchor: 'middle' as const } : { size: NUMBER_SIZE, fill: palette.ink };
  return [
    rect(place, { fill: 'none', 'pointer-events': 'all' }),
    circle(cx, cy, r, fill),
    ...textLines([count], fits ? cx : cx + r + 3, cy + NUMBER_SIZE * 0.36, style, NUMBER_SIZE),
  ];
}

/** Three discs to compare with: the largest number, about half of it, and one. */
function legendOf(largest: number, radius: (passages: number) => number, labels: FigureLabels, palette: Palette, fill: string) {
  const samples = [...new Set([largest, Math.round(largest / 2), 1])].filter((count) => count > 0);
  return (width: number) => {
    const boxes = samples.map((count) => ({ width: 2 * radius(count) + 6 + textWidth(labels.passages(count), 11), height: 2 * LARGEST_RADIUS }));
    const { places, height } = flow(boxes, width, 18);
    const nodes = (x: number, y: number): SceneNode[] =>
      samples.flatMap((count, index) => {
        const place = places[index];
        if (!place) return [];
        const r = radius(count);
        const cy = y + place.y + LARGEST_RADIUS;
        return [
          circle(x + place.x + r, cy, r, fill),
          ...textLines([labels.passages(count)], x + place.x + 2 * r + 6, cy + 4, { size: 11, fill: palette.ink2 }, 15),
        ];
      });
    return { height: samples.length === 0 ? 0 : height, nodes };
  };
}

/** A disc takes its case's colour where cases stand among the columns. */
export function bubbleFigure({ table, labels, theme, language }: TableFigure): Scene {
  const palette = paletteOf(theme);
  const largest = Math.max(0, ...table.cells.flat().map((cell) => cell.passages));
  const scale = scaleSqrt([0, Math.max(1, largest)], [0, LARGEST_RADIUS]);
  const radius = (passages: number): number => Math.max(2, scale(passages));
  const colors = caseColors(comparableCases(table), palette);
  const legend = legendOf(largest, radius, labels, palette, colors.size > 0 ? palette.ink3 : palette.bubble);
  const frame = matrixFrame(
    {
      title: table.title,
      rowAxis: table.rowAxes.join(' × '),
      columnAxis: table.columnAxes.join(' × '),
      rows: table.rows,
      columns: table.columns,
      language,
      palette,
    },
    { narrowest: 76, widest: 130, rowHeight: () => ROW_HEIGHT, legend, note: labels.bubbleLegend },
  );
  const marks = table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      const place = frame.cellAt(r, c);
      if (!cell || cell.passages === 0) {
        return textLines(
          [labels.nothing],
          place.x + place.width / 2,
          place.y + place.height / 2 + 4,
          { size: NUMBER_SIZE, fill: palette.ink3, anchor: 'middle' },
          14,
        );
      }
      const fill = column.entities.map((entity) => colors.get(entity.key)).find((color) => color !== undefined) ?? palette.bubble;
      return [
        mark(
          cell.key,
          typeset(`${crossingName(row, column)} — ${labels.passages(cell.passages)}`, language),
          bubble(cell, place, radius(cell.passages), fill, palette),
        ),
      ];
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(table.title, language), [...frame.nodes, ...marks]);
}
