// trame autocode: shown first, applied as one act, kept and run again, refused in one sentence.
import { expect, it } from 'vitest';
import { A, aStudyFile, done, json, misused, onThisTerminal, refused, trame } from '../../support/command-line.ts';

onThisTerminal();

const PATH = 'innovation-sociale > Gouvernance';
const MORE = 'Directrice : On écoute tout le monde. Et puis on décide.\nPrésident : Écoutez, non.\n';

it('shows, applies, says when nothing is new, runs a kept rule again', async () => {
  const study = await aStudyFile({ 'Pôle 1': { E01: A, E02: MORE } }, ['innovation-sociale']);
  const find = ['--find', 'ecouter', '--mode', 'stem', '--extend', 'sentence'];
  const dry = await json<{ total: number; hits: { ref: string; quote: string; state: string }[] }>('autocode', study.path, ...find, '--dry-run');
  const inE02 = dry.hits.filter(({ ref }) => ref.startsWith('E02'));
  expect(inE02).toMatchObject([
    { ref: 'E02 §1', quote: 'On écoute tout le monde.', state: 'new' },
    { ref: 'E02 §2', quote: 'Écoutez, non.', state: 'new' },
  ]);
  const applied = await json('autocode', study.path, ...find, '--category', PATH, '--keep', 'Écoute');
  expect(applied).toMatchObject({ codings: dry.total, already: 0 });
  expect((await done('autocode', study.path, ...find, '--category', PATH)).err).toContain('nothing new');
  expect((await done('autocode', study.path, '--rule', 'Écoute', '--dry-run')).out).toContain('coded');
  await done('import', study.path, study.file('E03.txt', MORE), '--case', 'Pôle 1');
  expect(await json('autocode', study.path, '--rule', 'Écoute')).toMatchObject({ codings: 2, already: dry.total });
  await done('undo', study.path, '2');
  expect(await json('autocode', study.path, '--speaker', 'Directrice', '--category', PATH, '--source', 'E02')).toMatchObject({ passages: 1 });
  await done('check', study.path);
});

it('refuses what it cannot do, and says how it is used', async () => {
  const study = await aStudyFile({ 'Pôle 1': { E02: MORE } }, ['innovation-sociale']);
  expect(await refused('autocode', study.path, '--regex', '(oui', '--category', PATH)).toContain('regular expression');
  expect(await refused('autocode', study.path, '--find', ' , ', '--category', PATH)).toContain('look for');
  expect(await refused('autocode', study.path, '--speaker', 'Personne', '--category', PATH)).toContain('Personne');
  expect(await refused('autocode', study.path, '--rule', 'absente')).toContain('rule');
  await misused('autocode', study.path, '--category', PATH);
  await misused('autocode', study.path, '--find', 'a', '--regex', 'b', '--category', PATH);
  await misused('autocode', study.path, '--find', 'a');
  expect((await trame('autocode', '--help')).out).toContain('--dry-run');
});
