// Values as people type them, in French and in English: read into one form, shown again, put in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalValue, compareValues, proposedType, shownValue } from '../../../shared/domain/attribute-value.ts';
import type { ValueKind } from '../../../shared/domain/attribute-value.ts';
import { ATTRIBUTE_TYPES } from '../../../shared/domain/corpus.ts';
import type { AttributeType } from '../../../shared/domain/corpus.ts';
import { LANGUAGES } from '../../../shared/domain/project.ts';

const CHOICES = ['Faible', 'Moyenne', 'Élevée'];
const kind = (type: AttributeType): ValueKind => ({ type, choices: CHOICES });
const read = (text: string, type: AttributeType, language: 'fr' | 'en' = 'fr'): string | null => canonicalValue(text, kind(type), language);

describe('what is typed', () => {
  it.each([
    ['1 234,5', '1234.5'],
    ['1\u202f234,50', '1234.5'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['12,5', '12.5'],
    ['0,125', '0.125'],
    ['007', '7'],
    ['+3', '3'],
    ['−2', '-2'],
    ['-0', '0'],
    ['2005', '2005'],
    [' 12 ', '12'],
  ])('%j is the number %s', (text, number) => expect(read(text, 'number')).toBe(number));

  it('a comma before three digits is what the project’s language says', () => {
    expect([read('1,234', 'number', 'fr'), read('1,234', 'number', 'en')]).toEqual(['1.234', '1234']);
  });

  it.each(['douze', '12 ans', '1.234.567', '12 34', '1,23,4', '--1', '12,', ',5', '1e3', '٣', '9'.repeat(50)])('%j is no number', (text) =>
    expect(read(text, 'number')).toBeNull(),
  );

  it.each([
    ['12/03/2019', '2019-03-12'],
    ['12.3.2019', '2019-03-12'],
    ['12-03-2019', '2019-03-12'],
    ['03/2019', '2019-03'],
    ['2019', '2019'],
    ['2019-03', '2019-03'],
    ['2019-03-12', '2019-03-12'],
    ['2019/3/2', '2019-03-02'],
    ['12 mars 2019', '2019-03-12'],
    ['1er février 2020', '2020-02-01'],
    ['29 févr. 2020', '2020-02-29'],
    ['AOUT 2018', '2018-08'],
    ['3 juil. 2018', '2018-07-03'],
    ['March 12, 2019', '2019-03-12'],
    ['12 March 2019', '2019-03-12'],
    ['3rd of Sept 2019', '2019-09-03'],
    ['Dec. 1st, 2019', '2019-12-01'],
    ['May 2019', '2019-05'],
  ])('%j is the date %s', (text, date) => {
    expect(read(text, 'date')).toBe(date);
    expect(read(text, 'date', 'en')).toBe(date);
  });

  it.each(['31/02/2019', '2019-13', '03/25/2019', '12/03/19', 'mars', '29 février 2019', 'jui 2019', 'ma 2019', '0 mars 2019', '3019', 'hier'])(
    '%j is no date',
    (text) => expect(read(text, 'date')).toBeNull(),
  );

  it.each([
    ['oui', 'yes'],
    ['OUI', 'yes'],
    ['Yes', 'yes'],
    ['vrai', 'yes'],
    ['TRUE', 'yes'],
    ['x', 'yes'],
    ['1', 'yes'],
    ['non', 'no'],
    ['No', 'no'],
    ['faux', 'no'],
    ['0', 'no'],
  ])('%j is %s', (text, answer) => expect(read(text, 'yesNo')).toBe(answer));

  it('peut-être is neither yes nor no', () => expect(read('peut-être', 'yesNo')).toBeNull());

  it('a choice is one of the list, as the list writes it, whatever its accents and capitals', () => {
    for (const type of ['choice', 'ordered'] as const) {
      expect([read('elevee', type), read('Moyenne', type), read('forte', type)]).toEqual(['Élevée', 'Moyenne', null]);
    }
    expect(canonicalValue('OUI', { type: 'choice', choices: ['oui', 'OUI'] }, 'fr')).toBe('OUI');
  });

  it('text is anything, empty is empty whatever the type', () => {
    expect(read('  à voir ', 'text')).toBe('à voir');
    for (const type of ATTRIBUTE_TYPES) expect(read('  ', type)).toBe('');
  });
});

describe('what is shown', () => {
  it('is how people write it', () => {
    const shown = (value: string, type: AttributeType): string[] => LANGUAGES.map((language) => shownValue(value, type, language));
    expect(shown('1234567.5', 'number')).toEqual(['1\u202f234\u202f567,5', '1,234,567.5']);
    expect(shown('-12345', 'number')).toEqual(['-12\u202f345', '-12,345']);
    expect(shown('2005', 'number')).toEqual(['2005', '2005']);
    expect(shown('2019-03-12', 'date')).toEqual(['12 mars 2019', '12 March 2019']);
    expect(shown('2019-08-01', 'date')).toEqual(['1er août 2019', '1 August 2019']);
    expect(shown('2019-03', 'date')).toEqual(['mars 2019', 'March 2019']);
    expect(shown('2019', 'date')).toEqual(['2019', '2019']);
    expect([shown('yes', 'yesNo'), shown('no', 'yesNo')]).toEqual([
      ['oui', 'yes'],
      ['non', 'no'],
    ]);
  });

  const kept = fc.constantFrom(...ATTRIBUTE_TYPES).chain((type): fc.Arbitrary<readonly [AttributeType, string]> => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
    const values: Readonly<Record<AttributeType, fc.Arbitrary<string>>> = {
      text: fc.string(),
      number: fc.oneof(
        fc.integer().map(String),
        fc.tuple(fc.nat(), fc.nat(9_999)).map(([whole, part]) => `-${whole},${part}`),
      ),
      date: fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([iso, length]) => iso.slice(0, length)),
      choice: fc.constantFrom(...CHOICES),
      ordered: fc.constantFrom(...CHOICES),
      yesNo: fc.constantFrom('yes', 'no'),
    };
    return values[type].map((text) => [type, canonicalValue(text, kind(type), 'fr') ?? 'unread'] as const);
  });

  it('typed again is the same value, and so is what is kept', () => {
    fc.assert(
      fc.property(kept, fc.constantFrom(...LANGUAGES), ([type, value], language) => {
        expect(value === '' && type !== 'text').toBe(false);
        expect(canonicalValue(shownValue(value, type, language), kind(type), language)).toBe(value);
        expect(canonicalValue(value, kind(type), language)).toBe(value);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

it('values are put in the order of their type', () => {
  const sorted = (type: AttributeType, ...values: string[]): string[] => values.toSorted(compareValues(kind(type)));
  expect(sorted('number', '10', '9', '-3', '1.5')).toEqual(['-3', '1.5', '9', '10']);
  expect(sorted('date', '2019-03-12', '2018', '2019', '2019-03')).toEqual(['2018', '2019', '2019-03', '2019-03-12']);
  expect(sorted('yesNo', 'no', 'yes')).toEqual(['yes', 'no']);
  expect(sorted('ordered', 'Élevée', 'Faible', 'Moyenne')).toEqual(['Faible', 'Moyenne', 'Élevée']);
  expect(sorted('choice', 'Moyenne', 'Élevée', 'Faible')).toEqual(['Élevée', 'Faible', 'Moyenne']);
  expect(sorted('text', 'E10', 'E9', 'élu')).toEqual(['E9', 'E10', 'élu']);
});

it('a column of numbers, dates or yes and no proposes its type; words and codes stay text', () => {
  const proposed = (...values: string[]): AttributeType => proposedType(values, 'fr');
  expect(proposed('52', '', '1 234,5')).toBe('number');
  expect(proposed('2005', '2015')).toBe('number');
  expect(proposed('2005', '12 mars 2015')).toBe('date');
  expect(proposed('oui', 'Non', '')).toBe('yesNo');
  expect(proposed('présidence', 'trésorier', 'présidence')).toBe('text');
  expect(proposed('34000', '01000')).toBe('text');
  expect(proposed('52', 'une soixantaine')).toBe('text');
  expect(proposed('', ' ')).toBe('text');
});
