// Every screen, filled with the sample project, in both themes, under axe's WCAG A and AA rules.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { TRANSCRIPTS, beginImport, intoSample, openInReader, openMainMatrix, openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const SCREENS: readonly [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['the home screen', (page) => page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).waitFor()],
  ['the corpus', (page) => intoSample(page)],
  ['the reader', (page) => openInReader(page, 'E02 Directeur de laboratoire')],
  [
    'a passage in hand',
    async (page) => {
      await page.locator('[data-stripe]').first().click();
      await page.getByRole('textbox', { name: 'Paraphrase' }).waitFor();
    },
  ],
  ['the grids', (page) => openScreen(page, 'Grilles')],
  [
    'the sorting of cards',
    async (page) => {
      await page.goto(page.url().replace(/#.*/u, '#/grids?view=board'));
      await page.locator('[data-card]').first().waitFor();
    },
  ],
  ['a matrix', (page) => openMainMatrix(page)],
  ['the memos', (page) => openScreen(page, 'Mémos')],
  ['the history', (page) => openScreen(page, 'Historique')],
  [
    'an import',
    async (page) => {
      await openScreen(page, 'Corpus');
      await beginImport(page, TRANSCRIPTS);
    },
  ],
  // it lies over the rest: it comes last
  [
    'the keyboard sheet',
    async (page) => {
      await openScreen(page, 'Historique');
      await page.locator('h1').click();
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Raccourcis clavier' }).waitFor();
    },
  ],
];

const desk = aWindow({ on: 'home' });

test.each(SCREENS)('axe finds nothing wrong with %s, in either theme', async (_name, open) => {
  const { page } = desk;
  await open(page);
  // counts and lists come in after the screen itself: what is wrong in passing is not, what stays is
  await expect.poll(() => violationsInBoth(page)).toEqual([]);
});
