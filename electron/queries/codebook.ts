// Reads the grids with their categories, and finds a category by what a user calls it.
import { asc, sql } from 'drizzle-orm';
import { inTreeOrder } from '../../shared/domain/category.ts';
import type { Category, Grid } from '../../shared/domain/category.ts';
import type { GridFile, GridFileCategory } from '../../shared/domain/grid-file.ts';
import type { CategoryId, GridId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { category, coding, grid } from '../storage/schema.ts';

/** All grids in order, their categories depth first with the number of their own codings. */
export function readCodebook(project: Project): Grid[] {
  const counts = new Map(
    project.db
      .select({ id: coding.categoryId, codings: sql<number>`count(*)` })
      .from(coding)
      .groupBy(coding.categoryId)
      .all()
      .map((row) => [row.id, row.codings]),
  );
  const byGrid = new Map<string, Category[]>();
  for (const row of project.db.select().from(category).all()) {
    const { createdAt: _createdAt, ...rest } = row;
    const list = byGrid.get(row.gridId) ?? [];
    byGrid.set(row.gridId, list);
    list.push({
      ...rest,
      id: row.id as CategoryId,
      gridId: row.gridId as GridId,
      parentId: row.parentId as CategoryId | null,
      codings: counts.get(row.id) ?? 0,
    });
  }
  return project.db
    .select()
    .from(grid)
    .orderBy(asc(grid.position))
    .all()
    .map((row) => ({ ...row, id: row.id as GridId, categories: inTreeOrder(byGrid.get(row.id) ?? []) }));
}

/** A grid of the project in the form that files have (CLI.md). */
export function toGridFile(source: Grid): GridFile {
  const childrenOf = (parentId: CategoryId | null): GridFileCategory[] =>
    source.categories
      .filter((item) => item.parentId === parentId)
      .map((item) => {
        const children = childrenOf(item.id);
        const rule = { definition: item.definition, inclusion: item.inclusion, exclusion: item.exclusion, example: item.example };
        const filled = Object.fromEntries(Object.entries(rule).filter(([, text]) => text !== ''));
        return { name: item.name, ...filled, color: item.color, ...(children.length > 0 ? { children } : {}) };
      });
  return {
    id: source.key,
    title: source.title,
    version: source.version,
    kind: 'categories',
    source: source.source,
    description: source.description,
    categories: childrenOf(null),
  };
}
