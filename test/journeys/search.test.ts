// Searching words by hand and by keys, in a real Chromium: from the reader's selection to every place, and on to coding them.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { expectInHand, openInReader, palette, selectByMouse } from './steps.ts';
import { aWindow } from './window.ts';

describe('a search', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  const field = (): Locator => page.getByRole('searchbox', { name: 'Chercher des mots dans tout le projet' });
  const lines = (): Locator => page.getByRole('grid', { name: 'Passages trouvés' });
  const place = (name: RegExp): Locator => page.getByRole('navigation', { name: 'Recherche' }).getByRole('button', { name });

  beforeAll(() => {
    page = desk.page;
  });

  test('begins from the words chosen in the reader, by a key', async () => {
    await openInReader(page, 'E07 Président');
    await selectByMouse(page, 'deux maisons');
    await palette(page).waitFor();
    await page.keyboard.press('Control+Shift+F');
    await field().waitFor();
    await expect.poll(() => field().inputValue()).toBe('"deux maisons"');
    await expect.poll(() => lines().locator('mark').allInnerTexts()).toContain('deux maisons');
    await field().fill('décident');
    await page.getByText('6 passages dans 5 tours, 3 entretiens').waitFor();
    await expect.poll(() => lines().getByRole('row').count()).toBe(6);
    await expect.poll(() => lines().locator('mark').allInnerTexts()).toEqual(['décident', 'décide', 'décidera', 'décident', 'décide', 'décide']);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  test('is sorted by the words after, walked through by keys, and each line is one key from its interview', async () => {
    await page.getByRole('button', { name: 'Mots d’après' }).press('Enter');
    await expect.poll(() => lines().getByRole('row').first().innerText()).toContain('à bouger');
    await field().press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expectInHand(page, 'décidera');
    await page.goBack();
    await lines().waitFor();
    expect(await lines().getAttribute('aria-activedescendant')).toBe('search-hit-5');
  });

  test('leads from a count to its passages, and to what is written elsewhere', async () => {
    await place(/E10/).press('Enter');
    await expect.poll(() => lines().getByRole('row').count()).toBe(2);
    await place(/Synthèses/).press('Enter');
    await page.getByRole('list', { name: 'Synthèses' }).getByRole('listitem').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await place(/Tous les entretiens/).press('Enter');
  });

  test('is narrowed by a sentence, and says when nothing is found', async () => {
    await page.getByRole('button', { name: /^Participants/ }).press('Enter');
    await page.keyboard.type('Animatrice');
    await page.getByRole('option', { name: 'Animatrice réseau' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('2 passages dans 1 tour, 1 entretien').waitFor();
    await field().fill('introuvable');
    await page.getByText('Rien de tel dans les entretiens.').waitFor();
    await field().fill('(a');
    await page.getByRole('button', { name: 'Expression régulière' }).press('Space');
    await page.getByText('Cette expression régulière n’est pas correcte').waitFor();
    await page.getByRole('button', { name: 'Expression régulière' }).press('Space');
  });

  test('is kept by name, taken up again, and coded as a whole', async () => {
    await field().fill('décider OU charte');
    await page.getByText(/^\d+ passages dans/).waitFor();
    await page.getByRole('button', { name: 'Recherches enregistrées' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Enregistrer sous…' }).press('Enter');
    await page.getByRole('textbox', { name: 'Nom' }).fill('Qui décide');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Qui décide', exact: true }).waitFor();
    await field().fill('autre chose');
    await page.getByRole('button', { name: 'Qui décide', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Qui décide' }).press('Enter');
    await expect.poll(() => field().inputValue()).toBe('décider OU charte');
    await page.getByRole('button', { name: 'Tout coder…' }).press('Enter');
    await page.getByRole('group', { name: 'Règle de codage' }).getByText('la recherche «\u00a0décider OU charte\u00a0»').waitFor();
    await page.getByRole('button', { name: /^Coder \d+ passages/ }).waitFor();
  });
});
