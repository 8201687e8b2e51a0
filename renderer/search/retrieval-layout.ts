// Where the results stand in their list: headings and rows of fixed heights, so that any of very many is found without drawing the others.
import type { RetrievalGroup } from '../../shared/domain/retrieval.ts';

/** CSS pixels. */
export const HEADING_HEIGHT = 32;
export const ROW_HEIGHT = 112;

export type Line =
  | { readonly kind: 'heading'; readonly group: number; readonly top: number }
  | { readonly kind: 'row'; readonly group: number; readonly row: number; readonly top: number };

export interface ListLayout {
  readonly rows: number;
  readonly height: number;
  /** By group: its first row, and where it begins. */
  readonly starts: readonly { readonly row: number; readonly top: number }[];
  readonly headings: boolean;
}

/** @param headings false where everything is in one group without a name */
export function layOut(groups: readonly RetrievalGroup[], headings: boolean): ListLayout {
  let [row, top] = [0, 0];
  const starts = groups.map(({ passages }) => {
    const start = { row, top };
    row += passages;
    top += (headings ? HEADING_HEIGHT : 0) + passages * ROW_HEIGHT;
    return start;
  });
  return { rows: row, height: top, starts, headings };
}

/** The last group that begins at this row or before it, or at this height. */
function groupAt(starts: ListLayout['starts'], by: 'row' | 'top', value: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle]?.[by] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function topOf({ starts, headings }: ListLayout, row: number): number {
  const start = starts[groupAt(starts, 'row', row)];
  return start ? start.top + (headings ? HEADING_HEIGHT : 0) + (row - start.row) * ROW_HEIGHT : 0;
}

/** What a view from `scrolled` of this height shows, from the top; the heading of its first row is there even where it has scrolled away. */
export function linesIn(layout: ListLayout, scrolled: number, height: number): Line[] {
  const { starts, headings, rows } = layout;
  const lines: Line[] = [];
  const end = scrolled + height;
  for (let group = groupAt(starts, 'top', scrolled); group < starts.length; group += 1) {
    const start = starts[group];
    if (!start || start.top > end) break;
    if (headings) lines.push({ kind: 'heading', group, top: start.top });
    const first = start.top + (headings ? HEADING_HEIGHT : 0);
    const last = (starts[group + 1]?.row ?? rows) - 1;
    const from = start.row + Math.max(0, Math.floor((scrolled - first) / ROW_HEIGHT));
    for (let row = from; row <= last; row += 1) {
      const top = first + (row - start.row) * ROW_HEIGHT;
      if (top > end) break;
      lines.push({ kind: 'row', group, row, top });
    }
  }
  return lines;
}
