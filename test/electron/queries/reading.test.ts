// What lists and cards say of a study, counted by eye.
import { describe, expect, it } from 'vitest';
import { updateSource } from '../../../electron/commands/sources.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCodebook, toGridFile } from '../../../electron/queries/codebook.ts';
import { listCoders, listSources, sourceByName } from '../../../electron/queries/corpus.ts';
import { listMemos } from '../../../electron/queries/memos.ts';
import { listCodings, readPassage } from '../../../electron/queries/passages.ts';
import { readStatus, readTotals } from '../../../electron/queries/project.ts';
import { openSource, readOutline, readQuote, readText } from '../../../electron/queries/sources.ts';
import { addGrid } from '../../../electron/commands/codebook.ts';
import { gridFile } from '../../../shared/domain/grid-file.ts';
import { aProject } from '../../support/project.ts';
import { E01, E02, aStudy } from '../../support/study.ts';

describe('a study', () => {
  const study = aStudy();
  const { project } = study.project;

  it('lists its sources in corpus order with what was coded in them', () => {
    const facts = listSources(project).map(({ name, turns, codedTurns, codings, caseIds, words }) => [
      name,
      turns,
      codedTurns,
      codings,
      caseIds.length,
      words,
    ]);
    expect(facts).toEqual([
      ['E01', 3, 2, 4, 1, 16],
      ['E02', 3, 2, 3, 1, 15],
      ['E03', 2, 0, 0, 0, 12],
    ]);
    expect(readTotals(project), 'turns of those who ask are left out').toEqual({ sources: 3, turns: 6, codedTurns: 4, codings: 7 });
  });

  it('lists its coders with their codings, the first one first', () => {
    expect(listCoders(project).map(({ name, codings }) => [name, codings])).toEqual([
      ['Anne Berger', 0],
      ['AB', 4],
      ['CD', 3],
    ]);
  });

  it('lists its codings by source and place, each with the words that its offsets hold in the whole text', () => {
    const listed = listCodings(project);
    expect(listed).toHaveLength(7);
    for (const { source, start, end, quote } of listed) expect(readText(project, sourceByName(project, source)).slice(start, end)).toBe(quote);
    expect(listed.map(({ source, coder, category }) => `${source} ${coder} ${category}`)).toEqual([
      'E01 AB innovation-sociale > Processus / Fonctionnement > Gouvernance',
      'E01 AB outils > Coordination',
      'E01 CD innovation-sociale > Processus / Fonctionnement > Gouvernance',
      'E01 AB outils > Coordination > feuille de route',
      "E02 CD innovation-sociale > Processus / Fonctionnement > Influence d'acteurs",
      "E02 AB innovation-sociale > Processus / Fonctionnement > Influence d'acteurs",
      'E02 CD outils > Coordination > salon',
    ]);
    expect(listed.find(({ stance }) => stance === 'contrasts')).toMatchObject({ quote: 'Les petits suivent', memo: 'à revoir', weight: 2 });
  });

  it('says of a passage everything that was said of it', () => {
    const passage = readPassage(project, study.shared);
    expect(passage).toMatchObject({ sourceName: 'E01', quote: 'Tout le monde décide', ref: 'E01 §2', speaker: 'Directrice', startMs: null });
    expect([passage.codings.length, passage.memos.map(({ targetKind }) => targetKind)]).toEqual([3, ['passage']]);
    expect(readPassage(project, study.alone).memos.map(({ targetKind }) => targetKind)).toEqual(['coding']);
    expect(() => readPassage(project, 'x')).toThrow('passage.unknown');
  });

  it('quotes over the border of two turns, label and line end included', () => {
    const wide = listCodings(project).find(({ quote }) => quote.includes('\n'));
    expect(wide?.quote).toBe('décident. Les petits suivent.\nEntrepreneur : Non');
    const { start, end } = study.project.range('suivent.\nEntrepreneur');
    expect(readQuote(project, start.turnId, start.offsetUtf16, end.turnId, end.offsetUtf16)).toBe('suivent.\nEntrepreneur');
  });

  it('opens a source with its turns, whose texts are the document', () => {
    const opened = openSource(project, study.project.source('E02'));
    expect(opened.turns.map(({ text }) => text).join('')).toBe(E02);
    expect(opened.turns.map(({ text, bodyStart, bodyEnd, number }) => [number, text.slice(bodyStart, bodyEnd)])).toEqual([
      [1, 'Et ici ?'],
      [2, 'Les grands groupes décident. Les petits suivent.'],
      [3, 'Non, on nous écoute au salon.'],
    ]);
    expect(opened.speakers.map(({ label, isInterviewer }) => [label, isInterviewer])).toEqual([
      ['Enquêtrice', true],
      ['Président', false],
      ['Entrepreneur', false],
    ]);
    expect(opened.codings.map(({ memos }) => memos)).toEqual([0, 0, 1]);
    expect(() => openSource(project, 'x')).toThrow('source.unknown');
  });

  it('places every turn in its document', () => {
    for (const { id } of listSources(project)) {
      const text = readText(project, id);
      for (const turn of openSource(project, id).turns) {
        const outline = readOutline(project, id).find((each) => each.id === turn.id);
        expect(text.slice(outline?.start, (outline?.start ?? 0) + (outline?.lengthUtf16 ?? 0))).toBe(turn.text);
      }
    }
    expect(readText(project, study.project.source('E01'))).toBe(E01);
  });

  it('says what each memo is on', () => {
    const memos = listMemos(project, null, null);
    expect(Object.fromEntries(memos.map(({ targetKind, targetLabel }) => [targetKind, targetLabel]))).toEqual({
      source: 'E01',
      passage: 'Tout le monde décide',
      coding: 'Les petits suivent',
      category: 'Processus / Fonctionnement › Gouvernance',
      case: 'Pôle 1',
      participant: 'Directrice',
    });
    expect(listMemos(project, 'source', null)).toHaveLength(1);
    expect(listMemos(project, 'source', study.project.source('E02'))).toEqual([]);
    expect(
      memos
        .filter(({ sourceId }) => sourceId !== null)
        .map(({ targetKind }) => targetKind)
        .sort(),
    ).toEqual(['coding', 'passage', 'source']);
  });

  it('shows what was saved last and what would be taken back', () => {
    const status = readStatus(project);
    expect(status.savedAt).toBe(study.project.log().at(-1)?.at);
    expect(status.undo).toEqual({ command: 'matrix.save', subject: { name: 'Dimensions × outils' } });
    expect(status.redo).toBeNull();
  });

  it('is sound', () => {
    expect(checkProject(project)).toEqual([]);
  });
});

it('a grid written to a file and read again is the same grid', () => {
  const project = aProject().withGrid('alliances-territoriales');
  const [grid] = readCodebook(project.project);
  if (!grid) throw new Error('a grid');
  const file = gridFile.parse(JSON.parse(JSON.stringify(toGridFile(grid))));
  const copy = aProject();
  addGrid(copy.session, file, 'fr', null);
  const [again] = readCodebook(copy.project);
  const plain = (categories: typeof grid.categories) =>
    categories.map(({ id: _id, gridId: _grid, parentId, ...rest }) => [categories.find(({ id }) => id === parentId)?.name, rest]);
  expect(plain(again?.categories ?? [])).toEqual(plain(grid.categories));
  expect(again).toMatchObject({ key: grid.key, title: grid.title, source: grid.source, description: grid.description, version: grid.version });
});

describe('the check names', () => {
  it.each<[string, string]>([
    ['turn.length', `UPDATE turn SET length_utf16 = length_utf16 - 1 WHERE position = 1`],
    ['turn.length', `UPDATE turn SET body_end_utf16 = 9999 WHERE position = 1`],
    ['turn.layout', `UPDATE turn SET styles = '[[0, 9999, "bold"]]'`],
    ['turn.layout', `UPDATE turn SET styles = '[['`],
    ['turn.layout', `UPDATE turn SET marks = '[[-1, "page", 2]]'`],
    ['turn.order', `UPDATE turn SET position = 7 WHERE position = 2`],
    ['source.words', `UPDATE source SET words = words + 1`],
    ['source.turns', `UPDATE source SET turns = turns + 1`],
    ['turn.speakerOfOtherSource', `UPDATE turn SET speaker_id = (SELECT id FROM speaker WHERE label = 'Président') WHERE text LIKE 'Directrice%'`],
    ['passage.turnOfOtherSource', `UPDATE passage SET source_id = (SELECT id FROM source WHERE name = 'E03')`],
    ['passage.outsideTurn', `UPDATE passage SET end_utf16 = 9999`],
    ['passage.empty', `UPDATE passage SET end_utf16 = start_utf16 WHERE start_turn_id = end_turn_id`],
    ['passage.looseEnd', `UPDATE passage SET end_utf16 = 0 WHERE start_turn_id <> end_turn_id`],
    ['passage.bare', `DELETE FROM coding; DELETE FROM memo`],
    [
      'category.parentOfOtherGrid',
      `UPDATE category SET parent_id = (SELECT id FROM category WHERE name = 'Coordination') WHERE name = 'Gouvernance'`,
    ],
    ['category.nameTwice', `UPDATE category SET name = 'x' WHERE parent_id IS NOT NULL`],
    ['category.cycle', `UPDATE category SET parent_id = (SELECT id FROM category WHERE name = 'salon') WHERE name = 'Coordination'`],
    ['memo.targetGone', `UPDATE memo SET target_id = 'x'`],
    ['attribute.targetGone', `UPDATE attribute_value SET target_id = 'x' || id`],
    ['cell.entityGone', `UPDATE cell SET key = 'case:00000000-0000-4000-8000-000000000000' WHERE status = 'ready'`],
    ['cell.entityGone', `UPDATE cell_stance SET cell_key = 'rien'`],
    ['log.chain', `UPDATE change_log SET based_on = 'x' WHERE number = 3`],
    ['log.json', `UPDATE change_log SET diffs = '[' WHERE number = 3`],
    ['file.reference', `PRAGMA foreign_keys = OFF; DELETE FROM coder WHERE name = 'CD'`],
  ])('%s', (what, sql) => {
    const { project } = aStudy();
    project.project.sqlite.exec(sql);
    expect(checkProject(project.project).map((problem) => problem.what)).toContain(what);
  });
});

it('a study from which all was taken back is as sound as an empty one', () => {
  const { project } = aStudy();
  updateSource(project.session, { sourceId: project.source('E03'), date: '2019-03-12' });
  for (let entries = project.log().length; entries > 1; entries -= 1) undo(project.session);
  expect(checkProject(project.project)).toEqual([]);
  expect(readTotals(project.project)).toEqual({ sources: 0, turns: 0, codedTurns: 0, codings: 0 });
});
