// Attributes filled in like a spreadsheet, and a focus group shared out between two cases, in a real browser on the sample project.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serveWorkbench();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).click();
  await page.getByRole('grid', { name: 'Sources' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function showSheet(name: 'Sources' | 'Participants' | 'Cas'): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).click();
  await page.getByRole('grid', { name }).waitFor();
}

/** The cell of a row and a column, by what both are called. */
async function cell(row: string, column: string): Promise<Locator> {
  const headings = await page.getByRole('columnheader').allTextContents();
  return page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: row, exact: true }) })
    .getByRole('gridcell')
    .nth(headings.findIndex((heading) => heading.startsWith(column)));
}

const words = async (row: string, column: string): Promise<string> => (await (await cell(row, column)).textContent()) ?? '';

async function addAttribute(name: string, type: string, choices: readonly string[] = []): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un attribut' }).click();
  const form = page.getByRole('dialog', { name: 'Ajouter un attribut' });
  await form.getByRole('textbox', { name: 'Nom de l’attribut' }).fill(name);
  await form.getByRole('button', { name: /Type$/ }).click();
  await page.getByRole('option', { name: type, exact: true }).click();
  for (const [index, choice] of choices.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await form.getByRole('textbox', { name: `Choix ${index + 1}` }).fill(choice);
  }
  await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByRole('columnheader', { name }).waitFor();
}

/** As Ctrl+V does, with what a spreadsheet put on the clipboard. */
async function paste(at: Locator, block: string): Promise<void> {
  await at.click();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, block);
}

test('a value is typed in words and kept as its type; a wrong one stays where it was typed, with the reason', async () => {
  await showSheet('Participants');
  await addAttribute('Âge', 'Nombre');
  await addAttribute('Arrivée', 'Date');
  await (await cell('Président', 'Âge')).click();
  await page.keyboard.type('cinquante');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('status').filter({ hasText: 'n’est pas un nombre' }).count()).toBe(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('52');
  await page.keyboard.press('Tab');
  await expect.poll(() => words('Président', 'Âge')).toBe('52');
  await page.keyboard.type('12/03/2019');
  await page.keyboard.press('Enter');
  await expect.poll(() => words('Président', 'Arrivée')).toBe('12 mars 2019');
});

test('a pasted block is one act; the values that do not fit wait underlined and nothing else is lost', async () => {
  await addAttribute('Engagement', 'Choix ordonné', ['faible', 'moyen', 'fort']);
  await paste(await cell('Animatrice réseau', 'Âge'), '41\t2010\tFort\n37\thier\ténorme\n');
  await expect.poll(() => words('Animatrice réseau', 'Engagement')).toBe('fort');
  expect(await words('Cheffe de projet quartier', 'Âge')).toBe('37');
  const refused = await cell('Cheffe de projet quartier', 'Arrivée');
  expect([await refused.textContent(), await refused.getAttribute('aria-invalid')]).toEqual(['hier', 'true']);
  expect(await refused.getAttribute('title')).toContain('n’est pas une date');
  await page.keyboard.press('Control+z');
  await expect.poll(() => words('Animatrice réseau', 'Engagement')).toBe('');
  expect([await words('Cheffe de projet quartier', 'Âge'), await words('Cheffe de projet quartier', 'Arrivée')]).toEqual(['', '']);
  expect(await words('Président', 'Âge')).toBe('52');
});

test('a focus group: its people belong to two cases, its parts are shared out between them', async () => {
  await (await cell('Cofondatrice méthanisation', 'Cas')).click();
  await page.keyboard.press('F2');
  await page.getByRole('option', { name: 'Pôle 2' }).click();
  await expect.poll(() => words('Cofondatrice méthanisation', 'Cas')).toBe('Pôle 2');

  await showSheet('Sources');
  await (await cell('E06 Cofondateurs méthanisation', 'Parties')).click();
  const panel = page.getByRole('dialog', { name: 'Parties de « E06 Cofondateurs méthanisation »' });
  for (const [from, to, name] of [
    ['1', '14', 'Pôle 1'],
    ['15', '41', 'Pôle 2'],
  ] as const) {
    await panel.getByRole('textbox', { name: 'De §' }).fill(from);
    await panel.getByRole('textbox', { name: 'à §' }).fill(to);
    await panel.getByRole('button', { name: /Cas$/ }).click();
    await page.getByRole('option', { name }).click();
    await panel.getByRole('button', { name: 'Attribuer', exact: true }).click();
    await panel.getByRole('button', { name: `Retirer §${from}–§${to} de « ${name} »` }).waitFor();
  }
  await page.keyboard.press('Escape');
  expect(await page.getByRole('treegrid', { name: 'Plan du corpus' }).getByText('§15–§41').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('treegrid', { name: 'Plan du corpus' }).getByText('§15–§41').count()).toBe(0);
});
