// Lays categories out on the board, and groups them: a group is a category, its cards are that category's children.
import type { BoardPlace } from '../../shared/domain/board.ts';
import type { CategoryId, GridId } from '../../shared/domain/ids.ts';
import type { Row } from '../storage/schema.ts';
import { insertCategory } from './category-rows.ts';
import { moveUnder } from './place-rows.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

type CategoryRow = Row<'category'>;

function rowsOf(session: Session, categoryIds: readonly CategoryId[]): CategoryRow[] {
  return [...new Set(categoryIds)].map((id) => requireRow(session, 'category', id, 'category.unknown'));
}

function lay(context: CommandContext, { categoryId, x, y }: BoardPlace): void {
  const [known] = idsWhere(context, 'board_place', 'category_id', categoryId);
  if (known === undefined) context.writer.insert('board_place', { id: newId(), categoryId, x, y });
  else context.writer.update('board_place', known, { x, y });
}

function forget(context: CommandContext, categoryId: string): void {
  for (const id of idsWhere(context, 'board_place', 'category_id', categoryId)) context.writer.remove('board_place', id);
}

/** Where the cards were let go; one gesture, one act. */
export function placeCards(session: Session, input: { places: readonly BoardPlace[] }): void {
  const rows = rowsOf(
    session,
    input.places.map(({ categoryId }) => categoryId),
  );
  const subject = { count: rows.length, name: rows[0]?.name ?? '' };
  runCommand(session, { name: 'board.place', input, subject }, (context) => {
    for (const place of input.places) lay(context, place);
  });
}

export interface CardsMove {
  readonly categoryIds: readonly CategoryId[];
  /** Null: loose, on top of the grid. */
  readonly parentId: CategoryId | null;
  readonly places: readonly BoardPlace[];
}

/** Puts cards into a group, or takes them out of theirs; in a group the group lays them out. */
export function moveCards(session: Session, input: CardsMove): void {
  const rows = rowsOf(session, input.categoryIds);
  const parent = input.parentId === null ? null : requireRow(session, 'category', input.parentId, 'category.unknown');
  rowsOf(
    session,
    input.places.map(({ categoryId }) => categoryId),
  );
  const subject = { count: rows.length, name: rows[0]?.name ?? '', ...(parent ? { into: parent.name } : {}) };
  runCommand(session, { name: 'board.move', input, subject }, (context) => {
    for (const row of rows) {
      if (row.parentId !== input.parentId) moveUnder(context, row, input.parentId);
      if (parent) forget(context, row.id);
    }
    for (const place of input.places) lay(context, place);
  });
}

export interface NewGroup {
  readonly gridId: GridId;
  readonly name: string;
  readonly categoryIds: readonly CategoryId[];
  readonly x: number;
  readonly y: number;
}

/** Makes a category on top of the grid and puts these under it. */
export function groupCards(session: Session, input: NewGroup): CategoryId {
  const rows = rowsOf(session, input.categoryIds);
  const subject = { name: input.name.trim(), count: rows.length };
  return runCommand(session, { name: 'board.group', input, subject }, (context) => {
    const { gridId, name, x, y } = input;
    const color = rows.find((row) => row.parentId === null)?.color ?? rows[0]?.color;
    const groupId = insertCategory(context, { gridId, parentId: null, name, origin: 'emergent', color });
    for (const row of rows) {
      moveUnder(context, row, groupId);
      forget(context, row.id);
    }
    lay(context, { categoryId: groupId, x, y });
    return groupId;
  });
}
