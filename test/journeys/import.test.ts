// Interviews on their way in, in a browser: dropped anywhere, looked through, settled, written as one act and taken back.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openScreen } from './steps.ts';
import type { TranscriptFile } from './steps.ts';
import { aWindow } from './window.ts';

const CLEAN: TranscriptFile = {
  name: 'E30 Directeur.txt',
  text: 'Enquêtrice : Qui décide, ici ?\nDirecteur : Chaque collège a une voix.\nEt cela prend du temps.\nEnquêtrice : Et la Région ?\nDirecteur : Elle est là.\n',
};
const QUESTIONS: TranscriptFile = {
  name: 'E31 Questions.txt',
  text: '1. Qui décide ?\nNous, au conseil.\nParfois plus souvent.\n2. Et la Région ?\nElle est dans la pièce.\n',
};
const SURVEY: TranscriptFile = {
  name: 'Enquête.csv',
  text: [
    'Nom;Fonction;Qu’est-ce qui a changé dans votre travail ?',
    'Anne;Élue;Nous nous réunissons davantage, et les décisions se prennent avec les communes.',
    'Jean;Directeur;Les dossiers arrivent plus tard, mais ils sont mieux préparés par les équipes.',
    'Lise;Élue;Rien de visible pour l’instant, sinon des réunions qui commencent à l’heure.',
  ].join('\n'),
};
const EMPTY: TranscriptFile = { name: 'vide.txt', text: '' };

/** Files from the desktop, dropped on whatever lies in the middle of the window. */
async function drop(page: Page, files: readonly TranscriptFile[]): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name, { type: 'text/plain' }));
    return transfer;
  }, files);
  const screen = page.locator('main');
  await screen.dispatchEvent('dragover', { dataTransfer: data });
  await page.getByText(/^Lâchez pour/).waitFor();
  await screen.dispatchEvent('drop', { dataTransfer: data });
}

describe('bringing interviews in', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  beforeAll(() => {
    page = desk.page;
  });

  test('one clean interview comes in by two acts: drop, Enter', async () => {
    await openScreen(page, 'Mémos');
    await drop(page, [CLEAN]);
    const primary = page.getByRole('button', { name: /^Importer 1 source/ });
    await primary.waitFor();
    await expect.poll(() => primary.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('«\u00a0E30 Directeur\u00a0» est dans le corpus.').waitFor();
    await page.getByRole('heading', { name: 'Corpus', level: 1 }).waitFor();
  });

  test('the preview shows what was taken for turns, and what was there already is left out', async () => {
    await drop(page, [CLEAN, QUESTIONS, SURVEY, EMPTY]);
    const files = page.getByRole('grid', { name: 'Fichiers' });
    await expect.poll(() => files.getByRole('row').count()).toBe(4);
    await expect.poll(() => files.getByRole('row', { name: /E30/ }).textContent()).toContain('déjà dans le projet');
    await expect.poll(() => files.getByRole('row', { name: /vide/ }).textContent()).toContain('il est vide');
    await expect.poll(() => page.getByRole('button', { name: /^Importer 4 sources/ }).count()).toBe(1);
    await files.getByRole('row', { name: /E30/ }).click();
    const turns = page.getByRole('table', { name: 'Texte, tour par tour' }).getByRole('row');
    await expect.poll(() => turns.nth(1).textContent()).toBe('§2DirecteurDirecteur :Chaque collège a une voix.');
    await expect.poll(() => turns.nth(2).textContent()).toBe('§3↳suite de DirecteurEt cela prend du temps.');
  });

  test('another pattern is applied at once, a wrong expression says what is wrong', async () => {
    await page.getByRole('row', { name: /E31/ }).click();
    const pattern = page.getByRole('button', { name: /Les tours se reconnaissent à/ });
    await pattern.click();
    await page.getByRole('option', { name: /Questions numérotées/ }).click();
    const turns = page.getByRole('table', { name: 'Texte, tour par tour' }).getByRole('row');
    await expect.poll(() => turns.nth(0).textContent()).toBe('§1Q1.Qui décide ?');
    await pattern.click();
    await page.getByRole('option', { name: /Expression régulière/ }).click();
    await page.getByRole('textbox', { name: 'Expression' }).fill('(?<speaker>');
    await page.getByText(/ne peut pas servir à reconnaître les tours/).waitFor();
    await page.getByRole('textbox', { name: 'Expression' }).fill(String.raw`(?<speaker>\d+)\. `);
    await expect.poll(() => turns.nth(0).textContent()).toBe('§11' + '1.Qui décide ?');
  });

  test('the import waits while one is elsewhere, and is found again as it was', async () => {
    await openScreen(page, 'Grilles');
    await page.getByRole('button', { name: /^Import à valider/ }).click();
    await page.getByRole('row', { name: /E31/, selected: true }).waitFor();
  });

  test('everything is written as one act, reported file by file, and undone by one', async () => {
    await page.getByRole('combobox', { name: 'Cas' }).fill('Pôle neuf');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Import terminé' }).waitFor();
    const report = page.getByRole('region', { name: 'Import terminé' });
    const words = (await report.textContent()) ?? '';
    for (const part of ['1 fichier refusé', 'vide.txt', '1 fichier laissé de côté', '4 sources importées', 'locuteurs\u00a0: 1, 2', 'Jean'])
      expect(words).toContain(part);
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('17 sources');
    await report.getByRole('button', { name: /^Annuler l’import/ }).click();
    await page.getByRole('heading', { name: 'Import annulé' }).waitFor();
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('13 sources');
    await page.getByRole('button', { name: 'Fermer', exact: true }).first().click();
    // the case was made for these interviews: it goes with them
    await expect.poll(() => page.getByRole('complementary', { name: 'Cas et sources' }).getByText('Pôle neuf').count()).toBe(0);
  });
});
