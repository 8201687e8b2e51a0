// Attributes filled in like a spreadsheet, and a focus group shared out between two cases, in a real browser on the sample project; a
// sheet of a thousand lines, of which only those in view are drawn.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAttribute, createCase } from '../../electron/commands/corpus.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import { aWindow } from './window.ts';

const desk = aWindow({ on: 'sample' });
let page: Page;

beforeAll(async () => {
  page = desk.page;
  await page.getByRole('grid', { name: 'Sources' }).waitFor();
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
  await expect.poll(() => page.getByRole('treegrid', { name: 'Plan du corpus' }).getByText('§15–§41').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('treegrid', { name: 'Plan du corpus' }).getByText('§15–§41').count()).toBe(0);
});

const CASES = 1000;
const nameOf = (number: number): string => `Cas ${String(number).padStart(4, '0')}`;

function aThousandCases(home: string): Promise<string> {
  const path = join(home, 'Mille cas.trame');
  createProject(path, { title: 'Mille cas', question: '', language: 'fr', coderName: 'AB' }, '00000000-0000-4000-8000-0000000000aa', (session) => {
    for (let number = 1; number <= CASES; number += 1) createCase(session, { name: nameOf(number) });
    createAttribute(session, { scope: 'case', name: 'Région' });
    createAttribute(session, { scope: 'case', name: 'Rang', type: 'number' });
  });
  return Promise.resolve(path);
}

describe('a sheet of a thousand lines', () => {
  const long = aWindow({ on: aThousandCases });
  const line = (number: number): Locator =>
    page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell', { name: nameOf(number), exact: true }) });
  const isFocused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  /** The name in the line that the keyboard is on, and that line's number as it is read out. */
  const reached = (): Promise<string> =>
    page.evaluate(() => {
      const row = document.activeElement?.closest('tr');
      return `${row?.ariaRowIndex} ${row?.querySelectorAll('td')[1]?.textContent}`;
    });
  const at = (number: number): string => `${number + 1} ${nameOf(number)}`;

  beforeAll(async () => {
    page = long.page;
    await showSheet('Cas');
  });

  test('is walked with the arrows past what was drawn, and from end to end', async () => {
    await (await cell(nameOf(1), 'Région')).click();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(CASES + 1));
    // of which only those in view are drawn
    expect(await page.getByRole('grid').getByRole('row').count()).toBeLessThan(80);
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(reached).toBe(at(61));
    await page.keyboard.press('Control+End');
    await expect.poll(reached).toBe(at(CASES));
    await page.keyboard.press('ArrowUp');
    await expect.poll(reached).toBe(at(CASES - 1));
    await line(CASES - 20).waitFor();
    await page.keyboard.press('Control+Home');
    await expect.poll(reached).toBe(at(1));
  });

  test('is as long as its lines, and keeps the keyboard’s line while the wheel goes on', async () => {
    const heights = await page
      .getByRole('grid')
      .locator('tbody')
      .evaluate((body, lines) => ({ all: body.clientHeight, line: (body.querySelector('tr')?.clientHeight ?? 0) * lines }), CASES);
    expect(heights.all).toBe(heights.line);
    await line(1).hover();
    await page.mouse.wheel(0, 100_000);
    await line(CASES).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(reached).toBe(at(2));
  });

  test('takes a block over lines that are not drawn, as one act', async () => {
    const regions = Array.from({ length: 100 }, (_, index) => `R${index}`).join('\n');
    await paste(await cell(nameOf(2), 'Région'), regions);
    await expect.poll(() => words(nameOf(2), 'Région')).toBe('R0');
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('Shift+PageDown');
    await expect.poll(reached).toBe(at(102));
    expect(await words(nameOf(101), 'Région')).toBe('R99');
    await page.keyboard.press('Delete');
    await expect.poll(() => words(nameOf(101), 'Région')).toBe('');
    await page.keyboard.press('Control+z');
    await expect.poll(() => words(nameOf(101), 'Région')).toBe('R99');
    expect(await isFocused(await cell(nameOf(102), 'Région'))).toBe(true);
  });

  test('is put in another order and narrowed without losing the line in which one writes', async () => {
    await page.getByRole('button', { name: 'Trier par Rang' }).click();
    await page.keyboard.press('ArrowDown');
    await expect.poll(reached).toBe(at(1));
    await (await cell(nameOf(3), 'Rang')).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Tab');
    // the only one with a rank comes first, and the keyboard with it
    await expect.poll(() => page.getByRole('grid').getByRole('row').nth(1).textContent()).toContain(nameOf(3));
    await (await cell(nameOf(9), 'Rang')).click();
    await page.keyboard.type('3');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(reached).toBe(`2 ${nameOf(9)}`);
    const filter = page.getByRole('searchbox', { name: 'Filtrer…' });
    await filter.fill('0999');
    await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(2);
    await filter.fill('');
    await line(9).waitFor();
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(CASES + 1));
  });
});
