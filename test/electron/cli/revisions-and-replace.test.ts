// `trame replace` lays a corrected file under the codings; `trame revisions` tells what a text was corrected to, when and by whom.
import { beforeEach, describe, expect, it } from 'vitest';
import { aStudyFile, codingsOf, done, json, onThisTerminal, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';

onThisTerminal();

const TEXT =
  'Enquêtrice : Qui décide dans ce pôle ?\nDirectrice : Tout le mond décide, c’est notre règle.\nDirectrice : On vote tous les ans.\nEnquêtrice : Bien.\nDirectrice : Voilà.\n';
const CORRECTED = TEXT.replace('le mond', 'le monde').replace('Directrice : On vote tous les ans.\n', '');
let study: StudyFile;

beforeEach(async () => {
  study = await aStudyFile({ 'Pôle 1': { E01: TEXT } }, ['innovation-sociale']);
  const rows = ['Tout le mond décide', 'notre règle', 'On vote'].map((quote) => ({ source: 'E01', quote, category: 'Gouvernance' }));
  await done('code', study.path, study.file('table.json', JSON.stringify(rows)));
});

const quotes = async (): Promise<string[]> => (await codingsOf(study.path)).map(({ quote }) => quote);

describe('replace', () => {
  it('says what would change, and writes nothing when asked to', async () => {
    const { out, err } = await done('replace', study.path, 'E01', study.file('relu.txt', CORRECTED), '--dry-run');
    expect(out).toContain('1 passages keep their words, 1 get other ones, 1 have none left');
    expect(out).toContain('~ « Tout le mond décide » → « Tout le monde décide » (Gouvernance)');
    expect(out).toContain('- « On vote » (Gouvernance)');
    expect(err).toContain('nothing was written');
    expect((await done('text', study.path, 'E01')).out).toBe(TEXT);
  });

  it('replaces the text, keeps the codings on their words, and is undone as one act', async () => {
    const report = await json('replace', study.path, 'E01', study.file('relu.txt', CORRECTED), '--coder', 'Chloé Dumas');
    expect(report).toMatchObject({
      written: true,
      kept: 1,
      newSpeakers: [],
      touched: [{ after: 'Tout le monde décide' }],
      orphaned: [{ before: 'On vote' }],
    });
    expect((await done('text', study.path, 'E01')).out).toBe(CORRECTED);
    expect(await quotes()).toEqual(['Tout le monde décide', 'notre règle', '']);
    expect(await json('check', study.path)).toMatchObject({ sound: true });
    await done('undo', study.path);
    expect((await done('text', study.path, 'E01')).out).toBe(TEXT);
    expect(await quotes()).toEqual(['Tout le mond décide', 'notre règle', 'On vote']);
  });

  it('by a file that cannot be read is refused, nothing is written', async () => {
    expect(await refused('replace', study.path, 'E01', study.file('relu.txt', ''))).toMatch(/relu\.txt/);
    expect(await refused('replace', study.path, 'E09', study.file('autre.txt', CORRECTED))).toBe('No source has this name: E09.');
    expect((await done('text', study.path, 'E01')).out).toBe(TEXT);
  });
});

describe('revisions', () => {
  it('lists every correction of a source, newest first', async () => {
    await done('replace', study.path, 'E01', study.file('relu.txt', CORRECTED), '--coder', 'Chloé Dumas');
    const at = String(CORRECTED.indexOf('Tout'));
    await done('edit', study.path, 'E01', '--replace', at, String(Number(at) + 4), 'Presque tout');
    await done('undo', study.path);
    const found = await json<Record<string, unknown>[]>('revisions', study.path, 'E01');
    expect(found.map(({ number, command, kind, coderName, added, removed }) => [number, command, kind, coderName, added, removed])).toEqual([
      [3, 'source.editTurn', 'undo', expect.any(String), 1, 2],
      [2, 'source.editTurn', 'do', expect.any(String), 2, 1],
      [1, 'source.replaceText', 'do', 'Chloé Dumas', 1, 6],
    ]);
    const { out } = await done('revisions', study.path, 'E01');
    expect(out.split('\n')[1]).toMatch(/^3 .*\+1 -2$/);
  });

  it('of a text that was never corrected are none', async () => {
    expect(await json('revisions', study.path, 'E01')).toEqual([]);
  });
});
