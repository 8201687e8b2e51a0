// A coded transcript is corrected in the reader: its codings stay on their words, what is lost is kept apart, and undo brings all back.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { TRANSCRIPTS, applyFromPalette, closePalette, expectStripes, openInReader, paintedWords, selectByMouse } from './steps.ts';
import { aStudy, aWindow } from './window.ts';

const SOURCE = 'E01 Directeur';
const CODED = 'Chaque collège a une voix';

describe('a coded interview is corrected', () => {
  const desk = aWindow({ on: aStudy('Correction', TRANSCRIPTS.slice(0, 1)) });
  let page: Page;

  beforeAll(() => {
    page = desk.page;
  });

  const editor = () => page.getByRole('textbox', { name: /^Correction du tour/ });
  const turn = (words: string) => page.locator('p[data-t]').filter({ hasText: words });

  async function edit(words: string): Promise<void> {
    await selectByMouse(page, words);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('e');
    await editor().waitFor();
  }

  test('a passage is coded', async () => {
    await openInReader(page, SOURCE);
    await selectByMouse(page, CODED);
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'gouvernance', 'Gouvernance');
    await closePalette(page);
    await expectStripes(page, ['Gouvernance']);
  });

  test('words typed before a coded passage leave it on its words', async () => {
    await edit(CODED);
    await page.keyboard.press('Home');
    await page.keyboard.type('Eh bien, ');
    await page.keyboard.press('Escape');
    await editor().waitFor({ state: 'detached' });
    await turn('Eh bien, Chaque collège').waitFor();
    await expect.poll(() => paintedWords(page)).toContain(CODED);
  });

  test('a correction inside it is told, with what it said and says', async () => {
    await edit('collège a une');
    await page.keyboard.type(' seule');
    await page.keyboard.press('Escape');
    await turn('Chaque collège a une seule voix').waitFor();
    await expect.poll(() => paintedWords(page)).toContain('Chaque collège a une seule voix');
    await page.getByText('1 passage codé touché par cette correction').waitFor();
  });

  test('a passage whose words all go is kept to be looked at, and undo brings it back', async () => {
    // no passage in hand: its ends have handles
    await page.keyboard.press('Escape');
    await selectByMouse(page, 'Chaque collège a une seule voix');
    await page.keyboard.press('e');
    await editor().waitFor();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await page.getByText(/^À revoir\s: 1 passage dont les mots ont disparu/).waitFor();
    await expectStripes(page, []);
    await page.keyboard.press('Control+z');
    await turn('Chaque collège a une seule voix').waitFor();
    await expectStripes(page, ['Gouvernance']);
  });

  test('a turn is cut and joined again, its coding unharmed', async () => {
    await edit('comme les laboratoires.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('p[data-t]').count()).toBe(5);
    await editor().press('Escape');
    await editor().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('p[data-t]').count()).toBe(4);
    await expectStripes(page, ['Gouvernance']);
  });

  test('the versions of the text tell who changed what, and what differs', async () => {
    await page.getByRole('button', { name: 'Texte de la source' }).click();
    await page.getByRole('menuitem', { name: 'Versions du texte…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Versions du texte' });
    await dialog
      .getByText(/correction de mots/)
      .first()
      .waitFor();
    await dialog.getByText('Eh bien,').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('a corrected file replaces the text after showing what it would do', async () => {
    await page.getByRole('button', { name: 'Texte de la source' }).click();
    await page.getByRole('menuitem', { name: 'Remplacer par un fichier corrigé…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remplacer par un fichier corrigé' });
    const corrected = TRANSCRIPTS[0]?.text.replace('Chaque collège a une voix', 'Et chaque collège a une voix égale') ?? '';
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByText('Choisir le fichier…').click()]);
    await chooser.setFiles([{ name: 'E01 corrigé.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) }]);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remplacer', exact: true }).click();
    await turn('Et chaque collège a une voix égale').waitFor();
    await expectStripes(page, ['Gouvernance']);
    await page.keyboard.press('Control+z');
    await turn('Eh bien, Chaque collège a une seule voix').waitFor();
  });
});
