// `GRID > Category > Child`: how people name a category in tables and on the command line.
import { lineage } from './category.ts';
import type { Category, Codebook, Grid } from './category.ts';
import { Refusal } from './failure.ts';

const SEPARATOR = ' > ';

/** The levels of a path; spaces around the signs do not count, apostrophes of both kinds are one. */
export function pathLevels(path: string): string[] {
  return path.split(/\s*>\s*/u).map((level) => level.trim()).filter((level) => level !== '');
}

/** Accents and case count, the kind of apostrophe and of Unicode composition does not. */
function sameName(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/[’ʼ]/g, "'").replace(/[\u00a0\u202f]/g, ' ');
  return plain(a) === plain(b);
}

function isGridNamed(grid: Grid, name: string): boolean {
  return grid.key === name || sameName(grid.title, name);
}

/** From the grid's key down: what `trame list` prints and any command takes back. */
export function fullPath(grid: Grid, category: Category): string {
  const byId = new Map(grid.categories.map((item) => [item.id as string, item]));
  return [grid.key, ...lineage(byId, category.id).map((step) => step.name)].join(SEPARATOR);
}

export interface Located {
  readonly grid: Grid;
  readonly category: Category;
}

/** True when `levels` stand, in this order, in the lineage, the last one last; levels may be left out. */
function matches(levels: readonly string[], names: readonly string[]): boolean {
  const last = levels.at(-1);
  if (last === undefined || !sameName(last, names.at(-1) ?? '')) return false;
  let at = 0;
  for (const name of names.slice(0, -1)) if (at < levels.length - 1 && sameName(levels[at] ?? '', name)) at += 1;
  return at === levels.length - 1;
}

function candidates(codebook: Codebook, levels: readonly string[]): Located[] {
  const first = levels[0] ?? '';
  const named = codebook.filter((grid) => isGridNamed(grid, first));
  const search = (grids: Codebook, wanted: readonly string[]): Located[] =>
    grids.flatMap((grid) => {
      const byId = new Map(grid.categories.map((item) => [item.id as string, item]));
      return grid.categories
        .filter((category) => matches(wanted, lineage(byId, category.id).map((step) => step.name)))
        .map((category) => ({ grid, category }));
    });
  const inNamedGrid = named.length > 0 && levels.length > 1 ? search(named, levels.slice(1)) : [];
  return inNamedGrid.length > 0 ? inNamedGrid : search(codebook, levels);
}

/** Every level named and none left out beats a path that leaves some out. */
function mostExact(found: readonly Located[], levels: readonly string[]): readonly Located[] {
  const exact = found.filter(({ grid, category }) => {
    const whole = pathLevels(fullPath(grid, category));
    const withoutGrid = whole.slice(1);
    return levels.length === withoutGrid.length || (levels.length === whole.length && isGridNamed(grid, levels[0] ?? ''));
  });
  return exact.length > 0 ? exact : found;
}

/** The one category that a path names; undefined when there is none, a refusal when there are several. */
export function findCategory(codebook: Codebook, path: string): Located | undefined {
  const levels = pathLevels(path);
  const found = mostExact(candidates(codebook, levels), levels);
  if (found.length > 1) throw new Refusal('category.ambiguous', { path, candidates: found.map(({ grid, category }) => fullPath(grid, category)) });
  return found[0];
}

/** As `findCategory`, refusing where there is none. */
export function categoryAt(codebook: Codebook, path: string): Located {
  const found = findCategory(codebook, path);
  if (!found) throw new Refusal('category.unknown', { path });
  return found;
}

/** Where a path that names nothing yet would hang: the deepest ancestor that exists (null: the grid itself) and the names missing below it. */
export function missingLevels(codebook: Codebook, path: string): { grid: Grid; parent: Category | null; missing: readonly string[] } | undefined {
  const levels = pathLevels(path);
  const grid = codebook.find((candidate) => isGridNamed(candidate, levels[0] ?? ''));
  if (!grid || levels.length < 2) {
    // the grid may be left out where the first level names a category uniquely
    const parent = levels.length > 1 ? findCategory(codebook, levels.slice(0, -1).join(SEPARATOR)) : undefined;
    return parent && { grid: parent.grid, parent: parent.category, missing: levels.slice(-1) };
  }
  for (let kept = levels.length - 1; kept > 1; kept -= 1) {
    const parent = findCategory([grid], levels.slice(0, kept).join(SEPARATOR));
    if (parent) return { grid, parent: parent.category, missing: levels.slice(kept) };
  }
  return { grid, parent: null, missing: levels.slice(1) };
}
