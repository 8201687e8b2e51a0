// What cannot be done to a grid is said in a sentence, and nothing of it is done.
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  DIMENSIONS,
  TOOLS,
  card,
  chooseAct,
  countOf,
  dropOn,
  expectSaid,
  lastAct,
  openCard,
  openGridCard,
  openGrids,
  outline,
  row,
  undo,
} from './codebook-steps.ts';
import { aWindow } from './window.ts';

describe('bad input to a grid', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;
  let before: { act: string; trees: string[][] };

  const state = async () => ({ act: await lastAct(page), trees: [await outline(page, DIMENSIONS), await outline(page, TOOLS)] });

  beforeAll(async () => {
    page = desk.page;
    await openGrids(page);
  });
  beforeEach(async () => {
    before = await state();
  });

  const expectUnchanged = async (): Promise<void> => expect(await state()).toEqual(before);

  test('a parent cannot go under its child', async () => {
    await dropOn(page, 'Coordination', 'salon commun', 'on');
    await expectSaid(page, '«\u00a0Coordination\u00a0» ne peut pas aller sous une de ses propres sous-catégories. Rien n’a changé.');
    await expectUnchanged();
  });

  test('a category is not merged into what stands below it, and the screen says so before one looks for it', async () => {
    await chooseAct(page, 'Coordination', 'Fusionner dans…');
    const view = card(page, 'Fusionner «\u00a0Coordination\u00a0» dans…');
    await view.getByText(/elle peut rejoindre une autre catégorie de sa grille, mais pas l’une d’elles/).waitFor();
    await view.getByRole('textbox', { name: 'Chercher une catégorie' }).fill('salon');
    await view.getByText('Aucune catégorie trouvée qui puisse l’accueillir.').waitFor();
    expect(await view.getByRole('button', { name: 'Fusionner', exact: true }).isDisabled()).toBe(true);
    await view.getByRole('button', { name: 'Annuler' }).click();
    await expectUnchanged();
  });

  test('a name that stands there already is refused, when creating, renaming and splitting; what was typed stays to be mended', async () => {
    const opened = await openCard(page, 'Régulation');
    await opened.getByRole('button', { name: 'Nouvelle sous-catégorie' }).click();
    await page.getByRole('textbox', { name: /^Sous «\sRégulation/ }).fill('Partage de l’autorité');
    await page.keyboard.press('Enter');
    await expectSaid(page, /Une catégorie s’appelle déjà «.*Partage de l’autorité.*» à cet endroit/);
    expect(await page.getByRole('textbox', { name: /^Sous «\sRégulation/ }).inputValue()).toBe('Partage de l’autorité');
    await page.keyboard.press('Escape');

    await row(page, 'lettre aux élus').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Nouveau nom' }).fill('collège PME');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('textbox', { name: 'Nouveau nom' }).inputValue()).toBe('collège PME');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Nouveau nom' }).waitFor({ state: 'detached' });

    await chooseAct(page, 'lettre aux élus', 'Scinder…');
    const view = card(page, 'Scinder «\u00a0lettre aux élus\u00a0»');
    await view.getByRole('combobox', { name: 'Catégorie 1' }).fill('les mêmes');
    await view.getByRole('combobox', { name: 'Catégorie 2' }).fill('les mêmes');
    await page.keyboard.press('Tab');
    await view.getByText('Deux catégories porteraient le même nom').waitFor();
    expect(await view.getByRole('button', { name: 'Scinder', exact: true }).isDisabled()).toBe(true);
    await view.getByRole('button', { name: 'Annuler' }).click();
    await expectUnchanged();
  });

  test('a category with codings goes only after saying how many go with it, and undo brings them back', async () => {
    await openCard(page, 'Régulation');
    await row(page, 'Régulation').focus();
    await page.keyboard.press('Delete');
    const question = page.getByRole('dialog', { name: /^Supprimer «\sRégulation\s»/u });
    await question.getByText(/Ses 7\ssous-catégories disparaissent aussi\. 54\scodages seront retirés\./u).waitFor();
    await question.getByRole('button', { name: 'Annuler' }).click();
    await expectUnchanged();
    await row(page, 'Régulation').focus();
    await page.keyboard.press('Delete');
    await question.getByRole('button', { name: 'Supprimer' }).click();
    await expectSaid(page, /«\s*Régulation\s*» est supprimée\. Ctrl\+Z la fait revenir/);
    await expect.poll(() => row(page, 'collège PME').count()).toBe(0);
    await undo(page, /suppression de «\s*Régulation\s*» et de 54\scodages/u);
    await expect.poll(() => countOf(page, 'Régulation')).toBe('54');
    await expectUnchanged();
  });

  test('a scale that runs backwards, or leaves out a weight that is there, is refused', async () => {
    const opened = await openCard(page, 'collège PME');
    await opened.getByRole('button', { name: /Échelle de poids$/ }).click();
    await page.getByRole('option', { name: 'Autre échelle…' }).click();
    await page.getByRole('textbox', { name: 'De', exact: true }).fill('5');
    await page.getByRole('textbox', { name: 'à', exact: true }).fill('1');
    await page.getByRole('button', { name: 'Fixer l’échelle' }).click();
    await expectSaid(page, /Cette échelle ne va pas/);
    await page.keyboard.press('Escape');
    await expectUnchanged();
  });

  test('a file that is no grid, and a grid that is there already, are refused in words', async () => {
    const add = async (name: string, text: string): Promise<void> => {
      await page.getByRole('button', { name: 'Ajouter une grille' }).click();
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /^Importer une grille/ }).click()]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await add('notes.json', '{ "id": ');
    await expectSaid(page, /^Ce fichier n’est pas une grille\s: il est illisible ou incomplet/u);
    await add('notes.json', '{"id": "notes", "title": "Notes", "kind": "categories", "categories": [{"name": 3}]}');
    await expectSaid(page, /^Ce fichier n’est pas une grille\s: voyez «\scategories\.0\.name\s»\./u);
    await add('deux.json', '{"id": "deux", "title": "Deux", "kind": "categories", "categories": [{"name": "Même"}, {"name": "Même"}]}');
    await expectSaid(page, /Une catégorie s’appelle déjà «.*ême.*» à cet endroit/);
    await expectUnchanged();
    await openGridCard(page, TOOLS);
  });
});
