// A grid leaves through the window and comes back in each form; the codebook is printed and read back; a thousand categories are filtered.
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { zipTexts } from '../support/zip-text.ts';
import {
  DIMENSIONS,
  TOOLS,
  card,
  countOf,
  download,
  expectSaid,
  lastAct,
  openCard,
  openGridCard,
  openGrids,
  outline,
  row,
} from './codebook-steps.ts';
import { aWindow } from './window.ts';

const DEFINITION = 'Règles, instances et modalités par lesquelles les décisions sont préparées';
const EXAMPLE = 'il y a un collège pour les PME';

describe('grids as files', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  beforeAll(async () => {
    page = desk.page;
    await openGrids(page);
  });

  const contentOf = async (file: Download): Promise<Buffer> => readFileSync(await file.path());

  async function choose(grid: string, menu: string, item: string | RegExp, nth = 0): Promise<Download> {
    const opened = await openGridCard(page, grid);
    return download(page, async () => {
      await opened.getByRole('button', { name: menu }).click();
      await page.getByRole('menuitem', { name: item }).nth(nth).click();
    });
  }

  async function importFile(name: string, buffer: Buffer): Promise<void> {
    await page.getByRole('button', { name: 'Ajouter une grille' }).click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: /^Importer une grille/ }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  test.each([
    ['json', /^Trame \(json\)/],
    ['xlsx', /^Excel \(xlsx\)/],
    ['qdc', /\(qdc\)/],
  ])('a grid exported as %s comes back with its tree, definitions and no coding', async (extension, item) => {
    const before = await outline(page, TOOLS);
    const file = await choose(TOOLS, 'Exporter la grille', item);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${extension}$`));
    const content = await contentOf(file);
    const opened = await openGridCard(page, TOOLS);
    await opened.getByRole('button', { name: 'Supprimer la grille…' }).click();
    const question = page.getByRole('dialog', { name: /^Supprimer «/ });
    await question.getByText(/Ses 27\scatégories disparaissent avec elle\. 201\scodages seront retirés\./u).waitFor();
    await question.getByRole('button', { name: 'Supprimer' }).click();
    await expect.poll(() => outline(page, TOOLS)).toEqual([]);
    await importFile(file.suggestedFilename(), content);
    await expectSaid(page, `«\u00a0${file.suggestedFilename()}\u00a0» est dans le projet.`);
    await expect.poll(() => page.getByRole('treegrid').count()).toBe(3);
    const title = ((await page.getByRole('treegrid').last().getAttribute('aria-label')) ?? '').replace(/^Catégories de «\s|\s»$/gu, '');
    await expect.poll(() => outline(page, title)).toEqual(before);
    await expect.poll(() => countOf(page, 'Coordination')).toBe('–');
    const definition = await (await openCard(page, "Partage de l'autorité")).getByRole('textbox', { name: 'Définition' }).inputValue();
    expect(definition).not.toBe('');
    // both acts back
    await page.keyboard.press('Escape');
    await page.locator('h1').first().focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('treegrid').count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => outline(page, TOOLS)).toEqual(before);
    await expect.poll(() => countOf(page, 'Coordination')).toBe('98');
  });

  test('the codebook is printed for Word, Excel and the web, with definitions, examples and counts by case', async () => {
    const opened = await openGridCard(page, DIMENSIONS);
    await opened.getByRole('button', { name: 'Dictionnaire des thèmes' }).click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Avec les effectifs par cas' })
      .or(page.getByRole('menuitem', { name: 'Avec les effectifs par cas' }))
      .click();
    await page.keyboard.press('Escape');
    const word = zipTexts(await contentOf(await choose(DIMENSIONS, 'Dictionnaire des thèmes', 'Word (docx)'))).get('word/document.xml') ?? '';
    const sheets = zipTexts(await contentOf(await choose(DIMENSIONS, 'Dictionnaire des thèmes', 'Excel (xlsx)')));
    const excel = [...sheets].map(([, text]) => text).join('');
    const web = (await contentOf(await choose(DIMENSIONS, 'Dictionnaire des thèmes', 'Page web (html)'))).toString('utf8');
    for (const text of [word, excel, web]) {
      for (const words of ['Gouvernance', DEFINITION, EXAMPLE, 'Pôle 1', 'Pôle 2']) expect(text).toContain(words);
      expect(text).not.toContain('Coordination');
    }
    expect(web).toMatch(/<td[^>]*>42<\/td>|\b42\b/);
    const all = (await contentOf(await choose(DIMENSIONS, 'Dictionnaire des thèmes', 'Page web (html)', 1))).toString('utf8');
    for (const words of ['Gouvernance', 'Coordination', 'collège PME']) expect(all).toContain(words);
  });

  test('among a thousand categories more the filter finds one by any of its letters, leads to it, and goes away with Escape', async () => {
    const categories = Array.from({ length: 40 }, (_, at) => ({
      name: `Branche ${at + 1}`,
      children: Array.from({ length: 25 }, (__, leaf) => ({ name: `Feuille ${at + 1}.${leaf + 1} ${leaf === 12 ? 'Ébène' : 'chêne'}` })),
    }));
    await importFile('forêt.json', Buffer.from(JSON.stringify({ id: 'foret', title: 'Forêt', kind: 'categories', categories })));
    await card(page, 'Forêt').waitFor();
    const act = await lastAct(page);
    const filter = page.getByRole('textbox', { name: 'Filtrer les catégories' });
    await filter.pressSequentially('17 ebene');
    await expect.poll(() => outline(page, 'Forêt')).toEqual(['Branche 17', '  Feuille 17.13 Ébène']);
    expect(await page.getByRole('treegrid').count()).toBe(1);
    await openCard(page, 'Feuille 17.13 Ébène');
    await filter.fill('baobab');
    await page.getByText('Aucune catégorie ne correspond à «\u00a0baobab\u00a0».').waitFor();
    await filter.press('Escape');
    await expect.poll(() => page.getByRole('treegrid').count()).toBe(4);
    // what was chosen is still unfolded and in view
    await expect.poll(() => row(page, 'Feuille 17.13 Ébène').count()).toBe(1);
    expect(await lastAct(page)).toBe(act);
  });
});
