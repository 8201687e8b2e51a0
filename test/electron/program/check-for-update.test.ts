// The search for an update against servers of this computer: each kind of answer has its name, and nothing is asked that was not to be.
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { checkForUpdate } from '../../../electron/program/check-for-update.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function publisher(answer: RequestListener): Promise<{ address: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.json`, asked };
}

const saying = (text: string | Buffer) => publisher((_, response) => response.end(text));
const version = '1.2.0';

describe('the search for an update', () => {
  test('names a newer version with its day and its page', async () => {
    const { address } = await saying('{"version": "1.10.0", "date": "2027-01-31", "page": "https://trame.example/1.10.0"}');
    expect(await checkForUpdate({ version, updateFeed: address })).toEqual({
      kind: 'newer',
      version: '1.10.0',
      date: '2027-01-31',
      page: 'https://trame.example/1.10.0',
    });
  });

  test.each([
    ['1.2.0', 'same'],
    ['1.1.9', 'older'],
    ['1.2.0-beta.1', 'older'],
    ['1.2.1-beta.1', 'newer'],
  ])('%s is %s', async (published, kind) => {
    const { address } = await saying(JSON.stringify({ version: published }));
    expect(await checkForUpdate({ version, updateFeed: address })).toEqual({ kind, version: published, date: null, page: null });
  });

  test.each([
    ['a page of the network’s own', '<html>Please log in</html>'],
    ['no version', '{"date": "2027-01-31"}'],
    ['a version that is none', '{"version": "latest"}'],
    ['a list', '["1.3.0"]'],
    ['nothing', ''],
    ['too much', `{"version": "1.3.0", "more": "${'x'.repeat(20_000)}"}`],
    ['no text', Buffer.from([0xff, 0xfe, 0x7b])],
  ])('%s is rubbish', async (_, text) => {
    const { address } = await saying(text);
    expect(await checkForUpdate({ version, updateFeed: address })).toEqual({ kind: 'rubbish' });
  });

  test.each(['javascript:alert(1)', 'http://trame.example/', 'https://you@trame.example/', 'file:///etc/passwd'])(
    'does not pass on the page %s',
    async (page) => {
      const { address } = await saying(JSON.stringify({ version: '2.0.0', page }));
      expect(await checkForUpdate({ version, updateFeed: address })).toMatchObject({ kind: 'newer', page: null });
    },
  );

  test('follows nobody to another address', async () => {
    const elsewhere = await saying('{"version": "9.0.0"}');
    const { address } = await publisher((_, response) => response.writeHead(302, { location: elsewhere.address }).end());
    expect(await checkForUpdate({ version, updateFeed: address })).toEqual({ kind: 'unreachable', because: 'redirect' });
    expect(elsewhere.asked).toHaveLength(0);
  });

  test('says why an address cannot be reached', async () => {
    const gone = await publisher((_, response) => response.writeHead(404).end());
    expect(await checkForUpdate({ version, updateFeed: gone.address })).toEqual({ kind: 'unreachable', because: 'status' });
    expect(await checkForUpdate({ version, updateFeed: 'http://127.0.0.1:9/' })).toEqual({ kind: 'unreachable', because: 'connection' });
    const silent = await publisher(() => undefined);
    expect(await checkForUpdate({ version, updateFeed: silent.address }, 100)).toEqual({ kind: 'unreachable', because: 'timeout' });
  });

  test('asks nobody without an address, or over a line that anybody can read', async () => {
    expect(await checkForUpdate({ version, updateFeed: null })).toEqual({ kind: 'notConfigured' });
    for (const updateFeed of ['http://trame.example/latest.json', 'file:///etc/passwd', 'nowhere'])
      expect(await checkForUpdate({ version, updateFeed })).toEqual({ kind: 'notConfigured' });
  });

  test('sends the question and nothing about who asks', async () => {
    const { address, asked } = await saying('{"version": "1.2.0"}');
    await checkForUpdate({ version, updateFeed: address });
    expect(asked).toHaveLength(1);
    const [request] = asked;
    expect([request?.method, request?.url, request?.headers.cookie, request?.headers.referer]).toEqual(['GET', '/latest.json', undefined, undefined]);
    expect(JSON.stringify(request?.headers)).not.toContain(version);
  });
});
