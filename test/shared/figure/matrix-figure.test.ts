// Every figure of a matrix against its data, counted the plain way; and none whose words touch, whatever things are called.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RatingScaleId } from '../../../shared/domain/ids.ts';
import type { MatrixTable } from '../../../shared/domain/matrix.ts';
import { FIGURE_KINDS } from '../../../shared/domain/print.ts';
import type { FigureKind } from '../../../shared/domain/print.ts';
import { figureTable } from '../../../shared/figure/figure-table.ts';
import { LEAST_PT, printedSize } from '../../../shared/figure/matrix-figure.ts';
import type { MatrixFigureOptions } from '../../../shared/figure/matrix-figure.ts';
import { textWidth } from '../../../shared/figure/measure-text.ts';
import type { Scene, SceneNode } from '../../../shared/figure/scene.ts';
import { aFigure, allNodes, figureOptionsOf, marksOf, wordsOf } from '../../support/figures.ts';
import { aMatrixTable } from '../../support/matrix-table.ts';

const STEPS = ['faible', 'moyen', 'fort'];

/** Every third cell is rated. */
function rated(table: MatrixTable): MatrixTable {
  const cells = table.cells.map((line, r) =>
    line.map((cell, c) => {
      const value = (r + c) % 3;
      return (r * 2 + c) % 3 === 0 ? { ...cell, rating: { scaleId: 'scale' as RatingScaleId, value, label: STEPS[value]! } } : cell;
    }),
  );
  return { ...table, cells };
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a line of words stands at most; upright ones run upwards from their place. */
function boxOf({ attrs, text = '' }: SceneNode): Box {
  const [x, y, size] = [Number(attrs['x']), Number(attrs['y']), Number(attrs['font-size'])];
  const width = textWidth(text, size, attrs['font-weight'] === 600);
  const shift = attrs['text-anchor'] === 'middle' ? width / 2 : attrs['text-anchor'] === 'end' ? width : 0;
  const [above, below] = [size * 0.76, size * 0.2];
  if (String(attrs['transform'] ?? '').startsWith('rotate(-90')) return { text, left: x - above, right: x + below, bottom: y, top: y - width };
  return { text, left: x - shift, right: x - shift + width, top: y - above, bottom: y + below };
}

const boxesOf = (scene: Scene): Box[] =>
  allNodes(scene)
    .filter(({ tag, text }) => tag === 'text' && (text ?? '').trim() !== '')
    .map(boxOf);

/** Words that touch, or stand outside of the picture. */
function faultsOf(scene: Scene): string[] {
  const boxes = boxesOf(scene);
  const touching = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
      .map((b) => `«${a.text}» × «${b.text}»`),
  );
  const outside = boxes.filter(
    ({ left, top, right, bottom }) => left < -0.5 || top < -0.5 || right > scene.width + 0.5 || bottom > scene.height + 0.5,
  );
  return [...touching, ...outside.map(({ text }) => `outside: «${text}»`)];
}

const label = fc.oneof(
  fc.constantFrom(
    'Gouvernance',
    'Pôle n° 1',
    'É',
    'Management des connaissances interorganisationnelles',
    'anticonstitutionnellement',
    '地域 イノベーション',
    '😀 oui',
  ),
  fc
    .array(fc.constantFrom('de', 'la', 'coopération', 'territoriale', 'R&D', 'l’innovation', 'sociale', 'gouvernance-partagée', 'x'), {
      minLength: 1,
      maxLength: 14,
    })
    .map((words) => words.join(' ')),
);

const shape = fc.record({ rows: fc.integer({ min: 1, max: 9 }), families: fc.integer({ min: 1, max: 5 }), cases: fc.integer({ min: 2, max: 7 }) });

/** The same table under other names. */
function renamed(table: MatrixTable, names: readonly string[]): MatrixTable {
  const known = new Map<string, string>();
  const nameOf = (given: string): string => {
    const name = known.get(given) ?? `${names[known.size % names.length]}${known.size < names.length ? '' : ` ${known.size}`}`;
    known.set(given, name);
    return name;
  };
  const header = (each: MatrixTable['rows'][number]) => ({
    ...each,
    label: nameOf(each.label),
    path: each.path.map(nameOf),
    entities: each.entities.map((entity) => ({ ...entity, label: nameOf(entity.label), path: entity.path.map(nameOf) })),
  });
  return {
    ...table,
    title: nameOf('title'),
    rowAxes: table.rowAxes.map(nameOf),
    columnAxes: table.columnAxes.map(nameOf),
    rows: table.rows.map(header),
    columns: table.columns.map(header),
    cells: table.cells.map((line) =>
      line.map((cell) => ({ ...cell, categories: cell.categories.map((each) => ({ ...each, name: nameOf(each.name) })) })),
    ),
  };
}

describe.each(FIGURE_KINDS)('%s', (kind: FigureKind) => {
  test('no words touch or leave the picture, whatever things are called and however it is set', () => {
    fc.assert(
      fc.property(
        shape,
        fc.array(label, { minLength: 6, maxLength: 24 }),
        fc.constantFrom(16, 25),
        fc.constantFrom('color', 'grey', 'pattern'),
        fc.constantFrom('given', 'most', 'alphabet'),
        fc.boolean(),
        fc.boolean(),
        (size, names, widthCm, tone, order, showsLabels, isBars) => {
          const profile = isBars || size.rows < 3 ? 'bars' : 'radar';
          const options: Partial<MatrixFigureOptions> = {
            widthCm: widthCm as 16 | 25,
            tone,
            order,
            showsLabels,
            profile,
          } as Partial<MatrixFigureOptions>;
          expect(faultsOf(aFigure(kind, rated(renamed(aMatrixTable(size), names)), options))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('marks have names of their own, and lead to cells of the matrix that hold something', () => {
    const table = rated(aMatrixTable({ cases: 4 }));
    const marks = marksOf(aFigure(kind, table));
    const full = new Set(table.cells.flat().flatMap((cell) => (cell.passages > 0 || cell.rating ? [cell.key] : [])));
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    for (const { behind, title } of marks) {
      expect(title).not.toBe('');
      expect(behind?.length).toBeGreaterThan(0);
      for (const { cell } of behind ?? []) expect(full.has(cell)).toBe(true);
    }
  });

  test('its table has a row, and a figure of seven dimensions in three cases can be read on an upright page', () => {
    const table = rated(aMatrixTable({ cases: 3 }));
    expect(figureTable(table, kind, figureOptionsOf(table)).rows.length).toBeGreaterThan(2);
    expect(printedSize(aFigure(kind, table), 16).smallestPt).toBeGreaterThan(LEAST_PT);
  });
});

/** Which cases have each tool, read off the cells one by one. */
function holdersByTool(table: MatrixTable): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const [c, column] of table.columns.entries())
    for (const line of table.cells)
      for (const { name } of line[c]!.passages > 0 ? line[c]!.categories : []) {
        const known = holders.get(name) ?? new Set();
        holders.set(name, known.add(column.entities.find(({ kind }) => kind === 'case')!.label));
      }
  return holders;
}

test('co-presence: every tool once, with exactly the cases that have it', () => {
  for (const cases of [2, 3, 6]) {
    const table = aMatrixTable({ cases, families: 4 });
    const { rows } = figureTable(table, 'coPresence', figureOptionsOf(table));
    const drawn = new Map(rows.map(([who, size, name]) => [name, [who, size]]));
    const wanted = holdersByTool(table);
    expect(drawn.size).toBe(wanted.size);
    for (const [name, who] of wanted) expect(drawn.get(name)).toEqual([[...who].toSorted().join(', '), who.size]);
    const counts = marksOf(aFigure('coPresence', table, { showsLabels: false })).map((mark) => Number(wordsOf(mark)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(wanted.size);
  }
});

test('profiles: a case’s bars are as long as its passages, on one scale for all cases', () => {
  const table = aMatrixTable({ cases: 3 });
  const bars = marksOf(aFigure('caseProfiles', table)).map((mark) => ({ mark, bar: mark.children[1]!, passages: Number(wordsOf(mark)) }));
  for (const { mark, passages } of bars) {
    const cells = table.cells.flat().filter(({ key }) => mark.behind?.some(({ cell }) => cell === key));
    expect(passages).toBe(cells.reduce((sum, cell) => sum + cell.passages, 0));
  }
  const perPassage = bars.map(({ bar, passages }) => Number(bar.attrs['width']) / passages);
  for (const each of perPassage) expect(each).toBeCloseTo(perPassage[0]!, 1);
});

test('profiles as shares add up to the whole of each case', () => {
  const table = aMatrixTable({ cases: 3 });
  const { rows, columns } = figureTable(table, 'caseProfiles', figureOptionsOf(table, { measure: 'share' }));
  for (const at of columns.slice(1).map((_, index) => index + 1)) {
    const shares = rows.map((row) => Number.parseInt(String(row[at]), 10));
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(4);
  }
});

test('ratings: each in its own words, deeper towards the last step, on the steps of the scale', () => {
  const table = rated(aMatrixTable());
  const scales = [
    { id: 'scale' as RatingScaleId, name: 'Intensité', position: 1, cells: 9, steps: STEPS.map((name, value) => ({ value, label: name, rule: '' })) },
  ];
  const scene = aFigure('ratings', table, { scales });
  const marks = marksOf(scene);
  expect(marks.map(wordsOf)).toEqual(table.cells.flat().flatMap(({ rating }) => (rating ? [rating.label] : [])));
  const fills = new Map(marks.map((mark) => [wordsOf(mark), String(mark.children[0]!.attrs['fill'])]));
  expect(new Set(fills.values()).size).toBe(3);
  expect(wordsOf(scene)).toContain('Échelle «\u00a0Intensité\u00a0»');
});

test('the data structure follows the paths of the axis', () => {
  const table = aMatrixTable();
  const { rows } = figureTable(table, 'dataStructure', figureOptionsOf(table));
  expect(rows.map(([dimension, theme]) => [dimension, theme])).toEqual(table.rows.map(({ path }) => [...path]));
  expect(rows.map(([, , , passages]) => passages)).toEqual(table.cells.map((line) => line.reduce((sum, cell) => sum + cell.passages, 0)));
});

test('order: the fullest first, inside what stands above', () => {
  const table = aMatrixTable();
  const { rows } = figureTable(table, 'heat', figureOptionsOf(table, { order: 'most' }));
  const total = (name: unknown): number =>
    table.cells[table.rows.findIndex(({ path }) => path.join(' › ') === name)]!.reduce((sum, cell) => sum + cell.passages, 0);
  const groups = Map.groupBy(rows, ([name]) => String(name).split(' › ')[0]);
  for (const group of groups.values()) {
    const totals = group.map(([name]) => total(name));
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
  }
});

test('what cannot be drawn says why', () => {
  const plain = aMatrixTable({ withCases: false });
  for (const kind of ['toolsByCase', 'coPresence', 'caseProfiles'] as const)
    expect(() => aFigure(kind, plain)).toThrow(expect.objectContaining({ code: 'figure.needsCases' }));
  expect(() => aFigure('ratings', plain)).toThrow(expect.objectContaining({ code: 'figure.needsRatings' }));
  expect(() => aFigure('coPresence', aMatrixTable({ gap: 1 }))).toThrow(expect.objectContaining({ code: 'figure.needsFindings' }));
  expect(() => aFigure('toolsByCase', aMatrixTable({ cases: 13, families: 1 }))).toThrow(expect.objectContaining({ code: 'figure.tooManyCases' }));
  expect(() => aFigure('caseProfiles', aMatrixTable({ rows: 14 }), { profile: 'radar' })).toThrow(
    expect.objectContaining({ code: 'figure.radarThemes' }),
  );
  const many = aMatrixTable({ rows: 60, families: 17, cases: 3, quotes: 0 });
  expect(() => aFigure('heat', many)).toThrow(expect.objectContaining({ code: 'figure.tooLarge' }));
});

test('thirty cases are drawn with their shared and their own things', () => {
  const table = aMatrixTable({ cases: 30, families: 1, rows: 5, quotes: 0 });
  const scene = aFigure('coPresence', table, { widthCm: 25 });
  expect(faultsOf(scene)).toEqual([]);
  expect(scene.width).toBeLessThan(1250);
});
