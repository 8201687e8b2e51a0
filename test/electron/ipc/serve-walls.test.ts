// What keeps others out of a workbench that is served: each wall by itself, over real HTTP (docs/security.md names these tests).
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Gate } from '../../../electron/ipc/gate.ts';
import { limit } from '../../../electron/ipc/http.ts';
import { serve } from '../../../electron/serve-workbench.ts';
import type { Serving } from '../../../electron/serve-workbench.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { misused } from '../../support/command-line.ts';
import { aCore } from '../../support/core.ts';
import { ask, sendBytes, sessionOf } from '../../support/http.ts';
import { aFolder } from '../../support/project.ts';

let serving: Serving;
let port: number;
let token: string;

beforeEach(async () => {
  aCore();
  serving = await serve({ port: 0, project: null, language: 'fr' });
  const url = new URL(serving.url);
  port = Number(url.port);
  token = `${url.pathname}${url.search}`;
});

afterEach(() => serving.stop());

const session = async (): Promise<{ cookie: string }> => ({ cookie: (await sessionOf(serving.url)).cookie });

describe('every answer', () => {
  it('says what a browser must not do with it, refusals and redirections too', async () => {
    const answers = [await ask(port, '/?token=x'), await ask(port, token)];
    const cookie = answers[1]?.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const headers = { cookie };
    for (const path of ['/', '/nothing.js', '/%zz', '/index.html', `/media/${'a'.repeat(64)}`]) answers.push(await ask(port, path, { headers }));
    answers.push(
      await ask(port, '/', { headers: { cookie, origin: 'https://attacker.example' } }),
      await ask(port, '/', { headers, method: 'POST' }),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 303, 200, 404, 400, 200, 404, 403, 405]);
    for (const answer of answers) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      const policy = answer.headers['content-security-policy'];
      expect(policy).toMatch(/^default-src 'none'/u);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    }
  });

  it('lets no other site read it: there is no word of sharing between origins, and no preflight', async () => {
    const { cookie } = await session();
    const preflight = { origin: 'https://attacker.example', 'access-control-request-method': 'GET' };
    for (const answer of [
      await ask(port, '/', { headers: { cookie } }),
      await ask(port, '/', { method: 'OPTIONS', headers: preflight }),
      await ask(port, '/', { method: 'OPTIONS', headers: { cookie } }),
    ]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers['server']).toBeUndefined();
    }
  });
});

describe('a page of another site', () => {
  it.each(['cross-site', 'same-site'])('is recognised where it sends no Origin (%s): pictures, frames, links', async (site) => {
    const { cookie } = await session();
    const headers = { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
    expect((await ask(port, '/', { headers })).status).toBe(403);
    expect((await ask(port, '/index.html', { headers: { 'sec-fetch-site': site } })).status).toBe(403);
  });

  it('cannot spend the token, nor use up the guesses', async () => {
    for (let n = 0; n < 30; n += 1) await ask(port, '/?token=x', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect((await ask(port, token, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask(port, token, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(303);
  });

  it('cannot make the program do anything: no request but a reading one is answered, whatever it carries', async () => {
    const { cookie } = await session();
    const form = 'application/x-www-form-urlencoded';
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      expect((await ask(port, '/ws', { method, headers: { cookie, 'content-type': form } })).status).toBe(405);
    }
    expect((await ask(port, '/', { headers: { cookie, 'content-length': '2' }, body: '{}' })).status).toBe(413);
    expect((await ask(port, '/', { headers: { cookie, 'transfer-encoding': 'chunked' }, body: '{}' })).status).toBe(413);
  });

  it('cannot open the socket, with the cookie that a browser would send along', async () => {
    const headers = { ...(await session()), origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' };
    const status = await new Promise((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers });
      socket.once('unexpected-response', (_request, response) => done(response.statusCode));
      socket.once('open', () => done('open'));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  });
});

describe('guessing the token', () => {
  it('is over after ten tries within a minute, also for the right one; who is in stays in', async () => {
    const other = new Gate(1, '127.0.0.1', () => now);
    let now = 0;
    for (let n = 0; n < 10; n += 1) expect(other.redeem(`${n}`)).toEqual({ kind: 'wrong' });
    expect(other.redeem(other.token)).toEqual({ kind: 'wait', seconds: 60 });
    now = 59_999;
    expect(other.redeem(other.token)).toEqual({ kind: 'wait', seconds: 1 });
    now = 60_000;
    expect(other.redeem(other.token)).toMatchObject({ kind: 'session' });
    const { cookie } = await session();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await ask(port, `/?token=${n}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const late = await ask(port, '/?token=x');
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(late.body).toContain('Attendez une minute');
    expect((await ask(port, '/?token=x', { headers: { cookie } })).status).toBe(200);
  });
});

describe('what is too large, too slow or no request', () => {
  it('is cut off by the server’s own limits', () => {
    const server = createServer();
    limit(server);
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeadersCount: 64, maxConnections: 100 });
  });

  it('is refused without an answer that tells anything', async () => {
    expect(await sendBytes(port, Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toMatch(/^HTTP\/1.1 400/u);
    expect(await sendBytes(port, Buffer.from(`GET / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`))).toMatch(
      /^HTTP\/1.1 431/u,
    );
    expect(await sendBytes(port, Buffer.from([0x16, 3, 1, 0, 200, 1, 0, 0, 196]))).toMatch(/^HTTP\/1.1 400/u);
    expect(await sendBytes(port, Buffer.from(`CONNECT example.org:443 HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`))).toBe('');
    expect((await ask(port, `/${'a'.repeat(3_000)}`, { headers: await session() })).status).toBe(400);
  });

  it('is a request for another machine’s page, which is passed on to nobody', async () => {
    const { cookie } = await session();
    expect((await ask(port, 'http://example.org/', { headers: { cookie } })).status).toBe(400);
    expect((await ask(port, '//example.org/index.html', { headers: { cookie } })).status).toBe(404);
  });

  it('ends a conversation whose message is larger than any file, before it is read', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { ...(await session()), origin: `http://127.0.0.1:${port}` } });
    await new Promise((open) => socket.once('open', open));
    const closed = new Promise<number>((done) => socket.once('close', done));
    const announced = Buffer.alloc(14);
    announced.set([0x81, 0xff]);
    announced.writeBigUInt64BE(600n * 1024n * 1024n, 2);
    (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(announced);
    expect(await closed).toBe(1009);
  });

  it('is one page too many', async () => {
    const headers = { ...(await session()), origin: `http://127.0.0.1:${port}` };
    const open = (): Promise<WebSocket | null> =>
      new Promise((done) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers });
        socket.once('open', () => done(socket));
        socket.once('error', () => done(null));
      });
    const sockets = [];
    for (let n = 0; n < 33; n += 1) sockets.push(await open());
    expect(sockets.filter((socket) => socket === null)).toHaveLength(1);
    expect(sockets[32]).toBeNull();
    for (const socket of sockets) socket?.terminate();
  });
});

describe('where it listens', () => {
  it('is this machine alone, unless it is told otherwise', async () => {
    expect(new URL(serving.url).hostname).toBe('127.0.0.1');
    for (const { address } of foreignAddresses()) await expect(ask(port, '/', { address })).rejects.toThrow('ECONNREFUSED');
  });

  it('is the one address that is named, and it answers to no other name', async () => {
    const other = await serve({ port: 0, project: null, language: 'en', address: '127.0.0.2' });
    const at = new URL(other.url);
    expect(at.hostname).toBe('127.0.0.2');
    const { pathname, search } = at;
    const asked = (host: string) => ask(Number(at.port), `${pathname}${search}`, { address: '127.0.0.2', headers: { host: `${host}:${at.port}` } });
    for (const host of ['localhost', '127.0.0.1', 'attacker.example', '127.0.0.2.attacker.example']) expect((await asked(host)).status).toBe(403);
    expect((await asked('127.0.0.2')).status).toBe(303);
    await other.stop();
  });

  it('is never every address at once, nor a name', async () => {
    for (const host of ['0.0.0.0', '::', '0', 'localhost', 'example.org', ''])
      expect(await misused('serve', '--host', host)).toContain('192.168.1.20');
  });

  it('is refused in words where this machine has no such address', async () => {
    const error = await serve({ port: 0, project: null, language: 'fr', address: '192.0.2.1' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe('serve.notOurAddress');
  });

  it.skipIf(foreignAddresses().length === 0)('is said with a warning when other machines can reach it', async () => {
    const home = aFolder();
    const [{ address }] = foreignAddresses() as [{ address: string }];
    const script = resolve(import.meta.dirname, '../../../dist/core/serve.mjs');
    const env = { ...process.env, TRAME_HOME: home, TRAME_SETTINGS: home, TRAME_LANG: 'en' };
    const child = spawn(process.execPath, [script, '--json', '--host', address], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const warning = new Promise<string>((said) => child.stderr.once('data', (text: Buffer) => said(text.toString())));
    expect(await warning).toContain(`Trame listens at ${address}, which other machines can reach`);
    child.kill();
    await new Promise((ended) => child.once('exit', ended));
  });
});

it('a request says enough of itself to be let in: the Host that is the address, an Origin that is ours or none', () => {
  const gate = new Gate(8080);
  const request = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage;
  expect(gate.letsIn(request({ host: '127.0.0.1:8080' }))).toBe(true);
  expect(gate.letsIn(request({ host: 'localhost:8080', origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }))).toBe(true);
  for (const headers of [
    {},
    { host: '127.0.0.1' },
    { host: '127.0.0.1:8080', origin: 'null' },
    { host: '127.0.0.1:8080', 'sec-fetch-site': 'same-site' },
  ])
    expect(gate.letsIn(request(headers as Record<string, string>))).toBe(false);
});

/** Addresses of this machine that others can reach. */
function foreignAddresses(): { readonly address: string }[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
}
