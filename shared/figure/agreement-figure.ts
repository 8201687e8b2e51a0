// Agreement category by category: a point, and the interval around it, on one scale; what has no value says so in its place.
import { scaleLinear } from 'd3';
import { isUndefined } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { textWidth, wrapText } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { line, mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface AgreementLine {
  readonly key: string;
  readonly label: string;
  readonly value: number | Undefined;
  readonly interval: { readonly low: number; readonly high: number } | Undefined;
  /** Read aloud: « Confiance : 0,71 (0,55 à 0,83) ». */
  readonly says: string;
  /** The figure of all categories together, set apart. */
  readonly isOverall: boolean;
}

export interface AgreementFigureOptions {
  readonly palette: Palette;
  readonly title: string;
  readonly number: (value: number) => string;
  /** What stands where there is no value. */
  readonly none: string;
}

const WIDTH = 860;
const [LINE, SIZE, MARGIN, FOOT, POINT] = [24, 12.5, 16, 34, 4.5];
const LONGEST_LABEL = 300;
/** Of Krippendorff: reliable from the second on, tentative from the first; drawn as lines, never said as a verdict. */
const BENCHMARKS = [0.667, 0.8];

function axis(x: (value: number) => number, low: number, bottom: number, { palette, number }: AgreementFigureOptions): SceneNode[] {
  const ticks = scaleLinear()
    .domain([low, 1])
    .ticks(5)
    .filter((tick) => !BENCHMARKS.some((benchmark) => Math.abs(benchmark - tick) < 0.07));
  const label = (value: number): SceneNode[] =>
    textLines([number(value)], x(value), bottom + 18, { size: 11, fill: palette.ink2, anchor: 'middle' }, LINE);
  return [
    ...ticks.flatMap((tick) => [line(x(tick), MARGIN, x(tick), bottom, tick === 0 ? palette.lineStrong : palette.line), ...label(tick)]),
    ...BENCHMARKS.flatMap((value) => [line(x(value), MARGIN, x(value), bottom, palette.lineStrong, { 'stroke-dasharray': '3 3' }), ...label(value)]),
  ];
}

function shortened(label: string): string {
  const [first = '', ...more] = wrapText(label, LONGEST_LABEL, SIZE);
  return more.length > 0 ? `${first}…` : first;
}

export function agreementFigure(lines: readonly AgreementLine[], options: AgreementFigureOptions): Scene {
  const { palette, title, number, none } = options;
  const names = lines.map(({ label }) => shortened(label));
  const labelWidth = Math.max(60, ...names.map((name) => textWidth(name, SIZE)));
  const figureWidth = Math.max(textWidth(none, SIZE), textWidth(number(-0.888), SIZE));
  const least = Math.min(0, ...lines.flatMap(({ value, interval }) => [isUndefined(value) ? 0 : value, isUndefined(interval) ? 0 : interval.low]));
  const low = Math.max(-1, Math.floor(least * 10) / 10);
  const from = MARGIN + labelWidth + 14;
  const x = scaleLinear()
    .domain([low, 1])
    .range([from, WIDTH - MARGIN - figureWidth - 14]);
  const bottom = MARGIN + lines.length * LINE;
  const rows = lines.map((each, at): SceneNode => {
    const y = MARGIN + at * LINE;
    const middle = y + LINE / 2;
    const { value, interval, isOverall } = each;
    const style = { size: SIZE, fill: palette.ink, bold: isOverall };
    const said = isUndefined(value) ? none : number(value);
    return mark(each.key, each.says, [
      rect({ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: LINE }, { fill: isOverall ? palette.band : 'none', 'pointer-events': 'all' }),
      ...textLines([names[at] ?? ''], MARGIN + labelWidth, middle + 4.5, { ...style, anchor: 'end' }, LINE),
      ...(isUndefined(interval) ? [] : [line(x(interval.low), middle, x(interval.high), middle, palette.ink2, { 'stroke-width': 2 })]),
      ...(isUndefined(value) ? [] : [node('circle', { cx: x(value), cy: middle, r: POINT, fill: palette.bubble, stroke: palette.paper })]),
      ...textLines([said], WIDTH - MARGIN, middle + 4.5, { ...style, fill: isUndefined(value) ? palette.ink3 : palette.ink, anchor: 'end' }, LINE),
    ]);
  });
  return sceneOf(WIDTH, bottom + FOOT, palette.paper, title, [...axis(x, low, bottom, options), ...rows]);
}
