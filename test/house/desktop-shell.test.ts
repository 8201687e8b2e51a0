// The desktop shell in a real Electron, with a small page and a small core of this test's own: what passes between them, and
// what must not pass.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDisplay } from '../support/display.ts';
import { electronRuntime } from '../support/electron-runtime.ts';
import { aShellHome, aSmallShell, call, callsHeard, startShell } from '../support/small-shell.ts';
import type { RunningShell, SmallShell } from '../support/small-shell.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Trame</title><p>page</p>
<script>globalThis.inlineScriptRan = true</script><script type="module" src="./page.js"></script>`;

const runtime = await electronRuntime();
const executablePath = runtime.executablePath ?? '';

let shell: SmallShell;
let home: string;
let running: ElectronApplication | null = null;

async function start(...args: string[]): Promise<RunningShell> {
  const started = await startShell(executablePath, shell, home, args);
  running = started.electron;
  return started;
}

beforeAll(() => {
  shell = aSmallShell({ 'index.html': PAGE, 'page.js': 'globalThis.ownScriptRan = true;' });
});

beforeEach(() => {
  home = aShellHome();
});

afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(home, { recursive: true, force: true });
});

afterAll(() => shell.remove());

describe.skipIf(runtime.executablePath === null)(`the desktop shell${runtime.reason ? ` (left out: ${runtime.reason})` : ''}`, () => {
  it('passes calls made before the core was ready, bytes included, and its events', async () => {
    const { page } = await start();
    expect(await call(page, 'test.echo', { words: 'l’été 🌍' })).toEqual({ ok: true, value: { words: 'l’été 🌍' } });
    const bytes = await page.evaluate(async () => {
      const { trame } = globalThis as unknown as { trame: { call(channel: string, input: unknown): Promise<{ value: Uint8Array }> } };
      const { value } = await trame.call('test.echo', new Uint8Array([0, 255, 7]));
      return [value.constructor.name, ...value];
    });
    expect(bytes).toEqual(['Uint8Array', 0, 255, 7]);
    const event = await page.evaluate(() => {
      type Bridge = { call(channel: string, input: unknown): Promise<unknown>; onChange(listener: (event: unknown) => void): () => void };
      const { trame } = globalThis as unknown as { trame: Bridge };
      return new Promise((heard) => {
        const stop = trame.onChange((change) => {
          stop();
          heard(change);
        });
        void trame.call('test.event', {});
      });
    });
    expect(event).toEqual({ kind: 'changes', command: 'test', tables: ['coding'] });
  });

  it('tells the core the language and where the settings are, and runs it in a process without Electron', async () => {
    const { page } = await start('--lang=fr');
    expect(await call(page, 'test.environment', {})).toEqual({ ok: true, value: ['fr', join(home, 'settings'), 'no Electron'] });
  });

  it('gives the page a bridge of two functions, and neither Node nor inline scripts', async () => {
    const { page } = await start();
    await page.waitForFunction(() => 'ownScriptRan' in globalThis);
    const seen = await page.evaluate(() => ({
      bridge: Object.keys((globalThis as unknown as { trame: object }).trame).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      inline: 'inlineScriptRan' in globalThis,
    }));
    expect(seen).toEqual({ bridge: ['call', 'onChange'], node: [], inline: false });
  });

  it('keeps the page from naming a file of the disk, and from channels that nobody answers', async () => {
    const { page } = await start();
    const refused = (channel: string) => ({ ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel', data: { channel } } });
    expect(await call(page, 'project.openPath', { path: '/etc/passwd' })).toEqual(refused('project.openPath'));
    expect(await call(page, 'desktop.format', {})).toEqual(refused('desktop.format'));
    await call(page, 'test.echo', 1);
    expect(callsHeard(home)).toEqual(['test.echo 1']);
  });

  it('keeps the page inside: no network, no other file, no other page, no second window, no permission', async () => {
    const { electron, page } = await start();
    const outcomes = await page.evaluate(async () => {
      const outcome = (request: Promise<Response>) =>
        request.then(
          ({ status }) => status,
          () => 'blocked',
        );
      const permission = await navigator.permissions.query({ name: 'geolocation' as PermissionName });
      const opened = globalThis.open('https://example.org/');
      return {
        network: await outcome(fetch('http://127.0.0.1:9/')),
        above: await outcome(fetch('/..%2f..%2fpackage.json')),
        own: await outcome(fetch('/page.js')),
        permission: permission.state,
        opened: opened === null,
      };
    });
    expect(outcomes).toEqual({ network: 'blocked', above: 404, own: 200, permission: 'denied', opened: true });
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    expect(await page.evaluate(() => location.href)).toBe('trame://app/');
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('opens the project named on the command line, and the one chosen in the dialog', async () => {
    const { electron, page } = await start('/corpus/thèse.trame');
    const chosen = '/corpus/pôle 2.trame';
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, chosen);
    expect(await call(page, 'desktop.chooseProject', {})).toEqual({ ok: true, value: { path: chosen } });
    expect(callsHeard(home)).toEqual(['project.openPath {"path":"/corpus/thèse.trame"}', `project.openPath {"path":"${chosen}"}`]);
  });

  it('says when the core has died, and starts another', async () => {
    const { electron, page } = await start();
    await electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = ((options: { message: string }) => {
        Object.assign(globalThis, { shownMessage: options.message });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
    });
    const reloaded = page.waitForEvent('load');
    expect(await call(page, 'test.die', {})).toEqual({ ok: false, failure: { kind: 'fault', code: 'core.lost', data: {} } });
    await reloaded;
    expect(await electron.evaluate(() => (globalThis as unknown as { shownMessage: string }).shownMessage)).toContain('has stopped');
    // the page may still be on its way
    await expect.poll(() => call(page, 'test.echo', 'again').catch(() => null)).toEqual({ ok: true, value: 'again' });
  });

  it('lets the core close the project before it ends, and comes back where it was', async () => {
    const first = await start();
    const bounds = { x: 120, y: 90, width: 1100, height: 700 };
    await first.electron.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), bounds);
    await first.electron.close();
    expect(callsHeard(home).at(-1)).toBe('project.close {}');
    const { electron } = await start();
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
  });

  it('can be asked how long it takes to a painted window', async () => {
    const display = await openDisplay();
    const env = { ...process.env, DISPLAY: display.name, TRAME_NODE: process.execPath, TRAME_HOME: join(home, 'projects') };
    const args = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'settings')}`, shell.app, '--smoke'];
    const { stdout, status } = spawnSync(executablePath, args, { env, encoding: 'utf8', timeout: 20_000 });
    display.close();
    expect((JSON.parse(stdout) as { firstPaintMs: number }).firstPaintMs).toBeGreaterThan(0);
    expect(status).toBe(0);
  });

  it('speaks French in its menu on a French system', async () => {
    const { electron } = await start('--lang=fr');
    const labels = await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(labels).toEqual(['Fichier', 'Édition', 'Affichage', 'Fenêtre', 'Aide']);
  });
});
