// Every command that the log knows: done, undone, redone, and undone again after the program was closed. A command without a
// line in all-cases.ts fails the last test.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as codebook from '../../../electron/commands/codebook.ts';
import * as codings from '../../../electron/commands/codings.ts';
import * as corpus from '../../../electron/commands/corpus.ts';
import * as cells from '../../../electron/commands/cells.ts';
import * as matrices from '../../../electron/commands/matrices.ts';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { redo, undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { NOT_UNDONE } from '../../../shared/domain/history.ts';
import { commandText } from '../../../shared/i18n/commands.ts';
import { aProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';
import { ALL_CASES } from './all-cases.ts';
import { crossing } from './command-cases.ts';

const CORE = resolve(import.meta.dirname, '../../../electron');

function filesOf(folder: string): string[] {
  const files = readdirSync(join(CORE, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => join(CORE, folder, file));
}

const callsHere = (file: string): boolean => file.startsWith(join(CORE, 'commands'));

/** Of headers, where commands are run. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/name: '([a-z][a-zA-Z]*\.[a-zA-Z]+)'/gu)].map(([, name]) => name ?? '');
}

describe('every command', () => {
  it.each(ALL_CASES)('$command: $sentence', ({ command, act, given }) => {
    const study = aStudy();
    given?.(study);
    const { project } = study;
    const before = project.snapshot();
    const entries = project.log().length;

    act(study);
    const after = project.snapshot();
    expect(after).not.toEqual(before);
    expect(
      project
        .log()
        .slice(entries)
        .map(({ command: name, kind }) => [name, kind]),
    ).toEqual([[command, 'do']]);
    expect(checkProject(project.project)).toEqual([]);

    undo(project.session);
    expect(project.snapshot()).toEqual(before);
    redo(project.session);
    expect(project.snapshot()).toEqual(after);
    expect(
      project
        .log()
        .slice(entries)
        .map(({ command: name, kind }) => [name, kind]),
    ).toEqual([
      [command, 'do'],
      [command, 'undo'],
      [command, 'redo'],
    ]);

    project.reopen();
    undo(project.session);
    expect(project.snapshot()).toEqual(before);
    project.reopen();
    redo(project.session);
    expect(project.snapshot()).toEqual(after);
    expect(checkProject(project.project)).toEqual([]);
  });

  it('changes nothing and leaves no entry when things are so already', () => {
    const study = aStudy();
    const { project: p } = study;
    const [before, entries] = [p.snapshot(), p.log().length];
    codings.applyCategories(p.as('AB'), { ...p.range('Tout le monde décide'), categoryIds: [p.category('Gouvernance')] });
    codings.updateCoding(p.session, { codingId: study.coding(study.alone, 'AB'), stance: 'contrasts', weight: 2 });
    codings.resizePassage(p.as('AB'), { passageId: study.alone, ...p.range('Les petits suivent') });
    corpus.renameCase(p.session, { caseId: p.case('Pôle 1'), name: 'Pôle 1' });
    corpus.createAttribute(p.session, { scope: 'case', name: 'Création' });
    codebook.moveCategory(p.session, { categoryId: p.category('Régulation'), parentId: null, position: 99 });
    matrices.saveMatrix(p.session, { matrixId: study.matrix, name: 'Dimensions × outils', definition: study.definition });
    cells.writeSynthesis(p.session, { entityKeys: crossing(study), text: 'Chacun a sa voix.', status: 'ready' });
    writeMemo(p.session, { memoId: study.memo, targetKind: 'coding', targetId: '', title: 'coding', text: 'à revoir' });
    expect(p.snapshot()).toEqual(before);
    expect(p.log()).toHaveLength(entries);
  });

  it('the making of a project is its first entry, and stays', () => {
    const project = aProject();
    expect(project.log().map(({ command, kind, number }) => [command, kind, number])).toEqual([['project.create', 'do', 1]]);
    expect(() => undo(project.session)).toThrow('undo.nothing');
  });

  it('is told here, and in words in both languages', () => {
    const names = [...new Set(filesOf('commands').flatMap((file) => namesIn(readFileSync(file, 'utf8'))))].sort();
    expect(names).toEqual(Object.keys(commandText.fr).sort());
    expect([...new Set(ALL_CASES.map(({ command }) => command)), ...NOT_UNDONE].sort()).toEqual(names);
  });

  it('has its name written where it is run: the program logs no other one', () => {
    // those three do again, or take back, what was logged before
    const calls = filesOf('').filter((file) => !/(?:run-command|undo|team\/settle)\.ts$/u.test(file));
    for (const file of calls) {
      const text = readFileSync(file, 'utf8');
      expect([file, text.match(/\b(?:runCommand|runLogged)(?:<[^>]*>)?\(/gu)?.length ?? 0]).toEqual([
        file,
        callsHere(file) ? namesIn(text).length : 0,
      ]);
    }
  });
});
