// A cross table shaded by its adjusted residuals: what is there more often than expected, and what less; signs and numbers say it in grey too.
import type { Crosstab, TableLine } from '../domain/crosstab.ts';
import type { MatrixHeader } from '../domain/matrix.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { textWidth } from './measure-text.ts';
import { inkOn, tint } from './palette.ts';
import type { Palette } from './palette.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

export interface CrosstabFigureOptions {
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  readonly width: number;
  /** Of a cell, as it is written in it. */
  readonly value: (row: number, column: number) => string;
  readonly residual: (value: number) => string;
  /** What a cell says to those who cannot see it. */
  readonly cellTitle: (row: number, column: number) => string;
  readonly labels: {
    readonly legend: string;
    /** From much less than expected to much more. */
    readonly steps: readonly [string, string, string, string, string];
    readonly note: string;
  };
}

/** Beyond this, chance alone would do it in one cell of twenty; beyond the second, in one of a thousand. */
export const RESIDUAL_STEPS = [1.96, 3.29] as const;
const SIZE = 12.5;
const SWATCH = { width: 30, height: 18 };

export const crosstabKey = (row: string, column: string): string => JSON.stringify([row, column]);

const headerOf = ({ key, label, path, color }: TableLine): MatrixHeader => ({
  key,
  label,
  path,
  entities: [{ kind: 'category', key, label, path, color }],
});

/** How strong a residual is: 0, 1, 2, with its sign. */
export function strengthOf(residual: number | null): number {
  if (residual === null) return 0;
  return Math.sign(residual) * RESIDUAL_STEPS.filter((step) => Math.abs(residual) >= step).length;
}

/** The colour of a strength; paper where the figure is hatched, whose signs say it. */
export function shadeOf(strength: number, { paper, cases, high, isHatched }: Palette): string {
  if (strength === 0 || isHatched) return paper;
  const hue = strength > 0 ? (cases[0] ?? high) : (cases[1] ?? high);
  return tint(hue, paper, Math.abs(strength) === 1 ? 0.3 : 0.78);
}

/** ▲ and ▼ say the sign where colour does not. */
export const signOf = (strength: number): string => (strength > 0 ? '▲'.repeat(strength) : '▼'.repeat(-strength));

function box(place: Rect, strength: number, words: readonly string[], palette: Palette): SceneNode[] {
  const fill = shadeOf(strength, palette);
  const cx = place.x + place.width / 2;
  const first = place.y + place.height / 2 - ((words.length - 1) * 14) / 2 + SIZE * 0.36;
  return [
    rect(place, { fill, 'fill-opacity': strength === 0 ? 0 : 1, stroke: palette.line, 'stroke-width': 0.8 }),
    ...textLines(words, cx, first, { size: SIZE, fill: inkOn(fill), anchor: 'middle' }, 14),
  ];
}

/** What the shades say; laid out for a width. */
export function residualLegend({ labels, palette }: Pick<CrosstabFigureOptions, 'labels' | 'palette'>) {
  const items = [2, 1, 0, -1, -2].map((strength) => ({ strength, text: labels.steps[strength + 2] ?? '' }));
  return (width: number) => {
    const title = { width: textWidth(labels.legend, 11.5) + 8, height: SWATCH.height };
    const boxes = items.map(({ text }) => ({ width: SWATCH.width + 6 + textWidth(text, 11.5) + 14, height: SWATCH.height }));
    const { places, height } = flow([title, ...boxes], width, 4);
    const nodes = (x: number, y: number): SceneNode[] => [
      ...textLines([labels.legend], x, y + 13, { size: 11.5, fill: palette.ink2 }, 15),
      ...items.flatMap(({ strength, text }, at) => {
        const place = places[at + 1];
        if (!place) return [];
        const left = x + place.x;
        const top = y + place.y;
        return [
          ...box({ x: left, y: top, ...SWATCH }, strength, [signOf(strength)], palette),
          ...textLines([text], left + SWATCH.width + 6, top + 13, { size: 11.5, fill: palette.ink2 }, 15),
        ];
      }),
    ];
    return { height, nodes };
  };
}

export function crosstabFigure(table: Crosstab, options: CrosstabFigureOptions): Scene {
  const { palette, language, title, value, residual, cellTitle, labels, width } = options;
  const frame = matrixFrame(
    {
      title,
      rowAxis: table.rowTitle,
      columnAxis: table.columnTitle,
      rows: table.rows.map(headerOf),
      columns: table.columns.map(headerOf),
      language,
      palette,
      width,
    },
    { narrowest: 64, widest: 140, narrowestTurned: 52, rowHeight: () => 42, legend: residualLegend(options), note: labels.note },
  );
  const cells = table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const found = table.residuals[r]?.[c] ?? null;
      const place = frame.cellAt(r, c);
      const inner = { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 };
      const strength = strengthOf(found);
      const words = [value(r, c), ...(strength === 0 || found === null ? [] : [`${signOf(strength)} ${residual(found)}`])];
      return mark(crosstabKey(row.key, column.key), typeset(cellTitle(r, c), language), box(inner, strength, words, palette));
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(title, language), [...frame.nodes, ...cells]);
}
