// The board as a picture: what is drawn on the plane, for a file.
import { paletteOf, tint } from '../../shared/figure/palette.ts';
import { wrapText } from '../../shared/figure/measure-text.ts';
import { mark, rect, sceneOf, textLines } from '../../shared/figure/scene.ts';
import type { Scene, SceneNode } from '../../shared/figure/scene.ts';
import type { Board, LaidCard, LaidGroup } from './board-layout.ts';

const MARGIN = 24;
const SIZE = 12;
const LINE = 15;
const LINES = 2;

function cardNodes({ category, facts, box }: LaidCard, paint: ReturnType<typeof paletteOf>, count: (n: number) => string): SceneNode {
  const lines = wrapText(category.name, box.width - 24, SIZE, true).slice(0, LINES);
  return mark(category.id, category.name, [
    rect(box, { fill: tint(category.color, paint.paper, 0.16), stroke: category.color, rx: 6 }),
    ...textLines(lines, box.x + 12, box.y + 19, { size: SIZE, fill: paint.ink, bold: true }, LINE),
    ...textLines([count(facts?.passages ?? 0)], box.x + 12, box.y + box.height - 8, { size: 10, fill: paint.ink }, LINE),
  ]);
}

function groupNodes({ category, cards, box }: LaidGroup, paint: ReturnType<typeof paletteOf>, count: (n: number) => string): SceneNode[] {
  return [
    rect(box, { fill: 'none', stroke: category.color, 'stroke-width': 1.5, rx: 8 }),
    ...textLines(
      wrapText(category.name, box.width - 20, SIZE + 1, true).slice(0, 1),
      box.x + 12,
      box.y + 22,
      { size: SIZE + 1, fill: paint.ink, bold: true },
      LINE,
    ),
    ...cards.map((card) => cardNodes(card, paint, count)),
  ];
}

/** On white, whatever the window's theme: a picture is for paper. */
export function boardPicture(board: Board, title: string, count: (n: number) => string): Scene {
  const paint = paletteOf('light');
  const { x, y, width, height } = board.extent;
  const children = [...board.groups.flatMap((group) => groupNodes(group, paint, count)), ...board.loose.map((card) => cardNodes(card, paint, count))];
  const moved: SceneNode = { tag: 'g', attrs: { transform: `translate(${Math.round(MARGIN - x)} ${Math.round(MARGIN - y)})` }, children };
  return sceneOf(width + 2 * MARGIN, height + 2 * MARGIN, paint.paper, title, [moved]);
}
