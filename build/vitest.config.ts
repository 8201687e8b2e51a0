// How the tests run. `*.long.test.ts` are the slow ones (large corpora, killed processes): only `npm run test:long` runs them.
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const LONG = 'test/**/*.long.test.{ts,tsx}';
const isLongRun = process.env.TRAME_LONG === '1';

export default defineConfig({
  root,
  test: {
    include: [isLongRun ? LONG : 'test/**/*.test.{ts,tsx}'],
    exclude: isLongRun ? [] : [LONG],
    globalSetup: [resolve(import.meta.dirname, 'test-folder.ts')],
    // Processes, not threads: a test may change its environment or working folder, and SQLite's binding is native.
    pool: 'forks',
    // A process runs file after file: modules are read once, and a browser started once. The set-up puts back what a file changed.
    isolate: isLongRun,
    setupFiles: [resolve(root, 'test/support/leave-as-found.ts')],
    // Two cores are what everybody has; windows and child processes make the tests wait more than compute.
    maxWorkers: 2,
    // On a machine that others use too a window may be late once; what fails twice is broken, and the report names both.
    retry: process.env.CI === undefined ? 0 : 1,
    // A window under load takes longer than the default second to show what an act did.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: isLongRun ? 600_000 : 60_000,
    hookTimeout: isLongRun ? 600_000 : 90_000,
  },
});
