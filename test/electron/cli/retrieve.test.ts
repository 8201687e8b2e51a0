// `trame retrieve` on a study small enough to count by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { A, B, aCodedStudyFile, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';

onThisTerminal();

interface Retrieved {
  expression: string;
  total: number;
  passages: { source: string; start: number; end: number; text: string; ref: string; categories: string[]; coders: string[]; star: boolean }[];
}

it('prints the passages for which an expression holds', async () => {
  const { path } = await aCodedStudyFile();
  const codings = await json<{ source: string; start: number; end: number; quote: string; category: string }[]>('list', path, 'codings');
  for (const name of new Set(codings.map(({ category }) => category))) {
    const found = await json<Retrieved>('retrieve', path, `"${name}"`);
    const expected = codings.filter(({ category }) => category === name || category.startsWith(`${name} >`));
    expect(found.passages.map(({ source, start, end, text }) => [source, start, end, text])).toEqual(
      expected.map(({ source, start, end, quote }) => [source, start, end, quote]),
    );
    expect(found).toMatchObject({ expression: `"${name}"`, total: expected.length });
  }
  const all = await json<Retrieved>('retrieve', path, 'source IN ("A", "B")');
  for (const { source, start, end, text, ref, star } of all.passages) {
    expect((source === 'A' ? A : B).slice(start, end)).toBe(text);
    expect(ref).toMatch(new RegExp(`^${source} §\\d+$`, 'u'));
    expect(star).toBe(false);
  }
});

it('keeps what `matrix --where` keeps', async () => {
  const { path } = await aCodedStudyFile();
  const where = 'source = "A" OR stance = "contrasts"';
  const { totals } = await json<{ totals: { passages: number } }>('matrix', path, '--rows', 'source', '--cols', 'case', '--where', where);
  expect((await json<Retrieved>('retrieve', path, where)).total).toBe(totals.passages);
});

it('writes what it found as a file', async () => {
  const { path } = await aCodedStudyFile();
  const folder = aFolder();
  const out = (name: string): string => join(folder, name);
  const found = await json<Retrieved>('retrieve', path, 'source = "A"', '--out', out('trouvé.json'));
  expect(JSON.parse(readFileSync(out('trouvé.json'), 'utf8'))).toEqual(found);
  await done('retrieve', path, 'source = "A"', '--out', out('trouvé.csv'), '--lang', 'fr');
  const rows = readFileSync(out('trouvé.csv'), 'utf8').trim().split('\n');
  expect(rows).toHaveLength(found.total + 1);
  expect(rows[0]).toContain('Renvoi');
  for (const format of ['md', 'html']) {
    await done('retrieve', path, 'source = "A"', '--out', out(`recueil.${format}`));
    expect(readFileSync(out(`recueil.${format}`), 'utf8')).toContain(found.passages[0]?.text.split(' ')[0]);
  }
  for (const format of ['docx', 'xlsx']) {
    await done('retrieve', path, 'source = "A"', '--out', out(`recueil.${format}`));
    expect(
      readFileSync(out(`recueil.${format}`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  }
});

it('says what keeps an expression from being asked', async () => {
  const { path } = await aCodedStudyFile();
  expect(await refused('retrieve', path, '"Disparue" AND case = "Nulle part"')).toMatch(/"Disparue".*case = "Nulle part"/u);
  expect(await refused('retrieve', path, '')).toContain('1');
  expect(await refused('retrieve', path, 'source = "A" AND')).toContain('17');
  expect(await refused('retrieve', path, 'source = "A"', '--out', 'x.gif')).toContain('gif');
  await misused('retrieve', path);
});

it('without a file prints one line a passage', async () => {
  const { path } = await aCodedStudyFile();
  const { total } = await json<Retrieved>('retrieve', path, 'source = "A"');
  const { out, err } = await done('retrieve', path, 'source = "A"');
  expect(out.trimEnd().split('\n')).toHaveLength(total);
  expect(err).toBe(`${total} passages\n`);
});
