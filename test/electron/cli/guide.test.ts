// trame guide: a guide comes in from a file, is listed, and its coverage is written for the thesis.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { A, aStudyFile, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';

onThisTerminal();

const GUIDE = 'Guide d’entretien\n\nGouvernance\n- Qui décide, au comité ?\n- Comment s’écrit la feuille de route ?\nSuites\n- Et après ?\n';

it('imports, lists and prints', async () => {
  const study = await aStudyFile({ 'Pôle 1': { E01: A } });
  const imported = await json('guide', study.path, 'import', study.file('guide.txt', GUIDE));
  expect(imported).toMatchObject({ title: 'Guide d’entretien', themes: 2, questions: 3 });
  const [guide] = await json<{ themes: { name: string; questions: { text: string }[] }[] }[]>('guide', study.path, 'list');
  expect(guide?.themes.map(({ name, questions }) => [name, questions.length])).toEqual([
    ['Gouvernance', 2],
    ['Suites', 1],
  ]);
  expect((await done('guide', study.path, 'list')).out).toContain('Qui décide, au comité ?');
  expect(await json('guide', study.path, 'coverage', '--guide', 'Guide d’entretien')).toMatchObject({ coverage: [] });
  const out = join(study.folder, 'couverture.csv');
  await done('guide', study.path, 'coverage', '--out', out);
  expect(readFileSync(out, 'utf8')).toMatch(/Q3,Suites,Et après\s\?/u);
  await done('check', study.path);
});

it('refuses in one sentence, and says how it is used', async () => {
  const study = await aStudyFile({});
  expect((await done('guide', study.path, 'list')).out).toBe('');
  expect(await refused('guide', study.path, 'coverage')).toContain('guide');
  expect(await refused('guide', study.path, 'import', join(study.folder, 'absent.txt'))).toContain('absent.txt');
  const out = join(study.folder, 'x.pdf');
  expect(await refused('guide', study.path, 'list', '--out', out)).toContain('pdf');
  expect(existsSync(out)).toBe(false);
  await misused('guide', study.path, 'import');
  await misused('guide', study.path, 'paint');
});
