// `GRID > Category > Child`: how people name a category in tables and on the command line.
import { lineage } from './category.ts';
import type { Category, Codebook, Grid } from './category.ts';
import { Refusal } from './failure.ts';

const SEPARATOR = ' > ';

/** The levels of a path; spaces around the signs do not count. */
export function pathLevels(path: string): string[] {
  return path
    .split(/\s*>\s*/u)
    .map((level) => level.trim())
    .filter((level) => level !== '');
}

/** Accents and case count; the kind of apostrophe, of space and of Unicode composition does not. */
export function isSameName(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/[’ʼ]/g, "'")
      .replace(/[\u00a0\u202f]/g, ' ');
  return plain(a) === plain(b);
}

function isGridNamed(grid: Grid, name: string): boolean {
  return grid.key === name || isSameName(grid.title, name);
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

/** The names from the grid's top down, as levels of a path: a name that holds the sign itself counts as several. */
function levelsOf(grid: Grid): (category: Category) => string[] {
  const byId = new Map(grid.categories.map((item) => [item.id as string, item]));
  return (category) => lineage(byId, category.id).flatMap((step) => pathLevels(step.name));
}

/** True when `levels` stand, in this order, in the lineage, the last one last; levels may be left out. */
function matches(levels: readonly string[], names: readonly string[]): boolean {
  const last = levels.at(-1);
  if (last === undefined || !isSameName(last, names.at(-1) ?? '')) return false;
  let at = 0;
  for (const name of names.slice(0, -1)) if (at < levels.length - 1 && isSameName(levels[at] ?? '', name)) at += 1;
  return at === levels.length - 1;
}

function candidates(codebook: Codebook, levels: readonly string[]): Located[] {
  const search = (grids: Codebook, wanted: readonly string[]): Located[] =>
    grids.flatMap((grid) => {
      const namesOf = levelsOf(grid);
      return grid.categories.filter((category) => matches(wanted, namesOf(category))).map((category) => ({ grid, category }));
    });
  const named = codebook.filter((grid) => isGridNamed(grid, levels[0] ?? ''));
  const inNamedGrid = levels.length > 1 ? search(named, levels.slice(1)) : [];
  return inNamedGrid.length > 0 ? inNamedGrid : search(codebook, levels);
}

/** A path that begins with the grid and leaves nothing out beats one that leaves levels out. */
function mostExact(found: readonly Located[], levels: readonly string[]): readonly Located[] {
  const whole = found.filter(({ grid, category }) => levels.length === levelsOf(grid)(category).length + 1 && isGridNamed(grid, levels[0] ?? ''));
  return whole.length > 0 ? whole : found;
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

export interface MissingLevels {
  readonly grid: Grid;
  /** The deepest ancestor that exists; null: the grid itself. */
  readonly parent: Category | null;
  /** Names missing below it, from the top down; at least one. */
  readonly missing: readonly string[];
}

/** Where a path that names nothing yet would hang. Undefined where not even its grid or first level exists; a refusal where several do. */
export function missingLevels(codebook: Codebook, path: string): MissingLevels | undefined {
  const levels = pathLevels(path);
  if (levels.length < 2) return undefined;
  const named = codebook.filter((grid) => isGridNamed(grid, levels[0] ?? ''));
  if (named.length > 1) throw new Refusal('category.ambiguous', { path, candidates: named.map((grid) => grid.key) });
  const [grid] = named;
  for (let kept = levels.length - 1; kept > (grid ? 1 : 0); kept -= 1) {
    const parent = findCategory(grid ? [grid] : codebook, levels.slice(0, kept).join(SEPARATOR));
    if (parent) return { grid: parent.grid, parent: parent.category, missing: levels.slice(kept) };
  }
  return grid && { grid, parent: null, missing: levels.slice(1) };
}
