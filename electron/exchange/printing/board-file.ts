// The board of a grid as a picture in a file: svg to edit, png to paste.
import { boardOf } from '../../../shared/domain/board-layout.ts';
import type { BoardCard } from '../../../shared/domain/board.ts';
import type { Grid } from '../../../shared/domain/category.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { boardFigure } from '../../../shared/figure/board-figure.ts';
import { sceneToSvg } from '../../../shared/figure/scene-to-svg.ts';
import { boardText } from '../../../shared/i18n/board.ts';
import { svgToPng } from './formats/figure-files.ts';

const PNG_SCALE = 3;
/** Pixels a side: cards laid very far apart would ask for a picture that no program opens. */
const MOST_PNG_SIDE = 16_000;

/** Always on white: a picture is for paper. Refuses (`board.empty`) a board on which nothing lies. */
export function boardFile(grid: Grid, cards: readonly BoardCard[], format: 'svg' | 'png', language: Language): Uint8Array | string {
  const board = boardOf(grid, new Map(cards.map((card) => [card.categoryId, card])));
  if (board.cards.length === 0 && board.groups.length === 0) throw new Refusal('board.empty', { grid: grid.title });
  const { title, passages } = boardText[language];
  const scene = boardFigure({ board, title: `${title}, ${grid.title}`, passages, theme: 'light', language });
  const svg = sceneToSvg(scene);
  return format === 'svg' ? svg : svgToPng(svg, Math.min(PNG_SCALE, MOST_PNG_SIDE / Math.max(scene.width, scene.height)));
}
