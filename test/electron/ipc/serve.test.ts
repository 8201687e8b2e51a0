// The workbench served to a browser: who gets in, what is shown, what is refused, and that stopping stops.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createProject } from '../../../electron/commands/create-project.ts';
import { serve } from '../../../electron/serve-workbench.ts';
import type { Serving } from '../../../electron/serve-workbench.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { aCore } from '../../support/core.ts';
import { ask as askAt } from '../../support/http.ts';
import type { Answer } from '../../support/http.ts';
import { aFolder } from '../../support/project.ts';

let serving: Serving;
let port: number;
let host: string;

beforeEach(async () => {
  aCore();
  serving = await serve({ port: 0, project: null, language: 'fr' });
  port = Number(new URL(serving.url).port);
  host = `127.0.0.1:${port}`;
});

afterEach(() => serving.stop());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> => askAt(port, path, { headers, method });

const tokenPath = (): string => serving.url.slice(serving.url.indexOf('/?'));

/** Trades the token for the browser's cookie. */
async function enter(): Promise<{ cookie: string }> {
  const { headers } = await ask(tokenPath());
  return { cookie: String(headers['set-cookie']?.[0]).split(';')[0] ?? '' };
}

/** Opens the socket; answers with the status that refused it, or the socket. */
function connect(headers: Readonly<Record<string, string>>, path = '/ws'): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host}${path}`, { headers });
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', (error) => (/Unexpected server response|ECONNRESET|socket hang up/.test(error.message) ? resolve(403) : reject(error)));
  });
}

async function socketOf(headers: Readonly<Record<string, string>>): Promise<WebSocket> {
  const socket = await connect(headers);
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

/** The messages that the socket brings, one at each call, none missed. */
function listenTo(socket: WebSocket): () => Promise<unknown> {
  const brought: unknown[] = [];
  let wake = (): void => undefined;
  socket.on('message', (data) => {
    brought.push(JSON.parse(String(data)));
    wake();
  });
  return async () => {
    while (brought.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return brought.shift();
  };
}

describe('the token', () => {
  it('opens a session once, and never again', async () => {
    const first = await ask(tokenPath());
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/^trame-session-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await ask(tokenPath());
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('Relancez Trame');
  });

  it('that is another one opens nothing', async () => {
    for (const token of ['', 'x', 'A'.repeat(32), `${new URL(serving.url).searchParams.get('token')}x`]) {
      const { status, headers } = await ask(`/?token=${token}`);
      expect([status, headers['set-cookie']]).toEqual([401, undefined]);
    }
    expect((await ask(tokenPath())).status).toBe(303);
  });

  it('is spent for its own workbench only: two at once do not disturb each other', async () => {
    const other = await serve({ port: 0, project: null, language: 'en' });
    const { cookie } = await enter();
    const { headers } = await ask(tokenPath().replace(/token=.*/, `token=${new URL(other.url).searchParams.get('token')}`), { cookie });
    expect(headers['set-cookie']).toBeUndefined();
    expect(new URL(other.url).port).not.toBe(String(port));
    const name = (text: string) => text.slice(0, text.indexOf('='));
    expect(name(cookie)).toBe(`trame-session-${port}`);
    await other.stop();
  });
});

describe('a page', () => {
  it('is shown to whoever has the session, with a policy that lets it load nothing from elsewhere', async () => {
    const { status, headers, body } = await ask('/', await enter());
    expect(status).toBe(200);
    expect(body).toContain('<!doctype html>');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `connect-src 'self' ws://${host}`,
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  });

  it('is refused without the session, and with a wrong one', async () => {
    const { cookie } = await enter();
    const name = cookie.split('=')[0] ?? '';
    for (const headers of [
      {},
      { cookie: '' },
      { cookie: `${name}=` },
      { cookie: `${name}=${'A'.repeat(32)}` },
      { cookie: cookie.slice(0, -1) },
      { cookie: `x${cookie}` },
    ]) {
      expect((await ask('/', headers)).status).toBe(401);
    }
  });

  it.each([
    ['under another name of this machine', { host: 'localhost.example:1' }],
    ['under a name that leads here (DNS rebinding)', { host: 'attacker.example' }],
    ['without its port', { host: '127.0.0.1' }],
    ['from another site', { origin: 'https://attacker.example' }],
    ['from no site at all', { origin: 'null' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['over another protocol', { origin: 'https://127.0.0.1' }],
  ])('%s is refused, even with the session', async (_sentence, headers) => {
    const session = await enter();
    expect((await ask('/', { ...session, ...headers })).status).toBe(403);
    expect((await ask(tokenPath(), headers)).status).toBe(403);
  });

  it('is served under both names of the loopback', async () => {
    const session = await enter();
    expect((await ask('/', { ...session, host: `localhost:${port}`, origin: `http://localhost:${port}` })).status).toBe(200);
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..\\package.json',
    '/..%5cpackage.json',
    '/assets/../../package.json',
    '/%00',
    '/index.html%00.js',
    '/ui/',
    '/main.tsx',
    '/tsconfig.json%20',
  ])('%s leads out of the page’s folder, or to nothing that it serves', async (path) => {
    const { status, body } = await ask(path, await enter());
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('"name"');
  });

  it('is not for writing', async () => {
    const session = await enter();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) expect((await ask('/', session, method)).status).toBe(405);
    expect(await ask('/', session, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('asked for in a broken way is refused, and the workbench goes on', async () => {
    const session = await enter();
    expect((await ask('/%zz', session)).status).toBe(400);
    expect((await ask('http://[', session)).status).toBe(400);
    expect((await ask('/', session)).status).toBe(200);
  });
});

describe('the socket', () => {
  it('lets in the page of this very address, and nobody else', async () => {
    const { cookie } = await enter();
    const origin = `http://${host}`;
    for (const headers of [
      {},
      { origin },
      { cookie },
      { cookie, origin: 'https://attacker.example' },
      { cookie, origin: 'null' },
      { cookie: `${cookie}x`, origin },
      { cookie, origin, host: 'attacker.example' },
    ]) {
      expect(await connect(headers)).toBe(403);
    }
    expect(await connect({ cookie, origin }, '/other')).toBe(403);
    (await socketOf({ cookie, origin })).close();
  });

  it('answers calls by their number, refuses the shell’s own, and tells of changes', async () => {
    const socket = await socketOf({ ...(await enter()), origin: `http://${host}` });
    const next = listenTo(socket);
    const call = (id: number, channel: string, input: unknown): Promise<unknown> => {
      socket.send(JSON.stringify({ id, channel, input }));
      return next();
    };
    expect(await call(7, 'project.current', {})).toEqual({ kind: 'reply', id: 7, reply: { ok: true, value: null } });
    const path = join(aFolder(), 'secret.trame');
    createProject(path, { title: 'Secret', question: '', language: 'fr', coderName: '' }, 'x');
    expect(await call(8, 'project.openPath', { path })).toMatchObject({
      id: 8,
      reply: { ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel' } },
    });
    expect(await call(9, 'project.current', {})).toMatchObject({ reply: { value: null } });
    expect(await call(10, 'project.create', { title: 'Un', question: '', language: 'fr', gridKeys: [], caseNames: [], coderName: '' })).toMatchObject(
      { kind: 'event', event: { kind: 'project' } },
    );
    expect(await next()).toMatchObject({ kind: 'reply', id: 10, reply: { ok: true, value: { title: 'Un' } } });
    socket.close();
  });

  it.each(['', 'x', '{', 'null', '[]', '{"id": "1", "channel": "project.current"}', '{"id": 1}', '{"id": 1, "channel": 2}'])(
    'hangs up on %s',
    async (message) => {
      const socket = await socketOf({ ...(await enter()), origin: `http://${host}` });
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      socket.send(message);
      expect(await closed).toBe(1008);
      expect((await ask('/', {})).status).toBe(401);
    },
  );
});

describe('stopping', () => {
  it('ends also while a browser is connected, and closes the project', async () => {
    const path = join(aFolder(), 'a.trame');
    createProject(path, { title: 'Un', question: '', language: 'fr', coderName: '' }, 'x');
    const other = await serve({ port: 0, project: path, language: 'fr' });
    const at = new URL(other.url).host;
    const session = await fetch(other.url, { redirect: 'manual' });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const socket = new WebSocket(`ws://${at}/ws`, { headers: { cookie, origin: `http://${at}` } });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([other.stop(), closed]);
    await expect(fetch(other.url)).rejects.toThrow('fetch failed');
  });

  it('a port that is taken is refused in words', async () => {
    const taken = createServer();
    const takenPort = await new Promise<number>((resolve) => taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)));
    const error = await serve({ port: takenPort, project: null, language: 'fr' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe('serve.portTaken');
    taken.close();
  });

  it('a project that cannot be opened is refused before anything is served', async () => {
    const error = await serve({ port: 0, project: join(aFolder(), 'rien.trame'), language: 'fr' }).catch((reason: unknown) => reason);
    expect((error as Refusal).code).toBe('project.notFound');
  });
});
