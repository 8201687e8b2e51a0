// What cases have in common and what only one has: nothing is lost between the two, nothing is told twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableCases, compareCases } from '../../../shared/domain/compare-cases.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import type { AxisEntity, FoundCategory, MatrixCell, MatrixHeader, MatrixTable } from '../../../shared/domain/matrix.ts';
import { blankCell } from '../../../shared/domain/matrix-cell.ts';

const entity = (kind: 'category' | 'case', name: string): AxisEntity => ({
  kind,
  key: `${kind}:${name}`,
  label: name,
  path: [name],
  color: '#123456',
});

function header(...entities: readonly AxisEntity[]): MatrixHeader {
  return { key: entities.map(({ key }) => key).join('|'), label: entities.at(-1)?.label ?? '', path: entities.map(({ label }) => label), entities };
}

/** A cell that finds these categories, each in some passages. */
function cell(found: Readonly<Record<string, number>>, passages = Object.values(found).reduce((sum, count) => sum + count, 0)): MatrixCell {
  const categories = Object.entries(found).map(
    ([name, count]): FoundCategory => ({ id: name as CategoryId, name, color: '#654321', passages: count }),
  );
  return {
    ...blankCell(crossingKey([])),
    codings: passages,
    passages,
    sources: 1,
    cases: 1,
    categories,
  };
}

function table(rows: readonly MatrixHeader[], columns: readonly MatrixHeader[], cells: readonly (readonly MatrixCell[])[]): MatrixTable {
  return {
    title: '',
    definition: {
      rows: [{ kind: 'case' }],
      columns: [{ kind: 'case' }],
      join: { kind: 'overlap' },
      coderIds: null,
      contents: ['counts'],
      hidesEmpty: false,
    },
    rowAxes: [],
    columnAxes: [],
    rows,
    columns,
    cells,
    totals: { codings: 0, passages: 0, sources: 0 },
    omittedCodings: 0,
  };
}

const [pole1, pole2, pole3] = ['Pôle 1', 'Pôle 2', 'Pôle 3'].map((name) => entity('case', name)) as [AxisEntity, AxisEntity, AxisEntity];
const coordination = entity('category', 'Coordination');
const gouvernance = header(entity('category', 'Gouvernance'));
const names = (found: readonly FoundCategory[] | undefined): string[] => (found ?? []).map(({ name }) => name);

describe('comparing two cases', () => {
  const columns = [header(coordination, pole1), header(coordination, pole2)];
  const poles = table([gouvernance], columns, [[cell({ 'feuille de route': 2, salon: 1 }), cell({ salon: 4, clubs: 1 })]]);
  const [compared] = compareCases(poles, [pole1.key, pole2.key]).cells.flat();

  it('tells the tools that both have, with the passages of both, and those that only one has', () => {
    expect(compared?.common).toEqual([{ id: 'salon', name: 'salon', color: '#654321', passages: 5 }]);
    expect(compared?.only.map(names)).toEqual([['feuille de route'], ['clubs']]);
    expect(compared?.partly).toEqual([]);
  });

  it('turns the case axis inside out: one column per family', () => {
    const comparison = compareCases(poles, [pole1.key, pole2.key]);
    expect(comparison.columns.map(({ key, path }) => [key, path])).toEqual([['category:Coordination', ['Coordination']]]);
    expect(comparison.cases).toEqual([pole1, pole2]);
    expect(comparison.cells[0]?.[0]?.cells).toEqual(poles.cells[0]);
  });

  it('keeps the order asked for, names a case once, and passes over keys that are no case of the matrix', () => {
    expect(compareCases(poles, [pole2.key, pole1.key, pole2.key, 'case:gone']).cases).toEqual([pole2, pole1]);
  });
});

describe('what there is to compare', () => {
  it('is the column’s own category where nothing stands below it', () => {
    const salon = entity('category', 'salon');
    const leaves = table([gouvernance], [header(salon, pole1), header(salon, pole2)], [[cell({}, 3), cell({}, 0)]]);
    expect(compareCases(leaves, [pole1.key, pole2.key]).cells[0]?.[0]?.only.map(names)).toEqual([['salon'], []]);
  });

  it('is the row’s category where no column is one', () => {
    const byCase = table([gouvernance], [header(pole1), header(pole2), header(pole3)], [[cell({}, 3), cell({}, 2), cell({}, 0)]]);
    const [both] = compareCases(byCase, [pole1.key, pole2.key]).cells.flat();
    expect(names(both?.common)).toEqual(['Gouvernance']);
    const [all] = compareCases(byCase, [pole1.key, pole2.key, pole3.key]).cells.flat();
    expect([names(all?.common), names(all?.partly), all?.only.map(names)]).toEqual([[], ['Gouvernance'], [[], [], []]]);
  });

  it('is the cases among the columns, in their order, each once', () => {
    const two = table(
      [gouvernance],
      [header(coordination, pole2), header(coordination, pole1), header(entity('category', 'Régulation'), pole2)],
      [[]],
    );
    expect(comparableCases(two).map(({ label }) => label)).toEqual(['Pôle 2', 'Pôle 1']);
    expect(comparableCases(table([gouvernance], [header(coordination)], [[]]))).toEqual([]);
  });
});

it('whatever the matrix, every tool found is common, in one case only, or in some: once, and with all its passages', () => {
  const tools = ['a', 'b', 'c', 'd', 'e'];
  const found = fc.dictionary(fc.constantFrom(...tools), fc.integer({ min: 1, max: 9 }));
  const cases = fc
    .integer({ min: 2, max: 4 })
    .chain((count) => fc.array(fc.array(found, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(cases, (families) => {
      const poles = (families[0] ?? []).map((_, index) => entity('case', `Pôle ${index}`));
      const columns = families.flatMap((_, family) => poles.map((pole) => header(entity('category', `Famille ${family}`), pole)));
      const given = table([gouvernance], columns, [families.flat().map((each) => cell(each))]);
      const comparison = compareCases(
        given,
        poles.map(({ key }) => key),
      );
      families.forEach((family, index) => {
        const compared = comparison.cells[0]?.[index];
        const told = [...(compared?.common ?? []), ...(compared?.only.flat() ?? []), ...(compared?.partly ?? [])];
        expect(names(told).sort()).toEqual([...new Set(family.flatMap((each) => Object.keys(each)))].sort());
        for (const tool of told) {
          const holders = family.filter((each) => tool.name in each).length;
          expect(tool.passages).toBe(family.reduce((sum, each) => sum + (each[tool.name] ?? 0), 0));
          expect(names(compared?.common).includes(tool.name)).toBe(holders === poles.length);
          expect(compared?.only.flat().includes(tool)).toBe(holders === 1);
        }
      });
    }),
  );
});
