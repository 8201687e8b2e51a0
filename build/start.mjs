// `npm start`: opens the desktop window; where there is no display or no Electron, says so and serves the same workbench
// to a browser on this machine.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { become, captured, inForeground, pinnedNode } from './processes.mjs';
import { say } from './say.mjs';
import { prepare, ROOT } from './setup.mjs';

const ELECTRON_PACKAGE = join(ROOT, 'node_modules/electron');
/** Left by a download that failed: the next starts do not make the person wait for another try. */
const FAILED_DOWNLOAD = join(ROOT, '.cache/electron-download-failed');
const RETRY_AFTER_MS = 24 * 3_600_000;
const PROBE_TIMEOUT_MS = 4_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
/** An Electron that ends with an error this soon never showed a window: libraries missing, no right to a sandbox… */
const SOON_MS = 5_000;

await prepare(['core', 'shell', 'renderer']);
const args = process.argv.slice(2);
if (!(await openWindow())) await become(ROOT, join(ROOT, 'dist/core/serve.mjs'), args);

/** @returns {Promise<boolean>} false when there can be no window, after saying why */
async function openWindow() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    say(
      'Trame : pas d’écran ici (ni DISPLAY ni WAYLAND_DISPLAY) ; l’atelier s’ouvre dans un navigateur, à l’adresse ci-dessous.',
      'Trame: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY); the workbench opens in a browser, at the address below.',
    );
    return false;
  }
  const electron = electronBinary() ?? (await downloadElectron());
  if (electron === null) {
    say(
      'Trame : le programme Electron manque (son téléchargement n’est pas possible d’ici) ; l’atelier s’ouvre dans un navigateur, à l’adresse ci-dessous.',
      'Trame: the Electron program is missing (it cannot be downloaded from here); the workbench opens in a browser, at the address below.',
    );
    return false;
  }
  return runElectron(electron);
}

/** @param {string} electron */
async function runElectron(electron) {
  const started = Date.now();
  const code = await inForeground(electron, [...sandboxFlags(), ROOT, ...args], { env: electronEnvironment() });
  if (code !== 0 && Date.now() - started < SOON_MS) {
    say(
      'Trame : Electron n’a pas pu ouvrir de fenêtre sur ce système ; l’atelier s’ouvre dans un navigateur, à l’adresse ci-dessous.',
      'Trame: Electron could not open a window on this system; the workbench opens in a browser, at the address below.',
    );
    return false;
  }
  process.exitCode = code;
  return true;
}

/** Chromium refuses to run its sandbox as root on Linux. */
function sandboxFlags() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say(
    'Trame : lancé en tant que root, donc sans le bac à sable de Chromium ; préférez un compte ordinaire.',
    'Trame: started as root, hence without Chromium’s sandbox; an ordinary account is safer.',
  );
  return ['--no-sandbox'];
}

/** Some editors set this for their own needs, and it would turn Electron into a plain Node. */
function electronEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _ignored, ...environment } = process.env;
  return environment;
}

/** The path in the package follows the system; the package writes it down once its program is there. */
function electronBinary() {
  const chosen = process.env.TRAME_ELECTRON;
  if (chosen) return existsSync(chosen) ? chosen : null;
  const note = join(ELECTRON_PACKAGE, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(ELECTRON_PACKAGE, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** @returns {Promise<string | null>} the program's path, or null when it cannot be had now */
async function downloadElectron() {
  const { CI, TRAME_NO_DOWNLOAD, TRAME_ELECTRON } = process.env;
  if (CI || TRAME_NO_DOWNLOAD || TRAME_ELECTRON || failedLately()) return null;
  if (await hostAnswers()) {
    say('Trame : téléchargement d’Electron (environ 110 Mo, une seule fois)…', 'Trame: downloading Electron (about 110 MB, once)…');
    const download = captured(pinnedNode(ROOT), [join(ELECTRON_PACKAGE, 'install.js')], ROOT, DOWNLOAD_TIMEOUT_MS);
    if ((await download).code === 0) {
      rmSync(FAILED_DOWNLOAD, { force: true });
      return electronBinary();
    }
  }
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(FAILED_DOWNLOAD, '');
  return null;
}

function failedLately() {
  const failed = statSync(FAILED_DOWNLOAD, { throwIfNoEntry: false });
  return failed !== undefined && Date.now() - failed.mtimeMs < RETRY_AFTER_MS;
}

/** A machine without the internet is told from a slow line before the long wait for the file begins. */
async function hostAnswers() {
  const host = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/electron/electron/releases/';
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}
