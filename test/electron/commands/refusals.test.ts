// What commands refuse: with which code, and with nothing written, neither in the study nor in its log.
import { beforeAll, expect, it } from 'vitest';
import * as codebook from '../../../electron/commands/codebook.ts';
import * as codings from '../../../electron/commands/codings.ts';
import * as corpus from '../../../electron/commands/corpus.ts';
import * as cells from '../../../electron/commands/cells.ts';
import * as matrices from '../../../electron/commands/matrices.ts';
import { removeMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { runCommand, runTogether } from '../../../electron/commands/run-command.ts';
import { importSources } from '../../../electron/commands/import-sources.ts';
import * as sources from '../../../electron/commands/sources.ts';
import { redo } from '../../../electron/commands/undo.ts';
import { shippedGridFile } from '../../../electron/exchange/shipped-grids.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode } from '../../../shared/domain/failure.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { incoming } from '../../support/content.ts';
import { E01, aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

const NOBODY_ID: string = '00000000-0000-4000-8000-000000000000';
const NOBODY = NOBODY_ID as never;

/** From the last word of one turn of E01 to the first of another. */
function between(study: Study, first: [turn: number, offset: number], last: [turn: number, offset: number], name = 'E01'): codings.Range {
  const { project, sourceId } = { project: study.project.project, sourceId: study.project.source(name) };
  const turn = (position: number): TurnId =>
    project.sqlite.prepare<[string, number], { id: TurnId }>('SELECT id FROM turn WHERE source_id = ? AND position = ?').get(sourceId, position)
      ?.id ?? NOBODY;
  return { sourceId, start: { turnId: turn(first[0]), offsetUtf16: first[1] }, end: { turnId: turn(last[0]), offsetUtf16: last[1] } };
}

const apply = (study: Study, range: codings.Range): unknown =>
  codings.applyCategories(study.project.session, { ...range, categoryIds: [study.project.category('Gouvernance')] });
const firstTurn = E01.indexOf('\n') + 1;
const emoji = E01.indexOf('😀') - firstTurn;

const CASES: readonly (readonly [FailureCode, string, (study: Study) => unknown])[] = [
  ['source.unknown', 'coding a source that is not there', (s) => apply(s, { ...between(s, [0, 0], [0, 5]), sourceId: NOBODY })],
  [
    'category.unknown',
    'applying a category that is not there',
    ({ project: p }) => codings.applyCategories(p.session, { ...p.range('règle'), categoryIds: [p.category('Gouvernance'), NOBODY] }),
  ],
  ['turn.unknown', 'coding a turn that is not there', (s) => apply(s, { ...between(s, [0, 0], [0, 5]), end: { turnId: NOBODY, offsetUtf16: 3 } })],
  ['turn.unknown', 'coding a turn of another source', (s) => apply(s, { ...between(s, [0, 0], [0, 5]), end: between(s, [0, 0], [0, 5], 'E02').end })],
  ['passage.empty', 'coding nothing', (s) => apply(s, between(s, [0, 5], [0, 5]))],
  ['passage.empty', 'coding backwards', (s) => apply(s, between(s, [1, 2], [0, 5]))],
  ['passage.empty', 'coding the border between two turns', (s) => apply(s, between(s, [0, firstTurn], [1, 0]))],
  ['passage.outOfRange', 'coding past the end of a turn', (s) => apply(s, between(s, [0, 5], [0, firstTurn + 1]))],
  ['passage.outOfRange', 'coding from past the end of a turn', (s) => apply(s, between(s, [0, firstTurn + 1], [1, 3]))],
  ['passage.outOfRange', 'coding up to past the end of a turn', (s) => apply(s, between(s, [0, 3], [1, 9_999]))],
  ['passage.insideSurrogatePair', 'coding half an emoji', (s) => apply(s, between(s, [1, emoji + 1], [1, emoji + 3]))],
  ['passage.insideSurrogatePair', 'coding up to the middle of an emoji', (s) => apply(s, between(s, [0, 3], [1, emoji + 1]))],
  [
    'category.nameEmpty',
    'applying a category without a name',
    (s) =>
      codings.applyNewCategory(s.project.session, {
        ...s.project.range('règle'),
        gridId: s.project.grid('outils'),
        parentId: null,
        name: '  ',
        origin: 'in-vivo',
      }),
  ],
  [
    'category.nameTaken',
    'applying a new category whose name is taken',
    (s) =>
      codings.applyNewCategory(s.project.session, {
        ...s.project.range('règle'),
        gridId: s.project.grid('outils'),
        parentId: null,
        name: 'Re\u0301gulation',
        origin: 'in-vivo',
      }),
  ],
  ['coding.unknown', 'removing a coding that is not there', ({ project: p }) => codings.removeOneCoding(p.session, { codingId: NOBODY })],
  ['coding.unknown', 'weighing a coding that is not there', ({ project: p }) => codings.updateCoding(p.session, { codingId: NOBODY, weight: 1 })],
  [
    'coding.unknown',
    'moving the ends of what only others coded',
    (s) => codings.resizePassage(s.project.as('CD'), { passageId: s.alone, ...s.project.range('petits') }),
  ],
  [
    'passage.unknown',
    'moving the ends of a passage that is not there',
    (s) => codings.resizePassage(s.project.session, { passageId: NOBODY, ...s.project.range('petits') }),
  ],
  [
    'turn.unknown',
    'moving a passage to another source',
    (s) => codings.resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('règle') }),
  ],
  [
    'passage.empty',
    'a table with an empty passage after a good one',
    (s) => codings.applyCodingTable(s.project.session, planOf(s, [between(s, [0, 0], [0, 5]), between(s, [0, 5], [0, 5])])),
  ],
  [
    'category.nameTaken',
    'a table that makes a category whose name is taken',
    (s) =>
      codings.applyCodingTable(s.project.session, {
        ...planOf(s, []),
        newCategories: [{ key: 'k', gridId: s.project.grid('outils'), parent: null, name: 'Régulation' }],
      }),
  ],

  [
    'case.unknown',
    'importing into a case that is not there',
    ({ project: p }) => importSources(p.session, [incoming('E09', 'Oui.\n')], { caseId: NOBODY, kind: 'interview' }),
  ],
  [
    'source.unknown',
    'dating a source that is not there',
    ({ project: p }) => sources.updateSource(p.session, { sourceId: NOBODY, date: '2019-01-01' }),
  ],
  [
    'case.unknown',
    'putting a source into a case that is not there, besides renaming it',
    ({ project: p }) => sources.updateSource(p.session, { sourceId: p.source('E01'), name: 'E99', caseIds: [p.case('Pôle 2'), NOBODY] }),
  ],
  ['source.unknown', 'removing a source that is not there', ({ project: p }) => sources.removeSource(p.session, NOBODY)],

  ['case.nameTaken', 'a second case of one name', ({ project: p }) => corpus.createCase(p.session, { name: 'Pôle 1' })],
  ['input.invalid', 'a case without a name', ({ project: p }) => corpus.createCase(p.session, { name: ' ' })],
  ['case.nameTaken', 'renaming a case like another', ({ project: p }) => corpus.renameCase(p.session, { caseId: p.case('Pôle 1'), name: 'Pôle 2' })],
  ['case.unknown', 'renaming a case that is not there', ({ project: p }) => corpus.renameCase(p.session, { caseId: NOBODY, name: 'Pôle 9' })],
  ['case.unknown', 'removing a case that is not there', ({ project: p }) => corpus.removeCase(p.session, { caseId: NOBODY })],
  [
    'participant.unknown',
    'renaming a person who is not there',
    ({ project: p }) => corpus.updateParticipant(p.session, { participantId: NOBODY, name: 'X' }),
  ],
  [
    'case.unknown',
    'putting a person into a case that is not there',
    ({ project: p }) => corpus.updateParticipant(p.session, { participantId: p.participant('Directrice') as never, name: 'X', caseId: NOBODY }),
  ],
  ['attribute.unknown', 'removing an attribute that is not there', ({ project: p }) => corpus.removeAttribute(p.session, { attributeId: NOBODY })],
  [
    'attribute.unknown',
    'a value of an attribute that is not there',
    ({ project: p }) => corpus.setAttributeValue(p.session, { attributeId: NOBODY, targetId: p.case('Pôle 1'), value: 'x' }),
  ],
  [
    'attribute.targetUnknown',
    'a table whose second line names nobody',
    ({ project: p }) =>
      corpus.applyAttributes(p.session, 'case', [
        { targetId: p.case('Pôle 1'), values: { Ville: 'Aix' } },
        { targetId: NOBODY, values: { Ville: 'Nice' } },
      ]),
  ],
  [
    'attribute.targetUnknown',
    'a block of values whose second line names nobody',
    ({ project: p }) =>
      corpus.setAttributeValues(p.session, {
        values: [p.case('Pôle 1'), NOBODY].map((targetId) => ({
          attributeId: readCorpusFrame(p.project).attributes[0]?.id ?? NOBODY,
          targetId,
          value: 'x',
        })),
      }),
  ],
  ['coder.nameTaken', 'a second coder of one name', ({ project: p }) => corpus.createCoder(p.session, { name: 'AB' })],
  ['coder.nameTaken', 'renaming a coder like another', ({ project: p }) => corpus.updateCoder(p.session, { coderId: p.coder('CD'), name: 'AB' })],
  ['coder.unknown', 'renaming a coder who is not there', ({ project: p }) => corpus.updateCoder(p.session, { coderId: NOBODY, name: 'X' })],

  ['grid.alreadyAdded', 'a shipped grid twice', ({ project: p }) => codebook.addGrid(p.session, shippedGridFile('innovation-sociale'), 'fr', null)],
  [
    'grid.isStance',
    'the evidence stance as a grid',
    ({ project: p }) => codebook.addGrid(p.session, shippedGridFile('posture-de-preuve'), 'fr', null),
  ],
  [
    'category.nameTaken',
    'a grid file with two siblings of one name',
    ({ project: p }) =>
      codebook.addGrid(p.session, { id: 'g', title: 'G', categories: [{ name: 'A', children: [{ name: 'b' }, { name: ' b' }] }] }, 'fr', null),
  ],
  [
    'category.nameEmpty',
    'a grid file with a nameless category',
    ({ project: p }) => codebook.addGrid(p.session, { id: 'g', title: 'G', categories: [{ name: { fr: ' ', en: 'A' } }] }, 'fr', null),
  ],
  ['grid.unknown', 'a grid that is not there', ({ project: p }) => codebook.updateGrid(p.session, { gridId: NOBODY, title: 'X' })],
  [
    'grid.inUse',
    'removing a grid that codings name',
    ({ project: p }) => codebook.removeGrid(p.session, { gridId: p.grid('outils'), withCodings: false }),
  ],
  [
    'category.nameTaken',
    'a second sibling of one name',
    ({ project: p }) => codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: null, name: 'Régulation', origin: 'emergent' }),
  ],
  [
    'category.otherGrid',
    'a category below one of another grid',
    ({ project: p }) =>
      codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: p.category('Gouvernance'), name: 'x', origin: 'emergent' }),
  ],
  [
    'category.nameTaken',
    'renaming a category like its sibling',
    ({ project: p }) => codebook.updateCategory(p.session, { categoryId: p.category('salon'), name: 'feuille de route' }),
  ],
  [
    'category.unknown',
    'renaming a category that is not there',
    ({ project: p }) => codebook.updateCategory(p.session, { categoryId: NOBODY, name: 'x' }),
  ],
  [
    'category.cycle',
    'a family below its own tool',
    ({ project: p }) => codebook.moveCategory(p.session, { categoryId: p.category('Coordination'), parentId: p.category('salon'), position: 0 }),
  ],
  [
    'category.cycle',
    'a family below itself',
    ({ project: p }) =>
      codebook.moveCategory(p.session, { categoryId: p.category('Coordination'), parentId: p.category('Coordination'), position: 0 }),
  ],
  [
    'category.otherGrid',
    'moving a tool to another grid',
    ({ project: p }) => codebook.moveCategory(p.session, { categoryId: p.category('salon'), parentId: p.category('Gouvernance'), position: 0 }),
  ],
  [
    'category.cycle',
    'merging a category into itself',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('salon'), into: p.category('salon') }),
  ],
  [
    'category.cycle',
    'merging a family into its own tool',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Coordination'), into: p.category('salon') }),
  ],
  [
    'category.otherGrid',
    'merging a family into another grid',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Coordination'), into: p.category('Gouvernance') }),
  ],
  [
    'category.inUse',
    'removing a family whose tools codings name',
    ({ project: p }) => codebook.removeCategory(p.session, { categoryId: p.category('Coordination'), withCodings: false }),
  ],

  [
    'memo.targetUnknown',
    'a memo on a source that is not there',
    ({ project: p }) => writeMemo(p.session, { memoId: null, targetKind: 'source', targetId: NOBODY, title: '', text: 'x' }),
  ],
  [
    'memo.unknown',
    'rewriting a memo that is not there',
    ({ project: p }) => writeMemo(p.session, { memoId: NOBODY, targetKind: 'project', targetId: '', title: '', text: 'x' }),
  ],
  ['memo.unknown', 'removing a memo that is not there', ({ project: p }) => removeMemo(p.session, { memoId: NOBODY })],
  [
    'matrix.unknown',
    'changing a matrix that is not there',
    (s) => matrices.saveMatrix(s.project.session, { matrixId: NOBODY, name: 'x', definition: s.definition }),
  ],
  ['matrix.unknown', 'removing a matrix that is not there', ({ project: p }) => matrices.removeMatrix(p.session, { matrixId: NOBODY })],
  [
    'matrix.cellUnknown',
    'a synthesis of a crossing with nothing',
    ({ project: p }) =>
      cells.writeSynthesis(p.session, { entityKeys: [`case:${p.case('Pôle 1')}`, `category:${NOBODY_ID}`], text: 'x', status: 'ready' }),
  ],
  [
    'matrix.cellUnknown',
    'a synthesis of a crossing with rubbish',
    ({ project: p }) => cells.writeSynthesis(p.session, { entityKeys: ['memo:x'], text: 'x', status: 'ready' }),
  ],
  [
    'passage.unknown',
    'the stance of a passage that is not there',
    ({ project: p }) => cells.setCellStance(p.session, { entityKeys: [`case:${p.case('Pôle 1')}`], passageId: NOBODY, stance: 'supports' }),
  ],

  ['redo.nothing', 'bringing back what nobody took back', ({ project: p }) => redo(p.session)],
  [
    'case.nameTaken',
    'several commands of which the last is refused',
    ({ project: p }) => runTogether(p.session, () => ['Pôle 3', 'Pôle 4', 'Pôle 3'].forEach((name) => corpus.createCase(p.session, { name }))),
  ],
  [
    'case.nameTaken',
    'a newcomer whose first command is refused',
    ({ project: p }) => corpus.createCase({ project: p.project, coderId: NOBODY, newcomer: 'Nouvelle' }, { name: 'Pôle 1' }),
  ],
];

function planOf(study: Study, ranges: readonly codings.Range[]): codings.CodingPlan {
  const rows = ranges.map((range) => ({ ...range, categories: [study.project.category('Changement')], coderId: study.project.coder('AB') }));
  return { rows, newCategories: [], newCoders: [{ id: NOBODY, name: 'Nouvelle' }] };
}

// one study for all: nothing may change it
let study: Study;
beforeAll(() => {
  study = aStudy();
});

it.each(CASES)('%s: %s', (code, _sentence, act) => {
  const { project } = study;
  const [before, entries] = [project.snapshot(), project.log()];
  const heard: unknown[] = [];
  project.project.listeners.add((change) => heard.push(change));
  expect(codeOf(() => act(study))).toBe(code);
  expect(project.snapshot()).toEqual(before);
  expect(project.log()).toEqual(entries);
  expect(heard).toEqual([]);
  project.project.listeners.clear();
});

it('a bug in the middle of a command leaves nothing behind either', () => {
  const { project } = aStudy();
  const [before, entries] = [project.snapshot(), project.log()];
  const act = () =>
    runCommand(project.session, { name: 'case.create', input: {}, subject: {} }, ({ writer }) => {
      writer.insert('study_case', { id: '1', name: 'Pôle 9', position: 9 });
      throw new Error('a bug');
    });
  expect(act).toThrow('a bug');
  expect(project.snapshot()).toEqual(before);
  expect(project.log()).toEqual(entries);
  corpus.createCase(project.session, { name: 'Pôle 9' });
});

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
