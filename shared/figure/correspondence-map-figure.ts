// The map of a correspondence analysis: rows as discs, columns as squares, supplementary points hollow; both axes on one scale.
import type { CorrespondenceMap, MapPoint } from '../domain/correspondence.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { placeLabels } from './label-places.ts';
import type { LabelledPoint } from './label-places.ts';
import { flow } from './matrix-frame.ts';
import { clipped, textWidth, wrapText } from './measure-text.ts';
import { legibleOn } from './palette.ts';
import type { Palette } from './palette.ts';
import { line, mark, node, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface CorrespondenceFigureOptions {
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  /** Which axes, from 0: across, up. */
  readonly axes: readonly [number, number];
  /** Names shown, those that make most of the two axes first. */
  readonly mostNames: number;
  readonly axisLabel: (axis: number) => string;
  readonly pointTitle: (point: MapPoint) => string;
  /** How many points go without a name for want of room. */
  readonly unnamed: (count: number) => string;
}

export type PointSide = 'row' | 'column' | 'also';

export const pointKey = (side: PointSide, key: string, axis = 0): string => JSON.stringify([side, key, axis]);

const PLOT = { x: 48, width: 760, height: 520 };
const NAME = { size: 11.5, height: 14, widest: 190 };
const RADIUS = { row: 4.5, column: 5, also: 4.5 } as const;

interface Placed {
  readonly point: MapPoint;
  readonly side: PointSide;
  readonly key: string;
  /** How much it matters on these axes: names are given in this order. */
  readonly weight: number;
  readonly x: number;
  readonly y: number;
}

function signOf({ x, y, side }: Pick<Placed, 'x' | 'y' | 'side'>, palette: Palette): SceneNode {
  const colour = side === 'column' ? (palette.cases[1] ?? palette.ink) : (palette.cases[0] ?? palette.high);
  const radius = RADIUS[side];
  if (side === 'row') return node('circle', { cx: x, cy: y, r: radius, fill: colour, stroke: palette.paper, 'stroke-width': 1 });
  if (side === 'column')
    return node('rect', {
      x: x - radius,
      y: y - radius,
      width: radius * 2,
      height: radius * 2,
      fill: colour,
      stroke: palette.paper,
      'stroke-width': 1,
    });
  return node('polygon', {
    points: `${x},${y - radius} ${x + radius},${y} ${x},${y + radius} ${x - radius},${y}`,
    fill: palette.paper,
    stroke: palette.ink2,
    'stroke-width': 1.6,
  });
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Points in px; one scale for both axes, since distances are read on the map. */
function placed(
  map: CorrespondenceMap,
  [across, up]: readonly [number, number],
  top: number,
): { points: Placed[]; origin: { x: number; y: number }; scale: number } {
  const sides: readonly (readonly [PointSide, readonly MapPoint[]])[] = [
    ['row', map.rows],
    ['column', map.columns],
    ['also', map.also],
  ];
  const all = sides.flatMap(([, points]) => points);
  const xs = [0, ...all.map(({ coordinates }) => coordinates[across] ?? 0)];
  const ys = [0, ...all.map(({ coordinates }) => coordinates[up] ?? 0)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const inner = { width: PLOT.width - 160, height: PLOT.height - 60 };
  const scale = Math.min(inner.width / Math.max(right - left, 1e-9), inner.height / Math.max(high - low, 1e-9), 1e6);
  const origin = {
    x: PLOT.x + PLOT.width / 2 - ((left + right) / 2) * scale,
    y: top + PLOT.height / 2 + ((low + high) / 2) * scale,
  };
  const points = sides.flatMap(([side, own]) =>
    own.map((point): Placed => {
      const axis = 'axis' in point ? Number(point.axis) : 0;
      const inertia = [across, up].reduce((sum, each) => sum + (point.contributions[each] ?? 0) * (map.axes[each]?.inertia ?? 0), 0);
      return {
        point,
        side,
        key: pointKey(side, point.key, axis),
        weight: side === 'also' ? 0 : inertia,
        x: rounded(origin.x + (point.coordinates[across] ?? 0) * scale),
        y: rounded(origin.y - (point.coordinates[up] ?? 0) * scale),
      };
    }),
  );
  return { points: points.sort((a, b) => b.weight - a.weight), origin, scale };
}

function legend(
  map: CorrespondenceMap,
  palette: Palette,
  language: Language,
): { readonly height: number; readonly nodes: (y: number) => SceneNode[] } {
  const items: (readonly [PointSide, string])[] = [
    ['row', map.rowTitle],
    ['column', map.columnTitle],
    ...(map.also.length > 0 ? [['also', map.alsoTitles.join(', ')] as const] : []),
  ];
  const boxes = items.map(([, name]) => ({ width: textWidth(name, 12) + 34, height: 20 }));
  const { places, height } = flow(boxes, PLOT.width, 4);
  const nodes = (y: number): SceneNode[] =>
    items.flatMap(([side, name], at) => {
      const place = places[at] ?? { x: 0, y: 0 };
      const left = PLOT.x + place.x;
      const middle = y + place.y + 10;
      return [
        signOf({ x: left + 6, y: middle, side }, palette),
        ...textLines([typeset(name, language)], left + 16, middle + 4, { size: 12, fill: palette.ink2 }, 15),
      ];
    });
  return { height, nodes };
}

export function correspondenceFigure(map: CorrespondenceMap, options: CorrespondenceFigureOptions): Scene {
  const { palette, language, axes, axisLabel, pointTitle, mostNames, unnamed } = options;
  const title = wrapText(typeset(options.title, language), PLOT.width, 16, true);
  const head = legend(map, palette, language);
  const legendTop = 14 + title.length * 21;
  const top = legendTop + head.height + 12;
  const { points, origin } = placed(map, axes, top);
  const named = points.slice(0, mostNames).map((each) => ({ ...each, name: clipped(typeset(each.point.label, language), NAME.widest, NAME.size) }));
  const labelled: LabelledPoint[] = named.map(({ x, y, side, name }) => ({
    x,
    y,
    radius: RADIUS[side],
    width: textWidth(name, NAME.size),
    height: NAME.height,
  }));
  // nor do names lie on the points that go without one
  const others: LabelledPoint[] = points.slice(mostNames).map(({ x, y, side }) => ({ x, y, radius: RADIUS[side], width: 0, height: 0 }));
  const places = placeLabels([...labelled, ...others], { x: PLOT.x, y: top, width: PLOT.width, height: PLOT.height });
  const bottom = top + PLOT.height;
  const frame: SceneNode[] = [
    node('rect', { x: PLOT.x, y: top, width: PLOT.width, height: PLOT.height, fill: 'none', stroke: palette.line }),
    line(PLOT.x, rounded(origin.y), PLOT.x + PLOT.width, rounded(origin.y), palette.lineStrong, { 'stroke-dasharray': '4 3' }),
    line(rounded(origin.x), top, rounded(origin.x), bottom, palette.lineStrong, { 'stroke-dasharray': '4 3' }),
    ...textLines([axisLabel(axes[0])], PLOT.x + PLOT.width, bottom + 18, { size: 12, fill: palette.ink2, anchor: 'end' }, 15),
    ...textLines([axisLabel(axes[1])], 0, 0, { size: 12, fill: palette.ink2, anchor: 'end' }, 15).map((text) => ({
      ...text,
      attrs: { ...text.attrs, transform: `translate(${PLOT.x - 10} ${top}) rotate(-90)` },
    })),
  ];
  let without = points.length - named.length;
  const marks = points.map((each, at) => {
    const place = at < named.length ? places[at] : null;
    if (at < named.length && !place) without += 1;
    const ink = legibleOn(
      palette.paper,
      each.side === 'column' ? (palette.cases[1] ?? palette.ink) : each.side === 'row' ? (palette.cases[0] ?? palette.ink) : palette.ink2,
    );
    const cx = place ? Math.min(Math.max(each.x, place.x), place.x + place.width) : 0;
    return mark(each.key, typeset(pointTitle(each.point), language), [
      ...(place?.isLed ? [line(each.x, each.y, cx, place.y + (place.y > each.y ? 0 : place.height), palette.lineStrong)] : []),
      signOf(each, palette),
      ...(place ? textLines([named[at]?.name ?? ''], place.x, place.y + 10.5, { size: NAME.size, fill: ink, italic: each.side === 'also' }, 14) : []),
    ]);
  });
  const foot = without > 0 ? textLines([unnamed(without)], PLOT.x, bottom + 36, { size: 11, fill: palette.ink3 }, 14) : [];
  return sceneOf(PLOT.x + PLOT.width + 16, bottom + (without > 0 ? 48 : 30), palette.paper, typeset(options.title, language), [
    ...textLines(title, PLOT.x, 26, { size: 16, fill: palette.ink, bold: true }, 21),
    ...head.nodes(legendTop),
    ...frame,
    ...marks,
    ...foot,
  ]);
}
