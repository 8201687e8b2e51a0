// Requests over HTTP as nobody's browser sends them: paths exactly as written, headers of one's own, bytes that are no request at all.
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { Gate } from '../../electron/ipc/gate.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
  readonly address?: string;
}

/** `fetch` would clean the path, and keep headers back. */
export function ask(port: number, path: string, { headers = {}, method = 'GET', body, address = '127.0.0.1' }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: address, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** What comes back for these bytes until the server hangs up, or has been silent for so long. */
export function sendBytes(port: number, bytes: Uint8Array, silenceMs = 1_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(bytes));
    socket.setTimeout(silenceMs, () => socket.destroy());
    socket.on('data', (piece) => (answer += piece.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

/** The browser's cookie, for the token. */
export function cookieOf(gate: Gate): string {
  const redeemed = gate.redeem(gate.token);
  if (redeemed.kind !== 'session') throw new Error('the token was not taken');
  return redeemed.cookie.split(';')[0] ?? '';
}

/** The same over the wire: the link that a server announced, opened once. */
export async function sessionOf(url: string): Promise<{ readonly cookie: string; readonly port: number; readonly host: string }> {
  const { port, host, pathname, search } = new URL(url);
  const { headers } = await ask(Number(port), `${pathname}${search}`);
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', port: Number(port), host };
}
