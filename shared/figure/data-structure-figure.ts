// Data structure: three columns of boxes, from the first-order concepts on the left to the aggregate dimensions on the right.
import type { DataStructure, StructureBox, StructureDimension, StructureTheme } from '../domain/data-structure.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { wrapText } from './measure-text.ts';
import { inkOn, legibleOn, paletteOf, tint } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Behind, Rect, Scene, SceneNode } from './scene.ts';

export interface StructureLabels {
  readonly concepts: string;
  readonly themes: string;
  readonly dimensions: string;
}

/** What a box says beyond its name, and the cells that it leads to. */
export interface BoxFacts {
  readonly title: string;
  readonly behind: readonly Behind[];
}

export interface StructureFigure {
  readonly structure: DataStructure;
  /** By a box's id; not given: boxes lead to their category. */
  readonly facts?: ReadonlyMap<string, BoxFacts>;
  readonly palette?: Palette;
  /** Px, margins included; not given: as wide as reads best. */
  readonly width?: number;
  readonly title: string;
  readonly labels: StructureLabels;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const MARGIN = 20;
/** Columns from the left, and between them room for the lines. */
interface Sizes {
  readonly columns: readonly [number, number, number];
  readonly between: number;
}
const USUAL: Sizes = { columns: [300, 210, 180], between: 64 };
const NARROW_BETWEEN = 40;
const GAP = 8;
/** Between themes, and between dimensions. */
const THEME_GAP = 16;
const DIMENSION_GAP = 28;
const PADDING = { x: 10, y: 7 };
const TITLE = { size: 16, line: 21 };
const HEAD = { size: 12, line: 16 };
const SIZES = [11.5, 12, 12.5] as const;
const LINE = 15;
const CORNER = 4;
const SHARE_OF_COLOR = [0, 0.16, 0.3] as const;

type Column = 0 | 1 | 2;

interface Placed {
  readonly box: StructureBox;
  readonly column: Column;
  readonly place: Rect;
  readonly lines: readonly string[];
}

/** Columns from the left; a tree of two levels has no concepts, and no column for them. */
const xOf = (column: Column, first: number, { columns, between }: Sizes): number =>
  MARGIN + columns.slice(first, Math.max(first, column)).reduce((sum, width) => sum + width + between, 0);

/** The usual proportions in a given width. */
function sizesIn(width: number | undefined, first: number): Sizes {
  if (width === undefined) return USUAL;
  const between = Math.min(USUAL.between, NARROW_BETWEEN);
  const room = width - 2 * MARGIN - between * (2 - first);
  const usual = USUAL.columns.slice(first).reduce((sum, each) => sum + each, 0);
  const [concept, theme, dimension] = USUAL.columns.map((each) => Math.max(90, (each * room) / usual)) as [number, number, number];
  return { columns: [concept, theme, dimension], between };
}

function linesOf(box: StructureBox, column: Column, { columns }: Sizes): string[] {
  return wrapText(box.name, columns[column] - 2 * PADDING.x, SIZES[column], column > 0);
}

function heightOf(lines: readonly string[]): number {
  return lines.length * LINE + 2 * PADDING.y;
}

function placedAt(box: StructureBox, column: Column, top: number, room: number, sizes: Sizes): Placed {
  const lines = linesOf(box, column, sizes);
  const height = heightOf(lines);
  return { box, column, lines, place: { x: 0, y: top + (room - height) / 2, width: sizes.columns[column], height } };
}

interface Block {
  readonly height: number;
  readonly at: (top: number) => readonly Placed[];
}

/** Blocks one below the other, and a box of the next column in the middle beside them. */
function blockOf(box: StructureBox, column: Column, inside: readonly Block[], gap: number, sizes: Sizes): Block {
  const stacked = inside.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, inside.length - 1);
  const height = Math.max(stacked, heightOf(linesOf(box, column, sizes)));
  return {
    height,
    at: (top) => {
      let y = top + (height - stacked) / 2;
      const below = inside.flatMap((block) => {
        const placed = block.at(y);
        y += block.height + gap;
        return placed;
      });
      return [...below, placedAt(box, column, top, height, sizes)];
    },
  };
}

function dimensionBlock(dimension: StructureDimension, sizes: Sizes): Block {
  const conceptBlock = (box: StructureBox): Block => blockOf(box, 0, [], 0, sizes);
  const themeBlock = (theme: StructureTheme): Block => blockOf(theme, 1, theme.concepts.map(conceptBlock), GAP, sizes);
  return blockOf(dimension, 2, dimension.themes.map(themeBlock), THEME_GAP, sizes);
}

/** From the middle of a box's right side to the middle of another's left side, with level ends. */
function linkPath(from: Rect, to: Rect, stroke: string, isSecond: boolean): SceneNode {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2].map(round) as [number, number, number, number];
  const middle = round((x1 + x2) / 2);
  const d = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return node('path', { d, fill: 'none', stroke, 'stroke-width': 1.2, ...(isSecond ? { 'stroke-dasharray': '4 3' } : {}) });
}

function boxNodes({ box, column, place, lines }: Placed, palette: Palette, facts: BoxFacts | undefined): SceneNode {
  const fill = column === 0 ? palette.paper : tint(box.color, palette.paper, SHARE_OF_COLOR[column]);
  const stroke = column === 0 ? palette.lineStrong : legibleOn(palette.paper, box.color);
  const style = { size: SIZES[column], fill: column === 0 ? palette.ink : inkOn(fill), bold: column > 0, anchor: 'middle' as const };
  const baseline = place.y + PADDING.y + LINE * 0.75;
  const nodes = [rect(place, { fill, stroke, 'stroke-width': 1, rx: CORNER }), ...textLines(lines, place.x + place.width / 2, baseline, style, LINE)];
  return facts ? mark(`category:${box.id}`, facts.title, nodes, {}, facts.behind) : mark(`category:${box.id}`, lines.join(' '), nodes);
}

function typed<T extends StructureBox>(box: T, language: Language): T {
  return { ...box, name: typeset(box.name, language) };
}

export function dataStructureFigure({ structure, facts, title, labels, theme, language, ...look }: StructureFigure): Scene {
  const palette = look.palette ?? paletteOf(theme);
  const first = structure.dimensions.some(({ themes }) => themes.some(({ concepts }) => concepts.length > 0)) ? 0 : 1;
  const sizes = sizesIn(look.width, first);
  const at = (column: Column): number => xOf(column, first, sizes);
  const width = at(2) + sizes.columns[2] + MARGIN;
  const titleLines = title === '' ? [] : wrapText(typeset(title, language), width - 2 * MARGIN, TITLE.size, true);
  const headTop = MARGIN + titleLines.length * TITLE.line + (titleLines.length > 0 ? 10 : 0);
  const heads = [labels.concepts, labels.themes, labels.dimensions].map((label, column) =>
    wrapText(label, sizes.columns[column as Column], HEAD.size, true),
  );
  let y = headTop + Math.max(...heads.map(({ length }) => length)) * HEAD.line + 12;
  const placed = structure.dimensions.flatMap((dimension) => {
    const themes = dimension.themes.map((each) => ({ ...typed(each, language), concepts: each.concepts.map((box) => typed(box, language)) }));
    const block = dimensionBlock({ ...typed(dimension, language), themes }, sizes);
    const boxes = block.at(y).map((each) => ({ ...each, place: { ...each.place, x: at(each.column) } }));
    y += block.height + DIMENSION_GAP;
    return boxes;
  });
  const placeOf = new Map(placed.map(({ box, place }) => [box.id, place]));
  const own = structure.dimensions.flatMap((dimension) =>
    dimension.themes.flatMap((each) => [[each.id, dimension.id] as const, ...each.concepts.map(({ id }) => [id, each.id] as const)]),
  );
  const links = (pairs: readonly (readonly [string, string])[], isSecond: boolean): SceneNode[] =>
    pairs.flatMap(([from, to]) => {
      const [start, end] = [placeOf.get(from), placeOf.get(to)];
      return start && end ? [linkPath(start, end, isSecond ? palette.ink3 : palette.lineStrong, isSecond)] : [];
    });
  return sceneOf(width, y - (placed.length > 0 ? DIMENSION_GAP : 0) + MARGIN, palette.paper, typeset(title, language), [
    ...textLines(titleLines, MARGIN, MARGIN + TITLE.size * 0.85, { size: TITLE.size, fill: palette.ink, bold: true }, TITLE.line),
    ...heads.flatMap((lines, column) =>
      column < first
        ? []
        : textLines(
            lines,
            at(column as Column) + sizes.columns[column as Column] / 2,
            headTop + HEAD.size,
            { size: HEAD.size, fill: palette.ink2, bold: true, anchor: 'middle' },
            HEAD.line,
          ),
    ),
    ...links(own, false),
    ...links(structure.seconds, true),
    ...placed.map((each) => boxNodes(each, palette, facts?.get(each.box.id))),
  ]);
}
