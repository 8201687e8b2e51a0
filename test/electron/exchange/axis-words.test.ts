// Axes and cells as people write them on the command line.
import { describe, expect, it } from 'vitest';
import { saveMatrix } from '../../../electron/commands/matrices.ts';
import { entityKeysOf, parseAxes } from '../../../electron/exchange/axis-words.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { createCaseGroup } from '../../../electron/commands/case-groups.ts';
import { readStudyFrame } from '../../../electron/queries/matrix-frame.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { aProject } from '../../support/project.ts';

const project = aProject()
  .withCase('Pôle 1', { 'Secteur, dominant': 'énergie|eau', Année: '2005' })
  .withCase('Coordination')
  .withSource('E01', 'Directrice : Un.\n', { case: 'Pôle 1' })
  .withSource('Pôle 1', 'Directrice : Deux.\n')
  .withOwnGrid('Outils', { Coordination: ['salon', 'fiche, case par case'], Régulation: [] })
  .withAttribute('source', 'E01', 'Année', '2019');
const frame = readStudyFrame(project.project);
const attribute = (name: string, scope: string): string =>
  readCorpusFrame(project.project).attributes.find((each) => each.name === name && each.scope === scope)?.id ?? '';
const gridId = project.grid('outils');
const [pole1, coordination, salon] = [
  `case:${project.case('Pôle 1')}`,
  `category:${project.category('outils > Coordination')}`,
  `category:${project.category('salon')}`,
];

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('axes', () => {
  it.each([
    ['case', [{ kind: 'case' }]],
    ['source,participant , coder', [{ kind: 'source' }, { kind: 'participant' }, { kind: 'coder' }]],
    ['grid:outils', [{ kind: 'grid', gridId, level: null }]],
    ['grid:Outils@2,case', [{ kind: 'grid', gridId, level: 2 }, { kind: 'case' }]],
    ['category:outils > Coordination,case', [{ kind: 'category', categoryId: project.category('outils > Coordination') }, { kind: 'case' }]],
    ['category:fiche, case par case,source', [{ kind: 'category', categoryId: project.category('fiche, case par case') }, { kind: 'source' }]],
    ['attribute:Secteur, dominant,case', [{ kind: 'attribute', attributeId: attribute('Secteur, dominant', 'case') }, { kind: 'case' }]],
    ['attribute:source/Année', [{ kind: 'attribute', attributeId: attribute('Année', 'source') }]],
  ])('%s', (text, axes) => expect(parseAxes(text, frame)).toEqual(axes));

  it.each([
    ['', 'matrix.axisInvalid'],
    ['cases', 'matrix.axisInvalid'],
    ['case,', 'matrix.axisInvalid'],
    ['grid:', 'matrix.axisUnknown'],
    ['grid:autre@1', 'matrix.axisUnknown'],
    ['category:autre', 'category.unknown'],
    ['attribute:autre', 'matrix.axisUnknown'],
    ['attribute:Année', 'matrix.axisInvalid'],
  ])('« %s » is refused: %s', (text, code) => expect(refusalOf(() => parseAxes(text, frame)).code).toBe(code));

  it('an attribute that cases and sources both have is refused with both', () => {
    expect(refusalOf(() => parseAxes('attribute:Année', frame)).data.axis).toContain('attribute:case/Année, attribute:source/Année');
  });
});

describe('the key of a row or a column', () => {
  const value = `attribute:${attribute('Secteur, dominant', 'case')}=énergie|eau`;

  it.each([
    ['as printed', salon, [salon]],
    ['as printed, nested', `${salon}|${pole1}`, [salon, pole1]],
    ['as printed, with a value that holds a bar', `${value}|${pole1}`, [value, pole1]],
    ['a name', 'salon', [salon]],
    ['a path', 'outils > Coordination > salon', [salon]],
    ['names joined with a bar', 'salon | E01', [salon, `source:${project.source('E01')}`]],
    ['names joined with a comma', 'salon, E01', [salon, `source:${project.source('E01')}`]],
    ['a name that holds a comma', 'fiche, case par case', [`category:${project.category('fiche, case par case')}`]],
    ['a kind and a name', 'case:Pôle 1', [pole1]],
    ['a kind and a path', 'category:outils > Coordination', [coordination]],
    ['an attribute’s value', 'attribute:case/Année=2005', [`attribute:${attribute('Année', 'case')}=2005`]],
  ])('%s', (_sentence, text, keys) => expect(entityKeysOf(text, frame)).toEqual(keys));

  it('that several things have is refused with all of them: a synthesis must not land elsewhere', () => {
    expect(refusalOf(() => entityKeysOf('Pôle 1', frame))).toMatchObject({
      code: 'matrix.cellAmbiguous',
      data: { key: 'Pôle 1', candidates: ['case:Pôle 1', 'source:Pôle 1'] },
    });
    expect(refusalOf(() => entityKeysOf('Coordination', frame)).data.candidates).toEqual(['case:Coordination', 'category:Coordination']);
    expect(refusalOf(() => entityKeysOf('salon|Pôle 1', frame)).code).toBe('matrix.cellAmbiguous');
  });

  it('that two people share is refused with their keys', () => {
    const people = readCorpusFrame(project.project)
      .participants.filter(({ name }) => name === 'Directrice')
      .map(({ id }) => `participant:${id}`);
    expect(people).toHaveLength(2);
    expect(refusalOf(() => entityKeysOf('participant:Directrice', frame)).data.candidates).toEqual(people);
  });

  it.each(['', 'rien', 'case:rien', 'memo:x', 'salon|rien', 'salon, rien'])('« %s » is refused: it names nothing', (text) => {
    expect(refusalOf(() => entityKeysOf(text, frame)).code).toBe('matrix.cellUnknown');
  });
});

it('an axis is kept in a matrix by what it names, not by its name', () => {
  const definition = {
    rows: parseAxes('grid:outils', frame),
    columns: parseAxes('case', frame),
    join: { kind: 'overlap' } as const,
    coderIds: null,
    contents: ['counts' as const],
    hidesEmpty: false,
  };
  saveMatrix(project.session, { matrixId: null, name: 'M', definition });
  expect(JSON.stringify(project.snapshot().matrix)).toContain(gridId);
});

it('a cell of a typed attribute is named by its value as people write it, or as it is kept', () => {
  const typed = aProject().withCase('Pôle 1', { Actif: 'oui', Créé: '12/03/2005' });
  for (const [name, type] of [
    ['Actif', 'yesNo'],
    ['Créé', 'date'],
  ] as const) {
    const found = readStudyFrame(typed.project).attributes.find((each) => each.name === name);
    if (found) updateAttribute(typed.session, { attributeId: found.id, type });
  }
  const study = readStudyFrame(typed.project);
  const id = (name: string): string => study.attributes.find((each) => each.name === name)?.id ?? '';
  for (const word of ['oui', 'Yes', 'yes']) expect(entityKeysOf(`attribute:Actif=${word}`, study)).toEqual([`attribute:${id('Actif')}=yes`]);
  for (const day of ['12 mars 2005', '2005-03-12'])
    expect(entityKeysOf(`attribute:Créé=${day}`, study)).toEqual([`attribute:${id('Créé')}=2005-03-12`]);
});

it('a group of cases is named by its word, or alone where nothing else is called so', () => {
  const project = aProject().withCase('Pôle 1').withCase('Anciens');
  const key = `caseGroup:${createCaseGroup(project.session, { name: 'Anciens', caseIds: [] })}`;
  createCaseGroup(project.session, { name: 'Ruraux', caseIds: [] });
  const study = readStudyFrame(project.project);
  expect(entityKeysOf('case-group:Anciens', study)).toEqual([key]);
  expect(entityKeysOf('Ruraux', study)).toHaveLength(1);
  expect(entityKeysOf(key, study)).toEqual([key]);
  expect(() => entityKeysOf('Anciens', study)).toThrow('matrix.cellAmbiguous');
  expect(parseAxes('case-group,case', study)).toEqual([{ kind: 'caseGroup' }, { kind: 'case' }]);
});
