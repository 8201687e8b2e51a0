// Second parents: a category seen in several places of its grid, counted in its own one.
import { isSameName } from '../../shared/domain/category-path.ts';
import { lineage } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { categoriesOf, siblingsOf } from './category-rows.ts';
import { assertNoCircle, placesOf } from './place-rows.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

function assertNewPlace(session: Session, gridId: string, category: { id: string; name: string }, parentId: CategoryId): void {
  const parent = requireRow(session, 'category', parentId, 'category.unknown');
  if (parent.gridId !== gridId) throw new Refusal('category.otherGrid', { name: parent.name });
  const byId = new Map(categoriesOf(session, gridId).map((item) => [item.id, item]));
  if (parentId !== category.id && lineage(byId, category.id).some((step) => step.id === parentId))
    throw new Refusal('category.alreadyUnder', { name: category.name, parent: parent.name });
  assertNoCircle(session, gridId, category.id, parentId, category.name);
  const names = [...siblingsOf(session, gridId, parentId), ...placedUnder(session, parentId)];
  if (names.some((item) => item.id !== category.id && isSameName(item.name, category.name)))
    throw new Refusal('category.nameTaken', { name: category.name });
}

function placedUnder({ project }: Session, parentId: string): { id: string; name: string }[] {
  return project.sqlite
    .prepare<[string], { id: string; name: string }>(
      'SELECT c.id, c.name FROM category_place p JOIN category c ON c.id = p.category_id WHERE p.parent_id = ?',
    )
    .all(parentId);
}

/** Shows a category under these parents too, and under no others but its own. */
export function setPlaces(session: Session, input: { categoryId: CategoryId; parentIds: readonly CategoryId[] }): void {
  const row = requireRow(session, 'category', input.categoryId, 'category.unknown');
  const before = placesOf(session, row.gridId).filter(({ categoryId }) => categoryId === row.id);
  const wanted = [...new Set(input.parentIds)];
  const added = wanted.filter((parentId) => !before.some((place) => place.parentId === parentId));
  for (const parentId of added) assertNewPlace(session, row.gridId, row, parentId);
  runCommand(session, { name: 'category.setPlaces', input, subject: { name: row.name, count: wanted.length } }, ({ writer }) => {
    for (const place of before) if (!wanted.some((parentId) => parentId === place.parentId)) writer.remove('category_place', place.id);
    for (const parentId of added) writer.insert('category_place', { id: newId(), categoryId: row.id, parentId });
  });
}
