// What a day at the desk begins with: the program started, a large project opened, and what both processes take of the memory. In a real
// Electron, from the start of its process.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { electronRuntime, launchElectron } from '../support/electron-runtime.ts';
import type { Measure } from './measure.ts';

const ITEMS = {
  start: { id: 'program.start', what: 'start the program, to a home screen that can be used', budget: 2_000 },
  open: { id: 'project.open.window', what: 'open the project from the home screen, to the painted corpus', budget: 1_500 },
  memory: { id: 'program.memory', what: 'memory of window and core (MB) with the project open and an interview read', budget: 500 },
} as const;

type Item = Pick<Measure, 'id' | 'what' | 'budget'>;
const ROW = '.frame-screen [role="row"]';
const PAGE_BYTES = 4_096;
const MB = 1024 * 1024;

export type StartBench =
  | { readonly measures: readonly Measure[]; readonly close: () => Promise<void> }
  | { readonly items: readonly Item[]; readonly why: string };

/** `corpus`: a project of the size that is measured. */
export async function startMeasures(corpus: string, folder: string): Promise<StartBench> {
  const { executablePath, reason } = await electronRuntime();
  if (executablePath === null) return { items: Object.values(ITEMS), why: reason };
  const home = join(folder, 'start');
  const empty = join(folder, 'start-empty');
  mkdirSync(join(home, 'projects'), { recursive: true });
  copyFileSync(corpus, join(home, 'projects/bench.trame'));
  let open: { app: ElectronApplication; page: Page } | null = null;

  const launch = async (where: string) => {
    const app = await launchElectron(executablePath, { home: where, env: { TRAME_LANG: 'fr' }, args: ['--lang=fr'] });
    const page = await app.firstWindow();
    await page.locator('.home-body').waitFor();
    return { app, page };
  };
  const start = async (): Promise<number> => {
    const begun = performance.now();
    const { app } = await launch(empty);
    const elapsed = performance.now() - begun;
    await app.close();
    return elapsed;
  };
  const openProject = async (): Promise<number> => {
    await open?.app.close();
    open = await launch(home);
    const line = open.page.getByRole('button', { name: /^Ouvrir « / });
    await line.waitFor();
    const begun = performance.now();
    await line.click();
    await open.page.locator(ROW).first().waitFor();
    return performance.now() - begun;
  };
  const memory = async (): Promise<number> => {
    if (open === null) await openProject();
    if (open === null) return 0;
    await open.page.evaluate(() => (location.hash = '#/coding'));
    await open.page.waitForTimeout(3_000);
    return (await residentBytes(open.app)) / MB;
  };
  return {
    measures: [
      { ...ITEMS.start, runs: 5, run: start },
      { ...ITEMS.open, runs: 3, run: openProject },
      { ...ITEMS.memory, runs: 3, run: memory },
    ],
    close: async () => open?.app.close(),
  };
}

/** The window's process and the core's; not Electron's own, which every such program has. */
async function residentBytes(app: ElectronApplication): Promise<number> {
  const [main, windows] = await app.evaluate(
    ({ app: electron }) =>
      [
        process.pid,
        electron
          .getAppMetrics()
          .filter(({ type }) => type === 'Tab')
          .map(({ pid }) => pid),
      ] as const,
  );
  const core = childrenOf(main).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workbench.mjs'));
  return [...windows, ...core].reduce((sum, pid) => sum + residentOf(pid), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

function residentOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
}
