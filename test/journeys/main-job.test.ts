// The main job by hand, in a real Chromium against the served workbench: from interviews to the matrix, and back after a power cut.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  TRANSCRIPTS,
  applyFromPalette,
  cell,
  closePalette,
  createProject,
  expectStripes,
  exportMatrix,
  importTranscript,
  openInReader,
  openMainMatrix,
  openScreen,
  paintedWords,
  selectByMouse,
} from './steps.ts';
import { aWindow } from './window.ts';

const COLLEGES = 'Chaque collège a une voix';
const ON_VOTE = 'On nous écoute, puis on vote comme avant.';

describe('from interviews to the matrix', () => {
  const desk = aWindow({ on: 'home' });
  let page: Page;

  beforeAll(() => {
    page = desk.page;
  });

  test('the first start offers the sample project and a new one', async () => {
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).waitFor();
    await createProject(page, 'Mes pôles');
  });

  test('transcripts come in with their turns and speakers, each in its case', async () => {
    await importTranscript(page, TRANSCRIPTS[0] as never, 'Pôle 1');
    await importTranscript(page, TRANSCRIPTS[1] as never, 'Pôle 2');
    const row = page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: /E02 Présidente/ });
    await expect.poll(() => row.textContent()).toContain('Pôle 2');
  });

  test('a passage is coded by mouse, several categories in a row', async () => {
    await openInReader(page, 'E01 Directeur');
    await selectByMouse(page, COLLEGES);
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'gouv', 'Gouvernance');
    await applyFromPalette(page, 'autor', "Partage de l'autorité");
    await closePalette(page);
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
    await expect.poll(() => paintedWords(page)).toContain(COLLEGES);
  });

  test('a turn is coded by keyboard alone', async () => {
    await openInReader(page, 'E02 Présidente');
    const text = page.getByRole('textbox', { name: 'Texte de E02 Présidente' });
    await text.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await applyFromPalette(page, 'influence', "Influence d'acteurs");
    await closePalette(page);
    await expectStripes(page, ["Influence d'acteurs"]);
  });

  test('undo and redo say what they do, and do it', async () => {
    await page.getByRole('textbox', { name: 'Texte de E02 Présidente' }).focus();
    await page.getByRole('button', { name: /^Annuler : .*Influence d.acteurs/ }).waitFor();
    await page.keyboard.press('Control+z');
    await expectStripes(page, []);
    await page.keyboard.press('Control+Shift+z');
    await expectStripes(page, ["Influence d'acteurs"]);
  });

  test('the matrix shows the crossing, and its number leads to the passage and back', async () => {
    await openMainMatrix(page);
    const meeting = cell(page, 'Gouvernance × Régulation × Pôle 1');
    await expect.poll(() => meeting.getAttribute('aria-label')).toContain('1 passage');
    await meeting.getByRole('link', { name: '1' }).click();
    const quote = page.getByRole('link', { name: COLLEGES });
    await quote.click();
    await page.getByRole('heading', { name: 'E01 Directeur', level: 1 }).waitFor();
    await expect.poll(() => page.getByRole('blockquote').textContent()).toContain(COLLEGES);
    await page.goBack();
    await page.getByRole('link', { name: COLLEGES }).waitFor();
  });

  test('a synthesis is written in its cell', async () => {
    const editor = page.getByRole('textbox', { name: /^Synthèse de Gouvernance × Régulation × Pôle 1/ });
    await editor.click();
    await page.keyboard.type('Chaque collège pèse autant que les autres.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cell(page, 'Gouvernance × Régulation × Pôle 1').textContent()).toContain('Chaque collège pèse');
  });

  test('the Word file holds what the screen shows', async () => {
    const download = await exportMatrix(page, 'Word');
    const path = join(desk.home, 'matrice.docx');
    await download.saveAs(path);
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(path) });
    for (const words of ['Gouvernance', 'Régulation', 'Pôle 2', 'Partage de l’autorité', 'Chaque collège pèse autant que les autres.'])
      expect(value).toContain(words);
  });

  test('after a power cut everything acknowledged is there, and can still be undone', async () => {
    await desk.cutPower();
    await page.getByRole('button', { name: /Ouvrir « Mes pôles »/ }).click();
    await openInReader(page, 'E01 Directeur');
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
    await openMainMatrix(page);
    await expect.poll(() => cell(page, 'Gouvernance × Régulation × Pôle 1').textContent()).toContain('Chaque collège pèse');
    await page.getByRole('button', { name: /^Annuler : synthèse/ }).click();
    await expect.poll(() => cell(page, 'Gouvernance × Régulation × Pôle 1').textContent()).not.toContain('Chaque collège pèse');
  });

  test('the history lists every act in words', async () => {
    await openScreen(page, 'Historique');
    await expect.poll(() => page.getByRole('main').textContent()).toMatch(/application de «\sInfluence d/);
  });

  test('a passage that contradicts is found by its words', async () => {
    await openInReader(page, 'E02 Présidente');
    await selectByMouse(page, ON_VOTE);
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'changement', 'Changement');
    await closePalette(page);
    await expect.poll(() => paintedWords(page)).toContain(ON_VOTE);
  });

  test('no act broke the page', () => expect(desk.broken).toEqual([]));
});
