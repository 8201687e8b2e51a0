// A review pack of sixty interviews: how long it takes to write, how much it weighs, how soon somebody who opens it from the disk reads.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { saveMatrix } from '../../electron/commands/matrices.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { writePage } from '../../electron/exchange/review/write-page.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { WHOLE_STUDY } from '../../shared/domain/review-pack.ts';
import { launchBrowser } from '../support/browser.ts';
import { comparedFile } from './agreement-measures.ts';
import { openSession } from './kept-file.ts';
import type { Measure } from './measure.ts';

/** The figures of the issue. */
const [PACK_MS, OPEN_MS, MOST_MB] = [5_000, 1_000, 15];
const MB = 1024 * 1024;
const HEAD = { packId: '00000000-0000-4000-8000-000000000001', sentBy: 'Anne Berger', createdAt: '2026-03-01T10:00:00.000Z' };

function withMatrix(path: string): Session {
  const session = openSession(path);
  const grid = readCodebook(session.project)[0];
  if (!grid) throw new Error('no grid');
  saveMatrix(session, {
    matrixId: null,
    name: 'Catégories × entretiens',
    definition: {
      rows: [{ kind: 'grid', gridId: grid.id, level: null }],
      columns: [{ kind: 'source' }],
      join: { kind: 'overlap' },
      coderIds: null,
      contents: ['counts', 'synthesis'],
      hidesEmpty: false,
    },
  });
  return session;
}

/** From asking for the page to words on the screen and hands on them. */
async function opened(browser: Browser, path: string, hash: string, waitFor: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const start = performance.now();
  await page.goto(`${pathToFileURL(path).href}${hash}`);
  await page.locator(waitFor).first().waitFor();
  const elapsed = performance.now() - start;
  await page.close();
  return elapsed;
}

export function reviewMeasures(cache: string, folder: string): { readonly measures: readonly Measure[]; readonly close: () => Promise<void> } {
  const page = join(folder, 'relecture.html');
  let session: Session | null = null;
  let browser: Browser | null = null;
  const write = async (): Promise<void> => {
    if (!session) {
      const copy = join(folder, 'review.trame');
      const source = openSession(comparedFile(cache));
      source.project.sqlite.prepare('VACUUM INTO ?').run(copy);
      closeProject(source.project);
      session = withMatrix(copy);
    }
    writeFileSync(page, (await writePage(session.project, WHOLE_STUDY, HEAD)).html);
  };
  const show = async (turn: number, hash: string, waitFor: string): Promise<number> => {
    if (!session) await write();
    browser ??= await launchBrowser();
    // the browser's own first page is not the pack's
    if (turn < 0) await opened(browser, page, hash, waitFor);
    return opened(browser, page, hash, waitFor);
  };
  const size = (): string => `${(statSync(page).size / MB).toFixed(1)} MB of ${MOST_MB}`;
  return {
    measures: [
      { id: 'review.pack', what: 'write a review pack of 60 interviews with a matrix of 60 × 60', budget: PACK_MS, runs: 3, run: write, note: size },
      {
        id: 'review.open',
        what: 'open that pack from the disk, to its first page',
        budget: OPEN_MS,
        runs: 5,
        run: (turn) => show(turn, '', 'main h1'),
      },
      {
        id: 'review.open.transcript',
        what: 'open that pack from the disk at a coded interview',
        budget: null,
        runs: 5,
        run: (turn) => show(turn, '#/sources/30', '.turn-words'),
      },
      {
        id: 'review.open.matrix',
        what: 'open that pack from the disk at its matrix',
        budget: null,
        runs: 5,
        run: (turn) => show(turn, '#/matrices/0', '.matrix td'),
      },
    ],
    close: async () => {
      if (session) closeProject(session.project);
      await browser?.close();
    },
  };
}
