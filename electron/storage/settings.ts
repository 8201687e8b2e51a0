// What belongs to this installation and not to a study: the name of its copies, the projects opened lately, who acts in which, the keys and the
// model of language chosen.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chosenKeysIn } from '../../shared/domain/key-chord.ts';
import type { ChosenKeys } from '../../shared/domain/key-chord.ts';
import { LOCK_AFTER_MINUTES } from '../../shared/domain/protection.ts';
import type { LockAfter } from '../../shared/domain/protection.ts';

export interface Settings {
  /** UUID that names this installation in the logs of projects. */
  readonly origin: string;
  /** Paths, the latest first. */
  readonly recentProjects: readonly string[];
  /** Project id → id of the coder who acted last. */
  readonly actingCoders: Readonly<Record<string, string>>;
  /** Only where they are not the ones that an action has of itself. */
  readonly keys?: ChosenKeys;
  /** Where the user's model of language lies. */
  readonly modelFolder?: string;
  /** Until a protected project locks itself; null: never. Only where the user chose. */
  readonly lockAfterMinutes?: LockAfter;
}

const RECENT_KEPT = 20;

export function settingsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.TRAME_SETTINGS) return environment.TRAME_SETTINGS;
  if (process.platform === 'win32') return join(environment.APPDATA ?? homedir(), 'Trame');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Trame');
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'trame');
}

/** Where new projects go unless another place is chosen. */
export function projectsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.TRAME_HOME ?? join(homedir(), 'Trame');
}

function settingsPath(): string {
  return join(settingsFolder(), 'settings.json');
}

/** A settings file that cannot be read is as good as none: nothing of a study is in it. */
export function readSettings(): Settings {
  const empty: Settings = { origin: randomUUID(), recentProjects: [], actingCoders: {} };
  if (!existsSync(settingsPath())) return empty;
  try {
    const stored = JSON.parse(readFileSync(settingsPath(), 'utf8')) as Partial<Settings>;
    return {
      origin: typeof stored.origin === 'string' ? stored.origin : empty.origin,
      recentProjects: Array.isArray(stored.recentProjects) ? stored.recentProjects.filter((path) => typeof path === 'string') : [],
      actingCoders: typeof stored.actingCoders === 'object' ? { ...stored.actingCoders } : {},
      ...(stored.keys === undefined ? {} : { keys: chosenKeysIn(stored.keys) }),
      ...(typeof stored.modelFolder === 'string' ? { modelFolder: stored.modelFolder } : {}),
      ...(LOCK_AFTER_MINUTES.some((minutes) => minutes === stored.lockAfterMinutes) ? { lockAfterMinutes: stored.lockAfterMinutes } : {}),
    };
  } catch {
    return empty;
  }
}

/** Written whole and moved into place. Where the folder cannot be written the program works on, only without memory. */
export function writeSettings(settings: Settings): void {
  const unfinished = `${settingsPath()}.${process.pid}.new`;
  try {
    mkdirSync(settingsFolder(), { recursive: true });
    writeFileSync(unfinished, JSON.stringify({ ...settings, recentProjects: settings.recentProjects.slice(0, RECENT_KEPT) }, null, 1));
    renameSync(unfinished, settingsPath());
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
  }
}

/** This installation's name in logs, the same at every start. */
export function installationOrigin(): string {
  const settings = readSettings();
  if (!existsSync(settingsPath())) writeSettings(settings);
  return settings.origin;
}
