// Relations between categories: co-occurrences read and followed to their passages, a network pinned by keyboard, a link made in the codebook
// that a concept map shows, and undone.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

const marks = (kind: string): Locator => page.locator(`[data-mark^="${kind}:"]`);

async function open(analysis: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/analysis';
  });
  await page.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name: analysis }).click();
}

async function show(face: string): Promise<void> {
  await page.getByRole('radio', { name: face, exact: true }).click();
}

beforeAll(() => {
  page = desk.page;
});

test('a co-occurrence is read, and its number leads to its passages and back', async () => {
  await open('Cooccurrences');
  const pair = page.getByRole('button', { name: /^Gouvernance × feuille de route — 17 paires de passages/ });
  await pair.click();
  await page.getByRole('heading', { name: 'Gouvernance × feuille de route' }).waitFor();
  const passages = page.locator('.analysis-behind li');
  await passages.first().waitFor();
  expect(await passages.first().textContent()).toMatch(/Gouvernance|feuille de route/);
  await passages.first().getByRole('link').click();
  await page.locator('.reader-panel').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: /^Gouvernance × feuille de route/ }).waitFor();
});

test('the table says the same, with what it counts in, and other units are a choice away', async () => {
  await show('Tableau');
  const row = page.getByRole('row', { name: /Gouvernance.*feuille de route/ });
  expect(await row.textContent()).toContain('17');
  await page.getByRole('button', { name: /^Ce que l’on compte/ }).click();
  await page.locator('.sentence-option', { hasText: 'dans la même source' }).click();
  await page.keyboard.press('Escape');
  await page.getByText('N = 12 sources.').waitFor();
  await show('Figure');
  expect(await violationsInBoth(page)).toEqual([]);
});

test('a category of the network is moved and pinned by keyboard, and stays there', async () => {
  await show('Réseau');
  const node = marks('node').first();
  await node.waitFor();
  await node.focus();
  const circle = node.locator('circle').first();
  const before = Number(await circle.getAttribute('cx'));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => Number(await circle.getAttribute('cx'))).toBe(before + 36);
  await page.getByRole('button', { name: 'Libérer tout' }).waitFor();
  // as it was left, after another analysis was looked at
  await open('Enchaînements');
  await marks('pair').first().waitFor();
  await open('Cooccurrences');
  await expect.poll(async () => Number(await marks('node').first().locator('circle').first().getAttribute('cx'))).toBe(before + 36);
  await marks('node').first().focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Libérer tout' }).waitFor({ state: 'detached' });
  expect(await violationsInBoth(page)).toEqual([]);
});

test('what follows what has a direction, and how passages overlap is a picture too', async () => {
  await open('Enchaînements');
  await page.getByRole('button', { name: /^Gouvernance → Influence d’acteurs — \d+ fois, attendu/ }).click();
  await page.getByRole('heading', { name: /^Gouvernance → Influence d.acteurs$/ }).waitFor();
  await open('Recoupements');
  await page.getByRole('button', { name: /^Gouvernance × feuille de route — 11 paires, égaux/ }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('a link made in the codebook is seen on a concept map with its note, and undone', async () => {
  await openScreen(page, 'Grilles');
  await page
    .getByRole('row', { name: /^Gouvernance/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lier à…' }).click();
  await page.keyboard.type('collège PME');
  await page
    .getByRole('option', { name: /collège PME/ })
    .first()
    .click();
  await page.getByText('Gouvernance — entraîne → collège PME').waitFor();
  await page.getByRole('textbox', { name: 'Note' }).fill('selon la directrice');
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  await page.locator('.links-line').getByText('collège PME', { exact: true }).waitFor();

  await open('Carte conceptuelle');
  await page.getByRole('button', { name: 'Créer une carte' }).click();
  await page.getByRole('button', { name: 'Ajouter les catégories liées' }).click();
  const edge = page.getByRole('button', { name: 'Gouvernance — entraîne → collège PME, 0 passage à l’appui' });
  await edge.focus();
  await page.keyboard.press('Enter');
  await page.locator('.relations-card').getByText('selon la directrice').waitFor();
  await page.locator('.relations-movable').getByRole('button', { name: 'Gouvernance', exact: true }).press('Enter');
  await page.locator('.analysis-behind').getByText('41 passages', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  expect(await violationsInBoth(page)).toEqual([]);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Créer une carte' }).waitFor();
  await openScreen(page, 'Grilles');
  await expect.poll(() => page.locator('.links-line').count()).toBe(0);
});
