// Passages proposed for a category, decided one by one by keyboard and taken back; passages like the one in hand.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

const list = (): Locator => page.getByRole('list', { name: 'Passages proposés' });
const items = (): Locator => page.locator('.suggestion');

beforeAll(() => {
  page = desk.page;
});

test('a category’s card leads to what is proposed for it, and says first what that is worth', async () => {
  await openScreen(page, 'Grilles');
  await page
    .getByRole('row', { name: /feuille de route/u })
    .first()
    .click();
  await page.getByRole('article', { name: 'feuille de route' }).getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Propositions pour cette catégorie…' }).click();
  await page.getByText(/Appris de \d+ passages codés/u).waitFor();
  await page.getByText(/sur les 20 premières propositions, \d+ étaient bien codées ainsi/u).waitFor();
  await items().first().waitFor();
  expect(await items().first().textContent()).toContain('Mots décisifs');
  expect(await violationsInBoth(page)).toEqual([]);
});

test('A accepts, R refuses, the history says so, and undo takes it back', async () => {
  await items().first().focus();
  await page.keyboard.press('a');
  await items().first().getByText('acceptée').waitFor();
  await expect
    .poll(() =>
      items()
        .nth(1)
        .evaluate((item) => item === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('r');
  await items().nth(1).getByText('refusée').waitFor();
  await page.keyboard.press('k');
  await expect
    .poll(() =>
      items()
        .nth(1)
        .evaluate((item) => item === document.activeElement),
    )
    .toBe(true);
  await page.getByText('Jusqu’ici : 1 acceptée, 1 refusée.').waitFor();
  const first = await items().first().locator('.suggestion-words').textContent();
  await page.getByRole('button', { name: 'Apprendre de 2 décisions et proposer à nouveau' }).click();
  await page.getByRole('button', { name: /^Apprendre de/u }).waitFor({ state: 'detached' });
  await expect.poll(() => list().textContent()).not.toContain(first ?? '?');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByText('Jusqu’ici').waitFor({ state: 'detached' });
});

test('from a passage in the text to passages like it, coded with a category once one is chosen', async () => {
  await openScreen(page, 'Codage');
  await page.getByRole('button', { name: 'E01 Directrice générale' }).first().click();
  await page.locator('.reader-stripe').first().click();
  await page.getByRole('link', { name: 'Passages semblables' }).click();
  await page.getByText('Mots cherchés, du plus rare au plus courant').waitFor();
  await items().first().waitFor();
  expect(await items().first().getByRole('button').count()).toBe(0);
  await page.getByRole('button', { name: /^Catégorie :/u }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Gouvernance');
  await page
    .getByRole('option', { name: /^Gouvernance/u })
    .first()
    .click();
  await items().first().getByRole('button', { name: 'Accepter' }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await items().first().focus();
  await page.keyboard.press('a');
  await items().first().getByText('acceptée').waitFor();
});
