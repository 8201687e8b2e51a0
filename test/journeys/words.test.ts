// Words of a corpus: a cloud whose words lead to where they are said, words left out, a tree, specificities, classes; each as a table too.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { xmlProblem } from '../support/xml.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

const marks = (): Locator => page.locator('.analysis-picture [data-mark]');
const behind = (): Locator => page.locator('.analysis-behind');

async function open(analysis: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/analysis';
  });
  await page
    .getByRole('navigation', { name: 'Analyses' })
    .getByRole('button', { name: new RegExp(`^${analysis}`, 'u') })
    .click();
}

async function choose(word: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: word }).click();
  await page.getByRole('radio', { name: option }).press(' ');
  await page.keyboard.press('Escape');
}

async function show(face: string): Promise<void> {
  await page.getByRole('radio', { name: face, exact: true }).click();
}

beforeAll(() => {
  page = desk.page;
});

test('a word of the cloud leads, by keyboard, to where it is said, and from there into its text', async () => {
  await open('Fréquences et nuage');
  await marks().first().waitFor();
  const word = page.getByRole('button', { name: /^entreprises — \d+ occurrences/u });
  await word.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'entreprises', exact: true }).waitFor();
  await behind().locator('mark').first().waitFor();
  expect(await behind().locator('mark').first().textContent()).toMatch(/entreprise/iu);
  expect(await violationsInBoth(page)).toEqual([]);
  await behind().locator('li a').first().click();
  await page.locator('.reader-panel').waitFor();
  await page.goBack();
  await marks().first().waitFor();
});

test('a word left out is counted no more, until undo', async () => {
  const word = page.getByRole('button', { name: /^deux — /u });
  await word.click();
  await behind().getByRole('button', { name: 'Ne plus compter ce mot' }).click();
  await word.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mots ignorés…' }).click();
  const form = page.getByRole('dialog', { name: 'Mots que les comptages ignorent' });
  await form.getByText('deux', { exact: true }).waitFor();
  await form.getByRole('textbox', { name: 'Ignorer aussi' }).fill('pôle, région');
  await page.keyboard.press('Enter');
  await form.getByText('région', { exact: true }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await word.waitFor();
});

test('the same words are told by case, as bars, as a table whose numbers lead back, and as files', async () => {
  await choose(/^Parties du corpus/u, 'par cas');
  await show('Barres');
  await marks().first().waitFor();
  await show('Tableau');
  const table = page.getByRole('region', { name: /^Tableau/u });
  await table.getByRole('columnheader', { name: 'Pôle 1' }).waitFor();
  await table.getByRole('row').nth(1).getByRole('button').last().click();
  await page.getByRole('heading', { name: /— Pôle 2$/u }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await show('Figure');
  await page.getByRole('button', { name: 'Exporter' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Image SVG' }).click()]);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(xmlProblem(svg)).toBeNull();
  expect(svg).toContain('entreprises');
});

test('a tree is read from a word that is typed, on either side', async () => {
  await open('Arbre de mots');
  await page.getByText('Choisissez un mot').waitFor();
  await page.getByRole('button', { name: /^Mot de départ/u }).click();
  await page.getByRole('textbox', { name: 'Mot de départ' }).fill('on');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^on a — \d+ occurrences/u }).click();
  await page.getByRole('heading', { name: 'on a', exact: true }).waitFor();
  await behind().locator('mark').first().waitFor();
  await choose(/^De quel côté/u, 'précède');
  await page
    .getByRole('button', { name: /^\S+ on — \d+ occurrences/u })
    .first()
    .waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('specificities say which words each case says more, or less, than chance would have it', async () => {
  await open('Spécificités');
  await page
    .getByRole('button', { name: /^Pôle 1 : .+ \d,\d — /u })
    .first()
    .click();
  await behind().locator('mark').first().waitFor();
  await page
    .getByRole('button', { name: /^Pôle 2 : .+ −\d,\d — /u })
    .first()
    .waitFor();
  await choose(/^Parties du corpus/u, 'par entretien');
  await page.getByText('La figure montre 8 parties sur 12').waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('classes are drawn as a tree, with their words, their cases and their passages', async () => {
  await open('Classification(?! h)');
  await page.getByRole('button', { name: /^Classe 4 — \d+ segments/u }).waitFor();
  await page.getByRole('region', { name: 'Profil de la classe 1' }).getByRole('link').first().waitFor();
  await page.getByRole('button', { name: /^Classe 1 — /u }).click();
  await page.getByRole('heading', { name: 'Classe 1 — passages caractéristiques' }).waitFor();
  expect(await behind().locator('li').count()).toBeGreaterThan(3);
  await choose(/^Sorte de classification/u, 'en double classification');
  await page.getByText(/Dans aucune classe\s: \d+ segments/u).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});
