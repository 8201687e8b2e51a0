// Autocoding by hand and by keys, in a real Chromium: look, untick, code, take back, run again.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import { closePalette, openInReader, openScreen, selectByMouse } from './steps.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
      { exclude: ['[data-live-announcer]'] },
      {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        rules: { 'label-content-name-mismatch': { enabled: false } },
      },
    ),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

describe('autocoding', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const count = (): Promise<string> => page.getByRole('status').filter({ hasText: 'passage' }).first().innerText();

  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  }

  async function chooseCategory(name: string): Promise<void> {
    await button(/^Catégories/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Avec quelles catégories' }).waitFor();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // the filter first, the picker then
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }

  beforeAll(async () => {
    served = await serveWorkbench();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
    page.setDefaultTimeout(8_000);
    await page.goto(served.url);
    await button('Ouvrir le projet d’exemple').click();
    await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('a search is read as a sentence, and shows every passage before anything is coded', async () => {
    await command('codage automatique');
    await button(/^Des mots/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Mots' }).waitFor();
    await page.keyboard.type('décider, charte');
    await page.getByRole('radio', { name: 'toutes leurs formes' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('group', { name: 'Règle de codage' }).getByText('les formes de «\u00a0décider\u00a0» ou «\u00a0charte\u00a0»').waitFor();
    await button('Coder 7 passages').waitFor();
    expect(await button('Coder 7 passages').isDisabled()).toBe(true);
    await chooseCategory('Gouvernance');
    await expect.poll(() => button(/^Coder \d+ passages/).isEnabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  test('what is unticked by Space is not coded; the rest is, as one act that the rule keeps', async () => {
    const before = await count();
    const first = page.getByRole('grid').first().getByRole('row').first();
    await first.focus();
    await page.keyboard.press('Space');
    await button('Coder 6 passages').waitFor();
    await page.getByRole('checkbox', { name: 'Garder comme règle' }).focus();
    await page.keyboard.press('Space');
    await button('Coder 6 passages').press('Enter');
    await page.getByText(/^6 passages codés avec/).waitFor();
    await page.getByText('6 codages · 1 écarté').waitFor();
    await button('Rien à coder').waitFor();
    await page.keyboard.press('Control+z');
    await button('Coder 6 passages').waitFor();
    expect(await count()).toBe(before);
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('6 codages · 1 écarté').waitFor();
  });

  test('a hit leads to its place in the interview, and back', async () => {
    await page.getByRole('grid').nth(1).getByRole('row').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('p[data-t]').first().waitFor();
    await page.goBack();
    await page.getByRole('group', { name: 'Règle de codage' }).waitFor();
  });

  test('the words in hand in the reader, and a category’s card, lead to a search', async () => {
    await openInReader(page, 'E07 Président');
    await selectByMouse(page, 'deux maisons');
    await page.getByRole('dialog', { name: 'Appliquer des catégories' }).waitFor();
    await closePalette(page);
    await command('dans le corpus et coder');
    await page.getByRole('group', { name: 'Règle de codage' }).getByText('l’expression «\u00a0deux maisons\u00a0»').waitFor();
    await button(/^Coder \d+ passage/).waitFor();
    await openScreen(page, 'Grilles');
    await page.getByRole('treegrid').getByText('Changement', { exact: true }).click();
    await page.getByRole('article', { name: 'Changement' }).getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Coder automatiquement…' }).click();
    await page
      .getByRole('group', { name: 'Règle de codage' })
      .getByRole('button', { name: /Changement$/ })
      .waitFor();
  });

  test('an expression that would run for ever is stopped and said so', async () => {
    await button('Nouvelle recherche').click();
    await button(/^Une expression régulière/).click();
    await page.getByRole('textbox', { name: 'Expression régulière' }).fill('(.+)+#$');
    await page
      .getByText(/n’en finissait pas/)
      .first()
      .waitFor({ timeout: 15_000 });
  }, 30_000);
});
