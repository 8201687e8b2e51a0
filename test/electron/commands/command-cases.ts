// One act, or several, for every command that the log knows.
import * as codebook from '../../../electron/commands/codebook.ts';
import * as codings from '../../../electron/commands/codings.ts';
import * as corpus from '../../../electron/commands/corpus.ts';
import { mergeParticipants } from '../../../electron/commands/merge-participants.ts';
import * as matrices from '../../../electron/commands/matrices.ts';
import { removeMemo, writeMemo } from '../../../electron/commands/memos.ts';
import { updateProject } from '../../../electron/commands/project.ts';
import { importSources } from '../../../electron/commands/import-sources.ts';
import * as sources from '../../../electron/commands/sources.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { planCodingTable } from '../../../electron/exchange/coding-table.ts';
import { shippedGridFile } from '../../../electron/exchange/shipped-grids.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import type { AttributeId, ParticipantId } from '../../../shared/domain/ids.ts';
import { incoming } from '../../support/content.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const attributeId = ({ project }: Study, name: string): AttributeId =>
  readCorpusFrame(project.project).attributes.find((each) => each.name === name)?.id as AttributeId;
export const crossing = ({ project }: Study): string[] => [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];
const person = ({ project }: Study, name: string): ParticipantId => project.participant(name) as ParticipantId;

export const COMMAND_CASES: readonly Case[] = [
  ['project.update', 'the question is put anew', ({ project: p }) => updateProject(p.session, { question: 'Qui décide ?' })],
  ['project.update', 'the study gets another title', ({ project: p }) => updateProject(p.session, { title: 'Trois pôles' })],

  [
    'source.import',
    'two interviews are brought in',
    ({ project: p }) =>
      importSources(p.session, [incoming('E04', 'Directrice : Oui.\n'), incoming('E01', 'Non.\n')], {
        caseId: p.case('Pôle 1'),
        kind: 'interview',
      }),
  ],
  [
    'source.update',
    'an interview gets its date, a name and a case',
    ({ project: p }) =>
      sources.updateSource(p.session, {
        sourceId: p.source('E03'),
        name: 'CR réunion',
        kind: 'document',
        date: '2019-03-12',
        caseIds: [p.case('Pôle 1'), p.case('Pôle 2')],
      }),
  ],
  [
    'source.update',
    'an interview changes its case, its people with it',
    ({ project: p }) => sources.updateSource(p.session, { sourceId: p.source('E02'), caseIds: [p.case('Pôle 1')] }),
  ],
  [
    'source.editTurn',
    'a slip of the transcriber inside a coded passage is corrected',
    ({ project: p }) =>
      editTurn(p.session, {
        turnId: p.range('Tout le monde').start.turnId,
        edits: [{ at: p.range('monde').start.offsetUtf16, removed: 5, inserted: 'groupe' }],
      }),
  ],
  [
    'source.editTurn',
    'the words of a coded passage go, its codings are kept apart',
    ({ project: p }) =>
      editTurn(p.session, {
        turnId: p.range('Les petits').start.turnId,
        edits: [{ at: p.range('Les petits').start.offsetUtf16, removed: 'Les petits suivent'.length, inserted: '' }],
      }),
  ],
  ['source.remove', 'an interview goes, with all that was said of it', ({ project: p }) => sources.removeSource(p.session, p.source('E01'))],

  ['case.create', 'a third pole', ({ project: p }) => corpus.createCase(p.session, { name: 'Pôle 3' })],
  ['case.rename', 'a pole gets its real name', ({ project: p }) => corpus.renameCase(p.session, { caseId: p.case('Pôle 1'), name: 'Pôle Sud' })],
  ['case.remove', 'a pole leaves the study, its sources stay', ({ project: p }) => corpus.removeCase(p.session, { caseId: p.case('Pôle 1') })],

  [
    'participant.update',
    'a label turns out to be somebody',
    (s) =>
      corpus.updateParticipant(s.project.session, {
        participantId: person(s, 'Directrice'),
        name: 'Mme D.',
        caseId: s.project.case('Pôle 2'),
        isInterviewer: true,
      }),
  ],
  [
    'participant.merge',
    'two people are one',
    (s) => mergeParticipants(s.project.session, { from: person(s, 'Directrice'), into: person(s, 'Président') }),
  ],
  ['attribute.create', 'an attribute of cases', ({ project: p }) => corpus.createAttribute(p.session, { scope: 'case', name: 'Secteur' })],
  [
    'attribute.remove',
    'an attribute goes with its values',
    (s) => corpus.removeAttribute(s.project.session, { attributeId: attributeId(s, 'Création') }),
  ],
  [
    'attribute.setValue',
    'a value is given',
    (s) =>
      corpus.setAttributeValue(s.project.session, {
        attributeId: attributeId(s, 'Fonction'),
        targetId: person(s, 'Président'),
        value: 'gouvernance',
      }),
  ],
  [
    'attribute.setValue',
    'a value is corrected',
    (s) =>
      corpus.setAttributeValue(s.project.session, { attributeId: attributeId(s, 'Création'), targetId: s.project.case('Pôle 1'), value: '2006' }),
  ],
  [
    'attribute.setValue',
    'a value is taken away',
    (s) => corpus.setAttributeValue(s.project.session, { attributeId: attributeId(s, 'Création'), targetId: s.project.case('Pôle 1'), value: ' ' }),
  ],
  [
    'attribute.setValues',
    'a pasted block gives, corrects and empties values',
    (s) =>
      corpus.setAttributeValues(s.project.session, {
        values: [
          { attributeId: attributeId(s, 'Création'), targetId: s.project.case('Pôle 1'), value: '' },
          { attributeId: attributeId(s, 'Création'), targetId: s.project.case('Pôle 2'), value: '2016' },
          { attributeId: attributeId(s, 'Fonction'), targetId: person(s, 'Président'), value: 'gouvernance' },
        ],
      }),
  ],
  [
    'attribute.setValues',
    'a block is pasted into the sheet',
    (s) =>
      corpus.setAttributeValues(s.project.session, {
        values: [
          { attributeId: attributeId(s, 'Création'), targetId: s.project.case('Pôle 1'), value: '' },
          { attributeId: attributeId(s, 'Fonction'), targetId: person(s, 'Président'), value: 'élu' },
        ],
      }),
  ],
  [
    'attribute.applyTable',
    'a table of attributes, old and new',
    (s) => corpus.applyAttributes(s.project.session, 'case', [{ targetId: s.project.case('Pôle 1'), values: { Création: '', Secteur: 'énergie' } }]),
  ],

  ['coder.create', 'a third coder joins', ({ project: p }) => corpus.createCoder(p.session, { name: 'Élise Faure' })],
  [
    'coder.update',
    'a coder takes another name and colour',
    ({ project: p }) => corpus.updateCoder(p.session, { coderId: p.coder('CD'), name: 'Claire Delmas', initials: 'CD', color: '#112233' }),
  ],

  ['grid.add', 'a whole shipped grid', ({ project: p }) => codebook.addGrid(p.session, shippedGridFile('outils-de-gestion'), 'fr', null)],
  [
    'grid.add',
    'one branch of a shipped grid',
    ({ project: p }) => codebook.addGrid(p.session, shippedGridFile('cooperation-ingredients'), 'fr', ['Ingrédients']),
  ],
  ['grid.create', 'a grid of one’s own', ({ project: p }) => codebook.createGrid(p.session, { title: 'Ma grille à moi' })],
  [
    'grid.update',
    'a grid gets its source',
    ({ project: p }) => codebook.updateGrid(p.session, { gridId: p.grid('outils'), title: 'Mes outils', source: 'Nous', description: 'Essai' }),
  ],
  [
    'grid.remove',
    'a grid goes with its codings',
    ({ project: p }) => codebook.removeGrid(p.session, { gridId: p.grid('outils'), withCodings: true }),
  ],

  [
    'category.create',
    'a category below another',
    ({ project: p }) =>
      codebook.createCategory(p.session, { gridId: p.grid('outils'), parentId: p.category('Coordination'), name: 'clubs', origin: 'in-vivo' }),
  ],
  [
    'category.update',
    'a category is renamed and defined',
    ({ project: p }) =>
      codebook.updateCategory(p.session, {
        categoryId: p.category('salon'),
        name: 'salons',
        definition: 'Se montrer',
        color: '#445566',
        origin: 'emergent',
      }),
  ],
  [
    'category.move',
    'a tool goes to another family',
    ({ project: p }) => codebook.moveCategory(p.session, { categoryId: p.category('salon'), parentId: p.category('Régulation'), position: 0 }),
  ],
  [
    'category.move',
    'a family goes first',
    ({ project: p }) => codebook.moveCategory(p.session, { categoryId: p.category('Régulation'), parentId: null, position: 0 }),
  ],
  [
    'category.merge',
    'two dimensions become one, syntheses and memos too',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Gouvernance'), into: p.category('Influence d’acteurs') }),
  ],
  [
    'category.merge',
    'a family and its tools go into another',
    ({ project: p }) => codebook.mergeCategories(p.session, { from: p.category('Coordination'), into: p.category('Régulation') }),
  ],
  [
    'category.remove',
    'a family goes with its tools and codings',
    ({ project: p }) => codebook.removeCategory(p.session, { categoryId: p.category('Coordination'), withCodings: true }),
  ],

  [
    'coding.apply',
    'two categories on a new passage',
    ({ project: p }) =>
      codings.applyCategories(p.session, { ...p.range('c’est notre règle 😀'), categoryIds: [p.category('Changement'), p.category('charte')] }),
  ],
  [
    'coding.apply',
    'one more category on a known passage',
    ({ project: p }) =>
      codings.applyCategories(p.as('AB'), { ...p.range('Tout le monde décide'), categoryIds: [p.category('Changement'), p.category('Gouvernance')] }),
  ],
  [
    'coding.applyNew',
    'a category made while reading',
    ({ project: p }) =>
      codings.applyNewCategory(p.session, {
        ...p.range('petits'),
        gridId: p.grid('outils'),
        parentId: p.category('Régulation'),
        name: ' silence ',
        origin: 'in-vivo',
      }),
  ],
  ['coding.applyTable', 'a table with a new coder and new categories', ({ project: p }) => codings.applyCodingTable(p.session, table(p.session))],
  [
    'coding.remove',
    'the last coding of a passage, its memo and the passage with it',
    (s) => codings.removeOneCoding(s.project.session, { codingId: s.coding(s.alone, 'AB') }),
  ],
  [
    'coding.remove',
    'one coding among several on a passage',
    (s) => codings.removeOneCoding(s.project.session, { codingId: s.coding(s.shared, 'CD') }),
  ],
  [
    'coding.update',
    'a stance is given, a weight taken away',
    (s) => codings.updateCoding(s.project.session, { codingId: s.coding(s.alone, 'AB'), stance: 'supports', weight: null }),
  ],
  [
    'passage.resize',
    'a passage that one coder has gets longer',
    (s) => codings.resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('Les petits suivent.\nEntrepreneur') }),
  ],
  [
    'passage.resize',
    'a passage that two coders have parts in two',
    (s) => codings.resizePassage(s.project.as('AB'), { passageId: s.shared, ...s.project.range('le monde') }),
  ],
  [
    'passage.resize',
    'a passage becomes one with another',
    (s) => codings.resizePassage(s.project.as('CD'), { passageId: s.shared, ...s.project.range('La feuille de route') }),
  ],

  [
    'memo.write',
    'a memo on the project',
    ({ project: p }) => writeMemo(p.session, { memoId: null, targetKind: 'project', targetId: 'x', title: '', text: 'Penser aux PME' }),
  ],
  [
    'memo.write',
    'a memo is rewritten',
    (s) => writeMemo(s.project.session, { memoId: s.memo, targetKind: 'coding', targetId: '', title: 'revu', text: 'non' }),
  ],
  ['memo.remove', 'a memo goes', (s) => removeMemo(s.project.session, { memoId: s.memo })],

  [
    'matrix.save',
    'a matrix is kept',
    (s) =>
      matrices.saveMatrix(s.project.session, { matrixId: null, name: 'Par source', definition: { ...s.definition, columns: [{ kind: 'source' }] } }),
  ],
  [
    'matrix.save',
    'a kept matrix changes',
    (s) => matrices.saveMatrix(s.project.session, { matrixId: s.matrix, name: 'Dimensions', definition: { ...s.definition, hidesEmpty: true } }),
  ],
  ['matrix.remove', 'a kept matrix goes', (s) => matrices.removeMatrix(s.project.session, { matrixId: s.matrix })],
];

function table(session: Study['project']['session']): codings.CodingPlan {
  const row = (line: number, fields: Record<string, string>) => ({ line, fields });
  const records = [
    row(2, {
      source: 'E01',
      quote: 'notre règle 😀',
      category: 'outils > Régulation > règle > tacite|Changement',
      coder: 'Nouvelle',
      memo: 'joli',
      weight: '1,5',
      stance: 'Contredit',
    }),
    row(3, { source: 'E03', start: '0', end: '6', category: 'outils > Régulation > règle', createdAt: '2019-03-12' }),
  ];
  return planCodingTable(session, records, { unit: 'utf16', createCategories: true, language: 'fr' });
}
