// The desktop shell: one instance, one window, the core in its own process beside it. It answers what only the desktop can
// (file dialogs); everything else passes through to the core.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, powerMonitor, shell } from 'electron';
import type { IpcMainInvokeEvent, OpenDialogOptions } from 'electron';
import type { ReferredPlace } from '../shared/contract/link.ts';
import type { MediaFile } from '../shared/contract/media.ts';
import type { WrittenPack } from '../shared/contract/print.ts';
import { SHELL_ONLY } from '../shared/contract/shell-only.ts';
import { crashFolder, latestCrash, recordCrashes, writeCrash } from './crash-file.ts';
import type { CrashHome } from './crash-file.ts';
import { startCore } from './ipc/relay.ts';
import type { Core } from './ipc/relay.ts';
import { hashOf, linkIn, projectIn } from './launch-arguments.ts';
import { installMenu } from './menu.ts';
import type { ShellLanguage } from './menu.ts';
import { isFromPage, wallOffProgram } from './walls.ts';
import { declarePageScheme, openWindow, servePage } from './window.ts';

const DIST = resolve(__dirname, '..');
/** Packaged, the core lies beside the archive: the system loads its threads and compiled modules. */
const CORE_SCRIPT = join(DIST.replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked'), 'core/workbench.mjs');
const WORDS = {
  fr: {
    projects: 'Projets Trame',
    cannotOpen: (path: string) => `Trame n’a pas pu ouvrir « ${path} ».`,
    howToKnow: 'Ouvrez-le depuis l’écran d’accueil pour en lire la raison.',
    coreEnded: 'La partie de Trame qui tient le projet s’est arrêtée.',
    nothingLost: 'Rien de ce qui était enregistré n’est perdu. Redémarrer la rouvre.',
    restart: 'Redémarrer',
    quit: 'Quitter',
    packFolder: 'Où écrire le dossier de thèse',
    modelFolder: 'Dossier du modèle (model.onnx, tokenizer.json)',
    cannotFollow: 'Trame n’a pas pu suivre ce renvoi.',
    noReference: 'Ce lien n’est pas un renvoi de Trame : rien n’a été ouvert.',
    otherProject: 'Il mène à un projet que Trame ne trouve pas sur cet ordinateur. Ouvrez ce projet, puis suivez le renvoi à nouveau.',
    passageGone: 'Le passage n’est plus dans le projet.',
  },
  en: {
    projects: 'Trame projects',
    cannotOpen: (path: string) => `Trame could not open “${path}”.`,
    howToKnow: 'Open it from the home screen to read why.',
    coreEnded: 'The part of Trame that holds the project has stopped.',
    nothingLost: 'Nothing that was saved is lost. Restarting opens it again.',
    restart: 'Restart',
    quit: 'Quit',
    packFolder: 'Where to write the thesis pack',
    modelFolder: 'The model’s folder (model.onnx, tokenizer.json)',
    cannotFollow: 'Trame could not follow this reference.',
    noReference: 'This link is not a reference of Trame: nothing was opened.',
    otherProject: 'It leads to a project that Trame does not find on this computer. Open that project, then follow the reference again.',
    passageGone: 'The passage is no longer in the project.',
  },
} as const;

type Answer = Awaited<ReturnType<Core['call']>>;

const isSmokeTest = process.argv.includes('--smoke');
/** An installed program obeys nobody's debugger and runs nobody's Node; a build for the tests says so in its package.json. */
const isSealed = app.isPackaged && !isBuiltForTests();
let core: Core;
let language: ShellLanguage = 'en';
/** A project to open that came (double click, command line) before there was a core. */
let pathAtStart = projectIn(process.argv, process.cwd());
/** A link to follow that came before there was a window. */
let linkAtStart = linkIn(process.argv);
/** Where packs were written last in this sitting. */
let lastPackFolder: string | null = null;
let lastPack: string | null = null;

app.setName('Trame');
recordCrashes(crashHome(), 'shell');
declarePageScheme();
wallOffProgram(() => language, isSealed);
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_, argv, folder) => {
    const window = currentWindow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const link = linkIn(argv);
    const path = projectIn(argv, folder);
    if (link !== null) void followLink(link);
    else if (path !== null) void openFromSystem(path);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (app.isReady()) void followLink(link);
    else linkAtStart = link;
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) void openFromSystem(path);
    else pathAtStart = path;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', stopCoreFirst);
  ipcMain.handle('call', (event, channel: unknown, input: unknown) => answer(event, typeof channel === 'string' ? channel : '', input));
  void app.whenReady().then(start);
} else app.quit();

async function start(): Promise<void> {
  language = app.getLocale().startsWith('fr') ? 'fr' : 'en';
  servePage(join(DIST, 'renderer'), mediaByHash);
  core = beginCore();
  installMenu(language, {
    page: () => currentWindow()?.webContents,
    chooseProject: () => void chooseProject(),
    revealProject: () => void revealProject(),
    showAbout: (view) => currentWindow()?.webContents.send('event', { kind: 'about', view }),
  });
  powerMonitor.on('suspend', lockProject);
  powerMonitor.on('lock-screen', lockProject);
  // a copy that is being developed would take the links away from the one that is installed
  if (app.isPackaged) app.setAsDefaultProtocolClient('trame');
  const place = linkAtStart === null ? null : await referredPlace(linkAtStart);
  const hash = place === null ? '' : hashOf(place);
  const window = openWindow({ preload: join(DIST, 'electron/preload.cjs'), icon: join(DIST, 'electron/icon.png'), hash });
  window.webContents.on('render-process-gone', (_, { reason }) => void writeCrash(crashHome(), { place: 'window', during: reason, error: null }));
  if (isSmokeTest) window.once('ready-to-show', reportFirstPaint);
  if (pathAtStart !== null) void openFromSystem(pathAtStart);
}

/** Whoever leaves the computer leaves a protected project locked. */
function lockProject(): void {
  void core.call('protection.lockNow', {});
}

function isBuiltForTests(): boolean {
  const { builtForTests } = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as { builtForTests?: boolean };
  return builtForTests === true;
}

function settingsFolder(): string {
  return process.env['TRAME_SETTINGS'] ?? app.getPath('userData');
}

function crashHome(): CrashHome {
  return { folder: settingsFolder(), version: app.getVersion() };
}

const currentWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];
const projectsFolder = (): string => process.env['TRAME_HOME'] ?? join(app.getPath('documents'), 'Trame');

function beginCore(): Core {
  return startCore({
    script: CORE_SCRIPT,
    environment: {
      TRAME_HOME: projectsFolder(),
      TRAME_SETTINGS: settingsFolder(),
      TRAME_LANG: process.env['TRAME_LANG'] ?? language,
    },
    node: isSealed ? undefined : process.env['TRAME_NODE'],
    onEvent: (event) => currentWindow()?.webContents.send('event', event),
    onEnd: () => void offerRestart(),
  });
}

async function offerRestart(): Promise<void> {
  const { coreEnded, nothingLost, restart, quit } = WORDS[language];
  const { response } = await dialog.showMessageBox({ type: 'error', message: coreEnded, detail: nothingLost, buttons: [restart, quit], cancelId: 1 });
  if (response === 1) {
    app.quit();
    return;
  }
  core = beginCore();
  currentWindow()?.webContents.reload();
}

/** Quitting waits until the core has closed the project: one whole file, that can be copied. */
function stopCoreFirst(event: { preventDefault(): void }): void {
  if (core === undefined) return;
  event.preventDefault();
  app.off('will-quit', stopCoreFirst);
  void core.stop().finally(() => app.quit());
}

async function mediaByHash(sha256: string): Promise<MediaFile | null> {
  const reply = await core.call('media.path', { sha256 });
  return reply.ok ? (reply.value as MediaFile) : null;
}

/** What the page asks; opening a file by its path is for the shell alone. */
function answer(event: IpcMainInvokeEvent, channel: string, input: unknown): Promise<Answer> {
  if (!isFromPage(event) || SHELL_ONLY.has(channel)) return Promise.resolve(unknownChannel(channel));
  if (!channel.startsWith('desktop.')) return core.call(channel, input);
  if (channel === 'desktop.chooseProject') return chooseProject();
  if (channel === 'desktop.chooseMerge') return chooseMerge();
  if (channel === 'desktop.revealProject') return revealProject();
  if (channel === 'desktop.writePack') return writePack(input);
  if (channel === 'desktop.revealPack') return revealPack();
  if (channel === 'desktop.chooseModel') return chooseModel();
  if (channel === 'desktop.revealCrash') return revealCrash();
  return Promise.resolve(unknownChannel(channel));
}

const unknownChannel = (channel: string): Answer => ({ ok: false, failure: { kind: 'invalid', code: 'input.unknownChannel', data: { channel } } });

/** The project chosen in the system's dialog, opened; null when none was chosen. */
async function chooseProject(): Promise<Answer> {
  const window = currentWindow();
  if (window === undefined) return { ok: true, value: null };
  const filters = [{ name: WORDS[language].projects, extensions: ['trame'] }];
  const { filePaths } = await dialog.showOpenDialog(window, { defaultPath: projectsFolder(), filters, properties: ['openFile'] });
  const [path] = filePaths;
  return path === undefined ? { ok: true, value: null } : core.call('project.openPath', { path });
}

/** The copy to merge, chosen in the system's dialog; null when none was chosen. */
async function chooseMerge(): Promise<Answer> {
  const window = currentWindow();
  if (window === undefined) return { ok: true, value: null };
  const filters = [{ name: WORDS[language].projects, extensions: ['trame'] }];
  const { filePaths } = await dialog.showOpenDialog(window, { defaultPath: projectsFolder(), filters, properties: ['openFile'] });
  const [path] = filePaths;
  return path === undefined ? { ok: true, value: null } : core.call('merge.openPath', { path });
}

/** Shows the open project's file in the system's file manager. */
async function revealProject(): Promise<Answer> {
  const current = await core.call('project.current', {});
  const listed = await core.call('project.list', {});
  if (!current.ok) return current;
  if (!listed.ok) return listed;
  const project = current.value as { fileName: string } | null;
  const place = (listed.value as { fileName: string; folder: string }[]).find(({ fileName }) => fileName === project?.fileName);
  if (place === undefined) return { ok: false, failure: { kind: 'refusal', code: 'project.none', data: {} } };
  shell.showItemInFolder(join(place.folder, place.fileName));
  return { ok: true, value: null };
}

/** Writes what is printed into a folder chosen in the system's dialog; null when none was chosen. The page never names the folder. */
async function writePack(input: unknown): Promise<Answer> {
  const window = currentWindow();
  if (window === undefined) return { ok: true, value: null };
  const properties: OpenDialogOptions['properties'] = ['openDirectory', 'createDirectory'];
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: WORDS[language].packFolder,
    defaultPath: lastPackFolder ?? app.getPath('documents'),
    properties,
  });
  const [folder] = filePaths;
  if (folder === undefined) return { ok: true, value: null };
  lastPackFolder = folder;
  const reply = await core.call('print.writePack', { ...(input as object), folder });
  if (reply.ok) lastPack = (reply.value as WrittenPack).folder;
  return reply;
}

/** Keeps the folder chosen in the system's dialog as that of the model of language, once it was checked; null when none was chosen. */
async function chooseModel(): Promise<Answer> {
  const window = currentWindow();
  if (window === undefined) return { ok: true, value: null };
  const { filePaths } = await dialog.showOpenDialog(window, { title: WORDS[language].modelFolder, properties: ['openDirectory'] });
  const [folder] = filePaths;
  return folder === undefined ? { ok: true, value: null } : core.call('settings.setModel', { folder });
}

/** Shows the latest crash report in the system's file manager. */
async function revealCrash(): Promise<Answer> {
  const folder = crashFolder(settingsFolder());
  const name = latestCrash(settingsFolder());
  if (name === null) await shell.openPath(folder);
  else shell.showItemInFolder(join(folder, name));
  return { ok: true, value: null };
}

/** Shows the pack that was written last in the system's file manager. */
async function revealPack(): Promise<Answer> {
  if (lastPack !== null) await shell.openPath(lastPack);
  return { ok: true, value: null };
}

/** Opens a project that the system handed over: a double click, a path on the command line. */
async function openFromSystem(path: string): Promise<void> {
  const reply = await core.call('project.openPath', { path });
  // a protected one is asked for its password in the window
  if (!reply.ok && reply.failure.code !== 'project.encrypted') dialog.showErrorBox(WORDS[language].cannotOpen(path), WORDS[language].howToKnow);
}

/** Where a link leads, its project opened; what is no reference, or leads nowhere, is said in words and opens nothing. */
async function referredPlace(link: string): Promise<ReferredPlace | null> {
  const { cannotFollow, noReference, otherProject, passageGone, howToKnow } = WORDS[language];
  const reply = await core.call('link.open', { reference: link });
  if (reply.ok) return reply.value as ReferredPlace;
  const { kind, code } = reply.failure;
  const known: Partial<Record<string, string>> = { 'link.otherProject': otherProject, 'passage.unknown': passageGone, 'link.invalid': noReference };
  dialog.showErrorBox(cannotFollow, kind === 'invalid' ? noReference : (known[code] ?? howToKnow));
  return null;
}

/** Follows a link of an exported document in the window that is open. */
async function followLink(link: string): Promise<void> {
  const place = await referredPlace(link);
  if (place !== null) currentWindow()?.webContents.send('event', { kind: 'goTo', ...place });
}

/** For the tests: how long the program took, from its process's start to a painted window. */
function reportFirstPaint(): void {
  const startedAt = process.getCreationTime() ?? Date.now();
  process.stdout.write(`${JSON.stringify({ firstPaintMs: Math.round(Date.now() - startedAt) })}\n`, () => app.quit());
}
