// Heat map: the same numbers as shades of one hue, light to dark, so that a grey print keeps their order.
import { scaleLinear } from 'd3';
import { typeset } from '../domain/typography.ts';
import type { TableFigure } from './bubble-figure.ts';
import { crossingName } from './cell-words.ts';
import type { FigureLabels } from './figure-labels.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { textWidth } from './measure-text.ts';
import { inkOn, paletteOf, sequential } from './palette.ts';
import type { Palette } from './palette.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

const ROW_HEIGHT = 40;
const VALUE_SIZE = 12;
const SWATCH = { width: 44, height: 20 };

/** Whole numbers from one to the largest, about five of them. */
function steps(largest: number): number[] {
  const ticks = scaleLinear([0, largest], [0, 1]).ticks(5);
  return [...new Set([1, ...ticks.filter((tick) => Number.isInteger(tick) && tick > 1 && tick < largest), largest])].filter((step) => step >= 1);
}

function legendOf(largest: number, shade: (passages: number) => string, labels: FigureLabels, palette: Palette) {
  const values = largest === 0 ? [] : steps(largest);
  return (width: number) => {
    const title = { width: textWidth(labels.heatLegend, 11.5) + 4, height: SWATCH.height };
    const { places, height } = flow([title, ...values.map(() => SWATCH)], width, 2);
    const nodes = (x: number, y: number): SceneNode[] => [
      ...textLines([labels.heatLegend], x, y + SWATCH.height / 2 + 4, { size: 11.5, fill: palette.ink2 }, 15),
      ...values.flatMap((value, index) => {
        const place = places[index + 1];
        if (!place) return [];
        const fill = shade(value);
        return [
          rect({ ...place, x: x + place.x, y: y + place.y }, { fill }),
          ...textLines(
            [String(value)],
            x + place.x + place.width / 2,
            y + place.y + SWATCH.height / 2 + 4,
            { size: 11, fill: inkOn(fill), anchor: 'middle' },
            15,
          ),
        ];
      }),
    ];
    return values.length === 0 ? { height: 0, nodes: () => [] } : { height, nodes };
  };
}

export function heatFigure({ table, labels, theme, language }: TableFigure): Scene {
  const palette = paletteOf(theme);
  const largest = Math.max(0, ...table.cells.flat().map((cell) => cell.passages));
  const color = sequential(palette);
  const shade = (passages: number): string => color(largest <= 1 ? 1 : (passages - 1) / (largest - 1));
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
    { narrowest: 76, widest: 130, rowHeight: () => ROW_HEIGHT, legend: legendOf(largest, shade, labels, palette), note: '' },
  );
  const marks = table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      const place = frame.cellAt(r, c);
      const centre = { x: place.x + place.width / 2, y: place.y + place.height / 2 + VALUE_SIZE * 0.36 };
      if (!cell || cell.passages === 0)
        return textLines([labels.nothing], centre.x, centre.y, { size: VALUE_SIZE, fill: palette.ink3, anchor: 'middle' }, 14);
      const fill = shade(cell.passages);
      return [
        mark(cell.key, typeset(`${crossingName(row, column)} — ${labels.passages(cell.passages)}`, language), [
          rect({ x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 }, { fill }),
          ...textLines([String(cell.passages)], centre.x, centre.y, { size: VALUE_SIZE, fill: inkOn(fill), anchor: 'middle' }, 14),
        ]),
      ];
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(table.title, language), [...frame.nodes, ...marks]);
}
