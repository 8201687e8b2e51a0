// Undo and redo over the whole history: their order, what they survive, and when they say no.
import { describe, expect, it } from 'vitest';
import { createCategory, removeCategory } from '../../../electron/commands/codebook.ts';
import { applyCategories } from '../../../electron/commands/codings.ts';
import { createCase, createCoder, renameCase } from '../../../electron/commands/corpus.ts';
import { newId, runCommand } from '../../../electron/commands/run-command.ts';
import { redo, redoSeveral, takeBackAct, undo, undoSeveral } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listCoders } from '../../../electron/queries/corpus.ts';
import { readSteps } from '../../../electron/queries/history.ts';
import { readHistory, readStatus } from '../../../electron/queries/project.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const caseNames = (project: TestProject): unknown[] => project.project.sqlite.prepare('SELECT name FROM study_case ORDER BY position').pluck().all();

function threeCases(): TestProject {
  return aProject().withCase('A').withCase('B').withCase('C');
}

it('takes back one command after the other, and brings them back in their order', () => {
  const project = threeCases();
  for (const left of [['A', 'B'], ['A'], []]) {
    undo(project.session);
    expect(caseNames(project)).toEqual(left);
  }
  expect(() => undo(project.session)).toThrow('undo.nothing');
  for (const left of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
    redo(project.session);
    expect(caseNames(project)).toEqual(left);
  }
  expect(() => redo(project.session)).toThrow('redo.nothing');
});

it('goes to and fro as often as one likes, also across restarts', () => {
  const project = threeCases();
  for (let turn = 0; turn < 4; turn += 1) {
    undo(project.session);
    undo(project.reopen().session);
    expect(caseNames(project)).toEqual(['A']);
    redo(project.reopen().session);
    redo(project.session);
    expect(caseNames(project)).toEqual(['A', 'B', 'C']);
  }
  expect(project.log()).toHaveLength(4 + 16);
});

it('a new command after an undo leaves nothing to bring back; undo then takes back the new one, then the older ones', () => {
  const project = threeCases();
  undo(project.session);
  createCase(project.session, { name: 'D' });
  expect(() => redo(project.session)).toThrow('redo.nothing');
  expect(caseNames(project)).toEqual(['A', 'B', 'D']);
  undo(project.session);
  undo(project.session);
  expect(caseNames(project)).toEqual(['A']);
});

it('says what it would take back and bring back, and marks what was undone', () => {
  const project = threeCases();
  undo(project.session);
  const status = readStatus(project.project);
  expect([status.undo, status.redo]).toEqual([
    { command: 'case.create', subject: { name: 'B' } },
    { command: 'case.create', subject: { name: 'C' } },
  ]);
  const history = readHistory(project.project, 10).map(({ number, kind, isUndone }) => [number, kind, isUndone]);
  expect(history).toEqual([
    [5, 'undo', false],
    [4, 'do', true],
    [3, 'do', false],
    [2, 'do', false],
    [1, 'do', false],
  ]);
});

it('names who took back and who had acted', () => {
  const project = aProject();
  createCase(project.as('AB'), { name: 'A' });
  undo(project.as('CD'));
  // coder.create AB, case.create, coder.create CD: what CD takes back is their own making
  expect(
    project
      .log()
      .map(({ command, kind, coder_name }) => [command, kind, coder_name])
      .slice(2),
  ).toEqual([
    ['case.create', 'do', 'AB'],
    ['coder.create', 'do', 'Anne Berger'],
    ['coder.create', 'undo', 'CD'],
  ]);
});

it('takes several commands back, or none', () => {
  const project = threeCases();
  const before = [project.snapshot(), project.log()];
  expect(() => undoSeveral(project.session, 4)).toThrow('undo.nothing');
  expect([project.snapshot(), project.log()]).toEqual(before);
  expect(undoSeveral(project.session, 2).map(({ subject }) => subject.name)).toEqual(['C', 'B']);
  expect(() => redoSeveral(project.session, 3)).toThrow('redo.nothing');
  expect(caseNames(project)).toEqual(['A']);
  expect(redoSeveral(project.session, 2).map(({ subject }) => subject.name)).toEqual(['B', 'C']);
});

it('refuses where a row has changed since, and changes nothing', () => {
  const project = threeCases();
  renameCase(project.session, { caseId: project.case('A'), name: 'AA' });
  // as a merged copy or another program would
  project.project.sqlite.prepare(`UPDATE study_case SET name = 'Autre' WHERE name = 'AA'`).run();
  const before = [project.snapshot(), project.log()];
  expect(() => undo(project.session)).toThrow('undo.conflict');
  expect([project.snapshot(), project.log()]).toEqual(before);
});

it('refuses where a row that it would remove is gone, or one that it would bring back is there', () => {
  const project = threeCases();
  project.project.sqlite.prepare(`DELETE FROM study_case WHERE name = 'C'`).run();
  expect(() => undo(project.session)).toThrow('undo.conflict');

  const other = threeCases();
  undo(other.session);
  other.project.sqlite.prepare(`INSERT INTO study_case (id, name, position) VALUES ('x', 'C', 9)`).run();
  const before = [other.snapshot(), other.log()];
  expect(() => redo(other.session)).toThrow('undo.conflict');
  expect(() => redoSeveral(other.session, 1)).toThrow('undo.conflict');
  expect([other.snapshot(), other.log()]).toEqual(before);
});

it('refuses where something made since hangs on what would go', () => {
  const project = aProject().withSource('E01', 'Directrice : Oui, ensemble.\n').withOwnGrid('Outils', {});
  const categoryId = createCategory(project.session, { gridId: project.grid('outils'), parentId: null, name: 'salon', origin: 'emergent' });
  applyCategories(project.session, { ...project.range('ensemble'), categoryIds: [categoryId] });
  // the coding's entry came from a copy that this one does not know
  project.project.sqlite.prepare(`DELETE FROM change_log WHERE command = 'coding.apply'`).run();
  const before = project.snapshot();
  expect(() => undo(project.session)).toThrow('undo.conflict');
  expect(() => undoSeveral(project.session, 1)).toThrow('undo.conflict');
  expect(project.snapshot()).toEqual(before);
  removeCategory(project.session, { categoryId, withCodings: true });
});

it('keeps what SQLite cannot store apart from what it can: half a character does not stop an undo', () => {
  const project = aProject();
  const before = project.snapshot();
  createCase(project.session, { name: 'Pôle \ud83d' });
  undo(project.session);
  expect(project.snapshot()).toEqual(before);
});

it('a newcomer is written with the first change they make, and goes with it', () => {
  const project = aProject();
  const newcomer = { project: project.project, coderId: '00000000-0000-4000-8000-00000000c0de' as never, newcomer: 'Nouvelle Venue' };
  createCase(newcomer, { name: 'A' });
  createCase(newcomer, { name: 'B' });
  expect(listCoders(project.project).map(({ name, initials }) => [name, initials])).toEqual([
    ['Anne Berger', 'AB'],
    ['Nouvelle Venue', 'NV'],
  ]);
  expect(
    project
      .log()
      .map(({ command, coder_name }) => [command, coder_name])
      .slice(1),
  ).toEqual([
    ['case.create', 'Nouvelle Venue'],
    ['case.create', 'Nouvelle Venue'],
  ]);
  undo(project.session);
  expect(listCoders(project.project)).toHaveLength(2);
  undo(project.session);
  expect(listCoders(project.project)).toHaveLength(1);
});

it('a newcomer whose making was taken back brings themselves back', () => {
  const project = aProject();
  createCoder(project.session, { name: 'Éric Faye' });
  undo(project.session);
  const newcomer = { ...project.session, coderId: newId<CoderId>(), newcomer: 'Éric Faye' };
  redo(newcomer);
  expect(listCoders(project.project).map(({ name }) => name)).toEqual(['Anne Berger', 'Éric Faye']);
  expect(project.log().at(-1)).toMatchObject({ kind: 'redo', coder_id: project.coder('Éric Faye'), coder_name: 'Éric Faye' });
  expect(checkProject(project.project)).toEqual([]);
});

it('what was given up half-way is not brought back, what others did meanwhile is', () => {
  const project = threeCases();
  const act = newId<string>();
  const create = (name: string) =>
    runCommand(project.session, { name: 'case.create', input: {}, subject: { name }, act }, ({ writer }) =>
      writer.insert('study_case', { id: newId(), name, position: 9 }),
    );
  create('moitié');
  createCase(project.session, { name: 'D' });
  create('autre moitié');
  takeBackAct(project.session, act);
  expect(caseNames(project)).toEqual(['A', 'B', 'C', 'D']);
  expect(readStatus(project.project).redo).toBeNull();
  expect(() => redo(project.session)).toThrow('redo.nothing');
  expect(undo(project.session).subject.name).toBe('D');
  expect(redo(project.session).subject.name).toBe('D');
  expect(() => redo(project.session)).toThrow('redo.nothing');
  const [half] = readHistory(project.project, 20).filter(({ kind, subject }) => kind === 'do' && subject.name === 'autre moitié');
  expect(readSteps(project.project, 'redo', half?.number ?? 0).entries).toEqual([]);
});

it('coders of one millisecond keep the order in which they joined', () => {
  const project = aProject();
  for (const name of ['Zoé', 'Yves', 'Xavier', 'Anne']) createCoder(project.session, { name });
  project.project.sqlite.prepare(`UPDATE coder SET created_at = '2019-01-01T00:00:00.000Z'`).run();
  expect(listCoders(project.project).map(({ name }) => name)).toEqual(['Anne Berger', 'Zoé', 'Yves', 'Xavier', 'Anne']);
});

describe('an act that was written in several entries', () => {
  const act = '00000000-0000-4000-8000-000000000001';
  const threeAtOnce = (project: TestProject): void => {
    for (const name of ['B', 'C', 'D'])
      runCommand(project.session, { name: 'case.create', input: {}, subject: { name }, act }, ({ writer }) =>
        writer.insert('study_case', { id: newId(), name, position: name.charCodeAt(0) }),
      );
  };

  it('is taken back and brought back as one', () => {
    const project = aProject().withCase('A');
    threeAtOnce(project);
    undo(project.session);
    expect(caseNames(project)).toEqual(['A']);
    redo(project.reopen().session);
    expect(caseNames(project)).toEqual(['A', 'B', 'C', 'D']);
    expect(undoSeveral(project.session, 2).map(({ subject }) => subject.name)).toEqual(['D', 'A']);
    expect(caseNames(project)).toEqual([]);
    redoSeveral(project.session, 2);
    expect(caseNames(project)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('is one line of the history', () => {
    const project = aProject().withCase('A');
    threeAtOnce(project);
    undo(project.session);
    expect(readHistory(project.project, 10).map(({ command, kind, subject, isUndone }) => [command, kind, subject.name, isUndone])).toEqual([
      ['case.create', 'undo', 'B', false],
      ['case.create', 'do', 'D', true],
      ['case.create', 'do', 'A', false],
      ['project.create', 'do', 'Deux pôles', false],
    ]);
  });

  it('with something else done in between is taken back down to there, the rest afterwards', () => {
    const project = aProject();
    const create = (name: string, more: { act?: string } = {}): void =>
      runCommand(project.session, { name: 'case.create', input: {}, subject: { name }, ...more }, ({ writer }) =>
        writer.insert('study_case', { id: newId(), name, position: name.charCodeAt(0) }),
      );
    create('A', { act });
    create('B');
    create('C', { act });
    undo(project.session);
    expect(caseNames(project)).toEqual(['A', 'B']);
    undoSeveral(project.session, 2);
    expect(caseNames(project)).toEqual([]);
  });
});
