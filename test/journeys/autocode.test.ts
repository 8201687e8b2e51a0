// Autocoding by hand and by keys, in a real Chromium: look, untick, code, take back, run again.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { command } from './hands.ts';
import { closePalette, openInReader, openScreen, selectByMouse } from './steps.ts';
import { aWindow } from './window.ts';

describe('autocoding', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const count = (): Promise<string> => page.getByRole('status').filter({ hasText: 'passage' }).first().innerText();

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

  beforeAll(() => {
    page = desk.page;
  });

  test('a search is read as a sentence, and shows every passage before anything is coded', async () => {
    await command(page, 'codage automatique');
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

  test('a kept rule run a second time finds the same, codes nothing twice and proposes nothing that was left out', async () => {
    await button('Nouvelle recherche').click();
    await page.getByText('Que cherchez-vous').waitFor();
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /décider/ })
      .click();
    await button('Rien à coder').waitFor();
    expect(await page.getByText('déjà codé', { exact: true }).count()).toBe(6);
    expect(await page.getByText('écarté', { exact: true }).count()).toBe(1);
    expect(await button('Rien à coder').isDisabled()).toBe(true);
    await expect.poll(count).toMatch(/^7\spassages dans 4\ssources \(6\sdéjà codés\)/u);
  });

  test('a hit leads to its words in the interview, selected and ready to be coded, and back', async () => {
    const hit = page.getByRole('grid').nth(1).getByRole('row').first();
    const words = ((await hit.locator('mark').textContent()) ?? '').trim();
    await hit.focus();
    await page.keyboard.press('Enter');
    await page.locator('p[data-t]').first().waitFor();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toBe(words);
    const isInView = () =>
      page.evaluate(() => {
        const { top, bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top > 0 && bottom < innerHeight;
      });
    await expect.poll(isInView).toBe(true);
    await page.goBack();
    await page.getByRole('group', { name: 'Règle de codage' }).waitFor();
  });

  test('the words in hand in the reader, and a category’s card, lead to a search', async () => {
    await openInReader(page, 'E07 Président');
    await selectByMouse(page, 'deux maisons');
    await page.getByRole('dialog', { name: 'Appliquer des catégories' }).waitFor();
    await closePalette(page);
    await command(page, 'dans le corpus et coder');
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
