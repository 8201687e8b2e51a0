// The board of cards as a picture: groups and cards where they lie on the plane, on white paper or in the window's theme.
import type { Board, LaidCard, LaidGroup } from '../domain/board-layout.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { wrapText } from './measure-text.ts';
import { paletteOf, tint } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface BoardFigure {
  readonly board: Board;
  readonly title: string;
  /** `3 passages` */
  readonly passages: (n: number) => string;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const MARGIN = 24;
const TITLE = { size: 16, line: 21, below: 14 };
const NAME = { size: 12, line: 15, lines: 2 };
const GROUP_SIZE = 13;
const COUNT_SIZE = 10;
const CORNER = 6;
const INSET = 12;
const SHARE_OF_COLOR = { card: 0.16, group: 0.05 };
/** A board of one card has room for its title. */
const LEAST_WIDTH = 320;

/** At most so many lines; what does not fit is seen to be missing, and whole in the mark's title. */
function fitted(text: string, width: number, size: number, most: number): string[] {
  const lines = wrapText(text, width, size, true);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{1,2}$/u, '')}…`];
}

type Drawing = Pick<BoardFigure, 'passages' | 'language'> & { readonly paint: Palette };

function cardMark({ category, facts, box }: LaidCard, { paint, passages, language }: Drawing): SceneNode {
  const name = typeset(category.name, language);
  const count = passages(facts?.passages ?? 0);
  const lines = fitted(name, box.width - 2 * INSET, NAME.size, NAME.lines);
  return mark(`category:${category.id}`, `${name}, ${count}`, [
    rect(box, { fill: tint(category.color, paint.paper, SHARE_OF_COLOR.card), stroke: category.color, rx: CORNER }),
    ...textLines(lines, box.x + INSET, box.y + 19, { size: NAME.size, fill: paint.ink, bold: true }, NAME.line),
    ...textLines([count], box.x + INSET, box.y + box.height - 8, { size: COUNT_SIZE, fill: paint.ink }, NAME.line),
  ]);
}

function groupMarks(group: LaidGroup, drawing: Drawing): SceneNode[] {
  const { category, cards, box } = group;
  const { paint, language } = drawing;
  const name = typeset(category.name, language);
  const lines = fitted(name, box.width - 2 * INSET, GROUP_SIZE, 1);
  const fill = tint(category.color, paint.paper, SHARE_OF_COLOR.group);
  return [
    mark(`category:${category.id}`, name, [
      rect(box, { fill, stroke: category.color, 'stroke-width': 1.5, rx: CORNER + 2 }),
      ...textLines(lines, box.x + INSET, box.y + 22, { size: GROUP_SIZE, fill: paint.ink, bold: true }, NAME.line),
    ]),
    ...cards.map((card) => cardMark(card, drawing)),
  ];
}

export function boardFigure({ board, title, passages, theme, language }: BoardFigure): Scene {
  const paint = paletteOf(theme);
  const drawing = { paint, passages, language };
  const { x, y, width, height } = board.extent;
  const wide = Math.max(width, LEAST_WIDTH);
  const heading = wrapText(typeset(title, language), wide, TITLE.size, true);
  const top = MARGIN + heading.length * TITLE.line + TITLE.below;
  const marks = [...board.groups.flatMap((group) => groupMarks(group, drawing)), ...board.loose.map((card) => cardMark(card, drawing))];
  return sceneOf(wide + 2 * MARGIN, top + height + MARGIN, paint.paper, title, [
    ...textLines(heading, MARGIN, MARGIN + TITLE.size, { size: TITLE.size, fill: paint.ink, bold: true }, TITLE.line),
    node('g', { transform: `translate(${Math.round(MARGIN - x)} ${Math.round(top - y)})` }, marks),
  ]);
}
