// A word tree: what follows a word, or precedes it, each branch as large as it is often said.
import { scaleSqrt } from 'd3';
import type { WordBranch, WordTree } from '../domain/words.ts';
import { textWidth } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';
import { writtenWord } from './word-look.ts';
import type { WordFigureOptions } from './word-look.ts';

export interface WordTreeOptions extends WordFigureOptions {
  readonly side: 'after' | 'before';
  readonly times: (count: number) => string;
}

const MARGIN = 18;
const [SMALLEST, LARGEST, ROOT] = [12, 26, 30];
const COUNT_SIZE = 10;
const FORK = 46;
const LEADING = 1.5;

interface Laid {
  readonly branch: WordBranch;
  /** The words from the root to here, in the order of the tree. */
  readonly path: readonly string[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly laid: readonly Laid[];
}

/** Marks are named by the words that lead to them, in the order they are said. */
export function phraseOf(root: string, path: readonly string[], side: 'after' | 'before'): string {
  return side === 'after' ? [root, ...path].join(' ') : [...path.toReversed(), root].join(' ');
}

function lay(branch: WordBranch, path: readonly string[], sizeOf: (count: number) => number, number: (value: number) => string): Laid {
  const own = [...path, branch.word];
  const laid = branch.branches.map((each) => lay(each, own, sizeOf, number));
  const size = sizeOf(branch.count);
  const width = textWidth(writtenWord(branch.word), size) + 5 + textWidth(number(branch.count), COUNT_SIZE);
  return {
    branch,
    path: own,
    size,
    width,
    height: Math.max(
      size * LEADING,
      laid.reduce((sum, { height }) => sum + height, 0),
    ),
    laid,
  };
}

/** Where the words of one depth begin is as far as the widest of the depth before needs. */
function depthOf({ width, laid }: Laid): number {
  return width + (laid.length === 0 ? 0 : FORK + Math.max(...laid.map(depthOf)));
}

function branchNodes(
  each: Laid,
  x: number,
  y: number,
  from: { x: number; y: number },
  options: WordTreeOptions,
  turn: (x: number) => number,
  root: string,
): SceneNode[] {
  const { palette, number, side, times } = options;
  const { branch, path, size, width, height, laid } = each;
  const middle = y + height / 2;
  const [startX, endX] = [turn(from.x), turn(x - 6)];
  const bend = (startX + endX) / 2;
  const path2 = `M${Math.round(startX)},${Math.round(from.y)}C${Math.round(bend)},${Math.round(from.y)} ${Math.round(bend)},${Math.round(middle)} ${Math.round(endX)},${Math.round(middle)}`;
  const left = side === 'after' ? x : turn(x + width);
  const phrase = phraseOf(root, path, side);
  const countX = side === 'after' ? left + textWidth(writtenWord(branch.word), size) + 5 : left;
  const wordX = side === 'after' ? left : left + width - textWidth(writtenWord(branch.word), size);
  let below = y + (height - laid.reduce((sum, child) => sum + child.height, 0)) / 2;
  return [
    node('path', { d: path2, fill: 'none', stroke: palette.lineStrong, 'stroke-width': Math.min(5, 0.8 + branch.count ** 0.3 / 2) }),
    mark(phrase, `${phrase.split(' ').map(writtenWord).join(' ')} — ${times(branch.count)}`, [
      rect({ x: left - 2, y: middle - (size * LEADING) / 2, width: width + 4, height: size * LEADING }, { fill: 'none', 'pointer-events': 'all' }),
      ...textLines([writtenWord(branch.word)], wordX, middle + size * 0.34, { size, fill: palette.ink }, size),
      ...textLines([number(branch.count)], countX, middle + size * 0.34, { size: COUNT_SIZE, fill: palette.ink3 }, size),
    ]),
    ...laid.flatMap((child) => {
      const nodes = branchNodes(child, x + width + FORK, below, { x: x + width + 4, y: middle }, options, turn, root);
      below += child.height;
      return nodes;
    }),
  ];
}

function rootNodes({ root, count }: WordTree, x: number, middle: number, palette: Palette, { number, times }: WordTreeOptions): SceneNode[] {
  const written = root.split(' ').map(writtenWord).join(' ');
  const width = textWidth(written, ROOT, true);
  return [
    mark(root, `${written} — ${times(count)}`, [
      rect({ x, y: middle - ROOT * 0.8, width, height: ROOT * 1.5 }, { fill: 'none', 'pointer-events': 'all' }),
      ...textLines([written], x, middle + ROOT * 0.3, { size: ROOT, fill: palette.high, bold: true }, ROOT),
      ...textLines([number(count)], x, middle + ROOT * 0.3 + 16, { size: COUNT_SIZE + 1, fill: palette.ink3 }, 14),
    ]),
  ];
}

export function wordTreeFigure(tree: WordTree, options: WordTreeOptions): Scene {
  const { palette, title, side, number } = options;
  const largest = Math.max(1, ...tree.branches.map(({ count }) => count));
  const scale = scaleSqrt([1, Math.max(2, largest)], [SMALLEST, LARGEST]);
  const laid = tree.branches.map((branch) => lay(branch, [], (count) => Math.round(scale(count) * 10) / 10, number));
  const height = Math.max(
    ROOT * 2.4,
    laid.reduce((sum, each) => sum + each.height, 0),
  );
  const rootWidth = textWidth(tree.root, ROOT, true);
  const width = 2 * MARGIN + rootWidth + (laid.length === 0 ? 0 : FORK + Math.max(...laid.map(depthOf)));
  const turn = (x: number): number => (side === 'after' ? x : width - x);
  const middle = MARGIN + height / 2;
  let below = MARGIN + (height - laid.reduce((sum, each) => sum + each.height, 0)) / 2;
  const nodes = laid.flatMap((each) => {
    const own = branchNodes(each, MARGIN + rootWidth + FORK, below, { x: MARGIN + rootWidth + 6, y: middle }, options, turn, tree.root);
    below += each.height;
    return own;
  });
  const rootX = side === 'after' ? MARGIN : width - MARGIN - rootWidth;
  return sceneOf(width, height + 2 * MARGIN, palette.paper, title, [...nodes, ...rootNodes(tree, rootX, middle, palette, options)]);
}
