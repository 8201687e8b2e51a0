// `trame crosstab` on a study small enough to count by hand.
import { expect, it } from 'vitest';
import { aCodedStudyFile, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';

onThisTerminal();

interface PrintedTable {
  unit: string;
  rows: { key: string; label: string }[];
  columns: { key: string; label: string }[];
  counts: number[][];
  totals: { rows: number[]; columns: number[]; total: number };
  expected: (number | null)[][];
  residuals: (number | null)[][];
  chiSquare: { value: number; df: number; p: number } | { kind: 'undefined'; because: string };
  fisher: { p: number; how: string };
  cramerV: number;
  warnings: { kind: string; count: number }[];
}

async function aStudyWithTypes(): Promise<string> {
  const study = await aCodedStudyFile();
  await done(
    'import',
    study.path,
    study.file('note.txt', 'Rien à signaler.\n'),
    '--cases',
    study.file('cas.csv', 'cas,Type\nPôle 1,rural\nPôle 2,urbain\n'),
  );
  return study.path;
}

it('prints what CLI.md says, in every unit', async () => {
  const path = await aStudyWithTypes();
  const crossed = (...more: string[]) => json<PrintedTable>('crosstab', path, '--rows', 'grid:dimensions', '--cols', 'attribute:Type', ...more);
  const table = await crossed();
  expect(table).toMatchObject({ unit: 'passages', counts: [[2, 1], [1, 0]], totals: { rows: [3, 1], columns: [3, 1], total: 4 } }); // biome-ignore format: a table
  expect(table.rows.map(({ label }) => label)).toEqual(['Gouvernance', 'Territoire']);
  expect(table.columns.map(({ label }) => label)).toEqual(['rural', 'urbain']);
  expect(table.expected).toEqual([[2.25, 0.75], [0.75, 0.25]]); // biome-ignore format: a table
  expect(table.chiSquare).toEqual({ value: expect.closeTo(4 / 9, 10), df: 1, p: expect.closeTo(0.504985, 5) });
  expect(table.fisher).toMatchObject({ how: 'exact', p: 1 });
  expect(table.cramerV).toBeCloseTo(1 / 3, 10);
  expect(table.residuals[0]?.[1]).toBeCloseTo(2 / 3, 10);
  expect(table.warnings.map(({ kind }) => kind)).toEqual(['notIndependent', 'smallExpected']);
  expect((await crossed('--unit', 'sources')).counts).toEqual([[1, 1], [1, 0]]); // biome-ignore format: a table
  expect((await crossed('--unit', 'cases')).counts).toEqual([[1, 1], [1, 0]]); // biome-ignore format: a table
});

it('names what cannot be computed instead of printing 0', async () => {
  const path = await aStudyWithTypes();
  const crossed = (...where: string[]) => json<PrintedTable>('crosstab', path, '--rows', 'grid:dimensions', '--cols', 'attribute:Type', ...where);
  expect(await crossed('--where', '"Gouvernance" AND case = "Pôle 1"')).toMatchObject({ chiSquare: { kind: 'undefined', because: 'oneLine' } });
  expect(await crossed('--where', '"charte" AND "salon"')).toEqual({ kind: 'undefined', because: 'empty' });
});

it('refuses axes that name nothing, and several at once; tells wrong usage', async () => {
  const path = await aStudyWithTypes();
  expect(await refused('crosstab', path, '--rows', 'grid:rien', '--cols', 'case')).toContain('grid:rien');
  expect(await refused('crosstab', path, '--rows', 'grid:dimensions', '--cols', 'case,source')).toContain('case,source');
  await misused('crosstab', path, '--rows', 'grid:dimensions', '--cols', 'case', '--unit', 'mots');
  await misused('crosstab', path, '--rows', 'grid:dimensions', '--cols', 'case', '--draws', '10');
});
