// What axe finds wrong with a page: the WCAG rules of levels A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** An experimental rule: a cell's name says its crossing and numbers in a sentence, which its chips and bars need not repeat in order. */
const BUT_NAMES = { 'label-content-name-mismatch': { enabled: false } };

/** The page as it stands: rule and where. Screens without crossings leave no rule out. */
export async function violations(page: Page, rules: object = BUT_NAMES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const results = await page.evaluate(
    ({ values, rules }) =>
      (globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } }).axe.run(
        {
          // the component library's own announcer: invisible, and empty between two announcements
          exclude: ['[data-live-announcer]'],
        },
        { runOnly: { type: 'tag', values }, rules },
      ),
    { values: RULES, rules },
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** The theme in which faces are looked at one after the other: light in the ordinary run, dark in the long one. */
export const LOOKED_AT = process.env['TRAME_THEME'] === 'dark' ? 'dark' : 'light';
