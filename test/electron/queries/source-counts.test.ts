// What is counted once and then only where something changed equals what counting everything gives, whatever is done in between.
import { expect, it } from 'vitest';
import { removeOneCoding } from '../../../electron/commands/codings.ts';
import { createCase, updateParticipant } from '../../../electron/commands/corpus.ts';
import { runTogether, runTogetherSlowly } from '../../../electron/commands/run-command.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { listSources } from '../../../electron/queries/corpus.ts';
import { totalCounts } from '../../../electron/queries/source-counts.ts';
import { closeProject, openProject } from '../../../electron/storage/open-project.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { aStudy } from '../../support/study.ts';
import type { TestProject } from '../../support/project.ts';

/** Counted by a program that knows nothing yet. */
function countedAfresh(project: TestProject): unknown {
  const other = openProject(project.path);
  const numbers = [totalCounts(other), listSources(other)];
  closeProject(other);
  return numbers;
}

const counted = (project: TestProject): unknown => [totalCounts(project.project), listSources(project.project)];

it('follows codings, corrections, imports, removals, interviewers, undo and redo', () => {
  const { project, alone, coding } = aStudy();
  const { start } = project.range('Les petits');
  const acts: (() => unknown)[] = [
    () => removeOneCoding(project.session, { codingId: coding(alone, 'AB') }),
    () => undo(project.session),
    () => project.codedBy('CD', 'Gouvernance', 'La charte a été signée par tous.'),
    () => editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'Les petits suivent'.length, inserted: '' }] }),
    () => undo(project.session),
    () => redo(project.session),
    () => project.withSource('E04', 'Enquêtrice : Et vous ?\nMaire : Moi aussi.\n'),
    () => project.codedBy('AB', 'Gouvernance', 'Moi aussi'),
    () => updateParticipant(project.session, { participantId: project.participant('Directrice') as ParticipantId, isInterviewer: true }),
    () => undo(project.session),
    () => removeSource(project.session, project.source('E02')),
    () => undo(project.session),
    () => createCase(project.session, { name: 'Pôle 3' }),
  ];
  expect(counted(project)).toEqual(countedAfresh(project));
  for (const act of acts) {
    act();
    expect(counted(project)).toEqual(countedAfresh(project));
  }
});

it('forgets what it counted in a transaction that was rolled back', () => {
  const { project } = aStudy();
  const before = counted(project);
  expect(() =>
    runTogether(project.session, () => {
      project.codedBy('AB', 'Gouvernance', 'La charte');
      counted(project);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(counted(project)).toEqual(before);
});

it('forgets it also where the commands came one by one over a while', async () => {
  const { project } = aStudy();
  const before = counted(project);
  await expect(
    runTogetherSlowly(project.session, async () => {
      project.codedBy('AB', 'Gouvernance', 'La charte');
      counted(project);
      await Promise.resolve();
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(counted(project)).toEqual(before);
});

it('sees what another program wrote', () => {
  const { project } = aStudy();
  counted(project);
  const other = openProject(project.path);
  removeSource({ project: other, coderId: project.coder('AB') }, project.source('E02'));
  closeProject(other);
  expect(counted(project)).toEqual(countedAfresh(project));
  expect(listSources(project.project)).toHaveLength(2);
});
