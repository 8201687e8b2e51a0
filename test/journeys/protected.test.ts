// A project under a password, as its owner meets it: made, left, asked for, locked in the middle of a sentence, and found again at the same place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { aWindow } from './window.ts';

const PASSWORD = 'une phrase dont on se souvient';
const WRITTEN = 'La mirabolance des cofondateurs';

describe('a protected project', () => {
  const at = aWindow({ on: 'home' });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });

  const password = (): Locator => page.getByLabel('Mot de passe', { exact: true });
  const rail = (): Locator => page.getByRole('navigation', { name: 'Écrans' });
  const isAskedFor = (): Promise<void> => page.getByRole('heading', { name: '« Thèse.trame » est protégé' }).waitFor();

  test('is made with its password typed twice, and asks for it when it is opened again', async () => {
    await page.getByRole('button', { name: 'Nouveau projet' }).click();
    await page.getByLabel('Titre du projet').fill('Thèse');
    await page.getByText('Protéger par un mot de passe').click();
    await password().fill(PASSWORD);
    await page.getByLabel('Le même encore une fois').fill('une phrase dont on doute');
    await page.getByText('Les deux saisies ne sont pas les mêmes.').waitFor();
    expect(await page.getByRole('button', { name: 'Créer le projet' }).isEnabled()).toBe(false);
    await page.getByLabel('Le même encore une fois').fill(PASSWORD);
    await page.getByRole('button', { name: 'Créer le projet' }).click();
    await rail().waitFor();
    await page.locator('.project-title').click();
    await page.getByRole('menuitem', { name: 'Fermer le projet' }).click();
    await page.getByText('Protégé par un mot de passe').waitFor();
    await page.getByRole('button', { name: /Thèse/u }).click();
    await isAskedFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await password().fill('une autre');
    await page.keyboard.press('Enter');
    await page.getByText('Ce mot de passe n’ouvre pas ce projet').waitFor();
    await password().fill(PASSWORD);
    await page.keyboard.press('Enter');
    await rail().waitFor();
  });

  test('locked while a sentence is being written, shows nothing of it, and gives it back at the same place', async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('button', { name: 'Nouveau mémo' }).first().click();
    await page.getByRole('menuitem', { name: 'Sur tout le projet' }).click();
    const text = page.getByRole('textbox', { name: 'Texte', exact: true });
    await text.click();
    await page.keyboard.type(WRITTEN);
    const place = new URL(page.url()).hash;
    await page.keyboard.press('Control+Shift+L');
    await isAskedFor();
    expect(await page.content()).not.toContain('mirabolance');
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('mirabolance');
    expect(readFileSync(join(at.home, 'Thèse.trame')).includes('mirabolance')).toBe(false);
    // the page may be loaded anew meanwhile
    await page.reload();
    await isAskedFor();
    await password().fill(PASSWORD);
    await page.keyboard.press('Enter');
    await text.getByText(WRITTEN).waitFor();
    expect(new URL(page.url()).hash).toBe(place);
  });

  test('what was typed in a window over the page is given back to be copied', async () => {
    await page.locator('.project-title').click();
    await page.getByRole('menuitem', { name: 'Titre et question de recherche…' }).click();
    await page.getByLabel('Question de recherche').fill('Comment tient-on ensemble ?');
    await page.keyboard.press('Control+Shift+L');
    await isAskedFor();
    await password().fill(PASSWORD);
    await page.keyboard.press('Enter');
    const kept = page.getByRole('alertdialog', { name: 'Ce que vous étiez en train d’écrire' });
    await kept.getByText('Comment tient-on ensemble ?').waitFor();
    await kept.getByRole('button', { name: 'Fermer' }).click();
  });
});
