// A new grid while it is typed: one line per category, its depth set with Tab, then turned into a grid's file in one piece.
import { keyForTitle } from '../../shared/domain/category.ts';
import type { GridFile, GridFileCategory } from '../../shared/domain/grid-file.ts';

export interface OutlineLine {
  /** Names the line while it is edited; never kept. */
  readonly id: number;
  readonly name: string;
  /** 0 for a top category; at most one more than the line above. */
  readonly depth: number;
}

/** No line deeper than one level below the line above it, the first one at the top. */
export function levelled(lines: readonly OutlineLine[]): OutlineLine[] {
  let most = 0;
  return lines.map((line) => {
    const depth = Math.max(0, Math.min(line.depth, most));
    most = depth + 1;
    return depth === line.depth ? line : { ...line, depth };
  });
}

/** The line after which its descendants end. */
function endOfBranch(lines: readonly OutlineLine[], at: number): number {
  const depth = lines[at]?.depth ?? 0;
  const next = lines.findIndex((line, index) => index > at && line.depth <= depth);
  return next < 0 ? lines.length : next;
}

/** Moves a line with everything below it a level down (+1) or up (−1), as far as the lines around it allow. */
export function indented(lines: readonly OutlineLine[], at: number, by: 1 | -1): OutlineLine[] {
  const line = lines[at];
  if (!line) return [...lines];
  const depth = line.depth + by;
  if (depth < 0 || depth > (at === 0 ? 0 : (lines[at - 1]?.depth ?? 0) + 1)) return [...lines];
  const end = endOfBranch(lines, at);
  return levelled(lines.map((each, index) => (index >= at && index < end ? { ...each, depth: each.depth + by } : each)));
}

/** Puts an empty line after this one, on its level; under it when it has lines below. */
export function withLineAfter(lines: readonly OutlineLine[], at: number, id: number): OutlineLine[] {
  const line = lines[at];
  const depth = Math.max(line?.depth ?? 0, Math.min((line?.depth ?? 0) + 1, lines[at + 1]?.depth ?? 0));
  return lines.toSpliced(at + 1, 0, { id, name: '', depth });
}

export function withoutLine(lines: readonly OutlineLine[], at: number): OutlineLine[] {
  return levelled(lines.toSpliced(at, 1));
}

/** Puts several pasted names in place of one line; leading tabs, pairs of spaces and dashes set their depth. */
export function withPasted(lines: readonly OutlineLine[], at: number, pasted: string, firstId: number): OutlineLine[] {
  const base = lines[at]?.depth ?? 0;
  const rows = pasted.split(/\r?\n/u).filter((row) => row.trim() !== '');
  const added = rows.map((row, index): OutlineLine => {
    const indent = /^[\t ]*/u.exec(row)?.[0] ?? '';
    const name = row
      .slice(indent.length)
      .replace(/^[-–•*]\s+/u, '')
      .trim();
    return { id: firstId + index, name, depth: base + Math.floor(indent.replaceAll('\t', '  ').length / 2) };
  });
  return levelled(lines.toSpliced(at, 1, ...added));
}

/** The lines that have a name; what stood under an empty one goes up to the line before it. */
function written(lines: readonly OutlineLine[]): OutlineLine[] {
  return levelled(lines.filter((line) => line.name.trim() !== ''));
}

/** Names that stand twice under the same parent: the grid would refuse them. */
export function doubledNames(lines: readonly OutlineLine[]): ReadonlySet<number> {
  const doubled = new Set<number>();
  const path: string[] = [];
  const seen = new Map<string, number>();
  for (const line of written(lines)) {
    const name = line.name.trim();
    path.splice(line.depth, Infinity, name);
    const key = JSON.stringify(path);
    if (seen.has(key)) doubled.add(line.id);
    else seen.set(key, line.id);
  }
  return doubled;
}

function nested(lines: readonly OutlineLine[]): GridFileCategory[] {
  const top: GridFileCategory[] = [];
  const open: GridFileCategory[] = [];
  for (const line of lines) {
    const category: GridFileCategory = { name: line.name.trim() };
    const parent = line.depth === 0 ? undefined : open[line.depth - 1];
    if (parent) parent.children = [...(parent.children ?? []), category];
    else top.push(category);
    open.splice(line.depth, Infinity, category);
  }
  return top;
}

/** The grid as a file: adding it is one act, and one undo. Lines without a name are left out. */
export function gridFileOf(title: string, lines: readonly OutlineLine[], takenKeys: ReadonlySet<string>): GridFile {
  return { id: keyForTitle(title, (key) => takenKeys.has(key)), title: title.trim(), kind: 'categories', categories: nested(written(lines)) };
}
