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
  matrix: { id: 'matrix.open', what: 'open the matrix screen, to the painted table', budget: null },
  openLong: { id: 'source.open.long', what: 'open a source of 40,000 words and 3,000 codings, to painted codings', budget: 200 },
  openLongest: { id: 'source.open.longest', what: 'open a source of 150,000 words and 3,000 codings, to painted codings', budget: 500 },
  typeLong: { id: 'text.type.long', what: 'type a letter into that source: from the key to the paint', budget: 16 },
  codebookOpen: { id: 'codebook.open', what: 'open the grids of a project of 1,000 categories, to the painted tree', budget: 100 },
  codebookFilter: { id: 'codebook.filter', what: 'filter 1,000 categories: from the letter to the paint', budget: 16 },
  typeLongWritten: { id: 'text.type.long.written', what: 'type a letter into that source: from the key to the disk', budget: 100 },
  scrollSlow: { id: 'source.scroll.slowest', what: 'wheel through that source: the longest frame', budget: 50 },
  scrollLate: { id: 'source.scroll.late', what: 'wheel through that source: frames that came late, in a hundred', budget: 5 },
  heap: { id: 'source.heap', what: 'memory of the window (JS heap, MB) with that source open', budget: 200 },
  applyLong: { id: 'coding.apply.long', what: 'apply a category in that source: from the key to the paint, durable on disk', budget: 50 },
} as const;

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

/** Runs in the page. */
interface Bench {
  passages(): Promise<string[]>;
  openSource(place: string): Promise<number>;
  awaitPaintAfterKey(): void;
  paintTime(): Promise<number>;
  awaitFrameAfterKey(): void;
  openGrids(): Promise<number>;
  select(turn: number): boolean;
  watchFrames(): void;
  frames(): number[];
  awaitLetter(): void;
  letterTime(until: 'painted' | 'written'): Promise<number>;
}
declare const bench: Bench;

// Painted: the highlights hold other ranges than before, and the browser has drawn a frame since.
const PROBES = `
globalThis.bench = (() => {
  const size = () => { let n = 0; for (const [, highlight] of CSS.highlights) n += highlight.size; return n; };
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const call = (channel, input) => new Promise((done) => {
    const socket = new WebSocket('ws://' + location.host + '/ws');
    socket.onopen = () => socket.send(JSON.stringify({ kind: 'call', id: 1, channel, input }));
    socket.onmessage = (message) => { const reply = JSON.parse(message.data); if (reply.kind === 'reply') { socket.close(); done(reply.reply.value); } };
  });
  let painted = Promise.resolve(0);
  let letter = Promise.resolve({ painted: 0, written: 0 });
  let onWritten = () => {};
  let frames = [];
  let watching = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const asked = JSON.parse(data);
    if (asked.channel === 'source.editTurn') {
      this.addEventListener('message', function hear(message) {
        const answer = JSON.parse(message.data);
        if (answer.kind !== 'reply' || answer.id !== asked.id) return;
        this.removeEventListener('message', hear);
        onWritten();
      });
    }
    send.call(this, data);
  };
  return {
    // one coded passage of each source: opening there shows codings at once, wherever in the text they are
    passages: async () => {
      const { sources } = await call('corpus.read', {});
      const coded = [];
      for (const { id } of sources.filter((source) => source.codings > 0).slice(0, 12)) {
        const codings = await call('source.codings', { sourceId: id });
        // long answers travel by columns
        const { values, at } = codings.columns.passageId;
        const middle = codings.count >> 1;
        coded.push('sourceId=' + id + '&passageId=' + (at ? values[at[middle]] : values[values.length === 1 ? 0 : middle]));
      }
      return coded;
    },
    openSource: async (place) => {
      location.hash = '#/corpus';
      while (document.querySelector('[data-t]')) await frame();
      await frame();
      const start = performance.now();
      location.hash = '#/coding?' + place;
      while (size() === 0 || !document.querySelector('[data-t]')) await frame();
      await frame();
      return performance.now() - start;
    },
    awaitPaintAfterKey: () => {
      painted = new Promise((done) => {
        addEventListener('keydown', async () => {
          const start = performance.now();
          const before = size();
          while (size() === before) await frame();
          done(performance.now() - start);
        }, { once: true, capture: true });
      });
    },
    paintTime: () => painted,
    // React draws what a letter asks for before the frame that follows it
    awaitFrameAfterKey: () => {
      painted = new Promise((done) => {
        addEventListener('keydown', async () => {
          const start = performance.now();
          await frame();
          done(performance.now() - start);
        }, { once: true, capture: true });
      });
    },
    openGrids: async () => {
      location.hash = '#/corpus';
      while (document.querySelector('.codebook-tree')) await frame();
      await frame();
      const start = performance.now();
      location.hash = '#/grids';
      while (document.querySelectorAll('.codebook-row').length < 10) await frame();
      await frame();
      return performance.now() - start;
    },
    // the letter stands in the text and the browser has drawn a frame since; the core has answered that it is on the disk
    awaitLetter: () => {
      letter = new Promise((done) => {
        addEventListener('keydown', () => {
          const start = performance.now();
          const words = document.activeElement.textContent;
          const untilPainted = (async () => {
            do await frame(); while (document.activeElement.textContent === words);
            return performance.now() - start;
          })();
          const untilWritten = new Promise((heard) => { onWritten = () => heard(performance.now() - start); });
          done({ painted: untilPainted, written: untilWritten });
        }, { once: true, capture: true });
      });
    },
    watchFrames: () => {
      frames = [];
      watching += 1;
      const run = watching;
      let last;
      const step = (now) => {
        if (last !== undefined) frames.push(now - last);
        last = now;
        if (run === watching) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    },
    frames: () => {
      watching += 1;
      return frames.sort((a, b) => a - b);
    },
    letterTime: async (until) => (await letter)[until],
    select: (turn) => {
      const paragraphs = [...document.querySelectorAll('p[data-t]')].filter((p) => { const box = p.getBoundingClientRect(); return box.top > 120 && box.bottom < innerHeight - 40 && (p.textContent ?? '').length > 90; });
      const paragraph = paragraphs[turn % paragraphs.length];
      if (!paragraph) return false;
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
      const at = 5 + (turn * 3) % 40;
      paragraph.closest('[contenteditable]')?.focus();
      getSelection().setBaseAndExtent(text, at, text, at + 31);
      return true;
    },
  };
})();
`;

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

/** Frames while the wheel turns, in ms, the longest last; down one time, up the next. */
async function scrollOnce(page: Page, turn: number): Promise<number[]> {
  const box = await page.locator('.reader-scroller').first().boundingBox();
  if (!box) throw new Error('no text to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => bench.watchFrames());
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    await page.mouse.wheel(0, turn % 2 === 0 ? WHEEL_PX : -WHEEL_PX);
    await page.waitForTimeout(FRAME_MS);
  }
  return page.evaluate(() => bench.frames());
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
      run: async (turn) => {
        const frames = await scrollOnce(page, turn);
        return (100 * frames.filter((ms) => ms > FRAME_MS).length) / frames.length;
      },
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

function measuresOf(opened: Opened, open: (typeof ITEMS)['open' | 'openLong'], apply: (typeof ITEMS)['apply' | 'applyLong']): Measure[] {
  const { page, places } = opened;
  return [
    { ...open, run: (turn) => page.evaluate((id) => bench.openSource(id), places[(turn + 1) % places.length] ?? '') },
    { ...apply, run: (turn) => applyOnce(page, turn + 1) },
  ];
}

function openingMeasure({ page, places }: Opened, item: (typeof ITEMS)['openLongest']): Measure {
  return { ...item, run: (turn) => page.evaluate((id) => bench.openSource(id), places[(turn + 1) % places.length] ?? '') };
}

function matrixMeasure({ page }: Opened): Measure {
  const table = page.getByRole('grid', { name: /×/ });
  const startingPoint = page.getByRole('button', { name: /Dimensions.* × .* × Cas/ }).first();
  return {
    ...ITEMS.matrix,
    run: async () => {
      await page.evaluate(() => (location.hash = '#/corpus'));
      await table.waitFor({ state: 'detached' });
      const start = performance.now();
      await page.evaluate(() => (location.hash = '#/matrices'));
      await table.or(startingPoint).waitFor();
      // the first time the screen asks what to cross; afterwards it remembers
      if ((await table.count()) === 0) await startingPoint.click();
      await table.waitFor();
      return performance.now() - start;
    },
  };
}

const FILTERS = 'confiance';

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
        // the run that warms up is turn -1
        const at = (turn + 1) % FILTERS.length;
        if (at === 0) await filter.fill('');
        await page.waitForTimeout(150);
        await page.evaluate(() => bench.awaitFrameAfterKey());
        await page.keyboard.press(FILTERS.charAt(at));
        return page.evaluate(() => bench.paintTime());
      },
    },
  ];
}

export type WindowBench =
  | { readonly measures: readonly Measure[]; readonly close: () => Promise<void> }
  | { readonly items: readonly Pick<Measure, 'id' | 'what' | 'budget'>[]; readonly why: string };

/** Needs the built page and a Chromium; says which is missing otherwise. */
export async function windowMeasures(corpus: string, folder: string, cache: string): Promise<WindowBench> {
  const items = Object.values(ITEMS);
  if (!existsSync('dist/renderer/index.html')) return { items, why: 'the page is not built (npm run build)' };
  try {
    await (await launchBrowser()).close();
  } catch {
    return { items, why: 'no Chromium on this machine' };
  }
  const whole = await openWindow(corpus, join(folder, 'whole'));
  const long = await openWindow(await corpusFile(cache, 'long', LONG), join(folder, 'long'));
  const grids = await openWindow(categoriesFile(cache, 1_000), join(folder, 'grids'));
  const longest = await openWindow(await corpusFile(cache, 'longest', LONGEST), join(folder, 'longest'));
  return {
    measures: [
      ...measuresOf(whole, ITEMS.open, ITEMS.apply),
      matrixMeasure(whole),
      ...measuresOf(long, ITEMS.openLong, ITEMS.applyLong),
      ...scrollMeasures(long),
      { ...ITEMS.typeLong, run: () => typeOnce(long.page, 'painted') },
      { ...ITEMS.typeLongWritten, run: () => typeOnce(long.page, 'written') },
      openingMeasure(longest, ITEMS.openLongest),
      ...codebookMeasures(grids),
    ],
    close: async () => {
      await whole.close();
      await long.close();
      await longest.close();
      await grids.close();
    },
  };
}
