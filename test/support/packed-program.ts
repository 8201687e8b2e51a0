// Packs the program as `npm run dist` does, with the Electron of the tests, and starts what came out of it.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { openDisplay } from './display.ts';

const run = promisify(execFile);
const ELECTRON_VERSION = '25.1.1';
const MOST_OUTPUT = 20_000_000;

/** A copy of the Electron of the tests as its publisher gives it: without the app that the tests put into it. */
export function bareElectron(program: string, into: string): string {
  // the folder itself, not a link to it: a copy of a link would still be everybody's
  const folder = realpathSync(dirname(program));
  cpSync(folder, into, { recursive: true, filter: (path) => path !== join(folder, 'resources', 'app') });
  return into;
}

/** Packs the project of this folder; `only`: installers, or `dir` for the program's folder alone. Returns what was said. */
export async function pack(root: string, electron: string, out: string, only: string): Promise<string> {
  const environment = { ...process.env, TRAME_ELECTRON_DIST: electron, TRAME_ELECTRON_VERSION: ELECTRON_VERSION, SOURCE_DATE_EPOCH: '1767225600' };
  const how = only === 'dir' ? ['--dir'] : ['--only', only];
  const { stdout } = await run(process.execPath, [join(root, 'build/packaging/dist.mjs'), '--for-tests', ...how, '--arch', 'x64', '--out', out], {
    cwd: root,
    env: environment,
    maxBuffer: MOST_OUTPUT,
  });
  return stdout;
}

/** Starts a packed program on a virtual display; the core runs in the Node of this project. */
export async function startPacked(program: string, home: string, args: readonly string[] = []): Promise<ElectronApplication> {
  const display = await openDisplay();
  const environment = Object.entries({ ...process.env, DISPLAY: display.name, TRAME_HOME: home, TRAME_NODE: process.execPath, TRAME_LANG: 'fr' });
  const launched = await _electron.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'settings')}`, '--lang=fr', ...args],
    env: Object.fromEntries(environment.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
  launched.once('close', display.close);
  return launched;
}

/** Path → checksum of every file below a folder. */
export function contentOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}
