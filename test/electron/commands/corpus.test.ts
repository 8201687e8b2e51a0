// What sources, cases and people take along when they come, move and go.
import { expect, it } from 'vitest';
import { createCategory, mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { applyAttributes, createCase, removeAttribute, removeCase } from '../../../electron/commands/corpus.ts';
import { setCellStance, writeSynthesis } from '../../../electron/commands/cells.ts';
import { saveMatrix } from '../../../electron/commands/matrices.ts';
import { importSources } from '../../../electron/commands/import-sources.ts';
import { removeSource, updateSource } from '../../../electron/commands/sources.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listSources, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { computeMatrix } from '../../../electron/queries/matrix.ts';
import { listMatrices } from '../../../electron/queries/saved-matrices.ts';
import { readText } from '../../../electron/queries/sources.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import type { MatrixDefinition } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { incoming } from '../../support/content.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const people = (project: TestProject): string[] =>
  readCorpusFrame(project.project).participants.map(({ name, caseId, isInterviewer, sourceIds }) => {
    const home = readCorpusFrame(project.project).cases.find(({ id }) => id === caseId)?.name ?? '–';
    return `${name} (${home}${isInterviewer ? ', enquête' : ''}) ${sourceIds.length}`;
  });

/** Passages per case. */
function byCase(project: TestProject): Record<string, number> {
  const definition: MatrixDefinition = {
    rows: [{ kind: 'source' }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: false,
  };
  const table = computeMatrix(project.project, definition, axisTitles.fr, { title: '' });
  return Object.fromEntries(
    table.columns.map(({ label }, column) => [label, table.cells.reduce((sum, row) => sum + (row[column]?.passages ?? 0), 0)]),
  );
}

it('a document is kept as it was read, to the last unit, whatever its line ends and accents', () => {
  const texts = ['Un.\r\nDeux.\r\n', 'e\u0301te\u0301 😀\n\n\n', '\n\nCamille : Bonjour\u00a0!', 'x'];
  const project = aProject();
  importSources(
    project.session,
    texts.map((text, index) => incoming(`E${index}`, text)),
    { caseId: null, kind: 'document' },
  );
  expect(listSources(project.project).map(({ id }) => readText(project.project, id))).toEqual(texts);
  expect(checkProject(project.project)).toEqual([]);
});

it('sources whose names are taken get a number', () => {
  const project = aProject();
  importSources(
    project.session,
    ['E01', 'E01', 'E02', 'E01'].map((name) => incoming(name, 'Oui.\n')),
    { caseId: null, kind: 'interview' },
  );
  expect(listSources(project.project).map(({ name }) => name)).toEqual(['E01', 'E01 (2)', 'E02', 'E01 (3)']);
});

it('who asks is one person everywhere, a function is one person within its case, a transcriber’s label one per source', () => {
  const project = aProject()
    .withCase('Pôle 1')
    .withCase('Pôle 2')
    .withSource('E01', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nL1 : Ah.\n', { case: 'Pôle 1' })
    .withSource('E02', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nL1 : Ah.\n', { case: 'Pôle 1' })
    .withSource('E03', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nL1 : Ah.\n', { case: 'Pôle 2' });
  expect(people(project)).toEqual([
    'Directrice (Pôle 1) 2',
    'Directrice (Pôle 2) 1',
    'Enquêtrice (–, enquête) 3',
    'L1 (E01) (Pôle 1) 1',
    'L1 (E02) (Pôle 1) 1',
    'L1 (E03) (Pôle 2) 1',
  ]);
});

it('a source put into the wrong case takes its passages along when it moves, also those that its people say', () => {
  const project = aProject()
    .withCase('Pôle 1')
    .withCase('Pôle 2')
    .withSource('E01', 'Directrice : Un mot.\n', { case: 'Pôle 1' })
    .withSource('E02', 'Présidente : Deux mots.\n', { case: 'Pôle 1' })
    .withOwnGrid('Outils', { salon: [] })
    .codedBy('AB', 'salon', 'Un mot')
    .codedBy('AB', 'salon', 'Deux mots');
  expect(byCase(project)).toEqual({ 'Pôle 1': 2, 'Pôle 2': 0 });
  updateSource(project.session, { sourceId: project.source('E02'), caseIds: [project.case('Pôle 2')] });
  expect(byCase(project)).toEqual({ 'Pôle 1': 1, 'Pôle 2': 1 });
  expect(people(project)).toEqual(['Directrice (Pôle 1) 1', 'Présidente (Pôle 2) 1']);
  updateSource(project.session, { sourceId: project.source('E02'), caseIds: [] });
  expect(byCase(project)).toEqual({ 'Pôle 1': 1, 'Pôle 2': 0 });
});

it('who still speaks in another source of the case stays there', () => {
  const project = aProject()
    .withCase('Pôle 1')
    .withCase('Pôle 2')
    .withSource('E01', 'Directrice : Un.\n', { case: 'Pôle 1' })
    .withSource('E02', 'Directrice : Deux.\n', { case: 'Pôle 1' });
  updateSource(project.session, { sourceId: project.source('E02'), caseIds: [project.case('Pôle 2')] });
  expect(people(project)).toEqual(['Directrice (Pôle 1) 2']);
});

it('removing a source removes who speaks nowhere else, and what was written of either', () => {
  const project = aProject()
    .withSource('E01', 'Directrice : Un.\nPrésident : Deux.\n')
    .withSource('E02', 'Directrice : Trois.\n')
    .withAttribute('participant', 'Président', 'Fonction', 'élu')
    .withAttribute('source', 'E01', 'Lieu', 'Aix');
  const [president, source] = [project.participant('Président'), project.source('E01')];
  writeSynthesis(project.session, {
    entityKeys: [`participant:${president}`, `participant:${project.participant('Directrice')}`],
    text: 'x',
    status: 'ready',
  });
  writeSynthesis(project.session, { entityKeys: [`source:${source}`], text: 'x', status: 'ready' });
  writeSynthesis(project.session, { entityKeys: [`source:${project.source('E02')}`], text: 'reste', status: 'ready' });
  removeSource(project.session, source);
  expect(people(project)).toEqual(['Directrice (–) 1']);
  expect(project.snapshot().cell).toMatchObject([{ synthesis: 'reste' }]);
  expect(project.snapshot().attribute_value).toEqual([]);
  expect(checkProject(project.project)).toEqual([]);
});

it('a case, a category or an attribute that goes takes its syntheses and stances along, and undo would bring them back', () => {
  const project = aProject()
    .withCase('Pôle 1', { Création: '2005|2006' })
    .withSource('E01', 'Un mot.\n')
    .withOwnGrid('Outils', { salon: [], charte: [] });
  const passageId = project.coding('AB', 'charte', 'mot');
  const attribute = readCorpusFrame(project.project).attributes[0]?.id as AttributeId;
  const keys = { case: `case:${project.case('Pôle 1')}`, salon: `category:${project.category('salon')}`, value: `attribute:${attribute}=2005|2006` };
  const charte = `category:${project.category('charte')}`;
  for (const key of Object.values(keys)) {
    writeSynthesis(project.session, { entityKeys: [key, charte], text: key, status: 'ready' });
    setCellStance(project.session, { entityKeys: [key, charte], passageId, stance: 'supports' });
  }
  removeCase(project.session, { caseId: project.case('Pôle 1') });
  removeCategory(project.session, { categoryId: project.category('salon'), withCodings: false });
  expect(project.snapshot().cell).toMatchObject([{ synthesis: keys.value }]);
  removeAttribute(project.session, { attributeId: attribute });
  expect([project.snapshot().cell, project.snapshot().cell_stance]).toEqual([[], []]);
  expect(checkProject(project.project)).toEqual([]);
});

it('merging categories moves what was written of one to the other: syntheses at values with a bar, stances, kept matrices', () => {
  const project = aProject()
    .withCase('Pôle 1', { Création: 'a|b' })
    .withSource('E01', 'Un mot.\n')
    .withOwnGrid('Outils', { Zélé: ['x'], Charte: [] });
  const [from, into] = [project.category('Zélé'), project.category('Charte')];
  const value = `attribute:${readCorpusFrame(project.project).attributes[0]?.id ?? ''}=a|b`;
  const definition: MatrixDefinition = {
    rows: [{ kind: 'category', categoryId: from }],
    columns: [{ kind: 'case' }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts'],
    hidesEmpty: false,
  };
  saveMatrix(project.session, { matrixId: null, name: 'M', definition });
  writeSynthesis(project.session, { entityKeys: [value, `category:${from}`], text: 'du premier', status: 'ready' });
  writeSynthesis(project.session, { entityKeys: [`category:${into}`, value], text: 'du second', status: 'ready' });
  writeSynthesis(project.session, { entityKeys: [`category:${from}`, `category:${into}`], text: 'les deux', status: 'ready' });
  mergeCategories(project.session, { from, into });
  expect(project.project.sqlite.prepare('SELECT key, synthesis, status FROM cell ORDER BY synthesis').all()).toEqual([
    { key: `${value}|category:${into}`, synthesis: 'du second\ndu premier', status: 'draft' },
    { key: `category:${into}`, synthesis: 'les deux', status: 'ready' },
  ]);
  expect(listMatrices(project.project)[0]?.definition.rows).toEqual([{ kind: 'category', categoryId: into }]);
  expect(checkProject(project.project)).toEqual([]);
});

it('a table of attributes makes what is missing, replaces, and takes away what it leaves blank', () => {
  const project = aProject().withCase('Pôle 1', { Création: '2005', Ville: 'Aix' });
  const targetId = project.case('Pôle 1');
  applyAttributes(project.session, 'case', [{ targetId, values: { Création: ' 2006 ', Ville: '', Statut: 'association' } }]);
  const frame = readCorpusFrame(project.project);
  const named = new Map(frame.attributes.map(({ id, name }) => [id, name]));
  expect(Object.fromEntries(frame.values.map((each) => [named.get(each.attributeId), each.value]))).toEqual({
    Création: '2006',
    Statut: 'association',
  });
});

it('people are listed as a French reader expects, whatever the machine', () => {
  const project = aProject().withSource('E01', ['Zoé', 'Élise', 'Eric', 'Personne 10', 'Personne 2'].map((name) => `${name} : Oui.\n`).join(''));
  expect(readCorpusFrame(project.project).participants.map(({ name }) => name.replace(' (E01)', ''))).toEqual([
    'Élise',
    'Eric',
    'Personne 2',
    'Personne 10',
    'Zoé',
  ]);
});

it('positions stay what the user arranged after things go', () => {
  const project = aProject().withCase('A').withCase('B').withOwnGrid('Outils', { a: [], b: [], c: [] });
  removeCase(project.session, { caseId: project.case('A') });
  createCase(project.session, { name: 'C' });
  removeCategory(project.session, { categoryId: project.category('b'), withCodings: false });
  createCategory(project.session, { gridId: project.grid('outils'), parentId: null, name: 'd', origin: 'emergent' });
  expect(readCorpusFrame(project.project).cases.map(({ name }) => name)).toEqual(['B', 'C']);
  expect(project.project.sqlite.prepare('SELECT name FROM category ORDER BY position').pluck().all()).toEqual(['a', 'c', 'd']);
});
