// Pinned verbatims as they are moved: by a drag to a gap between two of them, or by keys, one place at a time.

const TYPE = 'application/x-trame-pin';

export function beginPinDrag(data: DataTransfer, passageId: string): void {
  data.setData(TYPE, passageId);
}

/** Known while it is dragged over, when what it holds is not told yet. */
export function holdsPin(data: DataTransfer): boolean {
  return data.types.includes(TYPE);
}

export function pinOfDrop(data: DataTransfer): string | null {
  return data.getData(TYPE) || null;
}

/** The gap that the pointer is nearest to: 0 before the first, as many as there are pins after the last. */
export function gapAt(y: number, boxes: readonly { readonly top: number; readonly height: number }[]): number {
  const below = boxes.findIndex(({ top, height }) => y < top + height / 2);
  return below < 0 ? boxes.length : below;
}

/** The place among the others that one let go of in a gap takes; null where it already stands there. */
export function placeInGap(pinned: readonly string[], passageId: string, gap: number): number | null {
  const at = pinned.indexOf(passageId);
  if (at < 0) return gap;
  const place = gap > at ? gap - 1 : gap;
  return place === at ? null : place;
}

/** One place up or down; null at either end. */
export function placeAfterStep(pinned: readonly string[], passageId: string, by: -1 | 1): number | null {
  const place = pinned.indexOf(passageId) + by;
  return place < 0 || place >= pinned.length ? null : place;
}
