// Crash reports: one readable file each in the program's own folder, on this computer only. Writing one never makes things worse.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashWords } from '../shared/domain/crash-report.ts';
import type { Crash } from '../shared/domain/crash-report.ts';

const FOLDER = 'crash-reports';
const KEPT = 20;
/** What breaks with every drawing would fill the folder in a second. */
const LEAST_BETWEEN_MS = 2_000;

/** Where reports go, and which program writes them. */
export interface CrashHome {
  /** The program's own folder. */
  readonly folder: string;
  readonly version: string;
}

const CRASH_FILE = /^trame-[\dTZ-]+\.txt$/u;

let lastAt = 0;

export function crashFolder(settingsFolder: string): string {
  return join(settingsFolder, FOLDER);
}

function reportsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => CRASH_FILE.test(name))
      .sort((a, b) => (a < b ? 1 : -1));
  } catch {
    return [];
  }
}

/** The name of the file that was written; null where none could be, or where one was written a moment ago. */
export function writeCrash({ folder: own, version }: CrashHome, crash: Crash, now = new Date()): string | null {
  if (now.getTime() - lastAt < LEAST_BETWEEN_MS) return null;
  const { electron, chrome, node } = process.versions;
  const versions = [
    `Trame ${version}`,
    ...(electron === undefined ? [] : [`Electron ${electron}`]),
    ...(chrome === undefined ? [] : [`Chromium ${chrome}`]),
    `Node ${node}`,
    `${process.platform} ${process.arch}`,
  ];
  try {
    const folder = crashFolder(own);
    const name = `trame-${now.toISOString().replace(/[:.]/gu, '-')}.txt`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), crashWords(crash, { at: now.toISOString(), versions }), { mode: 0o600 });
    lastAt = now.getTime();
    for (const old of reportsIn(folder).slice(KEPT)) rmSync(join(folder, old), { force: true });
    return name;
  } catch {
    return null;
  }
}

/** The latest report's name; null where there is none. */
export function latestCrash(settingsFolder: string): string | null {
  return reportsIn(crashFolder(settingsFolder))[0] ?? null;
}

/** Empty where it is gone. */
export function readCrash(settingsFolder: string, name: string): string {
  try {
    return CRASH_FILE.test(name) ? readFileSync(join(crashFolder(settingsFolder), name), 'utf8') : '';
  } catch {
    return '';
  }
}

/** From now on what breaks in this process is written before it ends as it always does. */
export function recordCrashes(home: CrashHome, place: Crash['place']): void {
  process.on('uncaughtExceptionMonitor', (error) => void writeCrash(home, { place, during: null, error }));
}
