// A category's whole card, the passage that is its example, the kept versions of a grid and the data structure drawn from it.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { zipTexts } from '../support/zip-text.ts';
import {
  DIMENSIONS,
  TOOLS,
  card,
  childrenOf,
  countOf,
  download,
  expectLastAct,
  expectSaid,
  openCard,
  openGridCard,
  openGrids,
  row,
  undo,
} from './codebook-steps.ts';
import { applyFromPalette, closePalette, openInReader, openScreen, selectByMouse } from './steps.ts';
import { aWindow } from './window.ts';

describe('a category and its grid', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  beforeAll(async () => {
    page = desk.page;
    await openGrids(page);
  });

  async function write(opened: Locator, field: string, words: string): Promise<void> {
    const box = opened.getByRole('textbox', { name: field, exact: true });
    await box.fill(words);
    await box.press('Control+Enter');
    await opened.getByText('✓ enregistré').first().waitFor();
  }

  async function choose(opened: Locator, trait: string, option: string | RegExp): Promise<void> {
    await opened.getByRole('button', { name: new RegExp(`${trait}$`) }).click();
    await page.getByRole('option', { name: option }).click();
  }

  const traitOf = (opened: Locator, trait: string): Promise<string> => opened.getByRole('button', { name: new RegExp(`${trait}$`) }).innerText();

  test('the card holds the rule, the traits, a scale and a key of one’s own, also after coming back', async () => {
    const opened = await openCard(page, 'collège PME');
    await write(opened, 'Définition', 'Le collège réservé aux petites entreprises.');
    await write(opened, 'Inclure', 'Ses sièges, ses votes.');
    await write(opened, 'Exclure', 'Les autres collèges.');
    await choose(opened, 'Origine', 'Émergente');
    await choose(opened, 'Étape', 'Axiale');
    await choose(opened, 'Statut', 'À l’essai');
    await choose(opened, 'Échelle de poids', /2\sà\s2$/u);
    await choose(opened, 'Touche pour coder', 'Touche 4');
    await expectLastAct(page, /«\s*collège PME\s*» sous la touche 4/);
    await openCard(page, 'lettre aux élus');
    const again = await openCard(page, 'collège PME');
    const field = (name: string): Promise<string> => again.getByRole('textbox', { name, exact: true }).inputValue();
    expect([await field('Définition'), await field('Inclure'), await field('Exclure')]).toEqual([
      'Le collège réservé aux petites entreprises.',
      'Ses sièges, ses votes.',
      'Les autres collèges.',
    ]);
    expect([await traitOf(again, 'Origine'), await traitOf(again, 'Étape'), await traitOf(again, 'Statut')]).toEqual([
      'Émergente',
      'Axiale',
      'À l’essai',
    ]);
    expect(await traitOf(again, 'Touche pour coder')).toBe('Touche 4');
    await again.getByRole('button', { name: 'Choisir la couleur' }).click();
    await page.getByRole('listbox', { name: 'Couleur' }).getByRole('option').nth(2).click();
    await expectLastAct(page, /fiche de la catégorie «\s*collège PME/);
    await page.keyboard.press('Escape');
  });

  test('the key chosen on the card codes in the reader', async () => {
    await openInReader(page, 'E07 Président');
    await selectByMouse(page, 'deux maisons');
    const key = page.getByRole('region', { name: 'Liste rapide' }).getByRole('button', { name: /^Touche 4\s: collège PME, fixée/u });
    await key.click();
    await expectLastAct(page, /application de «\s*collège PME/);
    await openScreen(page, 'Grilles');
    await undo(page, /application de «\s*collège PME/);
  });

  test('a passage becomes the example and leads to its words; once it is gone its words stay', async () => {
    await openInReader(page, 'E07 Président');
    await selectByMouse(page, 'deux maisons');
    await applyFromPalette(page, 'lettre aux', 'lettre aux élus');
    await closePalette(page);
    await openScreen(page, 'Grilles');
    const opened = await openCard(page, 'lettre aux élus');
    await opened.getByRole('button', { name: 'Choisir un passage' }).click();
    await page
      .getByRole('listbox', { name: 'Choisir un passage' })
      .getByRole('option', { name: /^deux maisons/ })
      .click();
    const example = opened.getByRole('region', { name: 'Exemple' });
    await expect.poll(() => example.getByRole('blockquote').textContent()).toBe('deux maisons');
    await example.getByRole('button', { name: /^E07 §\d+/ }).click();
    await page.getByRole('heading', { name: 'E07 Président', level: 1 }).waitFor();
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toBe('deux maisons');
    await page.getByRole('button', { name: 'Retirer «\u00a0lettre aux élus\u00a0»' }).first().click();
    await expectLastAct(page, /retrait de «\s*lettre aux élus/);
    await openScreen(page, 'Grilles');
    const after = await openCard(page, 'lettre aux élus');
    await expect.poll(() => after.getByRole('textbox', { name: 'Exemple' }).inputValue()).toMatch(/^deux maisons \(E07 §\d+\)$/);
    await undo(page, /retrait de «\s*lettre aux élus/);
    await after
      .getByRole('region', { name: 'Exemple' })
      .getByRole('button', { name: /^E07 §/ })
      .waitFor();
  });

  test('a version is kept with its reason, compared with what followed, and brought back', async () => {
    const grid = await openGridCard(page, DIMENSIONS);
    await grid.getByRole('button', { name: 'Versions' }).click();
    const view = card(page, `Versions de «\u00a0${DIMENSIONS}\u00a0»`);
    await view.getByText('Aucune version gardée.').waitFor();
    await view.getByRole('textbox', { name: 'Pourquoi maintenant' }).fill('Après les douze premiers entretiens');
    await page.keyboard.press('Enter');
    await view.getByText('Version 1').first().waitFor();
    await view.getByText('Après les douze premiers entretiens').waitFor();
    await view.getByText('Ces deux états sont les mêmes.').waitFor();

    await row(page, 'Changement').dblclick();
    await page.getByRole('textbox', { name: 'Nouveau nom' }).fill('Transformation');
    await page.keyboard.press('Enter');
    const renamed = await openCard(page, 'Transformation');
    await write(renamed, 'Définition', 'Ce qui devient autre.');
    await renamed.getByRole('button', { name: 'Nouvelle sous-catégorie' }).click();
    await page.getByRole('textbox', { name: /^Sous «\sTransformation/ }).fill('Rupture');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => childrenOf(page, DIMENSIONS, 'Transformation')).toEqual(['Rupture']);

    await (await openGridCard(page, DIMENSIONS)).getByRole('button', { name: 'Versions' }).click();
    await view.getByText(/1\sajoutée, 0\sretirée, 1\smodifiée, 8\sinchangées/u).waitFor();
    await view.getByText('s’appelait «\u00a0Changement\u00a0»').waitFor();
    expect((await view.locator('ins').allTextContents()).join(' ')).toContain('devient');
    await view.getByRole('button', { name: /^Revenir à cette version/ }).click();
    const question = page.getByRole('dialog', { name: /^Revenir à la version 1/ });
    await question.getByText(/1\scatégorie reprend sa place, son nom ou ses textes d’alors/u).waitFor();
    await question.getByText(/1\scatégorie faite depuis, et vide, disparaît/u).waitFor();
    await question.getByRole('button', { name: 'Revenir à cette version' }).click();
    await expectSaid(page, /La grille est revenue à sa version 1/);
    await row(page, 'Changement').waitFor();
    await expect.poll(() => row(page, 'Rupture').count()).toBe(0);
    expect(await countOf(page, 'Changement')).toBe('28');
    await undo(page, /retour de «.*» à sa version 1/);
    await row(page, 'Transformation').waitFor();
  });

  test('the data structure is drawn from the tree, leads to its categories and is saved as picture and Word', async () => {
    await (await openGridCard(page, TOOLS)).getByRole('button', { name: 'Structure des données' }).click();
    const view = card(page, `Structure des données de «\u00a0${TOOLS}\u00a0»`);
    const boxes = view.locator('[data-mark]');
    await expect.poll(() => boxes.count()).toBeGreaterThan(20);
    const save = (format: string) =>
      download(page, async () => {
        await view.getByRole('button', { name: 'Enregistrer' }).click();
        await page.getByRole('menuitem', { name: format }).click();
      });
    const svg = readFileSync(await (await save('svg')).path(), 'utf8');
    for (const words of ['Dimensions agrégées', 'Régulation', 'collège PME']) expect(svg).toContain(words);
    const docx = zipTexts(readFileSync(await (await save('docx')).path()));
    expect(docx.get('word/document.xml')).toContain(`Structure des données, ${TOOLS}`);
    expect([...docx.keys()].filter((name) => name.startsWith('word/media/'))).not.toEqual([]);
    const png = readFileSync(await (await save('png')).path());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    await boxes.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Définition' }).waitFor();
  });
});
