// What axe finds wrong with a page: the WCAG rules of levels A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** An experimental rule: a cell's name says its crossing and numbers in a sentence, which its chips and bars need not repeat in order. */
const BUT_NAMES = { 'label-content-name-mismatch': { enabled: false } };

/** What axe is asked: the rules of some levels, or these rules alone. */
type Asked = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };

/** Put into words in the page: all that axe found right as well takes longer to bring over than to find. */
async function found(page: Page, runOnly: Asked, rules: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async (asked) => {
      const { axe } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } };
      // the component library's own announcer: invisible, and empty between two announcements
      const results = await axe.run({ exclude: ['[data-live-announcer]'] }, { ...asked, resultTypes: ['violations'] });
      return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
    },
    { runOnly, rules },
  );
}

/** The page as it stands: rule and where. Screens without crossings leave no rule out. */
export function violations(page: Page, rules: object = BUT_NAMES): Promise<string[]> {
  return found(page, { type: 'tag', values: RULES }, rules);
}

/** What the window itself writes when another theme is chosen; colours are there at once, so that no frame has to be waited for. */
async function paint(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((shown) => {
    // not an element: the page's policy lets no style be written into it
    const kept = globalThis as { trameTestStill?: CSSStyleSheet };
    if (kept.trameTestStill === undefined) {
      kept.trameTestStill = new CSSStyleSheet();
      kept.trameTestStill.replaceSync('*, ::before, ::after { transition: none !important }');
      document.adoptedStyleSheets.push(kept.trameTestStill);
    }
    document.documentElement.dataset['theme'] = shown;
  }, theme);
}

/** The same page in the dark theme: nothing but its colours is another. */
async function darkViolations(page: Page): Promise<string[]> {
  await paint(page, 'dark');
  const wrong = await found(page, { type: 'rule', values: ['color-contrast'] }, {});
  await paint(page, 'light');
  return wrong;
}

/** In the light theme and in the dark one, for a page that stands in the light one. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  return [...(await violations(page)), ...(await darkViolations(page))];
}

/** The theme in which faces are looked at one after the other: light in the ordinary run, dark in the long one. */
export const LOOKED_AT = process.env['TRAME_THEME'] === 'dark' ? 'dark' : 'light';
