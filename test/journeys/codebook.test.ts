// A grid is reworked as it is between two rounds of coding: categories moved, merged, split, shown in two places, their passages moved.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  DIMENSIONS,
  TOOLS,
  card,
  childrenOf,
  chooseAct,
  countOf,
  dropOn,
  expectLastAct,
  expectSaid,
  openCard,
  openGrids,
  outline,
  row,
  undo,
} from './codebook-steps.ts';
import { aWindow } from './window.ts';

const REGULATION = [
  'Représentation des intérêts des membres',
  "Partage de l'autorité",
  "Lobbying auprès de l'État et des collectivités",
  'collèges de membres',
  'membres invités au conseil',
  'lettre aux élus',
  'collège PME',
];

describe('a grid is reworked', () => {
  const desk = aWindow({ on: 'sample' });
  let page: Page;

  beforeAll(async () => {
    page = desk.page;
    await openGrids(page);
  });

  const focusedName = (): Promise<string> => page.evaluate(() => document.activeElement?.querySelector('.tree-label')?.textContent ?? '');

  test('a category is dragged under another one, and between two others', async () => {
    expect(await childrenOf(page, TOOLS, 'Régulation')).toEqual(REGULATION);
    await dropOn(page, 'feuille de route', 'Régulation', 'on');
    await expect.poll(() => childrenOf(page, TOOLS, 'Régulation')).toEqual([...REGULATION, 'feuille de route']);
    await dropOn(page, 'feuille de route', 'collèges de membres', 'before');
    await expect.poll(() => childrenOf(page, TOOLS, 'Régulation')).toEqual(REGULATION.toSpliced(3, 0, 'feuille de route'));
    await undo(page, /déplacement de «\s*feuille de route/);
    await expect.poll(() => childrenOf(page, TOOLS, 'Régulation')).toEqual([...REGULATION, 'feuille de route']);
    await undo(page, /déplacement de «\s*feuille de route/);
    await expect.poll(() => childrenOf(page, TOOLS, 'Régulation')).toEqual(REGULATION);
  });

  test('with the keyboard a category goes up, out and in again, and keeps the focus', async () => {
    const before = await outline(page, DIMENSIONS);
    await openCard(page, 'Changement');
    await row(page, 'Changement').focus();
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect
      .poll(() => childrenOf(page, DIMENSIONS, 'Processus / Fonctionnement'))
      .toEqual(['Lien avec le territoire', 'Dimension collective', 'Gouvernance', 'Changement', "Influence d'acteurs"]);
    expect(await focusedName()).toBe('Changement');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect.poll(async () => (await outline(page, DIMENSIONS)).at(-1)).toBe('Changement');
    expect(await focusedName()).toBe('Changement');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(() => outline(page, DIMENSIONS)).toEqual(before);
    expect(await focusedName()).toBe('Changement');
  });

  test('one category is merged into another, both rules read side by side first', async () => {
    await chooseAct(page, 'Lien avec le territoire', 'Fusionner dans…');
    const view = card(page, 'Fusionner «\u00a0Lien avec le territoire\u00a0» dans…');
    await view.getByRole('textbox', { name: 'Chercher une catégorie' }).fill('collective');
    await view.getByRole('option', { name: /^Dimension collective/ }).click();
    const rules = view.getByRole('table');
    const definitions = await rules
      .getByRole('row', { name: /^Définition/ })
      .getByRole('cell')
      .allTextContents();
    expect(definitions).toHaveLength(2);
    expect(definitions.every((words) => words.length > 20)).toBe(true);
    await view.getByText('27 codages passent à «\u00a0Dimension collective\u00a0»').waitFor();
    await view.getByRole('button', { name: 'Fusionner', exact: true }).click();
    await expectSaid(page, /«\s*Lien avec le territoire\s*» est fusionnée dans «\s*Dimension collective/);
    const merged = card(page, 'Dimension collective').getByRole('textbox', { name: 'Définition' });
    for (const words of definitions) await expect.poll(() => merged.inputValue()).toContain(words.trim());
    await expect.poll(() => row(page, 'Lien avec le territoire').count()).toBe(0);
    await undo(page, /fusion de «\s*Lien avec le territoire/);
    await expect.poll(() => countOf(page, 'Lien avec le territoire')).toBe('27');
    await expect.poll(() => countOf(page, 'Dimension collective')).toBe('28');
  });

  test('a category is split by hand: digits send its passages, 0 keeps one', async () => {
    await chooseAct(page, 'salon commun', 'Scinder…');
    const view = card(page, 'Scinder «\u00a0salon commun\u00a0»');
    await view.getByRole('combobox', { name: 'Catégorie 1' }).fill('se montrer');
    await view.getByRole('combobox', { name: 'Catégorie 2' }).fill('se rencontrer');
    await page.keyboard.press('Escape');
    const passages = view.getByRole('grid', { name: 'Passages à trier' }).getByRole('row');
    const all = await passages.count();
    await passages.first().focus();
    for (const key of ['1', '2', '1', '0', '2']) await page.keyboard.press(key);
    await view.getByText(new RegExp(`4\\spassages partent, ${all - 4}\\spassages restent`)).waitFor();
    // one sorted wrongly is put right with the mouse
    await passages.nth(1).getByRole('button', { name: '1 se montrer' }).click();
    expect(await passages.nth(1).getAttribute('aria-label')).toMatch(/: se montrer$/);
    await view.getByRole('button', { name: 'Scinder', exact: true }).click();
    await expectSaid(page, /«\s*salon commun\s*» est scindée/);
    await expect.poll(() => childrenOf(page, TOOLS, 'salon commun')).toEqual(['se montrer', 'se rencontrer']);
    expect([await countOf(page, 'se montrer'), await countOf(page, 'se rencontrer')]).toEqual(['3', '1']);
    await undo(page, /scission de «\s*salon commun/);
    await expect.poll(() => childrenOf(page, TOOLS, 'salon commun')).toEqual([]);
    await expect.poll(() => countOf(page, 'salon commun')).toBe('11');
  });

  test('passages are moved in bulk to another category, and others coded with it as well', async () => {
    await openCard(page, 'appels à projets');
    await page.getByRole('button', { name: 'Sélectionner', exact: true }).click();
    const ticks = page.getByRole('checkbox', { name: /^Choisir le passage/ });
    await ticks.nth(0).focus();
    await page.keyboard.press('Space');
    await ticks.nth(2).focus();
    await page.keyboard.press('Shift+Space');
    await page.getByText('3 passages choisis').waitFor();
    await page.getByRole('button', { name: 'Déplacer vers…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Chercher une catégorie' }).fill('montage');
    await page.getByRole('option', { name: /^aide au montage de projets/ }).click();
    // one of the three passages is coded by two coders
    await expectSaid(page, /4\scodages déplacés vers «\s*aide au montage de projets/);
    await expect.poll(() => countOf(page, 'appels à projets')).toBe('8');
    await page.getByRole('checkbox', { name: 'Tout' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Coder aussi en…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Chercher une catégorie' }).fill('lettre');
    await page.getByRole('option', { name: /^lettre aux élus/ }).click();
    await expect.poll(() => countOf(page, 'lettre aux élus')).toBe('18');
    expect(await countOf(page, 'appels à projets')).toBe('8');
    await undo(page, /codés aussi en «\s*lettre aux élus/);
    await undo(page, /3\spassages de «\s*appels à projets\s*» vers/);
    await expect.poll(() => countOf(page, 'appels à projets')).toBe('12');
    await expect.poll(() => countOf(page, 'aide au montage de projets')).toBe('13');
    await page.getByRole('button', { name: 'Terminer' }).click();
  });

  test('a category is seen under a second parent, counted once, and leads to its own place', async () => {
    const counted = await countOf(page, 'Management des connaissances');
    const opened = await openCard(page, 'groupes de travail thématiques');
    await opened.getByRole('button', { name: 'Montrer aussi sous…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Chercher une catégorie' }).fill('connaissances');
    await page.getByRole('option', { name: /^Management des connaissances/ }).click();
    await expect.poll(() => childrenOf(page, TOOLS, 'Management des connaissances')).toContain('→ groupes de travail thématiques');
    expect(await countOf(page, 'Management des connaissances')).toBe(counted);
    await openCard(page, 'Management des connaissances');
    await page.getByRole('row', { name: /^groupes de travail thématiques, Se trouve dans .* › Coordination/ }).click();
    await card(page, 'groupes de travail thématiques').waitFor();
    await page.getByRole('button', { name: 'Ne plus montrer sous «\u00a0Management des connaissances\u00a0»' }).click();
    await expect.poll(() => childrenOf(page, TOOLS, 'Management des connaissances')).not.toContain('→ groupes de travail thématiques');
    await expectLastAct(page, /places de «\s*groupes de travail thématiques/);
  });
});
