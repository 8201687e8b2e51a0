// Playing along: an interview gets its recording, is heard from its words and its times, and gets a time where there was none;
// in a real browser, and in a real Electron window, where the recording comes over the window's own scheme.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../electron/cli/program.ts';
import { launchBrowser } from '../support/browser.ts';
import { electronRuntime, launchElectron } from '../support/electron-runtime.ts';
import { serveWorkbench } from '../support/serve.ts';
import type { Served } from '../support/serve.ts';
import { aRecording } from '../support/tones.ts';
import { openInReader } from './steps.ts';

const SECONDS = 30;
const WORDS = ['Qui décide, ici ?', 'Chaque collège a une voix, les petites entreprises comme les laboratoires.'];

/** Two speakers in turn, three seconds each. */
function subtitles(): string {
  const clock = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')},000`;
  return Array.from({ length: SECONDS / 3 }, (_, turn) => {
    const speaker = turn % 2 === 0 ? 'Enquêtrice' : 'Directeur';
    return `${turn + 1}\n${clock(turn * 3)} --> ${clock(turn * 3 + 3)}\n${speaker} : ${WORDS[turn % 2]}\n`;
  }).join('\n');
}

/** A project with one interview that has its times; answers with the path of the recording to add. */
async function prepare(project: string): Promise<string> {
  mkdirSync(join(project, '..'), { recursive: true });
  const transcript = join(project, '../E01 Directeur.srt');
  writeFileSync(transcript, subtitles());
  expect(await runCommandLine(['new', project, '--title', 'Mes pôles'])).toBe(0);
  expect(await runCommandLine(['import', project, transcript])).toBe(0);
  const recording = join(project, '../prise du 12 mars.wav');
  writeFileSync(recording, aRecording(SECONDS));
  return recording;
}

interface Heard {
  readonly at: number;
  readonly duration: number;
  readonly isPaused: boolean;
}

function heard(page: Page): Promise<Heard> {
  return page.locator('video').evaluate((element) => {
    const { currentTime, duration, paused } = element as HTMLVideoElement;
    return { at: currentTime, duration, isPaused: paused };
  });
}

const spokenTurn = (page: Page): Promise<string | null> => page.locator('[data-spoken]').getAttribute('data-ref');

async function addRecording(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrement et temps' }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Ajouter l’enregistrement…' }).click()]);
  await chooser.setFiles(path);
  await page.getByRole('region', { name: 'Enregistrement' }).waitFor();
  await expect.poll(async () => (await heard(page)).duration).toBe(SECONDS);
}

/** By the keys of the pedals, with the focus in the text. */
async function playByKeys(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Texte de E01 Directeur' }).focus();
  await page.keyboard.press('F4');
  await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(3.2);
  await expect.poll(() => spokenTurn(page)).toBe('§2 · 00:00:03');
  await page.keyboard.press('F4');
  const { at, isPaused } = await heard(page);
  expect(isPaused).toBe(true);
  await page.keyboard.press('Shift+F5');
  await expect.poll(async () => (await heard(page)).at).toBeCloseTo(at + 3, 1);
  // the page is still there: nothing was loaded anew
  await page.keyboard.press('F5');
  await expect.poll(async () => (await heard(page)).at).toBeCloseTo(at, 1);
  await page.keyboard.press('Control+Space');
  await expect.poll(async () => (await heard(page)).isPaused).toBe(false);
  await page.keyboard.press('Control+Space');
}

/** A click on words with Ctrl, and on a time in the margin, near the end: far pieces of the file are asked for. */
async function playFromTheText(page: Page): Promise<void> {
  const last = page.locator('p[data-t="8"]');
  await last.scrollIntoViewIfNeeded();
  await last.click({ modifiers: ['Control'], position: { x: 200, y: 12 } });
  await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(24);
  await expect.poll(() => spokenTurn(page)).toBe('§9 · 00:00:24');
  await page.keyboard.press('F4');
  // the second line of the margin
  await page.locator('p[data-t="6"]').click({ position: { x: 70, y: 26 } });
  await expect.poll(async () => (await heard(page)).at).toBeLessThan(20);
  await expect.poll(() => spokenTurn(page)).toBe('§7 · 00:00:18');
  await page.keyboard.press('F4');
}

/** T at the caret, in the words of the second turn. */
async function stampTime(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Position dans l’enregistrement' }).press('Home');
  await page.keyboard.press('PageUp');
  await page.getByRole('textbox', { name: 'Texte de E01 Directeur' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await expect.poll(() => page.locator('p[data-t="1"] [data-mark]').count()).toBe(1);
  await page.getByRole('button', { name: /^Annuler : temps dans « E01 Directeur »/ }).click();
  await expect.poll(() => page.locator('p[data-t="1"] [data-mark]').count()).toBe(0);
}

async function takeAway(page: Page, project: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrement et temps' }).click();
  await page.getByRole('menuitem', { name: 'Retirer l’enregistrement' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'Enregistrement' }).count()).toBe(0);
  await page.getByRole('button', { name: /^Annuler : retrait de l’enregistrement/ }).click();
  await expect.poll(async () => (await heard(page)).duration).toBe(SECONDS);
  expect(readdirSync(`${project}.media`)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.wav$/)]);
}

describe('in a browser', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let project: string;
  let recording: string;
  const home = mkdtempSync(join(tmpdir(), 'trame-recording-'));

  beforeAll(async () => {
    project = join(home, 'Mes pôles.trame');
    recording = await prepare(project);
    served = await serveWorkbench({ home, args: [project], env: { TRAME_LANG: 'fr' } });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR', reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('the interview gets its recording', async () => {
    await openInReader(page, 'E01 Directeur');
    await addRecording(page, recording);
  });
  test('it is played from the keyboard, and the text goes along', () => playByKeys(page));
  test('it is heard from words and from times', () => playFromTheText(page));
  test('a time is stamped at the caret, and taken back', () => stampTime(page));
  test('the recording is taken away and comes back', () => takeAway(page, project));
});

const runtime = await electronRuntime();
if (runtime.executablePath === null) console.warn(`desktop journey left out: ${runtime.reason}`);

describe.skipIf(runtime.executablePath === null)('in the desktop window', () => {
  const home = mkdtempSync(join(tmpdir(), 'trame-recording-'));
  let app: ElectronApplication;
  let page: Page;
  let project: string;
  let recording: string;

  beforeAll(async () => {
    project = join(home, 'projects/Mes pôles.trame');
    recording = await prepare(project);
    const env = { TRAME_LANG: 'fr', LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' };
    app = await launchElectron(runtime.executablePath ?? '', { home, env, args: ['--lang=fr'] });
    page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    await page.getByRole('button', { name: /Ouvrir « Mes pôles »/ }).click();
  });
  afterAll(async () => {
    await app?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('the interview gets its recording', async () => {
    await openInReader(page, 'E01 Directeur');
    await addRecording(page, recording);
  });
  test('it is played from the keyboard, and the text goes along', () => playByKeys(page));
  test('it is heard from words and from times', () => playFromTheText(page));

  test('the page plays the project’s recordings and no other file of the disk', async () => {
    const asked = await page.evaluate(async () => {
      const paths = [`/media/${'ab'.repeat(32)}`, '/media/../../etc/passwd', '/media/%2e%2e/core/workbench.mjs'];
      const trame = (globalThis as unknown as { trame: { call(channel: string, input: unknown): Promise<unknown> } }).trame;
      const answers = await Promise.all(paths.map(async (path) => (await fetch(path)).status));
      return [answers, await trame.call('media.path', { sha256: 'ab'.repeat(32) })];
    });
    const refused = { ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel', data: { channel: 'media.path' } } };
    expect(asked).toEqual([[404, 404, 404], refused]);
  });
});
