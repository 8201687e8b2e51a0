// The built workbench served to a browser, as `npm run serve` does it, with projects and settings in a folder of the test's own.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = resolve(import.meta.dirname, '../../dist/core/serve.mjs');
const START_TIMEOUT_MS = 20_000;

export interface Served {
  /** The address with its one-time token. */
  readonly url: string;
  /** Where the projects are. */
  readonly home: string;
  /** Ends the server as a closed terminal does; removes the folder, unless the test brought it. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface ServeOptions {
  /** A folder to keep between two starts; else a new one. */
  readonly home?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function serveWorkbench({ home, args = [], env = {} }: ServeOptions = {}): Promise<Served> {
  if (!existsSync(SCRIPT)) throw new Error('dist/ is not built: run `npm run build` first.');
  const folder = home ?? mkdtempSync(join(tmpdir(), 'trame-serve-'));
  const environment = { ...process.env, TRAME_HOME: folder, TRAME_SETTINGS: join(folder, '.settings'), ...env };
  const server = spawn(process.execPath, [SCRIPT, '--json', '--port', '0', ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await announcedUrl(server);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((done) => server.once('exit', done));
    if (server.exitCode === null && server.signalCode === null && server.kill(signal)) await ended;
  };
  return {
    url,
    home: folder,
    stop: async () => {
      await end('SIGTERM');
      if (home === undefined) rmSync(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

/** The server's first line on stdout is `{"url": "http://127.0.0.1:…/?token=…"}`. */
function announcedUrl(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
    });
    const give = (reason: string) => fail(new Error(`${reason}\n${said}`));
    const timeout = setTimeout(() => give('serve did not announce its address'), START_TIMEOUT_MS);
    server.once('exit', (code) => give(`serve ended with code ${code}`));
    if (server.stdout === null) return;
    createInterface({ input: server.stdout }).once('line', (line) => {
      clearTimeout(timeout);
      done((JSON.parse(line) as { url: string }).url);
    });
  });
}
