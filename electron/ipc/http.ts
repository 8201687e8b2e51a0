// The workbench's page over HTTP: a one-time token opens a session, everything else is refused.
import { createReadStream } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { MediaFile } from '../../shared/contract/media.ts';
import type { Gate } from './gate.ts';
import { mediaAnswer, mediaHashIn } from './media-bytes.ts';
import { ALWAYS, contentPolicy, pageFileAt } from './page-files.ts';
import type { PageFile } from './page-files.ts';

/** A request is a line, some headers and no body: who takes longer than this to say it has nothing to say. */
const REQUEST_TIMEOUT_MS = 10_000;
const MOST_CONNECTIONS = 100;
/** The longest address the page asks for is a recording's. */
const LONGEST_ADDRESS = 2_000;

/** The server's limits, before anything is read. */
export function limit(server: Server): void {
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.maxHeadersCount = 64;
  server.maxConnections = MOST_CONNECTIONS;
}

interface Words {
  readonly needsToken: string;
  readonly tooManyGuesses: string;
}

/** The file of a recording; null for what is none of the open project. */
type MediaByHash = (sha256: string) => MediaFile | null;

function refuse(response: ServerResponse, status: number, text: string, more: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', ...more }).end(text);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: PageFile | null): void {
  if (file === null) return refuse(response, 404, 'Not found');
  const policy = contentPolicy(`ws://${request.headers.host}`);
  response.writeHead(200, { ...ALWAYS, 'content-type': file.type, 'content-length': file.size, 'content-security-policy': policy });
  if (request.method === 'GET') pipeline(createReadStream(file.path), response, () => undefined);
  else response.end();
}

function sendMedia(request: IncomingMessage, response: ServerResponse, file: MediaFile | null): void {
  const answer = file && mediaAnswer(file, request.headers.range);
  if (!answer) return refuse(response, 404, 'Not found');
  response.writeHead(answer.status, { ...ALWAYS, ...answer.headers });
  // a player that has enough hangs up: the file is let go of then
  if (answer.read && request.method === 'GET') pipeline(answer.read(), response, () => undefined);
  else response.end();
}

const hasBody = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

function addressOf(request: IncomingMessage): URL | null {
  const address = request.url ?? '/';
  // `//elsewhere/` is a path here, never another host
  if (!address.startsWith('/') || address.length > LONGEST_ADDRESS) return null;
  try {
    const url = new URL(`http://${request.headers.host}${address}`);
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    return null;
  }
}

/** Answers page requests: the token once, then files of `folder` and recordings (`/media/<sha256>`) to whoever has the session. */
export function pageServer(
  gate: Gate,
  folder: string,
  words: Words,
  mediaByHash: MediaByHash,
): (request: IncomingMessage, response: ServerResponse) => void {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (!gate.letsIn(request)) return refuse(response, 403, 'Forbidden');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed', { allow: 'GET, HEAD' });
    if (hasBody(request)) return refuse(response, 413, 'No body', { connection: 'close' });
    const url = addressOf(request);
    if (url === null) return refuse(response, 400, 'Bad request');
    const token = url.searchParams.get('token');
    if (token !== null) {
      const redeemed = gate.redeem(token);
      if (redeemed.kind === 'session') {
        response.writeHead(303, { ...ALWAYS, 'set-cookie': redeemed.cookie, location: '/' }).end();
        return;
      }
      if (redeemed.kind === 'wait' && !gate.hasSession(request))
        return refuse(response, 429, words.tooManyGuesses, { 'retry-after': String(redeemed.seconds) });
    }
    if (!gate.hasSession(request)) return refuse(response, 401, words.needsToken);
    const sha256 = mediaHashIn(url.pathname);
    if (sha256 === null) sendFile(request, response, pageFileAt(folder, url.pathname));
    else sendMedia(request, response, mediaByHash(sha256));
  };
  return (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      // a bug's story belongs in the log, never in an answer
      console.error(request.method, error);
      if (!response.headersSent) refuse(response, 500, 'Fault');
      else response.destroy();
    }
  };
}
