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
const LONGEST_WORD = 190;
const WORD_PADDING = 20;

/** What the longest word of each column needs to stay in one piece: of its head, and of the names in its cells. */
export function columnWords({ columns, cells }: Pick<MatrixTable, 'columns' | 'cells'>): number[] {
  // the grid is set in the window's own font
  const measure = measureIn(document.body, 600);
  const known = new Map<string, number>();
  const needed = (name: string): number => {
    const width = known.get(name) ?? Math.max(0, ...longestWords(name).map(measure));
    known.set(name, width);
    return Math.min(LONGEST_WORD, width) + WORD_PADDING;
  };
  return columns.map(({ label, entities }, column) => {
    const names = cells.flatMap((line) => line[column]?.units ?? []).map((unit) => unit.label);
    return Math.ceil(Math.max(needed(entities.at(-1)?.label ?? label), ...names.map(needed)));
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
