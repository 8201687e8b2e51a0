// Typed attributes: values are kept in one form, wrong ones are refused by name, a change of type converts what is there.
import { describe, expect, it } from 'vitest';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { applyAttributes, createAttribute, setAttributeValue, setAttributeValues } from '../../../electron/commands/corpus.ts';
import type { AttributeRow } from '../../../electron/commands/corpus.ts';
import { writeSynthesis } from '../../../electron/commands/cells.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import type { Attribute, AttributeType } from '../../../shared/domain/corpus.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const attribute = (project: TestProject, name: string): Attribute => {
  const found = readCorpusFrame(project.project).attributes.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

/** Of the poles, in their order. */
function values(project: TestProject, name: string): (string | null)[] {
  const { cases, values: all } = readCorpusFrame(project.project);
  const { id } = attribute(project, name);
  return cases.map((item) => all.find((value) => value.targetId === item.id && value.attributeId === id)?.value ?? null);
}

function poles(...given: readonly string[]): TestProject {
  return given.reduce((project, value, at) => project.withCase(`Pôle ${at + 1}`, value === '' ? {} : { X: value }), aProject());
}

function become(project: TestProject, type: AttributeType, choices?: readonly string[]): (string | null)[] {
  updateAttribute(project.session, { attributeId: attribute(project, 'X').id, type, choices });
  return values(project, 'X');
}

function refusalOf(act: () => unknown): Pick<Refusal, 'code' | 'data'> {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a value of a typed attribute', () => {
  const project = aProject().withCase('Pôle 1').withCase('Pôle 2');
  const targetId = project.case('Pôle 1');
  const made = (type: AttributeType): AttributeId =>
    createAttribute(project.session, { scope: 'case', name: type, type, choices: ['faible', 'forte'] });
  const set = (attributeId: AttributeId, value: string): void => setAttributeValue(project.session, { attributeId, targetId, value });

  it.each([
    ['number', ' 1 234,5 ', '1234.5'],
    ['date', '12 mars 2019', '2019-03-12'],
    ['yesNo', 'Vrai', 'yes'],
    ['choice', 'Forte', 'forte'],
    ['ordered', 'FAIBLE', 'faible'],
    ['text', ' à voir ', 'à voir'],
  ] as const)('%s: %j is kept as %j', (type, typed, kept) => {
    set(made(type), typed);
    expect(values(project, type)[0]).toBe(kept);
    expect(checkProject(project.project)).toEqual([]);
  });

  it.each([
    ['number', 'douze'],
    ['date', '31/02/2019'],
    ['yesNo', 'peut-être'],
    ['choice', 'moyenne'],
    ['ordered', 'moyenne'],
  ] as const)('%s: %j is refused by name', (type, typed) => {
    const id = made(type);
    const before = project.snapshot();
    expect(refusalOf(() => set(id, typed))).toEqual({ code: 'attribute.valueOfOtherType', data: { name: type, value: typed } });
    expect(project.snapshot()).toEqual(before);
  });

  it('« 1,234 » is what it is in the project’s language', () => {
    set(made('number'), '1,234');
    expect(values(project, 'number')[0]).toBe('1.234');
    project.project.sqlite.exec("UPDATE project SET language = 'en'");
    set(made('number'), '1,234');
    expect(values(project, 'number')[0]).toBe('1234');
    project.project.sqlite.exec("UPDATE project SET language = 'fr'");
  });

  it('a pasted block with some that do not fit is refused whole, naming the first few', () => {
    const ids = [made('number'), made('date')];
    const before = project.snapshot();
    const block = ['1', 'a', 'b', 'c', 'd', 'e', 'f'].map((value, at) => ({ attributeId: ids[at % 2] as AttributeId, targetId, value }));
    expect(refusalOf(() => setAttributeValues(project.session, { values: block }))).toEqual({
      code: 'attribute.valuesOfOtherType',
      data: { name: ['date', 'number'], values: ['a', 'b', 'c', 'd', 'e', '…'] },
    });
    expect(refusalOf(() => setAttributeValues(project.session, { values: block.slice(0, 2) }))).toEqual({
      code: 'attribute.valueOfOtherType',
      data: { name: 'date', value: 'a' },
    });
    expect(project.snapshot()).toEqual(before);
  });

  it('a table leaves them out, says which, and writes the rest', () => {
    made('number');
    const rows: AttributeRow[] = [
      { targetId, values: { number: '12,0', constructor: 'Bouygues' } },
      { targetId: project.case('Pôle 2'), values: { number: 'douze' } },
    ];
    expect(applyAttributes(project.session, 'case', rows)).toEqual([{ row: 1, attribute: 'number', value: 'douze' }]);
    expect([values(project, 'number'), values(project, 'constructor')]).toEqual([
      ['12', null],
      ['Bouygues', null],
    ]);
  });
});

it('a table makes attributes of the types chosen for them', () => {
  const project = aProject().withCase('Pôle 1').withCase('Pôle 2');
  const rows = ['forte', 'faible'].map((force, at) => ({ targetId: project.case(`Pôle ${at + 1}`), values: { Force: force, Créé: '2005' } }));
  expect(applyAttributes(project.session, 'case', rows, new Map([['Force', 'ordered']]))).toEqual([]);
  expect(attribute(project, 'Force')).toMatchObject({ type: 'ordered', choices: ['forte', 'faible'] });
  expect(attribute(project, 'Créé')).toMatchObject({ type: 'text', choices: [] });
});

it('an attribute that is there is given back, unless it is asked for as another type', () => {
  const project = poles('2005');
  expect(createAttribute(project.session, { scope: 'case', name: 'X' })).toBe(attribute(project, 'X').id);
  expect(() => createAttribute(project.session, { scope: 'case', name: 'X', type: 'number' })).toThrow('attribute.nameTaken');
});

describe('a change of type', () => {
  it('converts what is there, and back', () => {
    const project = poles('1 234,50', '', '12');
    expect(become(project, 'number')).toEqual(['1234.5', null, '12']);
    expect(become(project, 'text')).toEqual(['1234.5', null, '12']);
    expect(become(poles('12/03/2019', '2018'), 'date')).toEqual(['2019-03-12', '2018']);
    const answers = poles('Oui', 'non', 'x');
    expect(become(answers, 'yesNo')).toEqual(['yes', 'no', 'yes']);
    expect(become(answers, 'choice', ['Non', 'Oui'])).toEqual(['Oui', 'Non', 'Oui']);
    expect(become(answers, 'yesNo')).toEqual(['yes', 'no', 'yes']);
    expect(become(answers, 'text')).toEqual(['oui', 'non', 'oui']);
    expect(checkProject(answers.project)).toEqual([]);
  });

  it('into a choice that does not say between what offers what people wrote', () => {
    const project = poles('forte', 'faible', 'forte');
    become(project, 'choice');
    expect(attribute(project, 'X').choices).toEqual(['forte', 'faible']);
    become(project, 'ordered');
    expect(attribute(project, 'X').choices).toEqual(['forte', 'faible']);
    become(project, 'text');
    expect(attribute(project, 'X').choices).toEqual([]);
  });

  it('that values do not bear is refused, naming some of them', () => {
    const project = poles('12', 'a', 'b', 'c', 'd', 'e', 'f', 'a');
    const before = project.snapshot();
    expect(refusalOf(() => become(project, 'number'))).toEqual({
      code: 'attribute.valuesOfOtherType',
      data: { name: 'X', values: ['a', 'b', 'c', 'd', 'e', '…'] },
    });
    expect(project.snapshot()).toEqual(before);
  });

  it('does not take a choice away that is in use; others come and go', () => {
    const project = poles('forte', 'faible');
    become(project, 'ordered', ['faible', 'moyenne', 'forte']);
    const attributeId = attribute(project, 'X').id;
    updateAttribute(project.session, { attributeId, choices: ['nulle', 'faible', 'forte'] });
    expect(attribute(project, 'X').choices).toEqual(['nulle', 'faible', 'forte']);
    expect(refusalOf(() => updateAttribute(project.session, { attributeId, choices: ['faible'] }))).toEqual({
      code: 'attribute.valuesOfOtherType',
      data: { name: 'X', values: ['forte'] },
    });
  });

  it('takes along what was written in cells of a value', () => {
    const project = poles('2 005');
    const { id } = attribute(project, 'X');
    const before = [`attribute:${id}=2 005`, `case:${project.case('Pôle 1')}`];
    writeSynthesis(project.session, { entityKeys: before, text: 'Jeune.', status: 'ready' });
    become(project, 'number');
    expect(project.snapshot().cell).toMatchObject([{ key: `attribute:${id}=2005|case:${project.case('Pôle 1')}`, synthesis: 'Jeune.' }]);
    undo(project.session);
    expect(project.snapshot().cell).toMatchObject([{ key: before.join('|') }]);
  });
});

it('a name that another attribute of the same things has is refused; another scope may have it', () => {
  const project = poles('1').withCase('Pôle 9', { Y: '2' }).withSource('E01', 'Un.\n').withAttribute('source', 'E01', 'Z', '3');
  const attributeId = attribute(project, 'X').id;
  expect(refusalOf(() => updateAttribute(project.session, { attributeId, name: 'Y' }))).toEqual({
    code: 'attribute.nameTaken',
    data: { name: 'Y' },
  });
  updateAttribute(project.session, { attributeId, name: 'Z' });
  expect(
    readCorpusFrame(project.project)
      .attributes.map(({ name }) => name)
      .sort(),
  ).toEqual(['Y', 'Z', 'Z']);
});
