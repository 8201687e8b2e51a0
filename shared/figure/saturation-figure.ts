// Saturation: how many categories each interview adds, as bars, and how many there are by then, as a curve. Readable in grey.
import { max, scaleLinear } from 'd3';
import { paletteOf } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { textWidth } from './measure-text.ts';
import { line, mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface SaturationMark {
  /** `E12` */
  readonly code: string;
  readonly added: number;
  readonly cumulative: number;
  /** Given where the bar leads to the passages that it counts: its name among the marks, and what it says. */
  readonly key?: string;
  readonly says?: string;
  /** Mean over all orders of the interviews, and the standard deviation around it. */
  readonly expected?: { readonly mean: number; readonly deviation: number };
}

export interface SaturationFigure {
  readonly marks: readonly SaturationMark[];
  /** Said to those who cannot see it. */
  readonly title: string;
  readonly labels: {
    readonly interviews: string;
    readonly categories: string;
    readonly added: string;
    readonly cumulative: string;
    readonly expected?: string;
  };
  readonly theme: FigureTheme;
}

const LEFT = 46;
const RIGHT = 20;
const TOP = 52;
const PLOT = 240;
const STEP = { least: 20, most: 60 };
const WIDTH = 620;
const SIZE = 11;
const LINE = 14;
const DOT = 3.2;
const DASHED = { 'stroke-width': 1.4, 'stroke-dasharray': '5 3' } as const;

/** Labels that would touch are turned. */
function codeNodes(
  marks: readonly SaturationMark[],
  step: number,
  base: number,
  { ink2 }: Palette,
): { readonly nodes: SceneNode[]; readonly height: number } {
  const widest = max(marks, ({ code }) => textWidth(code, SIZE)) ?? 0;
  const isTurned = widest > step - 4;
  const nodes = marks.flatMap(({ code }, at) => {
    const x = LEFT + (at + 0.5) * step;
    const y = base + LINE;
    if (!isTurned) return textLines([code], x, y, { size: SIZE, fill: ink2, anchor: 'middle' }, LINE);
    const place = { x: x + 3, y: y - 2, 'font-size': SIZE, fill: ink2, 'text-anchor': 'end', transform: `rotate(-55 ${x + 3} ${y - 2})` };
    return [{ tag: 'text', attrs: place, children: [], text: code }];
  });
  return { nodes, height: isTurned ? Math.sin((55 * Math.PI) / 180) * widest + LINE : LINE };
}

function legendNodes({ added, cumulative, expected }: SaturationFigure['labels'], { ink, ink2, bubble, band }: Palette): SceneNode[] {
  const second = LEFT + 20 + textWidth(added, SIZE) + 30;
  return [
    rect({ x: LEFT, y: 10, width: 12, height: 10 }, { fill: bubble }),
    ...textLines([added], LEFT + 18, 19, { size: SIZE, fill: ink }, LINE),
    line(second, 15, second + 20, 15, ink, { 'stroke-width': 1.6 }),
    node('circle', { cx: second + 10, cy: 15, r: DOT, fill: ink }),
    ...textLines([cumulative], second + 26, 19, { size: SIZE, fill: ink }, LINE),
    ...(expected === undefined ? [] : expectedLegend(expected, second + 26 + textWidth(cumulative, SIZE) + 30, { ink, ink2, band })),
  ];
}

function expectedLegend(words: string, x: number, { ink, ink2, band }: Pick<Palette, 'ink' | 'ink2' | 'band'>): SceneNode[] {
  return [
    rect({ x, y: 9, width: 20, height: 12 }, { fill: band, stroke: ink2, 'stroke-width': 0.5 }),
    line(x, 15, x + 20, 15, ink2, DASHED),
    ...textLines([words], x + 26, 19, { size: SIZE, fill: ink }, LINE),
  ];
}

/** The mean over all orders, dashed, with one standard deviation on either side. */
function expectedNodes(
  marks: readonly SaturationMark[],
  x: (at: number) => number,
  y: (value: number) => number,
  { ink2, band }: Palette,
): SceneNode[] {
  const steps = marks.flatMap(({ expected }, at) => (expected ? [{ ...expected, x: x(at).toFixed(1) }] : []));
  if (steps.length === 0) return [];
  const path = (heights: readonly string[]): string => heights.map((point, at) => `${at === 0 ? 'M' : 'L'}${point}`).join('');
  const above = steps.map((step) => `${step.x} ${y(step.mean + step.deviation).toFixed(1)}`);
  const below = steps.map((step) => `${step.x} ${y(Math.max(0, step.mean - step.deviation)).toFixed(1)}`);
  return [
    node('path', { d: `${path([...above, ...below.reverse()])}Z`, fill: band, stroke: ink2, 'stroke-width': 0.5 }),
    node('path', { d: path(steps.map((step) => `${step.x} ${y(step.mean).toFixed(1)}`)), fill: 'none', stroke: ink2, ...DASHED }),
  ];
}

export function saturationFigure({ marks, title, labels, theme }: SaturationFigure): Scene {
  const palette = paletteOf(theme);
  const step = Math.min(STEP.most, Math.max(STEP.least, (WIDTH - LEFT - RIGHT) / Math.max(1, marks.length)));
  const width = Math.max(LEFT + RIGHT + step * marks.length, labels.expected === undefined ? 420 : 560);
  const most = max(marks, ({ cumulative, expected }) => Math.max(cumulative, (expected?.mean ?? 0) + (expected?.deviation ?? 0))) ?? 0;
  const base = TOP + PLOT;
  const y = scaleLinear()
    .domain([0, Math.max(1, most)])
    .nice(5)
    .range([base, TOP]);
  const ticks = y.ticks(5).filter((tick) => Number.isInteger(tick));
  const middle = (at: number): number => LEFT + (at + 0.5) * step;
  const codes = codeNodes(marks, step, base, palette);
  const curve = marks.map(({ cumulative }, at) => `${at === 0 ? 'M' : 'L'}${middle(at).toFixed(1)} ${y(cumulative).toFixed(1)}`).join('');
  const height = base + codes.height + 2 * LINE + 6;
  return sceneOf(width, height, palette.paper, title, [
    ...legendNodes(labels, palette),
    ...ticks.flatMap((tick) => [
      line(LEFT, y(tick), width - RIGHT, y(tick), tick === 0 ? palette.lineStrong : palette.line),
      ...textLines([String(tick)], LEFT - 6, y(tick) + 4, { size: SIZE, fill: palette.ink2, anchor: 'end' }, LINE),
    ]),
    ...expectedNodes(marks, middle, y, palette),
    ...marks.flatMap(({ added, key, says = '' }, at) => {
      if (added === 0) return [];
      const width = Math.min(26, step * 0.56);
      const bar = rect({ x: middle(at) - width / 2, y: y(added), width, height: base - y(added) }, { fill: palette.bubble });
      return [key === undefined ? bar : mark(key, says, [bar])];
    }),
    node('path', { d: curve, fill: 'none', stroke: palette.ink, 'stroke-width': 1.6 }),
    ...marks.map(({ cumulative }, at) => node('circle', { cx: middle(at), cy: y(cumulative), r: DOT, fill: palette.ink })),
    ...codes.nodes,
    ...textLines([labels.categories], 4, TOP - 12, { size: SIZE, fill: palette.ink2, italic: true }, LINE),
    ...textLines(
      [labels.interviews],
      width / 2,
      base + codes.height + LINE + 8,
      { size: SIZE, fill: palette.ink2, italic: true, anchor: 'middle' },
      LINE,
    ),
  ]);
}
