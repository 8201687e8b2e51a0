// Names replaced in a study: everywhere, its history too, with passages on their words; and nothing left of them on the disk.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { planPseudonyms, pseudonymise } from '../../../electron/commands/pseudonymise.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { readText } from '../../../electron/queries/sources.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { allEntries, entryByNumber, numberToRedo, numbersToUndoTo } from '../../../electron/storage/change-log.ts';
import { createProjectFile } from '../../../electron/storage/open-project.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import { keepOriginal } from '../../../electron/storage/originals.ts';
import { applyDiff } from '../../../electron/storage/writer.ts';
import type { RowDiff } from '../../../electron/storage/writer.ts';
import type { CoderId, TurnId } from '../../../shared/domain/ids.ts';
import { formsOf } from '../../../shared/domain/pseudonym.ts';
import { NameFinder } from '../../../shared/words/name-finder.ts';
import { contentHash, snapshot } from '../../support/content.ts';
import { aFolder, aProject } from '../../support/project.ts';
import { WATCH, entities, foundOnDisk, replaceNames } from '../../support/pseudonyms.ts';
import { chance } from '../../support/seeded.ts';
import { aFurnishedStudy } from '../../support/work/study-file.ts';
import { Worker } from '../../support/work/worker.ts';

const PATIENCE = { timeout: 60_000 };
const TEXT =
  'Enquêtrice : Bonjour Sophie.\nMme Durand : C’est d’Élodie, ma sœur, que SOPHIE   DURAND parlait à Rennes.\nSophie : Oui, sophie durand.\n';
const NAMES = { 'Claire Martin': ['Sophie Durand', 'Sophie = Claire', 'Mme Durand = Mme Martin'], Marion: ['Élodie'], Brest: ['Rennes'] };
const REAL = ['Sophie', 'SOPHIE', 'sophie', 'Durand', 'DURAND', 'durand', 'Élodie', 'Elodie', 'elodie', 'Rennes', 'rennes'];

/** The study that the log alone makes, in a new file. */
function replayed(project: Project): Record<string, unknown[]> {
  let content: Record<string, unknown[]> = {};
  createProjectFile(join(aFolder(), 'rejouée.trame'), 'copy', (copy) => {
    for (const { diffs } of allEntries(project.sqlite)) {
      copy.sqlite.exec('BEGIN');
      for (const diff of JSON.parse(JSON.stringify(diffs)) as RowDiff[]) applyDiff(copy.sqlite, diff);
      copy.sqlite.exec('COMMIT');
    }
    content = snapshot(copy);
  });
  return content;
}

describe('pseudonymising', () => {
  it('replaces names whichever way they are written, and mends the elisions around them', async () => {
    const study = aProject().withSource('Sophie, 1er entretien', TEXT);
    await replaceNames(study.session, NAMES);
    expect(readText(study.project, study.source('Claire, 1er entretien'))).toBe(
      'Enquêtrice : Bonjour Claire.\nMme Martin : C’est de Marion, ma sœur, que CLAIRE MARTIN parlait à Brest.\nClaire : Oui, Claire Martin.\n',
    );
    expect(study.participant('Mme Martin')).toBeTruthy();
    expect(checkProject(study.project)).toEqual([]);
  });

  it('keeps codings on their words, those that begin or end inside a name too', async () => {
    const study = aProject().withSource('E1', TEXT).withOwnGrid('Grille', { Famille: [], Lieu: [] });
    study.codedBy('AB', 'Famille', 'd’Élodie, ma sœur').codedBy('AB', 'Lieu', 'parlait à Rennes').codedBy('AB', 'Famille', 'SOPHIE ');
    await replaceNames(study.session, NAMES);
    expect(listCodings(study.project).map(({ quote }) => quote)).toEqual(['de Marion, ma sœur', 'CLAIRE MARTIN', 'parlait à Brest']);
  });

  it('leaves nothing of a name in the file, its log, its index or its unused pages', async () => {
    const study = aProject().withSource('Sophie Durand', TEXT).withCase('Rennes', { Ville: 'Rennes' });
    keepOriginal(study.project.sqlite, 'a'.repeat(64), Buffer.from(TEXT));
    const memoId = writeMemo(study.session, { memoId: null, targetKind: 'project', targetId: '', title: 'Élodie', text: 'Revoir Mme Durand' });
    writeMemo(study.session, { memoId, targetKind: 'project', targetId: '', title: 'Autre', text: 'Vu' });
    const turn = study.project.sqlite.prepare<[], { id: string; text: string }>("SELECT id, text FROM turn WHERE text LIKE 'Sophie%'").get();
    expect(turn).toBeDefined();
    await replaceNames(study.session, NAMES);
    expect(foundOnDisk([study.path, `${study.path}-wal`, `${study.path}-shm`], REAL)).toEqual([]);
    // what was written and corrected before is taken back under the pseudonym
    undo(study.session);
    const memo = study.project.sqlite.prepare<[], { title: string; text: string }>('SELECT title, text FROM memo').get();
    expect(memo).toEqual({ title: 'Marion', text: 'Revoir Mme Martin' });
    study.reopen();
    expect(foundOnDisk([study.path], REAL)).toEqual([]);
  });

  it('carries corrections of the text along, so that they can be taken back', async () => {
    const study = aProject().withSource('E1', TEXT).withOwnGrid('Grille', { Famille: [] });
    study.codedBy('AB', 'Famille', 'ma sœur');
    const turn = study.project.sqlite.prepare<[], { id: string; text: string }>("SELECT id, text FROM turn WHERE text LIKE 'Mme%'").get();
    if (!turn) throw new Error('no turn');
    const at = 'Mme Durand : '.length;
    editTurn(study.session, { turnId: turn.id as TurnId, edits: [{ at, removed: 5, inserted: 'Sophie dit que c’est' }] });
    await replaceNames(study.session, NAMES);
    expect(readText(study.project, study.source('E1'))).toContain('Mme Martin : Claire dit que');
    undo(study.session);
    expect(readText(study.project, study.source('E1'))).toContain('Mme Martin : C’est de Marion, ma sœur');
    expect(listCodings(study.project).map(({ quote }) => quote)).toEqual(['ma sœur']);
    expect(checkProject(study.project)).toEqual([]);
  });

  it('refuses a list that contradicts itself, and a project that changed meanwhile', async () => {
    const study = aProject().withSource('E1', TEXT);
    await expect(planPseudonyms(study.session, entities({ Claire: ['Sophie'], Anne: ['sophie'] }), WATCH)).rejects.toMatchObject({
      code: 'pseudonym.conflicts',
    });
    await expect(planPseudonyms(study.session, entities({ 'Paul Sophie': ['Rennes'], Anne: ['Sophie'] }), WATCH)).rejects.toMatchObject({
      code: 'pseudonym.conflicts',
    });
    const plan = await planPseudonyms(study.session, entities({ Claire: ['Sophie'] }), WATCH);
    study.withCase('Pôle');
    const before = contentHash(study.project);
    expect(() => pseudonymise(study.session, plan)).toThrow(expect.objectContaining({ code: 'pseudonym.changedSince' }));
    expect(contentHash(study.project)).toBe(before);
  });
});

const DRAWN = {
  Cheffe: ['Directrice', 'président = Chef'],
  'Le lieu': ['salon', 'Pôle 1 = Ailleurs'],
  Beta: ['Gouvernance', 'é = Alpha'],
  'les grandes': ['Les petits suivent', 'décident = tranchent'],
  Oméga: ['charte', 'confiance = Kappa'],
  Zeta: ['x|y', 'oui = Sigma'],
};

it.each([1, 5])(
  'work drawn by chance (seed %d) stays sound: the log tells the replaced study, and all of it is taken back and brought back',
  PATIENCE,
  async (seed) => {
    const { project, session } = aFurnishedStudy();
    project.sqlite.pragma('synchronous = OFF');
    const worker = new Worker(project, chance(seed));
    for (let step = 0; step < 80; step += 1) worker.step();
    const quotes = listCodings(project).map(({ id, quote }) => [id, quote] as const);
    const finder = new NameFinder(formsOf(entities(DRAWN)));
    await replaceNames(session, DRAWN);
    expect(checkProject(project)).toEqual([]);
    const said = new Map(listCodings(project).map(({ id, quote }) => [id, quote]));
    // a passage that begins or ends inside a name says all of it: the others say what they said
    const others = quotes.filter(([id, quote]) => said.get(id) !== finder.replaced(quote));
    expect(others.length).toBeLessThanOrEqual(quotes.length / 2);
    expect(replayed(project)).toEqual(snapshot(project));
    // who codes blind takes back what they did themselves
    const author = (number: number | undefined): Session => ({ ...session, coderId: entryByNumber(project.sqlite, number ?? 0)?.coderId as CoderId });
    const steps: string[] = [contentHash(project)];
    for (let [next] = numbersToUndoTo(project.sqlite, 0); next !== undefined; [next] = numbersToUndoTo(project.sqlite, 0)) {
      undo(author(next));
      steps.push(contentHash(project));
    }
    for (const hash of steps.toReversed().slice(1)) {
      redo(author(numberToRedo(project.sqlite)));
      expect(contentHash(project)).toBe(hash);
    }
  },
);
