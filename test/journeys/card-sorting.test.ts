// Categories found in the text, sorted like cards on the board: with the mouse, then with the keyboard alone.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { byKeyboardAlone, command, drag } from './hands.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

const card = (index: number): Locator => page.locator('[data-card]').nth(index);
const group = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^Groupe «\\s${name}\\s», `) });
const undo = (words: string): Locator => page.getByRole('button', { name: new RegExp(`^Annuler\\s: ${words}`) });
const nameOf = async (target: Locator): Promise<string> => (await target.locator('.board-card-name').textContent()) ?? '';

beforeAll(async () => {
  page = desk.page;
  await command(page, 'Tri de cartes');
  await page.getByRole('heading', { name: 'Tri de cartes' }).waitFor();
  await card(1).waitFor();
});

test('with the mouse: a card is dragged into a group, and a new group is made of it', async () => {
  const name = await nameOf(card(0));
  await drag(page, card(0), group('Régulation'));
  await undo(`carte «\\s${name}\\s» dans «\\sRégulation`).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${name}, `) }).click();
  await page.getByRole('button', { name: 'Sortir du groupe' }).click();
  await undo('carte .* hors de son groupe').waitFor();
  await page.getByRole('button', { name: 'Grouper…' }).click();
  await page.keyboard.type('Au conseil');
  await page.getByRole('button', { name: 'Grouper', exact: true }).click();
  await group('Au conseil').waitFor();
});

test('with the keyboard alone: a card goes out of its group, into a new one, and is pushed along', () =>
  byKeyboardAlone(page, async (keyboard) => {
    const focused = () => page.evaluate(() => document.activeElement?.hasAttribute('data-card') ?? false);
    await expect
      .poll(async () => {
        if (!(await focused())) await keyboard.press('Tab');
        return focused();
      })
      .toBe(true);
    await keyboard.press('o');
    await undo('carte .* hors de son groupe').waitFor();
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await undo('carte .* déplacée').waitFor();
    await keyboard.press('g');
    await page.getByRole('textbox', { name: 'Nom du groupe' }).waitFor();
    await keyboard.type('Façons de voter');
    await keyboard.press('Enter');
    await group('Façons de voter').waitFor();
  }));
