// Cross tables, maps, trees and truth tables over a project: counted by hand, and led back to their passages.
import { describe, expect, it } from 'vitest';
import { readClusterPassages, readClusters } from '../../../electron/queries/clustering.ts';
import { readCorrespondence } from '../../../electron/queries/correspondence.ts';
import { readCrossedPassages, readCrosstab } from '../../../electron/queries/crosstab.ts';
import { readQca } from '../../../electron/queries/qca.ts';
import type { ClusteringSetting } from '../../../shared/domain/clustering.ts';
import type { Crosstab, CrosstabSetting, CountUnit } from '../../../shared/domain/crosstab.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import type { Qca, QcaSetting } from '../../../shared/domain/qca.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const FR = axisTitles.fr;

/** Six villages of two kinds; trust is spoken of in four, twice in the first; conflict in two. */
function villages(): TestProject {
  const project = aProject();
  const words: Record<string, string> = {
    A: 'Confiance un. Confiance deux.',
    B: 'Confiance en B.',
    C: 'Confiance en C. Conflit en C.',
    D: 'Conflit en D.',
    E: 'Confiance en E.',
    F: 'Rien du tout.',
  };
  for (const [name, text] of Object.entries(words)) {
    const inhabitants = String(100 * (name.charCodeAt(0) - 64));
    project
      .withCase(`Village ${name}`, { Taille: 'ABC'.includes(name) ? 'petit' : 'grand', Habitants: inhabitants })
      .withSource(name, `${text}\n`, { case: `Village ${name}` });
  }
  project.withOwnGrid('Thèmes', { Lien: ['Confiance', 'Conflit', 'Ennui'] });
  for (const quote of ['Confiance un', 'Confiance deux', 'Confiance en B', 'Confiance en C', 'Confiance en E'])
    project.codedBy('AB', 'Confiance', quote);
  for (const quote of ['Conflit en C', 'Conflit en D']) project.codedBy('AB', 'Conflit', quote);
  return project;
}

function attribute(project: TestProject, name: string): AttributeId {
  const found = readStudyFrame(project.project).attributes.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found.id;
}

function themes(project: TestProject): AxisSpec {
  const grid = readStudyFrame(project.project).codebook.find(({ title }) => title === 'Thèmes');
  if (!grid) throw new Error('no grid');
  return { kind: 'grid', gridId: grid.id, level: null };
}

const size = (project: TestProject): AxisSpec => ({ kind: 'attribute', attributeId: attribute(project, 'Taille') });

function setting(project: TestProject, unit: CountUnit, changes: Partial<CrosstabSetting> = {}): CrosstabSetting {
  return {
    rows: themes(project),
    columns: size(project),
    join: { kind: 'overlap' },
    coderIds: null,
    where: [],
    unit,
    draws: null,
    seed: 1,
    ...changes,
  };
}

function crossed(project: TestProject, unit: CountUnit, changes: Partial<CrosstabSetting> = {}): Crosstab {
  const table = readCrosstab(project.project, setting(project, unit, changes), FR);
  if (isUndefined(table)) throw new Error(table.because);
  return table;
}

const labelled = (table: Crosstab): Record<string, Record<string, number>> =>
  Object.fromEntries(
    table.rows.map(({ label }, row) => [label, Object.fromEntries(table.columns.map((column, at) => [column.label, table.counts[row]?.[at] ?? -1]))]),
  );

describe('a cross table', () => {
  it('counts passages, sources or cases, whichever is asked for', () => {
    const project = villages();
    expect(labelled(crossed(project, 'passages'))).toMatchObject({
      Confiance: { petit: 4, grand: 1 },
      Conflit: { petit: 1, grand: 1 },
      Ennui: { petit: 0, grand: 0 },
    });
    expect(labelled(crossed(project, 'sources'))).toMatchObject({ Confiance: { petit: 3, grand: 1 } });
    expect(labelled(crossed(project, 'cases'))).toMatchObject({ Confiance: { petit: 3, grand: 1 } });
  });

  it('warns that passages are not independent, that units stand in several cells, that lines are empty', () => {
    const project = villages();
    expect(crossed(project, 'passages').warnings.map(({ kind }) => kind)).toEqual(['notIndependent', 'smallExpected', 'emptyRows']);
    const cases = crossed(project, 'cases');
    // Village C speaks of both
    expect(cases.warnings.find(({ kind }) => kind === 'severalCells')).toEqual({ kind: 'severalCells', count: 5 });
    expect(cases.totals.total).toBe(6);
  });

  it('leaves an empty row without expected numbers, and tests each category against the cases without it', () => {
    const table = crossed(villages(), 'cases');
    const empty = table.rows.findIndex(({ label }) => label === 'Ennui');
    expect(table.expected[empty]).toEqual([null, null]);
    expect(table.residuals[empty]).toEqual([null, null]);
    expect(table.presence?.units.toSorted()).toEqual([3, 3]);
    const trust = table.rows.findIndex(({ label }) => label === 'Confiance');
    // three of three small villages, one of three large ones
    expect(table.presence?.rows[trust]).toMatchObject({ chiSquare: { value: expect.closeTo(3, 10), df: 1 }, fisher: expect.closeTo(0.4, 10) });
    expect(table.presence?.rows[empty]?.chiSquare).toEqual({ kind: 'undefined', because: 'oneLine' });
    expect(crossed(villages(), 'passages').presence).toBeNull();
  });

  it('has Fisher’s test, exact, beside chi-square, and names a table where nothing falls', () => {
    const project = villages();
    const table = crossed(project, 'sources');
    expect(table.fisher).toMatchObject({ how: 'exact' });
    expect(readCrosstab(project.project, setting(project, 'passages', { where: ['"Ennui"'] }), FR)).toEqual({ kind: 'undefined', because: 'empty' });
  });

  it('crosses with cases, speakers, kinds of sources and periods as well', () => {
    const project = villages();
    for (const columns of [{ kind: 'case' }, { kind: 'source' }, { kind: 'sourceKind' }] as const)
      expect(crossed(project, 'passages', { columns }).totals.total).toBe(7);
  });

  it('leads each of its numbers, and each total, to its passages', () => {
    const project = villages();
    const given = setting(project, 'passages');
    const table = crossed(project, 'passages');
    const behind = (rowKey: string | null, columnKey: string | null): number =>
      readCrossedPassages(project.project, given, FR, { rowKey, columnKey }).length;
    table.rows.forEach((row, r) => table.columns.forEach((column, c) => expect(behind(row.key, column.key)).toBe(table.counts[r]?.[c])));
    table.rows.forEach((row, r) => expect(behind(row.key, null)).toBe(table.totals.rows[r]));
    expect(behind(null, null)).toBe(7);
    expect(behind('category:gone', null)).toBe(0);
  });

  it('takes in what was coded since', () => {
    const project = villages();
    expect(crossed(project, 'passages').totals.total).toBe(7);
    project.codedBy('AB', 'Ennui', 'Rien');
    expect(labelled(crossed(project, 'passages')).Ennui).toEqual({ petit: 0, grand: 1 });
  });
});

describe('a correspondence map', () => {
  it('places categories and cases, leaves empty ones out and adds supplementary attributes', () => {
    const project = villages();
    const map = readCorrespondence(
      project.project,
      {
        rows: themes(project),
        columns: { kind: 'case' },
        join: { kind: 'overlap' },
        coderIds: null,
        where: [],
        unit: 'passages',
        also: [size(project)],
      },
      FR,
    );
    if (isUndefined(map)) throw new Error(map.because);
    expect(map.axes).toHaveLength(1);
    expect(map.rows.map(({ label, count }) => [label, count])).toEqual([['Confiance', 5], ['Conflit', 2]]); // biome-ignore format: pairs
    expect(map).toMatchObject({ emptyRows: 1, emptyColumns: 1, total: 7 });
    expect(Object.fromEntries(map.also.map(({ label, mass, axis }) => [label, [mass, axis]]))).toEqual({ grand: [null, 0], petit: [null, 0] });
  });
});

describe('a tree of what is alike', () => {
  const base = (project: TestProject): ClusteringSetting => ({
    of: { kind: 'case' },
    by: { kind: 'axis', axis: themes(project), unit: 'passages' },
    distance: 'jaccard',
    linkage: 'average',
    groups: 2,
    coderIds: null,
    where: [],
  });

  it('groups the cases that speak of the same, and leaves out those that say nothing', () => {
    const project = villages();
    const clusters = readClusters(project.project, base(project), FR);
    if (isUndefined(clusters)) throw new Error(clusters.because);
    expect(Object.fromEntries(clusters.items.map(({ label, group }) => [label, group]))).toEqual({
      'Village A': 1,
      'Village B': 1,
      'Village C': 1,
      'Village D': 2,
      'Village E': 1,
    });
    expect(clusters.without.map(({ label }) => label)).toEqual(['Village F']);
    expect(readClusterPassages(project.project, base(project), FR, [clusters.items[0]?.key ?? '']).length).toBe(2);
  });

  it('of categories over the passages they share, and refuses Ward where distances are not Euclidean', () => {
    const project = villages();
    const categories = { ...base(project), of: themes(project), by: { kind: 'turns' } as const };
    expect(readClusters(project.project, categories, FR)).toMatchObject({ merges: [{ height: expect.closeTo(1 - 1 / 5, 10) }] });
    expect(readClusters(project.project, { ...categories, linkage: 'ward' }, FR)).toEqual({ kind: 'undefined', because: 'wardNotEuclidean' });
    expect(readClusters(project.project, { ...categories, linkage: 'ward', distance: 'chiSquare' }, FR)).toMatchObject({ groups: 2 });
  });
});

describe('a truth table of the study’s cases', () => {
  function given(project: TestProject, changes: Partial<QcaSetting> = {}): QcaSetting {
    const category = (name: string): QcaSetting['outcome'] => ({
      name,
      measure: { kind: 'category', categoryId: project.category(name) },
      calibration: { kind: 'threshold', from: 1 },
    });
    return {
      cases: { kind: 'case' },
      conditions: [
        {
          name: 'PETIT',
          measure: { kind: 'attribute', attributeId: attribute(project, 'Taille') },
          calibration: { kind: 'oneOf', values: ['petit'] },
          expects: 'present',
        },
        {
          name: 'CONFLIT',
          measure: { kind: 'category', categoryId: project.category('Conflit') },
          calibration: { kind: 'threshold', from: 1 },
          expects: 'either',
        },
      ],
      outcome: category('Confiance'),
      negates: false,
      consistency: 1,
      pri: 0,
      leastCases: 1,
      coderIds: null,
      where: [],
      ...changes,
    };
  }

  function analysed(project: TestProject, changes: Partial<QcaSetting> = {}): Qca {
    const qca = readQca(project.project, given(project, changes), FR);
    if (isUndefined(qca)) throw new Error(qca.because);
    return qca;
  }

  it('calibrates attributes and categories, and names the case that contradicts its configuration', () => {
    const { sets, table } = analysed(villages());
    expect(sets.cases.map(({ label, memberships }) => [label, ...memberships])).toContainEqual(['Village C', 1, 1, 1]);
    if (!table || isUndefined(table)) throw new Error('no table');
    const contradicting = table.rows.flatMap((row) => row.contradicting.map((at) => sets.cases[at]?.label));
    // large villages without conflict: E trusts, F does not
    expect(contradicting).toEqual(['Village E']);
    expect(table.isCrisp).toBe(true);
    if (isUndefined(table.solutions)) throw new Error(table.solutions.because);
    // bits: PETIT the first of two
    expect(table.solutions.conservative.models.map(({ terms }) => terms.map(({ term }) => term))).toEqual([[{ care: 0b10, value: 0b10 }]]);
  });

  it('names the case that is neither in nor out, and the set', () => {
    const project = villages();
    const anchored = given(project).conditions.map((condition) => ({
      ...condition,
      measure: { kind: 'attribute', attributeId: attribute(project, 'Habitants') } as const,
      calibration: { kind: 'anchors', out: 100, crossover: 300, in: 600 } as const,
    }));
    const { table, halves } = analysed(project, { conditions: anchored.slice(0, 1) });
    expect(table).toEqual({ kind: 'undefined', because: 'membershipHalf' });
    expect(halves).toEqual([{ caseLabel: 'Village C', set: 'PETIT' }]);
  });

  it('leaves out the cases that have no value, and says what they lack', () => {
    const project = villages();
    project.withCase('Village G', {}).withSource('G', 'Confiance.\n', { case: 'Village G' });
    expect(analysed(project).sets.dropped.map(({ label, missing }) => [label, missing])).toEqual([['Village G', ['PETIT']]]);
  });

  it('stops at a constant outcome, without an outcome, with too many conditions', () => {
    const project = villages();
    const constant = { ...given(project).conditions[0]!, calibration: { kind: 'oneOf' as const, values: ['petit', 'grand'] } };
    expect(analysed(project, { outcome: constant }).table).toEqual({ kind: 'undefined', because: 'constantOutcome' });
    expect(readQca(project.project, given(project, { outcome: null }), FR)).toEqual({ kind: 'undefined', because: 'noSets' });
    const many = Array.from({ length: 13 }, () => given(project).conditions[0]!);
    expect(analysed(project, { conditions: many }).table).toEqual({ kind: 'undefined', because: 'tooManyConditions' });
  });
});
