// Widths that fit what is shown, measured with the fonts of the page.
import { withoutCuts } from '../../shared/domain/cell.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { fittedWidth } from './grid-layout.ts';

function measureIn(grid: HTMLElement | null, weight = 500): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const style = grid && getComputedStyle(grid);
  if (!context || !style) return (text) => text.length * 7;
  context.font = `${weight} ${style.fontSize} ${style.fontFamily}`;
  return (text) => context.measureText(text).width;
}

/** Beyond this a word may break, with a hyphen. CSS pixels, as all of these. */
const LONGEST_HEAD = 190;
const HEAD_PADDING = 18;

/** What the longest word of each column's head needs to stay in one piece. */
export function headWords(columns: MatrixTable['columns'], grid: HTMLElement | null): number[] {
  const measure = measureIn(grid, 600);
  const known = new Map<string, number>();
  return columns.map(({ label, entities }) => {
    const name = entities.at(-1)?.label ?? label;
    const width = known.get(name) ?? Math.max(0, ...longestWords(name).map(measure));
    known.set(name, width);
    return Math.ceil(Math.min(LONGEST_HEAD, width) + HEAD_PADDING);
  });
}

const longestWords = (text: string): string[] => text.split(/\s+/u);

export function fittedColumn(table: MatrixTable, column: number, grid: HTMLElement | null): number {
  const { contents } = table.definition;
  const cells = table.cells.flatMap((row) => row[column] ?? []);
  const shows = (content: (typeof contents)[number]) => contents.includes(content);
  const label = table.columns[column]?.entities.at(-1)?.label ?? '';
  const words = [
    ...longestWords(label),
    ...(shows('categories') ? cells.flatMap(({ categories }) => categories.map(({ name }) => `${name}  00`)) : []),
    ...(shows('rating') ? cells.flatMap(({ rating }) => (rating ? [`${rating.label}  00`] : [])) : []),
  ];
  const prose = cells.flatMap(({ synthesis, pinned, quotes, remark }) => [
    ...(shows('synthesis') && synthesis ? [synthesis] : []),
    ...(shows('pinned') ? pinned.map(({ text, cuts }) => withoutCuts(text, cuts)) : []),
    ...(shows('passages') ? quotes.map(({ text }) => text) : []),
    ...(shows('remark') && remark ? [remark] : []),
  ]);
  return fittedWidth({ words, prose }, measureIn(grid));
}

export function fittedHead(table: MatrixTable, grid: HTMLElement | null): number {
  return fittedWidth({ words: table.rows.flatMap(({ entities }) => entities.map(({ label }) => label)), prose: [] }, measureIn(grid));
}
