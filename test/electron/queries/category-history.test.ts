// Every past state of a category's card can be read, whatever was undone, redone, merged or removed since.
import { expect, test } from 'vitest';
import { createCategory, mergeCategories, moveCategory, removeCategory, updateCategory } from '../../../electron/commands/codebook.ts';
import { applyCodingTable } from '../../../electron/commands/codings.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { readCategoryHistory, readRemovedCategories } from '../../../electron/queries/category-history.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { TestProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

function aCategory(): { project: TestProject; categoryId: CategoryId } {
  const { project } = aStudy();
  const categoryId = createCategory(project.session, { gridId: project.grid('outils'), parentId: null, name: 'Confiance', origin: 'emergent' });
  return { project, categoryId };
}

const definitions = (project: TestProject, categoryId: CategoryId) =>
  readCategoryHistory(project.project, categoryId).states.map(({ card }) => card?.definition ?? null);

test('the states are told newest first, with who, when and what changed word by word', () => {
  const { project, categoryId } = aCategory();
  updateCategory(project.session, { categoryId, definition: 'Croire les autres.' });
  updateCategory(project.as('CD'), { categoryId, definition: 'Croire les autres membres.', inclusion: 'les paroles données' });
  const { states } = readCategoryHistory(project.project, categoryId);
  expect(states.map(({ coderName, command }) => [coderName, command])).toEqual([
    ['CD', 'category.update'],
    [expect.any(String), 'category.update'],
    [expect.any(String), 'category.create'],
  ]);
  expect(states[0]?.changes).toEqual([
    {
      field: 'definition',
      pieces: [
        { kind: 'same', text: 'Croire les autres' },
        { kind: 'added', text: ' membres' },
        { kind: 'same', text: '.' },
      ],
    },
    { field: 'inclusion', pieces: [{ kind: 'added', text: 'les paroles données' }] },
  ]);
  expect(states[2]).toMatchObject({ changes: [], card: { name: 'Confiance', definition: '', grid: 'Outils', parent: null, origin: 'emergent' } });
});

test('undo and redo are states like any other, and stay readable after a restart', () => {
  const { project, categoryId } = aCategory();
  updateCategory(project.session, { categoryId, definition: 'un' });
  updateCategory(project.session, { categoryId, definition: 'deux' });
  undo(project.session);
  redo(project.session);
  undo(project.session);
  expect(definitions(project, categoryId)).toEqual(['un', 'deux', 'un', 'deux', 'un', '']);
  const { states } = readCategoryHistory(project.project, categoryId);
  expect(states.map(({ kind }) => kind)).toEqual(['undo', 'redo', 'undo', 'do', 'do', 'do']);
  project.reopen();
  expect(readCategoryHistory(project.project, categoryId).states).toEqual(states);
});

test('where it stands is part of its card, by names; its place among its siblings is not', () => {
  const { project, categoryId } = aCategory();
  moveCategory(project.session, { categoryId, parentId: project.category('Coordination'), position: 0 });
  const moved = readCategoryHistory(project.project, categoryId).states.length;
  moveCategory(project.session, { categoryId, parentId: project.category('Coordination'), position: 1 });
  const { states } = readCategoryHistory(project.project, categoryId);
  expect(states).toHaveLength(moved);
  expect(states[0]?.changes).toEqual([{ field: 'parent', before: null, after: 'Coordination' }]);
});

test('a category that is gone keeps its history, and coming back is a state', () => {
  const { project, categoryId } = aCategory();
  updateCategory(project.session, { categoryId, definition: 'un' });
  removeCategory(project.session, { categoryId, withCodings: false });
  expect(definitions(project, categoryId)).toEqual([null, 'un', '']);
  undo(project.session);
  expect(definitions(project, categoryId)).toEqual(['un', null, 'un', '']);
});

test('the line of a removal or a merge names the categories that went with it, and their states are read from there', () => {
  const { project, categoryId } = aCategory();
  const gridId = project.grid('outils');
  createCategory(project.session, { gridId, parentId: categoryId, name: 'Parole donnée', origin: 'emergent' });
  updateCategory(project.session, { categoryId, definition: 'Croire les autres.' });
  removeCategory(project.session, { categoryId, withCodings: false });
  const latest = () => project.project.sqlite.prepare<[], { n: number }>('SELECT max(number) AS n FROM change_log').get()?.n ?? 0;
  const removed = readRemovedCategories(project.project, latest());
  expect(removed.map(({ name }) => name)).toEqual(['Confiance', 'Parole donnée']);
  expect(removed[0] && definitions(project, removed[0].id)).toEqual([null, 'Croire les autres.', '']);
  const from = createCategory(project.session, { gridId, parentId: null, name: 'Foi', origin: 'emergent' });
  expect(readRemovedCategories(project.project, latest())).toEqual([]);
  mergeCategories(project.session, { from, into: project.category('Coordination') });
  expect(readRemovedCategories(project.project, latest())).toEqual([{ id: from, name: 'Foi' }]);
});

test('a category made while coding, or that came with a grid, has a first state', () => {
  const { project } = aStudy();
  expect(readCategoryHistory(project.project, project.category('Gouvernance')).states.at(-1)).toMatchObject({
    command: 'grid.add',
    card: { name: 'Gouvernance' },
  });
});

test('what never was a category is refused', () => {
  const { project } = aStudy();
  const refused = () => readCategoryHistory(project.project, '00000000-0000-4000-8000-00000000dead' as CategoryId);
  expect(refused).toThrow(Refusal);
});

test('a category that a table of codings brought along has its first state from there', () => {
  const { project } = aCategory();
  const key = 'new';
  const newCategories = [{ key, gridId: project.grid('outils'), parent: null, name: 'salon commun' }];
  applyCodingTable(project.session, { rows: [], newCategories, newCoders: [] });
  const { id } = project.project.sqlite.prepare<[], { id: CategoryId }>("SELECT id FROM category WHERE name = 'salon commun'").get() as {
    id: CategoryId;
  };
  updateCategory(project.session, { categoryId: id, definition: 'Un lieu où l’on se montre.' });
  const { states } = readCategoryHistory(project.project, id);
  expect(states.map(({ command }) => command)).toEqual(['category.update', 'coding.applyTable']);
  expect(states[1]?.card).toMatchObject({ name: 'salon commun', definition: '', origin: 'in-vivo' });
});
