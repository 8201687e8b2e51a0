// The same acts in a real Electron window under a virtual display: the shell, the preload bridge and the core in a process of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronRuntime, launchElectron } from '../support/electron-runtime.ts';
import {
  TRANSCRIPTS,
  applyFromPalette,
  cell,
  closePalette,
  createProject,
  expectStripes,
  importTranscript,
  openInReader,
  openMainMatrix,
  selectByMouse,
  startExport,
} from './steps.ts';

const runtime = await electronRuntime();
if (runtime.executablePath === null) console.warn(`desktop journey left out: ${runtime.reason}`);

describe.skipIf(runtime.executablePath === null)('the desktop window', () => {
  const home = mkdtempSync(join(tmpdir(), 'trame-desktop-'));
  let app: ElectronApplication;
  let page: Page;

  async function start(): Promise<void> {
    app = await launchElectron(runtime.executablePath ?? '', {
      home,
      env: { TRAME_LANG: 'fr', LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' },
      args: ['--lang=fr'],
    });
    page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
  }

  beforeAll(start);
  afterAll(async () => {
    await app?.close();
    rmSync(home, { recursive: true, force: true });
  });

  test('a project is made, an interview imported', async () => {
    await createProject(page, 'Mes pôles');
    await importTranscript(page, TRANSCRIPTS[0] as never, 'Pôle 1');
  });

  test('the page has no Node and only the bridge', async () => {
    const globals = await page.evaluate(() => [
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { process?: unknown }).process,
      Object.keys((globalThis as { trame?: object }).trame ?? {}).toSorted(),
    ]);
    expect(globals).toEqual(['undefined', 'undefined', ['call', 'onChange']]);
  });

  test('coding by mouse and by keyboard, undo', async () => {
    await openInReader(page, 'E01 Directeur');
    await selectByMouse(page, 'Chaque collège a une voix');
    await page.keyboard.press('Enter');
    await applyFromPalette(page, 'gouv', 'Gouvernance');
    await applyFromPalette(page, 'autor', "Partage de l'autorité");
    await closePalette(page);
    await page.getByRole('textbox', { name: 'Texte de E01 Directeur' }).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Space');
    await applyFromPalette(page, 'changement', 'Changement');
    await closePalette(page);
    await expectStripes(page, ['Changement', 'Gouvernance', "Partage de l'autorité"]);
    await page.keyboard.press('Control+z');
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
  });

  test('the matrix is seen and saved as a Word file', async () => {
    await openMainMatrix(page);
    await expect.poll(() => cell(page, 'Gouvernance × Régulation × Pôle 1').getAttribute('aria-label')).toContain('1 passage');
    const path = join(home, 'matrice.docx');
    await app.evaluate(({ session }, to) => session.defaultSession.once('will-download', (_event, item) => item.setSavePath(to)), path);
    await startExport(page, 'Word');
    await expect.poll(() => existsSync(path) && readFileSync(path).length > 1000, { timeout: 10_000 }).toBe(true);
    expect((await mammoth.extractRawText({ buffer: readFileSync(path) })).value).toContain('Partage de l’autorité');
  });

  test('after closing and starting again everything is there', async () => {
    await app.close();
    await start();
    await page.getByRole('button', { name: /Ouvrir « Mes pôles »/ }).click();
    await openInReader(page, 'E01 Directeur');
    await expectStripes(page, ['Gouvernance', "Partage de l'autorité"]);
    await page.getByRole('button', { name: /^Annuler :/ }).click();
    await expectStripes(page, ['Gouvernance']);
  });
});
