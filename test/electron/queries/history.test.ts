// The history as it is asked for: against a naive filter, in pages, after undo, redo and a restart; and the way back in it.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { updateCategory } from '../../../electron/commands/codebook.ts';
import { createCase } from '../../../electron/commands/corpus.ts';
import { redo, redoTo, undo, undoTo } from '../../../electron/commands/undo.ts';
import { readHistoryPage, passagesSince, readSteps } from '../../../electron/queries/history.ts';
import type { HistoryQuery } from '../../../electron/queries/history.ts';
import { HISTORY_KIND_NAMES, kindOfCommand } from '../../../shared/domain/history.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { HistoryEntry } from '../../../shared/domain/project.ts';
import { commandText } from '../../../shared/i18n/commands.ts';
import { commandWords } from '../../../shared/i18n/command-words.ts';
import { snapshot } from '../../support/content.ts';
import { logOf } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

/** All pages of it, `limit` entries at a time. */
function allPages(
  project: TestProject,
  query: Omit<HistoryQuery, 'limit' | 'before'>,
  limit: number,
  isSaid?: Parameters<typeof readHistoryPage>[2],
): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let before: number | undefined;
  for (;;) {
    const page = readHistoryPage(project.project, { ...query, limit, ...(before === undefined ? {} : { before }) }, isSaid);
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    entries.push(...page.entries);
    if (page.before === null) return entries;
    expect(before === undefined || page.before < before).toBe(true);
    before = page.before;
  }
}

interface Row {
  number: number;
  id: string;
  kind: string;
  target_id: string | null;
  command: string;
  coder_id: string;
  at: string;
  input: string;
  diffs: string;
  act: string | null;
}

/** The same, read with no index, no page and no budget. */
function naive(project: TestProject, wanted: (row: Row, rows: readonly Row[]) => boolean): number[] {
  const rows = logOf(project.project) as unknown as Row[];
  const lines = rows.filter(
    (row) => row.act === null || !rows.some((other) => other.act === row.act && other.kind === row.kind && other.number > row.number),
  );
  return lines
    .filter((line) => {
      const ofLine = line.act === null ? [line] : rows.filter((row) => row.act === line.act && row.kind === line.kind);
      return ofLine.some((row) => wanted(row, rows));
    })
    .map(({ number }) => number)
    .reverse();
}

const numbers = (entries: readonly HistoryEntry[]): number[] => entries.map(({ number }) => number);
const names = (id: string) => (row: Row, rows: readonly Row[]) =>
  [row, ...rows.filter((other) => other.id === row.target_id)].some(
    (each, index) => each.input.includes(id) || (index === 0 && each.diffs.includes(id)),
  );

/** A study in which some things were taken back and some of these brought back. */
function aLivedStudy(): TestProject {
  const { project } = aStudy();
  updateCategory(project.as('CD'), { categoryId: project.category('Gouvernance'), definition: 'Qui décide, et comment.' });
  createCase(project.session, { name: 'Pôle 3' });
  undo(project.session);
  undo(project.session);
  redo(project.session);
  return project;
}

describe('a filter', () => {
  test('by coder gives what that coder did', () => {
    const project = aLivedStudy();
    for (const name of ['AB', 'CD']) {
      const coderId = project.coder(name);
      expect(numbers(allPages(project, { coderId }, 3))).toEqual(naive(project, (row) => row.coder_id === coderId));
    }
  });

  test('by kind of object gives the commands of that kind, and the kinds together give everything', () => {
    const project = aLivedStudy();
    const byKind = HISTORY_KIND_NAMES.map((kind) => numbers(allPages(project, { kind }, 4)));
    HISTORY_KIND_NAMES.forEach((kind, index) => expect(byKind[index]).toEqual(naive(project, (row) => kindOfCommand(row.command) === kind)));
    expect(byKind.flat().sort((a, b) => b - a)).toEqual(numbers(allPages(project, {}, 100)));
  });

  test('by object gives every entry that names it, also where only what was asked for does', () => {
    const project = aLivedStudy();
    const ids = [
      project.category('Gouvernance'),
      project.source('E01'),
      project.case('Pôle 1'),
      project.grid('outils'),
      project.participant('Directrice'),
      randomUUID(),
    ];
    const found = ids.map((objectId) => numbers(allPages(project, { objectId }, 5)));
    ids.forEach((id, index) => expect(found[index]).toEqual(naive(project, names(id))));
    expect(found.map(({ length }) => length > 0)).toEqual([true, true, true, true, true, false]);
  });

  test('by day and by words of the sentence, all at once', () => {
    const project = aLivedStudy();
    const rows = logOf(project.project) as unknown as Row[];
    const middle = rows[Math.floor(rows.length / 2)]?.at ?? '';
    expect(numbers(allPages(project, { since: middle }, 7))).toEqual(naive(project, (row) => row.at >= middle));
    expect(numbers(allPages(project, { until: middle }, 7))).toEqual(naive(project, (row) => row.at < middle));
    const isSaid = (entry: { command: string; subject: HistoryEntry['subject'] }) => commandWords('fr', entry).includes('Gouvernance');
    const said = allPages(project, { kind: 'grids', coderId: project.coder('CD') }, 2, isSaid);
    expect(said.map(({ command, kind, isUndone }) => [command, kind, isUndone])).toEqual([['category.update', 'do', false]]);
  });

  test('holds after closing the program and opening it again', () => {
    const project = aLivedStudy();
    const before = allPages(project, { objectId: project.category('Gouvernance') }, 5);
    project.reopen();
    expect(allPages(project, { objectId: project.category('Gouvernance') }, 5)).toEqual(before);
  });
});

test('entries of one act are one line, found by what any of them names', () => {
  const { project } = aStudy();
  const act = randomUUID();
  const first = createCase(project.session, { name: 'Pôle 8' });
  createCase(project.session, { name: 'Pôle 9' });
  project.project.sqlite
    .prepare("UPDATE change_log SET act = ? WHERE command = 'case.create' AND number > (SELECT max(number) - 2 FROM change_log)")
    .run(act);
  expect(allPages(project, { objectId: first }, 5).map(({ subject }) => subject.name)).toEqual(['Pôle 9']);
});

describe('going back to a moment', () => {
  test('takes back all that followed, in one step of all or nothing, and bringing back restores it', () => {
    const { project } = aStudy();
    const before = snapshot(project.project);
    const [here] = allPages(project, {}, 1);
    for (const name of ['Pôle 3', 'Pôle 4', 'Pôle 5']) createCase(project.session, { name });
    const after = snapshot(project.project);
    const number = here?.number ?? 0;

    const planned = readSteps(project.project, 'undo', number).entries;
    expect(planned.map(({ subject }) => subject.name)).toEqual(['Pôle 5', 'Pôle 4', 'Pôle 3']);
    expect(undoTo(project.session, number).map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
    expect(snapshot(project.project)).toEqual(before);

    project.reopen();
    const newest = planned[0]?.number ?? 0;
    const back = readSteps(project.project, 'redo', newest).entries;
    expect(back.map(({ subject }) => subject.name)).toEqual(['Pôle 3', 'Pôle 4', 'Pôle 5']);
    expect(redoTo(project.session, newest).map(({ id }) => id)).toEqual(back.map(({ id }) => id));
    expect(snapshot(project.project)).toEqual(after);
  });

  test('brings back only as far as is asked', () => {
    const { project } = aStudy();
    for (const name of ['Pôle 3', 'Pôle 4']) createCase(project.session, { name });
    const [second, first] = allPages(project, {}, 100);
    undoTo(project.session, (first?.number ?? 0) - 1);
    expect(redoTo(project.session, first?.number ?? 0).map(({ subject }) => subject.name)).toEqual(['Pôle 3']);
    expect(readSteps(project.project, 'redo', second?.number ?? 0).entries).toHaveLength(1);
  });

  test('refuses where nothing followed, and where something new stands in the way of bringing back; nothing is half done', () => {
    const { project } = aStudy();
    createCase(project.session, { name: 'Pôle 3' });
    const [made] = allPages(project, {}, 1);
    expect(() => undoTo(project.session, made?.number ?? 0)).toThrow(new Refusal('undo.nothing'));
    undo(project.session);
    createCase(project.session, { name: 'Pôle 6' });
    const before = snapshot(project.project);
    expect(readSteps(project.project, 'redo', made?.number ?? 0).entries).toEqual([]);
    expect(() => redoTo(project.session, made?.number ?? 0)).toThrow(new Refusal('redo.nothing'));
    expect(snapshot(project.project)).toEqual(before);
  });
});

test('a sitting counts the passages that its coder coded by hand, once each', () => {
  const { project } = aStudy();
  const since = new Date().toISOString();
  expect(passagesSince(project.project, project.coder('CD'), since)).toBe(0);
  project
    .codedBy('CD', ['Gouvernance', 'Coordination'], 'Non, on nous écoute')
    .codedBy('CD', 'Coordination', 'Qui décide')
    .codedBy('AB', 'Coordination', 'La charte');
  expect(passagesSince(project.project, project.coder('CD'), since)).toBe(2);
  expect(passagesSince(project.project, project.coder('AB'), since)).toBe(1);
});

test('every command that has words belongs to a kind of object', () => {
  expect(Object.keys(commandText.fr).filter((command) => kindOfCommand(command) === null)).toEqual([]);
});
