// The same workbench in a browser on this machine, without Electron: `trame serve`, and what `npm start` falls back to.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MediaFile } from '../shared/contract/media.ts';
import { SHELL_ONLY } from '../shared/contract/shell-only.ts';
import { Refusal } from '../shared/domain/failure.ts';
import type { Language } from '../shared/domain/project.ts';
import { serveText } from '../shared/i18n/serve.ts';
import { recordCrashes } from './crash-file.ts';
import { Desk } from './desk.ts';
import { faultLog } from './fault-log.ts';
import { handlersFor } from './handlers/all.ts';
import { crashHome } from './handlers/crash.ts';
import { dispatch } from './ipc/dispatch.ts';
import { Gate } from './ipc/gate.ts';
import { limit, pageServer } from './ipc/http.ts';
import { serveSocket } from './ipc/socket.ts';
import { mediaFile } from './queries/media.ts';
import type { ProjectKey } from './storage/project-key.ts';

export interface ServeOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** An IP address of this machine; without one this machine alone gets in. */
  readonly address?: string;
  /** A project to open at once; null shows the home screen. */
  readonly project: string | null;
  /** Of that project; without it, a protected one asks for its password in the window. */
  readonly key?: ProjectKey | null;
  readonly language: Language;
}

export interface Serving {
  /** Opens the workbench once; afterwards the browser has its session. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const CHECK_EVERY_MS = 5_000;

function pageFolder(): string {
  const folder = fileURLToPath(new URL('../renderer/', import.meta.url));
  if (!existsSync(`${folder}index.html`)) throw new Error(`the page is not built: ${folder}`);
  return folder;
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });
}

/** A browser has no dialog for folders: there the model's is typed. */
const isForbidden = (channel: string): boolean => SHELL_ONLY.has(channel) && channel !== 'settings.setModel';

function openAtStart(desk: Desk, path: string, key: ProjectKey | null): void {
  try {
    desk.open(path, key);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'project.encrypted')) throw error;
  }
}

export async function serve(options: ServeOptions): Promise<Serving> {
  const folder = pageFolder();
  const desk = new Desk();
  if (options.project !== null) openAtStart(desk, options.project, options.key ?? null);
  const handlers = handlersFor(desk);
  const onFault = faultLog(desk);
  recordCrashes(crashHome(), 'core');
  // who is slow is looked for this often
  const server = createServer({ connectionsCheckingInterval: CHECK_EVERY_MS });
  limit(server);
  const address = options.address ?? LOOPBACK;
  let port: number;
  try {
    port = await listen(server, options.port, address);
  } catch (error) {
    desk.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new Refusal('serve.portTaken', { port: options.port });
    if (code === 'EADDRNOTAVAIL') throw new Refusal('serve.notOurAddress', { address });
    throw error;
  }
  const gate = new Gate(port, address);
  const mediaByHash = (sha256: string): MediaFile | null => (desk.isOpen() ? mediaFile(desk.project(), sha256) : null);
  server.on('request', pageServer(gate, folder, serveText[options.language], mediaByHash));
  const hangUp = serveSocket(server, gate, {
    call: (channel, input) => dispatch(handlers, isForbidden(channel) ? `refused ${channel}` : channel, input, onFault),
    onEvent: (listener) => desk.onEvent(listener),
  });
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}/?token=${gate.token}`,
    stop: async () => {
      hangUp();
      desk.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
