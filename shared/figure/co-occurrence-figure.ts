// Categories against categories: how often each two are together, or one follows the other, as shades of one hue with their numbers.
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { shadedBox } from './heat-figure.ts';
import { clipped, textWidth, wrapText } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import type { FigureTheme, Palette } from './palette.ts';
import { mark, rect, sceneOf, textLines, uprightLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface PairCell {
  /** 0 … 1: how dark. */
  readonly share: number;
  readonly words: string;
  /** For those who cannot see it. */
  readonly title: string;
}

export interface PairFigure {
  readonly categories: readonly { readonly id: string; readonly name: string; readonly color: string }[];
  /** Null where the two never meet. */
  readonly cellAt: (row: number, column: number) => PairCell | null;
  /** Both orders mean the same: one half is enough. */
  readonly isSymmetric: boolean;
  /** What rows and columns are, where their order matters: « d’abord », « ensuite ». */
  readonly sides: { readonly rows: string; readonly columns: string } | null;
  readonly title: string;
  /** Under the picture. */
  readonly note: string;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const MARGIN = 16;
const SIZE = 11.5;
const LINE = 14;
const CELL = { least: 26, most: 46, room: 820 };
const LABEL = { widest: 210, longest: 200, gap: 8, swatch: 9 };
const NOTE = { size: 11, line: 15 };

export const pairKey = (a: string, b: string): string => `pair:${a}:${b}`;

/** The ids that a mark's key names; null for other keys. */
export function pairInKey(key: string): readonly [string, string] | null {
  const [, a, b] = /^pair:([^:]+):([^:]+)$/.exec(key) ?? [];
  return a === undefined || b === undefined ? null : [a, b];
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  readonly height: number;
}

function cellMarks({ categories, cellAt, isSymmetric, language }: PairFigure, { left, top, cell, height }: Grid, palette: Palette): SceneNode[] {
  const fits = (words: string): string[] => (textWidth(words, 11) + 3 <= cell ? [words] : []);
  return categories.flatMap((row, r) =>
    categories.flatMap((column, c): SceneNode[] => {
      if (isSymmetric && c > r) return [];
      const place = { x: left + c * cell + 0.5, y: top + r * height + 0.5, width: cell - 1, height: height - 1 };
      const found = cellAt(r, c);
      if (!found) return [rect(place, { fill: palette.band })];
      const isOwn = isSymmetric && r === c;
      const box = isOwn
        ? [
            rect(place, { fill: palette.paper, stroke: palette.lineStrong }),
            ...textLines(
              fits(found.words),
              place.x + place.width / 2,
              place.y + height / 2 + 4,
              { size: 12, fill: palette.ink2, anchor: 'middle' },
              LINE,
            ),
          ]
        : shadedBox(place, found.share, fits(found.words), palette);
      return [mark(pairKey(row.id, column.id), typeset(found.title, language), box)];
    }),
  );
}

export function pairFigure(figure: PairFigure): Scene {
  const { categories, isSymmetric, sides, language, theme, title, note } = figure;
  const palette = paletteOf(theme);
  const names = categories.map(({ name }) => typeset(name, language));
  const widest = Math.min(LABEL.widest, Math.max(40, ...names.map((name) => textWidth(name, SIZE))));
  const tallest = Math.min(LABEL.longest, Math.max(20, ...names.map((name) => textWidth(name, SIZE))));
  const cell = Math.max(CELL.least, Math.min(CELL.most, Math.floor(CELL.room / Math.max(1, categories.length))));
  const height = Math.max(24, Math.min(34, cell));
  const left = MARGIN + LABEL.swatch + 6 + widest + LABEL.gap;
  const side = sides ? 20 : 0;
  const top = MARGIN + side + tallest + LABEL.gap;
  const right = left + categories.length * cell;
  const bottom = top + categories.length * height;
  const width = Math.max(right + MARGIN, 420);
  const noteLines = wrapText(typeset(note, language), width - 2 * MARGIN, NOTE.size);
  const ink = { size: SIZE, fill: palette.ink };
  const heads = names.flatMap((name, at) => {
    const color = categories[at]?.color ?? palette.ink;
    const y = top + at * height + height / 2;
    const x = left + at * cell + cell / 2 + SIZE * 0.36;
    // of half a matrix, the names of columns stand where the columns begin: the empty half holds them, near what they name
    const begin = top + (isSymmetric ? at * height : 0);
    return [
      rect({ x: left - LABEL.gap - LABEL.swatch, y: y - LABEL.swatch / 2, width: LABEL.swatch, height: LABEL.swatch }, { fill: color, rx: 2 }),
      ...textLines([clipped(name, widest, SIZE)], left - LABEL.gap - LABEL.swatch - 6, y + 4, { ...ink, anchor: 'end' }, LINE),
      ...uprightLines([clipped(name, tallest, SIZE)], x, begin - LABEL.gap, ink, LINE),
    ];
  });
  const sideWords = sides
    ? [
        ...textLines([typeset(sides.columns, language)], right, MARGIN + SIZE, { size: SIZE, fill: palette.ink2, italic: true, anchor: 'end' }, LINE),
        ...textLines([typeset(sides.rows, language)], MARGIN, top - LABEL.gap, { size: SIZE, fill: palette.ink2, italic: true }, LINE),
      ]
    : [];
  return sceneOf(width, bottom + 12 + noteLines.length * NOTE.line + MARGIN, palette.paper, typeset(title, language), [
    ...sideWords,
    ...heads,
    ...cellMarks(figure, { left, top, cell, height }, palette),
    ...textLines(noteLines, MARGIN, bottom + 12 + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
  ]);
}
