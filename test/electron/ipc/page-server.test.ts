// The page's own folder, with secrets laid around it: its files are served whole, nothing beside them, whatever the path says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { Gate } from '../../../electron/ipc/gate.ts';
import { pageServer } from '../../../electron/ipc/http.ts';
import { serveSocket } from '../../../electron/ipc/socket.ts';
import type { CoreEvent } from '../../../shared/contract/contract.ts';
import { serveText } from '../../../shared/i18n/serve.ts';
import { cookieOf } from '../../support/http.ts';
import { aFolder } from '../../support/project.ts';

const SECRET = 'what no browser may read';
const listeners = new Set<(event: CoreEvent) => void>();
let port: number;
let cookie: string;

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly body: string;
}

/** The path goes out exactly as it is written here. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers: { cookie }, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      const { 'content-type': type, 'content-length': length } = response.headers;
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type, length, body }));
    });
    call.on('error', reject).end();
  });
}

beforeEach(async () => {
  const around = aFolder();
  for (const name of ['page', 'page/assets', 'page-secret']) mkdirSync(join(around, name));
  writeFileSync(join(around, 'page/index.html'), '<p>Trame</p>');
  writeFileSync(join(around, 'page/assets/été 1.js'), 'export {};');
  for (const place of ['page/notes.trame', 'secret.html', 'page-secret/secret.html']) writeFileSync(join(around, place), SECRET);
  const server = createServer();
  port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
  const gate = new Gate(port);
  cookie = cookieOf(gate);
  server.on(
    'request',
    pageServer(gate, join(around, 'page/'), serveText.fr, () => null),
  );
  const hangUp = serveSocket(server, gate, {
    call: (_channel, input) => Promise.resolve({ ok: true, value: input }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  onTestFinished(async () => {
    hangUp();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the page’s folder', () => {
  it('is served, accents and all', async () => {
    expect(await ask('/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', length: '12', body: '<p>Trame</p>' });
    expect(await ask('/', 'HEAD')).toEqual({ status: 200, type: 'text/html; charset=utf-8', length: '12', body: '' });
    expect(await ask('/assets/%C3%A9t%C3%A9%201.js')).toMatchObject({ status: 200, body: 'export {};' });
  });

  it.each(['/rien.html', '/assets', '/assets/', '/notes.trame', '/%00.html', '/index.html%00.js', '/index.html/'])(
    'holds no page at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, body: 'Not found' });
    },
  );

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '/%252e%252e%252fsecret.html',
    '/assets%2f..%2f..%2fsecret.html',
    '/../page-secret/secret.html',
    '/..%2fpage-secret%2fsecret.html',
    '//../secret.html',
    '/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd.html',
  ])('is not left by %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'Not found' });
  });

  it.each(['/%', '/%E9.html', '/%c0%ae%c0%ae/secret.html'])('is not asked for in bytes that are no text: %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400, body: 'Bad request' });
  });
});

it('a page that is closed is told of nothing more', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { cookie, origin: `http://127.0.0.1:${port}` } });
  await new Promise((resolve) => socket.once('open', resolve));
  const told = new Promise((resolve) => socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString()))));
  for (const listener of listeners) listener({ kind: 'project', projectId: null });
  expect(await told).toEqual({ kind: 'event', event: { kind: 'project', projectId: null } });
  socket.close();
  await expect.poll(() => listeners.size).toBe(0);
});
