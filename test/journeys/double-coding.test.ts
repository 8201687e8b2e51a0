// Two coders and one interview: given to both, coded without seeing each other, revealed, their agreement read, two disagreements settled, a second round kept.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { applyFromPalette, closePalette, openInReader, selectByMouse, stripes } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const COLLEGES = 'Chaque collège a une voix';
const CHARTER = 'La charte tient lieu de règlement.';
const SIGNED = 'Personne ne l’a signée.';
const TEXT = `Enquêtrice : Qui décide ?\nDirecteur : ${COLLEGES}, les petits aussi.\nDirecteur : ${CHARTER} ${SIGNED}\n`;

const desk = aWindow({ on: aStudy('Double codage', [{ name: 'E01.txt', text: TEXT }]) });
let page: Page;
beforeAll(() => {
  page = desk.page;
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const analysis = (name: string): Promise<void> => page.goto(`${page.url().split('#')[0]}#/analysis?view=${name}`).then(() => undefined);

async function code(words: string, letters: string, category: string): Promise<void> {
  await selectByMouse(page, words);
  await applyFromPalette(page, letters, category);
  await closePalette(page);
}

/** The one who was there first. */
async function becomeFirst(): Promise<void> {
  await page.getByRole('button', { name: / code$/u }).click();
  await page.getByRole('menuitem').first().click();
  await expect.poll(() => page.getByRole('button', { name: /Claire Delmas code$/u }).count()).toBe(0);
}

test('a source is given to two coders, who do not see each other’s codings', async () => {
  await page.getByRole('button', { name: / code$|Qui code/u }).click();
  await page.getByRole('menuitem', { name: 'Ajouter un codeur…' }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Claire Delmas');
  await button('Ajouter').click();
  await page.getByRole('button', { name: /Claire Delmas code$/u }).waitFor();
  await analysis('assignments');
  await button('Confier des sources…').click();
  await page.getByRole('group', { name: 'Sources' }).getByText('E01', { exact: true }).click();
  await button('Confier').click();
  await page.getByRole('article', { name: 'Double codage' }).getByText('pas commencé').first().waitFor();
  await button('À l’aveugle').waitFor();

  await openInReader(page, 'E01');
  await code(COLLEGES, 'gouvern', 'Gouvernance');
  await code(CHARTER, 'gouvern', 'Gouvernance');
  expect((await stripes(page)).length).toBe(2);

  await becomeFirst();
  await openInReader(page, 'E01');
  expect(await stripes(page)).toEqual([]);
  await code(COLLEGES, 'gouvern', 'Gouvernance');
  await code(SIGNED, 'influence', "Influence d'acteurs");
  expect((await stripes(page)).length).toBe(2);
  await analysis('agreement');
  await page.getByText('Vous codez à l’aveugle').waitFor();
});

test('once revealed, they read how far they agree, and keep it as a round', async () => {
  await analysis('assignments');
  await button('J’ai terminé').click();
  await button('Reprendre').waitFor();
  await button('Dévoiler les codages').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Dévoiler les codages' }).click();
  await page.getByText(/^dévoilé le/u).waitFor();
  await analysis('agreement');
  await page.locator('.disagreement').nth(1).waitFor();
  await button('Enregistrer ce tour').click();
  await page.getByRole('region', { name: 'Tours de mesure' }).getByText('Tour 1', { exact: true }).first().waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('two disagreements are settled from the keyboard, and stay listed; a second round stands on the curve', async () => {
  await page.locator('.disagreement').first().focus();
  await page.keyboard.press('1');
  await page.getByText('Le codage de', { exact: false }).waitFor();
  await page.keyboard.type('La charte règle la vie du pôle.');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.disagreement').count()).toBe(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('disagreement'))).toBe(true);
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.decided').count()).toBe(2);
  await page.getByText('La charte règle la vie du pôle.').waitFor();
  await button('Enregistrer ce tour').click();
  await page.getByRole('region', { name: 'Tours de mesure' }).locator('[data-mark]').nth(1).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('region', { name: 'Tours de mesure' }).locator('[data-mark]').count()).toBe(1);
});
