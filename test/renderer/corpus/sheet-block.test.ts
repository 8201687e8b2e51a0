// Blocks of a sheet: what Excel copies is what arrives, and only attributes are filled.
import { expect, test } from 'vitest';
import {
  blockBetween,
  clipboardFromRows,
  copiedRows,
  filledDown,
  laidOver,
  rowsFromClipboard,
  valuesAt,
} from '../../../renderer/corpus/sheet-block.ts';
import type { SheetColumn } from '../../../renderer/corpus/sheet-model.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';

interface Person {
  readonly id: string;
  readonly words: number;
  readonly post: string | null;
  readonly sector: string | null;
}

const people: readonly Person[] = [
  { id: 'd', words: 1.5, post: 'direction', sector: 'public' },
  { id: 'p', words: 900, post: null, sector: null },
  { id: 'e', words: 20, post: 'gérant', sector: null },
];
const [post, sector] = ['fonction', 'secteur'] as unknown as [AttributeId, AttributeId];
/** An attribute that takes every text but « ? ». */
const attributeOf = (id: AttributeId, stored: (row: Person) => string | null) => ({
  id,
  stored: (row: Person) => stored(row) ?? '',
  reads: (typed: string) => (typed === '?' ? { refused: 'pas une fonction' } : { value: typed }),
});
const columns: readonly SheetColumn<Person>[] = [
  { id: 'words', title: 'Mots', width: 1, value: (row) => row.words },
  { id: 'post', title: 'Fonction', width: 1, value: (row) => row.post, attribute: attributeOf(post, (row) => row.post) },
  { id: 'sector', title: 'Secteur', width: 1, value: (row) => row.sector, attribute: attributeOf(sector, (row) => row.sector) },
];
const at = (row: number, column: number) => ({ row, column });

test('what Excel copies: tabs, a last line end, cells with line ends and quotation marks', () => {
  expect(rowsFromClipboard('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(rowsFromClipboard('"deux\nlignes"\t"dit ""oui"""\nx\t')).toEqual([
    ['deux\nlignes', 'dit "oui"'],
    ['x', ''],
  ]);
  expect(rowsFromClipboard('seul')).toEqual([['seul']]);
  expect(rowsFromClipboard('12" de large\tb')).toEqual([['12" de large', 'b']]);
  expect(rowsFromClipboard('\t\n\t')).toEqual([
    ['', ''],
    ['', ''],
  ]);
});

test('what is copied comes back as it was', () => {
  const rows = [
    ['a', 'dit "oui"', ''],
    ['deux\nlignes', 'x\ty', '"'],
  ];
  expect(rowsFromClipboard(clipboardFromRows(rows))).toEqual(rows);
});

test('a copied number is one that the language’s spreadsheet reads', () => {
  const block = blockBetween(at(1, 1), at(0, 0));
  expect(copiedRows(people, columns, block, 'fr')).toEqual([
    ['1,5', 'direction'],
    ['900', ''],
  ]);
  expect(copiedRows(people, columns, block, 'en')[0]).toEqual(['1.5', 'direction']);
});

test('one copied cell fills the whole selection, several are laid from its corner on', () => {
  const three = blockBetween(at(0, 1), at(2, 1));
  expect(laidOver(three, [['x']]).map(({ row, text }) => `${row}${text}`)).toEqual(['0x', '1x', '2x']);
  expect(
    laidOver(blockBetween(at(1, 1), at(1, 1)), [
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ).toEqual([
    { row: 1, column: 1, text: 'a' },
    { row: 1, column: 2, text: 'b' },
    { row: 2, column: 1, text: 'c' },
    { row: 2, column: 2, text: 'd' },
  ]);
  expect(laidOver(three, [['a'], ['b']]).map(({ text }) => text)).toEqual(['a', 'b']);
});

test('filling down repeats the first row; a single row takes the one above it; the first row has none above', () => {
  expect(filledDown(people, columns, blockBetween(at(0, 1), at(2, 2))).map(({ text }) => text)).toEqual([
    'direction',
    'public',
    'direction',
    'public',
  ]);
  expect(filledDown(people, columns, blockBetween(at(1, 2), at(1, 2)))).toEqual([{ row: 1, column: 2, text: 'public' }]);
  expect(filledDown(people, columns, blockBetween(at(0, 1), at(0, 1)))).toEqual([]);
});

test('only attributes of rows that are there are written, and only what changes', () => {
  const cells = [
    { ...at(0, 0), text: '7' },
    { ...at(0, 1), text: ' direction ' },
    { ...at(1, 1), text: 'chargée\nde mission' },
    { ...at(2, 1), text: '' },
    { ...at(3, 1), text: 'personne' },
    { ...at(1, 3), text: 'au-delà' },
  ];
  expect(valuesAt(cells, people, columns)).toEqual({
    values: [
      { attributeId: post, targetId: 'p', value: 'chargée de mission' },
      { attributeId: post, targetId: 'e', value: '' },
    ],
    refused: [],
    left: 3,
  });
});

test('what an attribute does not take is named with its cell and the reason, and the rest of the block is written', () => {
  const cells = [
    { ...at(0, 1), text: ' ? ' },
    { ...at(1, 1), text: 'gérante' },
  ];
  expect(valuesAt(cells, people, columns)).toEqual({
    values: [{ attributeId: post, targetId: 'p', value: 'gérante' }],
    refused: [{ ...at(0, 1), text: '?', sentence: 'pas une fonction' }],
    left: 0,
  });
});

test('a cell is copied as its column says, filled down as it is kept', () => {
  const years: SheetColumn<Person> = {
    id: 'date',
    title: 'Date',
    width: 1,
    value: () => '2019-03-12',
    words: () => '12 mars 2019',
    copied: () => '12/03/2019',
    attribute: attributeOf(post, () => '2019-03-12'),
  };
  expect(copiedRows(people, [years], blockBetween(at(0, 0), at(0, 0)), 'fr')).toEqual([['12/03/2019']]);
  expect(filledDown(people, [years], blockBetween(at(0, 0), at(1, 0)))).toEqual([{ row: 1, column: 0, text: '2019-03-12' }]);
});
