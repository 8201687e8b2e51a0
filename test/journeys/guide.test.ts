// The interview guide: pasted, found again in the interviews, confirmed question by question, and seen as what each interview covers.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

describe('the interview guide', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    served = await serveWorkbench();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
    page.setDefaultTimeout(8_000);
    await page.goto(served.url);
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).click();
    await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
    await page.getByRole('radio', { name: 'Guide' }).click();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: join(tmpdir(), `trame-journey-${task.name.slice(0, 30).replace(/\W+/g, '-')}.png`) });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
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
