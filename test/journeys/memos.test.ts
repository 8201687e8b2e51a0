// Memos as a researcher writes them: by keyboard, with links that lead there and back, a template, a search, files for the thesis.
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const TITLE = 'Ce que change la feuille de route';
/** 40 × 24 points, one colour. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAYCAIAAAAH5iiXAAAAKElEQVR4nGOQy6sYEMQwavGoxaMWj1o8avGoxaMWj1o8avGoxcPHYgAR3s8uGu54wgAAAABJRU5ErkJggg==';

describe('memos', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });

  const text = (): Locator => page.getByRole('textbox', { name: 'Texte', exact: true });
  /** What stands in a text field is no heading to a browser's own tree: it is looked for by its element. */
  const headings = (): Locator => text().locator('h1, h2, h3');
  const picker = (): Locator => page.getByRole('dialog', { name: 'Lien vers' });
  const list = (): Locator => page.getByRole('listbox', { name: 'Mémos' });
  const link = (kind: string): Locator => text().locator(`[data-link-kind="${kind}"]`);
  const mentions = (): Locator => page.locator('section', { has: page.getByRole('heading', { name: 'Mentionné dans' }) }).last();

  async function openMemo(): Promise<void> {
    await openScreen(page, 'Mémos');
    await list().getByRole('option', { name: TITLE }).click();
    await headings().getByText('Constat').waitFor();
  }

  /** Searches in the open picker and takes what comes first. */
  async function pick(words: string, option: RegExp): Promise<void> {
    await expect
      .poll(() =>
        picker()
          .getByRole('textbox')
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type(words);
    await picker()
      .getByRole('option')
      .first()
      .and(page.getByRole('option', { name: option }))
      .waitFor();
    await page.keyboard.press('Enter');
    await picker().waitFor({ state: 'detached' });
  }

  /** The mention that leads back to the memo, with the link that was followed in sight. */
  async function followBack(kind: string): Promise<void> {
    await mentions().getByRole('button', { name: TITLE }).click();
    await expect.poll(() => link(kind).getAttribute('data-shown')).not.toBeNull();
  }

  async function saved(act: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return readFileSync(await download.path());
  }

  test('one is begun, named and written without the mouse: heading, emphasis, lists, quotation, links', async () => {
    await openScreen(page, 'Mémos');
    await page.getByRole('button', { name: 'Nouveau mémo' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Sur tout le projet' }).press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: 'Titre' }).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(TITLE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => text().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('# Constat');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Un **mot fort** sur [[');
    await pick('Gouvernance', /Gouvernance$/);
    await page.keyboard.type(' au ');
    await page.keyboard.press('Control+l');
    await pick('Pôle 1', /^Pôle 1$/);
    await page.keyboard.type(' : ');
    await page.keyboard.press('Control+l');
    await pick('chaudronnier', /chaudronnier.* E02/);
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- premier point');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.keyboard.type('dessous');
    for (let leaving = 0; leaving < 3; leaving += 1) await page.keyboard.press('Enter');
    await page.keyboard.type('> Les petits suivent');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Voir [le site](https://example.org/feuille).');
    await page.keyboard.press('Control+Enter');
    await list().getByRole('option', { name: TITLE }).waitFor();
    await page.locator('.memos-editor-state').getByText('enregistré').waitFor();
  });

  test('a picture that is pasted stands in it, and says what it shows', async () => {
    await text().evaluate((element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, PICTURE);
    const picture = text().locator('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
    await picture.click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Ce que montre l’image' }).fill('Schéma du pôle');
    await page.keyboard.press('Enter');
    await expect.poll(() => picture.getAttribute('alt')).toBe('Schéma du pôle');
    await text().press('Control+Enter');
    await page.locator('.memos-editor-state').getByText('enregistré').waitFor();
  });

  test('it opens again as it was written', async () => {
    await page.reload();
    await openMemo();
    expect(await text().locator('strong').innerText()).toBe('mot fort');
    expect(await text().locator('ul > li > ul > li').innerText()).toBe('dessous');
    expect(await text().locator('blockquote').innerText()).toBe('Les petits suivent');
    expect(await text().locator('a').getAttribute('href')).toBe('https://example.org/feuille');
    expect(await text().locator('img[alt="Schéma du pôle"]').count()).toBe(1);
    expect(await headings().getAttribute('aria-level')).toBe('2');
    expect([await link('category').count(), await link('case').count(), await link('passage').count()]).toEqual([1, 1, 1]);
  });

  test('its links lead to the category and to the passage, which lead back to where they stand in it', async () => {
    await link('category').click();
    await page.getByRole('article', { name: 'Gouvernance' }).waitFor();
    await followBack('category');
    await link('passage').click();
    await page.getByRole('heading', { name: /^E02/, level: 1 }).waitFor();
    await followBack('passage');
  });

  test('a case says in its row how many memos speak of it, and shows them', async () => {
    await openScreen(page, 'Corpus');
    await page.getByRole('radio', { name: 'Cas', exact: true }).click();
    const sheet = page.getByRole('grid', { name: 'Cas' });
    const column = await sheet.getByRole('columnheader').allInnerTexts();
    const row = sheet.getByRole('row').filter({ hasText: 'Pôle 1' });
    const cell = row.getByRole('gridcell').nth(column.findIndex((title) => title.includes('Mémos')));
    await expect.poll(() => cell.innerText()).toBe('1');
    await cell.click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Écrire un mémo' }).waitFor();
    await followBack('case');
  });

  test('a question of the guide has its memos beside it', async () => {
    await openScreen(page, 'Corpus');
    await page.getByRole('radio', { name: 'Guide' }).click();
    await page
      .getByRole('button', { name: /^Écrire un mémo sur/ })
      .first()
      .press('Enter');
    const field = page.getByRole('dialog').getByRole('textbox', { name: 'Écrire un mémo' });
    await field.focus();
    await page.keyboard.type('Mal comprise de deux personnes.');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^1 mémo sur/ }).waitFor();
  });

  test('a template is filled with what the project knows of an interview', async () => {
    await openScreen(page, 'Mémos');
    await page.getByRole('button', { name: 'Nouveau mémo' }).click();
    await page.getByRole('menuitem', { name: 'Fiche de synthèse d’un contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Fiche de synthèse d’un contact' });
    await dialog.getByRole('combobox').fill('E05');
    await page.getByRole('option', { name: /^E05/ }).click();
    await dialog.getByRole('button', { name: 'Commencer' }).click();
    await headings().getByText('Le contact').waitFor();
    expect(await headings().count()).toBe(7);
    expect(await link('source').innerText()).toMatch(/^E05/);
  });

  test('memos are found by words and by date; one without a title is called by what it stands on', async () => {
    await openScreen(page, 'Mémos');
    const shown = () => list().getByRole('option').count();
    const all = await shown();
    await list()
      .getByRole('option', { name: /^Sur «.*» \(E\d\d §\d+\)/ })
      .first()
      .waitFor();
    await page.getByRole('searchbox', { name: 'Chercher dans les mémos' }).fill('REGLE preuve');
    await expect.poll(shown).toBe(1);
    await page.getByRole('searchbox', { name: 'Chercher dans les mémos' }).fill('');
    await expect.poll(shown).toBe(all);
    const dates = page.getByRole('button', { name: /Date d’écriture$/ });
    await dates.press('Enter');
    await page.getByRole('option', { name: 'Aujourd’hui', exact: true }).press('Enter');
    await expect.poll(shown).toBe(all);
    await dates.press('Enter');
    await page.getByRole('option', { name: 'Entre deux dates…' }).press('Enter');
    await page.getByLabel('Au', { exact: true }).fill('2001-01-01');
    await page.getByText('Aucun mémo ne correspond.').waitFor();
    await page.getByLabel('Au', { exact: true }).fill('');
    await expect.poll(shown).toBe(all);
  });

  test('a link to a crossing opens a saved matrix that shows it, and the cell leads back', async () => {
    await openMemo();
    await headings().getByText('Constat').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+l');
    await pick('Régulation Gouvernance Pôle 1', /× Pôle 1$/);
    await link('cell').click();
    await page.getByRole('region', { name: 'Gouvernance × Régulation × Pôle 1' }).waitFor();
    await followBack('cell');
  });

  test('it leaves as a Word document and as Markdown, with all that it says', async () => {
    const save = async (format: string) => {
      await page.locator('article').getByRole('button', { name: 'Enregistrer sous…' }).click();
      await page.getByRole('menuitem', { name: format }).click();
    };
    const { value } = await mammoth.convertToHtml({ buffer: await saved(() => save('Document Word')) });
    // headings have bookmarks, for a table of contents
    const html = value.replaceAll(/<a id="[^"]*"><\/a>/g, '');
    expect(html).toContain(`<h1>${TITLE}</h1>`);
    expect(html).toContain('<h2>Constat</h2>');
    expect(html).toContain('<strong>mot fort</strong>');
    expect(html).toMatch(/<ul><li>premier point<ul><li>dessous<\/li><\/ul><\/li><\/ul>/);
    expect(html).toMatch(/«\u00a0[^»]*chaudronnier[^»]*\u00a0» \(E02, §\d+\)/);
    expect(html).toContain('<a href="https://example.org/feuille">le site</a>');
    expect(html).toContain('alt="Schéma du pôle"');
    const markdown = (await saved(() => save('Markdown'))).toString();
    expect(markdown).toContain(`# ${TITLE}`);
    expect(markdown).toContain('## Constat');
    expect(markdown).toContain('- premier point\n  - dessous');
    expect(markdown).toContain('> Les petits suivent');
    expect(markdown).toContain('[le site](https://example.org/feuille)');
    expect(markdown).toContain('![Schéma du pôle](data:image/png;base64,');
  });

  test('axe finds nothing wrong with it in either theme', async () => {
    await openMemo();
    await text().locator('img').waitFor();
    await expect.poll(() => violationsInBoth(page)).toEqual([]);
    await headings().getByText('Constat').click();
    await page.keyboard.press('Control+l');
    await picker().getByRole('option').first().waitFor();
    await expect.poll(() => violationsInBoth(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await picker().waitFor({ state: 'detached' });
  });
});
