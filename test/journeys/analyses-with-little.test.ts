// Every analysis on hardly anything: nothing imported yet; one interview, one case, one category, one passage. Each says why there is nothing
// to draw, or draws what there is: never an empty picture, never a number that is none.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createCategory, createGrid } from '../../electron/commands/codebook.ts';
import { applyCategories } from '../../electron/commands/codings.ts';
import { createCase } from '../../electron/commands/corpus.ts';
import { createProject } from '../../electron/commands/create-project.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { sourceByName } from '../../electron/queries/corpus.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import { anchorAt, turnStarts } from '../../shared/domain/text-offset.ts';
import { incoming } from '../support/content.ts';
import { aWindow } from './window.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000de';
const VIEWS = (
  'cooccurrence sequence overlap conceptmap overview portrait timeline saturation meaning coverage agreement assignments ' +
  'crosstab correspondence clustering qca frequencies wordTree specificities classification suggestions similar'
).split(' ');
/** What a screen holds besides words to click on: a sentence in place of a picture, a picture, a table, a list. */
const TOLD = '.workspace-content :is(.empty-state, .coverage-parts > *, .analysis-picture [data-mark], .relations-movable [data-mark], table)';
const NO_NUMBER = /NaN|Infinity|undefined|\bnull\b/u;

const made = (name: string, fill: (session: Session) => void) => async (home: string) => {
  const path = join(home, `${name}.trame`);
  createProject(path, { title: name, question: '', language: 'fr', coderName: 'Anne' }, ORIGIN, fill);
  return path;
};

function oneOfEach(session: Session): void {
  const gridId = createGrid(session, { title: 'Thèmes' });
  const categoryId = createCategory(session, { gridId, parentId: null, name: 'Argent', origin: 'a-priori' });
  const caseId = createCase(session, { name: 'Pôle 1' });
  importSources(session, [incoming('E01', 'Anne : Le budget passe par la banque.\n')], { caseId, kind: 'interview' });
  const sourceId = sourceByName(session.project, 'E01');
  const turns = readOutline(session.project, sourceId);
  const at = (offset: number, side: 'start' | 'end') => anchorAt(turns, turnStarts(turns), offset, side);
  applyCategories(session, { sourceId, start: at(7, 'start'), end: at(16, 'end'), categoryIds: [categoryId] });
}

async function tells(page: Page, view: string): Promise<void> {
  // what is still there of the view before is no answer of this one
  await page.evaluate((id) => {
    for (const element of document.querySelectorAll('.workspace-content *')) element.setAttribute('data-before', '');
    location.hash = `#/analysis?view=${id}`;
  }, view);
  await expect.poll(() => page.locator(`${TOLD}:not([data-before])`).count(), { message: view }).toBeGreaterThan(0);
  const main = page.locator('.workspace-content');
  expect(await main.innerText(), view).not.toMatch(NO_NUMBER);
  const pictures = await main.locator('svg:has([data-mark])').evaluateAll((all) => all.map((svg) => svg.innerHTML));
  for (const picture of pictures) expect(picture, view).not.toMatch(NO_NUMBER);
}

describe.each([
  ['of nothing', made('Vide', () => undefined)],
  ['of one interview, one category, one passage', made('Peu', oneOfEach)],
] as const)('a study %s', (_what, on) => {
  const desk = aWindow({ on });

  it.each(VIEWS)('has something to say in %s', async (view) => {
    await tells(desk.page, view);
  });
});
