// `npm test`: everything from nothing. Packages, program, system packages, then the checks that read the code and the tests
// that run it. Arguments go to vitest (`npm test -- test/shared`); `--long` runs the slow tests instead.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runChecks } from './checks.mjs';
import { inForeground, pinnedNode } from './processes.mjs';
import { prepare, ROOT } from './setup.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const REPORT = join(ROOT, '.cache/vitest.json');

await prepare(['core', 'shell', 'renderer']);
await ensureSystemPackages();
const args = process.argv.slice(2);
const isLong = args.includes('--long');
const redChecks = isLong ? 0 : await runChecks(['lint', 'format', 'types']);
const tests = await runTests(args.filter((arg) => arg !== '--long'));
// A red check counts as one failure, so that the last line never says "0 failed" of a run that failed.
const failed = redChecks + tests.failed;
process.stdout.write(`${tests.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {readonly string[]} filters */
async function runTests(filters) {
  mkdirSync(dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(ROOT, 'build/vitest.config.ts')];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const environment = { ...process.env, TRAME_LONG: isLong ? '1' : '0' };
  const code = await inForeground(pinnedNode(ROOT), [...vitest, ...reporters, ...filters], { cwd: ROOT, env: environment });
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  // A file that could not even be loaded has no test to count, and vitest may fail for an error outside any test.
  const unloaded = report.testResults.filter(isUnloaded).length;
  const counted = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: code !== 0 && counted === 0 ? 1 : counted };
}

/** @param {{ status: string, assertionResults: unknown[] }} file */
function isUnloaded(file) {
  return file.status === 'failed' && file.assertionResults.length === 0;
}
