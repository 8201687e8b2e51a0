// Each way to code by hand, in a real Chromium: with the mouse, then with the keyboard alone; and the cards that coding leaves, sorted.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import {
  TRANSCRIPTS,
  applyFromPalette,
  closePalette,
  createProject,
  expectStripes,
  importTranscript,
  openInReader,
  openScreen,
  placeOf,
  selectByMouse,
} from './steps.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

async function middleOf(target: Locator): Promise<Spot> {
  await target.scrollIntoViewIfNeeded();
  const spot = () =>
    target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + Math.min(width / 2, 60), top + height / 2];
      return { x, y, isThere: element.contains(document.elementFromPoint(x, y)) };
    });
  // a list that has just been scrolled hears no mouse for a moment; what was just done may still move what lies around
  await expect
    .poll(async () => {
      const before = await spot();
      await target.page().waitForTimeout(120);
      const { x, y, isThere } = await spot();
      return isThere && before.x === x && before.y === y;
    })
    .toBe(true);
  return spot();
}

/** Puts the pointer there and waits until what lies under it knows: a list that has just been scrolled hears no mouse for a moment. */
async function takeAim(page: Page, { x, y }: Spot): Promise<void> {
  await expect
    .poll(async () => {
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      return page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.matches(':hover') ?? false, [x, y] as const);
    })
    .toBe(true);
}

/** As a hand drags: it takes hold, moves a little, goes over, hesitates, lets go. */
async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await takeAim(page, from);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.up();
}

/** The free keys show themselves once a category is dragged. */
async function dragOntoKey(page: Page, from: Spot, digit: number): Promise<void> {
  await takeAim(page, from);
  await page.mouse.down();
  await page.mouse.move(from.x + 24, from.y + 12, { steps: 6 });
  const key = page
    .getByRole('region', { name: 'Liste rapide' })
    .getByRole('listitem')
    .nth(digit - 1);
  // a hand that has taken hold goes on a little where nothing followed it
  await expect
    .poll(async () => {
      await page.mouse.move(from.x + 30, from.y + 16, { steps: 2 });
      await page.mouse.move(from.x + 24, from.y + 12, { steps: 2 });
      return key.count();
    })
    .toBe(1);
  const to = await middleOf(key);
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.up();
}

const COLLEGES = 'Chaque collège a une voix';
const COUNCIL = 'Le conseil ne tranche plus sans elles.';

describe('the ways to code', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  const broken: string[] = [];

  const inTree = (name: string): Locator =>
    page
      .getByRole('treegrid', { name: 'Grilles' })
      .locator('[draggable="true"]')
      .filter({ hasText: new RegExp(`^${name}$`) });
  const slot = (digit: number): Locator =>
    page.getByRole('region', { name: 'Liste rapide' }).getByRole('button', { name: new RegExp(`^Touche ${digit}`) });
  const text = (name: string): Locator => page.getByRole('textbox', { name: `Texte de ${name}` });
  const middleOfWords = async (words: string): Promise<Spot> => {
    const { start } = await placeOf(page, words);
    return { x: start.x + 30, y: start.y };
  };

  beforeAll(async () => {
    served = await serveWorkbench();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => broken.push(error.message));
    await page.goto(served.url);
    await createProject(page, 'Mes pôles');
    await importTranscript(page, TRANSCRIPTS[0] as never, 'Pôle 1');
    await importTranscript(page, TRANSCRIPTS[1] as never, 'Pôle 2');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: join(tmpdir(), `trame-ways-${task.name.slice(0, 30).replace(/\W+/g, '-')}.png`) });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test('with the mouse: a category is dragged onto selected words, onto a stripe, onto a turn', async () => {
    await openInReader(page, 'E01 Directeur');
    await selectByMouse(page, COLLEGES);
    await page.keyboard.press('Escape');
    await selectByMouse(page, COLLEGES);
    await drag(page, await middleOf(inTree('Gouvernance')), await middleOfWords(COLLEGES));
    await expectStripes(page, ['Gouvernance']);
    const stripe = page.getByRole('group', { name: 'Codages en marge' }).getByRole('button', { name: /^Gouvernance/ });
    await drag(page, await middleOf(inTree("Influence d'acteurs")), await middleOf(stripe));
    await expectStripes(page, ['Gouvernance', "Influence d'acteurs"]);
    await drag(page, await middleOf(inTree('Gouvernance')), await middleOfWords('Nous l’écrivons à vingt'));
    await expectStripes(page, ['Gouvernance', 'Gouvernance', "Influence d'acteurs"]);
  });

  test('with the mouse: words are dragged onto a category; a category onto a key, whose button codes', async () => {
    await selectByMouse(page, COUNCIL);
    await drag(page, await middleOfWords(COUNCIL), await middleOf(inTree("Influence d'acteurs")));
    await expectStripes(page, ['Gouvernance', 'Gouvernance', "Influence d'acteurs", "Influence d'acteurs"]);
    await page.keyboard.press('Escape');
    await dragOntoKey(page, await middleOf(inTree("Partage de l'autorité")), 5);
    await expect.poll(() => slot(5).getAttribute('aria-label')).toBe("Touche 5\u00a0: Partage de l'autorité, fixée");
    await selectByMouse(page, COUNCIL);
    await slot(5).click();
    await expectStripes(page, ['Gouvernance', 'Gouvernance', "Influence d'acteurs", "Influence d'acteurs", "Partage de l'autorité"]);
  });

  test('a passage is starred, weighed and told in other words', async () => {
    await page
      .getByRole('group', { name: 'Codages en marge' })
      .getByRole('button', { name: /^Partage/ })
      .click();
    const star = page.getByRole('button', { name: 'Marquer comme bonne citation' });
    await star.click();
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: /^Donner un poids à « Partage/ }).click();
    await page.getByRole('textbox', { name: 'Poids' }).fill('3');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Poids de « Partage.* : \+3/ }).waitFor();
    await page.getByRole('textbox', { name: 'Paraphrase' }).fill('Personne ne décide seul.');
    await page.getByText('Pas encore utilisé').waitFor();
    await page.getByRole('button', { name: /^Annuler : paraphrase « Personne ne décide seul/ }).waitFor();
  });

  test('with the keyboard: the sentence, the turn, in vivo words, keys of one’s own', async () => {
    await openInReader(page, 'E02 Présidente');
    await text('E02 Présidente').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await applyFromPalette(page, 'gouv', 'Gouvernance');
    await page.keyboard.type('autor');
    await page.getByRole('option', { name: /^Partage/ }).waitFor();
    await page.keyboard.press('Alt+7');
    await expect.poll(() => slot(7).getAttribute('aria-label')).toContain('Partage');
    await closePalette(page);
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toBe('On nous écoute, puis on vote comme avant.');
    await page.keyboard.press('7');
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
    await page.keyboard.press('*');
    await expect.poll(() => page.getByRole('button', { name: 'Marquer comme bonne citation' }).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('r');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Rien ne change.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Annuler : paraphrase « Rien ne change/ }).waitFor();
    await page.keyboard.press('i');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => page.getByRole('dialog', { name: 'Appliquer des catégories' }).count()).toBe(0);
    await expect.poll(async () => await page.getByRole('group', { name: 'Codages en marge' }).getByRole('button').count()).toBe(3);
  });

  test('with the keyboard: an end moves by sentence; code and go on takes the next turn', async () => {
    await page.keyboard.press('u');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toContain('Le collège existe sur le papier.');
    await openInReader(page, 'E01 Directeur');
    await text('E01 Directeur').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toBe('Qui décide, ici ?');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('7');
    await expect.poll(() => page.getByRole('blockquote').first().textContent()).toMatch(/^Chaque collège.*elles\.$/);
  });

  test('cards are grouped by keyboard and by mouse, and taken out again', async () => {
    await openScreen(page, 'Grilles');
    await page.goto(page.url().replace(/#.*/, '#/grids?view=board'));
    await page.getByRole('heading', { name: 'Tri de cartes' }).waitFor();
    const card = page.locator('[data-card]').first();
    await card.focus();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: /^Annuler : carte .* hors de son groupe/ }).waitFor();
    await card.focus();
    await page.keyboard.press('g');
    await page.keyboard.type('Façons de voter');
    await page.keyboard.press('Enter');
    const group = page.getByRole('region', { name: 'Groupe « Façons de voter », 1 carte' });
    await group.waitFor();
    const other = page.getByRole('region', { name: /^Groupe « Régulation/ });
    await drag(page, await middleOf(card), await middleOf(other));
    await page.getByRole('button', { name: /^Annuler : carte .* dans « Régulation/ }).waitFor();
    expect(broken).toEqual([]);
  });
});
