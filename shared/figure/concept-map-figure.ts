// A concept map: categories where they were put, and between them the links, with their types, their directions and their notes; what
// co-occurrence proposes is dashed.
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { textWidth, wrapText } from './measure-text.ts';
import { arrowHead, nodeKey } from './network-figure.ts';
import type { Point } from './network-layout.ts';
import { contrast, legibleOn, paletteOf, tint } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface MapBox extends Point {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly title: string;
}

export interface MapEdge {
  readonly key: string;
  /** Ids of the boxes. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly note: string;
  readonly color: string;
  readonly isDirected: boolean;
  /** Not yet a link. */
  readonly isProposed: boolean;
  readonly title: string;
}

export interface ConceptMapFigure {
  readonly boxes: readonly MapBox[];
  readonly edges: readonly MapEdge[];
  readonly title: string;
  readonly theme: FigureTheme;
  readonly language: Language;
  /** No larger than what is drawn; else there is room to move boxes about. */
  readonly isTight?: boolean;
}

const SIZE = 12;
const LINE = 15;
const BOX = { width: 150, padding: 9, most: 4 };
const LABEL = { size: 11, line: 13.5, width: 150, most: 3 };
const MARGIN = 40;
const LEAST = { width: 640, height: 420 };
const ARROW = 10;
/** Between the lines that join the same two boxes, px. */
const APART = 34;

interface Laid {
  readonly box: MapBox;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function laid(box: MapBox, language: Language): Laid {
  const lines = wrapText(typeset(box.name, language), BOX.width - 2 * BOX.padding, SIZE, true).slice(0, BOX.most);
  const width = Math.max(70, Math.max(...lines.map((each) => textWidth(each, SIZE, true))) + 2 * BOX.padding);
  return { box, lines, width, height: lines.length * LINE + 2 * BOX.padding - 3 };
}

/** Where a line from the box's middle towards a point leaves the box. */
function rimOf({ box, width, height }: Laid, towards: Point, gap: number): Point {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const share = Math.min((width / 2 + gap) / Math.max(0.01, Math.abs(dx)), (height / 2 + gap) / Math.max(0.01, Math.abs(dy)));
  return { x: box.x + dx * share, y: box.y + dy * share };
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

function edgeMark(edge: MapEdge, from: Laid, to: Laid, offset: number, { language }: ConceptMapFigure, palette: Palette): SceneNode {
  const [dx, dy] = [to.box.x - from.box.x, to.box.y - from.box.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const turn = { x: (from.box.x + to.box.x) / 2 - (dy / length) * offset, y: (from.box.y + to.box.y) / 2 + (dx / length) * offset };
  const start = rimOf(from, turn, 2);
  const end = rimOf(to, turn, edge.isDirected ? 4 : 2);
  const middle = { x: (start.x + 2 * turn.x + end.x) / 4, y: (start.y + 2 * turn.y + end.y) / 4 };
  // a line needs less contrast than words do
  const stroke = contrast(edge.color, palette.paper) >= 3 ? edge.color : legibleOn(palette.paper, edge.color);
  const notes = edge.note === '' ? [] : wrapText(typeset(edge.note, language), LABEL.width, LABEL.size - 1).slice(0, 2);
  const lines = wrapText(typeset(edge.label, language), LABEL.width, LABEL.size, true).slice(0, LABEL.most);
  const widths = [...lines.map((each) => textWidth(each, LABEL.size, true)), ...notes.map((each) => textWidth(each, LABEL.size - 1))];
  const ground = { width: Math.max(...widths) + 8, height: (lines.length + notes.length) * LABEL.line + 4 };
  const top = middle.y - ground.height / 2;
  const course = { d: `M ${at(start)} Q ${at(turn)} ${at(end)}`, fill: 'none' };
  const words = { size: LABEL.size, fill: legibleOn(palette.paper, edge.color), anchor: 'middle' } as const;
  return mark(edge.key, typeset(edge.title, language), [
    node('path', { ...course, stroke: 'transparent', 'stroke-width': 14 }),
    node('path', { ...course, stroke, 'stroke-width': edge.isProposed ? 1.4 : 2, ...(edge.isProposed ? { 'stroke-dasharray': '5 5' } : {}) }),
    ...(edge.isDirected ? [arrowHead(end, Math.atan2(end.y - turn.y, end.x - turn.x), ARROW, stroke)] : []),
    rect({ x: middle.x - ground.width / 2, y: top, ...ground }, { fill: palette.paper, rx: 3 }),
    ...textLines(lines, middle.x, top + LABEL.size, { ...words, bold: !edge.isProposed, italic: edge.isProposed }, LABEL.line),
    ...textLines(notes, middle.x, top + LABEL.size + lines.length * LABEL.line, { ...words, size: LABEL.size - 1, fill: palette.ink2 }, LABEL.line),
  ]);
}

function boxMark({ box, lines, width, height }: Laid, language: Language, palette: Palette): SceneNode {
  const place = { x: box.x - width / 2, y: box.y - height / 2, width, height };
  return mark(nodeKey(box.id), typeset(box.title, language), [
    rect(place, { fill: tint(box.color, palette.paper, 0.18), stroke: box.color, 'stroke-width': 1.5, rx: 7 }),
    ...textLines(lines, box.x, place.y + BOX.padding + SIZE - 2, { size: SIZE, fill: palette.ink, bold: true, anchor: 'middle' }, LINE),
  ]);
}

/** The picture, and what of the map's own coordinates stands in its upper left corner. */
export function conceptMapFigure(figure: ConceptMapFigure): { readonly scene: Scene; readonly origin: Point } {
  const palette = paletteOf(figure.theme);
  const boxes = new Map(figure.boxes.map((box) => [box.id, laid(box, figure.language)]));
  const all = [...boxes.values()];
  const left = Math.min(0, ...all.map(({ box, width }) => box.x - width / 2)) - MARGIN;
  const top = Math.min(0, ...all.map(({ box, height }) => box.y - height / 2)) - MARGIN;
  const least = figure.isTight === true && all.length > 0 ? { width: 0, height: 0 } : LEAST;
  const right = Math.max(left + least.width, ...all.map(({ box, width }) => box.x + width / 2 + MARGIN));
  const bottom = Math.max(top + least.height, ...all.map(({ box, height }) => box.y + height / 2 + MARGIN));
  const between = Map.groupBy(figure.edges, ({ from, to }) => [from, to].sort().join(' '));
  const edges = [...between.values()].flatMap((own) =>
    own.flatMap((edge, index): SceneNode[] => {
      const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
      if (!from || !to) return [];
      const side = edge.from < edge.to ? 1 : -1;
      return [edgeMark(edge, from, to, side * (index - (own.length - 1) / 2) * 2 * APART, figure, palette)];
    }),
  );
  const origin = { x: Math.floor(left), y: Math.floor(top) };
  const shifted = node('g', { transform: `translate(${-origin.x} ${-origin.y})` }, [
    ...edges,
    ...all.map((each) => boxMark(each, figure.language, palette)),
  ]);
  return { scene: sceneOf(right - left, bottom - top, palette.paper, typeset(figure.title, figure.language), [shifted]), origin };
}
