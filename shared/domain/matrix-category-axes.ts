// Axes of categories: a grid's leaves or one of its levels, the children of a category, a list picked by hand.
import { inTreeOrder, lineage } from './category.ts';
import type { Category } from './category.ts';
import { Refusal } from './failure.ts';
import type { AxisEntity, AxisSpec } from './matrix.ts';
import type { AxisTitles, CategoryAxis, Members, StudyFrame } from './matrix-axis.ts';

function categoryAxis(title: string, scope: readonly Category[], heads: readonly Category[], byId: ReadonlyMap<string, Category>): CategoryAxis {
  const entities = heads.map(
    (category): AxisEntity => ({
      kind: 'category',
      key: `category:${category.id}`,
      label: category.name,
      path: lineage(byId, category.id).map((step) => step.name),
      color: category.color,
    }),
  );
  const indexOf = new Map(heads.map((category, index) => [category.id as string, index]));
  const entityOf = new Map<string, number>();
  const uncovered = new Set<string>();
  for (const category of scope) {
    const head = lineage(byId, category.id).findLast((step) => indexOf.has(step.id));
    if (head) entityOf.set(category.id, indexOf.get(head.id) ?? 0);
    else uncovered.add(category.id);
  }
  if (entities.length === 0) throw new Refusal('matrix.axisEmpty', { axis: title });
  return { kind: 'categories', title, entities, entityOf, uncovered, folds: entityOf.size > entities.length, members: childrenOf(heads, scope) };
}

function childrenOf(heads: readonly Category[], scope: readonly Category[]): Members | null {
  const below = Map.groupBy(scope, ({ parentId }) => parentId);
  const children = heads.map(({ id }) => below.get(id) ?? []);
  const ids = children.flat().map(({ id }) => id);
  if (ids.length === 0) return null;
  const spec = { kind: 'picked', name: '', of: { kind: 'category', ids } } as const satisfies AxisSpec;
  return { spec, keys: children.map((own) => own.map(({ id }) => `category:${id}`)) };
}

export function gridAxis(frame: StudyFrame, gridId: string, level: number | null): CategoryAxis {
  const grid = frame.codebook.find((candidate) => candidate.id === gridId);
  if (!grid) throw new Refusal('matrix.gridGone');
  const categories = inTreeOrder(grid.categories);
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const parents = new Set(categories.map((category) => category.parentId as string | null));
  const isLeaf = (category: Category): boolean => !parents.has(category.id);
  const depth = (category: Category): number => lineage(byId, category.id).length;
  // a branch that ends above the level is shown by its leaf rather than lost
  const heads = categories.filter((category) =>
    level === null ? isLeaf(category) : depth(category) === level || (depth(category) < level && isLeaf(category)),
  );
  return categoryAxis(grid.title, categories, heads, byId);
}

export function childrenAxis(frame: StudyFrame, categoryId: string): CategoryAxis {
  const grid = frame.codebook.find((candidate) => candidate.categories.some((category) => category.id === categoryId));
  if (!grid) throw new Refusal('matrix.categoryGone');
  const categories = inTreeOrder(grid.categories);
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const own = categories.filter((category) => category.parentId === categoryId);
  // those seen here too come after the ones that belong here; with them, what stands below them
  const guests = categories.filter((category) => category.alsoUnder.some((parentId) => parentId === categoryId));
  const heads = [...own, ...guests];
  const roots = new Set<string>([categoryId, ...guests.map(({ id }) => id)]);
  const scope = categories.filter((category) => lineage(byId, category.id).some((step) => roots.has(step.id)));
  return categoryAxis(byId.get(categoryId)?.name ?? '', scope, heads, byId);
}

/** What was picked, in the order given; those that are gone are refused together, by their number. */
export function pickedThings<T extends { readonly id: string }>(things: readonly T[], ids: readonly string[], axis: string): T[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const found = [...new Set(ids)].map((id) => byId.get(id));
  const gone = found.filter((thing) => thing === undefined).length;
  if (gone > 0) throw new Refusal('matrix.pickedGone', { axis, gone });
  return found.filter((thing) => thing !== undefined);
}

/** A category picked beside one above it takes its own part of what is below; grids that have none of them count for nothing. */
export function pickedCategoriesAxis(frame: StudyFrame, ids: readonly string[], name: string, titles: AxisTitles): CategoryAxis {
  const title = name || titles.category;
  const categories = frame.codebook.flatMap((grid) => inTreeOrder(grid.categories));
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const heads = pickedThings(categories, ids, title);
  const roots = new Set<string>(heads.map(({ id }) => id));
  const scope = categories.filter((category) => lineage(byId, category.id).some((step) => roots.has(step.id)));
  return categoryAxis(title, scope, heads, byId);
}
