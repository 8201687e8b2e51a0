// Matrices that can no longer be computed, opened in the window: each says why and what to do, and is mended by the picker that it names.
// A synthesis whose quoted passage is gone is in matrix-cells.test.ts.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { removeCategory } from '../../electron/commands/codebook.ts';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import { readCorpusFrame } from '../../electron/queries/corpus.ts';
import type { AxisSpec, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { violations } from '../support/axe.ts';
import { aProject } from '../support/project.ts';
import { openScreen } from './steps.ts';
import { aWindow } from './window.ts';

const VOICE = 'Chaque collège a une voix.';
const BEFORE = 'Ici on vote comme avant.';
/** A hundred times a hundred times a hundred: a million cells. */
const MANY = 100;

const manyNamed = (letter: string): Record<string, readonly string[]> =>
  Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`${letter}${at + 1}`, []]));

/** A study with one matrix for each thing that can go wrong. */
async function aStudyOfMistakes(home: string): Promise<string> {
  const study = aProject()
    .withCase('Pôle 1', { Membres: '34' })
    .withCase('Pôle 2', { Membres: 'beaucoup' })
    .withSource('E01', `Directeur : ${VOICE}\n`, { case: 'Pôle 1' })
    .withSource('E02', `Présidente : ${BEFORE}\n`, { case: 'Pôle 2' })
    .withOwnGrid('Dimensions', { Gouvernance: [], Outils: ['Charte'] })
    .withOwnGrid('Acteurs', manyNamed('A'))
    .withOwnGrid('Besoins', manyNamed('B'))
    .withOwnGrid('Chantiers', manyNamed('C'))
    .codedBy('AB', ['Gouvernance', 'A1', 'B1'], VOICE)
    .codedBy('AB', 'Gouvernance', BEFORE);
  const grid = (name: string): AxisSpec => ({ kind: 'grid', gridId: study.grid(name.toLowerCase()), level: null });
  const keep = (name: string, rows: AxisSpec[], columns: AxisSpec[], more: Partial<MatrixDefinition> = {}): void => {
    const definition: MatrixDefinition = {
      rows,
      columns,
      join: { kind: 'overlap' },
      coderIds: null,
      contents: ['counts'],
      hidesEmpty: false,
      ...more,
    };
    saveMatrix(study.session, { matrixId: null, name, definition });
  };
  const tools = study.category('Outils');
  const membership = readCorpusFrame(study.project).attributes.find(({ name }) => name === 'Membres')!.id;
  const [one, other] = [study.case('Pôle 1'), study.source('E02')];
  keep('Outils par pôle', [{ kind: 'case' }], [{ kind: 'category', categoryId: tools }]);
  keep(
    'Un pôle et l’autre',
    [grid('Dimensions')],
    [
      { kind: 'picked', name: 'Le premier pôle', of: { kind: 'case', ids: [one] } },
      { kind: 'picked', name: 'Sa présidente', of: { kind: 'source', ids: [other] } },
    ],
  );
  keep('Pôles par taille', [{ kind: 'case' }], [grid('Dimensions')], { rowOrder: { by: 'attribute', attributeId: membership, descending: true } });
  keep('Tout avec tout', [grid('Acteurs')], [grid('Besoins'), grid('Chantiers')]);
  removeCategory(study.session, { categoryId: tools, withCodings: false });
  const path = join(home, 'Erreurs.trame');
  copyFileSync(study.reopen().path, path);
  return path;
}

describe('a matrix that cannot be computed', () => {
  const at = aWindow({ on: aStudyOfMistakes });
  let page: Page;
  beforeAll(async () => {
    page = at.page;
    await openScreen(page, 'Matrices');
  });

  const axis = (name: RegExp): Locator => page.getByRole('button', { name });

  /** Opens it from the gallery; its message stands where the table would. */
  async function openRefused(name: string, message: RegExp): Promise<void> {
    await page.goto(page.url().replace(/#.*/u, '#/matrices?view=displays'));
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText(message).waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }

  test('names a category that was removed, and takes another axis', async () => {
    await openRefused(
      'Outils par pôle',
      /La catégorie dont cet axe montre les enfants n’existe plus\. Annulez ce qui l’a supprimée, ou choisissez un autre axe/,
    );
    await axis(/^Axe des colonnes/).click();
    await page
      .getByRole('option', { name: /^Dimensions/ })
      .first()
      .click();
    await page.getByRole('gridcell', { name: /^Pôle 1 × Gouvernance/ }).waitFor();
  });

  test('names the two axes that never meet, and picks a source of the case', async () => {
    await openRefused('Un pôle et l’autre', /Rien ne peut se trouver à la fois sous «\sLe premier pôle\s» et sous «\sSa présidente\s»/);
    await axis(/^Axe des colonnes\s: Sa présidente/).click();
    for (const source of ['E01', 'E02']) await page.getByRole('option', { name: source }).click();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.getByRole('gridcell', { name: /^Gouvernance × Pôle 1/ }).waitFor();
  });

  test('names the values that have no order together, and goes back to the order of the axis', async () => {
    await openRefused('Pôles par taille', /«\sMembres\s» contient des nombres \(34\) et des mots \(beaucoup\)/);
    await page.getByRole('button', { name: 'Revenir à l’ordre de l’axe' }).click();
    await page.getByRole('gridcell', { name: /^Pôle 1 × Gouvernance/ }).waitFor();
  });

  test('says how many cells nobody could read and which axes bring them, and is read with one axis less', async () => {
    await openRefused('Tout avec tout', /Cette matrice aurait 1\D?000\D?000 cellules/);
    expect(await page.getByText(/Acteurs \(100\)/).textContent()).toContain('Chantiers (100)');
    await axis(/^Axe des colonnes\s: Chantiers/).click();
    await page.getByRole('button', { name: 'Retirer de la phrase' }).click();
    await page.getByRole('gridcell', { name: /^A1 × B1\s:/ }).waitFor();
  });

  test('no act broke the page', () => expect(at.broken).toEqual([]));
});
