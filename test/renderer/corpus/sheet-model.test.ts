// Sheets: the order of rows, the filter, the way of the arrows.
import { expect, test } from 'vitest';
import { actionIn, cellAfter, filteredRows, nextSorting, sortedRows } from '../../../renderer/corpus/sheet-model.ts';
import type { SheetColumn } from '../../../renderer/corpus/sheet-model.ts';

interface Row {
  readonly name: string;
  readonly words: number;
  readonly date: string | null;
}

const rows: readonly Row[] = [
  { name: 'E10 Élu', words: 900, date: '2019-04-04' },
  { name: 'E2 Directrice', words: 1200, date: null },
  { name: 'e1 Animateur', words: 900, date: '2019-03-14' },
];
const columns: readonly SheetColumn<Row>[] = [
  { id: 'name', title: 'Nom', width: 1, value: (row) => row.name, edit: { kind: 'text', commit: () => Promise.resolve(null) } },
  { id: 'words', title: 'Mots', width: 1, value: (row) => row.words },
  { id: 'date', title: 'Date', width: 1, value: (row) => row.date },
];
const order = (columnId: string, isDescending = false) =>
  sortedRows(rows, columns, { columnId, isDescending }, 'fr').map((row) => row.name.split(' ')[0]);

test('E2 stands before E10, capitals or not', () => {
  expect(order('name')).toEqual(['e1', 'E2', 'E10']);
  expect(order('name', true)).toEqual(['E10', 'E2', 'e1']);
});

test('equal rows keep the order of the corpus', () => {
  expect(order('words')).toEqual(['E10', 'e1', 'E2']);
  expect(order('words', true)).toEqual(['E2', 'E10', 'e1']);
});

test('a source without a date comes last, up and down', () => {
  expect(order('date')).toEqual(['e1', 'E10', 'E2']);
  expect(order('date', true)).toEqual(['E10', 'e1', 'E2']);
});

test('a heading sorts up, then down, then gives the corpus’s own order back', () => {
  const up = nextSorting(null, 'name');
  const down = nextSorting(up, 'name');
  expect([up, down, nextSorting(down, 'name')]).toEqual([{ columnId: 'name', isDescending: false }, { columnId: 'name', isDescending: true }, null]);
  expect(nextSorting(down, 'words')).toEqual({ columnId: 'words', isDescending: false });
  expect(sortedRows(rows, columns, null, 'fr')).toBe(rows);
});

test('the filter looks for every word, accents aside', () => {
  expect(filteredRows(rows, columns, 'elu').map((row) => row.name)).toEqual(['E10 Élu']);
  expect(filteredRows(rows, columns, 'e 2019-03')).toEqual([rows[2]]);
  expect(filteredRows(rows, columns, ' ')).toBe(rows);
});

test('a value is found by the words it is shown in', () => {
  const dated: SheetColumn<Row> = {
    id: 'date',
    title: 'Date',
    width: 1,
    value: (row) => row.date,
    words: (row) => (row.date ? 'le 14 mars 2019' : ''),
  };
  expect(filteredRows(rows, [dated], 'mars').map((row) => row.name)).toEqual(['E10 Élu', 'e1 Animateur']);
});

test('arrows stay within the sheet', () => {
  expect(cellAfter('ArrowUp', false, { row: 0, column: 1 }, 3, 3)).toEqual({ row: 0, column: 1 });
  expect(cellAfter('ArrowDown', false, { row: 2, column: 1 }, 3, 3)).toEqual({ row: 2, column: 1 });
  expect(cellAfter('ArrowRight', false, { row: 0, column: 1 }, 3, 3)).toEqual({ row: 0, column: 2 });
  expect(cellAfter('PageDown', false, { row: 0, column: 0 }, 3, 3)).toEqual({ row: 2, column: 0 });
  expect(cellAfter('End', true, { row: 0, column: 0 }, 3, 3)).toEqual({ row: 2, column: 2 });
  expect(cellAfter('a', false, { row: 0, column: 0 }, 3, 3)).toBeNull();
});

test('Enter follows a name to its interview, F2 renames it; a number that leads nowhere does nothing', () => {
  const row = rows[0] as Row;
  const named = { ...(columns[0] as SheetColumn<Row>), links: () => [{ label: 'Ouvrir', go: () => undefined }] };
  expect([actionIn(named, row, false), actionIn(named, row, true)]).toEqual(['follow', 'edit']);
  expect(actionIn(columns[1] as SheetColumn<Row>, row, false)).toBe('none');
  expect(actionIn({ ...named, edit: { kind: 'check', commit: () => undefined }, links: () => [] }, row, false)).toBe('toggle');
});
