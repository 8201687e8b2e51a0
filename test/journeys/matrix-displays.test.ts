// From the gallery of ready-made displays to a matrix of one's own: a framework chart for another theme, a filter made by choosing, kept.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { openScreen } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const detail = (page: Page): Locator => page.getByRole('complementary', { name: 'La présentation choisie' });

const BUT_LABELS = { 'label-content-name-mismatch': { enabled: false } };

async function choose(page: Page, choice: string, option: RegExp): Promise<void> {
  await detail(page).getByRole('button', { name: choice }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('ready-made displays of the sample project', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;
  const filter = (): Locator => page.getByRole('dialog', { name: /filtre/i }).first();

  beforeAll(() => {
    page = desk.page;
  });

  test('the gallery answers a search and the arrows, and says where a display comes from', async () => {
    await openScreen(page, 'Matrices');
    const gallery = page.getByRole('listbox', { name: 'Présentations prêtes à remplir' });
    await gallery.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('searchbox').fill('Eisenhardt');
    await expect.poll(() => gallery.getByRole('option').count()).toBe(1);
    await page.getByRole('searchbox').fill('');
    await gallery.getByRole('option', { name: /^Comparaison des cas/ }).click();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => detail(page).getByRole('heading', { level: 2 }).textContent()).toBe('Tableau de contraste');
    expect(await detail(page).textContent()).toContain('Qualitative Data Analysis: A Methods Sourcebook');
  });

  test('a framework chart is filled by another theme, opened, and kept with how it is read', async () => {
    await page.getByRole('option', { name: /^Cadre thématique/ }).click();
    await choose(page, 'Thème', /^Leviers$/);
    await detail(page).getByRole('button', { name: 'Ouvrir la matrice' }).click();
    await page.getByRole('columnheader', { name: /Réciprocité/ }).waitFor();
    await page.getByRole('gridcell', { name: /^Pôle 1 × Réciprocité/ }).waitFor();
    await page.getByRole('button', { name: 'Enregistrer…' }).click();
    const name = page.getByRole('textbox', { name: 'Nom de la matrice' });
    expect(await name.inputValue()).toContain('Cadre thématique');
    await name.fill('Leviers, pôle par pôle');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Leviers, pôle par pôle', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Notes de la matrice' }).click();
    const notes = page.getByRole('textbox', { name: /^Notes sur/ });
    await expect.poll(() => notes.inputValue()).toContain('Une feuille par thème');
    expect(await notes.inputValue()).toContain('Ritchie & Spencer (1994)');
    await page.getByRole('button', { name: 'Notes de la matrice' }).click();
    // the other themes are the chart's other sheets
    const sheets = page.getByRole('radiogroup', { name: 'Feuilles : un thème par feuille' });
    expect(await sheets.getByRole('radio', { name: 'Leviers' }).getAttribute('aria-checked')).toBe('true');
    await sheets.getByRole('radio', { name: 'Freins' }).click();
    await expect.poll(() => page.getByRole('columnheader', { name: /Réciprocité/ }).count()).toBe(0);
    await sheets.getByRole('radio', { name: 'Leviers' }).click();
    await page.getByRole('columnheader', { name: /Réciprocité/ }).waitFor();
  });

  test('an axis becomes months of interviews, then a list picked by hand', async () => {
    await page.getByRole('button', { name: 'Axe des lignes : Cas' }).click();
    await page.getByRole('option', { name: /^Dates des sources/ }).click();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('rowheader', { name: /avril 2019/ }).waitFor();
    await page.getByRole('button', { name: 'Axe des lignes : Dates des sources par mois' }).click();
    await page.getByRole('button', { name: 'Changer d’axe' }).click();
    await page.getByRole('option', { name: /^Sources choisies/ }).click();
    await page.getByRole('option', { name: /^E05/ }).click();
    await page.getByRole('option', { name: /^E03/ }).click();
    await page.getByRole('textbox', { name: 'Nom de la liste' }).fill('Deux entretiens');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('button', { name: 'Axe des lignes : Deux entretiens' }).waitFor();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(2);
    expect(await page.getByRole('rowheader').first().textContent()).toContain('E05');
  });

  test('a filter is made by choosing, says how many passages it keeps, and reads as part of the sentence', async () => {
    await page.getByRole('button', { name: 'Ajouter un filtre : là où…' }).click();
    await filter().getByRole('button', { name: 'Ce que l’on regarde' }).click();
    await page.getByRole('option', { name: 'source', exact: true }).click();
    await filter()
      .getByRole('button', { name: /^Valeur/ })
      .click();
    await page.getByRole('option', { name: /^E03/ }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => filter().getByRole('status').textContent()).toMatch(/^[1-9]\d* passages? gardés? sur/);
    expect(await violations(page, BUT_LABELS)).toEqual([]);
    await filter()
      .getByRole('button', { name: 'Écrire' })
      .or(filter().getByRole('radio', { name: 'Écrire' }))
      .click();
    const text = filter().getByRole('textbox', { name: 'Expression' });
    expect(await text.inputValue()).toBe('source = "E03 Responsable des projets"');
    await text.fill('source = E03');
    await filter().locator('mark').waitFor();
    await text.fill('source = "E03 Responsable des projets"');
    await filter().getByRole('button', { name: 'Appliquer le filtre' }).click();
    await page.getByRole('button', { name: 'Filtre : source est E03 Responsable des projets' }).waitFor();
    await expect.poll(() => page.getByRole('gridcell', { name: /^E05[^:]*: vide/ }).count()).toBe(3);
  });

  test('the gallery is one command away, and leads back to the matrix', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('présentations de matrices');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: 'Présentations prêtes à remplir' }).waitFor();
    await page.getByRole('button', { name: 'Leviers, pôle par pôle', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Revenir à la matrice' }).click();
    await page.getByRole('button', { name: 'Filtre : source est E03 Responsable des projets' }).waitFor();
  });

  test('cases stand in the order of an attribute, or of how they were rated', async () => {
    const opened = async (order: RegExp): Promise<string> => {
      await page.goto(page.url().replace(/#.*/u, '#/matrices?view=displays'));
      await page.getByRole('option', { name: /^Matrice descriptive ordonnée/ }).click();
      await choose(page, 'Ordre', order);
      await detail(page).getByRole('button', { name: 'Ouvrir la matrice' }).click();
      await page.getByRole('gridcell', { name: /^Pôle 1 × Gouvernance/ }).waitFor();
      return (await page.getByRole('rowheader').first().textContent()) ?? '';
    };
    expect(await opened(/^Membres/)).toContain('Pôle 2');
    expect(await opened(/^la cote moyenne/)).toContain('Pôle 1');
  });

  test('a press on a name in a cell shows the passages of that person alone, and another press those of another', async () => {
    await page.goto(page.url().replace(/#.*/u, '#/matrices?view=displays'));
    await page.getByRole('option', { name: /^Variable par variable/ }).click();
    await detail(page).getByRole('button', { name: 'Ouvrir la matrice' }).click();
    const cell = page
      .getByRole('gridcell')
      .filter({ has: page.locator('[data-unit] ~ [data-unit]') })
      .first();
    for (const at of [0, 1]) {
      const name = cell.locator('[data-unit]').nth(at);
      const called = (await name.textContent()) ?? '';
      await name.click();
      const chosen = page.getByRole('radiogroup', { name: 'Qui s’y trouve' }).getByRole('radio', { checked: true });
      await expect.poll(() => chosen.textContent()).toContain(called);
      const [passages] = /\d+$/u.exec((await chosen.textContent()) ?? '') ?? [];
      await page.getByText(new RegExp(`^${passages} sur \\d+$`, 'u')).waitFor();
    }
  });

  test('no act broke the page', () => expect(desk.broken).toEqual([]));
});

describe('ready-made displays of a project in which nothing is coded', () => {
  const desk = aWindow({ on: aStudy('Vide') });

  test('each says what is missing, and leads there', async () => {
    const { page } = desk;
    await openScreen(page, 'Matrices');
    await detail(page).getByText('aucun passage n’est encore codé').waitFor();
    await page.getByRole('option', { name: /^Matrice descriptive ordonnée/ }).click();
    await detail(page).getByText('Il manque un attribut ordonné des cas').waitFor();
    await detail(page).getByRole('button', { name: 'Ouvrir les attributs' }).click();
    await page.getByRole('heading', { name: 'Corpus', level: 1 }).waitFor();
  });
});
