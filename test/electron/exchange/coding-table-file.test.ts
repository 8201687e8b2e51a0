// Codings made elsewhere: columns known by what other programs call them, documents by their names, quotes but for white space, one act.
import { expect, test } from 'vitest';
import { applyCodingTable } from '../../../electron/commands/codings.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { planCodingsFile, readCodingsFile } from '../../../electron/exchange/coding-table-file.ts';
import type { PlannedFile } from '../../../electron/exchange/coding-table-file.ts';
import { QuoteFinder } from '../../../electron/exchange/place-quote.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { listMemos } from '../../../electron/queries/memos.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { proposedColumns } from '../../../shared/domain/coding-table.ts';
import type { TableMapping } from '../../../shared/domain/coding-table.ts';
import { aProject } from '../../support/project.ts';
import type { TestProject } from '../../support/project.ts';

const TALK = 'Marie : C’est le conseil qui décide.\nLéo : Oui, oui. C’est le conseil, et lui seul.\n';
const study = (): TestProject =>
  aProject()
    .withSource('E01', TALK)
    .withOwnGrid('Ma grille', { Gouvernance: ['Conseil'] });

async function planned(project: TestProject, name: string, content: unknown, mapping?: TableMapping, createCategories = true): Promise<PlannedFile> {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return planCodingsFile(project.session, await readCodingsFile({ name, bytes }), { unit: 'utf16', createCategories, language: 'fr' }, mapping);
}

const told = (project: TestProject): string[] => listCodings(project.project).map(({ quote, category }) => `${quote} → ${category}`);

test('columns are known by what other programs call them', () => {
  const maxqda = ['Couleur', 'Commentaire', 'Groupe de documents', 'Nom du document', 'Code', 'Début', 'Fin', 'Poids', 'Segment', 'Créé par'];
  expect(proposedColumns(maxqda)).toEqual({
    source: 'Nom du document',
    quote: 'Segment',
    category: 'Code',
    coder: 'Créé par',
    memo: 'Commentaire',
    weight: 'Poids',
  });
  const atlas = ['ID', 'Document', 'Quotation Name', 'Quotation Content', 'Comment', 'Codes', 'Created by', 'Created'];
  expect(proposedColumns(atlas)).toEqual({
    source: 'Document',
    quote: 'Quotation Content',
    category: 'Codes',
    coder: 'Created by',
    memo: 'Comment',
    createdAt: 'Created',
  });
  expect(proposedColumns(['id', 'document', 'tag', 'content'])).toEqual({ source: 'document', quote: 'content', category: 'tag' });
  expect(proposedColumns(['source', 'start', 'end', 'quote', 'category'])).toMatchObject({ start: 'start', end: 'end' });
});

test('a quote is found but for white space and signs, and told from its like by the words around it', () => {
  const finder = new QuoteFinder(TALK);
  const found = (...given: Parameters<QuoteFinder['find']>): string[] => finder.find(...given).map(({ start, end }) => TALK.slice(start, end));
  expect(found("C'est  le\nconseil qui")).toEqual(['C’est le conseil qui']);
  expect(found('décide.Léo : Oui')).toEqual(['décide.\nLéo : Oui']);
  expect(found('le conseil')).toHaveLength(2);
  const last = TALK.lastIndexOf('le conseil');
  expect(finder.find('le conseil', { prefix: 'Oui, oui. C’est ', suffix: ', et' })).toEqual([{ start: last, end: last + 10 }]);
  expect([found('le cons eil qu'), found('rien'), found('\u00ad')]).toEqual([[], [], []]);
});

test('a table of another program is coded with its own columns, documents and paths of codes', async () => {
  const project = study();
  const table =
    'Nom du document;Code;Segment;Créé par\nEntretiens\\e01.docx;Codes\\\\Gouvernance\\\\Conseil;C’est le conseil qui;Zoé\nE01;Autorité > Parole;lui seul;Zoé\nE01;Conseil;jamais dit;\n';
  const { preview, plan } = await planned(project, 'segments.csv', table);
  expect(preview).toMatchObject({ format: 'table', total: 3, refused: 1, newCategories: ['Autorité', 'Parole'], newCoders: ['Zoé'] });
  expect(preview.documents).toEqual([
    { name: 'Entretiens\\e01.docx', rows: 1, sourceId: project.source('E01') },
    { name: 'E01', rows: 2, sourceId: project.source('E01') },
  ]);
  expect([plan, preview.rows[0]?.line]).toEqual([null, 4]);
  const without = await planned(project, 'segments.csv', table, { leavesRefused: true });
  if (without.plan) expect(applyCodingTable(project.session, without.plan)).toBe(2);
  expect(told(project)).toEqual([
    expect.stringMatching(/^C’est le conseil qui → .+ > Gouvernance > Conseil$/),
    expect.stringMatching(/^lui seul → codages-repris > Autorité > Parole$/),
  ]);
  undo(project.session);
  expect([told(project), readCodebook(project.project).map(({ title }) => title)]).toEqual([[], ['Ma grille']]);
});

test('a refused row makes nothing, a date in another form costs the date alone, a code of no words is none', async () => {
  const project = study();
  const table =
    'Document,Code,Segment,Créé le,Créé par,Weight\nE01,Neuf,lui seul,05/06/2024 10:22,Zoé,beaucoup\nE01,Conseil,lui seul,05/06/2024 10:22,,\nE01,>,lui seul,,,\n';
  const { preview, plan } = await planned(project, 't.csv', table, { leavesRefused: true });
  expect(preview).toMatchObject({ refused: 2, newCategories: [], newCoders: [] });
  expect(plan?.rows).toHaveLength(1);
});

test('what the user says of columns and documents goes before what is proposed', async () => {
  const project = study();
  const table = 'Qui,Où,Quoi\nGouvernance,Premier entretien,lui seul\nGouvernance,Autre,lui seul\n';
  expect((await planned(project, 't.csv', table)).preview).toMatchObject({ refused: 2, mapping: {} });
  const columns = { source: 'Où', quote: 'Quoi', category: 'Qui' };
  const { preview, plan } = await planned(project, 't.csv', table, { columns, sources: { 'Premier entretien': project.source('E01'), Autre: null } });
  expect(preview).toMatchObject({ total: 1, refused: 0 });
  expect(plan?.rows).toHaveLength(1);
  await expect(planned(project, 't.csv', table, { columns: { quote: 'Ailleurs' } })).rejects.toMatchObject({ code: 'coding.tableInvalid' });
});

const note = (id: string, given: object): object => ({
  id,
  created: '2024-05-06T07:08:09.000000+00:00',
  user: 'acct:zoe@hypothes.is',
  uri: 'https://example.org/entretiens/e01.html',
  text: '',
  tags: [],
  document: { title: ['E01'] },
  target: [{ source: 'https://example.org/entretiens/e01.html', selector: [] }],
  ...given,
});
const on = (exact: string, prefix = '', suffix = ''): object => ({
  target: [
    {
      selector: [
        { type: 'TextPositionSelector', start: 1, end: 2 },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    },
  ],
});

test('annotations of Hypothes.is come in with their tags, notes and answers; what is not found is named', async () => {
  const project = study();
  const annotations = [
    note('a', { ...on('le conseil', 'Oui, oui. C’est ', ', et lui'), tags: ['Conseil', 'à revoir'], text: 'Il insiste.' }),
    note('b', { references: ['a'], text: 'Oui.', user: 'acct:luc@hypothes.is', target: [] }),
    note('c', on('lui seul')),
    note('d', { ...on('jamais dit'), tags: ['Conseil'] }),
    note('e', { text: 'Sur toute la page' }),
  ];
  for (const file of [{ export_date: '2024-06-01', annotations }, { total: 5, rows: annotations }, annotations])
    expect((await planned(project, 'h.json', file)).preview).toMatchObject({ format: 'hypothesis', total: 4, refused: 2 });
  const { plan } = await planned(project, 'h.json', annotations);
  if (plan) expect(applyCodingTable(project.session, plan)).toBe(3);
  expect(told(project).toSorted()).toEqual([
    'le conseil → hypothes-is > à revoir',
    'le conseil → ma-grille > Gouvernance > Conseil',
    'lui seul → hypothes-is > Surligné',
  ]);
  expect(listCodings(project.project).every(({ coder }) => coder === 'zoe')).toBe(true);
  expect(listMemos(project.project, null, null).map(({ text }) => text)).toEqual(['Il insiste.\n\nluc\u00a0: Oui.']);
});

test('the table that Hypothes.is exports is known by its columns', async () => {
  const project = study();
  const csv =
    'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n2024-05-06 07:08,https://example.org/E01.html,Public,Annotation,lui seul,zoe,Fort,"Autorité,Parole",\n2024-05-06 07:09,https://example.org/E01.html,Public,Reply,,luc,Oui,,\n';
  const { preview } = await planned(project, 'h.csv', csv);
  expect(preview).toMatchObject({ format: 'hypothesis', total: 1, refused: 0, newCategories: ['Autorité', 'Parole'] });
});
