// What the views read out of a computed matrix.
import { describe, expect, it } from 'vitest';
import { cellsBehind } from '../../../renderer/matrices/figure-scenes.ts';
import { onlyInOneCase } from '../../../renderer/matrices/table-cases.ts';
import { transposedTable, withCasesInColumns, withRowsAsFindings } from '../../../shared/domain/case-columns.ts';
import { crossingKeys, crossingTitle, findCell, findCellByKey, sameCellInCases } from '../../../renderer/matrices/table-cells.ts';
import { densityOf, shadeOf } from '../../../renderer/matrices/table-density.ts';
import { aTable, caseEntity, categoryEntity, header } from './a-project.ts';

const governance = header(categoryEntity('Gouvernance'));
const change = header(categoryEntity('Changement'));
const coordination = categoryEntity('Coordination');
const one = header(coordination, caseEntity('Pôle 1'));
const two = header(coordination, caseEntity('Pôle 2'));
const table = aTable(
  [governance, change],
  [one, two],
  [
    [{ 'feuille de route': 4, collèges: 2 }, { 'feuille de route': 3 }],
    [null, { 'groupes de travail': 1 }],
  ],
);

describe('a cell', () => {
  it('is found by its two heads, and by its crossing whichever side is which', () => {
    const found = findCell(table, governance.key, two.key);
    expect(found).toMatchObject({ row: 0, column: 1 });
    expect(findCellByKey(transposedTable(table), found!.cell.key)).toMatchObject({ row: 1, column: 0 });
    expect(findCell(table, 'gone', two.key)).toBeNull();
  });

  it('is called by everything that meets in it', () => {
    expect(crossingTitle(governance, one)).toBe('Gouvernance × Coordination × Pôle 1');
    expect(crossingKeys(governance, one)).toEqual(['category:Gouvernance', 'category:Coordination', 'case:Pôle 1']);
  });

  it('knows the same crossing in the other cases', () => {
    const here = findCell(table, change.key, one.key)!;
    expect(sameCellInCases(table, here).map(({ entity, found }) => [entity.label, found.cell.passages])).toEqual([
      ['Pôle 1', 0],
      ['Pôle 2', 1],
    ]);
    const turned = transposedTable(table);
    expect(sameCellInCases(turned, findCell(turned, one.key, change.key)!).map(({ found }) => found.rowHeader.key)).toEqual([one.key, two.key]);
  });

  it('has no other cases where the matrix has no case axis', () => {
    const plain = aTable([governance], [header(coordination)], [[2]]);
    expect(sameCellInCases(plain, findCell(plain, governance.key, coordination.key)!)).toEqual([]);
  });
});

describe('a category found', () => {
  it('wears the hue of the only case that has it, beside the same row and family', () => {
    const onlyIn = onlyInOneCase(table);
    const key = (row: typeof governance, column: typeof one) => findCell(table, row.key, column.key)!.cell.key;
    expect(onlyIn(key(governance, one), 'collèges')).toBe('case:Pôle 1');
    expect(onlyIn(key(governance, one), 'feuille de route')).toBeNull();
    expect(onlyIn(key(change, two), 'groupes de travail')).toBe('case:Pôle 2');
  });

  it('wears it just as well when the cases are in rows', () => {
    const turned = transposedTable(table);
    expect(onlyInOneCase(turned)(findCell(turned, one.key, governance.key)!.cell.key, 'collèges')).toBe('case:Pôle 1');
  });

  it('wears none where a single case leaves nothing to compare', () => {
    const alone = aTable([governance], [one], [[{ collèges: 2 }]]);
    expect(onlyInOneCase(alone)(alone.cells[0]![0]!.key, 'collèges')).toBeNull();
  });
});

describe('comparing', () => {
  it('turns a table whose cases are in rows, and declines one without cases', () => {
    expect(withCasesInColumns(table)).toEqual({ table, isTransposed: false });
    expect(withCasesInColumns(transposedTable(table))).toMatchObject({ isTransposed: true, table: { rows: table.rows, cells: table.cells } });
    expect(withCasesInColumns(aTable([governance], [header(coordination)], [[2]]))).toBeNull();
  });

  it('finds the row itself where a grid meets only the cases', () => {
    const plain = withRowsAsFindings(aTable([governance], [header(caseEntity('Pôle 1')), header(caseEntity('Pôle 2'))], [[5, null]]));
    expect(plain.cells[0]?.map(({ categories }) => categories.map(({ name, passages }) => `${name} ${passages}`))).toEqual([['Gouvernance 5'], []]);
    expect(withRowsAsFindings(table)).toBe(table);
  });
});

describe('the shade of a cell', () => {
  it('is none for an empty one, the first for the weakest, the last for the strongest', () => {
    expect([0, 1, 100, 25].map((passages) => shadeOf(passages, 100))).toEqual([0, 1, 5, 3]);
  });
});

describe('the density of a table', () => {
  it('shows two categories a cell where six rows and columns have a small window, and more where there is room', () => {
    expect(densityOf(6, 6, 610).chips).toBe(2);
    expect(densityOf(6, 6, 900).chips).toBe(4);
    expect(densityOf(2, 2, 900).chips).toBe(6);
    expect(densityOf(31, 60, 610).chips).toBe(2);
  });

  it('keeps six columns narrow enough to stand beside the cell’s panel', () => {
    expect(146 + 6 * densityOf(6, 6, 610).cellWidthPx).toBeLessThan(1280 - 68 - 330);
  });
});

describe('a mark on a figure', () => {
  const cellKey = findCell(table, governance.key, two.key)!.cell.key;

  it('leads to its cell, in whichever way the table is turned, and to the category in it', () => {
    const whole = cellsBehind(table, [{ cell: cellKey }]);
    expect(whole.map(({ choice }) => choice)).toEqual([{ rowKey: governance.key, columnKey: two.key }]);
    const [turned] = cellsBehind(transposedTable(table), [{ cell: cellKey, category: 'collèges' }]);
    expect(turned?.choice).toEqual({ rowKey: two.key, columnKey: governance.key, categoryId: 'collèges' });
  });

  it('that names something gone leads nowhere', () => {
    expect(cellsBehind(table, [{ cell: 'category:gone' }])).toEqual([]);
  });
});
