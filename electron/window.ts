// The workbench's window: walled off from the system and the network, and back where it was when it was closed.
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { app, BrowserWindow, nativeTheme, protocol, screen, session, shell } from 'electron';
import type { Rectangle } from 'electron';
import type { MediaFile } from '../shared/contract/media.ts';
import { mediaAnswer, mediaHashIn } from './ipc/media-bytes.ts';

export const PAGE_ORIGIN = 'trame://app';

/**
 * Scripts and connections: this program only. Inline styles are allowed because positions (popovers, panels, stripes) are
 * written as style attributes, and exported figures are shown as they are.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The page's paper, shown until it has painted itself: the values of --paper in renderer/ui/tokens.css. */
const PAPER = { light: '#fbfaf7', dark: '#191817' };
const DEFAULT_SIZE = { width: 1440, height: 900 };
const SMALLEST = { width: 880, height: 560 };

/** To call before the app is ready. The page has an origin of its own (storage, fetch), which file:// would not give it. */
export function declarePageScheme(): void {
  // `stream`: players read recordings piece by piece
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'trame', privileges }]);
}

/** The file of a recording; null for what is none of the open project. */
type MediaByHash = (sha256: string) => Promise<MediaFile | null>;

/** Serves the built page from `folder` at trame://app/, recordings below it at media/, and cuts every other way out of the session. */
export function servePage(folder: string, mediaByHash: MediaByHash): void {
  protocol.handle('trame', async (request) => {
    const url = new URL(request.url);
    const sha256 = url.host === 'app' ? mediaHashIn(url.pathname) : null;
    return sha256 === null ? pageFile(folder, url) : mediaPiece(await mediaByHash(sha256), request.headers.get('range'));
  });
  const { defaultSession } = session;
  // Interviews are confidential: nothing in the page may reach the network, whatever it was made to load.
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(trame|blob|data|devtools):/.test(url) }));
  // Copying from a button is the one permission that the workbench uses.
  defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(permission === 'clipboard-sanitized-write'));
  defaultSession.setPermissionCheckHandler((_, permission) => permission === 'clipboard-sanitized-write');
}

function mediaPiece(file: MediaFile | null, range: string | null): Response {
  const answer = file && mediaAnswer(file, range);
  if (!answer) return new Response(null, { status: 404 });
  const body = answer.read && Readable.toWeb(answer.read());
  return new Response(body, { status: answer.status, headers: answer.headers });
}

async function pageFile(folder: string, url: URL): Promise<Response> {
  const path = join(folder, url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname));
  if (url.host !== 'app' || !path.startsWith(folder + sep)) return new Response(null, { status: 404 });
  const content = await readFile(path).catch(() => null);
  if (content === null) return new Response(null, { status: 404 });
  return new Response(content, {
    headers: {
      'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}

/**
 * @param preload absolute path of the preload script; `icon` that of the window's picture, for systems that take it from here;
 * `hash` the place where the page begins, with its #, or nothing
 */
export function openWindow({ preload, icon, hash }: { preload: string; icon: string; hash: string }): BrowserWindow {
  const { bounds, isMaximized } = rememberedPlace();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Trame',
    icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Chromium's spell checker fetches its dictionaries from a server.
      spellcheck: false,
    },
  });
  const { webContents } = window;
  // An address that somebody wrote in a memo opens in their own browser; nothing opens in this program.
  webContents.setWindowOpenHandler(({ url }) => {
    if (/^(?:https?|mailto):/iu.test(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => rememberPlace(window));
  void window.loadURL(`${PAGE_ORIGIN}/${hash}`);
  return window;
}

interface Place {
  readonly bounds: Partial<Rectangle> & { width: number; height: number };
  readonly isMaximized: boolean;
}

const placeFile = (): string => join(app.getPath('userData'), 'window.json');

function rememberPlace(window: BrowserWindow): void {
  const place: Place = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch {
    // A full or read-only disk must not keep the window from closing.
  }
}

/** The remembered place, unless the screen it was on is gone; the default is never larger than the screen. */
function rememberedPlace(): Place {
  const { workArea } = screen.getPrimaryDisplay();
  const size = { width: Math.min(DEFAULT_SIZE.width, workArea.width), height: Math.min(DEFAULT_SIZE.height, workArea.height) };
  const fallback: Place = { bounds: size, isMaximized: false };
  try {
    const { bounds, isMaximized } = JSON.parse(readFileSync(placeFile(), 'utf8')) as { bounds: Rectangle; isMaximized: boolean };
    const isReachable = [bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isFinite) && isOnAScreen(bounds);
    return isReachable ? { bounds, isMaximized } : { ...fallback, isMaximized };
  } catch {
    return fallback;
  }
}

/** Enough of the title bar is on some screen to take hold of it. */
function isOnAScreen({ x, y, width }: Rectangle): boolean {
  const margin = 100;
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlap = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return overlap >= margin && y >= workArea.y - margin && y <= workArea.y + workArea.height - margin;
  });
}
