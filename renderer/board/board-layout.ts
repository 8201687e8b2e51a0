// What a card that is let go falls on, and the part of the plane that is seen.
import type { Board, Box, Point } from '../../shared/domain/board-layout.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';

export type Landing =
  | { readonly kind: 'group'; readonly id: CategoryId }
  | { readonly kind: 'card'; readonly id: CategoryId }
  | { readonly kind: 'plane' };

function isIn({ x, y, width, height }: Box, point: Point): boolean {
  return x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height;
}

/** What is under a point once the dragged cards are lifted; the card or group drawn last is on top. */
export function landingAt(board: Board, point: Point, lifted: ReadonlySet<CategoryId>): Landing {
  const card = board.loose.findLast(({ category, box }) => !lifted.has(category.id) && isIn(box, point));
  if (card) return { kind: 'card', id: card.category.id };
  const group = board.groups.findLast(({ category, box }) => !lifted.has(category.id) && isIn(box, point));
  return group ? { kind: 'group', id: group.category.id } : { kind: 'plane' };
}

export function cardsWithin(board: Board, area: Box): CategoryId[] {
  const meets = (box: Box) =>
    box.x < area.x + area.width && area.x < box.x + box.width && box.y < area.y + area.height && area.y < box.y + box.height;
  return board.cards.filter(({ box }) => meets(box)).map(({ category }) => category.id);
}

/** The part of the plane that is seen: a point of it is `(window − shift) / scale`. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const SCALES = { min: 0.25, max: 2 } as const;

/** The same view at another scale, the point of the window at `at` staying where it is. */
export function zoomed(view: View, factor: number, at: Point): View {
  const scale = Math.max(SCALES.min, Math.min(SCALES.max, view.scale * factor));
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
}

const MARGIN = 32;

/** Everything in sight, no larger than natural. */
export function fitting(extent: Box, pane: { readonly width: number; readonly height: number }): View {
  const wanted = Math.min((pane.width - 2 * MARGIN) / Math.max(1, extent.width), (pane.height - 2 * MARGIN) / Math.max(1, extent.height));
  const scale = Math.max(SCALES.min, Math.min(1, wanted));
  const spare = pane.width - extent.width * scale;
  return { scale, x: Math.max(MARGIN, spare / 2) - extent.x * scale, y: MARGIN - extent.y * scale };
}

export function onPlane(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
}
