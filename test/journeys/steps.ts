// What a researcher does, act by act, through the real interface in French; the same acts run in a browser and in the desktop window.
import { expect } from 'vitest';
import type { Download, Locator, Page } from 'playwright-core';

export interface TranscriptFile {
  readonly name: string;
  readonly text: string;
}

export const TRANSCRIPTS: readonly TranscriptFile[] = [
  {
    name: 'E01 Directeur.txt',
    text: [
      'Enquêtrice : Qui décide, ici ?',
      'Directeur : Chaque collège a une voix, les petites entreprises comme les laboratoires. Le conseil ne tranche plus sans elles.',
      'Enquêtrice : Et la feuille de route ?',
      'Directeur : Nous l’écrivons à vingt autour d’une table, avec la Région dans la pièce. Cela prend du temps, mais tout le monde la connaît.',
      '',
    ].join('\n'),
  },
  {
    name: 'E02 Présidente.txt',
    text: 'Enquêtrice : Qui décide ?\nPrésidente : On nous écoute, puis on vote comme avant. Le collège existe sur le papier.\n',
  },
];

/** The screens of the rail. */
export async function openScreen(page: Page, name: 'Corpus' | 'Codage' | 'Grilles' | 'Matrices' | 'Mémos' | 'Historique'): Promise<void> {
  await page.getByRole('navigation', { name: 'Écrans' }).getByRole('button', { name, exact: true }).click();
}

export async function intoSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).click();
  await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
}

export async function createProject(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Nouveau projet' }).click();
  await page.getByRole('textbox', { name: 'Titre du projet' }).fill(title);
  for (const name of ['Pôle 1', 'Pôle 2']) {
    await page.getByRole('textbox', { name: 'Nom d’un cas' }).fill(name);
    await page.keyboard.press('Enter');
  }
  for (const grid of ['Dimensions de l’innovation sociale', 'Familles d’outils de gestion']) {
    await page
      .locator('article', { has: page.getByRole('checkbox', { name: grid }) })
      .getByText(grid, { exact: true })
      .first()
      .click();
  }
  await page.getByRole('button', { name: 'Créer le projet' }).click();
  await page.getByRole('heading', { name: 'Corpus', level: 1 }).waitFor();
}

/** Chooses the files and leaves the import to be looked through. */
export async function beginImport(page: Page, files: readonly TranscriptFile[]): Promise<Locator> {
  await page.getByRole('button', { name: 'Importer…' }).click();
  const place = page.getByRole('region', { name: 'Importer des sources' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), place.getByRole('button', { name: 'Choisir des fichiers…' }).click()]);
  await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  await place.getByRole('table', { name: 'Texte, tour par tour' }).waitFor();
  return place;
}

export async function importTranscript(page: Page, file: TranscriptFile, caseName: string): Promise<void> {
  const place = await beginImport(page, [file]);
  await place.getByRole('combobox', { name: 'Cas' }).fill(caseName);
  await page.getByRole('option', { name: caseName }).click();
  await place.getByRole('button', { name: /^Importer 1 source/ }).click();
  await page.getByText(`«\u00a0${file.name.replace(/\.\w+$/, '')}\u00a0» est dans le corpus.`).waitFor();
}

export async function openInReader(page: Page, source: string): Promise<void> {
  const corpus = page.getByRole('treegrid', { name: 'Corpus' });
  if ((await corpus.count()) === 0) await openScreen(page, 'Codage');
  const row = corpus.getByText(source, { exact: true });
  // a long list takes no notice of a press in the very frame in which it is scrolled: a hand is slower than that
  await row.hover();
  await row.click();
  await page.getByRole('heading', { name: source, level: 1 }).waitFor();
}

function paragraph(page: Page, words: string): Locator {
  return page.locator('p[data-t]').filter({ hasText: words });
}

/** Where in the window a stretch of text stands, as a hand would see it. */
export function placeOf(page: Page, words: string): Promise<{ start: { x: number; y: number }; end: { x: number; y: number } }> {
  return paragraph(page, words).evaluate((element, wanted) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const at = text?.textContent?.indexOf(wanted) ?? -1;
    if (!text || at < 0) throw new Error(`not on the screen: ${wanted}`);
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + wanted.length);
    const boxes = [...range.getClientRects()];
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) throw new Error('no box');
    return { start: { x: first.left + 1, y: first.top + first.height / 2 }, end: { x: last.right - 1, y: last.top + last.height / 2 } };
  }, words);
}

export async function selectByMouse(page: Page, words: string): Promise<void> {
  const { start, end } = await placeOf(page, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

export function palette(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Appliquer des catégories' });
}

/** It opens a moment after words are selected: looked for with every frame, since a locator that missed it comes back half a second later. */
export async function paletteOpens(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="dialog"][aria-label="Appliquer des catégories"]') !== null);
  await palette(page).waitFor();
}

/** Types into the open palette and takes the first proposal. */
export async function applyFromPalette(page: Page, letters: string, category: string): Promise<void> {
  await paletteOpens(page);
  await page.keyboard.type(letters);
  await palette(page)
    .getByRole('option', { name: new RegExp(`^${category}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await palette(page)
    .getByRole('button', { name: `Retirer « ${category} »` })
    .waitFor();
}

export async function closePalette(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'detached' });
}

/** The stripes in the margin are real buttons: one per coding. */
export function stripes(page: Page): Promise<string[]> {
  return page
    .getByRole('group', { name: 'Codages en marge' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''));
}

export function stripe(page: Page, name: RegExp): Locator {
  return page.getByRole('group', { name: 'Codages en marge' }).getByRole('button', { name });
}

/** The words that the panel shows: what an act would concern. */
export async function expectInHand(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.getByRole('blockquote').first().textContent()).toBe(words);
}

const byName = (a: string, b: string): number => a.localeCompare(b);

export async function expectStripes(page: Page, beginnings: readonly string[]): Promise<void> {
  await expect.poll(async () => (await stripes(page)).map((name) => name.split(',')[0] ?? '').sort(byName)).toEqual([...beginnings].sort(byName));
}

/** Words painted by the highlights now, with the category's highlight name left out. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    for (const [, highlight] of CSS.highlights as unknown as Iterable<[string, Iterable<AbstractRange>]>) {
      for (const range of highlight) words.push((range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset));
    }
    return words;
  });
}

/** Asks for the matrix on the screen as a file of one format, called as the window calls it. */
export async function startExport(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: 'Exporter…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Exporter pour la thèse' });
  for (const choice of await sheet
    .getByRole('toolbar', { name: /^Formats de/ })
    .getByRole('button')
    .all()) {
    const isWanted = (await choice.textContent()) === format;
    if (((await choice.getAttribute('aria-pressed')) === 'true') !== isWanted) await choice.click();
  }
  await sheet.getByRole('button', { name: 'Exporter', exact: true }).click();
}

/** The same in a browser, with the file that it saves. */
export async function exportMatrix(page: Page, format: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), startExport(page, format)]);
  return download;
}

/** Opens the ready-made crossing of dimensions, tool families and cases. */
export async function openMainMatrix(page: Page): Promise<void> {
  await openScreen(page, 'Matrices');
  await page.getByRole('option', { name: /^Comparaison des cas/ }).click();
  await page.getByRole('button', { name: 'Ouvrir la matrice' }).click();
  await page.getByRole('grid').waitFor();
}

/** The cell named by its row and columns, as a screen reader hears it. */
export function cell(page: Page, name: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${name}`) });
}
