// The analyses about the whole study, as one reads them: from the picture to the passages and back, by keyboard, kept by name, taken away as files.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { aWindow } from './window.ts';

describe('the analyses of a study', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });

  const entry = (name: string): Locator => page.getByRole('navigation', { name: 'Analyses' }).getByRole('button', { name, exact: true });
  const marks = (): Locator => page.locator('.analysis-picture [data-mark]');
  const behind = (): Locator => page.locator('.analysis-behind');

  async function open(name: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Écrans' }).getByRole('button', { name: 'Analyses' }).click();
    await entry(name).click();
    await expect.poll(() => entry(name).getAttribute('aria-current')).toBe('page');
  }

  test('the overview leads from a number to its passages, to the text, and back', async () => {
    await open('Vue d’ensemble');
    await marks().first().waitFor();
    const said = (await page.getByRole('button', { name: /^Coordination, E05 : 12 passages/u }).getAttribute('aria-label')) ?? '';
    await page.getByRole('button', { name: said, exact: true }).click();
    await behind().getByText('12 passages').waitFor();
    const first = behind().getByRole('link').first();
    const words = await first.innerText();
    await first.click();
    await expect.poll(() => page.locator('.reader-scroller').innerText()).toContain(words.slice(0, 40));
    await page.goBack();
    await marks().first().waitFor();
  });

  test('its picture is walked through by arrows, and its table says the same numbers', async () => {
    await marks().first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const title = await behind().getByRole('heading').innerText();
    await page.keyboard.press('Escape');
    await expect.poll(() => behind().count()).toBe(0);
    await page.getByRole('radio', { name: 'Tableau' }).click();
    const [row = '', column = ''] = title.split(' × ');
    const table = page.getByRole('region', { name: /^Tableau/u });
    await table.getByRole('columnheader', { name: column, exact: true }).waitFor();
    await table.getByRole('rowheader', { name: row, exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Figure' }).click();
  });

  test('a picture and its table are taken away as files', async () => {
    const save = async (name: string): Promise<string> => {
      await page.getByRole('button', { name: 'Exporter' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
      return readFileSync(await download.path(), 'latin1');
    };
    expect(await save('Image SVG')).toContain('<svg');
    expect((await save('Image PNG')).slice(1, 4)).toBe('PNG');
    expect((await save('PDF')).slice(0, 5)).toBe('%PDF-');
    expect((await save('Tableau Excel')).slice(0, 2)).toBe('PK');
    expect(await save('Tableau CSV')).toContain('Coordination');
  });

  test('saturation is set in its sentence, kept by name, and taken up again', async () => {
    await open('Saturation');
    await page.getByText(/^Arrêt atteint à 7\+2/u).waitFor();
    await page.getByRole('button', { name: /^Entretiens d’une suite/u }).click();
    await page.getByRole('textbox', { name: 'Entretiens d’une suite' }).fill('3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByText(/^Arrêt atteint à \d\+3/u).waitFor();
    await page.getByRole('button', { name: 'Réglages enregistrés' }).click();
    await page.getByRole('menuitem', { name: 'Enregistrer ces réglages…' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).fill('Suites de trois');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Suites de trois', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Ordre/u }).click();
    await page.getByRole('radiogroup').getByText('dans l’ordre de leur import').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Suites de trois', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Suites de trois' }).click();
    await page.getByRole('button', { name: 'Ordre : dans l’ordre de leur date' }).waitFor();
  });

  test('what each interview adds to a meaning is judged by keys alone, and undone', async () => {
    await open('Saturation du sens');
    const cell = page.getByRole('button', { name: /^Gouvernance, E01/u });
    await cell.focus();
    await page.keyboard.press('2');
    await page.getByRole('button', { name: /^Gouvernance, E01.*une dimension$/u }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: /^Gouvernance, E02.*une nuance$/u }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Gouvernance, E02.*pas encore jugé$/u }).waitFor();
  });

  test('what is not covered leads to what is meant', async () => {
    await open('Couverture');
    await page.getByRole('link', { name: "Formulation d'une stratégie explicite" }).waitFor();
    const quoted = page.getByRole('region', { name: 'Qui est cité' }).getByRole('button').first();
    const times = await quoted.innerText();
    await quoted.click();
    await behind().getByText(`${times} passages`).waitFor();
    await behind().getByRole('button', { name: 'Fermer' }).click();
  });

  test.each(['Vue d’ensemble', 'Portraits', 'Calendrier', 'Saturation', 'Saturation du sens', 'Couverture'])(
    'axe finds nothing wrong with %s, in either theme',
    async (name) => {
      await open(name);
      await page.locator('.analysis-picture svg, .meaning-grid, .coverage-parts').first().waitFor();
      await expect.poll(() => violationsInBoth(page)).toEqual([]);
    },
  );
});
