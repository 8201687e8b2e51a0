// Heads folded: their lines are drawn as one, whose numbers are the sums and whose words are the head's own.
import { describe, expect, it } from 'vitest';
import { definitionBehind, foldOf, foldedTable, keysUnder } from '../../../renderer/matrices/grid-folds.ts';
import { headerSpans, rowHeads } from '../../../renderer/matrices/header-spans.ts';
import type { AxisEntity } from '../../../shared/domain/matrix.ts';
import { blankCell } from '../../../shared/domain/matrix-cell.ts';
import { definitionOf } from '../../../renderer/matrices/definition.ts';
import { aTable, caseEntity, categoryEntity, header } from './a-project.ts';

const coordination = categoryEntity('Coordination');
const regulation = categoryEntity('Régulation');
const poles = ['Pôle 1', 'Pôle 2'].map(caseEntity);
const columns = [coordination, regulation].flatMap((family) => poles.map((pole) => header(family, pole)));
const processes = categoryEntity('Processus');
const leaf = (name: string) => header(categoryEntity(name, ['Processus', name]));
const rows = [leaf('Gouvernance'), leaf('Changement'), header(categoryEntity('Résultat'))];
const table = aTable(rows, columns, [
  [{ collèges: 2 }, { collèges: 1, 'feuille de route': 3 }, null, 5],
  [1, null, 2, null],
  [null, null, null, 4],
]);
const parentOf = (entity: AxisEntity): AxisEntity | null => (entity.path.length > 1 ? processes : null);
const fold = (...keys: string[]) => foldedTable(table, new Set(keys), parentOf, () => null);
const passages = (folded: typeof table) => folded.cells.map((cells) => cells.map((cell) => cell.passages));

describe('a folded head', () => {
  it('draws its columns as one, with the sums of their numbers until its own are known', () => {
    const folded = fold(coordination.key);
    expect(folded.columns.map(({ label }) => label)).toEqual(['Coordination', 'Pôle 1', 'Pôle 2']);
    expect(passages(folded)).toEqual([
      [6, 0, 5],
      [1, 2, 0],
      [0, 0, 4],
    ]);
    expect(folded.cells[0]?.[0]?.categories.map(({ name, passages: n }) => `${name} ${n}`)).toEqual(['collèges 3', 'feuille de route 3']);
  });

  it('folds categories under the one above them, rows and columns at once', () => {
    const folded = fold(processes.key, regulation.key);
    expect(folded.rows.map((row) => [row.label, foldOf(row)?.lines ?? 1])).toEqual([
      ['Processus', 2],
      ['Résultat', 1],
    ]);
    expect(passages(folded)).toEqual([
      [3, 4, 7],
      [0, 0, 4],
    ]);
  });

  it('keeps the cells of lines that are not folded, and a table without folds, as they are', () => {
    expect(fold()).toBe(table);
    expect(fold(coordination.key).cells[2]?.[2]).toBe(table.cells[2]?.[3]);
  });

  it('shows what is written under it, not under its lines', () => {
    const folded = foldedTable(table, new Set([coordination.key]), parentOf, (row, column) => ({
      ...blankCell(''),
      synthesis: `${row.label} × ${column.label}`,
    }));
    expect(folded.cells[0]?.map(({ synthesis }) => synthesis)).toEqual(['Gouvernance × Coordination', null, null]);
  });

  it('counts as its panel does once its own cell is known: a passage that two of its lines hold is one', () => {
    const folded = foldedTable(table, new Set([coordination.key]), parentOf, () => ({ ...blankCell('own'), codings: 6, passages: 4, sources: 2 }));
    expect(folded.cells[0]?.[0]).toMatchObject({ codings: 6, passages: 4, sources: 2 });
  });

  it('is a line of the matrix without what is folded', () => {
    const definition = definitionOf([{ kind: 'case' }], [{ kind: 'caseGroup' }, { kind: 'source' }]);
    const folded = fold(coordination.key);
    const behind = definitionBehind({ ...definition, hiddenColumns: ['x'] }, folded.rows[0]!, folded.columns[0]!);
    expect([behind.rows, behind.columns, behind.hiddenColumns]).toEqual([definition.rows, [{ kind: 'caseGroup' }], undefined]);
  });

  it('knows the lines under it', () => {
    const folded = fold(processes.key);
    expect(keysUnder(folded.rows[0]!, table.rows, parentOf)).toEqual(rows.slice(0, 2).map(({ key }) => key));
  });
});

describe('the heads of a folded table', () => {
  it('keep their rows: the folded head above, nothing of its own below', () => {
    const [above, below] = headerSpans(fold(coordination.key).columns, parentOf);
    expect(above?.map(({ label, span, fold: point }) => [label, span, point?.key])).toEqual([
      ['Coordination', 1, coordination.key],
      ['Régulation', 2, regulation.key],
    ]);
    expect(below?.map(({ label }) => label)).toEqual(['', 'Pôle 1', 'Pôle 2']);
  });

  it('can be folded at the first of their rows', () => {
    expect(rowHeads(rows, parentOf).map(({ folds }) => folds.map(({ key }) => key))).toEqual([[processes.key], [], []]);
  });

  it('never span the edge of the frozen columns', () => {
    expect(headerSpans(columns, parentOf, 1)[0]?.map(({ label, start, span }) => `${label} ${start}+${span}`)).toEqual([
      'Coordination 0+1',
      'Coordination 1+1',
      'Régulation 2+2',
    ]);
  });
});
