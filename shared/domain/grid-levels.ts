// How deep a grid's tree goes, and what each of its levels shows.
import { lineage } from './category.ts';
import type { Category, Grid } from './category.ts';

/** 1 for the top categories of a grid. */
export function levelsOf(grid: Grid): Map<string, number> {
  const levels = new Map<string, number>();
  for (const category of grid.categories) levels.set(category.id, category.parentId === null ? 1 : (levels.get(category.parentId) ?? 0) + 1);
  return levels;
}

export function depthOf(grid: Grid): number {
  return Math.max(0, ...levelsOf(grid).values());
}

export function leavesOf(grid: Grid): Category[] {
  const parents = new Set(grid.categories.map((category) => category.parentId));
  return grid.categories.filter((category) => !parents.has(category.id));
}

/** What a level shows: its categories, and the leaves of branches that end above it. */
export function headsAt(grid: Grid, level: number): Category[] {
  const levels = levelsOf(grid);
  const leaves = new Set(leavesOf(grid));
  return grid.categories.filter((category) => {
    const own = levels.get(category.id) ?? 0;
    return own === level || (own < level && leaves.has(category));
  });
}

export function childrenIn(grid: Grid, categoryId: string): Category[] {
  return grid.categories.filter((category) => category.parentId === categoryId);
}

export function codingsOf(grid: Grid): number {
  return grid.categories.reduce((sum, category) => sum + category.codings, 0);
}

/** Codings of the category and of all that stands below it. */
export function codingsBelow(grid: Grid, categoryId: string): number {
  const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
  return grid.categories
    .filter((category) => lineage(byId, category.id).some((step) => step.id === categoryId))
    .reduce((sum, category) => sum + category.codings, 0);
}

/** More themes than this do not make a readable table; a higher level is taken instead. */
const READABLE_THEMES = 12;

/** The finest level that still reads at a glance. */
export function readableLevel(grid: Grid): number {
  let level = depthOf(grid);
  while (level > 1 && headsAt(grid, level).length > READABLE_THEMES) level -= 1;
  return level;
}
