// Where the palette opens: under the words it is for, or above them where the view leaves more room there.

/** What is needed of a rectangle in the viewport. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In pixels from the corner of the text's sheet; `top` is the palette's foot where it `isAbove`. */
export interface PalettePlace {
  readonly left: number;
  readonly top: number;
  readonly isAbove: boolean;
  readonly maxHeight: number;
}

const WIDTH_PX = 400;
const MAX_PX = 340;
const MIN_PX = 220;
const GAP_PX = 8;

/** `first` and `last`: the first and the last of the words; `view`: what is seen of the text; `sheet`: the whole of it. */
export function palettePlace(words: { readonly first: Box; readonly last: Box }, view: Box, sheet: Box): PalettePlace {
  const below = view.bottom - words.last.bottom - GAP_PX;
  const above = words.first.top - view.top - GAP_PX;
  const isAbove = below < MIN_PX && above > below;
  const wished = (words.last.left + words.last.right) / 2 - WIDTH_PX / 3;
  const left = Math.max(view.left + GAP_PX, Math.min(wished, view.right - WIDTH_PX - 2 * GAP_PX));
  // Where neither side has room, or the words are out of sight, the palette lies over what is seen.
  const under = Math.max(view.top + GAP_PX, Math.min(words.last.bottom + GAP_PX, view.bottom - MIN_PX));
  const over = Math.min(view.bottom - GAP_PX, Math.max(words.first.top - GAP_PX, view.top + MIN_PX));
  const top = isAbove ? over : under;
  const room = isAbove ? top - view.top - GAP_PX : view.bottom - top - GAP_PX;
  return { left: left - sheet.left, top: top - sheet.top, isAbove, maxHeight: Math.min(MAX_PX, room) };
}
