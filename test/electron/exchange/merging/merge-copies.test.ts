// What people do in two copies of a study, and what becomes of it when the copies come together.
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { writeSynthesis } from '../../../../electron/commands/cells.ts';
import { createCategory, mergeCategories, moveCategory, removeCategory, updateCategory } from '../../../../electron/commands/codebook.ts';
import { editTurn } from '../../../../electron/commands/turn-edits.ts';
import { undo } from '../../../../electron/commands/undo.ts';
import { previewMerge } from '../../../../electron/exchange/merging/merge-copy.ts';
import { planMerge } from '../../../../electron/exchange/merging/plan-merge.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readText } from '../../../../electron/queries/sources.ts';
import type { CategoryId } from '../../../../shared/domain/ids.ts';
import type { MergePreview } from '../../../../shared/domain/merge.ts';
import { mergeStudy } from '../../../support/merge.ts';
import { aFolder, aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { aStudy } from '../../../support/study.ts';

/** Two copies of one study, and a third. */
const copies = (): [TestProject, TestProject, TestProject] => [aStudy().project, aStudy().project, aStudy().project];
const AS_PROPOSED = { choices: {}, matches: {} };

/** `AB: Gouvernance « Tout le monde décide »`, in order. */
function codings({ project }: TestProject): string[] {
  const rows = project.sqlite.prepare<[], { coder: string; category: string; start: number; end: number; text: string }>(
    `SELECT c.name AS category, o.name AS coder, p.start_utf16 AS start, p.end_utf16 AS end, t.text FROM coding k JOIN category c ON c.id = k.category_id
       JOIN coder o ON o.id = k.coder_id JOIN passage p ON p.id = k.passage_id JOIN turn t ON t.id = p.start_turn_id WHERE p.start_turn_id = p.end_turn_id`,
  );
  return rows
    .all()
    .map(({ coder, category, start, end, text }) => `${coder}: ${category} « ${text.slice(start, end)} »`)
    .sort();
}

/** Corrects words that stand once in the study. */
function correct(study: TestProject, quote: string, inserted: string): void {
  const { start, end } = study.range(quote);
  editTurn(study.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: end.offsetUtf16 - start.offsetUtf16, inserted }] });
}

it('codings of both copies are there, one that both made once; a second merge changes nothing, one undo takes all of it back', async () => {
  const [ours, theirs] = copies();
  ours.codedBy('AB', 'charte', 'Les grands groupes');
  theirs.codedBy('AB', 'charte', 'Les grands groupes').codedBy('EF', 'salon', 'on nous écoute');
  const before = ours.snapshot();
  const merged = await mergeStudy(ours, theirs);
  expect(merged).toMatchObject({ isChanged: true });
  expect(merged.preview.conflicts).toEqual([]);
  const all = codings(ours);
  expect(all.filter((line) => line === 'AB: charte « Les grands groupes »')).toHaveLength(1);
  expect(all).toContain('EF: salon « on nous écoute »');
  expect(checkProject(ours.project)).toEqual([]);
  expect((await mergeStudy(ours, theirs)).isChanged).toBe(false);
  undo(ours.session);
  expect(ours.snapshot()).toEqual(before);
});

it('a category that was renamed, moved or merged here takes along what was coded there', async () => {
  const [ours, theirs] = copies();
  updateCategory(ours.session, { categoryId: ours.category('charte'), name: 'Charte signée' });
  moveCategory(ours.session, { categoryId: ours.category('Charte signée'), parentId: ours.category('Coordination'), position: 0 });
  mergeCategories(ours.session, { from: ours.category('salon'), into: ours.category('feuille de route') });
  theirs.codedBy('AB', 'charte', 'Les grands groupes').codedBy('AB', 'salon', 'on nous écoute');
  await mergeStudy(ours, theirs);
  expect(codings(ours)).toEqual(expect.arrayContaining(['AB: Charte signée « Les grands groupes »', 'AB: feuille de route « on nous écoute »']));
  expect(ours.category('Outils > Coordination > Charte signée')).toBeDefined();
  expect(checkProject(ours.project)).toEqual([]);
});

it('words corrected here carry what was coded there', async () => {
  const [ours, theirs] = copies();
  correct(ours, 'Les grands groupes', 'Les très grands groupes');
  theirs.codedBy('AB', 'charte', 'suivent').codedBy('AB', 'charte', 'grands groupes décident');
  await mergeStudy(ours, theirs);
  expect(codings(ours)).toEqual(expect.arrayContaining(['AB: charte « suivent »', 'AB: charte « grands groupes décident »']));
});

it('corrections of other words of one turn both hold; of the same words both are shown, and one may be chosen', async () => {
  const [ours, theirs, third] = copies();
  correct(ours, 'Les grands', 'Les plus grands');
  correct(theirs, 'petits', 'minuscules');
  expect((await mergeStudy(ours, theirs)).preview.conflicts).toEqual([]);
  expect(readText(ours.project, ours.source('E02'))).toContain('Les plus grands groupes décident. Les minuscules suivent.');
  correct(third, 'petits', 'moyens');
  const { preview } = await mergeStudy(ours, third);
  expect(preview.conflicts).toMatchObject([
    { kind: 'text', ours: expect.stringContaining('minuscules') as string, theirs: expect.stringContaining('moyens') as string },
  ]);
  expect(readText(ours.project, ours.source('E02'))).toContain('moyens');
  undo(ours.session);
  await mergeStudy(ours, third, { [preview.conflicts[0]?.id ?? '']: 'ours' });
  expect(readText(ours.project, ours.source('E02'))).toContain('minuscules');
});

it('a category removed here and coded with there is kept, unless somebody chooses otherwise', async () => {
  const [ours, theirs] = copies();
  removeCategory(ours.session, { categoryId: ours.category('charte'), withCodings: true });
  theirs.codedBy('EF', 'charte', 'Les grands groupes');
  const { preview } = await mergeStudy(ours, theirs);
  expect(preview.conflicts).toMatchObject([
    { kind: 'removed', where: { table: 'category', name: 'charte' }, ours: null, theirs: 'charte', proposed: 'theirs' },
  ]);
  expect(codings(ours)).toContain('EF: charte « Les grands groupes »');
  undo(ours.session);
  await mergeStudy(ours, theirs, { [preview.conflicts[0]?.id ?? '']: 'ours' });
  expect(codings(ours).filter((line) => line.includes('charte'))).toEqual([]);
  expect(checkProject(ours.project)).toEqual([]);
});

it('syntheses that both wrote stand one under the other', async () => {
  const [ours, theirs] = copies();
  const entityKeys = [`category:${ours.category('Gouvernance')}`, `case:${ours.case('Pôle 2')}`];
  writeSynthesis(ours.session, { entityKeys, text: 'Chacun décide.', status: 'ready' });
  writeSynthesis(theirs.session, { entityKeys, text: 'Les grands décident.', status: 'draft' });
  const { preview } = await mergeStudy(ours, theirs);
  expect(preview.conflicts).toMatchObject([{ kind: 'changed', proposed: 'both', ours: 'Chacun décide.', theirs: 'Les grands décident.' }]);
  const synthesis = ours.project.sqlite
    .prepare('SELECT synthesis FROM cell WHERE key LIKE ?')
    .pluck()
    .get(`%${ours.case('Pôle 2')}%`);
  // whoever wrote later stands below, and these two wrote in the same instant
  expect(String(synthesis).split('\n').sort()).toEqual(['Chacun décide.', 'Les grands décident.']);
});

const inVivo = (study: TestProject, name: string): CategoryId =>
  createCategory(study.session, { gridId: study.grid('outils'), parentId: null, name, origin: 'in-vivo' });

it('two new categories of one name are one where nothing says otherwise, and two where their definitions differ', async () => {
  const [ours, theirs] = copies();
  for (const study of [ours, theirs]) for (const name of ['Confiance', 'Don']) inVivo(study, name);
  updateCategory(ours.session, { categoryId: ours.category('Don'), definition: 'Ce qui est donné.' });
  updateCategory(theirs.session, { categoryId: theirs.category('Don'), definition: 'Être doué.' });
  theirs.codedBy('AB', 'Confiance', 'on nous écoute');
  const { preview } = await mergeStudy(ours, theirs);
  expect(
    preview.conflicts.map(({ kind, where, proposed }) => [kind, where.name, proposed]).sort((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([
    ['sameName', 'Confiance', 'ours'],
    ['sameName', 'Don', 'both'],
  ]);
  const names = ours.project.sqlite.prepare(`SELECT name FROM category WHERE name LIKE 'Don%' OR name LIKE 'Conf%' ORDER BY name`).pluck().all();
  expect(names).toEqual(['Confiance', 'Don', 'Don (2)']);
});

it('a third copy merges right: what came with the second is not brought again', async () => {
  const [ours, theirs, third] = copies();
  theirs.codedBy('AB', 'charte', 'Les grands groupes');
  await mergeStudy(ours, theirs);
  await mergeStudy(third, ours);
  expect(codings(third)).toEqual(codings(ours));
  expect((await mergeStudy(third, theirs)).isChanged).toBe(false);
  removeCategory(third.session, { categoryId: third.category('charte'), withCodings: true });
  // whoever removed it knew what had been coded
  expect((await mergeStudy(third, theirs)).isChanged).toBe(false);
});

it('copies that merged one another at the same time are the same, and go on from there', async () => {
  const [ours, theirs] = copies();
  ours.codedBy('AB', 'charte', 'Les grands groupes');
  theirs.codedBy('EF', 'salon', 'on nous écoute');
  const file = join(aFolder(), 'avant.trame');
  theirs.reopen();
  theirs.project.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(theirs.path, file);
  await mergeStudy(theirs, ours);
  await previewMerge(ours.project, { path: file, key: null }, AS_PROPOSED, planMerge);
  await mergeStudy(ours, theirs);
  expect(ours.snapshot()).toEqual(theirs.snapshot());
  theirs.codedBy('EF', 'charte', 'Et ici');
  await mergeStudy(ours, theirs);
  expect(ours.snapshot()).toEqual(theirs.snapshot());
});

const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
  return 'done';
};

it('files that cannot be merged are named, and no byte of them is touched', async () => {
  const { project: ours } = aStudy();
  const folder = aFolder();
  const study = aStudy().project;
  study.project.sqlite.pragma('journal_mode = DELETE');
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('lettre.trame'), 'Bonjour.');
  new Database(at('autre.trame')).exec('CREATE TABLE a (b)').close();
  copyFileSync(study.path, at('abîmé.trame'));
  truncateSync(at('abîmé.trame'), 40_000);
  copyFileSync(study.path, at('récent.trame'));
  new Database(at('récent.trame')).exec("INSERT INTO schema_migration VALUES (9999, 'demain', '', '')").close();
  const merge = (path: string) => codeOf(() => previewMerge(ours.project, { path, key: null }, AS_PROPOSED, planMerge));
  const before = ['lettre', 'autre', 'abîmé', 'récent'].map((name) => readFileSync(at(`${name}.trame`)));
  expect(await merge(at('absent.trame'))).toBe('project.notFound');
  expect(await merge(at('lettre.trame'))).toBe('project.notSqlite');
  expect(await merge(at('autre.trame'))).toBe('project.otherProgram');
  expect(await merge(at('abîmé.trame'))).toBe('project.damaged');
  expect(await merge(at('récent.trame'))).toBe('project.newerVersion');
  expect(await merge(ours.path)).toBe('merge.sameFile');
  expect(['lettre', 'autre', 'abîmé', 'récent'].map((name) => readFileSync(at(`${name}.trame`)))).toEqual(before);
});

it('of a project without a past in common, what is the same is proposed, and codings find their words', async () => {
  const { project: ours } = aStudy();
  const theirs = aProject();
  theirs
    .withCase('Pôle 2')
    .withSource(
      'Entretien 2',
      'Enquêtrice : Et ici ?\nPrésident : Les grands groupes décident. Les petits suivent.\nEntrepreneur : Non, on nous écoute au salon.\n',
      { case: 'Pôle 2' },
    )
    .withSource('E09', 'Autre : Rien de tel.\n')
    .withOwnGrid('Outils', { Coordination: ['salon'], Confiance: [] })
    .codedBy('EF', 'salon', 'Les petits suivent')
    .codedBy('EF', 'Confiance', 'Rien de tel');
  const preview: MergePreview = await previewMerge(ours.project, { path: theirs.path, key: null }, AS_PROPOSED, planMerge);
  expect(preview.isRelated).toBe(false);
  expect(preview.conflicts).toMatchObject([{ where: { table: 'source', column: 'name' }, ours: 'E02', theirs: 'Entretien 2', proposed: 'ours' }]);
  const named = preview.matches.map(({ table, theirs: their, ours: our, by }) => [table, their.name, our?.name ?? null, by]);
  expect(named).toEqual(
    expect.arrayContaining([
      ['study_case', 'Pôle 2', 'Pôle 2', 'name'],
      ['source', 'Entretien 2', 'E02', 'text'],
      ['source', 'E09', null, 'none'],
      ['category', 'Coordination > salon', 'Coordination > salon', 'path'],
    ]),
  );
  await mergeStudy(ours, theirs);
  expect(codings(ours)).toEqual(expect.arrayContaining(['EF: salon « Les petits suivent »', 'EF: Confiance « Rien de tel »']));
  const sources = ours.project.sqlite.prepare('SELECT name FROM source ORDER BY name').pluck().all();
  expect(sources).toEqual(['E01', 'E02', 'E03', 'E09']);
  expect(checkProject(ours.project)).toEqual([]);
});

it('one file that both imported is one source with what both coded in it; with words corrected on one side it stays two', async () => {
  const [ours, theirs, other] = copies();
  const FILE = 'Claire : Le carnet circule entre les ateliers.\nMarc : On y note tout.\n';
  for (const copy of [ours, theirs, other]) copy.withSource('E09', FILE);
  ours.codedBy('AB', 'charte', 'circule entre les ateliers').codedBy('AB', 'salon', 'On y note tout');
  theirs.codedBy('EF', 'salon', 'Le carnet').codedBy('AB', 'salon', 'On y note tout');
  correct(other, 'On y note tout', 'On y note presque tout');
  const before = ours.snapshot();
  const { preview } = await mergeStudy(ours, theirs);
  expect(preview.matches).toMatchObject([{ table: 'source', ours: { name: 'E09' }, theirs: { name: 'E09' } }]);
  expect(preview.conflicts).toEqual([]);
  const named = ({ project }: TestProject) => project.sqlite.prepare(`SELECT name FROM source WHERE name LIKE 'E09%' ORDER BY name`).pluck().all();
  expect(named(ours)).toEqual(['E09']);
  expect(codings(ours)).toEqual(
    expect.arrayContaining(['AB: charte « circule entre les ateliers »', 'AB: salon « On y note tout »', 'EF: salon « Le carnet »']),
  );
  expect(codings(ours).filter((line) => line === 'AB: salon « On y note tout »')).toHaveLength(1);
  expect(checkProject(ours.project)).toEqual([]);
  expect((await mergeStudy(ours, theirs)).isChanged).toBe(false);
  undo(ours.session);
  expect(ours.snapshot()).toEqual(before);
  await mergeStudy(ours, other);
  expect(named(ours)).toEqual(['E09', 'E09 (2)']);
});

it('what was coded since in the copy that did not merge comes to the one source too, whoever merges whom', async () => {
  const [ours, theirs] = copies();
  for (const copy of [ours, theirs]) copy.withSource('E09', 'Claire : Le carnet circule.\n');
  ours.codedBy('AB', 'charte', 'circule');
  theirs.codedBy('EF', 'salon', 'Le carnet');
  await mergeStudy(ours, theirs);
  theirs.codedBy('EF', 'charte', 'carnet circule');
  await mergeStudy(ours, theirs);
  expect(codings(ours)).toContain('EF: charte « carnet circule »');
  await mergeStudy(theirs, ours);
  expect(codings(theirs)).toEqual(codings(ours));
  for (const copy of [ours, theirs]) {
    expect(copy.project.sqlite.prepare(`SELECT count(*) FROM source WHERE name LIKE 'E09%'`).pluck().get()).toBe(1);
    expect(checkProject(copy.project)).toEqual([]);
  }
});
