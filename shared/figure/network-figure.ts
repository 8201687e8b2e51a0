// A network of categories: circles as large as their frequency, lines as thick as what joins them, arrows where one leads to the other.
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { textWidth, wrapText } from './measure-text.ts';
import type { Point } from './network-layout.ts';
import { paletteOf, tint } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';
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
  readonly theme: FigureTheme;
  readonly language: Language;
}

const SIZE = 12;
const LINE = 14.5;
const NAME_WIDTH = 130;
const NOTE = { size: 11, line: 15 };
const MARGIN = 16;
const ARROW = 8;

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

function nodeMark(shown: NetworkNode, { x, y }: Point, { language }: NetworkFigure, palette: Palette): SceneNode {
  const lines = wrapText(typeset(shown.name, language), NAME_WIDTH, SIZE, true);
  const width = Math.max(...lines.map((each) => textWidth(each, SIZE)));
  const top = y + shown.radius + SIZE + 2;
  const ground = { x: x - width / 2 - 2, y: top - SIZE, width: width + 4, height: lines.length * LINE };
  return mark(nodeKey(shown.id), typeset(shown.title, language), [
    rect(ground, { fill: palette.paper, 'fill-opacity': 0.66, rx: 3 }),
    node('circle', {
      cx: x,
      cy: y,
      r: Math.round(shown.radius * 10) / 10,
      fill: tint(shown.color, palette.paper, 0.55),
      stroke: shown.isPinned ? palette.ink : shown.color,
      'stroke-width': shown.isPinned ? 2.5 : 1.5,
    }),
    ...(shown.isPinned ? [node('circle', { cx: x, cy: y, r: 2.5, fill: palette.ink })] : []),
    ...textLines(lines, x, top, { size: SIZE, fill: palette.ink, bold: true, anchor: 'middle' }, LINE),
  ]);
}

export function networkFigure(figure: NetworkFigure): Scene {
  const palette = paletteOf(figure.theme);
  const noteLines = wrapText(typeset(figure.note, figure.language), figure.width - 2 * MARGIN, NOTE.size);
  // thick lines lie above thin ones, circles above all of them
  const edges = figure.edges.toSorted((a, b) => a.weight - b.weight).flatMap((edge) => edgeMark(edge, figure, palette));
  const nodes = figure.nodes.flatMap((each, at) => {
    const point = figure.points[at];
    return point ? [nodeMark(each, point, figure, palette)] : [];
  });
  const height = figure.height + noteLines.length * NOTE.line + MARGIN;
  return sceneOf(figure.width, height, palette.paper, typeset(figure.title, figure.language), [
    ...edges,
    ...nodes,
    ...textLines(noteLines, MARGIN, figure.height + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
  ]);
}
