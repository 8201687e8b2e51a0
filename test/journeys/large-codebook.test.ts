// A codebook of a thousand categories: filtered, walked from end to end, exported with what the format does not hold, sorted and drawn.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../electron/cli/program.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const THEMES = 40;
const PER_THEME = 24;

/** Themes with concepts that somebody found in the text. */
async function aLargeGrid(home: string): Promise<string> {
  const [project, grid] = [join(home, 'Mille.trame'), join(home, 'mille.json')];
  const categories = Array.from({ length: THEMES }, (_, at) => ({
    name: `Thème ${at}`,
    children: Array.from({ length: PER_THEME }, (_child, child) => ({ name: `concept ${at}.${child}`, ...(at === 0 ? { origin: 'in-vivo' } : {}) })),
  }));
  writeFileSync(grid, JSON.stringify({ id: 'mille', title: 'Mille', source: 'Nous-mêmes', categories }));
  expect(await runCommandLine(['new', project, '--title', 'Mille'])).toBe(0);
  expect(await runCommandLine(['grid', project, 'import', grid])).toBe(0);
  return project;
}

async function saved(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

describe('a large codebook', () => {
  const desk = aWindow({ on: aLargeGrid });
  let page: Page;
  let tree: Locator;
  const row = (name: string): Locator => tree.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

  beforeAll(() => {
    page = desk.page;
    tree = page.getByRole('treegrid', { name: /Mille/ });
  });

  test('is filtered whole: the first and the last that were found are a key apart', async () => {
    await openScreen(page, 'Grilles');
    await page.getByRole('textbox', { name: 'Filtrer les catégories' }).fill('concept');
    await expect.poll(() => tree.getAttribute('aria-rowcount')).toBe(String(THEMES * (PER_THEME + 1)));
    // of which only those in view are drawn
    expect(await tree.getByRole('row').count()).toBeLessThan(80);
    await row('Thème 0').click();
    await page.keyboard.press('End');
    const last = row(`concept ${THEMES - 1}.${PER_THEME - 1}`);
    await expect.poll(() => last.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await last.getAttribute('aria-rowindex')).toBe(String(THEMES * (PER_THEME + 1)));
    await page.keyboard.press('Home');
    await expect.poll(() => row('Thème 0').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('keeps the line that has the focus while it is scrolled, and goes on from there', async () => {
    await page.keyboard.press('ArrowDown');
    await row('concept 0.0').hover();
    await page.mouse.wheel(0, 9_000);
    await row('concept 14.0').waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => row('concept 0.1').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('says what a file for other programs does not hold', async () => {
    await page.getByRole('button', { name: /^Voir la fiche de la grille/ }).click();
    await page.getByRole('button', { name: 'Exporter la grille' }).click();
    const file = await saved(page, () => page.getByRole('menuitem', { name: /qdc/ }).click());
    expect(file.suggestedFilename()).toBe('mille.qdc');
    const notice = page.getByRole('status').filter({ hasText: 'Le format qdc n’a pas de place pour' });
    await expect.poll(() => notice.textContent()).toContain(`l’origine in vivo ou émergente (${PER_THEME} catégories)`);
  });

  test('is sorted as cards by keys, and leaves as a picture', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Commandes' }).fill('tri de cartes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^concept 0\.1,/ }).press('g');
    await page.getByRole('textbox', { name: 'Nom du groupe' }).fill('Rites');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /Groupe «\sRites\s», 1\scarte/ }).waitFor();
    await page.getByRole('button', { name: 'Enregistrer l’image' }).click();
    const picture = await saved(page, () => page.getByRole('menuitem', { name: /png/ }).click());
    expect(picture.suggestedFilename()).toBe('Tri de cartes Mille.png');
  });
});
