// What a hand does: it drags with the mouse, or it keeps to the keyboard and is seen to.
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { placeOf } from './steps.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A little way into the words, as one points at them. */
export async function onWords(page: Page, words: string): Promise<Spot> {
  const { start } = await placeOf(page, words);
  return { x: start.x + 30, y: start.y };
}

/** Onto a place, or onto a thing once it stands still and hears the mouse: a list that was just scrolled hears none for a moment. */
async function goOnto(page: Page, target: Spot | Locator): Promise<void> {
  if ('hover' in target) await target.hover();
  else await page.mouse.move(target.x, target.y);
}

/** It takes hold, moves a little, goes over, hesitates, lets go. What only shows itself to what is dragged may be the target. */
export async function drag(page: Page, from: Spot | Locator, to: Spot | Locator): Promise<void> {
  // what scrolls while it is dragged over takes nothing for a moment
  if ('hover' in to && (await to.count()) > 0) await to.scrollIntoViewIfNeeded();
  await goOnto(page, from);
  const held = 'hover' in from ? await middleOf(from) : from;
  await page.mouse.down();
  await page.mouse.move(held.x + 6, held.y + 6, { steps: 3 });
  await goOnto(page, to);
  const over = 'hover' in to ? await middleOf(to) : to;
  await page.mouse.move(over.x + 1, over.y);
  await page.mouse.up();
}

async function middleOf(target: Locator): Promise<Spot> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to take hold of');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Acts, and proves that no button of the mouse was pressed meanwhile. */
export async function byKeyboardAlone(page: Page, act: (keyboard: Page['keyboard']) => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { pressed?: number };
    if (counted.pressed === undefined) addEventListener('mousedown', () => (counted.pressed = (counted.pressed ?? 0) + 1), { capture: true });
    counted.pressed = 0;
  });
  await act(page.keyboard);
  expect(await page.evaluate(() => (globalThis as unknown as { pressed?: number }).pressed)).toBe(0);
}

/** Something from the command field, by its first letters. */
export async function command(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Commandes' });
  await field.waitFor();
  await page.keyboard.type(letters);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Opens a source and takes the caret to its beginning, by keys. */
export async function readByKeys(page: Page, source: string): Promise<void> {
  await command(page, source);
  await page.getByRole('heading', { name: source, level: 1 }).waitFor();
  const text = page.getByRole('textbox', { name: `Texte de ${source}` });
  await expect
    .poll(async () => {
      if (!(await text.evaluate((element) => element === document.activeElement))) await page.keyboard.press('F6');
      return text.evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Control+Home');
}
