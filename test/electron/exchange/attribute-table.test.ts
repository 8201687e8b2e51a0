// Tables of attributes as researchers keep them: what they describe is found, what matches nothing is said before anything is written.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { importAttributeTable, matchAttributeRows, previewAttributeTable, readAttributeTable } from '../../../electron/exchange/attribute-table.ts';
import { readCorpusFrame } from '../../../electron/queries/corpus.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';
import { aStudy } from '../../support/study.ts';
import type { TestProject } from '../../support/project.ts';

const csv = (text: string, name = 'table.csv') => readAttributeTable({ name, bytes: new TextEncoder().encode(text) });
const COLUMNS = 'participant;Fonction;Âge\n';

/** `Directrice: Fonction = gouvernance`, in no order. */
function valuesIn({ project }: TestProject): string[] {
  const { attributes, values, participants, cases } = readCorpusFrame(project);
  const named = new Map([...participants, ...cases].map(({ id, name }) => [id as string, name]));
  return values.map(
    ({ attributeId, targetId, value }) => `${named.get(targetId) ?? 'source'}: ${attributes.find(({ id }) => id === attributeId)?.name} = ${value}`,
  );
}

it('a table of participants is recognised, its names matched whatever their accents, and the strangers listed with their line', async () => {
  const { project } = aStudy();
  const records = await csv(`${COLUMNS}directrice;présidence;52\nPresident;trésorier;\nFacteur;;61\n`);
  const preview = previewAttributeTable(project.project, records, {});
  expect(preview.plan).toEqual({ scope: 'participant', nameColumn: 'participant', sourceColumn: null });
  expect([preview.rows, preview.matched, preview.unmatched]).toEqual([3, 2, [{ line: 4, name: 'Facteur', because: 'unknown' }]]);
  expect(preview.columns.map(({ name, filled, examples }) => [name, filled, examples])).toEqual([
    ['participant', 3, ['directrice', 'President', 'Facteur']],
    ['Fonction', 2, ['présidence', 'trésorier']],
    ['Âge', 2, ['52', '61']],
  ]);
});

it('what the columns are called does not matter where their values name the cases or the sources', async () => {
  const { project } = aStudy();
  const cases = previewAttributeTable(project.project, await csv('Année,Terrain\n2005,Pôle 1\n2015,pole 2\n'), {});
  expect([cases.plan, cases.matched]).toEqual([{ scope: 'case', nameColumn: 'Terrain', sourceColumn: null }, 2]);
  const sources = previewAttributeTable(project.project, await csv('Fichier\tLieu\nE01.txt\tLyon\ne02\tNice\n', 't.tsv'), {});
  expect([sources.plan, sources.matched]).toEqual([{ scope: 'source', nameColumn: 'Fichier', sourceColumn: null }, 2]);
});

it('a speaker’s label is found in the source that the row names', async () => {
  const { project } = aStudy();
  project.withSource('E04', 'L1 : Oui.\nL2 : Non.\n').withSource('E05', 'L1 : Oui.\nL2 : Non.\n');
  const records = await csv('source,speaker,sexe\nE04,L1,f\nE05,L1,h\nE09,L1,f\n');
  const { plan, matched, unmatched } = previewAttributeTable(project.project, records, {});
  expect([plan, matched]).toEqual([{ scope: 'participant', nameColumn: 'speaker', sourceColumn: 'source' }, 2]);
  expect(unmatched).toEqual([{ line: 4, name: 'E09 L1', because: 'unknown' }]);
  const nameless = previewAttributeTable(project.project, records, { scope: 'participant', nameColumn: 'speaker', sourceColumn: null });
  expect(nameless.unmatched.map(({ because }) => because)).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
});

it('the chosen columns are written under their new names as one act; an empty cell takes nothing away', async () => {
  const { project } = aStudy();
  const before = project.snapshot();
  const records = await csv(`${COLUMNS}Directrice;;52\nPrésident;trésorier;48\nFacteur;;61\n`);
  const plan = { scope: 'participant', nameColumn: 'participant', sourceColumn: null } as const;
  const attributes = [
    { column: 'Fonction', name: 'Fonction' },
    { column: 'Âge', name: 'Âge en 2019' },
  ];
  expect(importAttributeTable(project.session, records, plan, attributes)).toEqual({ rows: 2, unmatched: 1, invalid: 0 });
  expect(valuesIn(project)).toEqual(
    expect.arrayContaining([
      'Directrice: Fonction = gouvernance',
      'Directrice: Âge en 2019 = 52',
      'Président: Fonction = trésorier',
      'Président: Âge en 2019 = 48',
    ]),
  );
  undo(project.session);
  expect(project.snapshot()).toEqual(before);
});

it('an Excel table with dates reads as a csv one', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Feuille 1').addRows([
    ['Cas', 'Création'],
    ['Pôle 1', new Date('2005-07-12T00:00:00Z')],
    ['Pôle 2', 2015],
  ]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const records = await readAttributeTable({ name: 'cas.xlsx', bytes });
  expect(records.map(({ fields }) => fields)).toEqual([
    { Cas: 'Pôle 1', Création: '2005-07-12' },
    { Cas: 'Pôle 2', Création: '2015' },
  ]);
});

it('a table in which nobody is known is refused, and so is one with a column twice', async () => {
  const { project } = aStudy();
  const plan = { scope: 'case', nameColumn: 'participant', sourceColumn: null } as const;
  const records = await csv(`${COLUMNS}Directrice;a;1\n`);
  expect(() => importAttributeTable(project.session, records, plan, [{ column: 'Âge', name: 'Âge' }])).toThrow('attribute.targetUnknown');
  await expect(csv('a,b,A\n1,2,3\n')).rejects.toMatchObject({ code: 'source.unreadable', data: { reason: 'columnTwice' } });
});

it('on the command line an unknown case is refused, a person unknown in a source that is named is only listed', async () => {
  const { project } = aStudy();
  const cases = await csv('cas,Ville\nPôle 1,Lyon\nPôle 9,Nice\n');
  expect(() => matchAttributeRows(project.project, 'case', cases)).toThrow('Pôle 9');
  const people = await csv('source,speaker,Ville\nE01,Directrice,Lyon\nE01,Facteur,Nice\n');
  expect(matchAttributeRows(project.project, 'participant', people)).toMatchObject({
    rows: [{ values: { Ville: 'Lyon' } }],
    unmatched: [{ name: 'E01 Facteur' }],
  });
  const strangers = await csv('speaker,Ville\nDirectrice,Lyon\nFacteur,Nice\n');
  expect(() => matchAttributeRows(project.project, 'participant', strangers)).toThrow('Facteur');
});

it('a column proposes its type, and values that an attribute does not take are named with their line and left out', async () => {
  const { project } = aStudy();
  const { id } = readCorpusFrame(project.project).attributes.find(({ name }) => name === 'Création') ?? {};
  updateAttribute(project.session, { attributeId: id as AttributeId, type: 'number' });
  const records = await csv('cas;Création;Membres;Fondé;Actif;Ville\nPôle 1;vers 1998;1 204;mai 2005;oui;Lyon\nPôle 2;2 016;87;2015;non;Lyon\n');
  const preview = previewAttributeTable(project.project, records, {});
  expect(preview.columns.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'cas: text',
    'Création: number',
    'Membres: number',
    'Fondé: date',
    'Actif: yesNo',
    'Ville: text',
  ]);
  expect(preview.invalid).toEqual([{ line: 2, column: 'Création', value: 'vers 1998' }]);
  const attributes = preview.columns.slice(1).map(({ name, type }) => ({ column: name, name, ...(name === 'Ville' ? {} : { type }) }));
  expect(importAttributeTable(project.session, records, preview.plan, attributes)).toEqual({ rows: 2, unmatched: 0, invalid: 1 });
  expect(valuesIn(project)).toEqual(
    expect.arrayContaining([
      'Pôle 1: Création = 2005',
      'Pôle 2: Création = 2016',
      'Pôle 1: Membres = 1204',
      'Pôle 1: Fondé = 2005-05',
      'Pôle 2: Actif = no',
      'Pôle 2: Ville = Lyon',
    ]),
  );
  expect(readCorpusFrame(project.project).attributes.find(({ name }) => name === 'Ville')?.type).toBe('text');
});

it('on the command line what an attribute does not take is named too', async () => {
  const { project } = aStudy();
  const { id } = readCorpusFrame(project.project).attributes.find(({ name }) => name === 'Création') ?? {};
  updateAttribute(project.session, { attributeId: id as AttributeId, type: 'date' });
  const { rows, invalid } = matchAttributeRows(project.project, 'case', await csv('cas,Création\nPôle 1,jadis\nPôle 2,1/2/2016\n'));
  expect([rows.length, invalid]).toEqual([2, [{ line: 2, column: 'Création', value: 'jadis' }]]);
});
