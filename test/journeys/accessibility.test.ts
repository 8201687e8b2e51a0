// Every screen, filled with the sample project, in both themes, under axe's WCAG A and AA rules.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import { TRANSCRIPTS, beginImport, openInReader, openMainMatrix, openScreen } from './steps.ts';

const SCREENS: readonly [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['the corpus', (page) => openScreen(page, 'Corpus')],
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

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  let served: Served;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    served = await serveWorkbench();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', colorScheme, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await page.goto(served.url);
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('axe finds nothing wrong with the home screen', async () => {
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).click();
    await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
  });

  test.each(SCREENS)('axe finds nothing wrong with %s', async (_name, open) => {
    await open(page);
    // counts and lists come in after the screen itself
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
  });
});
