// What a grid is worked over with, face by face and in both themes, under axe's WCAG A and AA rules.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOOKED_AT, violations } from '../support/axe.ts';
import { TOOLS, card, chooseAct, openCard, openGridCard, openGrids } from './codebook-steps.ts';
import { command } from './hands.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const quoted = (name: string): string => `«\u00a0${name}\u00a0»`;

const FACES: readonly [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['a category’s card', (page) => openCard(page, 'collège PME')],
  [
    'the choice of an example',
    async (page) => {
      await card(page, 'collège PME').getByRole('button', { name: 'Choisir un passage' }).click();
      await page.getByRole('listbox', { name: 'Choisir un passage' }).getByRole('option').first().waitFor();
    },
  ],
  [
    'passages being ticked',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Sélectionner', exact: true }).click();
      await page
        .getByText('Choisir le passage')
        .or(page.getByRole('checkbox', { name: /^Choisir le passage/ }))
        .first()
        .waitFor();
    },
  ],
  [
    'a split being prepared',
    async (page) => {
      await chooseAct(page, 'salon commun', 'Scinder…');
      await card(page, `Scinder ${quoted('salon commun')}`)
        .getByRole('grid')
        .getByRole('row')
        .first()
        .waitFor();
    },
  ],
  [
    'a merge being read',
    async (page) => {
      await page.getByRole('button', { name: 'Annuler', exact: true }).click();
      await chooseAct(page, 'collège PME', 'Fusionner dans…');
      await page.getByRole('option', { name: /^lettre aux élus/ }).click();
    },
  ],
  ['a grid’s card', (page) => openGridCard(page, TOOLS)],
  [
    'the versions and their comparison',
    async (page) => {
      await card(page, TOOLS).getByRole('button', { name: 'Versions' }).click();
      await page.getByRole('textbox', { name: 'Pourquoi maintenant' }).fill('Avant la refonte');
      await page.keyboard.press('Enter');
      await page.getByText('Ces deux états sont les mêmes.').waitFor();
    },
  ],
  [
    'the data structure',
    async (page) => {
      await page.getByRole('button', { name: 'Retour à la fiche' }).click();
      await card(page, TOOLS).getByRole('button', { name: 'Structure des données' }).click();
      await page.locator('[data-mark]').first().waitFor();
    },
  ],
  [
    'the sorting of cards',
    async (page) => {
      await command(page, 'Tri de cartes');
      await page.locator('[data-card]').first().waitFor();
    },
  ],
  [
    'the cards as a list',
    async (page) => {
      await page
        .getByRole('radio', { name: 'Liste' })
        .or(page.getByRole('button', { name: 'Liste' }))
        .first()
        .click();
      await page.getByRole('columnheader', { name: 'Carte' }).waitFor();
    },
  ],
  [
    'a category’s earlier states',
    async (page) => {
      await openScreen(page, 'Grilles');
      const opened = await openCard(page, 'collège PME');
      await opened.getByRole('button', { name: 'Historique' }).click();
      await page
        .getByRole('listbox', { name: /^États/ })
        .getByRole('option')
        .first()
        .waitFor();
    },
  ],
  [
    'the history of one category',
    async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Tout l’historique de la catégorie' }).click();
      await page.getByText('Seulement\u00a0: collège PME').waitFor();
    },
  ],
  [
    'a key being changed',
    async (page) => {
      await command(page, 'Raccourcis clavier');
      await page.getByRole('button', { name: /Changer la touche.*Créer une catégorie in vivo/ }).click();
      await page.keyboard.press('n');
      await page
        .getByText(/N sert déjà à/)
        .first()
        .waitFor();
    },
  ],
];

describe.each([LOOKED_AT] as const)('in the %s theme', (colorScheme) => {
  const desk = aWindow({ on: 'sample', colorScheme });
  beforeAll(() => openGrids(desk.page));

  test.each(FACES)('axe finds nothing wrong with %s', async (_name, open) => {
    await open(desk.page);
    await expect.poll(() => violations(desk.page)).toEqual([]);
  });
});
