// What no page of this program can do, whoever wrote it: leave, open windows, reach the network, ask for a device. docs/security.md says how each is tested.
import { app, BrowserWindow, clipboard, dialog, shell } from 'electron';
import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import type { ShellLanguage } from './menu.ts';
import { outsideAddress, parsedAddress } from './outside-address.ts';

export const PAGE_ORIGIN = 'trame://app';

/** Copying from a button is the one permission that the workbench uses. */
const PERMISSION = 'clipboard-sanitized-write';

/** Chromium's own words to the network, none of which this program needs. */
const SILENT = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'dns-prefetch-disable', 'no-pings'];

/** Ways in for whoever starts the program: a debugger reads the interviews and acts as the page. */
const DEBUGGERS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'js-flags'];

const WORDS = {
  fr: {
    openOutside: 'Ouvrir cette adresse hors de Trame ?',
    notOpened: 'Trame n’ouvre pas cette adresse.',
    onlySecure: 'Seules les adresses sûres (https) et de courriel sont ouvertes.',
    open: 'Ouvrir',
    copy: 'Copier l’adresse',
    cancel: 'Annuler',
  },
  en: {
    openOutside: 'Open this address outside Trame?',
    notOpened: 'Trame does not open this address.',
    onlySecure: 'Only secure (https) and e-mail addresses are opened.',
    open: 'Open',
    copy: 'Copy the address',
    cancel: 'Cancel',
  },
} as const;

/** Whether an address is the page's own. */
export function isOurs(address: string): boolean {
  const url = parsedAddress(address);
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

/** Whether the window's own page asks, and not a frame in it or another page. */
export function isFromPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && BrowserWindow.fromWebContents(sender) !== null && isOurs(senderFrame.url);
}

/** To call before the app is ready. `isSealed`: nobody develops or tests this copy. */
export function wallOffProgram(language: () => ShellLanguage, isSealed: boolean): void {
  // a container's root can have none; a window that is made says `sandbox` for itself besides
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const name of SILENT) app.commandLine.appendSwitch(name);
  // should anything ask for a host all the same, there is none
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  if (isSealed) for (const name of DEBUGGERS) app.commandLine.removeSwitch(name);
  app.on('web-contents-created', (_, contents) => wallOffPage(contents, language));
}

function wallOffPage(contents: WebContents, language: () => ShellLanguage): void {
  let isAsking = false;
  // an address that somebody wrote in a memo opens in their own browser, if they say so; nothing opens in this program
  contents.setWindowOpenHandler(({ url }) => {
    if (!isAsking) {
      isAsking = true;
      void askToOpen(url, language()).finally(() => (isAsking = false));
    }
    return { action: 'deny' };
  });
  const stay = (event: { preventDefault(): void; url: string; isMainFrame: boolean }): void => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // the one way to the network that asks for no address
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

async function askToOpen(url: string, language: ShellLanguage): Promise<void> {
  const words = WORDS[language];
  const address = outsideAddress(url);
  const [message, act] = address === null ? [words.notOpened, words.copy] : [words.openOutside, words.open];
  const detail = address ?? `${url.slice(0, 500)}\n\n${words.onlySecure}`;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons: [act, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return;
  if (address === null) await clipboard.writeText(url);
  else await shell.openExternal(address);
}

/** Interviews are confidential: nothing in a page may reach the network or a device, whatever it was made to load. */
export function wallOffSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(?:trame|blob|data|devtools):/u.test(url) }));
  session.setPermissionRequestHandler((contents, permission, answer, { isMainFrame }) =>
    answer(permission === PERMISSION && isMainFrame && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler((_, permission, origin, { isMainFrame }) => permission === PERMISSION && isMainFrame && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // what the page saves it has made itself
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}/`)) event.preventDefault();
  });
}
