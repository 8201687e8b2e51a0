// Making a project: the cases typed, the grids shown.
import { expect, test } from 'vitest';
import { outlineOf } from '../../../renderer/home/grid-outline.ts';
import { withCaseNames } from '../../../renderer/home/with-case-names.ts';

test('pasted lines become cases, each once', () => {
  expect(withCaseNames(['Pôle 1'], 'Pôle 2\r\n  Pôle 3 \n\nPôle 1\nPôle 2')).toEqual(['Pôle 1', 'Pôle 2', 'Pôle 3']);
  expect(withCaseNames([], '   ')).toEqual([]);
});

test('a grid’s card names each top category with everything below it', () => {
  const entry = (name: string, depth: number) => ({ name, depth, definition: '', color: '#3f8f6b' });
  const groups = outlineOf([entry('Processus', 1), entry('Gouvernance', 2), entry('Conseil', 3), entry('Résultat', 1)]);
  expect(groups.map((group) => [group.name, group.below.map(({ name }) => name)])).toEqual([
    ['Processus', ['Gouvernance', 'Conseil']],
    ['Résultat', []],
  ]);
});
