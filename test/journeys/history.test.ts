// Two coders write one definition in turn: the history tells who, shows either alone, and every state of the definition is read again.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { chooseAct, expectLastAct, openCard, openGrids } from './codebook-steps.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const SECOND = 'Camille Duval';
const AS_FIRST = 'Qui décide, et selon quelles règles.';
const AS_SECOND = 'Qui décide, et devant qui l’on répond.';

describe('a definition written by two', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;
  const lines = () => page.locator('.history-line');

  beforeAll(async () => {
    page = desk.page;
    await openGrids(page);
  });

  async function define(words: string): Promise<void> {
    const field = (await openCard(page, 'Gouvernance')).getByRole('textbox', { name: 'Définition' });
    await field.fill(words);
    await field.press('Control+Enter');
    await expectLastAct(page, /fiche de la catégorie «\s*Gouvernance/);
    await expect.poll(() => field.inputValue()).toBe(words);
  }

  async function narrow(filter: string, option: string): Promise<void> {
    await page
      .getByRole('group', { name: 'Ce que montre l’historique' })
      .getByRole('button', { name: new RegExp(`${filter}$`) })
      .click();
    await page.getByRole('option', { name: option }).click();
  }

  test('a second coder takes over and writes it anew', async () => {
    await define(AS_FIRST);
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Anne Berger/ })
      .click();
    await page.getByRole('menuitem', { name: 'Ajouter un codeur…' }).click();
    const form = page.getByRole('dialog', { name: 'Ajouter un codeur' });
    await form.getByRole('textbox', { name: 'Nom' }).fill(SECOND);
    await form.getByRole('button', { name: 'Ajouter' }).click();
    await form.waitFor({ state: 'detached' });
    await page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(SECOND) })
      .waitFor();
    await define(AS_SECOND);
  });

  test('the history shows one coder alone, one kind of object alone, and says when nothing answers', async () => {
    await openScreen(page, 'Historique');
    await narrow('Codeur', SECOND);
    await narrow('Objet', 'Grilles et catégories');
    await expect.poll(() => lines().count()).toBe(1);
    expect(await lines().first().innerText()).toMatch(/Camille Duval[\s\S]*Fiche de la catégorie «\s*Gouvernance/u);
    await narrow('Objet', 'Mémos');
    await page.getByText('Aucune action trouvée').waitFor();
    await narrow('Objet', 'Tous les objets');
    await narrow('Codeur', 'Tous les codeurs');
    await expect.poll(() => lines().count()).toBeGreaterThan(20);
  });

  test('from its card, each state of the definition is read as it was, with who left it so', async () => {
    await openScreen(page, 'Grilles');
    const opened = await openCard(page, 'Gouvernance');
    await opened.getByRole('button', { name: 'Historique' }).click();
    const dialog = page.getByRole('dialog', { name: /^États de «\sGouvernance/u });
    const states = dialog.getByRole('option');
    await expect.poll(() => states.count()).toBe(3);
    expect(await states.nth(0).innerText()).toMatch(/Camille Duval · état actuel/);
    await states.nth(1).click();
    await dialog.locator('dd', { hasText: AS_FIRST }).waitFor();
    await states.nth(2).click();
    await dialog.locator('dd', { hasText: 'Règles, instances et modalités' }).first().waitFor();
    await dialog.getByRole('button', { name: 'Tout l’historique de la catégorie' }).click();
    await page.getByText('Seulement\u00a0: Gouvernance').waitFor();
    await expect.poll(() => lines().filter({ hasText: 'Fiche de la catégorie' }).count()).toBe(2);
    await page.getByRole('button', { name: 'Revenir à tout l’historique' }).click();
    await expect.poll(() => lines().count()).toBeGreaterThan(20);
  });

  test('a category that is gone is still read from the line that says so', async () => {
    await openScreen(page, 'Grilles');
    await chooseAct(page, 'Gouvernance', 'Supprimer la catégorie…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Supprimer/ })
      .click();
    await expectLastAct(page, /Gouvernance/);
    await openScreen(page, 'Historique');
    await lines()
      .first()
      .getByRole('button', { name: /^États d/u })
      .click();
    const choice = page.getByRole('menuitem', { name: 'Gouvernance', exact: true });
    const dialog = page.getByRole('dialog', { name: /^États de «\sGouvernance/u });
    await choice.or(dialog).first().waitFor();
    if ((await choice.count()) > 0) await choice.click();
    await dialog.getByRole('option').nth(1).click();
    await dialog.locator('dd', { hasText: AS_SECOND }).first().waitFor();
  });
});
