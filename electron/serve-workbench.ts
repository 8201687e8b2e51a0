// The same workbench in a browser on this machine, without Electron: `trame serve`, and what `npm start` falls back to.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../shared/domain/failure.ts';
import type { Language } from '../shared/domain/project.ts';
import { serveText } from '../shared/i18n/serve.ts';
import { Desk } from './desk.ts';
import { handlersFor } from './handlers/all.ts';
import { dispatch } from './ipc/dispatch.ts';
import { Gate, pageServer } from './ipc/http.ts';
import { serveSocket } from './ipc/socket.ts';
import { mediaFile } from './queries/media.ts';

export interface ServeOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** A project to open at once; null shows the home screen. */
  readonly project: string | null;
  readonly language: Language;
}

export interface Serving {
  /** Opens the workbench once; afterwards the browser has its session. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';

function pageFolder(): string {
  const folder = fileURLToPath(new URL('../renderer/', import.meta.url));
  if (!existsSync(`${folder}index.html`)) throw new Error(`the page is not built: ${folder}`);
  return folder;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Channels that belong to the desktop shell alone. */
const SHELL_ONLY: ReadonlySet<string> = new Set(['project.openPath', 'merge.openPath', 'media.path', 'print.writePack']);

export async function serve(options: ServeOptions): Promise<Serving> {
  const folder = pageFolder();
  const desk = new Desk();
  if (options.project !== null) desk.open(options.project);
  const handlers = handlersFor(desk);
  const server = createServer();
  let port: number;
  try {
    port = await listen(server, options.port);
  } catch (error) {
    desk.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Refusal('serve.portTaken', { port: options.port });
    throw error;
  }
  const gate = new Gate(port);
  server.on(
    'request',
    pageServer(gate, folder, serveText[options.language].needsToken, (sha256) => (desk.isOpen() ? mediaFile(desk.project(), sha256) : null)),
  );
  const hangUp = serveSocket(server, gate, {
    call: (channel, input) =>
      dispatch(handlers, SHELL_ONLY.has(channel) ? `refused ${channel}` : channel, input, (name, error) => console.error(name, error)),
    onEvent: (listener) => desk.onEvent(listener),
  });
  return {
    url: `http://${LOOPBACK}:${port}/?token=${gate.token}`,
    stop: async () => {
      hangUp();
      desk.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
