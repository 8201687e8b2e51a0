// Going back in the history, a category's earlier states, keys of one's own and coding with one hand: in a real browser, and again after a restart.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { TRANSCRIPTS, openInReader, openScreen } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const focusedWords = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.focusNode?.textContent ?? '');
const selectedWords = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commandes' }).fill('Raccourcis clavier');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Raccourcis clavier' }).waitFor();
}

/** The caret into the first turn, as a hand would put it there. */
async function intoText(page: Page): Promise<void> {
  await page
    .locator('p[data-t]')
    .first()
    .click({ position: { x: 4, y: 8 } });
}

describe('focus', () => {
  const desk = aWindow({ on: aStudy('Mes pôles', TRANSCRIPTS.slice(0, 1)) });
  let page: Page;

  beforeAll(() => {
    page = desk.page;
  });

  test('a category’s definition is written twice, and both states are read afterwards', async () => {
    await openScreen(page, 'Grilles');
    await page
      .getByRole('row', { name: /Gouvernance/ })
      .first()
      .click();
    const definition = page.getByRole('textbox', { name: 'Définition' });
    for (const words of ['Qui décide.', 'Qui décide, et comment.']) {
      await definition.fill(words);
      await page.keyboard.press('Control+Enter');
      await page
        .getByText(/Annuler\s: fiche de la catégorie/)
        .first()
        .waitFor();
      await page.waitForTimeout(300);
    }
    await page.locator('.codebook-card').getByRole('button', { name: 'Historique' }).click();
    const dialog = page.getByRole('dialog');
    const states = dialog.getByRole('listbox', { name: 'États, du plus récent au plus ancien' }).getByRole('option');
    await expect.poll(() => states.count()).toBe(3);
    expect(await dialog.locator('ins').first().textContent()).toContain('et comment');
    await states.nth(1).click();
    await expect.poll(() => dialog.locator('dd', { hasText: 'Qui décide.' }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });

  test('the history goes back before both, says so first, and brings them back together', async () => {
    await openScreen(page, 'Historique');
    const lines = page.locator('.history-line');
    await page.getByRole('searchbox', { name: 'Chercher dans les actions' }).fill('fiche gouvernance');
    await expect.poll(() => lines.count()).toBe(2);
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => lines.count()).toBeGreaterThan(2);
    await lines.nth(2).hover();
    await lines
      .nth(2)
      .getByRole('button', { name: /^Revenir ici/ })
      .click();
    // what would be taken back is read first
    await expect.poll(() => page.getByRole('dialog').locator('li').count()).toBe(2);
    await page.getByRole('button', { name: 'Annuler 2\u00a0actions' }).click();
    await page.getByText('2\u00a0actions annulées.').waitFor();
    await expect.poll(() => page.locator('.history-line-undone').count()).toBe(2);
    await page.getByRole('status').getByRole('button', { name: 'Rétablir' }).click();
    await expect.poll(() => page.locator('.history-line-undone').count()).toBe(0);
  });

  test('a key that is taken is given up by the other action, and works at once', async () => {
    await openInReader(page, 'E01 Directeur');
    await openKeys(page);
    await page.getByRole('button', { name: /Changer la touche.*Créer une catégorie in vivo/ }).click();
    await page.keyboard.press('n');
    await page
      .getByText(/N sert déjà à/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'La prendre quand même' }).click();
    await page.getByText('2\u00a0touches changées').waitFor();
    await page.keyboard.press('Escape');
    await intoText(page);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('n');
    await page.locator('.reader-palette, [role="dialog"]').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('one hand reads, selects, codes and undoes', async () => {
    await page.getByRole('button', { name: 'Réglages' }).first().click();
    await page.getByRole('menuitem', { name: 'Main gauche' }).click();
    await page.getByRole('complementary', { name: 'Touches du codage à une main' }).waitFor();
    await intoText(page);
    const first = await focusedWords(page);
    await page.keyboard.press('KeyD');
    await expect.poll(() => focusedWords(page)).not.toBe(first);
    await page.keyboard.press('KeyE');
    await expect.poll(() => focusedWords(page)).toBe(first);
    await page.keyboard.press('Shift+KeyD');
    await expect.poll(async () => (await selectedWords(page)).length).toBeGreaterThan(5);
    await page.keyboard.press('KeyW');
    await page.keyboard.type('Gouvernance');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page
      .getByText(/Annuler\s: application de/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole('group', { name: 'Séance de travail' }).textContent()).toMatch(/^1\spassage,/u);
    await page.keyboard.press('KeyX');
    await page.getByText(/Annulé\s: application de/).waitFor();
    await page.getByRole('button', { name: 'Cacher cette aide' }).click();
    expect(await page.getByRole('complementary', { name: 'Touches du codage à une main' }).count()).toBe(0);
  });

  test('keys and hand are still chosen after a restart; the counter can be switched off', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Réglages' }).first().click();
    await page.getByRole('menuitem', { name: 'Deux mains' }).click();
    await openKeys(page);
    await page.getByText('2\u00a0touches changées').waitFor();
    await page.getByRole('button', { name: 'Toutes les touches d’origine' }).click();
    await page.getByText(/Une touche se change en l’ouvrant/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Réglages' }).first().click();
    await page.getByRole('menuitem', { name: 'Compteur de séance' }).click();
    await expect.poll(() => page.getByRole('group', { name: 'Séance de travail' }).count()).toBe(0);
  });
});
