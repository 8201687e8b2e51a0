// Agreement over rounds: a point per round with its interval, joined in the order of measuring. Readable in grey.
import { scaleLinear } from 'd3';
import type { DrawnInterval } from '../statistics/agreement-bootstrap.ts';
import { isUndefined } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { textWidth } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { line, mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface RoundMark {
  readonly key: string;
  readonly label: string;
  readonly value: number | Undefined;
  readonly interval: DrawnInterval | Undefined;
  /** Read aloud. */
  readonly says: string;
}

const LEFT = 46;
const RIGHT = 24;
const TOP = 16;
const PLOT = 200;
const STEP = { least: 90, most: 150 };
const WIDTH = 560;
const SIZE = 12;
const LINE = 15;
const DOT = 4;
const WHISKER = 5;

/** Labels are cut where they would touch. */
function fitted(label: string, width: number): string {
  if (textWidth(label, SIZE) <= width) return label;
  let cut = label;
  while (cut.length > 1 && textWidth(`${cut}…`, SIZE) > width) cut = cut.slice(0, -1);
  return `${cut.toWellFormed()}…`;
}

/** @param number as figures are written in the language */
export function roundsFigure(
  marks: readonly RoundMark[],
  { title, none, number, theme }: { title: string; none: string; number: (value: number) => string; theme: FigureTheme },
): Scene {
  const palette = paletteOf(theme);
  const step = Math.max(STEP.least, Math.min(STEP.most, (WIDTH - LEFT - RIGHT) / Math.max(1, marks.length)));
  const width = LEFT + RIGHT + step * marks.length;
  const lows = marks.flatMap(({ value, interval }) => [isUndefined(value) ? 0 : value, isUndefined(interval) ? 0 : interval.low]);
  const low = Math.max(-1, Math.floor(Math.min(0, ...lows) * 10) / 10);
  const y = scaleLinear()
    .domain([low, 1])
    .range([TOP + PLOT, TOP]);
  const grid = y
    .ticks(5)
    .flatMap((tick): SceneNode[] => [
      line(LEFT, y(tick), width - RIGHT, y(tick), palette.line),
      ...textLines([number(tick)], LEFT - 8, y(tick) + 4, { size: SIZE, fill: palette.ink2, anchor: 'end' }, LINE),
    ]);
  const at = (index: number): number => LEFT + (index + 0.5) * step;
  const known = marks.flatMap(({ value }, index) => (isUndefined(value) ? [] : [{ x: at(index), y: y(value) }]));
  const curve = known
    .slice(1)
    .map((point, index) => line(known[index]?.x ?? 0, known[index]?.y ?? 0, point.x, point.y, palette.ink2, { 'stroke-width': 1.4 }));
  const points = marks.map(({ key, label, value, interval, says }, index): SceneNode => {
    const x = at(index);
    const said = isUndefined(value) ? none : number(value);
    const whiskers = isUndefined(interval)
      ? []
      : [
          line(x, y(interval.low), x, y(interval.high), palette.ink2, { 'stroke-width': 1.6 }),
          ...[interval.low, interval.high].map((end) => line(x - WHISKER, y(end), x + WHISKER, y(end), palette.ink2, { 'stroke-width': 1.6 })),
        ];
    return mark(key, says, [
      rect({ x: x - step / 2, y: TOP, width: step, height: PLOT + 2 * LINE + 12 }, { fill: 'none', 'pointer-events': 'all' }),
      ...whiskers,
      ...(isUndefined(value) ? [] : [node('circle', { cx: x, cy: y(value), r: DOT, fill: palette.bubble, stroke: palette.paper })]),
      ...textLines([fitted(label, step - 8), said], x, TOP + PLOT + LINE + 4, { size: SIZE, fill: palette.ink, anchor: 'middle' }, LINE),
    ]);
  });
  return sceneOf(width, TOP + PLOT + 2 * LINE + 18, palette.paper, title, [...grid, ...curve, ...points]);
}
