// Bubble matrix: where the corpus is dense and where it is silent, at a glance; the area of a disc is its number of passages.
import { scaleSqrt } from 'd3';
import { comparableCases } from '../domain/compare-cases.ts';
import type { MatrixCell } from '../domain/matrix.ts';
import { typeset } from '../domain/typography.ts';
import { caseColors, crossingName } from './cell-words.ts';
import type { FigureLabels } from './figure-labels.ts';
import type { TableFigure } from './figure-setting.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { textWidth } from './measure-text.ts';
import { inkOn } from './palette.ts';
import type { Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

const LARGEST_RADIUS = 24;
const LEAST_RADIUS = 2.5;
const NUMBER_SIZE = 11.5;

/** A disc of paper with a rim where there is nothing but black and white. */
function circle(cx: number, cy: number, r: number, fill: string, palette: Palette): SceneNode {
  const place = { cx, cy, r: Math.round(r * 100) / 100 };
  return node('circle', palette.isHatched ? { ...place, fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 } : { ...place, fill });
}

/** The number stands in its disc where it fits, to the right of it where it does not. */
function bubble(cell: MatrixCell, place: Rect, r: number, fill: string, { palette, labels, showsLabels }: TableFigure): SceneNode[] {
  const cx = place.x + place.width / 2;
  const cy = place.y + place.height / 2;
  const count = labels.number(cell.passages);
  const isInside = textWidth(count, NUMBER_SIZE) + 4 <= 2 * r * 0.9;
  const ground = palette.isHatched ? palette.paper : fill;
  const style = isInside ? { size: NUMBER_SIZE, fill: inkOn(ground), anchor: 'middle' as const } : { size: NUMBER_SIZE, fill: palette.ink };
  return [
    rect(place, { fill: 'none', 'pointer-events': 'all' }),
    circle(cx, cy, r, fill, palette),
    ...(showsLabels ? textLines([count], isInside ? cx : cx + r + 3, cy + NUMBER_SIZE * 0.36, style, NUMBER_SIZE) : []),
  ];
}

/** Three discs to compare with: the largest number, about half of it, and one. */
function legendOf(largest: number, radius: (passages: number) => number, labels: FigureLabels, palette: Palette, fill: string) {
  const samples = [...new Set([largest, Math.round(largest / 2), 1])].filter((count) => count > 0);
  return (width: number) => {
    const boxes = samples.map((count) => ({ width: 2 * radius(count) + 6 + textWidth(labels.passages(count), 11), height: 2 * radius(largest) }));
    const { places, height } = flow(boxes, width, 18);
    const nodes = (x: number, y: number): SceneNode[] =>
      samples.flatMap((count, index) => {
        const place = places[index];
        if (!place) return [];
        const r = radius(count);
        const cy = y + place.y + place.height / 2;
        return [
          circle(x + place.x + r, cy, r, fill, palette),
          ...textLines([labels.passages(count)], x + place.x + 2 * r + 6, cy + 4, { size: 11, fill: palette.ink2 }, 15),
        ];
      });
    return { height: samples.length === 0 ? 0 : height, nodes };
  };
}

/** A disc takes its case's colour where cases stand among the columns; their names stand there too. */
export function bubbleFigure(figure: TableFigure): Scene {
  const { table, labels, palette, language, title, width, showsLegend } = figure;
  const { rowAxes, columnAxes, rows, columns } = table;
  const largest = Math.max(0, ...table.cells.flat().map((cell) => cell.passages));
  const scale = scaleSqrt([0, Math.max(1, largest)], [0, LARGEST_RADIUS]);
  const radius = (passages: number): number => Math.max(LEAST_RADIUS, scale(passages));
  const colors = caseColors(comparableCases(table), palette);
  const legend = legendOf(largest, radius, labels, palette, colors.size > 0 ? palette.ink3 : palette.bubble);
  const beside = 2 * (textWidth(labels.number(largest), NUMBER_SIZE) + 4);
  const frame = matrixFrame(
    { title, rowAxis: rowAxes.join(' × '), columnAxis: columnAxes.join(' × '), rows, columns, language, palette, width },
    {
      narrowest: 66,
      widest: 130,
      narrowestTurned: 2 * LARGEST_RADIUS + Math.min(8, beside),
      rowHeight: () => 2 * LARGEST_RADIUS + 6,
      legend: showsLegend ? legend : () => ({ height: 0, nodes: () => [] }),
      note: labels.bubbleLegend,
    },
  );
  const marks = rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      const place = frame.cellAt(r, c);
      if (!cell || cell.passages === 0) {
        const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 + 4 };
        return textLines([labels.nothing], middle.x, middle.y, { size: NUMBER_SIZE, fill: palette.ink3, anchor: 'middle' }, 14);
      }
      const fill = column.entities.map((entity) => colors.get(entity.key)).find((color) => color !== undefined) ?? palette.bubble;
      const words = typeset(`${crossingName(row, column)} — ${labels.passages(cell.passages)}`, language);
      return [mark(cell.key, words, bubble(cell, place, radius(cell.passages), fill, figure), {}, [{ cell: cell.key }])];
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(title, language), [...frame.nodes, ...marks]);
}
