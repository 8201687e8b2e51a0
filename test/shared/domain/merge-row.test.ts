// One row changed in two copies: what only one changed is taken, what both changed is told, nothing depends on who merges whom.
import { expect, it } from 'vitest';
import { mergeRow } from '../../../shared/domain/merge-row.ts';
import type { MergedRow, RowVersions } from '../../../shared/domain/merge-row.ts';
import { mergeRuleOf } from '../../../shared/domain/merge-rules.ts';

const COLUMNS = ['id', 'name', 'grid_id', 'parent_id', 'definition', 'color', 'example', 'example_passage_id'];
const base: MergedRow = {
  id: 'c',
  name: 'charte',
  grid_id: 'g',
  parent_id: null,
  definition: '',
  color: '#000000',
  example: '',
  example_passage_id: null,
};
const merged = (ours: MergedRow, theirs: MergedRow, later: RowVersions['later'] = 'theirs') =>
  mergeRow(mergeRuleOf('category'), COLUMNS, { base, ours: { ...base, ...ours }, theirs: { ...base, ...theirs }, later }, () => null);

it('takes what either changed', () => {
  const { row, clashes } = merged({ name: 'Charte signée' }, { parent_id: 'p', color: '#ffffff' });
  expect(row).toEqual({ ...base, name: 'Charte signée', parent_id: 'p', color: '#ffffff' });
  expect(clashes).toEqual([]);
});

it('of two names the later one is proposed, and both are told', () => {
  const { row, clashes } = merged({ name: 'Charte A' }, { name: 'Charte B' });
  expect(row.name).toBe('Charte B');
  expect(clashes).toMatchObject([{ columns: ['name'], ours: { name: 'Charte A' }, theirs: { name: 'Charte B' }, proposed: 'theirs', both: null }]);
});

it('of two definitions both stay, one under the other', () => {
  const { row, clashes } = merged({ definition: 'Un texte.' }, { definition: 'Une règle.' });
  expect(row.definition).toBe('Un texte.\nUne règle.');
  expect(clashes).toMatchObject([{ proposed: 'both' }]);
});

it('the place in a grid is one thing: nobody’s parent is combined with another’s grid', () => {
  const { row } = merged({ grid_id: 'h' }, { parent_id: 'p' });
  expect([row.grid_id, row.parent_id]).toEqual(['g', 'p']);
});

it('comes to the same whoever merges whom', () => {
  const [one, other] = [
    { name: 'A', definition: 'x', color: '#111111' },
    { name: 'B', definition: 'y', color: '#222222' },
  ];
  expect(merged(one, other, 'theirs').row).toEqual(merged(other, one, 'ours').row);
});
