// The corpus table of the method chapter: every source with who speaks in it, in Word, Excel and csv.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { createCaseGroup } from '../../../../electron/commands/case-groups.ts';
import { createAttribute, setAttributeValues } from '../../../../electron/commands/corpus.ts';
import { importSources } from '../../../../electron/commands/import-sources.ts';
import { updateSource } from '../../../../electron/commands/sources.ts';
import { buildCorpusTable, offeredColumns } from '../../../../electron/exchange/printing/corpus-table.ts';
import { printPieceAs } from '../../../../electron/exchange/printing/print-piece.ts';
import { usualStyle } from '../../../../electron/exchange/printing/print-setting.ts';
import { widthsByWords } from '../../../../electron/exchange/printing/formats/document-layout.ts';
import { attributeColumnKey } from '../../../../shared/domain/corpus-table.ts';
import { readCorpusFrame } from '../../../../electron/queries/corpus.ts';
import type { PrintFormat } from '../../../../shared/domain/print.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import { incoming } from '../../../support/content.ts';
import { aProject } from '../../../support/project.ts';
import type { TestProject } from '../../../support/project.ts';
import { unescaped, xmlProblem } from '../../../support/xml.ts';
import { zipTexts } from '../../../support/zip-text.ts';

const TURNS = 'Enquêtrice : Qui décide ?\nDirectrice : Tout le monde.\nTrésorier : Ou presque.\n';
const TIMES_MS = [5_000, 10_000, 4_325_000];

/** Two interviews of one pole, the first with times. */
function aCorpus(): TestProject {
  const project = aProject().withCase('Pôle 1', { Région: 'Occitanie' });
  const timed = incoming('E01 Direction', TURNS);
  const turns = timed.turns.map((turn, at) => ({ ...turn, startMs: TIMES_MS[at] ?? null }));
  importSources(project.session, [{ ...timed, turns }], { caseId: project.case('Pôle 1'), kind: 'interview' });
  project
    .withSource('E02 Élue', 'Enquêtrice : Et ici ?\nÉlue : C’est nous : tout le conseil.\n', { case: 'Pôle 1' })
    .withAttribute('participant', 'Directrice', 'Fonction', 'présidence')
    .withAttribute('participant', 'Trésorier', 'Fonction', 'finances');
  updateSource(project.session, { sourceId: project.source('E02 Élue'), date: '2019-03-14' });
  return project;
}

const proposed = { title: null, columns: null };

const printed = (project: Project, format: PrintFormat, columns?: string[]): Promise<Uint8Array> =>
  printPieceAs(project, { kind: 'corpusTable', ...(columns ? { columns } : {}) }, usualStyle(project), format);

it('the columns proposed are those that hold something: who speaks, their attributes, the case, the day, the length', () => {
  const { project } = aCorpus();
  const labels = offeredColumns(project).map(({ label, isProposed }) => `${isProposed ? '+' : '-'}${label}`);
  expect(labels).toEqual([
    '+Code',
    '-Source',
    '-Nature',
    '+Participants',
    '+Fonction',
    '+Cas',
    '-Région',
    '-Groupes de cas',
    '+Date',
    '+Durée',
    '+Mots',
    '-Mots (hors enquêteurs)',
    '-Tours de parole',
    '-Codages',
  ]);
});

it('each source has its row, without those who ask, with the time between its first and last turns', () => {
  const { columns, rows, note } = buildCorpusTable(aCorpus().project, proposed);
  expect(columns.map(({ label }) => label)).toEqual(['Code', 'Participants', 'Fonction', 'Cas', 'Date', 'Durée', 'Mots']);
  expect(rows).toEqual([
    ['E01', 'Directrice, Trésorier', 'présidence ; finances', 'Pôle 1', null, 4_320_000, 7],
    ['E02', 'Élue', '', 'Pôle 1', '2019-03-14', null, 7],
  ]);
  expect(note).toContain('2 sources, 3 participants (hors enquêteurs), 14 mots, 1\u00a0h\u00a012 d’enregistrement');
});

it('the columns asked for are shown in the order asked; one that is not there is refused', () => {
  const { project } = aCorpus();
  const region = readCorpusFrame(project).attributes.find(({ name }) => name === 'Région');
  if (!region) throw new Error('no attribute');
  const { title, rows } = buildCorpusTable(project, {
    title: 'Les entretiens : deux pôles',
    columns: [attributeColumnKey(region.id), 'name', 'kind'],
  });
  expect(title).toBe('Les entretiens\u00a0: deux pôles');
  expect(rows[0]).toEqual(['Occitanie', 'E01 Direction', 'entretien']);
  expect(() => buildCorpusTable(project, { title: null, columns: ['attribute:00000000-0000-4000-8000-000000000000'] })).toThrow('attribute.unknown');
});

it('the words of those who ask, the groups of the case and the length of the recording are there for the asking', () => {
  const project = aCorpus();
  createCaseGroup(project.session, { name: 'Anciens', caseIds: [project.case('Pôle 1')] });
  createCaseGroup(project.session, { name: 'Ruraux', caseIds: [project.case('Pôle 1')] });
  project.project.sqlite
    .prepare('INSERT INTO media (id, source_id, sha256, original_name, mime, size_bytes, duration_ms) VALUES (?, ?, ?, ?, ?, 1, ?)')
    .run('m', project.source('E02 Élue'), 'x', 'E02.mp3', 'audio/mpeg', 3_600_000);
  const { rows } = buildCorpusTable(project.project, { title: null, columns: ['code', 'groups', 'duration', 'ownWords'] });
  expect(rows).toEqual([
    ['E01', 'Anciens, Ruraux', 4_320_000, 5],
    ['E02', 'Anciens, Ruraux', 3_600_000, 5],
  ]);
});

it('attributes are shown as people read them; a number stays one for Excel', async () => {
  const project = aCorpus();
  const [number, answer] = (['number', 'yesNo'] as const).map((type) => createAttribute(project.session, { scope: 'case', name: type, type }));
  if (!number || !answer) throw new Error('no attribute');
  const targetId = project.case('Pôle 1');
  setAttributeValues(project.session, {
    values: [
      { attributeId: number, targetId, value: '12 500,5' },
      { attributeId: answer, targetId, value: 'x' },
    ],
  });
  const request = { title: null, columns: [attributeColumnKey(number), attributeColumnKey(answer)] };
  expect(buildCorpusTable(project.project, request).rows[0]).toEqual([12_500.5, 'oui']);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await printed(project.project, 'xlsx', request.columns)).buffer);
  expect(book.getWorksheet('Corpus')?.getCell('A3').value).toBe(12_500.5);
  const word = zipTexts(await printed(project.project, 'docx', request.columns)).get('word/document.xml') ?? '';
  expect(word).toContain('12\u202f500,5');
});

it('Word gets a table with a counting caption, a heading that comes back on every page, and the words as French sets them', async () => {
  const file = await printed(aCorpus().project, 'docx');
  const xml = zipTexts(file).get('word/document.xml') ?? '';
  expect(xmlProblem(xml)).toBeNull();
  expect(xml).toContain('SEQ Tableau \\* ARABIC');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const texts = unescaped(xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''));
  for (const words of ['Composition du corpus', '14/03/2019', '1\u00a0h\u00a012', 'présidence\u202f; finances', 'Directrice, Trésorier'])
    expect(texts).toContain(words);
});

it('Excel gets days, durations and counts that it can compute with', async () => {
  const file = await printed(aCorpus().project, 'xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(file).buffer);
  const sheet = book.getWorksheet('Corpus');
  expect(sheet?.getRow(2).values).toEqual([undefined, 'Code', 'Participants', 'Fonction', 'Cas', 'Date', 'Durée', 'Mots']);
  expect(sheet?.getCell('E4').value).toEqual(new Date('2019-03-14T00:00:00Z'));
  expect([sheet?.getCell('F3').value, sheet?.getCell('F3').numFmt, sheet?.getCell('G3').value]).toEqual([
    new Date('1899-12-30T01:12:00Z'),
    '[h]:mm',
    7,
  ]);
  expect(sheet?.autoFilter).toBeTruthy();
});

it('a duration that few sources have is not proposed, and the note is silent about what the table does not show', () => {
  const project = aCorpus().withSource('E03', 'Oui.\n').withSource('E04', 'Non.\n');
  const { columns, note } = buildCorpusTable(project.project, { title: null, columns: ['code'] });
  expect([columns.length, note]).toEqual([1, 'Note\u00a0: 4 sources, 3 participants (hors enquêteurs).']);
  expect(offeredColumns(project.project).find(({ key }) => key === 'duration')).toMatchObject({ filled: 1, isProposed: false });
});

it('csv gets ISO days and minutes', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await printed(aCorpus().project, 'csv', ['code', 'date', 'duration']));
  expect(text).toBe('\ufeffCode,Date,Durée (min)\r\nE01,,72\r\nE02,2019-03-14,\r\n');
});

it('sheets keep plain spaces and marks: they are sorted, filtered and read by programs', async () => {
  const { project } = aCorpus();
  const [fonction] = readCorpusFrame(project).attributes.filter(({ scope }) => scope === 'participant');
  if (!fonction) throw new Error('no attribute');
  const columns = ['code', attributeColumnKey(fonction.id)];
  expect(new TextDecoder().decode(await printed(project, 'csv', columns))).toContain('E01,présidence ; finances\r\n');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await printed(project, 'xlsx', columns)).buffer);
  expect(book.getWorksheet('Corpus')?.getCell('B3').value).toBe('présidence ; finances');
});

it('an empty project makes a table without rows', async () => {
  const { project } = aProject();
  expect(buildCorpusTable(project, proposed).rows).toEqual([]);
  for (const format of ['docx', 'xlsx', 'csv'] as const) expect((await printed(project, format)).length).toBeGreaterThan(0);
});

it.each([1, 5, 9, 30])('the widths of %i columns add up to the text width', (count) => {
  const columns = Array.from({ length: count }, (_, at) => ({
    label: `Colonne ${at}`,
    texts: ['a', 'mot '.repeat(at * 5), 'anticonstitutionnellement'],
  }));
  const widths = widthsByWords(9072, columns);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9072);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});
