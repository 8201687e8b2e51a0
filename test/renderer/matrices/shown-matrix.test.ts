// A large matrix in the window: brought up to date cell by cell, quotes filled in where one looks.
import { describe, expect, it } from 'vitest';
import { blankCell } from '../../../shared/domain/matrix-cell.ts';
import type { MatrixCell, MatrixHeader, MatrixQuote, MatrixTable } from '../../../shared/domain/matrix.ts';
import { missingIn, withAnswer, withPreviews } from '../../../renderer/matrices/shown-matrix.ts';
import type { ShownMatrix } from '../../../renderer/matrices/shown-matrix.ts';

const ROWS = ['case:1', 'case:2', 'case:3'];
const COLUMNS = ['category:a', 'category:b'];
const header = (key: string): MatrixHeader => ({ key, label: key, path: [key], entities: [] });
const counted = (key: string, passages: number): MatrixCell => ({ ...blankCell(key), passages });
const quote = (text: string): MatrixQuote => ({ text }) as MatrixQuote;
const keyOf = (row: string, column: string) => `${row}|${column}`;

const table: MatrixTable = {
  title: '',
  definition: {
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['passages'],
    hidesEmpty: false,
  },
  rowAxes: ['Cas'],
  columnAxes: ['Thèmes'],
  rows: ROWS.map(header),
  columns: COLUMNS.map(header),
  cells: ROWS.map((row) => COLUMNS.map((column, at) => counted(keyOf(row, column), at))),
  totals: { codings: 3, passages: 3, sources: 1 },
  omittedCodings: 0,
};

function opened(): ShownMatrix {
  const shown = withAnswer(null, { kind: 'whole', version: '1', hasPreviews: false, table });
  if (!shown) throw new Error('a whole table is always shown');
  return shown;
}

const IN_VIEW = { rowKeys: ['case:1', 'case:2'], columnKeys: COLUMNS };
const PREVIEWS = ['case:1', 'case:2'].map((row) => ({ key: keyOf(row, 'category:b'), quotes: [quote(`dans ${row}`)] }));

describe('a large matrix in the window', () => {
  it('asks for the quotes of what is in view and says something, once', () => {
    const missing = missingIn(opened(), IN_VIEW);
    expect(missing).toEqual({ rowKeys: ['case:1', 'case:2'], columnKeys: ['category:b'] });
    const filled = withPreviews(opened(), IN_VIEW, PREVIEWS);
    expect(filled.table.cells[1]?.[1]?.quotes).toEqual([quote('dans case:2')]);
    expect(filled.table.cells[2]).toBe(table.cells[2]);
    expect(missingIn(filled, IN_VIEW)).toBeNull();
  });

  it('keeps the words of a changed cell until those of now are there', () => {
    const filled = withPreviews(opened(), IN_VIEW, PREVIEWS);
    const changes = { cells: [[3, counted(keyOf('case:2', 'category:b'), 5)] as const], totals: table.totals, omittedCodings: 0 };
    const changed = withAnswer(filled, { kind: 'changes', version: '2', changes });
    if (!changed) throw new Error('there was a table to change');
    expect(changed.table.cells[1]?.[1]).toMatchObject({ passages: 5, quotes: [quote('dans case:2')] });
    expect(changed.table.cells[0]).toBe(filled.table.cells[0]);
    expect(missingIn(changed, IN_VIEW)).toEqual({ rowKeys: ['case:2'], columnKeys: ['category:b'] });
    // the same words again draw nothing anew
    const again = withPreviews(changed, IN_VIEW, PREVIEWS);
    expect(again.table).toBe(changed.table);
    expect(missingIn(again, IN_VIEW)).toBeNull();
  });

  it('keeps the words where a whole table takes its place, and drops those of cells that are empty now', () => {
    const filled = withPreviews(opened(), IN_VIEW, PREVIEWS);
    const emptied = {
      ...table,
      cells: table.cells.with(
        0,
        COLUMNS.map((column) => counted(keyOf('case:1', column), 0)),
      ),
    };
    const changed = withAnswer(filled, { kind: 'whole', version: '2', hasPreviews: false, table: emptied });
    expect(changed?.table.cells[0]?.[1]?.quotes).toEqual([]);
    expect(changed?.table.cells[1]?.[1]?.quotes).toEqual([quote('dans case:2')]);
    expect(changed && missingIn(changed, IN_VIEW)?.rowKeys).toEqual(['case:2']);
  });

  it('asks for nothing where quotes came with the table, or none are shown', () => {
    const small = withAnswer(null, { kind: 'whole', version: '1', hasPreviews: true, table });
    const bare = withAnswer(null, {
      kind: 'whole',
      version: '1',
      hasPreviews: false,
      table: { ...table, definition: { ...table.definition, contents: ['counts'] } },
    });
    for (const shown of [small, bare]) expect(shown && missingIn(shown, IN_VIEW)).toBeNull();
  });
});
