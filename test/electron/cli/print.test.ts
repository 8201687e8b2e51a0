// trame export | quotes | pack: what a thesis prints, without a window.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { savePrintSettings } from '../../../electron/commands/print-settings.ts';
import { withProject } from '../../../electron/cli/session.ts';
import { done, json, onThisTerminal, refused, trame } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

onThisTerminal();

function aStudyOnDisk(): { path: string; folder: string } {
  return { path: aStudy().project.reopen().path, folder: aFolder() };
}

const text = (path: string): string => readFileSync(path, 'utf8');

it('writes a piece of the thesis in the format of its file', async () => {
  const { path, folder } = aStudyOnDisk();
  const out = join(folder, 'occurrences.md');
  await done('export', path, '--piece', 'counts', '--rows', 'grid:innovation-sociale', '--cols', 'source', '--out', out);
  expect(text(out)).toContain('E01');
  await done('export', path, '--piece', 'matrix', '--matrix', 'Dimensions × outils', '--out', join(folder, 'matrice.html'), '--author', 'A. Martin');
  expect(text(join(folder, 'matrice.html'))).toContain('A. Martin');
  await done('export', path, '--piece', 'audit', '--lang', 'en', '--out', join(folder, 'audit.docx'));
  expect(readFileSync(join(folder, 'audit.docx')).subarray(0, 2).toString()).toBe('PK');
});

it('writes the data of the project where no piece is named', async () => {
  const { path, folder } = aStudyOnDisk();
  await done('export', path, '--out', join(folder, 'tout.json'));
  expect(JSON.parse(text(join(folder, 'tout.json')))).toHaveProperty('format', 'trame-project');
});

it('writes quotes by category or by respondent, with or without who spoke', async () => {
  const { path, folder } = aStudyOnDisk();
  const [table, book, nameless] = ['table.md', 'recueil.md', 'sans-nom.md'].map((name) => join(folder, name)) as [string, string, string];
  await done('quotes', path, '--out', table, '--where', 'case = "Pôle 1"');
  expect(text(table)).toContain('Tout le monde décide');
  expect(text(table)).toContain('Directrice');
  await done('quotes', path, '--by', 'respondent', '--out', book);
  expect(text(book)).toContain('Directrice');
  await done('quotes', path, '--names', 'nobody', '--out', nameless);
  expect(text(nameless)).not.toContain('Directrice,');
  expect(await refused('quotes', path, '--names', 'Couleur', '--out', join(folder, 'x.md'))).toContain('Couleur');
});

it('writes the pack into a folder of its own', async () => {
  const { path, folder } = aStudyOnDisk();
  const out = join(folder, 'annexes');
  const written = await json<{ folder: string; files: string[] }>('pack', path, '--out', out, '--formats', 'md,html');
  expect(written.folder).toBe(out);
  expect(readdirSync(out).sort()).toEqual([...written.files].sort());
  expect(written.files[0]).toBe('00 Sommaire.html');
  expect(written.files.filter((name) => name.endsWith('.md')).length).toBeGreaterThan(6);
  expect(await refused('pack', path, '--out', out)).toContain(out);
});

it('writes the pack as it was set in the window', async () => {
  const { path, folder } = aStudyOnDisk();
  await withProject(path, undefined, (session) =>
    savePrintSettings(session, {
      settingsId: null,
      name: 'Annexe B',
      pack: {
        style: { language: 'en', author: null, sourceLine: null, reference: { who: 'nobody' }, links: false },
        orders: [{ piece: { kind: 'audit' }, formats: ['tex'] }],
      },
    }),
  );
  const written = await json<{ files: string[] }>('pack', path, '--out', join(folder, 'b'), '--settings', 'Annexe B');
  expect(written.files).toEqual(['00 Contents.html', '01 Audit summary.tex']);
  await refused('pack', path, '--out', join(folder, 'c'), '--settings', 'Annexe C');
});

it('refuses what it cannot print, and writes nothing', async () => {
  const { path, folder } = aStudyOnDisk();
  expect(await refused('export', path, '--piece', 'monograph', '--out', join(folder, 'm.xlsx'))).toContain('xlsx');
  expect(await refused('export', path, '--piece', 'monograph', '--case', 'Pôle 9', '--out', join(folder, 'm.docx'))).toMatch(/./);
  expect(await refused('export', path, '--out', join(folder, 'm.docx'))).toContain('docx');
  expect((await trame('export', path, '--piece', 'poem', '--out', join(folder, 'm.docx'))).code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(join(folder, 'm.docx'))).toBe(false);
});

it('prints the codebook and the table of the corpus as the pieces that they are', async () => {
  const { path, folder } = aStudyOnDisk();
  const [book, table, data] = ['themes.md', 'corpus.html', 'corpus.csv'].map((name) => join(folder, name)) as [string, string, string];
  await done('codebook', path, '--out', book, '--grid', 'outils', '--by-case', '--title', 'Mes thèmes');
  expect(text(book)).toContain('Mes thèmes');
  expect(text(book)).toContain('Pôle 1');
  expect(text(book)).not.toContain('Influence d’acteurs');
  await done('corpus-table', path, '--out', table, '--title', 'Entretiens menés', '--lang', 'en', '--author', 'A. Martin');
  expect(text(table)).toContain('A. Martin');
  await done('corpus-table', path, '--out', data);
  expect(text(data)).toMatch(/^\ufeffCode,/);
  expect(text(data)).not.toMatch(/[\u00a0\u202f]/);
  expect(await refused('codebook', path, '--out', join(folder, 'x.svg'))).toContain('svg');
});
