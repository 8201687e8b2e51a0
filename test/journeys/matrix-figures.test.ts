// A matrix as pictures: chosen in the gallery, set, walked through by keyboard, read as a table, taken out as files.
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { xmlProblem } from '../support/xml.ts';
import { openMainMatrix } from './steps.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

const card = (name: string): Locator =>
  page.getByRole('group', { name: 'Figures', exact: true }).getByRole('button', { name: new RegExp(`^${name}`) });
const figure = (name: string): Locator => page.getByRole('group', { name: `Figure\u00a0: ${name}` });
const settings = (): Locator => page.getByRole('group', { name: 'Réglages de la figure' });

async function show(name: string): Promise<Locator> {
  await card(name).click();
  await figure(name).waitFor();
  return figure(name);
}

async function exported(format: RegExp): Promise<Buffer> {
  await settings().getByRole('button', { name: 'Exporter la figure' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()]);
  return readFileSync(await download.path());
}

beforeAll(async () => {
  page = desk.page;
  await openMainMatrix(page);
  await page.getByRole('radio', { name: 'Figure', exact: true }).click();
  await figure('Commun et propre à un cas').waitFor();
});

test('the gallery says when each figure serves, and what has no matter yet says what to do', async () => {
  for (const name of ['Commun et propre à un cas', 'Bulles', 'Carte de chaleur', 'Co-présence des cas', 'Profils de cas', 'Structure des données']) {
    const shown = await show(name);
    await shown.getByRole('button').first().waitFor();
    expect((await card(name).textContent())?.length).toBeGreaterThan(name.length + 30);
  }
});

test('a mark of one cell opens its passages, by keyboard', async () => {
  const heat = await show('Carte de chaleur');
  const first = heat.locator('[data-mark][tabindex="0"]');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  const reached = page.locator('[data-mark]:focus');
  const name = (await reached.getAttribute('aria-label')) ?? '';
  expect(name).toMatch(/ × .+ — \d+ passages?$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Fermer la cellule' }).waitFor();
  await page.getByRole('button', { name: 'Fermer la cellule' }).click();
});

test('a mark of several cells lists them, each one press away', async () => {
  const shared = await show('Co-présence des cas');
  await shared
    .getByRole('button', { name: /éléments?$/ })
    .first()
    .press('Enter');
  const list = page.getByRole('dialog', { name: /Derrière cette marque/ });
  await list.getByRole('button').first().click();
  await list.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Fermer la cellule' }).click();
});

test('profiles as a radar come with the reason to prefer bars', async () => {
  await show('Profils de cas');
  await settings().getByRole('radio', { name: 'Radar' }).click();
  await page.getByText('Les barres se lisent mieux').waitFor();
  await settings().getByRole('radio', { name: 'Barres' }).click();
});

test('the table behind has the numbers of the figure', async () => {
  await show('Carte de chaleur');
  await settings().getByText('Tableau', { exact: true }).click();
  const table = page.getByRole('region', { name: /^Données de la figure/ }).getByRole('table');
  await table.getByRole('rowheader').first().waitFor();
  expect(await table.getByRole('columnheader').count()).toBeGreaterThan(3);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Exporter en CSV' }).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.split('\r\n').length).toBe((await table.getByRole('row').count()) + 1);
  await settings().getByText('Tableau', { exact: true }).click();
});

test('files have the size that was asked for', async () => {
  await show('Carte de chaleur');
  await settings().getByRole('radio', { name: '25\u00a0cm' }).click();
  const svg = (await exported(/\.svg/)).toString('utf8');
  expect(xmlProblem(svg)).toBeNull();
  const [, millimetres] = /width="([\d.]+)mm"/.exec(svg) ?? [];
  expect(Number(millimetres)).toBeCloseTo(250, 0);
  const png = await exported(/\.png/);
  expect(png.indexOf('pHYs')).toBeGreaterThan(0);
  expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11_811);
  expect(Math.abs(png.readUInt32BE(16) - (25 / 2.54) * 300)).toBeLessThan(4);
  const pdf = await PDFDocument.load(await exported(/\.pdf/));
  expect(pdf.getPage(0).getWidth()).toBeCloseTo((25 / 2.54) * 72, 0);
  await settings().getByRole('radio', { name: '16\u00a0cm' }).click();
});

test('nothing is in the way of those who cannot see it, in either theme', async () => {
  // a figure is drawn anew in the other theme
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const name of ['Bulles', 'Co-présence des cas', 'Profils de cas']) {
      await show(name);
      await expect.poll(() => violations(page)).toEqual([]);
    }
  }
  expect(desk.broken).toEqual([]);
});
