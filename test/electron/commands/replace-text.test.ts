// A transcript replaced by a corrected file: codings go on on their words, what cannot is said before anything is written.
import { describe, expect, it } from 'vitest';
import { replaceText } from '../../../electron/commands/replace-text.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { setTime } from '../../../electron/commands/turn-structure.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { planReplacement } from '../../../electron/exchange/plan-replacement.ts';
import type { PlannedReplacement } from '../../../electron/exchange/plan-replacement.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { readOrphans, readSpeakers, readText, readTurns } from '../../../electron/queries/sources.ts';
import { readOriginal } from '../../../electron/storage/originals.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { chance } from '../../support/seeded.ts';

const TEXT = [
  'Enquêtrice : Qui décide, en fin de compte, dans ce pôle ?',
  'Directrice : Tout le monde décide ensemble 🎓, c’est écrit dans la charte depuis le début.',
  'Enquêtrice : Et les petites entreprises, elles suivent vraiment ?',
  'Directrice : Les petites suivent, les grandes payent, voilà comment cela marche ici.',
  'Directrice : Au café, après le salon, on se dit les choses.',
  '',
].join('\n');

function coded(): TestProject {
  return aProject()
    .withSource('E01', TEXT)
    .withGrid('innovation-sociale')
    .codedBy('AB', 'Gouvernance', 'Tout le monde décide ensemble')
    .codedBy('AB', 'Changement', 'les grandes payent')
    .codedBy('CD', 'Dimension collective', 'cela marche ici.\nDirectrice : Au café')
    .codedBy('CD', 'Changement', 'la charte');
}

const turnsOf = (project: TestProject) => readTurns(project.project, project.source('E01'));
const quotes = (project: TestProject): string[] => listCodings(project.project).map(({ quote }) => quote);
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

function plan(project: TestProject, text: string, name = 'E01 relu.txt'): Promise<PlannedReplacement> {
  return planReplacement(project.session, { sourceId: project.source('E01'), file: { name, bytes: encoded(text) } });
}

describe('a transcript replaced by a corrected one', () => {
  it('keeps the codings on their words, the turns their names, and the file', async () => {
    const project = coded();
    const ids = turnsOf(project).map(({ id }) => id);
    const corrected = TEXT.replace('c’est écrit', 'C’est bien écrit')
      .replace('elles suivent', 'est-ce qu’elles suivent')
      .replace('on se dit', 'on se parle et se dit');
    const { shown, replacement } = await plan(project, corrected);
    expect(shown).toMatchObject({ kept: 4, touched: [], orphaned: [], newSpeakers: [] });
    expect([shown.comparison.turns.length, shown.comparison.unchanged]).toEqual([3, 2]);
    expect(readText(project.project, project.source('E01'))).toBe(TEXT);

    expect(replaceText(project.session, replacement)).toEqual({ touched: [], orphaned: [] });
    expect(readText(project.project, project.source('E01'))).toBe(corrected);
    expect(turnsOf(project).map(({ id }) => id)).toEqual(ids);
    expect(quotes(project)).toEqual([...quotes(coded())]);
    expect(checkProject(project.project)).toEqual([]);
    const source = project.project.sqlite.prepare('SELECT original_name AS name, original_sha256 AS sha FROM source').get() as {
      name: string;
      sha: string;
    };
    expect(source.name).toBe('E01 relu.txt');
    expect(new TextDecoder().decode(readOriginal(project.project.sqlite, source.sha))).toBe(corrected);
  });

  it('is one act, taken back and brought back also after a restart', async () => {
    const project = coded();
    const before = project.snapshot();
    replaceText(
      project.session,
      (await plan(project, TEXT.replace('la charte', 'le règlement').replace('Directrice : Au café', 'Président : Au café'))).replacement,
    );
    const after = project.snapshot();
    undo(project.reopen().session);
    expect(project.snapshot()).toEqual(before);
    redo(project.reopen().session);
    expect(project.snapshot()).toEqual(after);
  });

  it('says what each passage said and would say, with its categories, before anything is written', async () => {
    const project = coded();
    const before = project.snapshot();
    const { shown } = await plan(project, TEXT.replace('Tout le monde', 'Tout le quartier').replace('les grandes payent, ', ''));
    expect(shown.touched.map(({ before: said, after, categories }) => [said, after, categories])).toEqual([
      ['Tout le monde décide ensemble', 'Tout le quartier décide ensemble', ['Gouvernance']],
    ]);
    expect(shown.orphaned.map(({ before: said, after, categories }) => [said, after, categories])).toEqual([
      ['les grandes payent', '', ['Changement']],
    ]);
    expect(shown.kept).toBe(2);
    expect(project.snapshot()).toEqual(before);
  });

  it('is refused when the text was corrected since the plan', async () => {
    const project = coded();
    const { replacement } = await plan(project, TEXT.replace('la charte', 'le règlement'));
    const { start } = project.range('Au café');
    editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 0, inserted: 'Bon. ' }] });
    expect(() => replaceText(project.session, replacement)).toThrow('source.changedSince');
  });

  it('carries a coding made since the plan, too', async () => {
    const project = coded();
    const { replacement } = await plan(project, `Enquêtrice : Bonjour, merci de me recevoir.\n${TEXT}`);
    project.codedBy('CD', 'Gouvernance', 'fin de compte');
    replaceText(project.session, replacement);
    expect(quotes(project)).toContain('fin de compte');
  });

  it('follows turns that were cut, joined, added and taken out', async () => {
    const project = coded();
    const [first, second] = turnsOf(project).map(({ id }) => id);
    const corrected = TEXT.replace(' ensemble 🎓, c’est', ' ensemble.\nEnquêtrice : Ah bon ?\nDirectrice : 🎓, c’est')
      .replace('Enquêtrice : Et les petites entreprises, elles suivent vraiment ?\n', '')
      .replace('ici.\nDirectrice : Au café', 'ici. Au café');
    const { replacement, shown } = await plan(project, corrected);
    replaceText(project.session, replacement);
    expect(readText(project.project, project.source('E01'))).toBe(corrected);
    expect(quotes(project)).toEqual(['Tout le monde décide ensemble', 'la charte', 'les grandes payent', 'cela marche ici. Au café']);
    // every word of theirs is there still
    expect([shown.touched, shown.orphaned]).toEqual([[], []]);
    expect(turnsOf(project)[0]?.id).toBe(first);
    expect(turnsOf(project).map(({ id }) => id)).toContain(second);
    expect(turnsOf(project).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('with other line ends and letters composed otherwise changes no coding', async () => {
    const project = coded();
    const corrected = TEXT.replaceAll('\n', '\r\n').normalize('NFD');
    const { shown, replacement } = await plan(project, corrected);
    expect(shown).toMatchObject({ kept: 4, touched: [], orphaned: [] });
    replaceText(project.session, replacement);
    expect(quotes(project).map((quote) => quote.normalize('NFC').replaceAll('\r\n', '\n'))).toEqual(quotes(coded()));
    expect(checkProject(project.project)).toEqual([]);
  });

  it('takes new speakers, drops those who no longer speak, and says so', async () => {
    const project = coded();
    const { shown, replacement } = await plan(project, TEXT.replaceAll('Directrice', 'Présidente'));
    expect(shown.newSpeakers).toEqual(['Présidente']);
    expect(shown).toMatchObject({ kept: 4, touched: [], orphaned: [] });
    replaceText(project.session, replacement);
    expect(readSpeakers(project.project, project.source('E01')).map(({ label }) => label)).toEqual(['Enquêtrice', 'Présidente']);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('keeps times and speakers that the file does not have', async () => {
    const project = coded();
    const { turnId, offsetUtf16 } = project.range('Les petites suivent').start;
    setTime(project.session, { turnId, offsetUtf16, timeMs: 30_000 });
    setTime(project.session, { turnId, offsetUtf16: project.range('les grandes').start.offsetUtf16, timeMs: 33_000 });
    const bare = TEXT.replace(/^\p{L}+ : /gmu, '').replace('voilà comment', 'et voilà comment');
    const { shown, replacement } = await plan(project, bare);
    expect(shown).toMatchObject({ kept: 4, orphaned: [], newSpeakers: [] });
    replaceText(project.session, replacement);
    const turn = turnsOf(project)[3];
    expect(turn).toMatchObject({ startMs: 30_000, marks: [{ at: turn?.text.indexOf('les grandes'), kind: 'time', value: 33_000 }] });
    expect(turnsOf(project).every(({ speakerId }) => speakerId !== null)).toBe(true);
  });

  it('by a quite different interview keeps every coding apart, and says so before', async () => {
    const project = coded();
    const stranger =
      'Zoé : Moi je travaille la nuit, au port, avec mon frère et sa fille.\nAnne : Depuis longtemps ?\nZoé : Depuis que le bateau est vendu.\n';
    const { shown, replacement } = await plan(project, stranger);
    expect([shown.kept, shown.touched.length, shown.orphaned.length]).toEqual([0, 0, 4]);
    const { orphaned } = replaceText(project.session, replacement);
    expect(orphaned).toHaveLength(4);
    expect(readOrphans(project.project, project.source('E01')).map(({ quote }) => quote)).toEqual([
      'Tout le monde décide ensemble',
      'les grandes payent',
      'cela marche ici.\nDirectrice : Au café',
      'la charte',
    ]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('that is not readable is refused by name', async () => {
    await expect(plan(coded(), '', 'vide.txt')).rejects.toThrow('source.unreadable');
  });
});

const WORDS = 'nous avons décidé ensemble que la charte du pôle serait signée par toutes les entreprises membres avant le salon de printemps'.split(
  ' ',
);

/** A transcript of so many words, no two turns alike. */
function longText(words: number, seed: number): string {
  const luck = chance(seed);
  const lines: string[] = [];
  for (let left = words; left > 0; left -= 25)
    lines.push(
      `${luck.below(2) === 0 ? 'Enquêtrice' : 'Directrice'} : ${Array.from({ length: 25 }, () => (luck.below(4) === 0 ? `mot${luck.below(9_000)}` : luck.pick(WORDS))).join(' ')}.`,
    );
  return `${lines.join('\n')}\n`;
}

it('40,000 words with 500 corrections are planned and replaced in no time, a stranger of that length too', async () => {
  const text = longText(40_000, 1);
  const project = aProject().withSource('E01', text);
  const luck = chance(2);
  const at = new Set(Array.from({ length: 500 }, () => luck.below(40_000)));
  let index = 0;
  const corrected = text.replace(/\p{L}+/gu, (word) => (at.has((index += 1)) ? `${word}x` : word));
  const start = performance.now();
  const { shown, replacement } = await plan(project, corrected);
  replaceText(project.session, replacement);
  const took = performance.now() - start;
  expect(shown.comparison.turns.length).toBeGreaterThan(350);
  expect(readText(project.project, project.source('E01'))).toBe(corrected);

  const again = performance.now();
  const stranger = await plan(project, longText(40_000, 3).replace(/[aeiou]/gu, 'y'));
  expect(stranger.shown.comparison.unchanged).toBe(0);
  const tookStranger = performance.now() - again;
  process.stdout.write(`500 corrections ${Math.round(took)} ms, a stranger ${Math.round(tookStranger)} ms\n`);
  // generous: other tests run beside this one
  expect(Math.max(took, tookStranger)).toBeLessThan(10_000);
});
