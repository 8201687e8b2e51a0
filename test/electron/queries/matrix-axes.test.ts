// Axes beyond cases and grids, filters, orders, and what people wrote in cells: on a project small enough to count by eye.
import { describe, expect, it } from 'vitest';
import { cutQuote, pinQuote, rate, writeRemark, writeSynthesis } from '../../../electron/commands/cells.ts';
import { createCaseGroup } from '../../../electron/commands/case-groups.ts';
import { removeCategory } from '../../../electron/commands/codebook.ts';
import { createAttribute, setAttributeValue } from '../../../electron/commands/corpus.ts';
import { settleMatches, writeGuide } from '../../../electron/commands/guide.ts';
import { saveScale } from '../../../electron/commands/rating-scales.ts';
import { saveResearchQuestion } from '../../../electron/commands/research-questions.ts';
import { updateSource } from '../../../electron/commands/sources.ts';
import { editTurn } from '../../../electron/commands/turn-edits.ts';
import { parseAxes, parseOrder } from '../../../electron/exchange/axis-words.ts';
import { listGuides } from '../../../electron/queries/guide.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { movedCuts } from '../../../electron/queries/matrix-written.ts';
import { computeMatrix, readCell } from '../../../electron/queries/matrix.ts';
import { evidenceRule, fingerprintsOf } from '../../../shared/domain/cell-evidence.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { MatrixCell, MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { guideOf } from '../../support/guide.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TEXT_1 = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde décide ici.\nEnquêtrice : Et demain ?\nDirectrice : Le salon grandira.\n';
const TEXT_2 = 'Enquêtrice : Et vous ?\nPrésident : Les grands décident.\n';
const TEXT_3 = 'Président : Rien n’est écrit.\n';

function poles(): TestProject {
  const project = aProject()
    .withCase('Pôle 1', { Création: '2005' })
    .withCase('Pôle 2', { Création: '2015' })
    .withSource('E01', TEXT_1, { case: 'Pôle 1' })
    .withSource('E02', TEXT_2, { case: 'Pôle 2' })
    .withSource('E03', TEXT_3, { case: 'Pôle 2' })
    .withOwnGrid('Dimensions', { Gouvernance: ['Écoute', 'Vote'], Changement: [] });
  return project
    .codedBy('AB', 'Écoute', 'Tout le monde décide ici')
    .codedBy('CD', 'Vote', 'Tout le monde décide ici')
    .codedBy('AB', 'Changement', 'Le salon grandira')
    .codedBy('AB', 'Vote', 'Les grands décident')
    .codedBy('CD', 'Changement', 'Rien n’est écrit');
}

function define(project: TestProject, rows: string, columns: string, more: Partial<MatrixDefinition> = {}): MatrixDefinition {
  const frame = readStudyFrame(project.project);
  const axes = { rows: parseAxes(rows, frame), columns: parseAxes(columns, frame) };
  return { ...axes, join: { kind: 'overlap' }, coderIds: null, contents: ['counts'], hidesEmpty: false, ...more };
}

function matrix(project: TestProject, rows: string, columns: string, more: Partial<MatrixDefinition> = {}): MatrixTable {
  return computeMatrix(project.project, define(project, rows, columns, more), axisTitles.fr, { title: '' });
}

/** `{E01: {Gouvernance: 2}}`: passages of every cell that has any. */
function counts(table: MatrixTable): Record<string, Record<string, number>> {
  const lines = table.rows.map((row, r) => {
    const cells = table.columns.flatMap((column, c) =>
      (table.cells[r]?.[c]?.passages ?? 0) > 0 ? [[column.label, table.cells[r]?.[c]?.passages]] : [],
    );
    return [row.label, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(lines.filter(([, cells]) => Object.keys(cells).length > 0));
}

const dated = (project: TestProject, name: string, date: string): void =>
  updateSource(project.session, { sourceId: project.source(name) as SourceId, date } as Parameters<typeof updateSource>[1]);

describe('an axis', () => {
  it('of periods lists them in time, gaps included, and tells what has no place on it', () => {
    const project = poles();
    dated(project, 'E01', '2019-01-31');
    dated(project, 'E02', '2019-03-01');
    const table = matrix(project, 'case', 'period:month');
    expect(table.columnAxes).toEqual(['Date par mois (1 hors période)']);
    expect(table.columns.map(({ label, key }) => [label, key])).toEqual([
      ['janvier 2019', 'period:=2019-01-01..2019-02-01'],
      ['février 2019', 'period:=2019-02-01..2019-03-01'],
      ['mars 2019', 'period:=2019-03-01..2019-04-01'],
    ]);
    expect(counts(table)).toEqual({ 'Pôle 1': { 'janvier 2019': 2 }, 'Pôle 2': { 'mars 2019': 1 } });
    expect(counts(matrix(project, 'case', 'period:quarter'))).toEqual({ 'Pôle 1': { 'T1 2019': 2 }, 'Pôle 2': { 'T1 2019': 1 } });
    const phases = matrix(project, 'case', 'period:2019-02-01 Après|2010-01-01 Avant');
    expect(phases.columns.map(({ label, key }) => [label, key])).toEqual([
      ['Avant', 'period:=2010-01-01..2019-02-01'],
      ['Après', 'period:=2019-02-01..'],
    ]);
    expect(counts(phases)).toEqual({ 'Pôle 1': { Avant: 2 }, 'Pôle 2': { Après: 1 } });
  });

  it('of periods may stand on a date of cases; a date vaguer than the period is in none; other attributes have no periods', () => {
    const project = poles();
    const attributeId = createAttribute(project.session, { scope: 'case', name: 'Entrée', type: 'date', choices: [] });
    for (const [name, value] of [
      ['Pôle 1', '2018'],
      ['Pôle 2', '2019-05'],
    ] as const)
      setAttributeValue(project.session, { attributeId, targetId: project.case(name), value });
    expect(counts(matrix(project, 'case', 'period:Entrée:year'))).toEqual({ 'Pôle 1': { 2018: 2 }, 'Pôle 2': { 2019: 2 } });
    expect(matrix(project, 'case', 'period:Entrée:month').columnAxes).toEqual(['Entrée par mois (1 hors période)']);
    expect(() => matrix(project, 'case', 'period:Création:year')).toThrow('matrix.notDates');
    expect(() => matrix(project, 'case', 'period:year')).toThrow('matrix.axisEmpty');
  });

  it('of speakers, kinds, lists', () => {
    const project = poles();
    expect(counts(matrix(project, 'speaker', 'sourceKind'))).toEqual({ Directrice: { Entretien: 2 }, Président: { Entretien: 2 } });
    expect(counts(matrix(project, 'list:Changement|Écoute', 'cases:Pôle 2|Pôle 1'))).toEqual({
      Changement: { 'Pôle 2': 1, 'Pôle 1': 1 },
      Écoute: { 'Pôle 1': 1 },
    });
    expect(() => matrix(project, 'list:Changement', 'cases:Pôle 3')).toThrow('matrix.axisUnknown');
  });

  it('of the guide holds what is said in answer, by question and by theme', () => {
    const project = poles();
    const guideId = writeGuide(project.session, {
      guideId: null,
      guide: guideOf(project, 'Guide', { Pouvoir: { 'Qui décide ?': [] }, Suites: { 'Et demain ?': [] } }),
    });
    const questions = listGuides(project.project).flatMap(({ themes }) => themes.flatMap((theme) => theme.questions));
    const asked = (question: number, words: string) =>
      settleMatches(project.session, {
        matches: [{ questionId: questions[question]?.id as never, turnId: project.range(words).start.turnId, status: 'confirmed' }],
      });
    asked(0, 'Qui décide');
    expect(guideId).toBeTruthy();
    expect(counts(matrix(project, 'guide', 'source'))).toEqual({ 'Qui décide ?': { E01: 2 } });
    asked(1, 'Et demain');
    expect(counts(matrix(project, 'guide', 'source'))).toEqual({ 'Qui décide ?': { E01: 1 }, 'Et demain ?': { E01: 1 } });
    expect(counts(matrix(project, 'guide:theme', 'source'))).toEqual({ Pouvoir: { E01: 1 }, Suites: { E01: 1 } });
  });

  it('of questions of the study holds what their expression finds; without one, what is pinned by hand', () => {
    const project = poles();
    saveResearchQuestion(project.session, { questionId: null, text: 'Qui ?', expression: '"Gouvernance" AND NOT case = "Pôle 2"', position: null });
    const byHand = saveResearchQuestion(project.session, { questionId: null, text: 'Pourquoi ?', expression: null, position: null });
    const passageId = project.coding('AB', 'Vote', 'Rien n’est');
    pinQuote(project.session, { entityKeys: [`researchQuestion:${byHand}`, `case:${project.case('Pôle 2')}`], passageId, position: null });
    const table = matrix(project, 'question', 'case');
    expect(counts(table)).toEqual({ 'Qui ?': { 'Pôle 1': 1 } });
    expect(table.cells[1]?.[1]?.pinned.map(({ text, ref, cuts }) => [text, ref, cuts])).toEqual([['Rien n’est', 'E03 §1', []]]);
  });

  it('that names what is gone says what to do', () => {
    const project = poles();
    const definition = define(project, 'list:Changement|Écoute', 'category:Gouvernance');
    const compute = () => computeMatrix(project.project, definition, axisTitles.fr, { title: '' });
    removeCategory(project.session, { categoryId: project.category('Écoute') as never, withCodings: true });
    expect(compute).toThrow('matrix.pickedGone {"axis":"Catégories choisies","gone":1}');
    removeCategory(project.session, { categoryId: project.category('Gouvernance') as never, withCodings: true });
    expect(() => computeMatrix(project.project, { ...definition, rows: define(project, 'case', 'case').rows }, axisTitles.fr, { title: '' })).toThrow(
      'matrix.categoryGone',
    );
  });

  it('that can never meet another is refused; an empty crossing is not', () => {
    const project = poles();
    expect(() => matrix(project, 'cases:Pôle 1', 'sources:E02|E03')).toThrow('matrix.axesApart {"first":"Cas","second":"Source"}');
    expect(counts(matrix(project, 'case,source', 'grid:dimensions'))).toEqual({
      E01: { Écoute: 1, Vote: 1, Changement: 1 },
      E02: { Vote: 1 },
      E03: { Changement: 1 },
    });
  });
});

describe('a filter', () => {
  it.each([
    ['case = "Pôle 2"', { E02: { Gouvernance: 1 }, E03: { Changement: 1 } }],
    ['"Écoute"', { E01: { Gouvernance: 1 } }],
    ['"Gouvernance" AND coder = "CD"', { E01: { Gouvernance: 1 } }],
    ['"Écoute" AND coder = "CD"', {}],
    ['speaker != "Directrice"', { E02: { Gouvernance: 1 }, E03: { Changement: 1 } }],
    ['attribute "Création" < "2010"', null],
    ['attribute "Création" = "2005" AND "Changement"', { E01: { Changement: 1 } }],
    ['"Gouvernance" PRECEDES "Changement"', { E01: { Gouvernance: 1 } }],
    ['"Changement" NEAR/60 "Vote"', { E01: { Changement: 1 } }],
  ])('%s', (expression, expected) => {
    const project = poles();
    const filtered = () => matrix(project, 'source', 'grid:dimensions@1', { where: [expression] });
    if (expected === null) expect(filtered).toThrow('expression.notOrdered');
    else expect(counts(filtered())).toEqual(expected);
  });
});

describe('lines in order', () => {
  const labels = (project: TestProject, order: string, rows = 'source'): string[] =>
    matrix(project, rows, 'grid:dimensions@1', { rowOrder: parseOrder(order, readStudyFrame(project.project)) }).rows.map(({ label }) => label);

  it('stand by name, number, or an attribute of their case, inside what is above them', () => {
    const project = poles();
    expect(labels(project, '-label')).toEqual(['E03', 'E02', 'E01']);
    expect(labels(project, 'count')).toEqual(['E02', 'E03', 'E01']);
    expect(labels(project, '-attribute:Création')).toEqual(['E02', 'E03', 'E01']);
    expect(labels(project, '-label', 'case,source')).toEqual(['E03', 'E02', 'E01', 'E03', 'E02', 'E01']);
  });

  it('of a text attribute that holds numbers and words have none', () => {
    const project = poles().withAttribute('case', 'Pôle 2', 'Création', 'vers 2015');
    expect(() => labels(project, 'attribute:Création')).toThrow(
      'matrix.orderMixed {"attribute":"Création","numbers":["2005"],"words":["vers 2015"]}',
    );
  });

  it('stand by their mean rating, those without any last', () => {
    const project = poles();
    const steps = ['faible', 'moyen', 'fort'].map((label, value) => ({ label, value, rule: '' }));
    const scaleId = saveScale(project.session, { scaleId: null, name: 'Force', steps });
    const put = (source: string, category: string, value: number) =>
      rate(project.session, {
        entityKeys: [`source:${project.source(source)}`, `category:${project.category(category)}`],
        rating: { scaleId, value },
      });
    put('E02', 'Gouvernance', 2);
    put('E01', 'Gouvernance', 2);
    put('E01', 'Changement', 1);
    expect(labels(project, '-rating')).toEqual(['E02', 'E01', 'E03']);
    expect(labels(project, 'rating')).toEqual(['E01', 'E02', 'E03']);
    expect(matrix(project, 'source', 'grid:dimensions@1').cells[0]?.map(({ rating }) => rating?.label)).toEqual(['fort', 'moyen']);
  });
});

describe('a cell', () => {
  const keysOf = (project: TestProject) => [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];

  it('whose passages changed since its synthesis was written says so, under the same rule only', () => {
    const project = poles();
    const definition = define(project, 'grid:dimensions@1', 'case');
    const entityKeys = keysOf(project);
    const [rowKey = '', columnKey = ''] = entityKeys;
    const cell = (more: Partial<MatrixDefinition> = {}): MatrixCell =>
      readCell(project.project, { ...definition, ...more }, axisTitles.fr, rowKey, columnKey);
    const { quotes } = cell();
    const evidence = { rule: evidenceRule(definition, rowKey, columnKey), passages: fingerprintsOf(quotes) };
    writeSynthesis(project.session, { entityKeys, text: 'Tous décident.', status: 'ready', evidence });
    expect(cell().isOutdated).toBe(false);
    const { turnId } = project.range('Tout le monde').start;
    editTurn(project.session, { turnId, edits: [{ at: 'Directrice : Tout le monde'.length, removed: 0, inserted: ' toujours' }] });
    expect([cell().isOutdated, cell({ coderIds: [project.coder('AB')] }).isOutdated]).toEqual([true, false]);
    expect(matrix(project, 'grid:dimensions@1', 'case').cells[0]?.[0]).toMatchObject({
      isOutdated: true,
      synthesis: 'Tous décident.',
      status: 'ready',
    });
  });

  it('shows what was pinned in its order, its cuts on their words after a correction', () => {
    const project = poles();
    const entityKeys = keysOf(project);
    const passageId = project.coding('AB', 'Vote', 'Tout le monde décide ici');
    pinQuote(project.session, { entityKeys, passageId, position: null });
    cutQuote(project.session, { entityKeys, passageId, cuts: [[5, 13]] });
    writeRemark(project.session, { entityKeys, text: 'À revoir' });
    const { turnId } = project.range('Tout le monde').start;
    editTurn(project.session, { turnId, edits: [{ at: 'Directrice : Tout '.length, removed: 0, inserted: 'à fait ' }] });
    const [cell] = matrix(project, 'grid:dimensions@1', 'case').cells[0] ?? [];
    expect([cell?.remark, cell?.pinned.map(({ text, cuts }) => [text, cuts.map(([from, to]) => text.slice(from, to))])]).toEqual([
      'À revoir',
      [['Tout à fait le monde décide ici', ['le monde']]],
    ]);
    expect(movedCuts([[0, 4]], 'Tout le monde', 'le monde')).toEqual([]);
  });

  it('of a group holds what the cells of its cases and of its category’s children hold', () => {
    const project = poles();
    createCaseGroup(project.session, { name: 'Tous', caseIds: [project.case('Pôle 1'), project.case('Pôle 2')] });
    writeSynthesis(project.session, { entityKeys: keysOf(project), text: 'Ensemble.', status: 'draft' });
    const table = computeMatrix(project.project, define(project, 'grid:dimensions@1', 'case-group'), axisTitles.fr, { title: '', withQuotes: true });
    expect(table.cells[0]?.[0]?.members.map(({ label, passages, synthesis, status }) => [label, passages, synthesis, status])).toEqual([
      ['Écoute', 1, null, null],
      ['Vote', 2, null, null],
      ['Pôle 1', 1, 'Ensemble.', 'draft'],
      ['Pôle 2', 1, null, null],
    ]);
  });

  it('where two attributes cross names who has both values once, by where their synthesis is', () => {
    const project = poles();
    const pole1 = project.case('Pôle 1');
    const size = createAttribute(project.session, { scope: 'case', name: 'Taille', type: 'text', choices: [] });
    setAttributeValue(project.session, { attributeId: size, targetId: pole1, value: 'grande' });
    const members = () => {
      const definition = define(project, 'attribute:Création', 'attribute:Taille');
      const table = computeMatrix(project.project, definition, axisTitles.fr, { title: '', withQuotes: true });
      return table.cells[0]?.[0]?.members.map(({ label, synthesis }) => [label, synthesis]);
    };
    expect(members()).toEqual([['Pôle 1', null]]);
    const { key = '' } = matrix(project, 'attribute:Création', 'attribute:Taille').columns.find(({ label }) => label === 'grande') ?? {};
    writeSynthesis(project.session, { entityKeys: [`case:${pole1}`, key], text: 'Une grande.', status: 'draft' });
    expect(members()).toEqual([['Pôle 1', 'Une grande.']]);
    const { key: age = '' } = matrix(project, 'attribute:Création', 'attribute:Taille').rows[0] ?? {};
    writeSynthesis(project.session, { entityKeys: [age, `case:${pole1}`], text: 'De 2005.', status: 'draft' });
    expect(members()).toEqual([
      ['Pôle 1', 'Une grande.'],
      ['Pôle 1', 'De 2005.'],
    ]);
  });
});

describe('lines put away', () => {
  const casesByDimension = (project: TestProject, more: Partial<MatrixDefinition>) => matrix(project, 'case', 'grid:dimensions', more);
  const keyOf = (headers: MatrixTable['rows'], label: string): string => headers.find((header) => header.label === label)?.key ?? '';
  const labels = (headers: MatrixTable['rows']): string[] => headers.map(({ label }) => label);

  it('leave the table as it is otherwise, the others in their order', () => {
    const project = poles();
    const whole = casesByDimension(project, {});
    const hidden = { hiddenRows: [keyOf(whole.rows, 'Pôle 1')], hiddenColumns: [keyOf(whole.columns, 'Vote')] };
    const table = casesByDimension(project, hidden);
    expect([labels(table.rows), labels(table.columns)]).toEqual([['Pôle 2'], labels(whole.columns).filter((label) => label !== 'Vote')]);
    const { Vote: _, ...others } = counts(whole)['Pôle 2'] ?? {};
    expect(counts(table)).toEqual({ 'Pôle 2': others });
    const turned = casesByDimension(project, { ...hidden, rowOrder: { by: 'count', of: null, descending: true } });
    expect(labels(turned.rows)).toEqual(['Pôle 2']);
  });

  it('do not keep alive a line that has nothing besides', () => {
    const project = poles();
    const whole = casesByDimension(project, {});
    const table = casesByDimension(project, { hidesEmpty: true, hiddenRows: [keyOf(whole.rows, 'Pôle 1')] });
    expect(labels(whole.columns)).toContain('Écoute');
    expect(labels(table.columns)).not.toContain('Écoute');
  });

  it('that are gone are no longer spoken of', () => {
    const project = poles();
    expect(casesByDimension(project, { hiddenRows: ['case:gone'], hiddenColumns: ['category:gone'] }).cells).toEqual(
      casesByDimension(project, {}).cells,
    );
  });
});
