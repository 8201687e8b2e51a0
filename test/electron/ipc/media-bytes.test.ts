// Recordings over HTTP: the pieces that a player asks for, to whoever has the session, and nothing else.
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Gate } from '../../../electron/ipc/gate.ts';
import { pageServer } from '../../../electron/ipc/http.ts';
import { byteRangeOf, mediaHashIn } from '../../../electron/ipc/media-bytes.ts';
import { serveText } from '../../../shared/i18n/serve.ts';
import { cookieOf } from '../../support/http.ts';
import { aFolder } from '../../support/project.ts';

describe('the bytes that are asked for', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=99-', { start: 99, end: 99 }],
    ['bytes=90-5000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-5000', { start: 0, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=100-200', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=20-10', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=0-9,20-29', 'whole'],
    ['lines=0-9', 'whole'],
    ['bytes=zero-', 'whole'],
  ])('%s of a hundred: %o', (header, range) => expect(byteRangeOf(header, 100)).toEqual(range));

  it('of an empty file there are none', () => {
    expect(byteRangeOf('bytes=0-', 0)).toBe('none');
    expect(byteRangeOf('bytes=-5', 0)).toBe('none');
    expect(byteRangeOf(null, 0)).toBe('whole');
  });

  it('the address holds a hash and nothing else', () => {
    const sha = 'ab'.repeat(32);
    expect(mediaHashIn(`/media/${sha}`)).toBe(sha);
    for (const path of [`/media/${sha}.wav`, `/media/../${sha}`, `/media/${sha}/`, '/media/', `/media/${sha.toUpperCase()}`, `/x/media/${sha}`])
      expect(mediaHashIn(path)).toBeNull();
  });
});

const SHA = 'ab'.repeat(32);
const SIZE = 8_000_000;
const BYTES = Uint8Array.from({ length: SIZE }, (_, index) => index % 251);
let port: number;
let cookie: string;
let file: string;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { cookie, ...headers }, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    asked.on('error', reject).end();
  });
}

describe('a recording', () => {
  beforeEach(async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'page'));
    file = join(folder, `${SHA}.wav`);
    writeFileSync(file, BYTES);
    const server = createServer();
    port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
    const gate = new Gate(port);
    cookie = cookieOf(gate);
    server.on(
      'request',
      pageServer(gate, join(folder, 'page/'), serveText.fr, (sha256) => (sha256 === SHA ? { path: file, mime: 'audio/wav' } : null)),
    );
    onTestFinished(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
  });

  it('comes whole, and says that it comes in pieces', async () => {
    const { status, headers, body } = await ask(`/media/${SHA}`);
    expect([status, headers['content-type'], headers['accept-ranges'], headers['content-length']]).toEqual([200, 'audio/wav', 'bytes', String(SIZE)]);
    expect(body.length).toBe(SIZE);
  });

  it.each([
    ['bytes=0-3', 'bytes 0-3/8000000', [0, 1, 2, 3]],
    ['bytes=7999998-', 'bytes 7999998-7999999/8000000', [7_999_998 % 251, 7_999_999 % 251]],
    ['bytes=-1', 'bytes 7999999-7999999/8000000', [7_999_999 % 251]],
  ])('comes in the piece asked for: %s', async (range, contentRange, bytes) => {
    const { status, headers, body } = await ask(`/media/${SHA}`, { range });
    expect([status, headers['content-range'], headers['content-length']]).toEqual([206, contentRange, String(bytes.length)]);
    expect([...body]).toEqual(bytes);
  });

  it('does not come where it has no bytes', async () => {
    const { status, headers, body } = await ask(`/media/${SHA}`, { range: 'bytes=9000000-' });
    expect([status, headers['content-range'], body.length]).toEqual([416, 'bytes */8000000', 0]);
  });

  it('is only announced to who asks for its head', async () => {
    const { status, headers, body } = await ask(`/media/${SHA}`, {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(SIZE), 0]);
  });

  it('is for the session, from this address, and only one of the project', async () => {
    expect(await ask(`/media/${SHA}`, { cookie: '' })).toMatchObject({ status: 401 });
    expect(await ask(`/media/${SHA}`, { host: 'elsewhere.example' })).toMatchObject({ status: 403 });
    expect(await ask(`/media/${SHA}`, { origin: 'http://elsewhere.example' })).toMatchObject({ status: 403 });
    expect(await ask(`/media/${SHA}`, {}, 'POST')).toMatchObject({ status: 405 });
    expect(await ask(`/media/${'cd'.repeat(32)}`)).toMatchObject({ status: 404 });
    expect(await ask('/media/..%2fpage')).toMatchObject({ status: 404 });
  });

  it.skipIf(process.platform !== 'linux')('is let go of when the player hangs up', async () => {
    const isHeld = (): boolean =>
      readdirSync('/proc/self/fd').some((descriptor) => {
        try {
          return readlinkSync(`/proc/self/fd/${descriptor}`) === file;
        } catch {
          return false;
        }
      });
    await new Promise<void>((resolve) => {
      const asked = request({ host: '127.0.0.1', port, path: `/media/${SHA}`, headers: { cookie }, agent: false }, (response) => {
        response.once('data', () => {
          expect(isHeld()).toBe(true);
          asked.destroy();
          resolve();
        });
        response.on('error', () => undefined);
      });
      asked.on('error', () => undefined).end();
    });
    await expect.poll(isHeld).toBe(false);
  });
});
