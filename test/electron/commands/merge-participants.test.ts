// Two participants become one: who said what, what is known of them, what was written about them.
import { expect, it } from 'vitest';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { mergeParticipants } from '../../../electron/commands/merge-participants.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { listMemos } from '../../../electron/queries/memos.ts';
import { commandText } from '../../../shared/i18n/commands.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

const person = ({ project }: Study, name: string): ParticipantId => project.participant(name) as ParticipantId;

function known(study: Study, name: string): Record<string, string> {
  const { attributes, values } = readCorpusFrame(study.project.project);
  return Object.fromEntries(
    values
      .filter(({ targetId }) => targetId === person(study, name))
      .map(({ attributeId, value }) => [attributes.find(({ id }) => id === attributeId)?.name, value]),
  );
}

it('speakers, memos and syntheses of the one go over to the other, who keeps name and case', () => {
  const study = aStudy();
  const { project } = study;
  const [from, into] = [person(study, 'Directrice'), person(study, 'Président')];
  writeSynthesis(project.session, {
    entityKeys: [`participant:${into}`, `source:${project.source('E01')}`],
    text: 'Avec d’autres.',
    status: 'ready',
  });
  const before = project.snapshot();
  mergeParticipants(project.session, { from, into });

  const { participants } = readCorpusFrame(project.project);
  expect(participants.map(({ name }) => name)).not.toContain('Directrice');
  expect(participants.find(({ id }) => id === into)).toMatchObject({
    name: 'Président',
    caseId: project.case('Pôle 2'),
    sourceIds: [project.source('E01'), project.source('E02')],
  });
  expect(listMemos(project.project, 'participant', into)).toHaveLength(1);
  const cells = project.snapshot()['cell'] as { key: string; synthesis: string }[];
  expect(cells.filter(({ key }) => key.includes(into)).map(({ synthesis }) => synthesis)).toEqual(['Avec d’autres.\nSeule.']);
  expect(JSON.stringify(project.snapshot())).not.toContain(from);
  expect(checkProject(project.project)).toEqual([]);

  undo(project.session);
  expect(project.snapshot()).toEqual(before);
});

it('an attribute goes over where the other has none; where both have one, the other’s stands', () => {
  const study = aStudy();
  study.project.withAttribute('participant', 'Président', 'Fonction', 'direction').withAttribute('participant', 'Directrice', 'Âge', '52');
  mergeParticipants(study.project.session, { from: person(study, 'Directrice'), into: person(study, 'Président') });
  expect(known(study, 'Président')).toEqual({ Fonction: 'direction', Âge: '52' });
});

it('a person without a case gets the other’s', () => {
  const study = aStudy();
  const asks = person(study, 'Enquêtrice');
  mergeParticipants(study.project.session, { from: person(study, 'Directrice'), into: asks });
  expect(readCorpusFrame(study.project.project).participants.find(({ id }) => id === asks)).toMatchObject({
    caseId: study.project.case('Pôle 1'),
    isInterviewer: true,
  });
});

it('nobody is merged into themselves, nor into a stranger', () => {
  const study = aStudy();
  const one = person(study, 'Directrice');
  expect(() => mergeParticipants(study.project.session, { from: one, into: one })).toThrow('input.invalid');
  expect(() => mergeParticipants(study.project.session, { from: one, into: '00000000-0000-4000-8000-000000000000' as ParticipantId })).toThrow(
    'participant.unknown',
  );
});

it('the history says who was merged into whom', () => {
  expect(commandText.en['participant.merge']({ name: 'Dir.', into: 'Directrice' })).toBe('merge of “Dir.” into “Directrice”');
});
