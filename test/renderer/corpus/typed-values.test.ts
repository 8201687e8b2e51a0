// Values of typed attributes in the sheets: read, sorted, copied, and the sentence of what is not understood.
import { expect, test } from 'vitest';
import { answerOf, copiedValue, readDay, readValue, sortKeyOf, valuesInUse } from '../../../renderer/corpus/typed-values.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import type { AttributeType } from '../../../shared/domain/corpus.ts';

const kind = (type: AttributeType, ...choices: string[]) => ({ type, choices });

test('a date typed in French is kept as a day; what is no date says how to write one', () => {
  expect(readValue('12 mars 2019', kind('date'), 'fr')).toEqual({ value: '2019-03-12' });
  expect(readValue('hier', kind('date'), 'fr')).toEqual({ refused: expect.stringContaining('«\u00a0hier\u00a0» n’est pas une date') });
  expect(readValue('yesterday', kind('date'), 'en')).toEqual({ refused: expect.stringContaining('“yesterday” is not a date') });
});

test('a source has a day, never a month alone', () => {
  expect(readDay('12/03/2019', 'fr')).toEqual({ value: '2019-03-12' });
  expect(readDay('mars 2019', 'fr')).toHaveProperty('refused');
});

test('a choice that does not exist is refused with those that do', () => {
  const post = kind('choice', 'direction', 'gouvernance');
  expect(readValue('Direction', post, 'fr')).toEqual({ value: 'direction' });
  expect(readValue('élu', post, 'fr')).toEqual({ refused: '«\u00a0élu\u00a0» n’est pas un des choix\u00a0: direction, gouvernance.' });
});

test('an ordered choice sorts from the least, a number by size, what is empty by nothing', () => {
  const level = kind('ordered', 'faible', 'moyen', 'fort');
  expect(['fort', 'faible', 'moyen'].map((value) => sortKeyOf(value, level))).toEqual([2, 0, 1]);
  expect(sortKeyOf('1250.5', kind('number'))).toBe(1250.5);
  expect(sortKeyOf('', kind('number'))).toBeNull();
  expect([sortKeyOf('yes', kind('yesNo')), sortKeyOf('no', kind('yesNo'))]).toEqual([true, false]);
});

test('a spreadsheet of the language gets numbers it can count with and dates it understands', () => {
  expect(copiedValue('1250.5', 'number', 'fr')).toBe('1250,5');
  expect(copiedValue('1250.5', 'number', 'en')).toBe('1250.5');
  expect(copiedValue('2019-03-12', 'date', 'fr')).toBe('2019-03-12');
  expect(copiedValue('yes', 'yesNo', 'fr')).toBe('oui');
});

test('one letter answers yes or no', () => {
  expect([answerOf('o', 'fr'), answerOf('n', 'fr'), answerOf('y', 'en'), answerOf('z', 'fr')]).toEqual([true, false, true, null]);
});

test('words that become choices are the choices to begin with, unless they are too many', () => {
  const [post, other] = ['fonction', 'autre'] as unknown as [AttributeId, AttributeId];
  const value = (text: string, attributeId = post) => ({ attributeId, targetId: text, value: text });
  expect(valuesInUse({ values: [value('gouvernance'), value('direction'), value('direction'), value('x', other)] }, { id: post })).toEqual([
    'direction',
    'gouvernance',
  ]);
  expect(valuesInUse({ values: Array.from({ length: 51 }, (_, n) => value(String(n))) }, { id: post })).toEqual([]);
});
