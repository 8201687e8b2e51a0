// Coded passages found by a query: built by mouse, typed, kept by name; coded, quoted in a memo, made a matrix; all of it by keyboard too.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsInBoth } from '../support/axe.ts';
import { byKeyboardAlone } from './hands.ts';
import { aWindow } from './window.ts';

describe('retrieval', () => {
  const at = aWindow({ on: 'sample' });
  let page: Page;
  beforeAll(async () => {
    page = at.page;
    await page.evaluate(() => {
      location.hash = '#/search?view=retrieval';
    });
    await results().waitFor();
  });

  const results = (): Locator => page.getByRole('grid', { name: 'Passages trouvés' });
  const rows = (): Locator => results().locator('.retrieval-row');
  const count = (): Locator => page.locator('.retrieval-count');
  const found = async (): Promise<number> => Number.parseInt((await count().innerText()).replace(/\s/gu, ''), 10);
  const builder = (): Locator => page.getByRole('region', { name: 'La recherche' });
  const expression = (): Locator => builder().getByRole('textbox', { name: 'Expression' });
  const mode = (name: 'Choisir' | 'Écrire'): Locator => builder().getByRole('radio', { name, exact: true });
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

  /** What is counted is what was asked last. */
  const settled = (): Promise<void> => page.locator('.retrieval-count[aria-busy="false"]').waitFor({ state: 'attached' });

  async function ask(text: string): Promise<void> {
    await mode('Écrire').click();
    await expression().fill(text);
    await settled();
  }

  test('is built by clicking and dragging what stands at the left, and counts while it is built', async () => {
    const all = await found();
    await page.getByRole('button', { name: /^Ajouter « Gouvernance »/u }).click();
    await expect.poll(found).toBeLessThan(all);
    const one = await found();
    await expect.poll(() => builder().locator('code').innerText()).toMatch(/^"innovation-sociale > .*Gouvernance"$/u);
    await page.getByRole('button', { name: /^Ajouter « Pôle 1 »/u }).dragTo(builder().locator('.matrices-filter-group').first());
    await expect.poll(() => builder().locator('code').innerText()).toContain('AND case = "Pôle 1"');
    await expect.poll(found).toBeLessThan(one);
    // what is typed and what is built are the same
    await mode('Écrire').click();
    expect(await expression().inputValue()).toContain('AND case = "Pôle 1"');
    await expression().fill('"Gouvernance" SAME TURN "Influence d\'acteurs"');
    await mode('Choisir').click();
    await builder().getByRole('group', { name: 'Relation' }).waitFor();
    await builder().getByText('ceux où l’on trouve').waitFor();
  });

  test('shows each passage in its context, with a card and the way to its text and back', async () => {
    await ask('"Gouvernance"');
    await rows().nth(1).locator('.retrieval-words').click();
    const words = await rows().nth(1).locator('mark').innerText();
    const card = page.locator('.retrieval-card');
    await expect.poll(() => card.locator('mark').innerText()).toBe(words);
    await expect.poll(() => card.locator('.retrieval-codings li').count()).toBeGreaterThan(0);
    const before = await found();
    await card.getByRole('link').first().click();
    await page.waitForURL(/#\/coding\?/u);
    await page.goBack();
    await results().waitFor();
    await expect.poll(found).toBe(before);
  });

  test('is sorted and grouped', async () => {
    await page.getByRole('button', { name: /Regrouper par/u }).click();
    await page.getByRole('option', { name: /cas$/u }).click();
    await expect.poll(() => results().locator('.retrieval-heading').first().innerText()).toMatch(/^Pôle 1/u);
    await page.getByRole('button', { name: /Trier par/u }).click();
    await page.getByRole('option', { name: /longueur$/u }).click();
    await page.getByRole('button', { name: 'Du premier au dernier' }).click();
    await expect
      .poll(async () => (await rows().locator('mark').allInnerTexts()).slice(0, 3).map((text) => text.length))
      .toSatisfy((lengths: number[]) => lengths.every((length, index) => index === 0 || (lengths[index - 1] ?? 0) >= length));
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: /Regrouper par/u }).click();
    await page.getByRole('option', { name: /sans regrouper$/u }).click();
  });

  test('says what to do about names that are gone', async () => {
    await ask('"Gouvernances" OR case = "Pôle 1"');
    const unknown = page.getByRole('group', { name: /La recherche nomme/u });
    await unknown.waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
    await unknown.getByRole('button', { name: /^Remplacer par .*Gouvernance »$/u }).click();
    await results().waitFor();
    expect(await expression().inputValue()).toMatch(/Gouvernance" OR case = "Pôle 1"$/u);
  });

  test('gives all that is found a category, but what is left out, in one act', async () => {
    await ask('"Gouvernance" AND speaker = "Directrice générale"');
    await expect.poll(found).toBeGreaterThan(2);
    const all = await found();
    await button('Coder…').click();
    await page.getByRole('combobox', { name: 'Catégorie à donner aux passages trouvés' }).fill('Changement');
    await page
      .getByRole('option', { name: /Changement/u })
      .first()
      .click();
    await rows().first().getByRole('checkbox').uncheck();
    const act = page.getByRole('button', { name: /^Coder \d+ passage/u });
    await expect.poll(() => act.innerText()).not.toContain(String(all));
    const coded = Number.parseInt((await act.innerText()).replace('Coder ', ''), 10);
    await act.click();
    await page.getByText(`${coded} passages codés avec « Changement ».`.replace('« ', '«\u00a0').replace(' »', '\u00a0»')).waitFor();
    await page.getByRole('button', { name: /Annuler : codage de passages retrouvés/u }).click();
    await page
      .getByText(/codage de passages retrouvés/u)
      .first()
      .waitFor();
  });

  test('is kept by name, and taken up again', async () => {
    await button('Recherches enregistrées').click();
    await page.getByRole('menuitem', { name: 'Enregistrer sous…' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).fill('La directrice gouverne');
    await page.keyboard.press('Enter');
    await button('La directrice gouverne').waitFor();
    const kept = await expression().inputValue();
    await button('Tout effacer').click();
    await expect.poll(() => expression().inputValue()).toBe('');
    await button('La directrice gouverne').click();
    await page.getByRole('menuitem', { name: 'La directrice gouverne' }).click();
    await expect.poll(() => expression().inputValue()).toBe(kept);
  });

  test('becomes a memo of quotes that lead back, and a matrix that is filtered by it', async () => {
    const all = await found();
    await button('Mémo').click();
    await page.getByRole('textbox', { name: 'Titre du mémo' }).fill('Ce que dit la directrice');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/memos\?/u);
    await expect.poll(() => page.locator('[data-link-kind="passage"]').count()).toBe(all);
    await page.goBack();
    await results().waitFor();
    await button('Matrice').click();
    await page.getByRole('menuitem', { name: 'Une matrice de ces passages seulement' }).click();
    await page.waitForURL(/#\/matrices/u);
    await page.getByRole('button', { name: /^Filtre :/u }).waitFor();
    await page.goBack();
    await results().waitFor();
  });

  test('is done by keyboard alone', async () => {
    await ask('"Gouvernance"');
    await mode('Choisir').click();
    await byKeyboardAlone(page, async (keyboard) => {
      await page.getByRole('button', { name: /^Ajouter « Pôle 2 »/u }).focus();
      await keyboard.press('Shift+Enter');
      await expect.poll(() => builder().locator('code').innerText()).toContain('AND case != "Pôle 2"');
      await settled();
      await results().focus();
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowDown');
      await expect.poll(() => results().getAttribute('aria-activedescendant')).toBe('retrieved-2');
      await keyboard.press('End');
      const last = (await found()) - 1;
      await expect.poll(() => results().getAttribute('aria-activedescendant')).toBe(`retrieved-${last}`);
      await page.locator(`#retrieved-${last} mark`).waitFor();
      await keyboard.press('Enter');
      await page.waitForURL(/#\/coding\?/u);
    });
  });
});
