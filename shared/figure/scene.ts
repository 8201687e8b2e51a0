// A picture as data: the same tree becomes a file, an image for Word and live marks in the window.

/** A cell behind a mark: the crossing's key and, where the mark is about one category found in it, which. */
export interface Behind {
  readonly cell: string;
  readonly category?: string;
}

export interface SceneNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly SceneNode[];
  readonly text?: string;
  /** A mark's own name in its scene. A whole cell's is its `MatrixCell.key`. */
  readonly key?: string;
  /** The cells whose passages a mark stands for; none where it is no cell's mark. */
  readonly behind?: readonly Behind[];
  /** What a mark says to those who cannot see it. */
  readonly title?: string;
}

/** The root, an `svg` element. Sizes in px. */
export interface Scene extends SceneNode {
  readonly width: number;
  readonly height: number;
  /** The theme's paper, for those who want it painted. */
  readonly background: string;
}

type Attrs = SceneNode['attrs'];

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The families every system has one of; DejaVu Sans, the widest, is the one that widths are reckoned with. */
export const FIGURE_FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

export function node(tag: string, attrs: Attrs, children: readonly SceneNode[] = []): SceneNode {
  return { tag, attrs, children };
}

/** A group of marks that stand for one thing. */
export function mark(key: string, title: string, children: readonly SceneNode[], attrs: Attrs = {}, behind?: readonly Behind[]): SceneNode {
  return { tag: 'g', attrs, children, key, title, ...(behind ? { behind } : {}) };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export function rect({ x, y, width, height }: Rect, attrs: Attrs): SceneNode {
  return node('rect', { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), ...attrs });
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, attrs: Attrs = {}): SceneNode {
  return node('line', { x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2), stroke, ...attrs });
}

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One element per line, so that every viewer breaks lines alike. `y` is the first baseline. */
export function textLines(lines: readonly string[], x: number, y: number, style: TextStyle, lineHeight: number): SceneNode[] {
  return lines.map((text, index) => ({
    tag: 'text',
    attrs: {
      x: rounded(x),
      y: rounded(y + index * lineHeight),
      'font-size': style.size,
      fill: style.fill,
      ...(style.bold ? { 'font-weight': 600 } : {}),
      ...(style.italic ? { 'font-style': 'italic' } : {}),
      ...(style.anchor && style.anchor !== 'start' ? { 'text-anchor': style.anchor } : {}),
    },
    children: [],
    text,
  }));
}

/** Lines read from below, each to the right of the one before. `x` is the first one's baseline, `y` where they begin. */
export function uprightLines(lines: readonly string[], x: number, y: number, style: TextStyle, lineHeight: number): SceneNode[] {
  return lines.flatMap((text, index) => {
    const at = rounded(x + index * lineHeight);
    return textLines([text], at, y, style, lineHeight).map((each) => ({
      ...each,
      attrs: { ...each.attrs, transform: `rotate(-90 ${at} ${rounded(y)})` },
    }));
  });
}

export function sceneOf(width: number, height: number, background: string, title: string, children: readonly SceneNode[]): Scene {
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const attrs = { viewBox: `0 0 ${size.width} ${size.height}`, ...size, 'font-family': FIGURE_FONTS, role: 'img' };
  return { tag: 'svg', attrs, children, background, ...size, ...(title === '' ? {} : { title }) };
}
