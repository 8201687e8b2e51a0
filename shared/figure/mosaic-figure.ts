// A cross table as a mosaic (Friendly 1994): a column is as wide as its share of the whole, a tile as high as its row's share of the column, so
// that areas are counts. Tiles are shaded by their adjusted residuals; what is rarer than expected is outlined in dashes, for greys.
import type { Crosstab } from '../domain/crosstab.ts';
import { typeset } from '../domain/typography.ts';
import { crosstabKey, residualLegend, shadeOf, signOf, strengthOf } from './crosstab-figure.ts';
import type { CrosstabFigureOptions } from './crosstab-figure.ts';
import { clipped, longestWord, textWidth, wrapClipped, wrapText } from './measure-text.ts';
import { inkOn } from './palette.ts';
import { line, mark, rect, sceneOf, textLines, uprightLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

const MARGIN = 16;
const SIZE = 12;
const LINE = 15;
const TILE_LINE = 14;
/** Between columns, and between the tiles of one. */
const GAP = 3;
const WIDEST_NAMES = 240;
const HIGHEST_HEADS = 110;
const LEAST_HEIGHT = 380;
const HEIGHT_OF_ROW = 26;
/** A tile without anything is a line this thick. */
const NOTHING = 1.2;
const FEWEST_LINES = 3;

interface Column {
  /** In the table. */
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

/** Columns that hold anything, side by side. */
function columnsOf({ totals }: Crosstab, x: number, width: number): Column[] {
  const filled = totals.columns.flatMap((total, index) => (total > 0 ? [{ index, total }] : []));
  const room = width - GAP * (filled.length - 1);
  let at = x;
  return filled.map(({ index, total }) => {
    const own = (room * total) / totals.total;
    at += own + GAP;
    return { index, x: at - own - GAP, width: own };
  });
}

/** Rows that hold anything; one without is no row of a mosaic. */
function rowsOf({ totals }: Crosstab): number[] {
  return totals.rows.flatMap((total, index) => (total > 0 ? [index] : []));
}

interface Tile extends Rect {
  readonly row: number;
}

function tilesOf({ counts, totals }: Crosstab, rows: readonly number[], { index, x, width }: Column, top: number, height: number): Tile[] {
  const room = height - GAP * (rows.length - 1);
  let y = top;
  return rows.map((row) => {
    const own = (room * (counts[row]?.[index] ?? 0)) / (totals.columns[index] ?? 1);
    const tile = { row, x, y, width, height: own };
    y += own + GAP;
    return tile;
  });
}

/** Middles moved apart so that names of this height do not lie over each other, in order, between two ends. */
export function spreadApart(middles: readonly number[], least: number, { from, to }: { readonly from: number; readonly to: number }): number[] {
  const places = [...middles];
  for (let at = 0; at < places.length; at += 1) places[at] = Math.max(places[at] ?? 0, at === 0 ? from + least / 2 : (places[at - 1] ?? 0) + least);
  for (let at = places.length - 1; at >= 0; at -= 1)
    places[at] = Math.min(places[at] ?? 0, at === places.length - 1 ? to - least / 2 : (places[at + 1] ?? 0) - least);
  return places;
}

/** The names of rows, each beside its tile in the first column, with a line to it where it had to give way. */
function rowNames(table: Crosstab, tiles: readonly Tile[], { palette, language }: CrosstabFigureOptions, width: number): SceneNode[] {
  const first = tiles[0];
  const last = tiles.at(-1);
  if (!first || !last) return [];
  const middles = tiles.map(({ y, height }) => y + height / 2);
  const places = spreadApart(middles, LINE, { from: first.y, to: last.y + last.height });
  return tiles.flatMap(({ row, x }, at) => {
    const [place, middle] = [places[at] ?? 0, middles[at] ?? 0];
    const name = clipped(typeset(table.rows[row]?.label ?? '', language), width - 14, SIZE);
    return [
      ...textLines([name], MARGIN + width - 14, place + SIZE * 0.36, { size: SIZE, fill: palette.ink, anchor: 'end' }, LINE),
      ...(Math.abs(place - middle) > 1 ? [line(MARGIN + width - 11, place, x - 2, middle, palette.lineStrong)] : []),
    ];
  });
}

/** The name of a column over it: level where its longest word fits, else read from below. */
function columnName(table: Crosstab, { index, x, width }: Column, bottom: number, { palette, language }: CrosstabFigureOptions): SceneNode[] {
  const name = typeset(table.columns[index]?.label ?? '', language);
  const style = { size: SIZE, fill: palette.ink } as const;
  if (longestWord(name, SIZE) <= width) {
    const lines = wrapClipped(name, width, SIZE, FEWEST_LINES);
    return textLines(lines, x + width / 2, bottom - 4 - (lines.length - 1) * LINE, { ...style, anchor: 'middle' }, LINE);
  }
  return uprightLines([clipped(name, HIGHEST_HEADS - 8, SIZE)], x + width / 2 + SIZE * 0.36, bottom - 4, style, LINE);
}

function headsHeight(table: Crosstab, columns: readonly Column[]): number {
  const heights = columns.map(({ index, width }) => {
    const name = table.columns[index]?.label ?? '';
    if (longestWord(name, SIZE) <= width) return wrapClipped(name, width, SIZE, FEWEST_LINES).length * LINE + 6;
    return Math.min(HIGHEST_HEADS, textWidth(name, SIZE) + 10);
  });
  return Math.max(LINE, ...heights);
}

function drawnTile(tile: Tile, strength: number, words: readonly string[], { palette }: CrosstabFigureOptions): SceneNode[] {
  if (tile.height === 0) return [rect({ ...tile, height: NOTHING }, { fill: palette.ink3 })];
  const fill = shadeOf(strength, palette);
  const outline = { stroke: strength === 0 ? palette.lineStrong : palette.ink2, 'stroke-width': 0.9 };
  const fits = words.filter((word) => textWidth(word, SIZE) <= tile.width - 6).slice(0, Math.floor((tile.height - 2) / TILE_LINE));
  const top = tile.y + tile.height / 2 - ((fits.length - 1) * TILE_LINE) / 2 + SIZE * 0.36;
  return [
    rect(tile, { fill, ...outline, ...(strength < 0 ? { 'stroke-dasharray': '4 2.5' } : {}) }),
    ...textLines(fits, tile.x + tile.width / 2, top, { size: SIZE, fill: inkOn(fill), anchor: 'middle' }, TILE_LINE),
  ];
}

export function mosaicFigure(table: Crosstab, options: CrosstabFigureOptions): Scene {
  const { palette, language, title, value, residual, cellTitle, labels, width } = options;
  const rows = rowsOf(table);
  const names = Math.min(WIDEST_NAMES, Math.max(...rows.map((row) => textWidth(table.rows[row]?.label ?? '', SIZE))) + 16);
  const inner = width - 2 * MARGIN;
  const columns = columnsOf(table, MARGIN + names, inner - names);
  const axes = wrapText(typeset(`${table.columnTitle} → · ${table.rowTitle} ↓`, language), inner, SIZE);
  const top = MARGIN + axes.length * LINE + headsHeight(table, columns);
  const height = Math.max(LEAST_HEIGHT, rows.length * HEIGHT_OF_ROW);
  const all = columns.map((column) => ({ column, tiles: tilesOf(table, rows, column, top, height) }));
  const legend = residualLegend(options)(inner);
  const note = wrapText(typeset(labels.note, language), inner, 11);
  const legendTop = top + height + 18;
  const noteTop = legendTop + legend.height + 16;
  const marks = all.flatMap(({ column: { index }, tiles }) =>
    tiles.map((tile) => {
      const found = table.residuals[tile.row]?.[index] ?? null;
      const strength = strengthOf(found);
      const said = strength === 0 || found === null ? [] : [`${signOf(strength)} ${residual(found)}`];
      const key = crosstabKey(table.rows[tile.row]?.key ?? '', table.columns[index]?.key ?? '');
      const words = [value(tile.row, index), ...said];
      return mark(key, typeset(cellTitle(tile.row, index), language), drawnTile(tile, strength, words, options));
    }),
  );
  return sceneOf(width, noteTop + note.length * LINE + MARGIN - LINE, palette.paper, typeset(title, language), [
    ...textLines(axes, MARGIN, MARGIN + SIZE, { size: SIZE, fill: palette.ink2 }, LINE),
    ...columns.flatMap((column) => columnName(table, column, top, options)),
    ...rowNames(table, all[0]?.tiles ?? [], options, names),
    ...marks,
    ...legend.nodes(MARGIN, legendTop),
    ...textLines(note, MARGIN, noteTop, { size: 11, fill: palette.ink2 }, LINE),
  ]);
}
