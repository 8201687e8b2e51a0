// Which columns of a table come in, before and after the user has looked at them.
import { expect, test } from 'vitest';
import { chosenAttributes } from '../../../renderer/corpus/taken-columns.ts';
import type { AttributeTablePreview } from '../../../shared/domain/attribute-table.ts';

const column = (name: string, filled: number) => ({ name, filled, examples: [] });
const preview: AttributeTablePreview = {
  plan: { scope: 'participant', nameColumn: 'Nom', sourceColumn: 'Source' },
  columns: [column('Source', 2), column('Nom', 2), column('Âge', 2), column('Vide', 0), column('Sexe', 1)],
  rows: 2,
  matched: 2,
  unmatched: [],
};

test('every column that holds something comes in, but those that say whose values they are', () => {
  expect(chosenAttributes(preview, { left: new Set(), names: new Map() })).toEqual([
    { column: 'Âge', name: 'Âge' },
    { column: 'Sexe', name: 'Sexe' },
  ]);
});

test('a column can be left out, another renamed', () => {
  const taken = { left: new Set(['Sexe']), names: new Map([['Âge', ' Âge en 2019 ']]) };
  expect(chosenAttributes(preview, taken)).toEqual([{ column: 'Âge', name: 'Âge en 2019' }]);
});
