// Whether every format can draw a scene: colours that are some, numbers where numbers belong, paths that lead somewhere. What comes from a
// window is looked at before it is drawn, so that whatever goes wrong afterwards is known to be a bug.
import type { Scene, SceneNode } from './scene.ts';

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const GAP = String.raw`[\s,]*`;
const number = new RegExp(`^${NUMBER}(?:px|%|em)?$`);
const numbers = new RegExp(`^${GAP}(?:${NUMBER}${GAP})*$`);
const colour = /^(?:#[0-9a-f]{3}|#[0-9a-f]{4}|#[0-9a-f]{6}|#[0-9a-f]{8}|[a-z]+|rgba?\([\d\s.,%/]+\)|hsla?\([\d\s.,%/a-z]+\))$/i;
const transform = new RegExp(`^(?:${GAP}(?:translate|rotate|scale|matrix|skewX|skewY)\\(${GAP}${NUMBER}(?:${GAP}${NUMBER})*${GAP}\\))*${GAP}$`);

const COLOURS: ReadonlySet<string> = new Set(['fill', 'stroke', 'color', 'stop-color']);
const MEASURES: ReadonlySet<string> = new Set(
  'x y x1 y1 x2 y2 cx cy r rx ry dx dy width height font-size opacity fill-opacity stroke-opacity stroke-width letter-spacing'.split(' '),
);

/** How many numbers a path's command takes; 0: none. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const COMMANDS = /([a-z])([^a-z]*(?:e[+-]?\d[^a-z]*)*)/gi;
const EACH_NUMBER = new RegExp(NUMBER, 'g');

function isPath(path: string): boolean {
  const all = path.trim();
  if (all === '') return true;
  if (!/^m/i.test(all)) return false;
  let length = 0;
  for (const [whole, command = '', rest = ''] of all.matchAll(COMMANDS)) {
    length += whole.length;
    const takes = TAKES[command.toLowerCase()];
    if (takes === undefined || !numbers.test(rest)) return false;
    const count = rest.match(EACH_NUMBER)?.length ?? 0;
    if (takes === 0 ? count > 0 : count === 0 || count % takes !== 0) return false;
  }
  return length === all.length;
}

function isDrawableAttribute(tag: string, name: string, value: string | number): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  const written = String(value);
  if (COLOURS.has(name)) return colour.test(written);
  if (MEASURES.has(name)) return number.test(written);
  if (name === 'd') return isPath(written);
  if (name === 'points' || name === 'viewBox' || name === 'stroke-dasharray') return numbers.test(written) || written === 'none';
  if (name === 'transform') return transform.test(written);
  // what no figure of ours says, a format may read in its own way
  return tag !== '' && !written.includes('url(');
}

function isDrawableNode({ tag, attrs, children }: SceneNode): boolean {
  return Object.entries(attrs).every(([name, value]) => isDrawableAttribute(tag, name, value)) && children.every(isDrawableNode);
}

export function isDrawable(scene: Scene): boolean {
  return colour.test(scene.background) && isDrawableNode(scene);
}
