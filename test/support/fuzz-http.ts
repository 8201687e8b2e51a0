// Requests that no browser sends: lines, headers and bytes spoilt at random. Seeded, so that what fails can be sent again.
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'G\0ET', '', 'X'.repeat(300)];
const PATHS = [
  '/',
  '/ws',
  '/index.html',
  '/?token=x',
  '/media/',
  '/..%2f..%2fetc/passwd',
  '/%',
  '/%00',
  '//x/y',
  'http://x/',
  '*',
  '',
  '/\u00e9',
  `/${'a'.repeat(9_000)}`,
  '/?token=',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '', 'ICY'];

/** `host` is the server's; half of the requests name it, so that they get further than the door. */
export function strangeRequest(next: () => number, host: string, cookie: string): Buffer {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const bytes = (most: number): string =>
    Array.from({ length: Math.floor(next() * most) }, () => String.fromCharCode(Math.floor(next() * 256))).join('');
  if (next() < 0.1) return Buffer.from(bytes(400), 'latin1');
  const headers = [
    next() < 0.6 ? `Host: ${host}` : pick(['', 'Host:', 'Host: attacker.example', `Host: ${host}\r\nHost: x`, `Host: ${bytes(40)}`]),
    next() < 0.5 ? `Cookie: ${cookie}` : `Cookie: ${bytes(60)}`,
    pick(['', 'Origin: null', 'Origin: https://attacker.example', `Origin: http://${host}`]),
    pick([
      '',
      'Content-Length: 5',
      'Content-Length: -1',
      'Content-Length: 99999999999999999999',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: chunked\r\nContent-Length: 3',
    ]),
    pick(['', 'Range: bytes=0-', 'Range: bytes=-0', `Range: ${bytes(20)}`, 'Expect: 100-continue', 'Expect: x']),
    pick([
      '',
      '',
      'Upgrade: websocket\r\nConnection: Upgrade',
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x',
      `${bytes(30)}: ${bytes(30)}`,
    ]),
  ].filter((line) => line !== '');
  const end = pick(['\r\n', '\r\n', '\r\n', '\n', '\r']);
  const whole = `${pick(METHODS)} ${pick(PATHS)} ${pick(VERSIONS)}${end}${headers.join(end)}${end}${end}${next() < 0.3 ? bytes(200) : ''}`;
  return Buffer.from(next() < 0.2 ? whole.slice(0, Math.floor(next() * whole.length)) : whole, 'latin1');
}
