// The window that a file of journeys happens in: the served workbench in a real Chromium, opened before its first test, closed after its last.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import { TRANSCRIPTS, intoSample } from './steps.ts';
import type { TranscriptFile } from './steps.ts';

/** What is left of a journey that failed. */
const ARTIFACTS = resolve(import.meta.dirname, '../.artifacts');
const STEP_TIMEOUT_MS = 20_000;
/** The program, the browser and the first screen of a project, all at once on a busy machine. */
const START_TIMEOUT_MS = 40_000;

/** TRAME_TEST_SLOWDOWN=6: the page as on a machine six times slower, to find what only goes well when it goes fast. */
const SLOWDOWN = Number(process.env['TRAME_TEST_SLOWDOWN'] ?? 1);

export interface JourneyWindow {
  /** The same one from the first test to the last. */
  readonly page: Page;
  /** A folder of the journey's own: projects, settings, files that are saved. */
  readonly home: string;
  /** What broke in the page. */
  readonly broken: readonly string[];
  /** The program ends as it does when the power goes, and is started again: on its first screen. */
  cutPower(): Promise<void>;
}

export interface WindowOptions {
  /** What is open at first: the program's first screen, the sample project, or a project of the journey's own, by its path. */
  readonly on: 'home' | 'sample' | ((home: string) => Promise<string>);
  readonly colorScheme?: 'light' | 'dark';
}

/** Call it in a `describe`, or on top of a file; the page is there once the tests run. */
export function aWindow({ on, colorScheme = 'light' }: WindowOptions): JourneyWindow {
  let home = '';
  let served: Served | undefined;
  let page: Page | undefined;
  const broken: string[] = [];
  const shown = (): Page => {
    if (!page) throw new Error('the window is there once the tests run');
    return page;
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'trame-journey-'));
    const env = { TRAME_LANG: 'fr' };
    const args = typeof on === 'function' ? [await on(home)] : [];
    const [started, browser] = await Promise.all([serveWorkbench({ home, env, args }), sharedBrowser()]);
    served = started;
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', colorScheme, reducedMotion: 'reduce' });
    page.setDefaultTimeout(START_TIMEOUT_MS);
    page.on('pageerror', (error) => broken.push(error.message));
    if (SLOWDOWN > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(served.url);
    if (on === 'sample') await intoSample(page);
    if (on !== 'home') await page.getByRole('navigation', { name: 'Écrans' }).waitFor();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
  });
  afterEach(async ({ task }) => {
    const name = task.name.slice(0, 40).replace(/\W+/g, '-');
    if (task.result?.state === 'fail') await page?.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
  });
  afterAll(async () => {
    await page?.context().close();
    await served?.stop();
    rmSync(home, { recursive: true, force: true });
    expect(broken).toEqual([]);
  });

  return {
    get page() {
      return shown();
    },
    get home() {
      return home;
    },
    broken,
    cutPower: async () => {
      await served?.kill();
      served = await serveWorkbench({ home, env: { TRAME_LANG: 'fr' } });
      await shown().goto(served.url);
    },
  };
}

/** A project with the two grids and these interviews, each in a case of its own: « Pôle 1 », « Pôle 2 »… */
export function aStudy(title: string, files: readonly TranscriptFile[] = TRANSCRIPTS): (home: string) => Promise<string> {
  return async (home) => {
    // most journeys need nothing of the core but its window
    const { makeStudy } = await import('./made-study.ts');
    return makeStudy(join(home, `${title}.trame`), title, files);
  };
}
