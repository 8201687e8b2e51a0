// Nested axes and trees become merged headers: the same spans serve Word, Excel, a web page and the figures.
import type { MatrixHeader } from './matrix.ts';

/** One header cell. `levels` tells how many header lines it covers: more than one where a branch is shorter than the others. */
export interface HeaderSpan {
  readonly key: string;
  readonly label: string;
  readonly level: number;
  readonly first: number;
  readonly count: number;
  readonly levels: number;
}

/** Same-named branches of different parents stay apart, and so do two entities of the same name. */
function branchKey(header: MatrixHeader, level: number): string {
  if (header.entities.length > 1) {
    return header.entities
      .slice(0, level + 1)
      .map((entity) => entity.key)
      .join('|');
  }
  return level === header.path.length - 1 ? header.key : header.path.slice(0, level + 1).join('\u0000');
}

export function headerDepth(headers: readonly MatrixHeader[]): number {
  return Math.max(1, ...headers.map((header) => header.path.length));
}

/** Header lines from the outermost to the innermost, neighbours of one branch merged. Every header is covered on every line. */
export function headerSpans(headers: readonly MatrixHeader[]): HeaderSpan[][] {
  const depth = headerDepth(headers);
  return Array.from({ length: depth }, (_, level) => {
    const spans: HeaderSpan[] = [];
    headers.forEach((header, index) => {
      if (level >= Math.max(1, header.path.length)) return;
      const key = branchKey(header, level);
      const isLeaf = level === Math.max(1, header.path.length) - 1;
      const last = spans.at(-1);
      if (!isLeaf && last?.key === key && last.first + last.count === index) {
        spans[spans.length - 1] = { ...last, count: last.count + 1 };
      } else {
        spans.push({ key, label: header.path[level] ?? header.label, level, first: index, count: 1, levels: isLeaf ? depth - level : 1 });
      }
    });
    return spans;
  });
}

/** A run of rows under the same branches; `label` is null for rows that have nothing above them. */
export interface HeaderBand {
  readonly key: string;
  readonly label: string | null;
  readonly first: number;
  readonly count: number;
}

/** Rows grouped by all that stands above their own label, for tables that print groups as bands. */
export function headerBands(headers: readonly MatrixHeader[], separator = ' › '): HeaderBand[] {
  const bands: HeaderBand[] = [];
  headers.forEach((header, index) => {
    const above = header.path.slice(0, -1);
    const key = above.length === 0 ? '' : branchKey(header, above.length - 1);
    const last = bands.at(-1);
    if (last?.key === key) bands[bands.length - 1] = { ...last, count: last.count + 1 };
    else bands.push({ key, label: above.length === 0 ? null : above.join(separator), first: index, count: 1 });
  });
  return bands;
}

/**
 * Columns cut into tables of at most `most`, outermost groups kept whole where they fit, sizes as even as that allows.
 * Returns the column indexes of each table, in order.
 */
export function splitColumns(headers: readonly MatrixHeader[], most: number): number[][] {
  const even = Math.ceil(headers.length / Math.max(1, Math.ceil(headers.length / most)));
  const parts: number[][] = [];
  let open: number[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(open);
    open = [];
  };
  for (const { first, count } of headerSpans(headers)[0] ?? []) {
    if (open.length >= even || open.length + count > most) close();
    const pieces = Math.ceil(count / most);
    for (let piece = 0; piece < pieces; piece += 1) {
      if (piece > 0) close();
      const from = first + Math.round((piece * count) / pieces);
      const to = first + Math.round(((piece + 1) * count) / pieces);
      open.push(...Array.from({ length: to - from }, (_, offset) => from + offset));
    }
  }
  close();
  return parts;
}
