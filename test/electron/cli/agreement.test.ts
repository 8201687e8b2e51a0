// `trame agreement` on a text that two coders coded, small enough to count by hand.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aStudyFile, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';

onThisTerminal();

const A = 'Claire : Tout le monde décide ici.\nMarc : La charte est signée.\n';
const B = 'Claire : Rien à dire.\n';

async function twoCoders(): Promise<StudyFile> {
  const study = await aStudyFile({ 'Pôle 1': { A, B } }, ['innovation-sociale']);
  const table = [
    'source,quote,category,coder',
    'A,Tout le monde décide,Gouvernance,Anne Berger',
    'A,Tout le monde,Gouvernance,Claire Delmas',
    'A,La charte est signée,Changement,Claire Delmas',
    'B,Rien,Changement,Claire Delmas',
  ].join('\n');
  await done('code', study.path, study.file('codages.csv', table));
  return study;
}

interface Printed {
  unit: string;
  units: number;
  coders: string[];
  overall: { value: number | null; figures: Record<string, number | null> };
  categories: { category: string; value: number | null; counts: Record<string, number>; figures: Record<string, number | null> }[];
  leftOut: { source: string; notCodedBy: string[] }[];
  intervals: { seed: number };
}

it('prints the figures of each category, the sources left out and the seed', async () => {
  const { path } = await twoCoders();
  const found = await json<Printed>('agreement', path, '--coders', 'Anne Berger,Claire Delmas', '--coefficient', 'kappa', '--seed', '3');
  const [both, either] = ['Tout le monde'.length, 'Tout le monde décide'.length];
  const governance = found.categories.find(({ category }) => category.endsWith('Gouvernance'));
  expect(found).toMatchObject({ unit: 'char', units: A.length, coders: ['Anne Berger', 'Claire Delmas'], intervals: { seed: 3 } });
  expect(found.leftOut).toEqual([{ source: 'B', notCodedBy: ['Anne Berger'] }]);
  expect(governance?.counts).toEqual({ both, onlyFirst: either - both, onlySecond: 0, neither: A.length - either });
  expect(governance?.figures['percent']).toBeCloseTo(1 - (either - both) / A.length, 12);
  expect(found.categories.find(({ category }) => category.endsWith('Changement'))?.value).toBe(0);
  const turns = await json<Printed>('agreement', path, '--coders', 'Claire Delmas, Anne Berger', '--unit', 'turn');
  expect(turns).toMatchObject({ unit: 'turn', units: 2 });
  expect((await done('agreement', path, '--coders', 'Anne Berger,Claire Delmas')).out).toContain('Krippendorff’s alpha');
});

it('names a coder who does not exist, and what it does not know', async () => {
  const { path } = await twoCoders();
  expect(await refused('agreement', path, '--coders', 'Anne Berger,Zoé')).toContain('Zoé');
  expect(await misused('agreement', path, '--coders', 'Anne Berger,Claire Delmas', '--unit', 'word')).toContain('char');
  expect(await misused('agreement', path)).toContain('--coders');
  expect(await json('agreement', path, '--coders', 'Anne Berger')).toEqual({ kind: 'undefined', because: 'oneCoder' });
});

it('writes the report for the chapter on methods: as a document, as sheets', async () => {
  const study = await twoCoders();
  for (const format of ['md', 'xlsx', 'csv', 'docx']) {
    const out = study.file(`accord.${format}`, '');
    await done('agreement', study.path, '--coders', 'Anne Berger,Claire Delmas', '--coefficient', 'kappa', '--out', out);
    if (format !== 'md') continue;
    const report = readFileSync(out, 'utf8');
    for (const words of [
      '1 source sur 2 a été codée séparément par Anne Berger et Claire Delmas',
      'kappa de Cohen',
      'Par catégorie',
      'appliquée par certains',
      'graine 2007',
      'NVivo',
      'Gamma',
    ])
      expect(report).toContain(words);
  }
});
