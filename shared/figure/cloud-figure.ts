// A cloud of words: the commonest in the middle, larger the oftener they are said, none over another. The same words lie the same way each
// time: places are tried along a spiral, without chance.
import { scaleSqrt } from 'd3';
import { textWidth } from './measure-text.ts';
import { contrast, tint } from './palette.ts';
import type { Palette } from './palette.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';
import { writtenWord } from './word-look.ts';
import type { WordFigureOptions } from './word-look.ts';

export interface CloudWord {
  readonly word: string;
  readonly count: number;
}

export interface CloudOptions extends WordFigureOptions {
  /** « 12 occurrences » */
  readonly times: (count: number) => string;
  readonly most: number;
}

const WIDTH = 860;
const [LARGEST, SMALLEST] = [54, 12];
const MARGIN = 16;
/** Between words, in px. */
const GAP = { x: 5, y: 1 };
/** Of a letter's size: from the baseline up, and down. */
const [ABOVE, BELOW] = [0.78, 0.22];
/** Wider than high, as screens and pages are. */
const FLAT = 0.56;
const STEP = 0.06;
const TURNS = 4.2;
const FURTHEST = 1400;

export interface LaidWord extends CloudWord {
  readonly size: number;
  readonly box: Rect;
}

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Boxes by squares of the plane, so that only neighbours are looked at. */
class Plane {
  readonly #square = 60;
  readonly #boxes = new Map<string, Rect[]>();

  *#squares({ x, y, width, height }: Rect): Generator<string> {
    for (let column = Math.floor(x / this.#square); column <= Math.floor((x + width) / this.#square); column += 1)
      for (let row = Math.floor(y / this.#square); row <= Math.floor((y + height) / this.#square); row += 1) yield `${column} ${row}`;
  }

  isFree(box: Rect): boolean {
    for (const square of this.#squares(box)) if (this.#boxes.get(square)?.some((other) => meets(box, other))) return false;
    return true;
  }

  take(box: Rect): void {
    for (const square of this.#squares(box)) this.#boxes.set(square, [...(this.#boxes.get(square) ?? []), box]);
  }
}

/** Places around the middle (0, 0), commonest first. Words for which there is no room are left out. */
export function layCloud(words: readonly CloudWord[], most: number): LaidWord[] {
  const shown = words.slice(0, most);
  const scale = scaleSqrt([Math.min(...shown.map(({ count }) => count)), Math.max(1, ...shown.map(({ count }) => count))], [SMALLEST, LARGEST]);
  const plane = new Plane();
  return shown.flatMap((word): LaidWord[] => {
    const size = Math.round(scale(word.count) * 10) / 10;
    const width = textWidth(writtenWord(word.word), size, true) + 2 * GAP.x;
    const height = size * (ABOVE + BELOW) + 2 * GAP.y;
    for (let angle = 0; TURNS * angle < FURTHEST; angle += STEP) {
      const radius = TURNS * angle;
      const [x, y] = [radius * Math.cos(angle) - width / 2, radius * FLAT * Math.sin(angle) - height / 2];
      const box = { x, y, width, height };
      if (Math.abs(x + width / 2) + width / 2 > WIDTH / 2 - MARGIN || !plane.isFree(box)) continue;
      plane.take(box);
      return [{ ...word, size, box }];
    }
    return [];
  });
}

/** Five steps from quiet to strong: the eye's help, size says the number. */
function inkOf(share: number, palette: Palette): string {
  const wanted = tint(palette.high, palette.ink3, Math.round(share * 4) / 4);
  return contrast(wanted, palette.paper) >= 4.5 ? wanted : palette.ink2;
}

export function cloudFigure(words: readonly CloudWord[], { palette, title, times, most }: CloudOptions): Scene {
  const laid = layCloud(words, most);
  const top = Math.min(0, ...laid.map(({ box }) => box.y));
  const bottom = Math.max(0, ...laid.map(({ box }) => box.y + box.height));
  const largest = Math.max(1, ...laid.map(({ size }) => size));
  const [left, above] = [WIDTH / 2, MARGIN - top];
  const nodes = laid.map(({ word, count, size, box }): SceneNode => {
    const share = (size - SMALLEST) / Math.max(1, largest - SMALLEST);
    const style = { size, fill: inkOf(share, palette), bold: true, anchor: 'middle' as const };
    const place = { x: left + box.x, y: above + box.y, width: box.width, height: box.height };
    const baseline = place.y + GAP.y + size * ABOVE;
    return mark(word, `${writtenWord(word)} — ${times(count)}`, [
      rect(place, { fill: 'none', 'pointer-events': 'all' }),
      ...textLines([writtenWord(word)], place.x + place.width / 2, baseline, style, size),
    ]);
  });
  return sceneOf(WIDTH, bottom - top + 2 * MARGIN, palette.paper, title, nodes);
}
