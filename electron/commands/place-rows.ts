// Where a category stands and where it is seen besides, never in a circle.
import { lineage } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { walkGridFile } from '../../shared/domain/grid-file.ts';
import type { GridFile } from '../../shared/domain/grid-file.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import type { Row } from '../storage/schema.ts';
import { assertNameFree, categoriesOf, siblingsOf } from './category-rows.ts';
import { requireRow } from './rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

interface Place {
  readonly id: string;
  readonly categoryId: string;
  readonly parentId: string;
}

export function placesOf(session: Session, gridId: string): Place[] {
  return session.project.sqlite
    .prepare<[string], Place>(
      `SELECT p.id, p.category_id AS categoryId, p.parent_id AS parentId FROM category_place p JOIN category c ON c.id = p.category_id
       WHERE c.grid_id = ? ORDER BY p.rowid`,
    )
    .all(gridId);
}

type Links = Map<string, Set<string>>;

function link(links: Links, parentId: string, childId: string): void {
  const children = links.get(parentId);
  if (children) children.add(childId);
  else links.set(parentId, new Set([childId]));
}

/** Parent → children, by their own places. */
function ownLinks(session: Session, gridId: string, except?: string): Links {
  const links: Links = new Map();
  for (const { id, parentId } of categoriesOf(session, gridId)) if (parentId !== null && id !== except) link(links, parentId, id);
  return links;
}

function isReached(links: Links, fromId: string, targetId: string): boolean {
  const seen = new Set<string>();
  const open = [fromId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === targetId) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(links.get(at) ?? []));
  }
  return false;
}

/** Refuses a parent that is the category itself or is seen somewhere below it, in first or second places. */
export function assertNoCircle(session: Session, gridId: string, categoryId: string, parentId: string, name: string): void {
  const links = ownLinks(session, gridId);
  for (const place of placesOf(session, gridId)) link(links, place.parentId, place.categoryId);
  if (isReached(links, categoryId, parentId)) throw new Refusal('category.cycle', { name });
}

type CategoryRow = Row<'category'>;

/** Refuses a parent that is not there, of another grid or below the category, and one with a child of its name. */
function assertMayMove(session: Session, row: CategoryRow, parentId: string | null): void {
  const parent = parentId === null ? null : requireRow(session, 'category', parentId, 'category.unknown');
  if (parent && parent.gridId !== row.gridId) throw new Refusal('category.otherGrid', { name: parent.name });
  if (parent && row.parentId !== parent.id) assertNoCircle(session, row.gridId, row.id, parent.id, row.name);
  assertNameFree(session, row.gridId, parentId, row.name, row.id);
}

/** Puts a category under a parent, at a place among its new siblings or behind them; refused as above. */
export function moveUnder(context: CommandContext, row: CategoryRow, parentId: string | null, position = Infinity): void {
  assertMayMove(context, row, parentId);
  const siblings = siblingsOf(context, row.gridId, parentId).filter((item) => item.id !== row.id);
  const order = siblings.toSpliced(Math.min(position, siblings.length), 0, row);
  if (row.parentId !== parentId) context.writer.update('category', row.id, { parentId });
  order.forEach((item, at) => context.writer.update('category', item.id, { position: at }));
  if (row.parentId !== parentId) removeIdlePlaces(context, row.gridId);
}

/** Second places that say nothing any more after a move or a merge: under an own ancestor, or in a circle. */
export function removeIdlePlaces(context: CommandContext, gridId: string): void {
  const byId = new Map(categoriesOf(context, gridId).map((item) => [item.id, item]));
  const links = ownLinks(context, gridId);
  for (const { id, categoryId, parentId } of placesOf(context, gridId)) {
    const isIdle = lineage(byId, categoryId).some((step) => step.id === parentId) || isReached(links, categoryId, parentId);
    if (isIdle) context.writer.remove('category_place', id);
    else link(links, parentId, categoryId);
  }
}

/** A category goes: nothing is seen under it any more, nor it under anything. */
export function removePlaces(context: CommandContext, categoryId: string): void {
  const places = context.project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM category_place WHERE category_id = ? OR parent_id = ?')
    .all(categoryId, categoryId);
  for (const { id } of places) context.writer.remove('category_place', id);
}

/** A category goes into another one: its second places do too, those that the other has already are not doubled. */
export function movePlaces(context: CommandContext, fromId: string, intoId: string): void {
  const { sqlite } = context.project;
  const select = sqlite.prepare<[string, string], Place>(
    'SELECT id, category_id AS categoryId, parent_id AS parentId FROM category_place WHERE category_id = ? OR parent_id = ? ORDER BY rowid',
  );
  const twinOf = sqlite.prepare('SELECT 1 FROM category_place WHERE category_id = ? AND parent_id = ?');
  const gridOf = sqlite.prepare<[string], { gridId: string }>('SELECT grid_id AS gridId FROM category WHERE id = ?');
  const isWithin = gridOf.get(fromId)?.gridId === gridOf.get(intoId)?.gridId;
  for (const place of select.all(fromId, fromId)) {
    const categoryId = place.categoryId === fromId ? intoId : place.categoryId;
    const parentId = place.parentId === fromId ? intoId : place.parentId;
    if (!isWithin || categoryId === parentId || twinOf.get(categoryId, parentId)) context.writer.remove('category_place', place.id);
    else context.writer.update('category_place', place.id, { categoryId, parentId });
  }
}

/** Second places that a file asks for; one whose parent is not in the grid, or that could not be made by hand, is left out. */
export function insertPlacesOfFile(context: CommandContext, gridId: GridId, file: GridFile, language: Language): void {
  const items = categoriesOf(context, gridId);
  const byId = new Map(items.map((item) => [item.id, item]));
  const byPath = new Map(items.map((item) => [JSON.stringify(lineage(byId, item.id).map(({ name }) => name)), item]));
  const at = (path: readonly string[]): (typeof items)[number] | undefined => byPath.get(JSON.stringify(path.map((name) => name.trim())));
  walkGridFile(file, language, ({ alsoUnder = [] }, path) => {
    const category = at(path);
    for (const parentPath of alsoUnder) {
      const parent = at(parentPath);
      if (category && parent) context.writer.insert('category_place', { id: newId(), categoryId: category.id, parentId: parent.id });
    }
  });
  removeIdlePlaces(context, gridId);
}
