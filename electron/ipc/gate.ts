// Who may talk to the workbench over HTTP: whoever brought the token once, from a page of this very address.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** More wrong tokens than this within a minute and no token is looked at until the minute is over; nobody mistypes a link that often. */
const GUESSES = 10;
const GUESSES_WITHIN_MS = 60_000;

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** What a token is worth: the cookie of a session, nothing, or nothing yet (seconds to wait). */
export type Redeemed =
  | { readonly kind: 'session'; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

export class Gate {
  readonly token = randomBytes(24).toString('base64url');
  readonly #session = randomBytes(24).toString('base64url');
  readonly #cookie: string;
  readonly #hosts: ReadonlySet<string>;
  readonly #now: () => number;
  #wrongGuesses: number[] = [];
  #tokenIsSpent = false;

  /** `address` is the one that is listened at; `now` in milliseconds, for the tests. */
  constructor(port: number, address = '127.0.0.1', now: () => number = Date.now) {
    // a name that resolves to 127.0.0.1 is not enough: the Host must be the address itself (DNS rebinding)
    const names = address === '127.0.0.1' ? [address, 'localhost'] : [address.includes(':') ? `[${address}]` : address];
    this.#hosts = new Set(names.map((name) => `${name}:${port}`));
    // cookies do not know ports: two workbenches at once must not overwrite each other's session
    this.#cookie = `trame-session-${port}`;
    this.#now = now;
  }

  isOurHost(request: IncomingMessage): boolean {
    return this.#hosts.has(request.headers.host ?? '');
  }

  /** A page of another site sends its own Origin; no Origin at all comes with plain navigation only. */
  isOurOrigin(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return origin === undefined || [...this.#hosts].some((host) => origin === `http://${host}`);
  }

  /**
   * Browsers say whose page asks, also where they send no Origin (pictures, frames, links): our own, or the person's own doing.
   * Another port of this machine is another site. What is no browser says nothing.
   */
  isOurPage(request: IncomingMessage): boolean {
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** All that is known of a request without its session. */
  letsIn(request: IncomingMessage): boolean {
    return this.isOurHost(request) && this.isOurOrigin(request) && this.isOurPage(request);
  }

  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    return cookies.some((cookie) => cookie.startsWith(`${this.#cookie}=`) && same(cookie.slice(this.#cookie.length + 1), this.#session));
  }

  /** Trades the token for a session, once. */
  redeem(token: string): Redeemed {
    const now = this.#now();
    this.#wrongGuesses = this.#wrongGuesses.filter((at) => now - at < GUESSES_WITHIN_MS);
    const [oldest] = this.#wrongGuesses;
    if (oldest !== undefined && this.#wrongGuesses.length >= GUESSES)
      return { kind: 'wait', seconds: Math.ceil((oldest + GUESSES_WITHIN_MS - now) / 1000) };
    if (this.#tokenIsSpent || !same(token, this.token)) {
      this.#wrongGuesses.push(now);
      return { kind: 'wrong' };
    }
    this.#tokenIsSpent = true;
    return { kind: 'session', cookie: `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/` };
  }
}
