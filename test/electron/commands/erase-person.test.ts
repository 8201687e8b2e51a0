// A person taken out of a study for good: nothing of what they said or were called is left, and what others said stays as it was.
import { describe, expect, it } from 'vitest';
import { erasePerson, planErasure, previewErasure } from '../../../electron/commands/erase-person.ts';
import { applyAttributes } from '../../../electron/commands/corpus.ts';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { readText } from '../../../electron/queries/sources.ts';
import { numbersToUndoTo } from '../../../electron/storage/change-log.ts';
import { keepOriginal } from '../../../electron/storage/originals.ts';
import { stateHash } from '../../../electron/storage/state-hash.ts';
import type { ErasureScope } from '../../../shared/domain/erasure.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { WATCH, foundOnDisk } from '../../support/pseudonyms.ts';
import { chance } from '../../support/seeded.ts';
import { aFurnishedStudy } from '../../support/work/study-file.ts';
import { Worker } from '../../support/work/worker.ts';

const GROUP =
  'Enquêtrice : Qui commence ?\nSophie Durand : Mon mari a perdu son emploi en mars et nous avons vendu la maison.\nPaul : Moi, je suis arrivé plus tard. Sophie le sait.\n';
const ALONE = 'Enquêtrice : Et depuis ?\nSophie Durand : Depuis, nous vivons à Fougères chez ma tante Marguerite.\n';
const THEIRS = ['Durand', 'durand', 'Sophie', 'perdu son emploi', 'emploi en mars', 'Fougères', 'Marguerite'];

function aStudyWithSophie(): TestProject {
  const study = aProject().withSource('Groupe', GROUP).withSource('Sophie Durand', ALONE).withOwnGrid('Grille', { Perte: [], Arrivée: [] });
  study
    .codedBy('AB', 'Perte', 'vendu la maison')
    .codedBy('AB', 'Arrivée', 'je suis arrivé plus tard')
    .codedBy('CD', 'Perte', 'nous vivons à Fougères');
  applyAttributes(study.session, 'participant', [{ targetId: study.participant('Sophie Durand'), values: { Santé: 'suivie pour dépression' } }]);
  const on = (targetKind: 'project' | 'participant', targetId: string, text: string): unknown =>
    writeMemo(study.session, { memoId: null, targetKind, targetId, title: 'Sophie', text });
  on('participant', study.participant('Sophie Durand'), 'Elle a pleuré.');
  on('project', '', 'Elle dit : « mon mari a perdu son emploi en mars et nous… », à citer.');
  keepOriginal(study.project.sqlite, '0'.repeat(64), Buffer.from(GROUP));
  return study;
}

async function erase(study: TestProject, scope: ErasureScope): Promise<ReturnType<typeof erasePerson>> {
  const request = { participantId: study.participant('Sophie Durand') as ParticipantId, scope, label: 'Personne A', forms: ['Sophie'] };
  return erasePerson(study.session, await planErasure(study.session, request, 'Sophie Durand', WATCH), 2);
}

describe('erasing a person', () => {
  it('with all their sources: nothing of them is left in the file, its history or its unused pages', async () => {
    const study = aStudyWithSophie();
    const record = await erase(study, 'sources');
    expect(record.removed).toMatchObject({ sources: 2, codings: 3, attributeValues: 1, memos: 1, originals: 1, backups: 2 });
    expect(foundOnDisk([study.path, `${study.path}-wal`], [...THEIRS, 'dépression', 'pleuré', 'je suis arrivé'])).toEqual([]);
    expect(checkProject(study.project)).toEqual([]);
    const memo = study.project.sqlite.prepare<[], string>('SELECT title || text FROM memo').pluck().all();
    expect(memo).toEqual(['Personne AElle dit : « […]… », à citer.']);
    // what else was done can still be taken back
    const steps = numbersToUndoTo(study.project.sqlite, 0).length;
    for (let step = 0; step < steps && numbersToUndoTo(study.project.sqlite, 0).length > 0; step += 1) undo(study.session);
    expect(numbersToUndoTo(study.project.sqlite, 0)).toEqual([]);
    expect(foundOnDisk([study.path, `${study.path}-wal`], THEIRS)).toEqual([]);
  });

  it('with their words only: what others said stays, and so do the codings on it', async () => {
    const study = aStudyWithSophie();
    const record = await erase(study, 'turns');
    expect(record.removed).toMatchObject({ sources: 0, turns: 2, codings: 2 });
    expect(readText(study.project, study.source('Groupe'))).toBe(
      'Enquêtrice : Qui commence ?\nPersonne A : […]\nPaul : Moi, je suis arrivé plus tard. Personne A le sait.\n',
    );
    expect(listCodings(study.project).map(({ quote }) => quote)).toEqual(['je suis arrivé plus tard']);
    expect(foundOnDisk([study.path, `${study.path}-wal`], [...THEIRS, 'dépression', 'pleuré'])).toEqual([]);
    expect(checkProject(study.project)).toEqual([]);
    expect(record.stateHash).toBe(stateHash(study.project.sqlite));
  });

  it('asks for the name in full, tells beforehand what goes, and lets no certificate name the person', async () => {
    const study = aStudyWithSophie();
    const request = { participantId: study.participant('Sophie Durand') as ParticipantId, scope: 'sources' as const, label: 'Personne A', forms: [] };
    expect(previewErasure(study.session, request, 3)).toMatchObject({
      sources: [
        { name: 'Groupe', otherSpeakers: ['Paul'] },
        { name: 'Sophie Durand', otherSpeakers: [] },
      ],
      counts: { sources: 2, codings: 3, backups: 3 },
    });
    await expect(planErasure(study.session, request, 'Sophie', WATCH)).rejects.toMatchObject({ code: 'erasure.unconfirmed' });
    await expect(planErasure(study.session, { ...request, label: 'Mme sophie durand' }, 'Sophie Durand', WATCH)).rejects.toMatchObject({
      code: 'erasure.labelNames',
    });
  });
});

it.each([3, 8])('after work drawn by chance (seed %d) the study without somebody is sound', { timeout: 60_000 }, async (seed) => {
  const { project, session } = aFurnishedStudy();
  project.sqlite.pragma('synchronous = OFF');
  const worker = new Worker(project, chance(seed));
  for (let step = 0; step < 60; step += 1) worker.step();
  const people = project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM participant ORDER BY rowid').all();
  for (const [index, { id, name }] of people.slice(0, 2).entries()) {
    const request = {
      participantId: id as ParticipantId,
      scope: index === 0 ? ('turns' as const) : ('sources' as const),
      label: `Zz${index}`,
      forms: [],
    };
    erasePerson(session, await planErasure(session, request, name, WATCH), 0);
    expect(checkProject(project)).toEqual([]);
  }
});
