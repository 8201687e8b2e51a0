// Reads the grids with their categories, and finds a category by what a user calls it.
import { asc, sql } from 'drizzle-orm';
import { inTreeOrder, lineage } from '../../shared/domain/category.ts';
import type { Category, Grid } from '../../shared/domain/category.ts';
import type { GridFile, GridFileCategory } from '../../shared/domain/grid-file.ts';
import type { CategoryId, GridId, PassageId } from '../../shared/domain/ids.ts';
import { parseScale } from '../../shared/domain/weight-scale.ts';
import type { Project } from '../storage/open-project.ts';
import { category, categoryPlace, coding, grid } from '../storage/schema.ts';
import { exampleWords } from './example-passages.ts';

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
  const places = Map.groupBy(project.db.select().from(categoryPlace).all(), ({ categoryId }) => categoryId);
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
      scale: parseScale(row.scale),
      examplePassageId: row.examplePassageId as PassageId | null,
      example: row.examplePassageId === null ? row.example : exampleWords(project, row.examplePassageId).words,
      alsoUnder: (places.get(row.id) ?? []).map(({ parentId }) => parentId as CategoryId),
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

export function isGridKeyTaken(project: Project, key: string): boolean {
  return project.sqlite.prepare('SELECT 1 FROM grid WHERE key = ?').get(key) !== undefined;
}

function toFileCategory(category: Category, namesOf: (id: CategoryId) => string[], children: GridFileCategory[]): GridFileCategory {
  const rule = { definition: category.definition, inclusion: category.inclusion, exclusion: category.exclusion, example: category.example };
  return {
    name: category.name,
    ...Object.fromEntries(Object.entries(rule).filter(([, text]) => text !== '')),
    color: category.color,
    // a file's categories are a priori where it does not say otherwise
    ...(category.origin === 'a-priori' ? {} : { origin: category.origin }),
    ...(category.stage === null ? {} : { stage: category.stage }),
    ...(category.status === null ? {} : { status: category.status }),
    ...(category.scale === null ? {} : { scale: category.scale }),
    ...(category.alsoUnder.length === 0 ? {} : { alsoUnder: category.alsoUnder.map(namesOf) }),
    ...(children.length > 0 ? { children } : {}),
  };
}

/** A grid of the project in the form that files have (CLI.md). */
export function toGridFile(source: Grid): GridFile {
  const below = Map.groupBy(source.categories, ({ parentId }) => parentId);
  const byId = new Map(source.categories.map((item) => [item.id as string, item]));
  const namesOf = (id: CategoryId): string[] => lineage(byId, id).map(({ name }) => name);
  const childrenOf = (parentId: CategoryId | null): GridFileCategory[] =>
    (below.get(parentId) ?? []).map((item) => toFileCategory(item, namesOf, childrenOf(item.id)));
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
