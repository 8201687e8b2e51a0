// What coding does beyond writing rows: equal stretches are one passage, moved passages take everything along.
import { expect, it } from 'vitest';
import { applyCategories, resizePassage, updateCoding } from '../../../electron/commands/codings.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { writeMemo } from '../../../electron/commands/memos.ts';
import { setCellStance } from '../../../electron/commands/cells.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listMemos } from '../../../electron/queries/memos.ts';
import { listCodings, readPassage } from '../../../electron/queries/passages.ts';
import { readOutline, readPassageCodings } from '../../../electron/queries/sources.ts';
import type { CodingId, PassageId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT = 'Directrice : Un mot.\nPrésident : Deux mots.\nDirectrice : Trois.\n';

function coded(): TestProject {
  return aProject()
    .withSource('E01', TEXT)
    .withOwnGrid('Outils', { Gouvernance: [], Coordination: ['salon', 'charte'] });
}

function codingOf(project: TestProject, passage: PassageId, category: string): CodingId {
  const coding = readPassageCodings(project.project, passage).find((each) => each.categoryId === project.category(category));
  if (!coding) throw new Error(`no ${category}`);
  return coding.id;
}

const quotes = (project: TestProject): string[] =>
  listCodings(project.project).map(({ quote, category, coder }) => `${coder}: ${quote} = ${category.split(' > ').at(-1)}`);

it('ends that hang over a border between turns are put where the words are', () => {
  const project = coded();
  const sourceId = project.source('E01');
  const turns = readOutline(project.project, sourceId);
  const [first, second, third] = turns;
  if (!first || !second || !third) throw new Error('three turns');
  const loose = { sourceId, start: { turnId: first.id, offsetUtf16: first.lengthUtf16 }, end: { turnId: third.id, offsetUtf16: 0 } };
  const { passageId } = applyCategories(project.session, { ...loose, categoryIds: [project.category('salon')] });
  const passage = readPassage(project.project, passageId);
  expect([passage.start, passage.end, passage.quote]).toEqual([
    { turnId: second.id, offsetUtf16: 0 },
    { turnId: second.id, offsetUtf16: second.lengthUtf16 },
    'Président : Deux mots.\n',
  ]);
  // the same words, selected neatly, are the same passage
  const neat = { sourceId, start: passage.start, end: passage.end };
  expect(applyCategories(project.session, { ...neat, categoryIds: [project.category('charte')] }).passageId).toBe(passageId);
  expect(checkProject(project.project)).toEqual([]);
});

it('answers with the codings made, not with those that were there', () => {
  const project = coded();
  const first = applyCategories(project.as('AB'), { ...project.range('Un mot'), categoryIds: [project.category('salon')] });
  const again = applyCategories(project.as('AB'), {
    ...project.range('Un mot'),
    categoryIds: [project.category('salon'), project.category('charte'), project.category('charte')],
  });
  expect([first.codingIds.length, again.codingIds.length, again.passageId]).toEqual([1, 1, first.passageId]);
});

it('moving a passage onto another one makes one of the two, with both memos, the stance and the weight', () => {
  const project = coded();
  const un = project.coding('AB', ['salon', 'charte'], 'Un mot');
  const deux = project.coding('AB', 'salon', 'Deux mots');
  updateCoding(project.as('AB'), { codingId: codingOf(project, un, 'salon'), stance: 'contrasts', weight: 3 });
  for (const [passage, text] of [
    [un, 'premier'],
    [deux, 'second'],
  ] as const) {
    writeMemo(project.as('AB'), { memoId: null, targetKind: 'coding', targetId: codingOf(project, passage, 'salon'), title: '', text });
  }
  writeMemo(project.as('AB'), { memoId: null, targetKind: 'passage', targetId: un, title: '', text: 'sur le passage' });
  const entityKeys = [`category:${project.category('salon')}`, `source:${project.source('E01')}`];
  setCellStance(project.session, { entityKeys, passageId: un, stance: 'mentions' });

  expect(resizePassage(project.as('AB'), { passageId: un, ...project.range('Deux mots') })).toBe(deux);

  const passage = readPassage(project.project, deux);
  expect(new Map(passage.codings.map(({ categoryId, stance, weight }) => [categoryId, [stance, weight]]))).toEqual(
    new Map([
      [project.category('salon'), ['contrasts', 3]],
      [project.category('charte'), [null, null]],
    ]),
  );
  expect(passage.memos.map(({ text }) => text).sort()).toEqual(['premier', 'second', 'sur le passage']);
  expect(project.snapshot().passage).toHaveLength(1);
  expect(project.snapshot().cell_stance).toMatchObject([{ passage_id: deux, stance: 'mentions' }]);
  expect(checkProject(project.project)).toEqual([]);
});

it('a passage that others coded stays theirs; mine goes where I put it, and the memos of mine go along', () => {
  const project = coded();
  const un = project.coding('AB', 'salon', 'Un mot');
  project.codedBy('CD', 'charte', 'Un mot');
  writeMemo(project.as('CD'), { memoId: null, targetKind: 'coding', targetId: codingOf(project, un, 'charte'), title: '', text: 'à CD' });
  const moved = resizePassage(project.as('CD'), { passageId: un, ...project.range('Un') });
  expect(moved).not.toBe(un);
  expect(quotes(project).sort()).toEqual(['AB: Un mot = salon', 'CD: Un = charte']);
  expect(listMemos(project.project, 'coding', codingOf(project, moved, 'charte')).map(({ text }) => text)).toEqual(['à CD']);
});

it('a passage whose words were corrected away can be given words again', () => {
  const project = coded();
  const un = project.coding('AB', 'salon', 'Un mot');
  const { start } = project.range('Un mot');
  editTurn(project.session, { turnId: start.turnId, edits: [{ at: start.offsetUtf16, removed: 'Un mot'.length, inserted: '' }] });
  expect(resizePassage(project.as('AB'), { passageId: un, ...project.range('Deux') })).toBe(un);
  expect(quotes(project)).toEqual(['AB: Deux = salon']);
  expect(checkProject(project.project)).toEqual([]);
});

it('a passage that nobody coded, only wrote on, can be moved by anybody', () => {
  const project = coded();
  const un = project.coding('AB', 'salon', 'Un mot');
  writeMemo(project.session, { memoId: null, targetKind: 'passage', targetId: un, title: '', text: 'à garder' });
  project.project.sqlite.prepare('DELETE FROM coding').run();
  expect(resizePassage(project.as('CD'), { passageId: un, ...project.range('n mot') })).toBe(un);
  expect(readPassage(project.project, un).quote).toBe('n mot');
});
