// Every screen on a project whose every word tries to be a program; and nobody is called meanwhile, neither by the page nor by the core.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeProject } from '../../electron/storage/open-project.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { HOSTILE_PAGE, aHostileStudy } from '../support/hostile.ts';
import { aFolder } from '../support/project.ts';
import { beginImport } from './steps.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';

const SCREENS = [
  'corpus',
  'corpus?view=guide',
  'coding',
  'grids',
  'grids?view=board',
  'matrices',
  'search',
  'analysis',
  'analysis?view=agreement',
  'analysis?view=assignments',
  'memos',
  'review',
  'history',
  'autocode',
];

let served: Served;
let browser: Browser;
let page: Page;
let sockets: string;
let ids: Readonly<Record<'sources' | 'matrices' | 'memos' | 'categories', readonly string[]>>;
const asked: string[] = [];
const happened: string[] = [];

beforeAll(async () => {
  const home = aFolder();
  sockets = join(home, 'sockets.txt');
  const study = aHostileStudy();
  const rows = study.snapshot();
  const idsOf = (table: string): string[] => (rows[table] ?? []).map((row) => (row as { id: string }).id);
  ids = { sources: idsOf('source'), matrices: idsOf('matrix'), memos: idsOf('memo'), categories: idsOf('category') };
  closeProject(study.project);
  const watch = `--import=${resolve(import.meta.dirname, '../support/watch-sockets.mjs')}`;
  const env = { TRAME_LANG: 'fr', NODE_OPTIONS: watch, TRAME_TEST_SOCKETS: sockets };
  [served, browser] = await Promise.all([serveWorkbench({ home, env, args: [study.path] }), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => happened.push('a second window'));
  page.on('pageerror', (error) => happened.push(error.message));
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { forbidden: string[] };
    kept.forbidden = [];
    // zod asks once whether it may make code from text, and does without
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      if (!sample.startsWith('Function|')) kept.forbidden.push(`${violatedDirective} ${sample}`);
    });
  });
  await page.goto(served.url);
  await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** What would be there had a word been taken for more, and how often the words are there as words. */
function seen(): Promise<{ ran: boolean; nodes: string[]; forbidden: string[]; address: string }> {
  return page.evaluate(() => {
    const hostile = [
      'script:not([src^="./assets/"]):not([src^="/assets/"]):not([src^="http://127.0.0.1"])',
      'iframe',
      'object',
      'embed',
      'base',
      'meta[http-equiv]',
      'img[src="x"]',
      '[onerror],[onload],[onfocus],[onmouseover],[onclick]',
      '[href^="javascript:" i],[src^="javascript:" i],[href^="data:" i]',
      'link[href*="attacker"]',
    ];
    return {
      ran: 'trameWasHere' in globalThis,
      nodes: hostile.filter((selector) => document.querySelector(selector) !== null),
      forbidden: (globalThis as unknown as { forbidden: string[] }).forbidden,
      address: location.pathname,
    };
  });
}

const HARMLESS = { ran: false, nodes: [], forbidden: [], address: '/' };

async function open(place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${place}`);
  await page.locator('main').first().waitFor();
  // what a screen asks for has come once nothing is under way for two frames
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(() => done(null), { timeout: 500 }), 150)));
}

test('every screen shows words, and runs none', async () => {
  for (const screen of SCREENS) {
    await open(screen);
    expect([screen, await seen()]).toEqual([screen, HARMLESS]);
  }
});

test('so do a text, a matrix, a memo, a category that are opened', async () => {
  const places = [
    ...ids.sources.map((id) => `coding?sourceId=${id}`),
    ...ids.matrices.map((id) => `matrices?matrixId=${id}`),
    ...ids.memos.map((id) => `memos?memoId=${id}`),
    ...ids.categories.map((id) => `grids?categoryId=${id}`),
  ];
  for (const place of places) {
    await open(place);
    expect([place, await seen()]).toEqual([place, HARMLESS]);
  }
  await open(`coding?sourceId=${ids.sources[0]}`);
  expect(await page.locator('main').textContent()).toContain('<img src=x onerror="globalThis.trameWasHere=1">');
});

test('a page of the web that is brought in is read for its words: nothing in it runs, nothing is fetched', async () => {
  await open('corpus');
  const text = HOSTILE_PAGE.replaceAll('OUTSIDE', '127.0.0.1:9');
  await beginImport(page, [{ name: 'entretien <b>.html', text }]);
  await page.getByText('Je réponds').first().waitFor();
  expect(await seen()).toEqual(HARMLESS);
});

test('html that is pasted into a memo leaves its words and its form', async () => {
  await open(`memos?memoId=${ids.memos[0]}`);
  const editor = page.locator('[contenteditable=true]').last();
  await editor.click();
  await editor.evaluate(
    (element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'collé');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `${HOSTILE_PAGE}<p><b>collé en gras</b> <a href="javascript:globalThis.trameWasHere=1">lien</a></p>`.replaceAll('OUTSIDE', '127.0.0.1:9'),
  );
  await page.getByText('collé en gras').waitFor();
  // the pasted page is read in a document of its own, whose every attempt the policy names and refuses
  const { forbidden, ...rest } = await seen();
  expect(rest).toMatchObject({ ran: false, nodes: [], address: '/' });
  expect(forbidden.filter((what) => !/^(?:base-uri|style-src-elem|script-src-attr|script-src-elem) /u.test(what))).toEqual([]);
});

test('nothing happened meanwhile, and nobody was called: the page its own address, the core nobody at all', async () => {
  expect(happened).toEqual([]);
  const { host } = new URL(served.url);
  const outside = asked.filter((url) => !/^(?:blob|data):/u.test(url) && new URL(url).host !== host);
  expect(outside).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
  const lines = readFileSync(sockets, 'utf8').trim().split('\n');
  // the program, and the process that read the file
  expect(lines.filter((line) => line.startsWith('watching')).length).toBeGreaterThan(1);
  // the server spells the address that it listens at, once
  const calls = lines.filter((line) => !line.startsWith('watching'));
  expect(calls).toEqual(['dns.lookup ["127.0.0.1",{"all":true}]']);
});
