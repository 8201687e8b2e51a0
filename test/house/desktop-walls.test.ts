// What the page of the desktop program cannot do, tried in a real Electron by a page that tries (docs/security.md names these tests).
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { electronRuntime } from '../support/electron-runtime.ts';
import { aShellHome, aSmallShell, callsHeard, startShell } from '../support/small-shell.ts';
import type { RunningShell, SmallShell } from '../support/small-shell.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Trame</title><p id="styled" style="color: rgb(1, 2, 3)" onclick="globalThis.handlerRan = true">page</p>
<style>p { margin-left: 77px }</style><script>globalThis.inlineScriptRan = true</script>
<script src="https://example.org/remote.js"></script><script type="module" src="./page.js"></script>`;
/** Tries itself what a debugger may do all the same. */
const OWN_SCRIPT = `const tried = (act) => { try { return String(act()); } catch (error) { return error.constructor.name; } };
globalThis.made = { eval: tried(() => (0, eval)('1')), Function: tried(() => new Function('return 1')()) };
globalThis.ownScriptRan = true;`;
const SECRET = 'what no page may read';

const runtime = await electronRuntime();

describe.skipIf(runtime.executablePath === null)(`the desktop program’s page${runtime.reason ? ` (left out: ${runtime.reason})` : ''}`, () => {
  let shell: SmallShell;
  let home: string;
  let desktop: RunningShell;
  /** Whoever answers here was called. */
  const outside = createServer((socket) => socket.destroy());
  let outsidePort: number;
  let outsideCalls = 0;

  beforeAll(async () => {
    outside.on('connection', () => (outsideCalls += 1));
    outsidePort = await new Promise((resolve) => outside.listen(0, '127.0.0.1', () => resolve((outside.address() as AddressInfo).port)));
    shell = aSmallShell({ 'index.html': PAGE, 'page.js': OWN_SCRIPT, 'notes.trame': SECRET, 'page.js.map': SECRET });
    writeFileSync(join(shell.app, 'dist/secret.html'), SECRET);
    mkdirSync(join(shell.app, 'dist/renderer-secret'));
    writeFileSync(join(shell.app, 'dist/renderer-secret/secret.html'), SECRET);
    symlinkSync(join(shell.app, 'dist/secret.html'), join(shell.app, 'dist/renderer/link.html'));
    home = aShellHome();
    const netLog = [`--log-net-log=${join(home, 'net.json')}`];
    desktop = await startShell(runtime.executablePath ?? '', shell, home, netLog);
    await vi.waitUntil(() => desktop.page.evaluate(() => 'ownScriptRan' in globalThis), { timeout: 20_000 });
  });

  afterAll(() => {
    outside.close();
    shell?.remove();
    rmSync(home, { recursive: true, force: true });
  });

  it('runs in a sandbox, in a world of its own, without Node anywhere', async () => {
    const { electron, page } = desktop;
    const preferences = await electron.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect((preferences as { enableBlinkFeatures?: string }).enableBlinkFeatures ?? '').toBe('');
    const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];
    expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
    expect(await electron.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(true); // this test's own, for a container
    expect(readFileSync(join(shell.app, 'dist/electron/main.cjs'), 'utf8')).not.toMatch(
      /appendSwitch\("(?:no-sandbox|disable-web-security|ignore-certificate)/u,
    );
  });

  it('runs nothing that is written into it: no script, no handler, no style, no code from text', async () => {
    const seen = await desktop.page.evaluate(() => {
      const tried = (act: () => unknown): string => {
        try {
          return String(act());
        } catch (error) {
          return (error as Error).constructor.name;
        }
      };
      (document.querySelector('#styled') as HTMLElement).click();
      const script = document.createElement('script');
      const host = document.createElement('div');
      const { made } = globalThis as never as { made: object };
      const text = tried(() => (script.text = 'globalThis.madeScriptRan = true'));
      const html = tried(() => (host.innerHTML = '<img src=x onerror="globalThis.imageRan = true">'));
      const source = tried(() => (script.src = 'data:text/javascript,globalThis.dataScriptRan = true'));
      const policy = tried(() =>
        (globalThis as never as { trustedTypes: { createPolicy(name: string, rules: object): object } }).trustedTypes.createPolicy('mine', {}),
      );
      const { color, marginLeft } = getComputedStyle(document.querySelector('#styled') as Element);
      const ran = ['inlineScriptRan', 'handlerRan', 'madeScriptRan', 'imageRan', 'dataScriptRan'].filter((name) => name in globalThis);
      return { made, text, html, source, policy, style: [color, marginLeft], ran };
    });
    expect(seen).toEqual({
      made: { eval: 'EvalError', Function: 'EvalError' },
      text: 'TypeError',
      html: 'TypeError',
      source: 'TypeError',
      policy: 'TypeError',
      style: ['rgb(0, 0, 0)', '0px'],
      ran: [],
    });
  });

  it('is served its own files and nothing else of the disk', async () => {
    const answers = await desktop.page.evaluate(async (paths) => {
      const answer = async (path: string, method = 'GET') => {
        const response = await fetch(path, { method }).catch(() => null);
        return response === null ? 'blocked' : response.status === 200 ? await response.text() : String(response.status);
      };
      const each: Record<string, string> = {};
      for (const path of paths) each[path] = await answer(path);
      return { each, post: await answer('/page.js', 'POST') };
    }, TRIED);
    for (const path of TRIED) expect([path, answers.each[path]]).toEqual([path, expect.stringMatching(/^(?:404|blocked)$/u)]);
    expect(answers.post).toMatch(/404|blocked/u);
    const headers = await desktop.page.evaluate(async () => Object.fromEntries((await fetch('/page.js')).headers));
    expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^']+'; /u);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/u);
  });

  it('stays where it is, alone: no other page, no frame, no guest, no second window', async () => {
    const { electron, page } = desktop;
    const asked = await standIn(electron);
    for (const to of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'data:text/html,<p>x',
      'trame://open/index.html',
      'javascript:globalThis.jsRan=1',
    ]) {
      await page.evaluate((address) => {
        const link = Object.assign(document.createElement('a'), { href: address, target: '_top' });
        document.body.append(link);
        link.click();
        const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
        document.body.append(form);
        form.submit();
        for (const tag of ['iframe', 'webview', 'object', 'embed']) {
          const guest = document.createElement(tag);
          try {
            guest.setAttribute(tag === 'object' ? 'data' : 'src', address);
          } catch {
            // what would run a program does not even take the address
          }
          document.body.append(guest);
        }
        location.href = address;
      }, to);
    }
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => [location.href, 'jsRan' in globalThis, 'ownScriptRan' in globalThis])).toEqual(['trame://app/', false, true]);
    expect(
      await electron.evaluate(({ BrowserWindow, webContents }) => [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().length]),
    ).toEqual([1, 1]);
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => !/^(?:trame:\/\/app\/|about:blank|chrome-error:.*|)$/u.test(url)),
    ).toEqual([]);
    expect((await asked()).opened).toEqual([]);
  });

  it('hands over to the system what is a secure or an e-mail address, after the person said yes; nothing else', async () => {
    const { electron, page } = desktop;
    const asked = await standIn(electron);
    const open = async (address: string, yes: boolean) => {
      await electron.evaluate((_, answer) => Object.assign(globalThis, { answer }), yes ? 0 : 1);
      expect(await page.evaluate((to) => globalThis.open(to, '_blank', 'noopener') === null, address)).toBe(true);
      await expect.poll(async () => (await asked()).isIdle).toBe(true);
    };
    await open('https://example.org/a?b=c#d', false);
    expect((await asked()).opened).toEqual([]);
    await open('https://example.org/a?b=c#d', true);
    await open('mailto:anne@example.org', true);
    for (const no of [
      'http://example.org/',
      'file:///etc/passwd',
      'smb://host/share',
      'ms-msdt:/id',
      'https://anne:secret@example.org/',
      'trame://app/',
      'data:text/html,x',
    ])
      await open(no, true);
    const { opened, messages } = await asked();
    expect(opened).toEqual(['https://example.org/a?b=c#d', 'mailto:anne@example.org']);
    expect(messages.slice(0, 3).map(({ detail }) => detail)).toEqual([
      'https://example.org/a?b=c#d',
      'https://example.org/a?b=c#d',
      'mailto:anne@example.org',
    ]);
    expect(messages.slice(3).every(({ message }) => message === 'Trame does not open this address.')).toBe(true);
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('has no permission and no device, but may copy', async () => {
    const { page } = desktop;
    const seen = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'screen-wake-lock',
        'accelerometer',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'none',
          ),
        ),
      );
      const refused = (act: () => unknown): Promise<string> =>
        Promise.resolve()
          .then(act)
          .then(
            () => 'given',
            (error: Error) => error.name,
          );
      const more = navigator as unknown as Record<
        'usb' | 'hid' | 'serial',
        { getDevices?(): Promise<unknown[]>; getPorts?(): Promise<unknown[]> } | undefined
      >;
      return {
        granted: names.filter((_, at) => states[at] === 'granted'),
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        paste: await refused(() => navigator.clipboard.readText()),
        notification: await Notification.requestPermission(),
        usb: await refused(() => more.usb?.getDevices?.().then((all) => all.length > 0 || Promise.reject(new Error()))),
        serial: await refused(() => more.serial?.getPorts?.().then((all) => all.length > 0 || Promise.reject(new Error()))),
        copy: (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
      };
    });
    expect(seen).toMatchObject({ granted: [], notification: 'denied', copy: 'granted' });
    for (const refusal of [seen.camera, seen.screen, seen.paste, seen.usb, seen.serial]) expect(refusal).not.toBe('given');
  });

  it('is answered only where it is the window’s own page: no frame, no other page, whatever preload it has', async () => {
    const { electron } = desktop;
    const before = callsHeard(home).length;
    const replies = await electron.evaluate(
      async ({ BrowserWindow }, preload) => {
        const ask = "trame.call('test.echo', 1)";
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true } });
        await other.loadURL('data:text/html,<p>another page</p>');
        const fromElsewhere: unknown = await other.webContents.executeJavaScript(ask);
        await other.loadURL('trame://app/');
        const fromPage: unknown = await other.webContents.executeJavaScript(ask);
        await other.loadURL('data:text/html,<iframe srcdoc="<p>a frame</p>"></iframe>');
        const fromFrame: unknown = await other.webContents.mainFrame.frames[0]?.executeJavaScript(ask);
        other.destroy();
        return { fromElsewhere, fromPage, fromFrame };
      },
      join(shell.app, 'dist/electron/preload.cjs'),
    );
    const refused = { ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel', data: { channel: 'test.echo' } } };
    expect(replies.fromElsewhere).toEqual(refused);
    expect(replies.fromPage).toEqual({ ok: true, value: 1 });
    expect(replies.fromFrame).toEqual(refused);
    expect(callsHeard(home)).toHaveLength(before + 1);
  });

  it('reaches no network, by any of a page’s ways', async () => {
    const { page } = desktop;
    const outcomes = await page.evaluate(async (port) => {
      const at = `127.0.0.1:${port}`;
      const failed = (act: (done: (what: string) => void) => void): Promise<string> =>
        new Promise((done) => {
          setTimeout(() => done('nothing'), 1_500);
          try {
            act(done);
          } catch (error) {
            done((error as Error).name);
          }
        });
      navigator.sendBeacon(`http://${at}/`, 'x');
      for (const rel of ['prefetch', 'preload', 'dns-prefetch', 'preconnect', 'stylesheet', 'icon', 'manifest'])
        document.head.append(Object.assign(document.createElement('link'), { rel, href: `http://${at}/x.css`, as: 'style' }));
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${at}` }] });
      connection.createDataChannel('x');
      const candidates: string[] = [];
      connection.onicecandidate = ({ candidate }) => candidate && candidates.push(candidate.candidate);
      await connection.setLocalDescription(await connection.createOffer());
      const outcome = {
        fetch: await fetch(`http://${at}/`, { mode: 'no-cors' }).then(
          () => 'reached',
          (error: Error) => error.name,
        ),
        image: await failed((done) =>
          Object.assign(new Image(), { onload: () => done('reached'), onerror: () => done('error'), src: `http://${at}/x.png` }),
        ),
        socket: await failed((done) => Object.assign(new WebSocket(`ws://${at}/`), { onopen: () => done('reached'), onerror: () => done('error') })),
        events: await failed((done) =>
          Object.assign(new EventSource(`http://${at}/`), { onopen: () => done('reached'), onerror: () => done('error') }),
        ),
        worker: await failed((done) =>
          Object.assign(new Worker(`http://${at}/x.js` as never), { onmessage: () => done('reached'), onerror: () => done('error') }),
        ),
      };
      await new Promise((wait) => setTimeout(wait, 300));
      connection.close();
      return { ...outcome, candidates };
    }, outsidePort);
    expect(outcomes).toMatchObject({ fetch: 'TypeError', image: 'error', candidates: [] });
    for (const outcome of Object.values(outcomes)) expect(outcome).not.toBe('reached');
    expect(outsideCalls).toBe(0);
  });

  it('and neither does Chromium for itself: its own log of the network names no socket, no host looked up, no address outside', async () => {
    await desktop.electron.close();
    const { constants, events } = JSON.parse(readFileSync(join(home, 'net.json'), 'utf8')) as NetLog;
    const typeOf = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
    const types = new Set(events.map(({ type }) => typeOf[type] ?? ''));
    expect(types.size).toBeGreaterThan(0);
    const spoke = [...types].filter((type) =>
      /^(?:TCP_CONNECT|TCP_CONNECT_ATTEMPT|UDP_CONNECT|UDP_BYTES_SENT|SOCKET_BYTES_SENT|HOST_RESOLVER_(?:DNS_TASK|SYSTEM_TASK|MANAGER_JOB)|DNS_TRANSACTION|SSL_CONNECT)$/u.test(
        type,
      ),
    );
    expect(spoke).toEqual([]);
    expect(outsideCalls).toBe(0);
  });
});

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number }[];
}

/** Ways out of the page's folder, and into what lies in it and is no page. */
const TRIED = [
  '/..%2fsecret.html',
  '/%2e%2e/secret.html',
  '/%2e%2e%2fsecret.html',
  '/..%5csecret.html',
  '/%252e%252e%252fsecret.html',
  '/..%2frenderer-secret%2fsecret.html',
  '/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/..%2f..%2fpackage.json',
  '/..%2felectron%2fpreload.cjs',
  '/notes.trame',
  '/page.js.map',
  '/%00',
  '/page.js%00.html',
  '/%E9.html',
  'trame://open/page.js',
  'trame://app.example/page.js',
  'file:///etc/passwd',
  `/media/${'a'.repeat(64)}/../../secret.html`,
];

interface Asked {
  readonly opened: readonly string[];
  readonly messages: readonly { readonly message: string; readonly detail: string }[];
  readonly isIdle: boolean;
}

/** Answers for the person and for the system; says what they were asked. */
async function standIn(electron: RunningShell['electron']): Promise<() => Promise<Asked>> {
  await electron.evaluate(({ dialog, shell: system, clipboard }) => {
    const kept = { opened: [] as string[], messages: [] as object[], isIdle: true };
    Object.assign(globalThis, { kept, answer: 1 });
    dialog.showMessageBox = ((options: { message: string; detail: string }) => {
      kept.messages.push({ message: options.message, detail: options.detail });
      return Promise.resolve({ response: (globalThis as unknown as { answer: number }).answer, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    system.openExternal = (url) => {
      kept.opened.push(url);
      return Promise.resolve();
    };
    Object.assign(clipboard, { writeText: () => undefined });
  });
  return () => electron.evaluate(() => (globalThis as unknown as { kept: Asked }).kept);
}
