// Groups of cases, parts of sources and whom labels stand for: what is refused, what grows together, what goes along.
import { describe, expect, it } from 'vitest';
import { createCaseGroup, removeCaseGroup, renameCaseGroup, setCaseGroups } from '../../../electron/commands/case-groups.ts';
import { assignPart, removePart } from '../../../electron/commands/case-parts.ts';
import { updateParticipant } from '../../../electron/commands/corpus.ts';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { updateSource } from '../../../electron/commands/sources.ts';
import { linkSpeaker, linkSpeakers } from '../../../electron/commands/speakers.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listParts, listSpeakers, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import type { CaseId, CasePartId, ParticipantId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000' as never;

describe('a group of cases', () => {
  const project = aProject().withCase('Pôle 1').withCase('Pôle 2');
  const [one, two] = [project.case('Pôle 1'), project.case('Pôle 2')];
  const groups = (): [string, readonly CaseId[]][] => readCorpusFrame(project.project).groups.map(({ name, caseIds }) => [name, caseIds]);
  const old = createCaseGroup(project.session, { name: 'Anciens', caseIds: [two, one] });

  it('has its cases in their order, and a case may be in several', () => {
    const rural = createCaseGroup(project.session, { name: 'Ruraux', caseIds: [] });
    setCaseGroups(project.session, { caseId: two, groupIds: [old, rural] });
    expect(groups()).toEqual([
      ['Anciens', [one, two]],
      ['Ruraux', [two]],
    ]);
    setCaseGroups(project.session, { caseId: two, groupIds: [rural] });
    expect(groups()).toEqual([
      ['Anciens', [one]],
      ['Ruraux', [two]],
    ]);
  });

  it('that is not there, or of a case that is not there, is refused, and so is a name that is taken', () => {
    const before = project.snapshot();
    expect(() => createCaseGroup(project.session, { name: 'Anciens', caseIds: [] })).toThrow('caseGroup.nameTaken');
    expect(() => createCaseGroup(project.session, { name: 'Urbains', caseIds: [NOBODY] })).toThrow('case.unknown');
    expect(() => renameCaseGroup(project.session, { groupId: old, name: 'Ruraux' })).toThrow('caseGroup.nameTaken');
    expect(() => renameCaseGroup(project.session, { groupId: NOBODY, name: 'Urbains' })).toThrow('caseGroup.unknown');
    expect(() => removeCaseGroup(project.session, { groupId: NOBODY })).toThrow('caseGroup.unknown');
    expect(() => setCaseGroups(project.session, { caseId: NOBODY, groupIds: [] })).toThrow('case.unknown');
    expect(() => setCaseGroups(project.session, { caseId: one, groupIds: [NOBODY] })).toThrow('caseGroup.unknown');
    expect(() => writeSynthesis(project.session, { entityKeys: [`caseGroup:${String(NOBODY)}`], text: 'x', status: 'ready' })).toThrow(
      'matrix.cellUnknown',
    );
    expect(project.snapshot()).toEqual(before);
  });
});

describe('a part of a source', () => {
  const lines = Array.from({ length: 8 }, (_, at) => `Personne ${at % 2} : Phrase ${at}.\n`);
  const visit = (): TestProject => aProject().withCase('Pôle 1').withCase('Pôle 2').withSource('V01', lines.join('')).withSource('V02', 'Autre.\n');
  const turn = (project: TestProject, at: number): TurnId => project.range(`Phrase ${at}.`).start.turnId;
  const assign = (project: TestProject, first: number, last: number, name = 'Pôle 1'): CasePartId =>
    assignPart(project.session, { firstTurnId: turn(project, first), lastTurnId: turn(project, last), caseId: project.case(name) });
  const parts = (project: TestProject): string[] => {
    const names = new Map(readCorpusFrame(project.project).cases.map(({ id, name }) => [id, name]));
    return listParts(project.project).map(({ caseId, first, last }) => `${names.get(caseId)} ${first}–${last}`);
  };

  it('is the same whichever end is named first', () => {
    const project = visit();
    assign(project, 5, 2);
    expect(listParts(project.project)).toMatchObject([{ first: 2, last: 5, firstNumber: 3, lastNumber: 6 }]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('swallows the parts of its case that it overlaps, and leaves the neighbours and those of other cases', () => {
    const project = visit();
    const kept = assign(project, 0, 1);
    assign(project, 3, 4);
    assign(project, 6, 6);
    assign(project, 1, 3, 'Pôle 2');
    expect(assign(project, 1, 3)).toBe(kept);
    expect(parts(project)).toEqual(['Pôle 1 0–4', 'Pôle 2 1–3', 'Pôle 1 6–6']);
    expect(assign(project, 1, 2)).toBe(kept);
    expect(parts(project)).toHaveLength(3);
    assign(project, 5, 5);
    expect(parts(project)).toEqual(['Pôle 1 0–4', 'Pôle 2 1–3', 'Pôle 1 5–5', 'Pôle 1 6–6']);
  });

  it('between two sources, or of what is not there, is refused', () => {
    const project = visit();
    const [here, there, caseId] = [turn(project, 1), project.range('Autre').start.turnId, project.case('Pôle 1')];
    const before = project.snapshot();
    expect(() => assignPart(project.session, { firstTurnId: here, lastTurnId: there, caseId })).toThrow('casePart.twoSources');
    expect(() => assignPart(project.session, { firstTurnId: here, lastTurnId: NOBODY, caseId })).toThrow('turn.unknown');
    expect(() => assignPart(project.session, { firstTurnId: here, lastTurnId: here, caseId: NOBODY })).toThrow('case.unknown');
    expect(() => removePart(project.session, { partId: NOBODY })).toThrow('casePart.unknown');
    expect(project.snapshot()).toEqual(before);
  });
});

describe('a label', () => {
  const interviews = (): TestProject =>
    aProject()
      .withCase('Pôle 1')
      .withSource('E01', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nElle : Non.\n', { case: 'Pôle 1' })
      .withSource('E02', 'Enquêtrice : Et vous ?\nDirectrice : Moi aussi.\n', { case: 'Pôle 1' })
      .withAttribute('participant', 'Elle', 'Fonction', 'élue')
      .withAttribute('participant', 'Directrice', 'Fonction', 'direction');
  const speaker = (project: TestProject, source: string, label: string): SpeakerId =>
    listSpeakers(project.project).find((each) => each.sourceId === project.source(source) && each.label === label)?.id ?? NOBODY;
  const people = (project: TestProject): string[] =>
    readCorpusFrame(project.project).participants.map(
      ({ name, caseId, isInterviewer, sourceIds }) => `${name} ${sourceIds.length}${caseId ? ' pôle' : ''}${isInterviewer ? ' enquête' : ''}`,
    );
  const link = (project: TestProject, speakerId: SpeakerId, person: string | null): ParticipantId =>
    linkSpeaker(project.session, { speakerId, participantId: person === null ? null : (project.participant(person) as ParticipantId) });

  it('that is somebody known takes their place; who speaks nowhere any more goes with their values and what was written of them', () => {
    const project = interviews();
    const gone = project.participant('Elle');
    writeSynthesis(project.session, { entityKeys: [`participant:${gone}`, `source:${project.source('E01')}`], text: 'x', status: 'ready' });
    expect(link(project, speaker(project, 'E01', 'Elle'), 'Directrice')).toBe(project.participant('Directrice'));
    expect(people(project)).toEqual(['Directrice 2 pôle', 'Enquêtrice 2 enquête']);
    expect(readCorpusFrame(project.project).values.map(({ value }) => value)).toEqual(['direction']);
    expect(project.snapshot().cell).toEqual([]);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('that is somebody new gets a person in the source’s case; the other one stays with their values', () => {
    const project = interviews();
    const made = link(project, speaker(project, 'E02', 'Directrice'), null);
    expect(people(project)).toEqual(['Directrice 1 pôle', 'Directrice 1 pôle', 'Elle 1 pôle', 'Enquêtrice 2 enquête']);
    expect(
      readCorpusFrame(project.project)
        .values.map(({ value }) => value)
        .sort(),
    ).toEqual(['direction', 'élue']);
    expect(readCorpusFrame(project.project).values.some(({ targetId }) => targetId === made)).toBe(false);
  });

  it('of a source of two cases, or of none, makes a person without one; a new one who asks asks', () => {
    const project = interviews().withCase('Pôle 2');
    updateSource(project.session, { sourceId: project.source('E02'), caseIds: [project.case('Pôle 1'), project.case('Pôle 2')] });
    link(project, speaker(project, 'E02', 'Directrice'), null);
    link(project, speaker(project, 'E02', 'Enquêtrice'), null);
    expect(people(project)).toEqual(['Directrice 1 pôle', 'Directrice 1', 'Elle 1 pôle', 'Enquêtrice 1 enquête', 'Enquêtrice 1 enquête']);
  });

  it('of somebody who has it alone is that person already; under another name it is somebody new', () => {
    const project = interviews();
    const before = project.snapshot();
    const her = project.participant('Elle') as ParticipantId;
    expect(link(project, speaker(project, 'E01', 'Elle'), null)).toBe(her);
    expect(project.snapshot()).toEqual(before);
    updateParticipant(project.session, { participantId: her, name: 'Anne Roux' });
    expect(link(project, speaker(project, 'E01', 'Elle'), null)).not.toBe(her);
    expect(people(project)).toEqual(['Directrice 2 pôle', 'Elle 1 pôle', 'Enquêtrice 2 enquête']);
  });

  it('and several others turn out to be one person, taken back as one act; one that is not there leaves all of them as they were', () => {
    const project = interviews();
    const before = project.snapshot();
    const her = project.participant('Elle') as ParticipantId;
    const [first, second] = [speaker(project, 'E01', 'Directrice'), speaker(project, 'E02', 'Directrice')];
    expect(() => linkSpeakers(project.session, { speakerId: first, others: [NOBODY], participantId: her })).toThrow('speaker.unknown');
    expect(project.snapshot()).toEqual(before);
    expect(linkSpeakers(project.session, { speakerId: first, others: [second], participantId: her })).toBe(her);
    expect(people(project)).toEqual(['Elle 2 pôle', 'Enquêtrice 2 enquête']);
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
  });

  it('that is not there, or stands for nobody known, is refused', () => {
    const project = interviews();
    expect(() => link(project, NOBODY, 'Elle')).toThrow('speaker.unknown');
    expect(() => linkSpeaker(project.session, { speakerId: speaker(project, 'E01', 'Elle'), participantId: NOBODY })).toThrow('participant.unknown');
  });
});
