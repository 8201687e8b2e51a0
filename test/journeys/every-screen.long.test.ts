// Every screen, every analysis and every dialog of the program, with the sample in it: axe in both themes, and nothing out of reach at 200 %.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ANALYSES } from '../../renderer/analysis/analyses.ts';
import { actionsText } from '../../shared/i18n/actions.ts';
import { violationsInBoth } from '../support/axe.ts';
import { ORDINARY, ZOOMED, outOfReach } from '../support/reach.ts';
import { aWindow } from './window.ts';

type Open = (page: Page) => Promise<void>;

const at =
  (hash: string): Open =>
  async (page) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };

/** By the command field, where every dialog can be asked for. */
const asked =
  (action: keyof typeof actionsText.fr.actions): Open =>
  async (page) => {
    await page.evaluate(() => {
      location.hash = '#/history';
    });
    await page.getByRole('heading', { name: 'Historique', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(actionsText.fr.actions[action]);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  };

const FACES: readonly [name: string, open: Open][] = [
  ...['home', 'corpus', 'corpus?view=import', 'coding', 'grids', 'grids?view=board', 'matrices', 'matrices?view=displays'].map(
    (path): [string, Open] => [path, at(`#/${path}`)],
  ),
  ...['search', 'search?words=coll%C3%A8ge', 'search?view=retrieval', 'analysis', 'memos', 'review', 'review?view=packs', 'history', 'autocode'].map(
    (path): [string, Open] => [path, at(`#/${path}`)],
  ),
  ...ANALYSES.map(({ id }): [string, Open] => [`analysis ${id}`, at(`#/analysis?view=${id}`)]),
  ...(
    [
      'help',
      'allHelp',
      'glossary',
      'firstHour',
      'keys',
      'projectDetails',
      'workAsTeam',
      'exportFor',
      'backups',
      'mergeCopy',
      'openCoders',
      'addCoder',
    ] as const
  ).map((action): [string, Open] => [`asked for: ${action}`, asked(action)]),
];

const desk = aWindow({ on: 'sample' });

/** Dialogs and the help are left again, so that the next face stands alone. */
async function leave(page: Page): Promise<void> {
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape');
  const close = page.getByRole('button', { name: 'Fermer l’aide' });
  if ((await close.count()) > 0) await close.click();
}

test.each(FACES)('axe finds nothing wrong with %s in either theme, and nothing is out of reach when it is zoomed', async (_name, open) => {
  const { page } = desk;
  await leave(page);
  await page.setViewportSize(ORDINARY);
  await open(page);
  // what comes from the core comes a moment later
  await page.waitForTimeout(400);
  await expect.poll(() => violationsInBoth(page), { timeout: 8_000 }).toEqual([]);
  await page.setViewportSize(ZOOMED);
  await expect.poll(() => outOfReach(page), { timeout: 5_000 }).toEqual([]);
});
