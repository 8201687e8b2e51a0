// Keeps states of a grid with the reason, and brings one back as a single act that loses no coding.
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import type { GridState, KeptCategory } from '../../shared/domain/grid-version.ts';
import type { GridId, GridVersionId } from '../../shared/domain/ids.ts';
import { listVersions, madeSince, presentState, readVersion } from '../queries/grid-versions.ts';
import { removePlaces } from './place-rows.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export function keepVersion(session: Session, input: { gridId: GridId; reason: string }): GridVersionId {
  const grid = requireRow(session, 'grid', input.gridId, 'grid.unknown');
  const number = (listVersions(session.project, grid.id)[0]?.number ?? 0) + 1;
  return runCommand(session, { name: 'grid.keepVersion', input, subject: { name: grid.title, number } }, ({ writer, coderId, at }) => {
    const id = newId<GridVersionId>();
    const content = JSON.stringify(presentState(session.project, grid.id));
    writer.insert('grid_version', { id, gridId: grid.id, number, reason: input.reason.trim(), coderId, createdAt: at, content });
    return id;
  });
}

export function removeVersion(session: Session, input: { versionId: GridVersionId }): void {
  const { gridId, version } = readVersion(session.project, input.versionId);
  const { title } = requireRow(session, 'grid', gridId, 'grid.unknown');
  runCommand(session, { name: 'grid.removeVersion', input, subject: { name: title, number: version.number } }, ({ writer }) =>
    writer.remove('grid_version', input.versionId),
  );
}

/** A passage that has gone since cannot be linked again; its words can. */
function withLivingExample({ project }: Session, category: KeptCategory): KeptCategory {
  const isGone =
    category.examplePassageId !== null && project.sqlite.prepare('SELECT 1 FROM passage WHERE id = ?').get(category.examplePassageId) === undefined;
  return isGone ? { ...category, examplePassageId: null } : category;
}

function writeCategories(context: CommandContext, gridId: GridId, then: GridState): void {
  const present = new Set(presentState(context.project, gridId).categories.map(({ id }) => id));
  for (const kept of then.categories) {
    const { id, createdAt, ...fields } = withLivingExample(context, kept);
    if (present.has(id)) context.writer.update('category', id, fields);
    else context.writer.insert('category', { id, gridId, createdAt, ...fields });
  }
}

/** Second places are those of the version; nothing else is seen anywhere twice. */
function writePlaces(context: CommandContext, then: GridState, others: readonly KeptCategory[]): void {
  for (const { id } of [...then.categories, ...others]) removePlaces(context, id);
  for (const [categoryId, parentId] of then.places) context.writer.insert('category_place', { id: newId(), categoryId, parentId });
}

/** Where categories made since the version stand from now on: the one of this name on top of the grid, made where there is none. */
function asideParent(context: CommandContext, gridId: GridId, then: GridState, name: string): string {
  const tops = then.categories.filter(({ parentId }) => parentId === null);
  const known = tops.find((top) => isSameName(top.name, name));
  if (known) return known.id;
  const id = newId();
  const rule = { definition: '', inclusion: '', exclusion: '', example: '' };
  const position = Math.max(-1, ...tops.map((top) => top.position)) + 1;
  const color = CATEGORY_COLORS[position % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
  context.writer.insert('category', {
    id,
    gridId,
    parentId: null,
    position,
    name,
    ...rule,
    color,
    origin: 'emergent',
    status: 'retired',
    createdAt: context.at,
  });
  return id;
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.some((other) => isSameName(other, free)); n += 1) free = `${name} (${n})`;
  return free;
}

/** Those below one another stay so; the others come right under the parent for what was set aside. */
function setAside(context: CommandContext, gridId: GridId, then: GridState, items: readonly KeptCategory[], parentName: string): void {
  if (items.length === 0) return;
  const parentId = asideParent(context, gridId, then, parentName);
  const ids = new Set(items.map(({ id }) => id));
  const taken = then.categories.filter((category) => category.parentId === parentId).map(({ name }) => name);
  for (const item of items) {
    if (item.parentId !== null && ids.has(item.parentId)) context.writer.update('category', item.id, { status: 'retired' });
    else {
      const name = freeName(item.name, taken);
      context.writer.update('category', item.id, { parentId, position: taken.length, name, status: 'retired' });
      taken.push(name);
    }
  }
}

/**
 * The grid becomes what it was, in one act. Categories made since go where nothing hangs on them; those that carry codings or that
 * something was written about stay, retired, under a category of their own, `asideName`. Those that went since come back without their codings.
 */
export function restoreVersion(session: Session, input: { versionId: GridVersionId }, asideName: string): void {
  const { gridId, version, state } = readVersion(session.project, input.versionId);
  const { going, setAside: kept } = madeSince(session.project, presentState(session.project, gridId), state);
  const subject = { name: state.grid.title, number: version.number };
  runCommand(session, { name: 'grid.restoreVersion', input, subject }, (context) => {
    context.writer.update('grid', gridId, state.grid);
    writeCategories(context, gridId, state);
    writePlaces(context, state, [...going, ...kept]);
    setAside(context, gridId, state, kept, asideName);
    for (const { id } of going) context.writer.remove('category', id);
  });
}
