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

interface Branch {
  /** Same-named branches of different parents stay apart, and so do two entities of the same name. */
  readonly key: string;
  readonly label: string;
}

const above = (path: readonly string[]): string => path.slice(0, -1).join(' › ');

/**
 * From the outermost branch to the header itself. One axis: its path in its tree. Nested axes: one branch per axis, and above it
 * the place in its tree where some header of that axis has one.
 */
function branchesOf(headers: readonly MatrixHeader[]): Branch[][] {
  const axes = Math.max(0, ...headers.map((header) => header.entities.length));
  const hasTree = Array.from({ length: axes }, (_, axis) => axes > 1 && headers.some((header) => (header.entities[axis]?.path.length ?? 0) > 1));
  return headers.map((header) => {
    if (axes <= 1) {
      const path = header.path.length > 0 ? header.path : [header.label];
      return path.map((label, level) => ({ label, key: level === path.length - 1 ? header.key : path.slice(0, level + 1).join('\u0000') }));
    }
    const outer: string[] = [];
    return header.entities.flatMap((entity, axis) => {
      const tree = hasTree[axis] ? [{ label: above(entity.path), key: [...outer, above(entity.path)].join('\u0000') }] : [];
      outer.push(entity.key);
      return [...tree, { label: entity.label, key: outer.join('|') }];
    });
  });
}

export function headerDepth(headers: readonly MatrixHeader[]): number {
  return Math.max(1, ...branchesOf(headers).map((branches) => branches.length));
}

/** The words of each header, outermost first. */
export function headerLabels(headers: readonly MatrixHeader[]): string[][] {
  return branchesOf(headers).map((branches) => branches.map((branch) => branch.label));
}

/** Header lines from the outermost to the innermost, neighbours of one branch merged. Every header is covered on every line. */
export function headerSpans(headers: readonly MatrixHeader[]): HeaderSpan[][] {
  const lineage = branchesOf(headers);
  const depth = headerDepth(headers);
  return Array.from({ length: depth }, (_, level) => {
    const spans: HeaderSpan[] = [];
    lineage.forEach((branches, index) => {
      const branch = branches[level];
      if (!branch) return;
      const isLeaf = level === branches.length - 1;
      const last = spans.at(-1);
      if (!isLeaf && last?.key === branch.key && last.first + last.count === index) spans[spans.length - 1] = { ...last, count: last.count + 1 };
      else spans.push({ ...branch, level, first: index, count: 1, levels: isLeaf ? depth - level : 1 });
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
export function headerBands(headers: readonly MatrixHeader[]): HeaderBand[] {
  const bands: HeaderBand[] = [];
  branchesOf(headers).forEach((branches, index) => {
    const parents = branches.slice(0, -1);
    const key = parents.at(-1)?.key ?? '';
    const last = bands.at(-1);
    if (last?.key === key) bands[bands.length - 1] = { ...last, count: last.count + 1 };
    else bands.push({ key, label: bandLabel(parents), first: index, count: 1 });
  });
  return bands;
}

function bandLabel(parents: readonly Branch[]): string | null {
  const words = parents.map((parent) => parent.label).filter((label) => label !== '');
  return words.length === 0 ? null : words.join(' › ');
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
