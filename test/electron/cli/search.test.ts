// `trame search` on a study small enough to count by hand.
import { expect, it } from 'vitest';
import { A, B, aCodedStudyFile, done, json, onThisTerminal, refused } from '../../support/command-line.ts';

onThisTerminal();

interface Searched {
  query: string;
  mode: string;
  total: number;
  sources: { source: string; hits: number }[];
  hits: {
    source: string;
    speaker: string | null;
    turn: number | null;
    ref: string;
    start: number;
    end: number;
    text: string;
    left: string;
    right: string;
  }[];
}

it('prints words in all their forms, in their context and with their places in the whole text', async () => {
  const { path } = await aCodedStudyFile();
  const found = await json<Searched>('search', path, 'comite OU décider');
  expect(found).toMatchObject({
    query: 'comite OU décider',
    mode: 'words',
    total: 5,
    sources: [
      { source: 'A', hits: 2 },
      { source: 'B', hits: 3 },
    ],
  });
  expect(found.hits.map(({ ref, speaker, text }) => [ref, speaker, text])).toEqual([
    ['A §1', 'Enquêtrice', 'décide'],
    ['A §2', 'Directrice', 'comité'],
    ['B §1', null, 'décide'],
    ['B §2', 'Président', 'comité'],
    ['B §2', 'Président', 'décide'],
  ]);
  for (const { source, start, end, text } of found.hits) expect((source === 'A' ? A : B).slice(start, end)).toBe(text);
  expect(found.hits[1]).toMatchObject({ left: 'Le ', right: ' réunit tout le monde. La charte fixe la règle.' });
});

it('takes words as written, regular expressions, and one person’s words', async () => {
  const { path } = await aCodedStudyFile();
  const texts = async (...args: string[]): Promise<string[]> => (await json<Searched>('search', path, ...args)).hits.map(({ text }) => text);
  expect(await texts('Comité', '--exact')).toEqual([]);
  expect(await texts('comité', '--exact')).toEqual(['comité', 'comité']);
  expect(await texts('comit\\w+ d', '--regex')).toEqual(['comité d']);
  expect(await texts('décider', '--speaker', 'Président')).toEqual(['décide']);
  expect(await texts('"tout le monde"')).toEqual(['tout le monde']);
  expect((await json<Searched>('search', path, 'absent')).hits).toEqual([]);
  expect((await json<Searched>('search', path, '/charte/')).mode).toBe('regex');
  expect((await done('search', path, 'charte')).out).toContain('[charte]');
});

it('refuses what says nothing, names nobody, or is no expression', async () => {
  const { path } = await aCodedStudyFile();
  expect(await refused('search', path, '…')).not.toBe('');
  expect(await refused('search', path, 'NOT comité')).not.toBe('');
  expect(await refused('search', path, 'comité', '--speaker', 'Personne')).toContain('Personne');
  expect(await refused('search', path, '(a', '--regex')).not.toBe('');
});
