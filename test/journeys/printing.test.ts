// What a thesis prints, as a researcher gets it out: the pieces chosen and set, their pages looked at, the pack written and read back, the way back to the text.
import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { passageAddress } from '../../shared/domain/passage-link.ts';
import { violations } from '../support/axe.ts';
import { zipTexts } from '../support/zip-text.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

describe('the thesis pack', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });

  const sheet = (): Locator =>
    page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: /Dossier de thèse|Exporter pour la thèse/ }) });
  const pieces = (): Locator => sheet().getByRole('list', { name: 'Pièces' });
  const pageCount = (): Locator => sheet().getByText(/^Page 1 sur \d+$/);
  const writing = (): Locator => sheet().getByRole('button', { name: 'Télécharger le dossier (zip)' });

  async function command(words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Commandes' }).fill(words);
    await page.keyboard.press('Enter');
  }

  async function openPack(): Promise<void> {
    await command('Exporter le dossier de thèse');
    await pieces().waitFor();
  }

  async function show(piece: string): Promise<void> {
    await sheet()
      .getByRole('button', { name: new RegExp(`^Aperçu\\s: ${piece}`) })
      .click();
  }

  /** Some words of the page that is read aloud. */
  const pageSays = (words: string): Promise<void> =>
    sheet()
      .getByRole('note', { name: /^Texte de la page/ })
      .filter({ hasText: words })
      .first()
      .waitFor({ state: 'attached' });

  async function tickOnly(names: readonly string[]): Promise<void> {
    for (const box of await pieces().getByRole('checkbox').all()) {
      const name = (await box.getAttribute('aria-label')) ?? '';
      const isWanted = names.some((wanted) => name.includes(wanted));
      if ((await box.isChecked()) !== isWanted) await box.locator('xpath=ancestor::label').click();
    }
  }

  async function download(): Promise<Buffer> {
    const [file] = await Promise.all<[Promise<Download>, Promise<void>]>([page.waitForEvent('download'), writing().click()]);
    return readFileSync(await file.path());
  }

  test('opens from the command field and shows the true pages of each piece', async () => {
    await openPack();
    await pageCount().waitFor();
    expect(await violations(page)).toEqual([]);
    await show('Tableau de verbatims');
    await pageSays('verbatim');
    await sheet().getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Page 1', exact: true }).waitFor();
    await expect
      .poll(() =>
        sheet()
          .locator('article canvas')
          .first()
          .evaluate((canvas: HTMLCanvasElement) => canvas.width),
      )
      .toBeGreaterThan(200);
  });

  test('a changed option changes the pages', async () => {
    await show('Journal de l’analyse');
    await pageSays('analyse');
    await sheet().getByRole('radiogroup', { name: 'Langue' }).getByRole('radio', { name: 'Anglais' }).click();
    await pageSays('analysis');
    await sheet().getByRole('radiogroup', { name: 'Langue' }).getByRole('radio', { name: 'Français' }).click();
    await pageSays('Tableau');
  });

  test('settings are kept by name, and chosen again', async () => {
    await tickOnly(['Tableau de verbatims', 'Journal de l’analyse']);
    await show('Tableau de verbatims');
    await sheet().getByRole('button', { name: 'Changer : 3 verbatims au plus' }).click();
    await page.getByRole('radio', { name: '2 verbatims au plus' }).press('Space');
    await page.keyboard.press('Escape');
    await sheet()
      .getByRole('toolbar', { name: /^Formats de/ })
      .getByRole('button', { name: 'HTML' })
      .click();
    const settings = (): Locator => sheet().getByRole('banner').getByRole('button').first();
    await settings().click();
    await page.getByRole('menuitem', { name: 'Enregistrer sous…' }).click();
    await page.getByRole('textbox', { name: 'Nom des réglages' }).fill('Annexe B');
    await page.keyboard.press('Enter');
    await sheet().getByRole('button', { name: 'Annexe B' }).waitFor();
    // once, wherever the pointer was left: a tooltip under it does not take the key
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await openPack();
    expect(await pieces().getByRole('listitem').count()).toBeGreaterThan(5);
    await sheet().getByRole('button', { name: 'Réglages non enregistrés' }).click();
    await page.getByRole('menuitem', { name: 'Annexe B' }).click();
    await sheet().getByRole('button', { name: 'Changer : 2 verbatims au plus' }).waitFor();
    expect(await pieces().getByRole('listitem').count()).toBe(2);
  });

  test('is written as one archive, with an index, and read back', async () => {
    const files = zipTexts(await download());
    const names = [...files.keys()].map((name) => name.replace(/^[^/]*\//, '')).sort();
    expect(names).toEqual([
      '00 Sommaire.docx',
      '00 Sommaire.html',
      '01 Tableau de verbatims.docx',
      '01 Tableau de verbatims.html',
      '02 Journal de l’analyse.docx',
    ]);
    const html = [...files].find(([name]) => name.endsWith('verbatims.html'))?.[1] ?? '';
    expect(html).toContain('trame://open?project=');
    await sheet().waitFor({ state: 'detached' });
  });

  test('that is stopped writes nothing', async () => {
    await openPack();
    await tickOnly(['Transcriptions', 'Recueil', 'Monographies', 'Dictionnaire', 'Tableau']);
    const downloads: string[] = [];
    page.on('download', (file) => void downloads.push(file.suggestedFilename()));
    await writing().click();
    await sheet().getByRole('button', { name: 'Arrêter' }).click();
    await writing().waitFor();
    expect(downloads).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
  });

  test('one piece opens from its screen with its pages', async () => {
    await openScreen(page, 'Corpus');
    await page
      .getByRole('button', { name: 'Cas', exact: true })
      .or(page.getByRole('radio', { name: 'Cas', exact: true }))
      .first()
      .click();
    await page.getByRole('button', { name: 'Tableaux' }).click();
    await page.getByRole('menuitem', { name: 'Aperçu et mise en page…' }).click();
    await sheet().getByRole('heading', { name: 'Exporter pour la thèse' }).waitFor();
    await pageCount().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('a reference pasted into the command field leads back to its passage', async () => {
    await openPack();
    await tickOnly(['Tableau de verbatims']);
    await show('Tableau de verbatims');
    await sheet()
      .getByRole('toolbar', { name: /^Formats de/ })
      .getByRole('button', { name: 'HTML' })
      .click();
    const html = [...zipTexts(await download())].find(([name]) => name.endsWith('verbatims.html'))?.[1] ?? '';
    const [link = '', project = '', passage = ''] = /trame:\/\/open\?project=([0-9a-f-]+)&amp;passage=([0-9a-f-]+)/.exec(html) ?? [];
    expect(link).not.toBe('');
    await command(passageAddress(project, passage));
    await expect.poll(() => page.url()).toContain(`passageId=${passage}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await command('E02 §3');
    await page.getByRole('heading', { name: /^E02/, level: 1 }).waitFor();
  });

  test('a reference that leads nowhere says so and stays', async () => {
    const before = page.url();
    await command('trame://open?project=x&passage=y&run=z');
    await page.getByText('Ce lien n’est pas un renvoi de Trame').waitFor();
    await command('E99 §1');
    expect(page.url()).toBe(before);
    expect(at.broken).toEqual([]);
  });
});
