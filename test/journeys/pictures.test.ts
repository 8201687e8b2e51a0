// Every picture of the analyses: a mark says its number, Enter lists what it counts, a passage of it is read in its text, and "back" finds the
// picture again. By keyboard, picture after picture, in one window.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

beforeAll(() => {
  page = desk.page;
});

const marks = (): Locator => page.locator('main [data-mark]');
const behind = (): Locator => page.locator('.analysis-behind');
const face = (name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).press(' ');

interface Picture {
  /** Its place, as addresses have it. */
  readonly view: string;
  readonly set?: () => Promise<void>;
  /** Of a mark, with its number. */
  readonly mark: RegExp;
  /** What the list beside it says, of that number; not given where the mark counts something else than what it leads to. */
  readonly lists?: (count: number) => string;
}

/** Without the spaces that keep a colon to its word. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

const passages = (count: number): string => `${count} passage${count > 1 ? 's' : ''}`;
const places = (count: number): string => `${count} occurrences`;

const PICTURES: Readonly<Record<string, Picture>> = {
  'the overview': { view: 'overview', mark: /^Coordination, E05 : (\d+) passages/u, lists: passages },
  'a portrait': { view: 'portrait', mark: /^Coordination, E01.*, à (\d+) % du texte/u, lists: () => passages(1) },
  saturation: { view: 'saturation', mark: /^E02.* : (\d+) catégories nouvelles/u },
  'a matrix of co-occurrences': { view: 'cooccurrence', mark: /^Gouvernance × feuille de route — (\d+) paires/u },
  'a network of co-occurrences': { view: 'cooccurrence', set: () => face('Réseau'), mark: /^Gouvernance — (\d+) paires/u, lists: passages },
  'a matrix of sequences': { view: 'sequence', mark: /^Gouvernance → feuille de route — (\d+) fois/u },
  overlaps: { view: 'overlap', mark: /^Gouvernance × feuille de route — (\d+) paires, égaux/u },
  'a cross table': { view: 'crosstab', mark: /^Gouvernance × .* : (\d+), attendu/u, lists: passages },
  'a map of correspondences': { view: 'correspondence', mark: /^Gouvernance : (\d+) ;/u, lists: passages },
  'a tree of what is alike': { view: 'clustering', mark: /^Gouvernance : (\d+), groupe/u, lists: passages },
  'a cloud of words': { view: 'frequencies', mark: /^entreprises — (\d+) occurrences/u, lists: places },
  'bars of words': { view: 'frequencies', set: () => face('Barres'), mark: /^entreprises — (\d+) occurrences/u, lists: places },
  'a tree of words': { view: 'wordTree&words=on', mark: /^on a — (\d+) occurrences/u, lists: places },
  specificities: { view: 'specificities', mark: /^Pôle 1 : .+ 2,\d — (\d+) occurrences/u, lists: places },
  classes: { view: 'classification', mark: /^Classe 4 — (\d+) segments/u },
};

async function open({ view, set }: Picture): Promise<void> {
  await page.evaluate((place) => {
    location.hash = `#/analysis?view=${place}`;
  }, view);
  await set?.();
}

test.each(Object.entries(PICTURES))('%s leads from a number to its passages, to a text, and back', async (_name, picture) => {
  await open(picture);
  const mark = marks()
    .and(page.getByRole('button', { name: picture.mark }))
    .first();
  await mark.waitFor();
  const said = (await mark.getAttribute('aria-label')) ?? '';
  const count = Number(picture.mark.exec(plain(said))?.[1]);
  expect(count).toBeGreaterThan(0);
  await mark.focus();
  await page.keyboard.press('Enter');
  const first = behind().locator('li a').first();
  await first.waitFor();
  if (picture.lists) expect(plain(await behind().innerText())).toContain(picture.lists(count));
  const words = (await first.innerText()).trim().slice(0, 24);
  await first.press('Enter');
  await expect.poll(() => page.locator('.reader-scroller').innerText()).toContain(words);
  await page.goBack();
  await page.getByRole('button', { name: said, exact: true }).first().waitFor();
});

test('a calendar leads from a source to its text, and back', async () => {
  await open({ view: 'timeline', mark: /./u });
  const mark = page.getByRole('button', { name: /^E05.* : \d+ mots, \d+ codages/u });
  await mark.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^E05/u, level: 1 }).waitFor();
  await page.goBack();
  await mark.waitFor();
});

test('a calendar leads from a week of coding to what was coded in it', async () => {
  await open({ view: 'timeline', mark: /./u });
  const week = page.getByRole('button', { name: /^Semaine du .* : \d+ codages/u }).first();
  await week.focus();
  await page.keyboard.press('Enter');
  await behind().locator('li a').first().press('Enter');
  await page.locator('.reader-scroller').waitFor();
  await page.goBack();
  await week.waitFor();
});

test('a grid of meanings leads from a cell to its passages, and back to the cell', async () => {
  await open({ view: 'meaning', mark: /./u });
  const cell = page.getByRole('button', { name: /^Gouvernance, E02.* : \d+ passages/u });
  const count = Number(/: (\d+)/u.exec(plain((await cell.getAttribute('aria-label')) ?? ''))?.[1]);
  await cell.focus();
  await page.keyboard.press('Enter');
  await behind().getByText(passages(count), { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await behind().waitFor({ state: 'detached' });
  // and one stands again on the cell
  await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('its sentence, its faces, its files and its marks are reached one after the other by Tab, marks among themselves by arrows', async () => {
  await open({ view: 'crosstab', mark: /./u });
  await marks().first().waitFor();
  await page.locator('.analysis-sentence').getByRole('button').first().focus();
  const reached: string[] = [];
  const here = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (element?.closest('[data-mark]')) return 'mark';
      return element?.closest('.analysis-sentence') ? 'sentence' : (element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    });
  for (let step = 0; step < 14 && reached.at(-1) !== 'mark'; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await here());
  }
  expect(new Set(reached)).toEqual(new Set(['sentence', 'Figure', 'Réglages enregistrés', 'Exporter', 'mark']));
  const name = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  const before = await name();
  await page.keyboard.press('ArrowDown');
  expect(await name()).not.toBe(before);
  // the picture has a name, and the same numbers are a table for who does not see it
  await page.getByRole('group', { name: 'Tableau croisé' }).waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
});
