// Attributes as a table, written and read back: every value where it was, whatever its type and however people are called.
import { describe, expect, it } from 'vitest';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { createAttribute, setAttributeValues } from '../../../electron/commands/corpus.ts';
import { linkSpeaker } from '../../../electron/commands/speakers.ts';
import { buildAttributeFile, printAttributeFile } from '../../../electron/exchange/attribute-file.ts';
import { importAttributeTable, previewAttributeTable, readAttributeTable } from '../../../electron/exchange/attribute-table.ts';
import { listSpeakers, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { ATTRIBUTE_SCOPES, ATTRIBUTE_TYPES } from '../../../shared/domain/corpus.ts';
import type { AttributeScope, AttributeType } from '../../../shared/domain/corpus.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TYPED: Readonly<Record<AttributeType, readonly string[]>> = {
  text: ['=1+1', ' « à voir », dit-elle ; "bien"\nou non', '007', '2019-03-12', 'oui'],
  number: ['1 234,5', '-3', '2005', '12345678901234567890', '0,1'],
  date: ['2019', 'mars 2019', '12 mars 2019', '29/02/2020', '1999-12-31'],
  choice: ['forte', 'faible', 'Non', 'forte', '1'],
  ordered: ['faible', 'forte', '1', 'Non', 'faible'],
  yesNo: ['oui', 'non', 'x', 'no', 'vrai'],
};

/** Two directors of the same name in two poles, labels that are names of others, and an attribute of each type for every scope. */
function aCorpus(): TestProject {
  const project = aProject()
    .withCase('Pôle 1')
    .withCase('Pôle 2')
    .withCase('Pôle 3, dit « le grand »')
    .withSource('E01', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nL1 : Non.\n', { case: 'Pôle 1' })
    .withSource('E02', 'Enquêtrice : Oui ?\nDirectrice : Oui.\nL1 : Non.\n', { case: 'Pôle 2' })
    .withSource('E03', 'Présidente : Rien.\n');
  const speakers = listSpeakers(project.project).filter(({ label }) => label === 'Directrice');
  const [first] = speakers;
  const inThird = listSpeakers(project.project).find(({ label }) => label === 'Présidente');
  // she is the director of the first pole too
  if (first && inThird) linkSpeaker(project.session, { speakerId: inThird.id, participantId: first.participantId });
  for (const scope of ATTRIBUTE_SCOPES) {
    const ids = targets(project, scope);
    for (const type of ATTRIBUTE_TYPES) {
      const attributeId = createAttribute(project.session, { scope, name: `De type ${type}`, type, choices: ['faible', 'forte', 'Non', '1'] });
      const values = TYPED[type].slice(0, ids.length - 1).map((value, at) => ({ attributeId, targetId: ids[at] ?? '', value }));
      setAttributeValues(project.session, { values });
    }
  }
  return project;
}

function targets({ project }: TestProject, scope: AttributeScope): string[] {
  const { cases, participants } = readCorpusFrame(project);
  if (scope === 'source') return project.sqlite.prepare<[], string>('SELECT id FROM source ORDER BY position').pluck().all() as string[];
  return (scope === 'case' ? cases : participants).map(({ id }) => id);
}

function valuesOf({ project }: TestProject): string[] {
  return readCorpusFrame(project)
    .values.map(({ attributeId, targetId, value }) => `${attributeId} ${targetId} ${value}`)
    .sort();
}

describe.each(['csv', 'xlsx'] as const)('a table in %s', (format) => {
  it.each(ATTRIBUTE_SCOPES)('of every %s is read back as it was', async (scope) => {
    const project = aCorpus();
    const before = valuesOf(project);
    const content = await printAttributeFile(project.project, scope, format);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const ids = new Set(targets(project, scope));
    const emptied = readCorpusFrame(project.project).values.filter(({ targetId }) => ids.has(targetId));
    setAttributeValues(project.session, { values: emptied.map((value) => ({ ...value, value: '' })) });
    expect(valuesOf(project).length).toBe(before.length - emptied.length);

    const records = await readAttributeTable({ name: `table.${format}`, bytes });
    const { plan, matched, rows, unmatched, invalid } = previewAttributeTable(project.project, records, {});
    expect([plan.scope, rows, matched, unmatched, invalid]).toEqual([scope, ids.size, ids.size, [], []]);
    const attributes = readCorpusFrame(project.project)
      .attributes.filter((attribute) => attribute.scope === scope)
      .map(({ name }) => ({ column: name, name }));
    expect(importAttributeTable(project.session, records, plan, attributes)).toEqual({ rows: ids.size, unmatched: 0, invalid: 0 });
    expect(valuesOf(project)).toEqual(before);
  });
});

it('people are named as they are called; who shares a name is named by a source too', () => {
  const project = aCorpus();
  const file = buildAttributeFile(project.project, 'participant');
  expect(file.headings.slice(0, 2)).toEqual(['source', 'participant']);
  expect(file.rows.map(([source, name]) => [source, name])).toEqual([
    ['E01', 'Directrice'],
    ['E02', 'Directrice'],
    ['', 'Enquêtrice'],
    ['', 'L1 (E01)'],
    ['', 'L1 (E02)'],
  ]);
});

it('an attribute that is called as the first column is leaves it another name', () => {
  const project = aProject().withCase('Pôle 1', { Cas: 'pilote' });
  expect(buildAttributeFile(project.project, 'case')).toMatchObject({ headings: ['case', 'Cas'], rows: [['Pôle 1', 'pilote']] });
});

it('attributes that only capitals tell apart stay apart, and the table can be read', async () => {
  const project = aProject().withCase('Pôle 1', { Ville: 'Aix', ville: 'Lyon', Cas: 'a', Case: 'b' });
  const text = String(await printAttributeFile(project.project, 'case', 'csv'));
  expect(text).toBe('\ufeffcas (2),Ville,ville (2),Cas,Case\r\nPôle 1,Aix,Lyon,a,b\r\n');
  const records = await readAttributeTable({ name: 'cas.csv', bytes: new TextEncoder().encode(text) });
  expect(previewAttributeTable(project.project, records, {}).plan).toMatchObject({ scope: 'case', nameColumn: 'cas (2)' });
});

it('yes and no are written in the project’s language, dates and numbers as programs read them', async () => {
  const project = aProject().withCase('Pôle 1', { Actif: 'x', Fondé: '12 mars 2005', Membres: '1 204,5' });
  for (const [name, type] of [
    ['Actif', 'yesNo'],
    ['Fondé', 'date'],
    ['Membres', 'number'],
  ] as const) {
    const attributeId = readCorpusFrame(project.project).attributes.find((each) => each.name === name)?.id as AttributeId;
    updateAttribute(project.session, { attributeId, type });
  }
  expect(await printAttributeFile(project.project, 'case', 'csv')).toBe('\ufeffcas,Actif,Fondé,Membres\r\nPôle 1,oui,2005-03-12,1204.5\r\n');
});
