// Matrices of a real project, small enough to count by eye: who meets whom under each rule, what folds, what is left out, what is
// written once for every matrix.
import { describe, expect, it } from 'vitest';
import { addGrid } from '../../../electron/commands/codebook.ts';
import { updateCoding } from '../../../electron/commands/codings.ts';
import { setCellStance, writeSynthesis } from '../../../electron/commands/cells.ts';
import { createCaseGroup } from '../../../electron/commands/case-groups.ts';
import { assignPart } from '../../../electron/commands/case-parts.ts';
import { createAttribute, setAttributeValue, updateParticipant } from '../../../electron/commands/corpus.ts';
import { parseAxes } from '../../../electron/exchange/axis-words.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { computeMatrix, readCell } from '../../../electron/queries/matrix.ts';
import { readPassageCodings } from '../../../electron/queries/sources.ts';
import type { CodingId, ParticipantId, PassageId } from '../../../shared/domain/ids.ts';
import type { JoinRule, MatrixCell, MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT_1 = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide. La feuille de route vient des membres.\nDirectrice : Le salon aide.\n';
const TEXT_2 = 'Enquêtrice : Et vous ?\nPrésident : Les grands décident, la feuille de route aussi.\n';

const OUTILS = { Coordination: ['feuille de route', 'salon'], Régulation: ['charte'] };

function poles(): TestProject {
  return aProject()
    .withCase('Pôle 1', { Création: '2005' })
    .withCase('Pôle 2', { Création: '2015' })
    .withSource('E01', TEXT_1, { case: 'Pôle 1' })
    .withSource('E02', TEXT_2, { case: 'Pôle 2' })
    .withOwnGrid('Dimensions', { Gouvernance: [], Changement: [] })
    .withOwnGrid('Outils', OUTILS);
}

interface Asked {
  readonly join?: JoinRule;
  readonly coders?: readonly string[];
  readonly hidesEmpty?: boolean;
  readonly withQuotes?: boolean;
}

function define(
  project: TestProject,
  rows: string,
  columns: string,
  { join = { kind: 'overlap' }, coders, hidesEmpty = false }: Asked = {},
): MatrixDefinition {
  const frame = readStudyFrame(project.project);
  return {
    rows: parseAxes(rows, frame),
    columns: parseAxes(columns, frame),
    join,
    coderIds: coders ? coders.map((name) => project.coder(name)) : null,
    contents: ['counts'],
    hidesEmpty,
  };
}

function matrix(project: TestProject, rows: string, columns: string, asked: Asked = {}): MatrixTable {
  return computeMatrix(project.project, define(project, rows, columns, asked), axisTitles.fr, {
    title: 'Essai',
    withQuotes: asked.withQuotes ?? false,
  });
}

/** `{Gouvernance: {Coordination: 2}}`: what is told of every cell in which something falls. */
function told<T>(table: MatrixTable, tell: (cell: MatrixCell) => T): Record<string, Record<string, T>> {
  const lines = table.rows.map((row, r) => {
    const cells = table.columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      return cell && cell.passages > 0 ? [[column.path.join(' / '), tell(cell)] as const] : [];
    });
    return [row.label, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(lines.filter(([, cells]) => Object.keys(cells).length > 0));
}

const passages = (cell: MatrixCell): number => cell.passages;

describe('the matrix of the thesis: dimensions × tool families × cases', () => {
  const project = poles()
    .codedBy('AB', 'Gouvernance', 'Tout le monde décide. La feuille de route vient')
    .codedBy('AB', 'feuille de route', 'La feuille de route vient des membres')
    .codedBy('CD', 'Gouvernance', 'Les grands décident, la feuille de route')
    .codedBy('CD', ['feuille de route', 'charte'], 'la feuille de route aussi');
  const table = matrix(project, 'grid:dimensions', 'grid:outils@1,case', { withQuotes: true });

  it('names its axes, rows and columns as the thesis does', () => {
    expect([table.rowAxes, table.columnAxes]).toEqual([['Dimensions'], ['Outils', 'Cas']]);
    expect(table.rows.map(({ path }) => path)).toEqual([['Gouvernance'], ['Changement']]);
    expect(table.columns.map(({ path }) => path)).toEqual([
      ['Coordination', 'Pôle 1'],
      ['Coordination', 'Pôle 2'],
      ['Régulation', 'Pôle 1'],
      ['Régulation', 'Pôle 2'],
    ]);
  });

  it('counts passages, meetings, sources and cases, and names the tools found', () => {
    const facts = told(table, ({ passages: found, codings, sources, cases, categories }) => [
      found,
      codings,
      sources,
      cases,
      categories.map(({ name, passages: count }) => `${name} ${count}`),
    ]);
    expect(facts).toEqual({
      Gouvernance: {
        'Coordination / Pôle 1': [1, 1, 1, 1, ['feuille de route 1']],
        'Coordination / Pôle 2': [1, 1, 1, 1, ['feuille de route 1']],
        'Régulation / Pôle 2': [1, 1, 1, 1, ['charte 1']],
      },
    });
    expect(table.totals).toEqual({ codings: 3, passages: 2, sources: 2 });
  });

  it('cites the words of the row, with their place', () => {
    expect(table.cells[0]?.[0]?.quotes).toMatchObject([
      {
        source: 'E01',
        speaker: 'Directrice',
        text: 'Tout le monde décide. La feuille de route vient',
        ref: 'E01 §2',
        caseNames: ['Pôle 1'],
        categories: ['feuille de route'],
      },
    ]);
    const [quote] = table.cells[0]?.[0]?.quotes ?? [];
    expect(TEXT_1.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  it('turned round holds the same counts in every cell', () => {
    const turned = matrix(project, 'grid:outils@1,case', 'grid:dimensions');
    table.cells.forEach((row, r) => row.forEach((cell, c) => expect(turned.cells[c]?.[r]).toMatchObject({ key: cell.key, sources: cell.sources })));
  });

  it('leaves out empty rows and columns on demand, but none that a synthesis fills', () => {
    const shape = (asked: MatrixTable) => [asked.rows.length, asked.columns.length, asked.cells.length, asked.cells[0]?.length];
    expect(shape(matrix(project, 'grid:dimensions', 'grid:outils@1,case', { hidesEmpty: true }))).toEqual([1, 3, 1, 3]);
    const entityKeys = [`category:${project.category('Changement')}`, `category:${project.category('Régulation')}`, `case:${project.case('Pôle 1')}`];
    writeSynthesis(project.session, { entityKeys, text: 'Rien encore.', status: 'draft' });
    expect(shape(matrix(project, 'grid:dimensions', 'grid:outils@1,case', { hidesEmpty: true }))).toEqual([2, 4, 2, 4]);
  });

  it('one cell read alone is that cell, with its quotes', () => {
    const definition = define(project, 'grid:dimensions', 'grid:outils@1,case');
    expect(readCell(project.project, definition, axisTitles.fr, table.rows[0]?.key ?? '', table.columns[0]?.key ?? '')).toEqual(table.cells[0]?.[0]);
    expect(() => readCell(project.project, definition, axisTitles.fr, 'case:x', table.columns[0]?.key ?? '')).toThrow('matrix.cellUnknown');
  });
});

describe('row and column categories meet', () => {
  const project = poles()
    .codedBy('AB', 'Gouvernance', 'Tout le monde décide')
    .codedBy('AB', 'charte', 'Tout le monde décide')
    .codedBy('AB', 'salon', 'monde décide. La')
    .codedBy('AB', 'feuille de route', 'des membres')
    .codedBy('AB', 'Changement', 'Le salon aide');
  const met = (join: JoinRule): Record<string, string[]> => {
    const table = told(matrix(project, 'grid:dimensions', 'grid:outils', { join }), passages);
    return Object.fromEntries(Object.entries(table).map(([row, cells]) => [row, Object.keys(cells).map((path) => path.split(' / ').at(-1) ?? '')]));
  };

  it('on the same passage', () => expect(met({ kind: 'passage' })).toEqual({ Gouvernance: ['charte'] }));
  it('on overlapping passages', () => expect(met({ kind: 'overlap' })).toEqual({ Gouvernance: ['salon', 'charte'] }));
  it('in the same turn', () => expect(met({ kind: 'turn' })).toEqual({ Gouvernance: ['feuille de route', 'salon', 'charte'] }));
  it('within a number of characters', () => {
    const gap = TEXT_1.indexOf('des membres') - TEXT_1.indexOf('. La feuille');
    expect(met({ kind: 'near', withinUtf16: gap - 1 }).Gouvernance).toEqual(['salon', 'charte']);
    expect(met({ kind: 'near', withinUtf16: gap }).Gouvernance).toEqual(['feuille de route', 'salon', 'charte']);
    expect(Object.keys(met({ kind: 'near', withinUtf16: 100_000 }))).toEqual(['Gouvernance', 'Changement']);
  });
});

describe('an axis', () => {
  it('of a level folds what is below it in, and shows a branch that ends earlier by its leaf', () => {
    const project = aProject().withSource('E01', 'Un. Deux. Trois. Quatre.\n');
    const children = [{ name: 'Coordination', children: [{ name: 'salon', children: [{ name: 'stand' }] }] }, { name: 'Régulation' }];
    addGrid(project.session, { id: 'o', title: 'O', categories: children }, 'fr', null);
    project.codedBy('AB', 'Coordination', 'Un').codedBy('AB', 'salon', 'Deux').codedBy('AB', 'stand', 'Trois').codedBy('AB', 'Régulation', 'Quatre');
    const count = (axis: string) => {
      const table = matrix(project, axis, 'source');
      return [Object.fromEntries(Object.entries(told(table, passages)).map(([row, cells]) => [row, cells.E01])), table.omittedCodings];
    };
    expect(count('grid:o@1')).toEqual([{ Coordination: 3, Régulation: 1 }, 0]);
    expect(count('grid:o@2')).toEqual([{ salon: 2, Régulation: 1 }, 1]);
    expect(count('grid:o@3')).toEqual([{ stand: 1, Régulation: 1 }, 2]);
    expect(count('grid:o@9')).toEqual(count('grid:o'));
    expect(count('grid:o')).toEqual([{ stand: 1, Régulation: 1 }, 2]);
    expect(count('category:Coordination')).toEqual([{ salon: 2 }, 1]);
    expect(matrix(project, 'grid:o@1', 'source').cells[0]?.[0]?.categories.map(({ name }) => name)).toEqual(['salon', 'stand']);
    // what another axis of the same matrix shows is not left out
    expect(matrix(project, 'grid:o@1', 'grid:o').omittedCodings).toBe(0);
  });

  it('of cases holds a passage by its source and by who speaks in it', () => {
    const project = poles().codedBy('AB', 'Gouvernance', 'Tout le monde').codedBy('AB', 'Gouvernance', 'Les grands');
    expect(told(matrix(project, 'source', 'case'), passages)).toEqual({ E01: { 'Pôle 1': 1 }, E02: { 'Pôle 2': 1 } });
    updateParticipant(project.session, { participantId: project.participant('Directrice') as ParticipantId, caseId: project.case('Pôle 2') });
    expect(told(matrix(project, 'source', 'case'), passages)).toEqual({ E01: { 'Pôle 1': 1, 'Pôle 2': 1 }, E02: { 'Pôle 2': 1 } });
  });

  it('of participants holds a passage by the turns it touches, and leaves out who asks unless there is nobody else', () => {
    const project = poles().codedBy('AB', 'Gouvernance', 'décide ?\nDirectrice : Tout');
    expect(matrix(project, 'participant', 'source').rows.map(({ label }) => label)).toEqual(['Directrice', 'Président']);
    expect(told(matrix(project, 'participant', 'source'), passages)).toEqual({ Directrice: { E01: 1 } });
    for (const name of ['Directrice', 'Président']) {
      updateParticipant(project.session, { participantId: project.participant(name) as ParticipantId, isInterviewer: true });
    }
    expect(told(matrix(project, 'participant', 'source'), passages)).toEqual({ Directrice: { E01: 1 }, Enquêtrice: { E01: 1 } });
  });

  it('of groups of cases holds what one of its cases holds', () => {
    const project = poles().codedBy('AB', 'Gouvernance', 'Tout le monde').codedBy('AB', 'Gouvernance', 'Les grands');
    const [one, two] = [project.case('Pôle 1'), project.case('Pôle 2')];
    createCaseGroup(project.session, { name: 'Tous', caseIds: [one, two] });
    createCaseGroup(project.session, { name: 'Anciens', caseIds: [one] });
    createCaseGroup(project.session, { name: 'À venir', caseIds: [] });
    const table = matrix(project, 'source', 'case-group');
    expect([table.columnAxes, table.columns.map(({ label }) => label)]).toEqual([['Groupe de cas'], ['Tous', 'Anciens', 'À venir']]);
    expect(told(table, passages)).toEqual({ E01: { Tous: 1, Anciens: 1 }, E02: { Tous: 1 } });
  });

  it.each([
    ['number', ['10', '9', '1 200,5'], ['9', '10', '1200,5']],
    ['date', ['2019', '12/03/2018', 'mars 2018'], ['mars 2018', '12 mars 2018', '2019']],
    ['yesNo', ['non', 'oui', ''], ['oui', 'non']],
    ['ordered', ['forte', 'faible', 'moyenne'], ['faible', 'moyenne', 'forte']],
  ] as const)('of a %s attribute lists its values in their order, as people read them', (type, given, listed) => {
    const project = given.reduce((made, _, at) => made.withCase(`Pôle ${at}`), aProject()).withSource('E01', 'Un.\n');
    const choices = ['faible', 'moyenne', 'forte'];
    const attributeId = createAttribute(project.session, { scope: 'case', name: 'X', type, choices });
    given.forEach((value, at) => setAttributeValue(project.session, { attributeId, targetId: project.case(`Pôle ${at}`), value }));
    expect(matrix(project, 'source', 'attribute:X').columns.map(({ label }) => label)).toEqual(listed);
  });

  it('of an attribute holds it by its case, its source or its speaker', () => {
    const project = poles()
      .withAttribute('source', 'E02', 'Lieu', 'Aix')
      .withAttribute('participant', 'Directrice', 'Fonction', 'gouvernance')
      .codedBy('AB', 'Gouvernance', 'Tout le monde')
      .codedBy('AB', 'Gouvernance', 'Les grands');
    const columns = (axis: string) => told(matrix(project, 'source', axis), passages);
    expect(columns('attribute:Création')).toEqual({ E01: { 2005: 1 }, E02: { 2015: 1 } });
    expect(columns('attribute:Lieu')).toEqual({ E02: { Aix: 1 } });
    expect(columns('attribute:Fonction')).toEqual({ E01: { gouvernance: 1 } });
  });

  it('of coders shows in each column what the matrix of that coder alone would show', () => {
    const project = poles()
      .codedBy('AB', 'Gouvernance', 'Tout le monde décide')
      .codedBy('CD', 'charte', 'Tout le monde décide')
      .codedBy('CD', ['Gouvernance', 'salon'], 'Le salon aide')
      .codedBy('AB', 'Gouvernance', 'Le salon aide');
    const both = matrix(project, 'grid:dimensions', 'grid:outils@1,coder');
    for (const [index, column] of both.columns.entries()) {
      const coder = column.path[1] ?? '';
      const alone = matrix(project, 'grid:dimensions', 'grid:outils@1', { coders: [coder] });
      const family = alone.columns.findIndex(({ label }) => label === column.path[0]);
      both.cells.forEach((row, r) => {
        const { key: _key, ...expected } = (alone.cells[r] ?? [])[family] as MatrixCell;
        expect(row[index], `${column.path.join(' / ')}`).toMatchObject(expected);
      });
    }
    expect(told(both, passages)).toEqual({ Gouvernance: { 'Coordination / CD': 1 } });
    expect(told(matrix(project, 'grid:dimensions', 'coder'), passages)).toEqual({ Gouvernance: { AB: 2, CD: 1 } });
    expect(told(matrix(project, 'coder', 'coder'), passages)).toEqual({ AB: { AB: 2, CD: 1 }, CD: { AB: 1, CD: 2 } });
  });

  it('that lists nothing, or names what is gone, is refused', () => {
    const project = aProject().withSource('E01', 'Un.\n').withOwnGrid('Vide', {});
    for (const axis of ['case', 'participant', 'grid:vide']) expect(() => matrix(project, axis, 'source')).toThrow('matrix.axisEmpty');
    for (const axis of ['grid:nulle', 'attribute:Nul']) expect(() => matrix(project, axis, 'source')).toThrow('matrix.axisUnknown');
    for (const axis of ['cas', 'grid', '', 'case,']) expect(() => matrix(project, axis, 'source')).toThrow('matrix.axisInvalid');
    const gone = { kind: 'category', categoryId: '00000000-0000-4000-8000-000000000000' as never } as const;
    const definition = { ...define(project, 'source', 'source'), rows: [gone] };
    expect(() => computeMatrix(project.project, definition, axisTitles.fr, { title: '' })).toThrow('matrix.categoryGone');
  });

  it('whose crossing nobody could read is refused before it is computed', () => {
    const project = aProject().withGrid('alliances-territoriales').withSource('E01', 'Un.\n');
    const axis = 'grid:alliances-territoriales';
    expect(() => matrix(project, `${axis},${axis}`, `${axis},${axis}`)).toThrow('matrix.tooLarge');
  });
});

describe('a focus group with people of two cases', () => {
  const TALK =
    'Animatrice : Qui décide ?\nMme Roux : Chez nous, tout le monde.\nM. Petit : Chez nous, les grands.\nAnimatrice : Et le salon ?\nMme Roux : Il nous sert.\nM. Petit : À nous aussi, plus encore.\n';

  /** The file belongs to no case as a whole; each of the two speaks for theirs. */
  function group(): TestProject {
    const project = aProject().withCase('Pôle 1').withCase('Pôle 2').withSource('FG1', TALK).withOwnGrid('Dimensions', { Gouvernance: [] });
    for (const [name, home] of [
      ['Mme Roux', 'Pôle 1'],
      ['M. Petit', 'Pôle 2'],
    ] as const)
      updateParticipant(project.session, { participantId: project.participant(name) as ParticipantId, caseId: project.case(home) });
    return project
      .codedBy('AB', 'Gouvernance', 'Chez nous, tout le monde')
      .codedBy('AB', 'Gouvernance', 'Chez nous, les grands')
      .codedBy('AB', 'Gouvernance', 'À nous aussi');
  }
  const counts = (project: TestProject) => told(matrix(project, 'grid:dimensions', 'case', { withQuotes: true }), passages).Gouvernance;

  it('counts for each case what its own people say, not the whole file', () => {
    expect(counts(group())).toEqual({ 'Pôle 1': 1, 'Pôle 2': 2 });
  });

  it('counts a passage that runs over both speakers for both cases', () => {
    expect(counts(group().codedBy('AB', 'Gouvernance', 'le monde.\nM. Petit : Chez'))).toEqual({ 'Pôle 1': 2, 'Pôle 2': 3 });
  });

  it('counts for a case what touches a part that belongs to it, whoever speaks', () => {
    const project = group().withCase('Pôle 3').codedBy('AB', 'Gouvernance', 'Et le salon ?');
    const turnOf = (quote: string) => project.range(quote).start.turnId;
    assignPart(project.session, { firstTurnId: turnOf('À nous aussi'), lastTurnId: turnOf('Et le salon'), caseId: project.case('Pôle 3') });
    expect(counts(project)).toEqual({ 'Pôle 1': 1, 'Pôle 2': 2, 'Pôle 3': 2 });
    project.codedBy('AB', 'Gouvernance', 'grands.\nAnimatrice : Et');
    expect(counts(project)).toEqual({ 'Pôle 1': 1, 'Pôle 2': 3, 'Pôle 3': 3 });
    const quotes = matrix(project, 'grid:dimensions', 'source', { withQuotes: true }).cells[0]?.[0]?.quotes;
    expect(quotes?.map(({ text, caseNames }) => `${text.slice(0, 12)}: ${caseNames.join(', ')}`)).toEqual([
      'Chez nous, t: Pôle 1',
      'Chez nous, l: Pôle 2',
      'grands.\nAnim: Pôle 2, Pôle 3',
      'Et le salon : Pôle 3',
      'À nous aussi: Pôle 2, Pôle 3',
    ]);
  });
});

describe('what is written in a cell', () => {
  const project = poles().codedBy('AB', 'Gouvernance', 'Tout le monde décide').codedBy('AB', 'salon', 'le monde décide');
  const entityKeys = [
    `category:${project.category('Gouvernance')}`,
    `category:${project.category('Coordination')}`,
    `case:${project.case('Pôle 1')}`,
  ];

  it('is there in every matrix that crosses the same things, whichever way', () => {
    writeSynthesis(project.session, { entityKeys, text: 'Chacun a sa voix.', status: 'ready' });
    for (const [rows, columns] of [
      ['grid:dimensions', 'grid:outils@1,case'],
      ['grid:outils@1,case', 'grid:dimensions'],
      ['case', 'grid:dimensions,grid:outils@1'],
      ['grid:outils@1', 'case,grid:dimensions'],
    ] as const) {
      const written = matrix(project, rows, columns)
        .cells.flat()
        .filter(({ synthesis }) => synthesis !== null);
      expect(written.map(({ synthesis, status }) => [synthesis, status])).toEqual([['Chacun a sa voix.', 'ready']]);
    }
    expect(
      matrix(project, 'grid:dimensions', 'grid:outils@1')
        .cells.flat()
        .every(({ synthesis }) => synthesis === null),
    ).toBe(true);
  });

  it('can be the stance of a passage there, over that of its codings', () => {
    const passage = project.coding('AB', 'Gouvernance', 'Tout le monde décide');
    const [coding] = readPassageCodings(project.project, passage);
    updateCoding(project.session, { codingId: coding?.id as CodingId, stance: 'mentions' });
    const stance = () => matrix(project, 'grid:dimensions', 'grid:outils@1,case').cells[0]?.[0]?.stance;
    expect(stance()).toEqual({ supports: 0, contrasts: 0, mentions: 1 });
    setCellStance(project.session, { entityKeys, passageId: passage as PassageId, stance: 'contrasts' });
    expect(stance()).toEqual({ supports: 0, contrasts: 1, mentions: 0 });
    expect(matrix(project, 'grid:dimensions', 'grid:outils@1').cells[0]?.[0]?.stance).toEqual({ supports: 0, contrasts: 0, mentions: 1 });
  });

  it('a negative case shows where coders differ, also when the contradiction comes from one of several passages met', () => {
    const study = poles().codedBy('AB', 'Gouvernance', 'Tout le monde décide. La feuille');
    for (const [words, stance] of [
      ['Tout', 'supports'],
      ['monde', 'contrasts'],
      ['décide. La', 'mentions'],
    ] as const) {
      const [coding] = readPassageCodings(study.project, study.coding('AB', 'salon', words));
      updateCoding(study.session, { codingId: coding?.id as CodingId, stance });
    }
    expect(matrix(study, 'grid:dimensions', 'grid:outils@1').cells[0]?.[0]?.stance).toEqual({ supports: 0, contrasts: 1, mentions: 0 });
  });
});
