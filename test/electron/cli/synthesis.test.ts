// `trame synthesis`: what is written of a crossing belongs to the crossing, and every matrix that crosses it shows it.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCodedStudyFile, copyOf, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import type { PrintedMatrix, StudyFile } from '../../support/command-line.ts';

onThisTerminal();

let original: StudyFile;
let study: StudyFile;
beforeAll(async () => {
  original = await aCodedStudyFile();
});
beforeEach(() => {
  study = copyOf(original);
});

const matrix = (rows: string, cols: string): Promise<PrintedMatrix> => json('matrix', study.path, '--rows', rows, '--cols', cols);

/** The syntheses that a matrix shows, by the names that cross. */
async function shown(rows: string, cols: string): Promise<Record<string, string>> {
  const table = await matrix(rows, cols);
  const found = table.cells.flatMap((line, row) =>
    line.flatMap(({ synthesis }, column) =>
      synthesis === null ? [] : [[[...(table.rows[row]?.path ?? []), ...(table.columns[column]?.path ?? [])].join(' × '), synthesis] as const],
    ),
  );
  return Object.fromEntries(found);
}

const WORDS = 'Au pôle 1, le comité réunit ; « tout le monde » y vient.';

describe('a synthesis', () => {
  it.each<[string, () => Promise<readonly [string, string]> | readonly [string, string]]>([
    [
      'by the keys that the matrix prints',
      async () => {
        const { rows, columns } = await matrix('grid:dimensions', 'grid:outils@1,case');
        return [rows[0]?.key ?? '', columns[0]?.key ?? ''] as const;
      },
    ],
    ['by names', () => ['Gouvernance', 'Coordination|Pôle 1']],
    ['by names with a comma', () => ['Gouvernance', 'Coordination, Pôle 1']],
    ['by names with their kind, either way round', () => ['case:Pôle 1|category:outils > Coordination', 'category:dimensions > Gouvernance']],
  ])('written %s is shown by every matrix that crosses the same things', async (_sentence, names) => {
    const [row, col] = await names();
    await done('synthesis', study.path, '--row', row, '--col', col, '--text', WORDS);
    expect(await shown('grid:dimensions', 'grid:outils@1,case')).toEqual({ 'Gouvernance × Coordination × Pôle 1': WORDS });
    expect(await shown('grid:dimensions', 'case,grid:outils@1')).toEqual({ 'Gouvernance × Pôle 1 × Coordination': WORDS });
    expect(await shown('grid:outils@1,case', 'grid:dimensions')).toEqual({ 'Coordination × Pôle 1 × Gouvernance': WORDS });
    expect(await shown('case', 'grid:dimensions,grid:outils@1')).toEqual({ 'Pôle 1 × Gouvernance × Coordination': WORDS });
    expect(await shown('grid:dimensions', 'case')).toEqual({});
    expect(await shown('grid:dimensions', 'grid:outils@1')).toEqual({});
  });

  it('of an attribute’s value is written by its name, or by its key where the value holds the sign that joins names', async () => {
    const cases = study.file('cases.csv', 'case,Création,Statut\nPôle 1,2005 | 2006,association\n');
    await done('import', study.path, study.file('C.txt', 'Une note.\n'), '--cases', cases);
    await done('synthesis', study.path, '--row', 'Gouvernance', '--col', 'attribute:Statut=association', '--text', 'Associatif.');
    expect(await shown('grid:dimensions', 'attribute:Statut')).toEqual({ 'Gouvernance × association': 'Associatif.' });
    const { columns } = await matrix('grid:dimensions', 'attribute:Création');
    await done('synthesis', study.path, '--row', 'Gouvernance', '--col', columns[0]?.key ?? '', '--text', 'Ancien.');
    expect(await shown('grid:dimensions', 'attribute:Création')).toEqual({ 'Gouvernance × 2005 | 2006': 'Ancien.' });
  });

  it('replaces the one before, and an empty one takes it away', async () => {
    const cell = ['--row', 'Gouvernance', '--col', 'Pôle 1'];
    await done('synthesis', study.path, ...cell, '--text', 'Premier jet.');
    await done('synthesis', study.path, ...cell, '--text', '- un point', '--coder', 'Chloé Dumas');
    expect(await shown('grid:dimensions', 'case')).toEqual({ 'Gouvernance × Pôle 1': '- un point' });
    await done('synthesis', study.path, ...cell, '--text', '');
    expect(await shown('grid:dimensions', 'case')).toEqual({});
    await done('undo', study.path, '2');
    expect(await shown('grid:dimensions', 'case')).toEqual({ 'Gouvernance × Pôle 1': 'Premier jet.' });
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('\ufeffL’été : « oui ».\nEt après.\n')],
    ['UTF-16', Buffer.from('\ufeffL’été : « oui ».\nEt après.\n', 'utf16le')],
    ['Windows-1252', Buffer.from('L\x92\xe9t\xe9 : \xab oui \xbb.\nEt apr\xe8s.\n', 'latin1')],
  ])('comes from a file in %s', async (_encoding, bytes) => {
    await done('synthesis', study.path, '--row', 'Gouvernance', '--col', 'Pôle 1', '--file', study.file('synthèse.txt', bytes));
    expect(await shown('grid:dimensions', 'case')).toEqual({ 'Gouvernance × Pôle 1': 'L’été : « oui ».\nEt après.' });
  });
});

describe('a cell that is none', () => {
  it.each([
    ['Rien', 'Pôle 1', /cell does not exist: Rien/],
    ['Gouvernance', 'Coordination|Rien', /cell does not exist: Rien/],
    ['case:Gouvernance', 'Pôle 1', /cell does not exist: case:Gouvernance/],
    ['category:00000000-0000-4000-8000-000000000000', 'Pôle 1', /cell does not exist/],
    ['attribute:Âge=30', 'Pôle 1', /attribute:Âge/],
    ['', 'Pôle 1', /cell does not exist/],
  ])('is refused: %s × %s', async (row, col, because) => {
    expect(await refused('synthesis', study.path, '--row', row, '--col', col, '--text', WORDS)).toMatch(because);
    expect(await shown('grid:dimensions', 'grid:outils@1,case')).toEqual({});
  });

  it('because two things have the name asks which', async () => {
    await done('import', study.path, study.file('Gouvernance.txt', 'Une note.\n'));
    const line = await refused('synthesis', study.path, '--row', 'Gouvernance', '--col', 'Pôle 1', '--text', WORDS);
    expect(line).toMatch(/Say which: .*(source:Gouvernance; category:Gouvernance|category:Gouvernance; source:Gouvernance)/);
    await done('synthesis', study.path, '--row', 'source:Gouvernance', '--col', 'Pôle 1', '--text', WORDS);
  });

  it('is told how it is used without a text, or with two', async () => {
    const cell = ['--row', 'Gouvernance', '--col', 'Pôle 1'];
    expect(await misused('synthesis', study.path, ...cell)).toMatch(/either '--text' or '--file'/);
    expect(await misused('synthesis', study.path, ...cell, '--text', 'x', '--file', 'y')).toMatch(/either '--text' or '--file'/);
    expect(await misused('synthesis', study.path, '--row', 'Gouvernance', '--text', 'x')).toMatch(/--col/);
  });

  it('is refused with a file that is not there', async () => {
    expect(await refused('synthesis', study.path, '--row', 'Gouvernance', '--col', 'Pôle 1', '--file', study.path.replace('.trame', '.txt'))).toMatch(
      /does not exist/,
    );
  });
});
