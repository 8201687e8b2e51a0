// A network of categories: circles as large as their frequency, lines as thick as what joins them, arrows where one leads to the other.
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { textWidth, wrapClipped, wrapText } from './measure-text.ts';
import type { Point } from './network-layout.ts';
import { paletteOf, tint } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';
import { pairKey } from './co-occurrence-figure.ts';

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly radius: number;
  /** For those who cannot see it. */
  readonly title: string;
  readonly isPinned: boolean;
}

export interface NetworkEdge {
  readonly from: number;
  readonly to: number;
  /** 0 … 1: how thick. */
  readonly weight: number;
  readonly title: string;
}

export interface NetworkFigure {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Of the nodes, in their order. */
  readonly points: readonly Point[];
  readonly isDirected: boolean;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly note: string;
  /** Said where names found no room: a crowded picture writes those of the most frequent. */
  readonly namesLeft: (count: number) => string;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const SIZE = 12;
const LINE = 14.5;
const NAME_WIDTH = 130;
/** The mark's title has the whole name. */
const MOST_LINES = 2;
const NOTE = { size: 11, line: 15 };
const MARGIN = 16;
const ARROW = 8;
/** Up to so many, a name without room is written all the same, over another. */
const CROWDED = 40;

export const nodeKey = (id: string): string => `node:${id}`;

/** The id that a mark's key names; null for other keys. */
export function nodeInKey(key: string): string | null {
  return /^node:(.+)$/.exec(key)?.[1] ?? null;
}

/** 0 … 1 of the largest → px; areas compare as numbers do. */
export function radiusOf(count: number, largest: number): number {
  return 7 + 19 * Math.sqrt(largest === 0 ? 0 : count / largest);
}

const widthOf = (weight: number): number => Math.round((1 + 6 * weight) * 10) / 10;

/** From edge to edge of the circles, bent a little where arrows go both ways. */
function courseOf(from: Point, to: Point, start: number, end: number, bend: number): { path: string; tip: Point; angle: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [ux, uy] = [dx / length, dy / length];
  const middle = { x: (from.x + to.x) / 2 - uy * bend * length, y: (from.y + to.y) / 2 + ux * bend * length };
  const leave = Math.atan2(middle.y - from.y, middle.x - from.x);
  const arrive = Math.atan2(to.y - middle.y, to.x - middle.x);
  const first = { x: from.x + Math.cos(leave) * start, y: from.y + Math.sin(leave) * start };
  const tip = { x: to.x - Math.cos(arrive) * end, y: to.y - Math.sin(arrive) * end };
  const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  return { path: `M ${at(first)} Q ${at(middle)} ${at(tip)}`, tip, angle: arrive };
}

export function arrowHead({ x, y }: Point, angle: number, size: number, fill: string): SceneNode {
  const corner = (turn: number): string =>
    `${Math.round((x - size * Math.cos(angle + turn)) * 10) / 10},${Math.round((y - size * Math.sin(angle + turn)) * 10) / 10}`;
  return node('polygon', { points: `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10} ${corner(0.42)} ${corner(-0.42)}`, fill });
}

/** A loop above the circle: a category that follows itself. */
function loopOf({ x, y }: Point, radius: number): { path: string; tip: Point; angle: number } {
  const top = y - radius;
  const path = `M ${x - 6} ${top + 2} C ${x - 26} ${top - 34} ${x + 26} ${top - 34} ${x + 6} ${top + 2}`;
  return { path, tip: { x: x + 6, y: top + 2 }, angle: Math.PI / 2 + 0.35 };
}

function edgeMark(edge: NetworkEdge, figure: NetworkFigure, palette: Palette): SceneNode[] {
  const [from, to] = [figure.nodes[edge.from], figure.nodes[edge.to]];
  const [start, end] = [figure.points[edge.from], figure.points[edge.to]];
  if (!from || !to || !start || !end) return [];
  const goesBack = figure.isDirected && figure.edges.some((other) => other.from === edge.to && other.to === edge.from);
  const tail = figure.isDirected ? ARROW : 0;
  const course = edge.from === edge.to ? loopOf(start, from.radius) : courseOf(start, end, from.radius, to.radius + tail / 2, goesBack ? 0.1 : 0);
  const stroke = tint(palette.ink, palette.paper, 0.3 + 0.45 * edge.weight);
  const line = { d: course.path, fill: 'none' };
  return [
    mark(pairKey(from.id, to.id), typeset(edge.title, figure.language), [
      node('path', { ...line, stroke: 'transparent', 'stroke-width': 14 }),
      node('path', { ...line, stroke, 'stroke-width': widthOf(edge.weight), 'stroke-linecap': 'round' }),
      ...(figure.isDirected ? [arrowHead(course.tip, course.angle, ARROW + widthOf(edge.weight), stroke)] : []),
    ]),
  ];
}

interface Named {
  readonly lines: readonly string[];
  readonly ground: Rect;
  readonly x: number;
  /** First baseline. */
  readonly y: number;
}

/** Places for a name: under its circle, over it, to its right, to its left. */
function placesOf({ name, radius }: NetworkNode, { x: middle, y }: Point, { language, width: room }: NetworkFigure): Named[] {
  const lines = wrapClipped(typeset(name, language), NAME_WIDTH, SIZE, MOST_LINES, true);
  const width = Math.max(...lines.map((each) => textWidth(each, SIZE, true)));
  const height = lines.length * LINE;
  const beside = radius + 4 + width / 2;
  const level = y - height / 2 + SIZE;
  const tops = [
    { x: middle, top: y + radius + SIZE + 2 },
    { x: middle, top: y - radius - height + SIZE - 3 },
    { x: middle + beside, top: level },
    { x: middle - beside, top: level },
  ];
  return tops.map(({ x: wanted, top }) => {
    // at the rim a name moves in
    const x = Math.max(width / 2 + 4, Math.min(room - width / 2 - 4, wanted));
    return { lines, ground: { x: x - width / 2 - 2, y: top - SIZE, width: width + 4, height }, x, y: top };
  });
}

interface Placed {
  readonly shown: NetworkNode;
  readonly point: Point;
  readonly name: Named;
  readonly isNamed: boolean;
}

const meet = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Pinned ones choose their place first, then the most frequent; where none is free a crowded picture leaves the name to whoever points there. */
function placed(figure: NetworkFigure): Placed[] {
  const all = figure.nodes.flatMap((shown, at) => (figure.points[at] ? [{ shown, point: figure.points[at], at }] : []));
  const circles = all.map(({ shown: { radius }, point }) => ({ x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius }));
  const taken: Rect[] = [];
  const isFree = ({ ground }: Named, own: number): boolean =>
    ground.y >= 0 && !taken.some((other) => meet(ground, other)) && !circles.some((circle, index) => index !== own && meet(ground, circle));
  const names = new Map<number, Pick<Placed, 'name' | 'isNamed'>>();
  const order = all
    .map((_, index) => index)
    .sort((a, b) => {
      const [first, second] = [all[a]?.shown, all[b]?.shown];
      return Number(second?.isPinned) - Number(first?.isPinned) || (second?.radius ?? 0) - (first?.radius ?? 0) || a - b;
    });
  for (const index of order) {
    const each = all[index];
    if (!each) continue;
    const places = placesOf(each.shown, each.point, figure);
    const free = places.find((place) => isFree(place, index));
    const name = free ?? (places[0] as Named);
    const isNamed = free !== undefined || all.length <= CROWDED;
    if (isNamed) taken.push(name.ground);
    names.set(index, { name, isNamed });
  }
  return all.map(({ shown, point }, index) => ({ shown, point, ...(names.get(index) as Pick<Placed, 'name' | 'isNamed'>) }));
}

const nameLines = ({ lines, x, y }: Named, fill: string): SceneNode[] =>
  textLines(lines, x, y, { size: SIZE, fill, bold: true, anchor: 'middle' }, LINE);

function nodeMark({ shown, point: { x, y }, name, isNamed }: Placed, { language }: NetworkFigure, palette: Palette): SceneNode {
  // a window shows it while somebody points there
  const unseen = isNamed ? [] : nameLines(name, palette.ink).map((each) => ({ ...each, attrs: { ...each.attrs, opacity: 0 } }));
  return mark(nodeKey(shown.id), typeset(shown.title, language), [
    // where the name is, which lies above all marks and hears no click
    ...(isNamed ? [rect(name.ground, { fill: palette.paper, 'fill-opacity': 0 })] : []),
    node('circle', {
      cx: x,
      cy: y,
      r: Math.round(shown.radius * 10) / 10,
      fill: tint(shown.color, palette.paper, 0.55),
      stroke: shown.isPinned ? palette.ink : shown.color,
      'stroke-width': shown.isPinned ? 2.5 : 1.5,
    }),
    ...(shown.isPinned ? [node('circle', { cx: x, cy: y, r: 2.5, fill: palette.ink })] : []),
    ...unseen,
  ]);
}

export function networkFigure(figure: NetworkFigure): Scene {
  const palette = paletteOf(figure.theme);
  const nodes = placed(figure);
  const left = nodes.filter(({ isNamed }) => !isNamed).length;
  const note = left === 0 ? figure.note : `${figure.note} ${figure.namesLeft(left)}`;
  const noteLines = wrapText(typeset(note, figure.language), figure.width - 2 * MARGIN, NOTE.size);
  // thick lines lie above thin ones, circles above all of them
  const edges = figure.edges.toSorted((a, b) => a.weight - b.weight).flatMap((edge) => edgeMark(edge, figure, palette));
  // lines fade behind names; circles do not, and no circle covers a name
  const named = nodes.filter(({ isNamed }) => isNamed);
  const grounds = named.map(({ name }) => rect(name.ground, { fill: palette.paper, 'fill-opacity': 0.66, rx: 3 }));
  const names = named.flatMap(({ name }) => nameLines(name, palette.ink));
  const height = figure.height + noteLines.length * NOTE.line + MARGIN;
  return sceneOf(figure.width, height, palette.paper, typeset(figure.title, figure.language), [
    ...edges,
    ...grounds,
    ...nodes.map((each) => nodeMark(each, figure, palette)),
    node('g', { 'pointer-events': 'none' }, names),
    ...textLines(noteLines, MARGIN, figure.height + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
  ]);
}
