// The interview guide: pasted, found again in the interviews, confirmed question by question, and seen as what each interview covers.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWindow } from './window.ts';

describe('the interview guide', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  beforeAll(async () => {
    page = desk.page;
    await page.getByRole('radio', { name: 'Guide' }).click();
  });

  const view = (name: string) => page.getByRole('radio', { name, exact: true }).click();

  test('its questions stand under their themes, with the categories that they are to feed', async () => {
    await page
      .getByRole('textbox', { name: /^Question, ligne/ })
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: /^Question, ligne/ }).count()).toBe(18);
  });

  test('a proposed question is confirmed by a key, and the count follows', async () => {
    await view('Repérer les questions');
    await page
      .getByText(/à confirmer/)
      .first()
      .waitFor();
    const waiting = () => page.getByRole('button', { name: 'Confirmer', exact: true }).count();
    await page.getByRole('button', { name: 'Confirmer', exact: true }).first().waitFor();
    const before = await waiting();
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Confirmer', exact: true }).first().click();
    await expect.poll(waiting).toBe(before - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(waiting).toBe(before);
  });

  test('the coverage leads from a number to the answer in the interview', async () => {
    await view('Couverture');
    const cell = page.getByRole('button', { name: /^Question \d+, E05/ }).first();
    await cell.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /dans l’entretien$/ })
      .or(page.getByRole('dialog').getByRole('link'))
      .first()
      .click();
    await page.getByRole('heading', { name: /^E05/, level: 1 }).waitFor();
  });
});
