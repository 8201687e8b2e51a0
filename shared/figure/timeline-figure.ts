// Sources on the calendar, one line per case; below them the codings of each week.
import { max, scaleLinear, scaleSqrt, scaleUtc, utcFormat } from 'd3';
import type { OverviewSource } from '../domain/coverage.ts';
import { textWidth, wrapClipped } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { line, mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface TimelineFigure {
  /** Sources with a date. */
  readonly sources: readonly OverviewSource[];
  /** One line each, in order; sources of no case stand on the last one. */
  readonly cases: readonly string[];
  readonly weeks: readonly { readonly week: string; readonly codings: number }[];
  readonly theme: FigureTheme;
  readonly title: string;
  readonly labels: {
    readonly noCase: string;
    readonly codings: string;
    readonly says: (source: OverviewSource) => string;
    readonly saysWeek: (week: string, codings: number) => string;
    readonly number: (value: number) => string;
    /** A tick of the calendar. */
    readonly month: (date: Date) => string;
  };
}

const WIDTH = 620;
const RIGHT = 44;
const ROW = 44;
const SIZE = 11;
const TOP = 12;
const MOST_LINES = 3;
const BARS = 70;
const RADIUS = { least: 4, most: 13 };
const DAY_MS = 86_400_000;

const dayOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

export function timelineFigure({ sources, cases, weeks, theme, title, labels }: TimelineFigure): Scene {
  const palette = paletteOf(theme);
  const rows = [...cases, ...(sources.some(({ caseNames }) => caseNames.length === 0) ? [labels.noCase] : [])];
  const left = Math.min(200, Math.max(70, ...rows.map((name) => textWidth(name, SIZE) + 14)));
  const days = sources.flatMap(({ date }) => (date === null ? [] : [dayOf(date)]));
  const first = new Date(Math.min(...days.map(Number)) - 15 * DAY_MS);
  const last = new Date(Math.max(...days.map(Number)) + 15 * DAY_MS);
  const x = scaleUtc([first, last], [left, left + WIDTH]);
  const radius = scaleSqrt([0, max(sources, ({ words }) => words) ?? 1], [RADIUS.least, RADIUS.most]);
  const height = TOP + rows.length * ROW;
  const nodes: SceneNode[] = rows.flatMap((name, at) => {
    const y = TOP + at * ROW + ROW / 2;
    const lines = wrapClipped(name, left - 14, SIZE, MOST_LINES);
    return [
      line(left, y, left + WIDTH, y, palette.line),
      ...textLines(lines, left - 10, y + 4 - (lines.length - 1) * 7, { size: SIZE, fill: palette.ink2, anchor: 'end' }, 14),
    ];
  });
  nodes.push(...axisNodes(x, height, labels.month, palette));
  for (const [at, name] of rows.entries()) {
    const own = sources.filter(({ caseNames }) => (caseNames.length === 0 ? name === labels.noCase : caseNames.includes(name)));
    for (const source of own) {
      if (source.date === null) continue;
      const fill = palette.cases[at % palette.cases.length] ?? palette.bubble;
      const place = { cx: x(dayOf(source.date)).toFixed(1), cy: TOP + at * ROW + ROW / 2, r: radius(source.words).toFixed(1) };
      const share = source.turns === 0 ? 0 : source.codedTurns / source.turns;
      // how much of it is coded fills the ring
      const dot = node('circle', {
        ...place,
        fill,
        'fill-opacity': (0.12 + 0.78 * Math.min(1, share)).toFixed(2),
        stroke: fill,
        'stroke-width': 1.4,
      });
      nodes.push(mark(`${source.id} ${name}`, labels.says(source), [dot]));
    }
  }
  const bars = weekNodes(weeks, left, height + 52, labels, palette.bubble, palette.ink2, palette.lineStrong);
  return sceneOf(left + WIDTH + RIGHT, height + 52 + bars.height, palette.paper, title, [...nodes, ...bars.nodes]);
}

type Calendar = ReturnType<typeof scaleUtc<number, number>>;

function axisNodes(x: Calendar, y: number, month: (date: Date) => string, { ink2, lineStrong }: { ink2: string; lineStrong: string }): SceneNode[] {
  const [from = 0, to = 0] = x.range();
  return [
    line(from, y, to, y, lineStrong),
    ...x
      .ticks(7)
      .flatMap((tick) => [
        line(x(tick), y, x(tick), y + 5, lineStrong),
        ...textLines([month(tick)], x(tick), y + 18, { size: SIZE, fill: ink2, anchor: 'middle' }, 14),
      ]),
  ];
}

/** Weeks of work stand on a calendar of their own: coding comes long after the field. */
function weekNodes(
  weeks: TimelineFigure['weeks'],
  left: number,
  top: number,
  labels: TimelineFigure['labels'],
  fill: string,
  ink: string,
  edge: string,
): { readonly nodes: SceneNode[]; readonly height: number } {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return { nodes: [], height: 0 };
  const x = scaleUtc([dayOf(first.week), new Date(Number(dayOf(last.week)) + 7 * DAY_MS)], [left, left + WIDTH]);
  const most = max(weeks, ({ codings }) => codings) ?? 1;
  const y = scaleLinear([0, most], [top + BARS, top + 8]);
  const width = Math.max(2, Math.min(26, x(7 * DAY_MS) - x(0) - 2));
  const day = utcFormat('%Y-%m-%d');
  return {
    height: BARS + 26,
    nodes: [
      ...textLines([labels.codings], left, top - 4, { size: SIZE, fill: ink, italic: true }, 14),
      ...textLines([labels.number(most)], left - 10, top + 14, { size: SIZE, fill: ink, anchor: 'end' }, 14),
      ...weeks.map(({ week, codings }) => {
        const bar = rect({ x: x(dayOf(week)), y: y(codings), width, height: top + BARS - y(codings) }, { fill });
        return mark(week, labels.saysWeek(day(dayOf(week)), codings), [bar]);
      }),
      ...axisNodes(x, top + BARS, labels.month, { ink2: ink, lineStrong: edge }),
    ],
  };
}
