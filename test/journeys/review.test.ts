// The supervisor's round trip: a student makes a pack, somebody reads it from a file and comments, the comments come back and are answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations, violationsInBoth } from '../support/axe.ts';
import { aWindow } from './window.ts';

const NAME = 'Mme Durand';
const ON_CELL = 'La synthèse mêle deux idées.';
const ON_WORDS = 'Est-ce bien ce qu’elle veut dire ?';

describe('a review by somebody without Trame', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  let reader: Page;
  let pack = '';
  let comments = '';
  const blocked: string[] = [];
  beforeAll(() => {
    page = at.page;
  });

  const panel = (): Locator => reader.locator('#panel');
  const thread = (words: string): Locator => page.getByRole('article').filter({ hasText: words });

  async function openReview(): Promise<void> {
    await page.getByRole('navigation', { name: 'Écrans' }).getByRole('button', { name: 'Revue', exact: true }).click();
    await page.getByRole('heading', { name: 'Revue', level: 1 }).waitFor();
  }

  async function savePack(file: string): Promise<string> {
    await openReview();
    await page.getByRole('button', { name: 'Nouveau dossier de relecture' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dossier de relecture' });
    await dialog.getByRole('textbox', { name: 'Votre mot au lecteur' }).fill('Voici le chapitre 5.');
    await dialog.getByText(/^Taille\s: \d+\sKo/u).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Enregistrer le dossier' }).click()]);
    const path = join(at.home, file);
    await download.saveAs(path);
    return path;
  }

  /** From the disk, without a network: whatever the page asked for would be refused, and told. */
  async function openPack(path: string): Promise<void> {
    const context = await page
      .context()
      .browser()
      ?.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' });
    if (!context) throw new Error('no browser');
    await context.setOffline(true);
    reader = await context.newPage();
    reader.on('request', (request) => !/^(?:file|data|blob):/u.test(request.url()) && blocked.push(request.url()));
    reader.on('pageerror', (error) => blocked.push(error.message));
    reader.on('console', (message) => message.type() === 'error' && blocked.push(message.text()));
    await reader.goto(pathToFileURL(path).href);
    await reader.getByRole('heading', { level: 1 }).waitFor();
  }

  const part = (name: string): Promise<void> => reader.getByRole('navigation').getByRole('link', { name }).click();

  async function say(verdict: string, words: string): Promise<void> {
    const name = panel().getByRole('textbox', { name: 'Votre nom' });
    if ((await name.count()) > 0) await name.fill(NAME);
    await panel().getByText(verdict, { exact: true }).last().click();
    if (words !== '') await panel().getByRole('textbox', { name: 'Votre commentaire' }).fill(words);
    await panel().getByRole('button', { name: 'Ajouter' }).click();
    await panel().getByText(NAME).first().waitFor();
  }

  test('the student chooses what is read, and saves it as one page', async () => {
    await openReview();
    expect(await violationsInBoth(page)).toEqual([]);
    pack = await savePack('relecture.html');
    expect(readFileSync(pack, 'utf8')).toContain("default-src 'none'");
    await page.getByRole('radio', { name: 'Dossiers envoyés' }).click();
    await page.getByText('Voici le chapitre 5.').waitFor();
  });

  test('the reviewer opens it from the disk and comments on a cell, a category and some words', async () => {
    await openPack(pack);
    await reader.getByText('Voici le chapitre 5.').waitFor();
    expect(await violations(reader)).toEqual([]);

    await part('Matrices');
    await reader.locator('.matrix').waitFor();
    expect(await violations(reader)).toEqual([]);
    await reader
      .getByRole('button', { name: /^Ouvrir la cellule/u })
      .first()
      .click();
    await say('À reprendre', ON_CELL);
    expect(await violations(reader)).toEqual([]);
    await reader.keyboard.press('Escape');
    await reader.locator('.said', { hasText: '1 commentaire' }).first().waitFor();

    await part('Grilles');
    await reader.getByRole('button', { name: 'Commenter : Gouvernance' }).first().click();
    await say('D’accord', '');

    await part('Entretiens');
    await reader.getByRole('link', { name: /^E01/u }).click();
    await reader.locator('.turn-words').first().waitFor();
    expect(await violations(reader)).toEqual([]);
    await reader.evaluate(() => {
      const words = document.querySelectorAll('.turn-words')[2] as HTMLElement;
      const range = document.createRange();
      const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode() as Text;
      range.setStart(text, 0);
      range.setEnd(text, 24);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await reader.getByRole('button', { name: 'Commenter ces mots' }).click();
    await say('À discuter', ON_WORDS);
    await reader.locator('.run-said').first().waitFor();
  });

  test('what was said is there after the page was closed by mistake, and is saved as a small file', async () => {
    reader.on('dialog', (dialog) => void dialog.accept());
    await reader.reload();
    await part('Commentaires');
    await reader.getByText(ON_WORDS).waitFor();
    expect(await violations(reader)).toEqual([]);
    await reader.getByRole('main').getByRole('button', { name: 'Enregistrer mes commentaires' }).click();
    const dialog = reader.getByRole('dialog');
    expect(await dialog.getByRole('textbox').inputValue()).toContain('"format": "trame-review"');
    const [download] = await Promise.all([reader.waitForEvent('download'), dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click()]);
    expect(download.suggestedFilename()).toMatch(/Mme Durand\.trame-revue\.json$/u);
    comments = join(at.home, 'retour.trame-revue.json');
    await download.saveAs(comments);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    expect(blocked).toEqual([]);
  });

  test('the student takes the file back, and one comment leads to its place', async () => {
    await openReview();
    await page.getByRole('radio', { name: 'À faire' }).click();
    await page.locator('input[type=file][aria-label="Reprendre des commentaires"]').first().setInputFiles(comments);
    const dialog = page.getByRole('dialog', { name: `Commentaires de ${NAME}` });
    expect(await dialog.getByRole('status').innerText()).toBe('3 nouveaux');
    await dialog.getByRole('button', { name: 'Reprendre 3 commentaires' }).click();
    await thread(ON_CELL).waitFor();
    expect(await violationsInBoth(page)).toEqual([]);

    await thread(ON_WORDS)
      .getByRole('button', { name: /^E01 §/u })
      .click();
    await page.locator('.reader-panel').getByText(ON_WORDS).waitFor();
    await page.goBack();
    await thread(ON_CELL).waitFor();
  });

  test('a comment is answered, settled, taken up again by undo; taking the file again doubles nothing', async () => {
    await thread(ON_CELL).getByRole('button', { name: 'Répondre' }).click();
    await thread(ON_CELL).getByRole('textbox', { name: 'Votre réponse' }).fill('Séparées en deux phrases.');
    await thread(ON_CELL).getByRole('button', { name: 'Répondre' }).click();
    await page.getByRole('radio', { name: 'Tous (3)' }).click();
    await thread(ON_CELL).getByText('Répondu').waitFor();
    await thread(ON_CELL).getByRole('button', { name: 'Régler' }).click();
    await thread(ON_CELL)
      .getByText(/^Réglé par/u)
      .waitFor();
    await page.keyboard.press('Control+z');
    await thread(ON_CELL).getByText('Répondu').waitFor();
    await page.locator('input[type=file][aria-label="Reprendre des commentaires"]').first().setInputFiles(comments);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Tout ce fichier est déjà dans le projet.').waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
  });

  test('a second pack shows the answer beside the comment', async () => {
    await openPack(await savePack('relecture-2.html'));
    await part('Commentaires');
    await reader.getByText('Séparées en deux phrases.').waitFor();
    await reader.getByRole('link', { name: 'Aller au lieu' }).first().click();
    await panel().getByText(ON_CELL).waitFor();
    expect(blocked).toEqual([]);
  });
});
