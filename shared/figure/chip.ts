// A chip names one thing found, and shows by its fill, border, corners and sign which cases have it.
import { caseBorder, caseMark, commonMark } from './case-marks.ts';
import { longestWord, textWidth, wrapText } from './measure-text.ts';
import { contrast, inkOn, tint } from './palette.ts';
import type { Palette } from './palette.ts';
import { rect, textLines } from './scene.ts';
import type { Rect, SceneNode } from './scene.ts';

/** Who has it: every case, one of them, or several (by index in the comparison's order). */
export type Holders =
  | { readonly kind: 'common' }
  | { readonly kind: 'only'; readonly index: number }
  | { readonly kind: 'partly'; readonly indexes: readonly number[] };

const SIZE = 11.5;
const LINE = 14;
const PADDING = { x: 8, y: 4 };
const SIGN = { radius: 4.2, width: 11, gap: 5 };

export interface Chip {
  readonly holders: Holders;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function signsWidth(holders: Holders): number {
  return (holders.kind === 'partly' ? holders.indexes.length : 1) * SIGN.width + SIGN.gap;
}

/** What a chip takes at least, so that none of its words is cut. */
export function chipWidth(text: string, holders: Holders): number {
  return Math.ceil(longestWord(text, SIZE)) + signsWidth(holders) + 2 * PADDING.x;
}

/** Wraps the text so that the chip is at most `widest` px wide. */
export function chipOf(text: string, holders: Holders, widest: number): Chip {
  const around = signsWidth(holders) + 2 * PADDING.x;
  const lines = wrapText(text, Math.max(40, widest - around), SIZE);
  const width = Math.min(widest, Math.ceil(Math.max(...lines.map((words) => textWidth(words, SIZE))) + around));
  return { holders, lines, width, height: lines.length * LINE + 2 * PADDING.y };
}

interface ChipPaint {
  readonly palette: Palette;
  /** One per case, in the comparison's order. */
  readonly caseColors: readonly string[];
}

function boxStyle(holders: Holders, { palette, caseColors }: ChipPaint): Record<string, string | number> {
  if (holders.kind === 'common') return { fill: palette.ink2, rx: 4 };
  if (holders.kind === 'partly') return { fill: palette.band, stroke: palette.ink3, 'stroke-width': 1, rx: 4 };
  const color = caseColors[holders.index] ?? palette.ink3;
  const { dash, corner } = caseBorder(holders.index);
  return {
    fill: tint(color, palette.paper, 0.1),
    stroke: color,
    'stroke-width': 1.3,
    rx: corner,
    ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
  };
}

/** A chip's marks at a place given by `place.x` and `place.y`. */
export function chipNodes(chip: Chip, place: Pick<Rect, 'x' | 'y'>, paint: ChipPaint): SceneNode[] {
  const { holders } = chip;
  const { palette } = paint;
  const ink = holders.kind === 'common' ? (contrast(palette.ink2, palette.paper) >= 4.5 ? palette.paper : inkOn(palette.ink2)) : palette.ink;
  const cy = place.y + PADDING.y + LINE / 2;
  const cx = place.x + PADDING.x + SIGN.width / 2;
  const signs =
    holders.kind === 'common'
      ? commonMark(cx, cy, SIGN.radius + 0.6, ink)
      : (holders.kind === 'only' ? [holders.index] : holders.indexes).map((index, order) =>
          caseMark(index, cx + order * SIGN.width, cy, SIGN.radius, paint.caseColors[index] ?? ink),
        );
  return [
    rect({ x: place.x, y: place.y, width: chip.width, height: chip.height }, { class: 'chip', ...boxStyle(holders, paint) }),
    ...signs,
    ...textLines(chip.lines, place.x + PADDING.x + signsWidth(holders), place.y + PADDING.y + SIZE * 0.92, { size: SIZE, fill: ink }, LINE),
  ];
}
