// What a user waits for in the window: measured in a real Chromium against the served workbench, from the act to the paint.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import { categoriesFile } from './categories.ts';
import { corpusFile } from './corpus.ts';
import type { CorpusSize } from './corpus.ts';
import type { Measure } from './measure.ts';
import { PROBES } from './window-probes.ts';
import type { Bench } from './window-probes.ts';

/** One long interview, as densely coded as they come. */
const LONG: CorpusSize = { sources: 1, words: 40_000, codings: 3_000 };
/** A whole year of a diary, a parliament's debate. */
const LONGEST: CorpusSize = { sources: 1, words: 150_000, codings: 3_000 };

interface Opened {
  readonly page: Page;
  /** Addresses of coded passages, each in a source of its own. */
  readonly places: readonly string[];
  readonly close: () => Promise<void>;
}

const ITEMS = {
  open: { id: 'source.open', what: 'open an interview of the corpus, to painted codings', budget: 200 },
  apply: { id: 'coding.apply', what: 'apply a category: from the key to the paint, durable on disk', budget: 50 },
  matrix: { id: 'matrix.open', what: 'open a matrix of dimensions × cases, to the painted table', budget: null },
  matrixLarge: {
    id: 'matrix.open.window',
    what: 'open again a matrix of all cases × all categories with its previews, to the painted table',
    budget: 500,
  },
  matrixSlow: { id: 'matrix.scroll.slowest', what: 'wheel through that matrix, down and sideways: the longest frame', budget: 50 },
  matrixLate: { id: 'matrix.scroll.late', what: 'wheel through that matrix: frames that came late, in a hundred', budget: 5 },
  openLong: { id: 'source.open.long', what: 'open a source of 40,000 words and 3,000 codings, to painted codings', budget: 200 },
  openLongest: { id: 'source.open.longest', what: 'open a source of 150,000 words and 3,000 codings, to painted codings', budget: 500 },
  typeLong: { id: 'text.type.long', what: 'type a letter into that source: from the key to the paint', budget: 16 },
  codebookOpen: { id: 'codebook.open', what: 'open the grids of a project of 1,000 categories, to the painted tree', budget: 100 },
  paletteFilter: { id: 'palette.filter', what: 'filter 1,000 categories in the palette: from the letter to the paint', budget: 16 },
  codebookFilter: { id: 'codebook.filter', what: 'filter 1,000 categories: from the letter to the paint', budget: 16 },
  typeLongWritten: { id: 'text.type.long.written', what: 'type a letter into that source: from the key to the disk', budget: 100 },
  scrollSlow: { id: 'source.scroll.slowest', what: 'wheel through that source: the longest frame', budget: 50 },
  scrollLate: { id: 'source.scroll.late', what: 'wheel through that source: frames that came late, in a hundred', budget: 5 },
  heap: { id: 'source.heap', what: 'memory of the window (JS heap, MB) with that source open', budget: 200 },
  applyLong: { id: 'coding.apply.long', what: 'apply a category in that source: from the key to the paint, durable on disk', budget: 50 },
} as const;

type Item = Pick<Measure, 'id' | 'what' | 'budget'>;

async function openWindow(corpus: string, folder: string): Promise<Opened> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bench.trame');
  copyFileSync(corpus, file);
  const served = await serveWorkbench({ home: folder, args: [file] });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
  await page.goto(served.url);
  await page.evaluate(PROBES);
  const places = await page.evaluate(() => bench.passages());
  return {
    page,
    places,
    close: async () => {
      await browser.close();
      await served.stop();
    },
  };
}

declare const bench: Bench;

const PALETTE_FIELD = '.reader-palette-field';

async function applyOnce(page: Page, turn: number): Promise<number> {
  const palette = page.getByRole('dialog', { name: 'Appliquer des catégories' });
  if (!(await page.evaluate((n) => bench.select(n), turn))) throw new Error('nothing to select on the screen');
  await page.waitForTimeout(150);
  if ((await palette.count()) === 0) await page.keyboard.press('Enter');
  await palette.waitFor();
  await page.keyboard.type('changement');
  await palette.getByRole('option', { name: /^Changement/ }).waitFor();
  await page.evaluate(() => bench.awaitPaintAfterKey());
  await page.keyboard.press('Enter');
  const elapsed = await page.evaluate(() => bench.paintTime());
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  return elapsed;
}

/** One letter at the caret of a turn in view; its correction begins with the first one. */
async function typeOnce(page: Page, until: 'painted' | 'written'): Promise<number> {
  const editor = page.locator('.reader-editor');
  if ((await editor.count()) === 0) {
    if (!(await page.evaluate(() => bench.select(1)))) throw new Error('nothing to correct on the screen');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await editor.waitFor();
  }
  await page.waitForTimeout(120);
  await page.evaluate(() => bench.awaitLetter());
  await page.keyboard.press('x');
  return page.evaluate((what) => bench.letterTime(what), until);
}

const WHEELS = 60;
const WHEEL_PX = 120;
/** A frame of a 60 Hz screen, with the clock's own fraction. */
const FRAME_MS = 16.8;

/** Frames while the wheel turns, in ms, the longest last; down one time, up the next. `sideways`: every other turn of the wheel. */
async function scrollOnce(page: Page, turn: number, scroller = '.reader-scroller', sideways = false): Promise<number[]> {
  const box = await page.locator(scroller).first().boundingBox();
  if (!box) throw new Error('nothing to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => bench.watchFrames());
  const by = turn % 2 === 0 ? WHEEL_PX : -WHEEL_PX;
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    const isSideways = sideways && wheel % 2 === 1;
    await page.mouse.wheel(isSideways ? by : 0, isSideways ? 0 : by);
    await page.waitForTimeout(FRAME_MS);
  }
  return page.evaluate(() => bench.frames());
}

/** In a hundred. */
function lateShare(frames: readonly number[]): number {
  return (100 * frames.filter((ms) => ms > FRAME_MS).length) / frames.length;
}

function scrollMeasures({ page, places }: Opened): Measure[] {
  return [
    {
      ...ITEMS.scrollSlow,
      run: async (turn) => {
        if ((await page.locator('.reader-scroller').count()) === 0) await page.evaluate((id) => bench.openSource(id), places[0] ?? '');
        return (await scrollOnce(page, turn)).at(-1) ?? 0;
      },
    },
    {
      ...ITEMS.scrollLate,
      run: async (turn) => lateShare(await scrollOnce(page, turn)),
    },
    {
      ...ITEMS.heap,
      run: async () => {
        const client = await page.context().newCDPSession(page);
        const { usedSize } = await client.send('Runtime.getHeapUsage');
        await client.detach();
        return usedSize / 1_000_000;
      },
    },
  ];
}

function measuresOf(opened: Opened, open: Item, apply: Item): Measure[] {
  const { page, places } = opened;
  return [
    { ...open, run: (turn) => page.evaluate((id) => bench.openSource(id), places[(turn + 1) % places.length] ?? '') },
    { ...apply, run: (turn) => applyOnce(page, turn + 1) },
  ];
}

function openingMeasure({ page, places }: Opened, item: Item): Measure {
  return { ...item, run: (turn) => page.evaluate((id) => bench.openSource(id), places[(turn + 1) % places.length] ?? '') };
}

const CELL = '.matrices-scroll .matrices-cell';

/** From elsewhere to the table of a saved matrix, painted. */
async function openMatrix(page: Page, which: 'small' | 'large'): Promise<number> {
  const cells = page.locator(CELL);
  const address = await page.evaluate((name) => bench.matrix(name), which);
  await page.evaluate(() => (location.hash = '#/corpus'));
  await cells.first().waitFor({ state: 'detached' });
  const start = performance.now();
  await page.evaluate((hash) => (location.hash = hash), address);
  await cells.first().waitFor();
  return performance.now() - start;
}

/** The small one is what the S corpus is looked at with; the large one has as many rows and columns as the corpus has cases and categories. */
function matrixMeasures({ page }: Opened, slack: number): Measure[] {
  const scroll = async (turn: number): Promise<number[]> => {
    if ((await page.locator(CELL).count()) === 0) await openMatrix(page, 'large');
    return scrollOnce(page, turn, '.matrices-scroll', true);
  };
  return [
    { ...ITEMS.matrix, run: () => openMatrix(page, 'small') },
    { ...within(ITEMS.matrixLarge, slack), run: () => openMatrix(page, 'large') },
    { ...ITEMS.matrixSlow, run: async (turn) => (await scroll(turn)).at(-1) ?? 0 },
    { ...ITEMS.matrixLate, run: async (turn) => lateShare(await scroll(turn)) },
  ];
}

const FILTERS = 'confiance';

/** Which letter of the word sought this run types; the run that warms up is turn -1. */
function letterAt(turn: number): number {
  return (turn + 1) % FILTERS.length;
}

/** Words are selected and the palette stands over them. */
async function openPalette({ page, places }: Opened): Promise<void> {
  await page.evaluate((place) => bench.openSource(place), places[0] ?? '');
  if (!(await page.evaluate(() => bench.select(0)))) throw new Error('nothing to select on the screen');
  await page.keyboard.press('Enter');
  await page.locator(PALETTE_FIELD).waitFor();
}

function paletteMeasure(opened: Opened): Measure {
  const { page } = opened;
  const field = page.locator(PALETTE_FIELD);
  return {
    ...ITEMS.paletteFilter,
    run: async (turn) => {
      if ((await field.count()) === 0) await openPalette(opened);
      if (letterAt(turn) === 0) await field.fill('');
      await page.waitForTimeout(150);
      await page.evaluate(() => bench.awaitFrameAfterKey());
      await page.keyboard.press(FILTERS.charAt(letterAt(turn)));
      return page.evaluate(() => bench.paintTime());
    },
  };
}

/** The tree's first lines stand and a frame was drawn since. */
function codebookMeasures({ page }: Opened): Measure[] {
  const filter = page.locator('.codebook-filter input');
  return [
    { ...ITEMS.codebookOpen, run: () => page.evaluate(() => bench.openGrids()) },
    {
      ...ITEMS.codebookFilter,
      run: async (turn) => {
        if ((await filter.count()) === 0) await page.evaluate(() => bench.openGrids());
        await filter.focus();
        if (letterAt(turn) === 0) await filter.fill('');
        await page.waitForTimeout(150);
        await page.evaluate(() => bench.awaitFrameAfterKey());
        await page.keyboard.press(FILTERS.charAt(letterAt(turn)));
        return page.evaluate(() => bench.paintTime());
      },
    },
  ];
}

export type WindowBench =
  | { readonly measures: readonly Measure[]; readonly close: () => Promise<void> }
  | { readonly items: readonly Item[]; readonly why: string };

/** What may take longer in a project of another size. */
function within<T extends { readonly budget: number | null }>(item: T, slack: number): T {
  return { ...item, budget: item.budget === null ? null : item.budget * slack };
}

/**
 * Needs the built page and a Chromium; says which is missing otherwise. `slack`: how much longer than in a small project what is
 * measured in this corpus may take.
 */
export async function windowMeasures(corpus: string, folder: string, cache: string, slack: number): Promise<WindowBench> {
  const items = Object.values(ITEMS);
  if (!existsSync('dist/renderer/index.html')) return { items, why: 'the page is not built (npm run build)' };
  try {
    await (await launchBrowser()).close();
  } catch {
    return { items, why: 'no Chromium on this machine' };
  }
  const whole = await openWindow(corpus, join(folder, 'whole'));
  const long = await openWindow(await corpusFile(cache, 'long', LONG), join(folder, 'long'));
  const grids = await openWindow(await categoriesFile(cache, 1_000), join(folder, 'grids'));
  const longest = await openWindow(await corpusFile(cache, 'longest', LONGEST), join(folder, 'longest'));
  return {
    measures: [
      ...measuresOf(whole, within(ITEMS.open, slack), within(ITEMS.apply, slack)),
      ...matrixMeasures(whole, slack),
      ...measuresOf(long, ITEMS.openLong, ITEMS.applyLong),
      ...scrollMeasures(long),
      { ...ITEMS.typeLong, run: () => typeOnce(long.page, 'painted') },
      { ...ITEMS.typeLongWritten, run: () => typeOnce(long.page, 'written') },
      openingMeasure(longest, ITEMS.openLongest),
      ...codebookMeasures(grids),
      paletteMeasure(grids),
    ],
    close: async () => {
      await whole.close();
      await long.close();
      await longest.close();
      await grids.close();
    },
  };
}
