// What is being put together to be printed: pieces ticked or not, each with its formats, and how all of it is set.
import { BULKY, PACK_ORDER, firstFormats, newPiece } from '../../shared/domain/first-pack.ts';
import { FORMATS_OF } from '../../shared/domain/print.ts';
import type { PieceKind, PrintFormat, PrintOrder, PrintPack, PrintPiece, PrintStyle } from '../../shared/domain/print.ts';
import type { PrintingFrame } from './frame.ts';

/** A line of the list. */
export interface DraftOrder {
  readonly id: number;
  readonly isTicked: boolean;
  readonly piece: PrintPiece;
  readonly formats: readonly PrintFormat[];
}

export interface PackDraft {
  readonly style: PrintStyle;
  readonly orders: readonly DraftOrder[];
  /** The piece whose pages are shown. */
  readonly shownId: number | null;
}

export function newPack(frame: PrintingFrame, style: PrintStyle): PackDraft {
  const orders = PACK_ORDER.flatMap((kind, id): DraftOrder[] => {
    const piece = newPiece(kind, frame);
    return piece ? [{ id, piece, isTicked: !BULKY.has(kind), formats: firstFormats(kind) }] : [];
  });
  return { style, orders, shownId: orders[0]?.id ?? null };
}

export function draftOf({ style, orders }: PrintPack): PackDraft {
  return { style, orders: orders.map((order, id) => ({ ...order, id, isTicked: true })), shownId: orders.length > 0 ? 0 : null };
}

/** What would be written now; without any piece there is no pack. */
export function packOf({ style, orders }: PackDraft): PrintPack | null {
  const chosen = orders.filter(({ isTicked }) => isTicked).map(({ piece, formats }): PrintOrder => ({ piece, formats: [...formats] }));
  return chosen.length > 0 && chosen.every(({ formats }) => formats.length > 0) ? { style, orders: chosen } : null;
}

export function filesIn({ orders }: Pick<PackDraft, 'orders'>): number {
  return orders.reduce((sum, { isTicked, formats }) => sum + (isTicked ? formats.length : 0), 0);
}

export function withOrder(draft: PackDraft, id: number, change: Partial<Omit<DraftOrder, 'id'>>): PackDraft {
  return { ...draft, orders: draft.orders.map((order) => (order.id === id ? { ...order, ...change } : order)) };
}

/** The new piece is shown at once; it stands after the last of its kind, else last. */
export function withPiece(draft: PackDraft, piece: PrintPiece): PackDraft {
  const id = Math.max(-1, ...draft.orders.map((order) => order.id)) + 1;
  const added = { id, piece, isTicked: true, formats: firstFormats(piece.kind) };
  const twin = draft.orders.findLastIndex((order) => order.piece.kind === piece.kind);
  const at = twin < 0 ? draft.orders.length : twin + 1;
  return { ...draft, orders: [...draft.orders.slice(0, at), added, ...draft.orders.slice(at)], shownId: id };
}

export function withoutOrder(draft: PackDraft, id: number): PackDraft {
  const orders = draft.orders.filter((order) => order.id !== id);
  return { ...draft, orders, shownId: draft.shownId === id ? (orders[0]?.id ?? null) : draft.shownId };
}

/** The formats of a piece with one more or one less, in the order in which they are offered. */
export function toggled(kind: PieceKind, formats: readonly PrintFormat[], format: PrintFormat): PrintFormat[] {
  return FORMATS_OF[kind].filter((each) => (each === format ? !formats.includes(each) : formats.includes(each)));
}
