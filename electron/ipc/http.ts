// The workbench's page over HTTP, for this machine only: a one-time token opens a session, everything else is refused.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import type { MediaFile } from '../../shared/contract/media.ts';
import { mediaAnswer, mediaHashIn } from './media-bytes.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
};

function policy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ws://${host}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Who may talk: whoever brought the token once, from a page of this very address. */
export class Gate {
  readonly token = randomBytes(24).toString('base64url');
  readonly #session = randomBytes(24).toString('base64url');
  readonly #cookie: string;
  readonly #hosts: ReadonlySet<string>;
  #tokenIsSpent = false;

  constructor(port: number) {
    // a name that resolves to 127.0.0.1 is not enough: the Host must be the address itself (DNS rebinding)
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
    // cookies do not know ports: two workbenches at once must not overwrite each other's session
    this.#cookie = `trame-session-${port}`;
  }

  isOurHost(request: IncomingMessage): boolean {
    return this.#hosts.has(request.headers.host ?? '');
  }

  /** A page of another site sends its own Origin; no Origin at all comes with plain navigation only. */
  isOurOrigin(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return origin === undefined || [...this.#hosts].some((host) => origin === `http://${host}`);
  }

  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    return cookies.some((cookie) => cookie.startsWith(`${this.#cookie}=`) && same(cookie.slice(this.#cookie.length + 1), this.#session));
  }

  /** Trades the token for a session, once. */
  redeem(token: string): string | undefined {
    if (this.#tokenIsSpent || !same(token, this.token)) return undefined;
    this.#tokenIsSpent = true;
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function sendFile(response: ServerResponse, host: string, folder: string, urlPath: string): void {
  const path = normalize(join(folder, urlPath === '/' ? 'index.html' : urlPath));
  const type = TYPES[extname(path)];
  let size: number;
  try {
    const stats = path.startsWith(folder + sep) && type ? statSync(path) : undefined;
    if (!stats?.isFile()) return refuse(response, 404, 'Not found');
    size = stats.size;
  } catch {
    return refuse(response, 404, 'Not found');
  }
  response.writeHead(200, {
    'content-type': type,
    'content-length': size,
    'content-security-policy': policy(host),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file of a recording; null for what is none of the open project. */
type MediaByHash = (sha256: string) => MediaFile | null;

function sendMedia(request: IncomingMessage, response: ServerResponse, file: MediaFile | null): void {
  const answer = file && mediaAnswer(file, request.headers.range);
  if (!answer) return refuse(response, 404, 'Not found');
  response.writeHead(answer.status, answer.headers);
  // a player that has enough hangs up: the file is let go of then
  if (answer.read && request.method === 'GET') pipeline(answer.read(), response, () => undefined);
  else response.end();
}

/** Answers page requests: the token once, then files of `folder` and recordings (`/media/<sha256>`) to whoever has the session. */
export function pageServer(
  gate: Gate,
  folder: string,
  needToken: string,
  mediaByHash: MediaByHash,
): (request: IncomingMessage, response: ServerResponse) => void {
  const root = normalize(folder).replace(/[\\/]+$/, '');
  return (request, response) => {
    if (!gate.isOurHost(request) || !gate.isOurOrigin(request)) return refuse(response, 403, 'Forbidden');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed');
    let url: URL;
    try {
      url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      decodeURIComponent(url.pathname);
    } catch {
      return refuse(response, 400, 'Bad request');
    }
    const token = url.searchParams.get('token');
    const cookie = token === null ? undefined : gate.redeem(token);
    if (cookie) {
      response.writeHead(303, { 'set-cookie': cookie, location: '/', 'referrer-policy': 'no-referrer' }).end();
      return;
    }
    if (!gate.hasSession(request)) return refuse(response, 401, needToken);
    const sha256 = mediaHashIn(url.pathname);
    if (sha256 === null) sendFile(response, request.headers.host ?? '', root, decodeURIComponent(url.pathname));
    else sendMedia(request, response, mediaByHash(sha256));
  };
}
