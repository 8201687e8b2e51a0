// What may be served of the page's folder, and what every answer says about it: the same in the desktop's own scheme and over HTTP.
import { statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

/** Nothing else lies in the built page that a window asks for; source maps do, and stay there. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly size: number;
}

/** The file of `folder` at an address, percent signs and all; null for what is none of the page's, wherever the address leads. */
export function pageFileAt(folder: string, urlPath: string): PageFile | null {
  try {
    const root = normalize(folder).replace(/[\\/]+$/u, '');
    const path = normalize(join(root, urlPath === '/' ? 'index.html' : decodeURIComponent(urlPath)));
    const type = TYPES[extname(path)];
    if (type === undefined || !path.startsWith(root + sep)) return null;
    const stats = statSync(path);
    return stats.isFile() ? { path, type, size: stats.size } : null;
  } catch {
    return null;
  }
}

/** The one style that is no file: react-aria writes `touch-action` for what can be pressed. Another version has another one, as the journeys then say. */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * What the page may run and load: its own files. Nothing inline, nothing from elsewhere, nothing made from a text (`eval`, `innerHTML`). Two exceptions: the
 * editor reads pasted html into a document that runs nothing (`lexical`), and the pages of a pdf are drawn by one worker (`pages`). The model of language is
 * WebAssembly and runs in the core, not here: `wasm-unsafe-eval` is not needed. `connectTo` adds what a browser has to name for itself.
 */
export function contentPolicy(connectTo = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${PRESSABLE_STYLE}`,
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${connectTo === '' ? '' : ` ${connectTo}`}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lexical pages default',
  ].join('; ');
}

/** For whatever is no page: should a browser take it for one, it does nothing. */
export const NOTHING_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** What goes with every answer, refusals included. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': NOTHING_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), display-capture=(), payment=()',
  'cache-control': 'no-store',
};
