// Column heads share a cell where neighbours share what is above them; row heads say their group once.
import { describe, expect, it } from 'vitest';
import { headerSpans, rowHeads } from '../../../renderer/matrices/header-spans.ts';
import { caseEntity, categoryEntity, header } from './a-project.ts';

const families = ['Coordination', 'Régulation'].map((name) => categoryEntity(name));
const poles = ['Pôle 1', 'Pôle 2'].map(caseEntity);
const spansOf = (row: ReturnType<typeof headerSpans>[number] | undefined) => row?.map(({ label, start, span }) => `${label} ${start}+${span}`);

describe('the column head', () => {
  it('nests the cases under their family', () => {
    const spans = headerSpans(families.flatMap((family) => poles.map((pole) => header(family, pole))));
    expect(spans.map(spansOf)).toEqual([
      ['Coordination 0+2', 'Régulation 2+2'],
      ['Pôle 1 0+1', 'Pôle 2 1+1', 'Pôle 1 2+1', 'Pôle 2 3+1'],
    ]);
  });

  it('nests three axes, and does not join equal names under different families', () => {
    const coders = ['AB', 'CD'].map((name) => ({ ...caseEntity(name), kind: 'coder' as const, key: `coder:${name}` }));
    const columns = families.flatMap((family) => poles.flatMap((pole) => coders.map((coder) => header(family, pole, coder))));
    expect(headerSpans(columns).map((row) => row.length)).toEqual([2, 4, 8]);
  });

  it('keeps spans true when an empty column is hidden', () => {
    const columns = [header(families[0]!, poles[0]!), header(families[1]!, poles[0]!), header(families[1]!, poles[1]!)];
    expect(spansOf(headerSpans(columns)[0])).toEqual(['Coordination 0+1', 'Régulation 1+2']);
  });

  it('puts the categories above a tree’s leaves in a row of their own', () => {
    const leaves = [
      categoryEntity('feuille de route', ['Coordination', 'feuille de route']),
      categoryEntity('rencontres', ['Coordination', 'rencontres']),
      categoryEntity('collèges', ['Régulation', 'collèges']),
    ];
    const spans = headerSpans(leaves.map((leaf) => header(leaf)));
    expect(spansOf(spans[0])).toEqual(['Coordination 0+2', 'Régulation 2+1']);
    expect(spans[0]?.every(({ entity }) => entity === null)).toBe(true);
    expect(spans[1]?.map(({ entity }) => entity?.label)).toEqual(['feuille de route', 'rencontres', 'collèges']);
  });

  it('is empty for no columns', () => {
    expect(headerSpans([])).toEqual([]);
  });
});

describe('the row heads', () => {
  const rows = [
    header(categoryEntity('Besoin', ['Résultat', 'Besoin'])),
    header(categoryEntity('Gouvernance', ['Processus', 'Gouvernance'])),
    header(categoryEntity('Changement', ['Processus', 'Changement'])),
  ];

  it('name the group on its first row, and draw a line where it changes', () => {
    expect(rowHeads(rows).map(({ group, startsGroup }) => [group, startsGroup])).toEqual([
      ['Résultat', false],
      ['Processus', true],
      ['', false],
    ]);
  });

  it('name the outer thing on every row', () => {
    const nested = poles.flatMap((pole) => [header(pole, categoryEntity('Gouvernance')), header(pole, categoryEntity('Changement'))]);
    expect(rowHeads(nested).map(({ outer, startsGroup }) => [outer[0]?.label, startsGroup])).toEqual([
      ['Pôle 1', false],
      ['Pôle 1', false],
      ['Pôle 2', true],
      ['Pôle 2', false],
    ]);
  });
});
