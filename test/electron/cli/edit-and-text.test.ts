// `trame text` prints a transcript to the byte; `trame edit` corrects it and leaves codings on their words.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStudyFile, codingsOf, copyOf, done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';

onThisTerminal();

const CLI = resolve(import.meta.dirname, '../../../electron/cli.ts');
const TEXTS: Readonly<Record<string, string>> = {
  'Fins de ligne': 'Enquêtrice : Qui décide ?\r\nDirectrice : Tout le monde.\r\n\r\nEnquêtrice : Vraiment ?\r\nDirectrice : Oui.\r\n',
  Décomposé: 'Enquêtrice : Où ça ?\nDirectrice : À l’été, on s’était vus à Évry.\n'.normalize('NFD'),
  Émojis: 'Enquêtrice : 😀 ?\nDirectrice : 👩‍👩‍👧 🇫🇷 e\u0301 \u00a0— fin 🎉\nEnquêtrice : Bien\u202f!',
  Blancs: '\n\n  Compte rendu\t\n\n \nde la réunion  \n\n',
};

describe('text', () => {
  it.each(Object.entries(TEXTS))('%s: every byte of the file, and none more', async (name, text) => {
    const study = await aStudyFile({ 'Pôle 1': { [name]: text } });
    expect((await done('text', study.path, name)).out).toBe(text);
  });

  it('keeps its bytes on the way through a pipe', async () => {
    const text = Object.values(TEXTS).join('');
    const study = await aStudyFile({ 'Pôle 1': { Tout: text } });
    const printed = execFileSync(process.execPath, [CLI, 'text', study.path, 'Tout'], { stdio: ['ignore', 'pipe', 'pipe'] });
    expect(printed.equals(Buffer.from(text))).toBe(true);
  });

  it('of a source that is not there is refused', async () => {
    const study = await aStudyFile({ 'Pôle 1': { E01: 'Bonjour.' } });
    expect(await refused('text', study.path, 'E02')).toBe('No source has this name: E02.');
    expect(await refused('text', study.path, '')).toMatch(/No source has this name/);
  });
});

describe('edit', () => {
  const TEXT = 'Enquêtrice : Qui décide 😀 ?\nDirectrice : Tout le mond décide, c’est notre rêgle.\nEnquêtrice : Et après ?\nDirectrice : On vote.\n';
  const place = (words: string): [string, string] => [String(TEXT.indexOf(words)), String(TEXT.indexOf(words) + words.length)];
  let original: StudyFile;
  let study: StudyFile;
  beforeAll(async () => {
    original = await aStudyFile({ 'Pôle 1': { E01: TEXT } }, ['innovation-sociale']);
    const rows = ['Tout le mond décide', 'notre rêgle', 'On vote'].map((quote) => ({ source: 'E01', quote, category: 'Gouvernance' }));
    await done('code', original.path, original.file('table.json', JSON.stringify(rows)));
  });
  beforeEach(() => {
    study = copyOf(original);
  });
  const text = async (): Promise<string> => (await done('text', study.path, 'E01')).out;
  const quotes = async (): Promise<string[]> => (await codingsOf(study.path)).map(({ quote }) => quote);

  it('changes the words between two offsets, and codings stay on theirs', async () => {
    await done('edit', study.path, 'E01', '--replace', ...place('mond décide'), 'monde décide ici', '--coder', 'Chloé Dumas');
    expect(await text()).toBe(TEXT.replace('mond décide', 'monde décide ici'));
    expect(await quotes()).toEqual(['Tout le monde décide ici', 'notre rêgle', 'On vote']);
    const log = await json<{ command: string; coderName: string }[]>('log', study.path);
    expect(log.at(-1)).toMatchObject({ command: 'source.editTurn', coderName: 'Chloé Dumas' });
    await done('undo', study.path);
    expect(await text()).toBe(TEXT);
  });

  it('takes words out where the new text is empty, and says which passages lost theirs', async () => {
    const [start, end] = place('On vote');
    expect(await json('edit', study.path, 'E01', '--replace', start, end, '')).toMatchObject({ touched: [], orphaned: [expect.any(String)] });
    expect(await text()).toBe(TEXT.replace('On vote', ''));
    expect((await done('check', study.path)).out).toBe('ok\n');
  });

  it('puts words in between, even words that look like an option', async () => {
    const [at] = place('On vote');
    await done('edit', study.path, 'E01', '--replace', at, at, '--json — dit-elle — ');
    expect(await text()).toBe(TEXT.replace('On vote', '--json — dit-elle — On vote'));
  });

  it.each<[string, readonly string[]]>([
    ['a start that is no number', ['début', '5', 'x']],
    ['an empty start', ['', '5', 'x']],
    ['half a character', ['1.5', '5', 'x']],
    ['a text that is missing', ['1', '5']],
    ['a text that is missing before another option', ['1', '5', '--json']],
    ['a text that was not put in quotes', ['1', '5', 'tout', 'le', 'monde']],
  ])('is told how it is used: %s', async (_sentence, values) => {
    await misused('edit', study.path, 'E01', '--replace', ...values);
    expect(await text()).toBe(TEXT);
  });

  it('without --replace is told how it is used', async () => {
    expect(await misused('edit', study.path, 'E01')).toMatch(/--replace/);
  });

  const emoji = TEXT.indexOf('😀');
  it.each<[string, readonly string[], RegExp]>([
    ['past the end', ['3', '9999', 'x'], /goes past the end/],
    ['before the beginning', ['-2', '3', 'x'], /goes past the end/],
    ['backwards', ['9', '3', 'x'], /goes past the end|empty/],
    ['in the speaker’s label', ['0', '3', 'x'], /within the words of one turn/],
    ['over two turns', [String(emoji), String(emoji + 12), 'x'], /within the words of one turn/],
    ['inside a character', [String(emoji + 1), String(emoji + 3), 'x'], /middle of a character/],
    ['with a line break', [...place('On vote'), 'On\nvote'], /line break/],
  ])('is refused %s, and nothing changes', async (_sentence, values, because) => {
    expect(await refused('edit', study.path, 'E01', '--replace', ...values)).toMatch(because);
    expect(await text()).toBe(TEXT);
  });
});
