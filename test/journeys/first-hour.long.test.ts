// The first hour, without a pointer: from the sample to a Word table by keys alone, while the guide notices each step.
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { palette } from './steps.ts';
import { aWindow } from './window.ts';

const MOST_STOPS = 80;

/** Goes on with Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error('Tab does not lead there');
}

const stepsDone = (page: Page) =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('trame.firstHour') ?? '{}') as { done?: string[] }).done ?? []);

describe('the first hour by keys alone', () => {
  const desk = aWindow({ on: 'home' });
  let page: Page;

  beforeAll(() => {
    page = desk.page;
  });

  test('F1 says what the screen is for, Escape gives the focus back', async () => {
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).waitFor();
    await page.keyboard.press('F1');
    const help = page.getByRole('complementary', { name: 'Aide' });
    await help.getByRole('heading', { name: 'Accueil', level: 2 }).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  test('the guide begins, and the sample opens', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Votre première heure, pas à pas' }));
    await page.keyboard.press('Enter');
    const help = page.getByRole('complementary', { name: 'Aide' });
    await help.getByText('0 pas fait sur 8').waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }));
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
    await page.getByRole('button', { name: 'Votre première heure, 1 pas fait sur 8' }).waitFor();
  });

  test('an interview is read', async () => {
    await page.keyboard.press('Alt+2');
    const corpus = page.getByRole('treegrid', { name: 'Corpus' });
    await tabTo(page, corpus);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'E02 Directeur de laboratoire', level: 1 }).waitFor();
    await tabTo(page, page.getByRole('textbox', { name: /^Texte de/ }));
    await page.keyboard.press('Control+End');
    await expect.poll(() => stepsDone(page)).toEqual(['sample', 'read']);
  });

  test('a passage is coded and taken back', async () => {
    await page.keyboard.press('/');
    await palette(page).waitFor();
    await page.keyboard.type('gouv');
    await palette(page)
      .getByRole('option', { name: /^Gouvernance/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => stepsDone(page)).toContain('code');
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => stepsDone(page)).toContain('undo');
    await page.keyboard.press('Control+Shift+z');
  });

  test('a memo is written on it', async () => {
    await page.keyboard.press('m');
    await page.locator('[contenteditable="true"][aria-multiline]:focus').waitFor();
    await page.keyboard.type('À relire avec la grille.');
    await expect.poll(() => stepsDone(page)).toContain('memo');
  });

  test('a matrix is opened, and a synthesis written in a cell without waiting for its field', async () => {
    await page.keyboard.press('Alt+4');
    await tabTo(page, page.getByRole('button', { name: 'Dimensions × familles d’outils × pôles' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('grid'));
    await expect.poll(() => stepsDone(page)).toContain('matrix');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tous décident ensemble. ');
    await page.keyboard.press('Escape');
    await expect.poll(() => stepsDone(page)).toContain('synthesis');
  });

  test('the matrix leaves as a Word table, and all eight steps are done', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Exporter…' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Exporter pour la thèse' });
    const run = sheet.getByRole('button', { name: 'Exporter', exact: true });
    await tabTo(page, run);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) });
    expect(value).toContain('Tous décident ensemble.');
    await expect.poll(async () => (await stepsDone(page)).length).toBe(8);
  });

  test('what was done is kept when the program starts anew', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Votre première heure, 8 pas faits sur 8' }).waitFor();
  });
});
