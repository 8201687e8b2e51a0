// The built desktop shell in a real Electron, around a small page and a small core of a test's own.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { launchElectron } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Answers like the real core, and leaves traces of what it was told. */
const CORE = `
import { appendFileSync } from 'node:fs';
const reply = (id, value) => process.send({ kind: 'reply', id, reply: { ok: true, value } });
process.on('message', ({ id, channel, input }) => {
  appendFileSync(process.env.TRAME_HOME + '/calls.txt', channel + ' ' + JSON.stringify(input) + '\\n');
  if (channel === 'test.die') process.exit(1);
  if (channel === 'test.event') process.send({ kind: 'event', event: { kind: 'changes', command: 'test', tables: ['coding'] } });
  if (channel === 'test.environment') return reply(id, [process.env.TRAME_LANG, process.env.TRAME_SETTINGS, process.versions.electron ?? 'no Electron']);
  reply(id, input);
});
setTimeout(() => process.send({ kind: 'ready' }), 200);
`;

export interface SmallShell {
  /** The folder with the program. */
  readonly app: string;
  readonly remove: () => void;
}

/** `files` are the page's, by name. */
export function aSmallShell(files: Readonly<Record<string, string>>): SmallShell {
  if (!existsSync(join(ROOT, 'dist/electron/main.cjs'))) throw new Error('dist/ is not built: run `npm run build` first.');
  const app = mkdtempSync(join(tmpdir(), 'trame-shell-'));
  cpSync(join(ROOT, 'dist/electron'), join(app, 'dist/electron'), { recursive: true });
  mkdirSync(join(app, 'dist/core'));
  mkdirSync(join(app, 'dist/renderer'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'trame', version: '0.0.0', main: 'dist/electron/main.cjs' }));
  writeFileSync(join(app, 'dist/core/workbench.mjs'), CORE);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(app, 'dist/renderer', name), text);
  return { app, remove: () => rmSync(app, { recursive: true, force: true }) };
}

export interface RunningShell {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** `home` holds the settings, and projects/ with what the core heard. */
export async function startShell(executablePath: string, shell: SmallShell, home: string, args: readonly string[] = []): Promise<RunningShell> {
  const electron = await launchElectron(executablePath, { app: shell.app, home, args });
  return { electron, page: await electron.firstWindow() };
}

export function aShellHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'trame-home-'));
  mkdirSync(join(home, 'projects'));
  return home;
}

/** What reached the core. */
export const callsHeard = (home: string): string[] => {
  const file = join(home, 'projects/calls.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

/** Runs in the page; the bridge is what the preload script put there. */
export function call(page: Page, channel: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, given]) => {
      const { trame } = globalThis as unknown as { trame: { call(channel: unknown, input: unknown): Promise<unknown> } };
      return trame.call(name, given);
    },
    [channel, input],
  );
}
