// What cells hold, through the real interface: syntheses with quoted verbatims, a rating, chosen and cut verbatims, a remark; flagged when
// the passages change, gathered for a group, and taken back after a restart.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCaseGroup } from '../../electron/commands/case-groups.ts';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import type { AxisSpec, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { violations, violationsInBoth } from '../support/axe.ts';
import { aProject } from '../support/project.ts';
import { drag } from './hands.ts';
import { applyFromPalette, cell, closePalette, openInReader, openScreen, selectByMouse } from './steps.ts';
import { aWindow } from './window.ts';

const VOICE = 'Chaque collège a une voix, enfin sur le papier, et personne ne tranche seul.';
const ROAD_MAP = 'La feuille de route se vote à main levée.';
const BEFORE = 'Ici on vote comme avant.';
const LATER = 'La Région écoute tout le monde.';
const TEXT_1 = `Enquêtrice : Qui décide ?\nDirecteur : ${VOICE}\nDirecteur : ${ROAD_MAP}\nDirecteur : ${LATER}\n`;
const TEXT_2 = `Enquêtrice : Qui décide ?\nPrésidente : ${BEFORE}\n`;

/** Two poles in a group, three coded passages, and a matrix of each. */
async function aStudyOfPoles(home: string): Promise<string> {
  const study = aProject()
    .withCase('Pôle 1')
    .withCase('Pôle 2')
    .withSource('E01', TEXT_1, { case: 'Pôle 1' })
    .withSource('E02', TEXT_2, { case: 'Pôle 2' })
    .withOwnGrid('Dimensions', { Gouvernance: [], Changement: [] })
    .codedBy('AB', 'Gouvernance', VOICE)
    .codedBy('AB', 'Gouvernance', ROAD_MAP)
    .codedBy('AB', 'Gouvernance', BEFORE)
    .codedBy('AB', 'Changement', BEFORE);
  createCaseGroup(study.session, { name: 'Les deux pôles', caseIds: [study.case('Pôle 1'), study.case('Pôle 2')] });
  const rows: AxisSpec[] = [{ kind: 'grid', gridId: study.grid('dimensions'), level: null }];
  const crossed = (column: AxisSpec): MatrixDefinition => ({
    rows,
    columns: [column],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['rating', 'counts', 'synthesis', 'pinned'],
    hidesEmpty: false,
  });
  saveMatrix(study.session, { matrixId: null, name: 'Pôle par pôle', definition: crossed({ kind: 'case' }) });
  saveMatrix(study.session, { matrixId: null, name: 'Tous les pôles', definition: crossed({ kind: 'caseGroup' }) });
  const path = join(home, 'Pôles.trame');
  copyFileSync(study.reopen().path, path);
  return path;
}

describe('what a cell holds', () => {
  const at = aWindow({ on: aStudyOfPoles });
  let page: Page;
  beforeAll(() => {
    page = at.page;
  });

  const editor = (title: string): Locator => page.getByRole('region', { name: title }).getByRole('textbox', { name: `Synthèse de ${title}` });
  const panel = (): Locator => page.locator('.matrices-panel');
  const pins = (): Locator => page.getByRole('list', { name: 'Dans l’ordre où ils paraîtront.' }).getByRole('listitem');
  const cut = (ref: string): Locator => page.getByRole('textbox', { name: new RegExp(`^Mots de ${ref}`) });
  const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement);

  /** From the starting points, or from the matrix that is open. */
  async function openMatrix(name: string, from?: string): Promise<void> {
    await openScreen(page, 'Matrices');
    if (from === undefined) await page.getByRole('button', { name, exact: true }).click();
    else {
      await page.getByRole('button', { name: from, exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
    }
    await page.getByRole('grid').waitFor();
  }

  async function openCell(name: string): Promise<void> {
    await cell(page, name).focus();
    await page.keyboard.press('Space');
    await page.getByRole('region', { name }).waitFor();
    await expect.poll(() => isFocused(panel())).toBe(true);
  }

  test('a synthesis is written with a verbatim in it, by keys alone', async () => {
    await openMatrix('Pôle par pôle');
    await openCell('Gouvernance × Pôle 1');
    await editor('Gouvernance × Pôle 1').focus();
    await page.keyboard.type('Le pouvoir se partage :');
    await page.getByRole('link', { name: ROAD_MAP }).focus();
    await page.keyboard.press('i');
    const quoted = editor('Gouvernance × Pôle 1').locator('[data-link-kind="passage"]');
    await expect.poll(() => quoted.textContent()).toBe(`«\u00a0${ROAD_MAP}\u00a0» (E01\u00a0§3)`);
    await expect.poll(() => isFocused(editor('Gouvernance × Pôle 1'))).toBe(true);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cell(page, 'Gouvernance × Pôle 1').textContent()).toContain('Le pouvoir se partage : «');
    await page
      .getByRole('button', { name: 'Prête', exact: true })
      .or(page.getByRole('radio', { name: 'Prête' }))
      .click();
    await page.getByRole('button', { name: /^Annuler : état d’une synthèse/ }).waitFor();
  });

  test('what is not cited yet is what is left to use', async () => {
    await panel()
      .getByRole('button', { name: /pas encore cités/ })
      .click();
    await expect.poll(() => page.getByRole('link', { name: ROAD_MAP }).count()).toBe(0);
    await page.getByRole('link', { name: VOICE }).waitFor();
    await panel().getByRole('button', { name: 'Tout montrer' }).click();
    await page.getByRole('link', { name: ROAD_MAP }).waitFor();
    await panel().getByRole('searchbox', { name: 'Chercher dans ces verbatims' }).fill('college');
    await expect.poll(() => page.getByRole('link', { name: ROAD_MAP }).count()).toBe(0);
    await panel().getByRole('button', { name: 'Tout montrer' }).click();
  });

  test('two more are written in the table itself, Tab leading from one to the next', async () => {
    await cell(page, 'Gouvernance × Pôle 2').focus();
    await page.keyboard.press('F2');
    const written = (title: string): Locator => cell(page, title).getByRole('textbox', { name: `Synthèse de ${title}` });
    await expect.poll(() => isFocused(written('Gouvernance × Pôle 2'))).toBe(true);
    await page.keyboard.type('On vote comme avant.');
    await page.keyboard.press('Tab');
    await expect.poll(() => isFocused(written('Changement × Pôle 1'))).toBe(true);
    await page.keyboard.press('Tab');
    await expect.poll(() => isFocused(written('Changement × Pôle 2'))).toBe(true);
    await page.keyboard.type('Rien ne change.');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(cell(page, 'Changement × Pôle 2'))).toBe(true);
    for (const [title, words] of [
      ['Gouvernance × Pôle 2', 'On vote comme avant.'],
      ['Changement × Pôle 2', 'Rien ne change.'],
    ] as const)
      await expect.poll(() => cell(page, title).textContent()).toContain(words);
  });

  test('a scale is made with its rules, and a key rates the cell', async () => {
    await openCell('Gouvernance × Pôle 1');
    await panel().getByRole('button', { name: 'Créer une échelle…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Échelles de cotation' });
    await dialog.getByRole('button', { name: 'fort / moyen / faible' }).click();
    await dialog.getByRole('textbox', { name: 'Règle du degré 3' }).fill('Deux exemples au moins.');
    await dialog.getByRole('textbox', { name: 'Nom du degré 2' }).fill('faible');
    await dialog.getByRole('button', { name: 'Enregistrer l’échelle' }).click();
    await page.getByText('Deux degrés de l’échelle ont la même valeur ou le même nom').waitFor();
    await dialog.getByRole('textbox', { name: 'Nom du degré 2' }).fill('moyen');
    await dialog.getByRole('button', { name: 'Enregistrer l’échelle' }).click();
    await dialog.getByText('fort', { exact: false }).first().waitFor();
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await panel().focus();
    await page.keyboard.press('3');
    await expect.poll(() => panel().getByRole('radio', { name: /^fort/ }).getAttribute('aria-checked')).toBe('true');
    await panel().getByText('Deux exemples au moins.', { exact: true }).waitFor();
    await expect.poll(() => cell(page, 'Gouvernance × Pôle 1').getAttribute('aria-label')).toContain('fort');
  });

  test('verbatims are chosen by key and by hand, and put in order', async () => {
    await page.getByRole('link', { name: ROAD_MAP }).focus();
    await page.keyboard.press('p');
    await expect.poll(() => pins().count()).toBe(1);
    await drag(page, panel().getByRole('button', { name: /^Glisser E01 §2/ }), cut('E01 §3'));
    await expect.poll(() => pins().count()).toBe(2);
    const order = (): Promise<string[]> => pins().locator('a').allTextContents();
    const first = (await order())[0] ?? '';
    await cut(first.split(' · ')[0] ?? '').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await order())[1]).toBe(first);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await order())[0]).toBe(first);
  });

  test('words are left out of one, put back, and left out again', async () => {
    await cut('E01 §2').focus();
    await page.keyboard.press('Control+Home');
    for (let word = 0; word < 'Chaque collège a une voix, '.length; word += 1) await page.keyboard.press('ArrowRight');
    for (let letter = 0; letter < 'enfin sur le papier'.length; letter += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Delete');
    const shown = 'Chaque collège a une voix, […], et personne ne tranche seul.';
    await expect.poll(() => cut('E01 §2').textContent()).toBe(shown);
    await cut('E01 §2').getByText('[…]').click();
    await expect.poll(() => cut('E01 §2').textContent()).toBe(VOICE);
    await page.getByRole('button', { name: /^Annuler : coupes/ }).click();
    await expect.poll(() => cut('E01 §2').textContent()).toBe(shown);
  });

  test('a cut verbatim is dropped into the synthesis as it was cut', async () => {
    await drag(
      page,
      pins()
        .filter({ hasText: 'E01 §2' })
        .getByRole('button', { name: /^Déplacer/ }),
      editor('Gouvernance × Pôle 1'),
    );
    await expect.poll(() => editor('Gouvernance × Pôle 1').textContent()).toContain('voix, […], et personne');
    expect(await editor('Gouvernance × Pôle 1').textContent()).toMatch(/§3\) «/u);
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor('Gouvernance × Pôle 1').textContent()).not.toContain('[…]');
    await page.keyboard.press('Control+Enter');
  });

  test('a remark is the researcher’s own', async () => {
    await panel().getByRole('textbox', { name: 'Remarque' }).fill('Le papier, justement\u00a0: à vérifier.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^Annuler : remarque/ }).waitFor();
    await panel().getByText('votre voix, pas celle des participants').waitFor();
  });

  test('a new coding flags the synthesis and says what is new; it is confirmed', async () => {
    await openInReader(page, 'E01');
    await selectByMouse(page, LATER);
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'gouv', 'Gouvernance');
    await closePalette(page);
    await openScreen(page, 'Matrices');
    await openCell('Gouvernance × Pôle 1');
    await panel().getByText('Les passages ont changé depuis cette synthèse.').waitFor();
    await panel().getByRole('button', { name: '1 nouveau' }).click();
    await page.getByRole('link', { name: LATER }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: VOICE }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Elle tient toujours' }).click();
    await expect.poll(() => panel().getByText('Les passages ont changé depuis cette synthèse.').count()).toBe(0);
  });

  test('a quoted passage that is gone leaves its words, and the synthesis says so', async () => {
    const quote = page.getByRole('link', { name: ROAD_MAP });
    await panel().getByRole('button', { name: 'Tout montrer' }).click();
    await quote.focus();
    await page.keyboard.press('p');
    await expect.poll(() => pins().count()).toBe(1);
    await quote.click();
    await page.getByRole('heading', { name: 'E01', level: 1 }).waitFor();
    await page
      .getByRole('button', { name: /^Retirer «\sGouvernance\s»/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Annuler : retrait/ }).waitFor();
    await openScreen(page, 'Matrices');
    await openCell('Gouvernance × Pôle 1');
    await panel().getByText(`Ce verbatim n’est plus dans le projet\u00a0: «\u00a0${ROAD_MAP}`).waitFor();
    await panel().getByText('1 parti', { exact: true }).waitFor();
    await expect.poll(() => editor('Gouvernance × Pôle 1').locator('[data-gone]').textContent()).toContain(ROAD_MAP);
    expect(await violations(page)).toEqual([]);
  });

  test('a group gathers its members’ syntheses into its own', async () => {
    await openMatrix('Tous les pôles', 'Pôle par pôle');
    await openCell('Gouvernance × Les deux pôles');
    const whole = page.getByRole('button', { name: 'Toute la synthèse de Pôle 2' });
    await whole.click();
    expect(await whole.getAttribute('aria-expanded')).toBe('true');
    await panel().getByRole('button', { name: 'Réunir dans la synthèse' }).click();
    const text = editor('Gouvernance × Les deux pôles');
    await expect.poll(() => text.locator('h3').allTextContents()).toEqual(['Pôle 1', 'Pôle 2']);
    await expect.poll(() => cell(page, 'Gouvernance × Les deux pôles').textContent()).toContain('On vote comme avant.');
    expect(await violations(page)).toEqual([]);
  });

  test('after a restart all of it is there, and is taken back', async () => {
    await at.cutPower();
    await page
      .getByRole('button', { name: /Ouvrir « .*» / })
      .first()
      .or(page.getByRole('button', { name: /^Ouvrir « / }))
      .first()
      .click();
    await openMatrix('Tous les pôles');
    await openCell('Gouvernance × Les deux pôles');
    await expect.poll(() => editor('Gouvernance × Les deux pôles').textContent()).toContain('Le pouvoir se partage');
    await page.getByRole('button', { name: /^Annuler : synthèse/ }).click();
    await expect.poll(() => editor('Gouvernance × Les deux pôles').textContent()).toBe('');
  });

  test('no act broke the page', () => expect(at.broken).toEqual([]));
});

describe('a filled cell', () => {
  const at = aWindow({ on: aStudyOfPoles });

  test('has nothing wrong for axe in either theme: its panel, the scales, the synthesis written in the table', async () => {
    const { page } = at;
    await openScreen(page, 'Matrices');
    await page.getByRole('button', { name: 'Pôle par pôle', exact: true }).click();
    await cell(page, 'Gouvernance × Pôle 1').click();
    const panel = page.getByRole('region', { name: 'Gouvernance × Pôle 1' });
    await panel.getByRole('radio', { name: 'contredit', exact: true }).first().click();
    await panel.getByRole('button', { name: /^Choisir E01 §2/ }).click();
    await panel.getByRole('textbox', { name: /^Mots de E01 §2/ }).waitFor();
    await panel.getByRole('radio', { name: '1 contredit' }).waitFor();
    await panel.getByRole('button', { name: 'Créer une échelle…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Échelles de cotation' });
    await dialog.getByRole('button', { name: '−2 … +2' }).click();
    await dialog.getByRole('textbox', { name: 'Règle du degré 5' }).fill('Toujours.');
    await expect.poll(() => violationsInBoth(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer l’échelle' }).click();
    await dialog.getByText('De −2 à +2').waitFor();
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('radio', { name: /^\+2/ }).click();
    await panel.getByText('Toujours.', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Toutes les règles' }).click();
    await expect.poll(() => violationsInBoth(page)).toEqual([]);
    await cell(page, 'Gouvernance × Pôle 2').dblclick();
    await cell(page, 'Gouvernance × Pôle 2').getByRole('textbox').waitFor();
    await expect.poll(() => violationsInBoth(page)).toEqual([]);
  });
});
