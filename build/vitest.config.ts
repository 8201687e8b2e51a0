// How the tests run. `*.long.test.ts` are the slow ones (large corpora, killed processes): only `npm run test:long` runs them.
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const isLongRun = process.env.TRAME_LONG === '1';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: [isLongRun ? 'test/**/*.long.test.{ts,tsx}' : 'test/**/*.test.{ts,tsx}'],
    exclude: isLongRun ? [] : ['test/**/*.long.test.{ts,tsx}'],
    globalSetup: [resolve(import.meta.dirname, 'test-folder.ts')],
    // Processes, not threads: a test may change its environment or working folder, and SQLite's binding is native.
    pool: 'forks',
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
