// Cross tables, correspondence maps, trees and truth tables: set as a sentence, read as a picture and as a table, led back to passages.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

beforeAll(() => {
  page = desk.page;
});

async function open(view: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/analysis?view=${id}`;
  }, view);
  await page.locator('.analysis-sentence').waitFor();
}

const picture = (): Locator => page.locator('.analysis-picture svg');
const marks = (): Locator => page.locator('.analysis-picture [data-mark]');
const behind = (): Locator => page.locator('section.analysis-behind');
const word = (name: string): Locator => page.locator('.analysis-sentence').getByRole('button', { name: new RegExp(`^${name}`) });

async function choose(label: string, option: string): Promise<void> {
  await word(label).click();
  // the mark itself is hidden under its label
  await page
    .getByRole('dialog')
    .locator('.sentence-option', { hasText: new RegExp(`^${option}`) })
    .click();
  await page.keyboard.press('Escape');
}

beforeEach(() => page.keyboard.press('Escape'));

test('a cross table says what it counts, warns, and leads each cell to as many passages as it says', async () => {
  await open('crosstab');
  await picture().waitFor();
  await expect.poll(() => page.locator('.analysis-caption').innerText()).toMatch(/On compte des passages/);
  expect(await page.locator('.analysis-warning').allInnerTexts()).toContainEqual(expect.stringMatching(/ne sont pas indépendants/));
  const mark = marks().first();
  const count = Number(/: (\d+)/.exec((await mark.getAttribute('aria-label')) ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => behind().innerText()).toContain(`${count} passages`);
  await page.keyboard.press('Escape');
});

test('counting cases instead of passages takes the warning away and tests each row by itself', async () => {
  await open('crosstab');
  await choose('Unité', 'sources');
  await expect.poll(() => page.locator('.analysis-caption').innerText()).toMatch(/On compte des sources/);
  expect((await page.locator('.analysis-warning').allInnerTexts()).join(' ')).not.toMatch(/ne sont pas indépendants/);
  await page.getByRole('heading', { name: 'Chaque ligne, testée seule' }).waitFor();
  await page.getByRole('radio', { name: 'Tableau', exact: true }).click();
  await page.getByRole('table').first().waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Figure', exact: true }).click();
});

test('a correspondence map names its points without covering one name with another', async () => {
  await open('correspondence');
  await picture().waitFor();
  const boxes = await page.locator('.analysis-picture [data-mark] text').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      return { left, top: top + 2, right, bottom: bottom - 2 };
    }),
  );
  expect(boxes.length).toBeGreaterThan(10);
  const covered = boxes.filter((a, at) =>
    boxes.some((b, other) => other > at && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(covered).toEqual([]);
  await marks().first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await behind().locator('li').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ajouter un élément supplémentaire' }).click();
  await expect.poll(() => page.locator('.analysis-picture polygon').count()).toBeGreaterThan(1);
  expect(await violationsInBoth(page)).toEqual([]);
});

test('a tree joins what is alike, and a joining leads to the passages of all it joins', async () => {
  await open('clustering');
  await picture().waitFor();
  const joined = page.locator('.analysis-picture [data-mark^="merge:"]');
  const items = page.locator('.analysis-picture [data-mark^="item:"]');
  await expect.poll(() => items.count()).toBeGreaterThan(3);
  expect(await joined.count()).toBe((await items.count()) - 1);
  await joined.first().focus();
  await page.keyboard.press('Enter');
  await behind().locator('li').first().waitFor();
  await page.keyboard.press('Escape');
  await choose('Distance', 'distance de Jaccard');
  await choose('Agrégation', 'méthode de Ward');
  await page.getByText('La méthode de Ward demande des distances euclidiennes').waitFor();
  await choose('Agrégation', 'lien moyen');
  await picture().waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});

async function describeSet(name: string, category: string): Promise<void> {
  await word(name).click();
  const form = page.getByRole('dialog');
  const field = form.getByRole('combobox', { name: 'Catégorie' });
  await field.fill(category);
  await page
    .getByRole('option', { name: new RegExp(`^${category}`) })
    .first()
    .click();
  await form.getByRole('textbox', { name: 'Dedans à partir de' }).fill('3');
  await form.getByRole('button', { name: 'Appliquer' }).click();
}

test('a truth table is built from passages counted, solved, and says who contradicts it', async () => {
  await open('qca');
  await page.getByText('Choisissez un résultat à expliquer et au moins une condition.').waitFor();
  await describeSet('Résultat', 'Changement');
  await describeSet('Ajouter une condition', 'Gouvernance');
  await describeSet('Ajouter une condition', 'Dimension collective');
  await picture().waitFor();
  await expect.poll(() => page.locator('.analysis-caption').innerText()).toMatch(/2 conditions, ensembles nets/);
  // no configuration reaches 0.8: half of their cases are there from 0.5 on
  await page.getByText('Aucune configuration ne mène au résultat à ces seuils').waitFor();
  await word('Cohérence').click();
  const cut = page.getByRole('dialog').getByRole('textbox', { name: 'Cohérence' });
  await cut.fill('0,5');
  await cut.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Solution conservatrice' }).waitFor();
  for (const title of ['Solution conservatrice', 'Solution parcimonieuse', 'Contradictions', 'Conditions nécessaires', 'Appartenances'])
    expect(await page.getByRole('heading', { name: new RegExp(`^${title}`) }).count()).toBeGreaterThan(0);
  await marks().first().focus();
  await page.keyboard.press('Enter');
  await behind().locator('li').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await violationsInBoth(page)).toEqual([]);
  expect(desk.broken).toEqual([]);
});
