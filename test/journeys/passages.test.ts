// What is done to a coded passage, in a real Chromium, with the mouse and with the keyboard alone: its ends moved, its weight, stance, star
// and paraphrase; and what is taken back and brought back after the program was cut off.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { byKeyboardAlone, readByKeys } from './hands.ts';
import { applyFromPalette, closePalette, expectInHand, expectStripes, openInReader, palette, placeOf, selectByMouse, stripe } from './steps.ts';
import type { TranscriptFile } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const COLLEGES = 'Chaque collège a une voix';
const COUNCIL = 'Le conseil ne tranche plus.';
const THANKS = 'Cela prend du temps.';
const INTERVIEWS: readonly TranscriptFile[] = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06'].map((number) => ({
  name: `${number} Directeur.txt`,
  text: `Enquêtrice : Qui décide, ici ?\nDirecteur : ${COLLEGES}. ${COUNCIL}\nDirecteur : ${THANKS}\nEnquêtrice : Merci pour ${number}.\n`,
}));

const desk = aWindow({ on: aStudy('Mes pôles', INTERVIEWS) });
let page: Page;
let source = '';
const unread = INTERVIEWS.map(({ name }) => name.replace('.txt', ''));

const panel = (): Locator => page.getByRole('complementary', { name: 'Passage' });
const button = (name: string | RegExp): Locator => panel().getByRole('button', { name });
const star = (): Locator => button('Marquer comme bonne citation');
const isStarred = (): Promise<string | null> => star().getAttribute('aria-pressed');
const undoOf = (words: RegExp): Locator => page.getByRole('button', { name: new RegExp(`^Annuler\\s: ${words.source}`) });

beforeAll(() => {
  page = desk.page;
});
beforeEach(() => {
  source = unread.shift() ?? '';
});

/** As each of these begins: the first words are coded, and in hand. */
async function codeByMouse(): Promise<void> {
  await openInReader(page, source);
  await selectByMouse(page, COLLEGES);
  await palette(page).waitFor();
  await palette(page)
    .getByRole('option', { name: /^Gouvernance/ })
    .first()
    .click();
  await closePalette(page);
  await expectStripes(page, ['Gouvernance']);
}

async function codeByKeys(keyboard: Page['keyboard']): Promise<void> {
  await readByKeys(page, source);
  await keyboard.press('ArrowDown');
  for (let word = 0; word < 5; word += 1) await keyboard.press('Alt+ArrowRight');
  await expectInHand(page, COLLEGES);
  await keyboard.press('Enter');
  await applyFromPalette(page, 'gouv', 'Gouvernance');
  await closePalette(page);
  await expectStripes(page, ['Gouvernance']);
}

describe('the ends of a passage are moved', () => {
  test('with the mouse: by word, sentence and turn from the panel, and by their handles', async () => {
    await codeByMouse();
    await button('Finir plus tôt').click();
    await expectInHand(page, 'Chaque collège a une');
    await button('Finir plus tard').click();
    await button('Commencer plus tard').click();
    await expectInHand(page, 'collège a une voix');
    await button('Commencer plus tôt').click();
    await panel().getByRole('radio', { name: 'phrase' }).click();
    await button('Finir plus tard').click();
    await expectInHand(page, `${COLLEGES}.`);
    await panel().getByRole('radio', { name: 'tour' }).click();
    await button('Finir plus tard').click();
    await expectInHand(page, `${COLLEGES}. ${COUNCIL}`);
    await panel().getByRole('radio', { name: 'mot' }).click();
    await stripe(page, /^Gouvernance/).click();
    await dragHandle('end', COLLEGES);
    await expectInHand(page, COLLEGES);
    await stripe(page, /^Gouvernance/).click();
    await dragHandle('start', 'collège a');
    await expectInHand(page, 'collège a une voix');
    await expectStripes(page, ['Gouvernance']);
  });

  test('with the keyboard alone: by word, sentence and turn', () =>
    byKeyboardAlone(page, async (keyboard) => {
      await codeByKeys(keyboard);
      await keyboard.press('Alt+Shift+ArrowLeft');
      await expectInHand(page, 'Chaque collège a une');
      await keyboard.press('Alt+Shift+ArrowRight');
      await keyboard.press('Alt+Shift+ArrowDown');
      await expectInHand(page, 'collège a une voix');
      await keyboard.press('Alt+Shift+ArrowUp');
      await expectInHand(page, COLLEGES);
      await keyboard.press('u');
      await page.getByText('Les bornes se déplacent par phrase.').waitFor();
      await keyboard.press('Alt+Shift+ArrowRight');
      await expectInHand(page, `${COLLEGES}.`);
      await keyboard.press('u');
      await page.getByText('Les bornes se déplacent par tour.').waitFor();
      await keyboard.press('Alt+Shift+ArrowRight');
      await expectInHand(page, `${COLLEGES}. ${COUNCIL}`);
      await keyboard.press('u');
      await expectStripes(page, ['Gouvernance']);
    }));
});

describe('what is said of a passage', () => {
  test('with the mouse: star, weight, stance, paraphrase', async () => {
    await codeByMouse();
    await star().click();
    await expect.poll(isStarred).toBe('true');
    await panel().getByText('Pas encore utilisé').waitFor();
    await button(/^Donner un poids à « Gouvernance/).click();
    await page.getByRole('textbox', { name: 'Poids' }).fill('3');
    await page.keyboard.press('Enter');
    await button(/^Poids de « Gouvernance.* : \+3/).waitFor();
    await button(/^Position de ce passage/).click();
    await page
      .getByRole('menuitemradio', { name: 'contredit' })
      .or(page.getByRole('menuitem', { name: 'contredit' }))
      .click();
    await button(/^Position de ce passage.*contredit$/).waitFor();
    await panel().getByRole('textbox', { name: 'Paraphrase' }).fill('Personne ne décide seul.');
    await undoOf(/paraphrase « Personne ne décide seul/).waitFor();
  });

  test('with the keyboard alone: star, weight, stance, paraphrase', () =>
    byKeyboardAlone(page, async (keyboard) => {
      await codeByKeys(keyboard);
      await keyboard.press('*');
      await expect.poll(isStarred).toBe('true');
      await keyboard.press('s');
      await button(/^Position de ce passage.*soutient$/).waitFor();
      await keyboard.press('r');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
      await keyboard.type('Rien ne change.');
      await keyboard.press('Escape');
      await undoOf(/paraphrase « Rien ne change/).waitFor();
      await keyboard.press('w');
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.weight-free') !== null)).toBe(true);
      await keyboard.type('-2');
      await keyboard.press('Enter');
      await undoOf(/posture ou poids de « Gouvernance/).waitFor();
      // the passage is still in hand
      await keyboard.press('s');
      await button(/^Position de ce passage.*contredit$/).waitFor();
    }));
});

describe('after the program was cut off', () => {
  const reopen = async (): Promise<void> => {
    await desk.cutPower();
    await page.getByRole('button', { name: /Ouvrir « Mes pôles »/ }).click();
    await openInReader(page, source);
    await expectStripes(page, ['Gouvernance']);
  };

  test('with the mouse: the last act is taken back, and brought back', async () => {
    await codeByMouse();
    await reopen();
    await undoOf(/application de « Gouvernance/).click();
    await expectStripes(page, []);
    await page.getByRole('contentinfo').getByRole('button', { name: 'Rétablir' }).click();
    await expectStripes(page, ['Gouvernance']);
  });

  test('with the keyboard alone: the last act is taken back, and brought back', async () => {
    await byKeyboardAlone(page, codeByKeys);
    await reopen();
    await byKeyboardAlone(page, async (keyboard) => {
      await readByKeys(page, source);
      await keyboard.press('Control+z');
      await expectStripes(page, []);
      await keyboard.press('Control+Shift+z');
      await expectStripes(page, ['Gouvernance']);
    });
  });
});

/** To the end, or the beginning, of words on the screen. */
async function dragHandle(edge: 'start' | 'end', words: string): Promise<void> {
  const handle = page.locator(`.reader-handle-${edge}`);
  await handle.hover();
  await page.mouse.down();
  const place = await placeOf(page, words);
  const { x, y } = place[edge];
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}
