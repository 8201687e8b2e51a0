// `trame cooccurrence` on a study small enough to count by hand.
import { expect, it } from 'vitest';
import { aCodedStudyFile, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import { undefinedFor } from '../../../shared/statistics/undefined.ts';

onThisTerminal();

interface Answer {
  unit: { kind: string };
  categories: { id: string; path: string; count: number }[];
  pairs: { a: string; b: string; count: number; jaccard: number | object; npmi: number | object }[];
  total: number;
}

const told = ({ categories, pairs }: Answer): [string, string, number][] => {
  const name = (id: string): string =>
    categories
      .find((category) => category.id === id)
      ?.path.split(' > ')
      .at(-1) ?? '';
  return pairs.map(({ a, b, count }) => [name(a), name(b), count]);
};

it('counts pairs of passages that overlap, where nothing else is asked for', async () => {
  const { path } = await aCodedStudyFile();
  const answer = await json<Answer>('cooccurrence', path);
  expect(answer).toMatchObject({ unit: { kind: 'overlap' }, total: 6 });
  expect(told(answer)).toEqual([
    ['Gouvernance', 'Territoire', 1],
    ['Gouvernance', 'comité', 1],
    ['Gouvernance', 'salon', 1],
    ['Gouvernance', 'charte', 1],
    ['Territoire', 'comité', 1],
  ]);
  // three passages of Gouvernance, two of comité, one pair
  expect(answer.pairs.find(({ count, jaccard }) => count === 1 && jaccard === 1 / 4)).toMatchObject({ npmi: undefinedFor('pairs') });
  expect(answer.categories.find(({ path: each }) => each === 'Dimensions > Gouvernance')?.count).toBe(3);
});

it('counts in units of which there is a known number, by grid and by level', async () => {
  const { path } = await aCodedStudyFile();
  const passages = await json<Answer>('cooccurrence', path, '--join', 'passage');
  expect(told(passages)).toEqual([
    ['Gouvernance', 'comité', 1],
    ['Gouvernance', 'salon', 1],
  ]);
  const [pair] = passages.pairs;
  // of six passages three carry the one, two the other, one both: independent
  expect(Number(pair?.npmi)).toBeCloseTo(0, 12);
  const sources = await json<Answer>('cooccurrence', path, '--join', 'source', '--level', '1');
  expect(sources).toMatchObject({ unit: { kind: 'source' }, total: 2 });
  expect(told(sources)).toContainEqual(['Gouvernance', 'Coordination', 2]);
  const one = await json<Answer>('cooccurrence', path, '--grid', 'dimensions', '--join', 'turn');
  expect(told(one)).toEqual([['Gouvernance', 'Territoire', 1]]);
});

it('listens to filters, coders and a minimum', async () => {
  const { path } = await aCodedStudyFile();
  expect(told(await json<Answer>('cooccurrence', path, '--where', 'source = "B"'))).toEqual([['Gouvernance', 'salon', 1]]);
  expect(told(await json<Answer>('cooccurrence', path, '--coder', 'Chloé Dumas'))).toEqual([['Gouvernance', 'salon', 1]]);
  expect(told(await json<Answer>('cooccurrence', path, '--min', '2'))).toEqual([]);
  expect(told(await json<Answer>('cooccurrence', path, '--category', 'charte', '--category', 'Gouvernance'))).toEqual([['charte', 'Gouvernance', 1]]);
});

it('names the reason where there is nothing to count, and refuses what is not there', async () => {
  const { path } = await aCodedStudyFile();
  expect(await json('cooccurrence', path, '--category', 'charte')).toEqual(undefinedFor('oneCategory'));
  expect(await json('cooccurrence', path, '--where', 'speaker = "Enquêtrice"')).toEqual(undefinedFor('empty'));
  expect(await refused('cooccurrence', path, '--grid', 'nulle part')).toMatch(/nulle part|grille|grid/i);
  await misused('cooccurrence', path, '--join', 'sentence');
});
