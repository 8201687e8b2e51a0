// Which columns of a table come in, before and after the user has looked at them.
import { expect, test } from 'vitest';
import { chosenAttributes, invalidTaken } from '../../../renderer/corpus/taken-columns.ts';
import type { AttributeTablePreview } from '../../../shared/domain/attribute-table.ts';

const column = (name: string, filled: number, type: 'text' | 'number' = 'text') => ({ name, type, filled, examples: [] });
const preview: AttributeTablePreview = {
  plan: { scope: 'participant', nameColumn: 'Nom', sourceColumn: 'Source' },
  columns: [column('Source', 2), column('Nom', 2), column('Âge', 2, 'number'), column('Vide', 0), column('Sexe', 1)],
  rows: 2,
  matched: 2,
  unmatched: [],
  invalid: [{ line: 2, column: 'Âge', value: 'douze' }],
};

test('every column that holds something comes in, but those that say whose values they are', () => {
  expect(chosenAttributes(preview, { left: new Set(), names: new Map(), types: new Map() })).toEqual([
    { column: 'Âge', name: 'Âge', type: 'number' },
    { column: 'Sexe', name: 'Sexe', type: 'text' },
  ]);
});

test('a column can be left out, another renamed', () => {
  const taken = { left: new Set(['Sexe']), names: new Map([['Âge', ' Âge en 2019 ']]), types: new Map() };
  expect(chosenAttributes(preview, taken)).toEqual([{ column: 'Âge', name: 'Âge en 2019', type: 'number' }]);
});

test('the type of a new attribute is proposed, and can be another one', () => {
  const taken = { left: new Set(['Sexe']), names: new Map(), types: new Map([['Âge', 'text' as const]]) };
  expect(chosenAttributes(preview, taken)).toEqual([{ column: 'Âge', name: 'Âge', type: 'text' }]);
});

test('values that do not fit are told of the columns that come in as they are', () => {
  const all = { left: new Set<string>(), names: new Map<string, string>(), types: new Map() };
  expect(invalidTaken(preview, all)).toHaveLength(1);
  expect(invalidTaken(preview, { ...all, left: new Set(['Âge']) })).toEqual([]);
  expect(invalidTaken(preview, { ...all, types: new Map([['Âge', 'text' as const]]) })).toEqual([]);
});
