// Counts of rows by columns as shades of one hue, each a mark: what is where, and where nothing is.
import { clipped, textWidth } from './measure-text.ts';
import { inkOn, paletteOf, sequential } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { line, mark, rect, sceneOf, textLines, uprightLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface HeatLine {
  readonly id: string;
  readonly name: string;
  /** Of a category; none for others. */
  readonly color?: string;
}

export interface CountHeatFigure {
  readonly rows: readonly HeatLine[];
  readonly columns: readonly HeatLine[];
  /** By row, then column. */
  readonly counts: readonly (readonly number[])[];
  readonly theme: FigureTheme;
  readonly title: string;
  readonly says: (row: HeatLine, column: HeatLine, count: number) => string;
  readonly number: (count: number) => string;
}

/** Marks are named `row column`. */
export function heatKey(rowId: string, columnId: string): string {
  return `${rowId} ${columnId}`;
}

const CELL = { least: 30, most: 44, room: 900, height: 26 };
const SIZE = 11;
const NAMES = { least: 90, most: 290 };
const HEAD = { least: 30, most: 150 };

export function countHeatFigure({ rows, columns, counts, theme, title, says, number }: CountHeatFigure): Scene {
  const palette = paletteOf(theme);
  const shade = sequential(palette);
  const most = Math.max(1, ...counts.flat());
  const left = Math.min(NAMES.most, Math.max(NAMES.least, ...rows.map(({ name }) => textWidth(name, SIZE) + 24)));
  const top = Math.min(HEAD.most, Math.max(HEAD.least, ...columns.map(({ name }) => textWidth(name, SIZE) + 22)));
  const cell = Math.max(CELL.least, Math.min(CELL.most, Math.floor(CELL.room / Math.max(1, columns.length))));
  const nodes: SceneNode[] = [
    ...columns.flatMap(({ name }, c) =>
      uprightLines([clipped(name, top - 14, SIZE)], left + c * cell + cell / 2 + 4, top - 6, { size: SIZE, fill: palette.ink2 }, 13),
    ),
    ...rows.flatMap(({ name, color }, r) => {
      const y = top + r * CELL.height;
      return [
        line(0, y, left + columns.length * cell, y, palette.line),
        ...(color === undefined ? [] : [rect({ x: 2, y: y + CELL.height / 2 - 5, width: 10, height: 10 }, { fill: color, rx: 2 })]),
        ...textLines([clipped(name, left - 24, SIZE)], 18, y + CELL.height / 2 + 4, { size: SIZE, fill: palette.ink }, 13),
      ];
    }),
    ...rows.flatMap((row, r) =>
      columns.map((column, c) => {
        const count = counts[r]?.[c] ?? 0;
        const place = { x: left + c * cell + 1, y: top + r * CELL.height + 1, width: cell - 2, height: CELL.height - 2 };
        const fill = count === 0 ? palette.paper : shade((count - 1) / Math.max(1, most - 1));
        const words = textLines(
          [count === 0 ? '·' : number(count)],
          place.x + place.width / 2,
          place.y + place.height / 2 + 4,
          { size: SIZE, fill: count === 0 ? palette.ink3 : inkOn(fill), anchor: 'middle' },
          13,
        );
        const box = [rect(place, { fill }), ...words];
        return count === 0 ? { tag: 'g', attrs: {}, children: box } : mark(heatKey(row.id, column.id), says(row, column, count), box);
      }),
    ),
  ];
  return sceneOf(left + columns.length * cell + 8, top + rows.length * CELL.height + 8, palette.paper, title, nodes);
}
