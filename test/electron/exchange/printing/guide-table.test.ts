// The guide for the thesis: its links, its coverage, in Word, Excel and csv.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { readGuideFile } from '../../../../electron/exchange/guide-file.ts';
import { buildGuideTable, printGuideTable } from '../../../../electron/exchange/printing/guide-table.ts';
import { DECIDE, FUTURE, HERE, settle, withGuide } from '../../../support/guide.ts';
import { aStudy } from '../../../support/study.ts';
import { zipTexts } from '../../../support/zip-text.ts';

function study() {
  const { project } = aStudy();
  const guideId = withGuide(project);
  settle(project, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Et ici ?']);
  return { project: project.project, guideId };
}

it('links each question to the categories it is meant to feed', () => {
  const { project, guideId } = study();
  const { columns, rows, note } = buildGuideTable(project, guideId, 'links');
  expect(columns.map(({ label }) => label)).toEqual(['N°', 'Thème', 'Question', 'Catégories visées']);
  expect(rows).toEqual([
    ['Q1', 'Gouvernance', DECIDE, 'Gouvernance ; Coordination'],
    ['Q2', 'Gouvernance', HERE, ''],
    ['Q3', 'Suites', FUTURE, 'Coordination'],
  ]);
  expect(note).toBe('2 thèmes, 3 questions.');
});

it('tells which interview answered which question, in how many words, and what it fed', () => {
  const { project, guideId } = study();
  const { columns, rows, note } = buildGuideTable(project, guideId, 'coverage');
  expect(columns.slice(3).map(({ label }) => label)).toEqual(['E01', 'E02', 'E03', 'Entretiens', 'Mots', 'Dimensions nourries']);
  expect(rows.map((row) => row.slice(3))).toEqual([
    [14, null, null, '1 sur 3', 14, 'Gouvernance (2) ; Coordination (1) ; feuille de route (1)'],
    [null, 13, null, '1 sur 3', 13, expect.stringMatching(/^Influence d.acteurs \(2\)/)],
    [null, null, null, '0 sur 3', 0, ''],
  ]);
  expect(note).toContain('2 des 3 sources');
});

it('becomes a Word document, a workbook and csv', async () => {
  const { project, guideId } = study();
  const word = await printGuideTable(project, { guideId, what: 'coverage', format: 'docx' });
  const document = zipTexts(word.content as Uint8Array).get('word/document.xml');
  for (const words of ['Qui prend les décisions', '1 sur 3', 'Suites']) expect(document).toContain(words);
  const workbook = new ExcelJS.Workbook();
  const { content } = await printGuideTable(project, { guideId, what: 'coverage', format: 'xlsx' });
  await workbook.xlsx.load((content as Uint8Array).buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('Guide');
  expect(sheet?.getCell('D3').value).toBe(14);
  expect(sheet?.getCell('A3').value).toBe('Q1');
  const csv = await printGuideTable(project, { guideId, what: 'links', format: 'csv' });
  expect(new TextDecoder().decode(csv.content)).toContain(`Q3,Suites,${FUTURE},Coordination\r\n`);
});

it('comes in from a file', async () => {
  const bytes = new TextEncoder().encode('1. Parcours\n- Comment êtes-vous arrivé ?\n2. Gouvernance\n- Qui décide ?\n');
  expect(await readGuideFile({ name: 'Mon guide.txt', bytes })).toEqual({
    title: 'Mon guide',
    themes: [
      { name: 'Parcours', questions: [{ text: 'Comment êtes-vous arrivé ?', categoryIds: [] }] },
      { name: 'Gouvernance', questions: [{ text: 'Qui décide ?', categoryIds: [] }] },
    ],
  });
  const html =
    '<h1>Dirigeants</h1><h2>Parcours</h2><ul><li>formation</li><li>arrivée au pôle</li></ul><h2>Gouvernance</h2><p>le conseil</p><p>la feuille de route</p>';
  expect(await readGuideFile({ name: 'guide.html', bytes: new TextEncoder().encode(html) })).toMatchObject({
    title: 'Dirigeants',
    themes: [
      { name: 'Parcours', questions: [{ text: 'formation' }, { text: 'arrivée au pôle' }] },
      { name: 'Gouvernance', questions: [{ text: 'le conseil' }, { text: 'la feuille de route' }] },
    ],
  });
  await expect(readGuideFile({ name: 'guide.xyz', bytes })).rejects.toThrow('source.unreadable');
});
