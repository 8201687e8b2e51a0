// Heat map: the numbers as shades of one hue, light to dark, or as lines that stand closer, so that a grey print keeps their order.
import { scaleLinear } from 'd3';
import { typeset } from '../domain/typography.ts';
import { crossingName } from './cell-words.ts';
import type { TableFigure } from './figure-setting.ts';
import { hatch } from './hatch.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { textWidth } from './measure-text.ts';
import { inkOn, sequential } from './palette.ts';
import type { Palette } from './palette.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

const ROW_HEIGHT = 34;
const VALUE_SIZE = 12;
const SWATCH = { width: 40, height: 20 };

/** Whole numbers from one to the largest, about five of them. */
function steps(largest: number): number[] {
  const ticks = scaleLinear([0, largest], [0, 1]).ticks(5);
  return [...new Set([1, ...ticks.filter((tick) => Number.isInteger(tick) && tick > 1 && tick < largest), largest])].filter((step) => step >= 1);
}

/** A shaded box with words in its middle; on lines the words get paper of their own. */
export function shadedBox(place: Rect, share: number, words: readonly string[], palette: Palette, lineHeight = 14): SceneNode[] {
  const fill = palette.isHatched ? palette.paper : sequential(palette)(share);
  const cx = place.x + place.width / 2;
  const first = place.y + place.height / 2 - ((words.length - 1) * lineHeight) / 2 + VALUE_SIZE * 0.36;
  const grounds = words.map((each, index) => {
    const width = textWidth(each, VALUE_SIZE) + 4;
    return rect({ x: cx - width / 2, y: first + index * lineHeight - VALUE_SIZE, width, height: VALUE_SIZE * 1.3 }, { fill });
  });
  return [
    rect(place, palette.isHatched ? { fill, stroke: palette.lineStrong, 'stroke-width': 0.6 } : { fill }),
    ...(palette.isHatched ? [hatch(place, share, palette.ink), ...grounds] : []),
    ...textLines(words, cx, first, { size: VALUE_SIZE, fill: inkOn(fill), anchor: 'middle' }, lineHeight),
  ];
}

const shareOf = (passages: number, largest: number): number => (largest <= 1 ? 1 : (passages - 1) / (largest - 1));

function legendOf(largest: number, { labels, palette, showsLegend }: TableFigure) {
  const values = largest === 0 || !showsLegend ? [] : steps(largest);
  return (width: number) => {
    const title = { width: textWidth(labels.heatLegend, 11.5) + 6, height: SWATCH.height };
    const boxes = values.map((value) => ({ ...SWATCH, width: Math.max(SWATCH.width, textWidth(labels.number(value), VALUE_SIZE) + 10) }));
    const { places, height } = flow([title, ...boxes], width, 2);
    const nodes = (x: number, y: number): SceneNode[] => [
      ...textLines([labels.heatLegend], x, y + SWATCH.height / 2 + 4, { size: 11.5, fill: palette.ink2 }, 15),
      ...values.flatMap((value, index) => {
        const place = places[index + 1];
        return place ? shadedBox({ ...place, x: x + place.x, y: y + place.y }, shareOf(value, largest), [labels.number(value)], palette) : [];
      }),
    ];
    return values.length === 0 ? { height: 0, nodes: () => [] } : { height, nodes };
  };
}

export function heatFigure(figure: TableFigure): Scene {
  const { table, labels, palette, language, title, width, showsLabels } = figure;
  const largest = Math.max(0, ...table.cells.flat().map((cell) => cell.passages));
  const { rowAxes, columnAxes, rows, columns } = table;
  const frame = matrixFrame(
    { title, rowAxis: rowAxes.join(' × '), columnAxis: columnAxes.join(' × '), rows, columns, language, palette, width },
    {
      narrowest: 58,
      widest: 130,
      narrowestTurned: Math.max(24, textWidth(labels.number(largest), VALUE_SIZE) + 8),
      rowHeight: () => ROW_HEIGHT,
      legend: legendOf(largest, figure),
      note: labels.heatNote,
    },
  );
  const marks = rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      const place = frame.cellAt(r, c);
      const centre = { x: place.x + place.width / 2, y: place.y + place.height / 2 + VALUE_SIZE * 0.36 };
      if (!cell || cell.passages === 0)
        return textLines([labels.nothing], centre.x, centre.y, { size: VALUE_SIZE, fill: palette.ink3, anchor: 'middle' }, 14);
      const box = { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 };
      return [
        mark(
          cell.key,
          typeset(`${crossingName(row, column)} — ${labels.passages(cell.passages)}`, language),
          shadedBox(box, shareOf(cell.passages, largest), showsLabels ? [labels.number(cell.passages)] : [], palette),
          {},
          [{ cell: cell.key }],
        ),
      ];
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(title, language), [...frame.nodes, ...marks]);
}
