// The tree of a descending classification above the words of its classes: who was cut from whom, how large each class is, what it says.
import type { ClassTree, WordClasses } from '../domain/words.ts';
import { textWidth, wrapText } from './measure-text.ts';
import { inkOn } from './palette.ts';
import type { Palette } from './palette.ts';
import { line, mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';
import { writtenWord } from './word-look.ts';
import type { WordFigureOptions } from './word-look.ts';

export interface ClassificationOptions extends WordFigureOptions {
  readonly className: (place: number) => string;
  /** « 120 segments, 24 % » */
  readonly share: (segments: number) => string;
  readonly most: number;
  readonly note: string;
}

const [MARGIN, GAP, LEAST, WIDEST] = [16, 14, 118, 190];
const [CUT, HEAD, LINE] = [26, 44, 18];
const [LARGEST, SMALLEST] = [15, 10.5];

/** The key of a class's mark, and of a word's in it. */
export function classKey(place: number, word?: string): string {
  return JSON.stringify(word === undefined ? [place] : [place, word]);
}

function depth(tree: ClassTree): number {
  return tree.kind === 'class' ? 0 : 1 + Math.max(...tree.parts.map(depth));
}

/** The middle of a branch, and its lines; a branch is as high as it is deep. */
function branches(
  tree: ClassTree,
  middleOf: (place: number) => number,
  bottom: number,
  palette: Palette,
): { x: number; y: number; nodes: SceneNode[] } {
  if (tree.kind === 'class') return { x: middleOf(tree.place), y: bottom, nodes: [] };
  const parts = tree.parts.map((part) => branches(part, middleOf, bottom, palette));
  const y = bottom - depth(tree) * CUT;
  const [left, right] = [Math.min(...parts.map(({ x }) => x)), Math.max(...parts.map(({ x }) => x))];
  const stroke = { 'stroke-width': 1.5 };
  const nodes = [
    ...parts.flatMap((part) => part.nodes),
    line(left, y, right, y, palette.ink2, stroke),
    ...parts.map((part) => line(part.x, y, part.x, part.y, palette.ink2, stroke)),
  ];
  return { x: (left + right) / 2, y, nodes };
}

export function classificationFigure(result: WordClasses, options: ClassificationOptions): Scene {
  const { palette, title, className, share, most, number, note } = options;
  const { classes, tree } = result;
  const widths = classes.map(({ words }) =>
    Math.min(WIDEST, Math.max(LEAST, ...words.slice(0, most).map(({ word }) => textWidth(writtenWord(word), LARGEST) + 30))),
  );
  const lefts = widths.map((_, at) => MARGIN + widths.slice(0, at).reduce((sum, width) => sum + width + GAP, 0));
  const width = Math.max(420, MARGIN + widths.reduce((sum, own) => sum + own + GAP, 0) - GAP + MARGIN);
  const bottom = MARGIN + 8 + depth(tree) * CUT + 10;
  const top = branches(tree, (place) => (lefts[place] ?? 0) + (widths[place] ?? 0) / 2, bottom, palette);
  const stem = line(top.x, top.y - 8, top.x, top.y, palette.ink2, { 'stroke-width': 1.5 });
  const columns = classes.flatMap(({ segments, words }, place): SceneNode[] => {
    const [x, own] = [lefts[place] ?? 0, widths[place] ?? 0];
    const fill = palette.cases[place % palette.cases.length] ?? palette.ink2;
    const strongest = Math.sqrt(words[0]?.chiSquare ?? 1);
    const ink = inkOn(fill);
    return [
      mark(classKey(place), `${className(place)} — ${share(segments)}`, [
        rect({ x, y: bottom, width: own, height: HEAD - 6 }, { fill, rx: 4 }),
        ...textLines([className(place)], x + own / 2, bottom + 16, { size: 13, fill: ink, bold: true, anchor: 'middle' }, 16),
        ...textLines([share(segments)], x + own / 2, bottom + 31, { size: 10, fill: ink, anchor: 'middle' }, 14),
      ]),
      ...words.slice(0, most).map(({ word, chiSquare }, at) => {
        const size = Math.round((SMALLEST + (LARGEST - SMALLEST) * (Math.sqrt(chiSquare) / strongest)) * 10) / 10;
        const y = bottom + HEAD + at * LINE;
        const figure = number(Math.round(chiSquare));
        return mark(classKey(place, word), `${className(place)} : ${writtenWord(word)} — χ² ${figure}`, [
          rect({ x, y, width: own, height: LINE }, { fill: 'none', 'pointer-events': 'all' }),
          ...textLines([writtenWord(word)], x + 4, y + 13.5, { size, fill: palette.ink }, LINE),
          ...textLines([figure], x + own - 4, y + 13.5, { size: 10, fill: palette.ink3, anchor: 'end' }, LINE),
        ]);
      }),
    ];
  });
  const rows = Math.max(0, ...classes.map(({ words }) => Math.min(most, words.length)));
  const below = bottom + HEAD + rows * LINE + 14;
  const lines = wrapText(note, width - 2 * MARGIN, 11);
  return sceneOf(width, below + lines.length * 15 + MARGIN, palette.paper, title, [
    stem,
    ...top.nodes,
    ...columns,
    ...textLines(lines, MARGIN, below + 4, { size: 11, fill: palette.ink2 }, 15),
  ]);
}
