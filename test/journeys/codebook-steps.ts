// What a researcher does to a grid, act by act, and what the screen then shows of it.
import { expect } from 'vitest';
import type { Download, Locator, Page } from 'playwright-core';
import { openScreen } from './steps.ts';

export const DIMENSIONS = 'Dimensions de l’innovation sociale';
export const TOOLS = 'Familles d’outils de gestion';

const tree = (page: Page, grid: string): Locator => page.getByRole('treegrid', { name: `Catégories de «\u00a0${grid}\u00a0»` });

/** The row in which a category has its own place. */
export function row(page: Page, name: string): Locator {
  return page.locator('.codebook-tree [role="row"][draggable="true"]').filter({ has: page.getByText(name, { exact: true }) });
}

/** The tree as it is seen: each name behind two blanks per level; what is only seen there too behind an arrow. */
export function outline(page: Page, grid: string): Promise<string[]> {
  return tree(page, grid)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((each) => {
        const level = Number(each.getAttribute('aria-level'));
        const name = each.querySelector('.tree-label')?.textContent ?? '';
        return `${'  '.repeat(level - 1)}${each.getAttribute('draggable') === 'true' ? '' : '→ '}${name}`;
      }),
    );
}

/** What stands under a category, as the tree shows it. */
export async function childrenOf(page: Page, grid: string, parent: string): Promise<string[]> {
  const lines = await outline(page, grid);
  const from = lines.findIndex((line) => line.trim() === parent);
  const depth = (line: string): number => line.length - line.trimStart().length;
  const above = depth(lines[from] ?? '');
  const below = lines.slice(from + 1);
  const end = below.findIndex((line) => depth(line) <= above);
  return below.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
}

/** The count at the end of a row, as it stands there. */
export async function countOf(page: Page, name: string): Promise<string> {
  return ((await row(page, name).locator('.codebook-counts').textContent()) ?? '').trim();
}

export function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

export async function openCard(page: Page, name: string): Promise<Locator> {
  await row(page, name).click();
  await card(page, name).waitFor();
  return card(page, name);
}

export async function openGridCard(page: Page, grid: string): Promise<Locator> {
  await page.getByRole('button', { name: `Voir la fiche de la grille «\u00a0${grid}\u00a0»` }).click();
  await card(page, grid).waitFor();
  return card(page, grid);
}

/** One of the acts behind the card's three dots. */
export async function chooseAct(page: Page, name: string, act: string): Promise<void> {
  const opened = await openCard(page, name);
  await opened.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** What undo would take back: it stays the same as long as nothing was written. */
export async function lastAct(page: Page): Promise<string> {
  return (
    (await page
      .getByRole('contentinfo')
      .getByRole('button', { name: /^Annuler/ })
      .textContent()) ?? ''
  );
}

export async function expectLastAct(page: Page, words: RegExp): Promise<void> {
  await expect.poll(() => lastAct(page)).toMatch(words);
}

/** Takes the last act back by its key, as from anywhere in the window. */
export async function undo(page: Page, act: RegExp): Promise<void> {
  await expectLastAct(page, act);
  await page.keyboard.press('Control+z');
  await expectSaid(page, new RegExp(`Annulé\\s:.*${act.source}`, 'u'));
}

/** Drops one row on another, at a share of that one's height: its edges mean beside it, its middle means into it. */
export async function dropOn(page: Page, name: string, target: string, at: 'before' | 'on' | 'after'): Promise<void> {
  const onto = row(page, target);
  const box = await onto.boundingBox();
  if (!box) throw new Error(`${target} is not on the screen`);
  const y = box.height * { before: 0.1, on: 0.5, after: 0.9 }[at];
  await row(page, name).dragTo(onto, { sourcePosition: { x: 80, y: box.height / 2 }, targetPosition: { x: 80, y } });
}

/** The one notice that says so. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('.notice').filter({ hasText: words }).first().waitFor();
}

export async function download(page: Page, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return file;
}

/** The grids of the sample project, in a window so high that no line of their trees is out of view. */
export async function openGrids(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await openScreen(page, 'Grilles');
  await tree(page, TOOLS).getByRole('row').first().waitFor();
}
