// Rows of categories and of what is written about them, as several commands write them.
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import type { CategoryRule, Origin } from '../../shared/domain/category.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, GridId } from '../../shared/domain/ids.ts';
import type { Row } from '../storage/schema.ts';
import { nextPosition, requireRow } from './rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

type CategoryRow = Row<'category'>;

export function categoriesOf(session: Session, gridId: string): Pick<CategoryRow, 'id' | 'name' | 'position' | 'parentId'>[] {
  return session.project.sqlite
    .prepare<[string], { id: string; name: string; position: number; parentId: string | null }>(
      'SELECT id, name, position, parent_id AS parentId FROM category WHERE grid_id = ? ORDER BY position',
    )
    .all(gridId);
}

export function siblingsOf(session: Session, gridId: string, parentId: string | null): Pick<CategoryRow, 'id' | 'name' | 'position'>[] {
  return categoriesOf(session, gridId).filter((item) => item.parentId === parentId);
}

/** Refuses a name that a sibling has: paths could not tell the two apart. */
export function assertNameFree(session: Session, gridId: string, parentId: string | null, name: string, except: string | null): void {
  if (siblingsOf(session, gridId, parentId).some((item) => isSameName(item.name, name) && item.id !== except))
    throw new Refusal('category.nameTaken', { name });
}

interface NewGrid {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly description: string;
  readonly version: number;
}

export function insertGrid(context: CommandContext, grid: NewGrid, id = newId<GridId>()): GridId {
  context.writer.insert('grid', { id, ...grid, position: nextPosition(context, 'grid') });
  return id;
}

const EMPTY_RULE: CategoryRule = { definition: '', inclusion: '', exclusion: '', example: '' };

export interface NewCategory {
  readonly gridId: GridId;
  readonly parentId: CategoryId | null;
  readonly name: string;
  readonly origin: Origin;
  readonly color?: string | undefined;
}

/** Writes a category at the end of its siblings, inside a command; the parent's colour serves when none is given. */
export function insertCategory(context: CommandContext, input: NewCategory): CategoryId {
  const name = input.name.trim();
  if (name === '') throw new Refusal('category.nameEmpty');
  requireRow(context, 'grid', input.gridId, 'grid.unknown');
  const parent = input.parentId === null ? null : requireRow(context, 'category', input.parentId, 'category.unknown');
  if (parent && parent.gridId !== input.gridId) throw new Refusal('category.otherGrid', { name: parent.name });
  assertNameFree(context, input.gridId, input.parentId, name, null);
  const siblings = siblingsOf(context, input.gridId, input.parentId);
  const id = newId<CategoryId>();
  context.writer.insert('category', {
    id,
    gridId: input.gridId,
    parentId: input.parentId,
    position: (siblings.at(-1)?.position ?? -1) + 1,
    name,
    ...EMPTY_RULE,
    color: input.color ?? parent?.color ?? CATEGORY_COLORS[siblings.length % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0],
    origin: input.origin,
    createdAt: context.at,
  });
  return id;
}

/** Both texts, one under the other, unless one is empty or they are equal. */
export function joinedText(a: string, b: string): string {
  return a.trim() === '' || a === b ? b : b.trim() === '' ? a : `${a}\n${b}`;
}

/** Kept matrices that name one category name another from now on. */
export function moveInMatrices(context: CommandContext, fromId: string, intoId: string): void {
  const { sqlite } = context.project;
  const matrices = sqlite
    .prepare<[string], { id: string; definition: string }>('SELECT id, definition FROM matrix WHERE instr(definition, ?) > 0')
    .all(fromId);
  for (const { id, definition } of matrices)
    context.writer.update('matrix', id, { definition: definition.replaceAll(fromId, intoId), updatedAt: context.at });
}

/** The same value with one id for another; in a list each stands once. */
function withIdInstead(value: unknown, fromId: string, intoId: string): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => withIdInstead(one, fromId, intoId)))];
  if (typeof value === 'string') return value.replaceAll(fromId, intoId);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replaceAll(fromId, intoId), withIdInstead(one, fromId, intoId)]));
}

/** Analyses kept by name that name one category name another from now on. */
export function moveInAnalyses(context: CommandContext, fromId: string, intoId: string): void {
  const { sqlite } = context.project;
  const analyses = sqlite
    .prepare<[string], { id: string; setting: string }>('SELECT id, setting FROM saved_analysis WHERE instr(setting, ?) > 0')
    .all(fromId);
  for (const { id, setting } of analyses)
    context.writer.update('saved_analysis', id, {
      setting: JSON.stringify(withIdInstead(JSON.parse(setting), fromId, intoId)),
      updatedAt: context.at,
    });
}

/** Questions of guides that are meant to feed one category feed another from now on. */
export function moveQuestionLinks(context: CommandContext, fromId: string, intoId: string): void {
  const { sqlite } = context.project;
  const links = sqlite
    .prepare<[string], { id: string; questionId: string }>('SELECT id, question_id AS questionId FROM question_category WHERE category_id = ?')
    .all(fromId);
  const twin = sqlite.prepare<[string, string], unknown>('SELECT 1 FROM question_category WHERE question_id = ? AND category_id = ?');
  for (const { id, questionId } of links) {
    if (twin.get(questionId, intoId)) context.writer.remove('question_category', id);
    else context.writer.update('question_category', id, { categoryId: intoId });
  }
}
