// The workbench's window: walled off from the system and the network, and back where it was when it was closed.
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { app, BrowserWindow, nativeTheme, protocol, screen, session } from 'electron';
import type { Rectangle } from 'electron';
import type { MediaFile } from '../shared/contract/media.ts';
import { mediaAnswer, mediaHashIn } from './ipc/media-bytes.ts';
import { ALWAYS, contentPolicy, pageFileAt } from './ipc/page-files.ts';
import { PAGE_ORIGIN, wallOffSession } from './walls.ts';

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

/** Serves the built page from `folder` at trame://app/, recordings below it at media/. */
export function servePage(folder: string, mediaByHash: MediaByHash): void {
  protocol.handle('trame', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || (request.method !== 'GET' && request.method !== 'HEAD')) return nothing();
    const sha256 = mediaHashIn(url.pathname);
    return sha256 === null ? pageAnswer(folder, url) : mediaPiece(await mediaByHash(sha256), request.headers.get('range'));
  });
  wallOffSession(session.defaultSession);
}

const nothing = (): Response => new Response(null, { status: 404, headers: ALWAYS });

function mediaPiece(file: MediaFile | null, range: string | null): Response {
  const answer = file && mediaAnswer(file, range);
  if (!answer) return nothing();
  const body = answer.read && Readable.toWeb(answer.read());
  return new Response(body, { status: answer.status, headers: { ...ALWAYS, ...answer.headers } });
}

async function pageAnswer(folder: string, url: URL): Promise<Response> {
  const file = pageFileAt(folder, url.pathname);
  const content = file && (await readFile(file.path).catch(() => null));
  if (!file || !content) return nothing();
  return new Response(content, { headers: { ...ALWAYS, 'content-type': file.type, 'content-security-policy': contentPolicy() } });
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
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // a file that is dropped beside its place is not a page to show
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // Chromium's spell checker fetches its dictionaries from a server.
      spellcheck: false,
    },
  });
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
