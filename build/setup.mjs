// Makes a checkout ready to run: packages installed, dist/ built. Plain JavaScript without a dependency, because it runs
// before anything is installed, on whatever Node the machine has (20 or later).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { captured, nodeForNpm, pinnedNode } from './processes.mjs';
import { giveUp, say } from './say.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.trame-installed');

/** What each part of dist/ is made from: a part is rebuilt when a file below one of these paths changes, comes or goes. */
const SOURCES = {
  core: ['shared', 'electron', 'migrations'],
  shell: ['electron', 'shared', 'build/icons'],
  renderer: ['renderer', 'shared'],
};
const BUILD_TOOLS = ['build/bundle.mjs', 'build/packaging', 'build/vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** @typedef {keyof typeof SOURCES} Part */

/**
 * Installs the packages and builds the given parts of dist/ where that is needed; does nothing, in a few milliseconds,
 * where it is not. Two commands started at once wait for each other.
 *
 * @param {readonly Part[]} parts
 */
export async function prepare(parts) {
  if (isInstalled() && parts.every(isBuilt)) return;
  await withLock(join(ROOT, '.cache', 'setup.lock'), async () => {
    if (!isInstalled()) await install();
    const stale = parts.filter((part) => !isBuilt(part));
    if (stale.length > 0) await build(stale);
  });
}

/** The identity of an installation: what the lockfile says, for this machine's kind of binaries. */
function lockfileHash() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform} ${process.arch} `).update(lock).digest('hex');
}

function isInstalled() {
  return (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash()) || adoptOwnInstall();
}

/** A developer who ran `npm install` is not made to install again: npm's record of node_modules says what is there. */
function adoptOwnInstall() {
  const recordPath = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const present = JSON.parse(readFileSync(recordPath, 'utf8')).packages;
  const { '': _project, ...wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const allThere = Object.entries(wanted).every(([path, entry]) => entry.optional || present[path]?.integrity === entry.integrity);
  if (allThere) writeFileSync(STAMP, lockfileHash());
  return allThere;
}

async function install() {
  say(
    'Trame : installation des paquets nécessaires (environ une minute, une seule fois)…',
    'Trame: installing the packages it needs (about a minute, once)…',
  );
  const [command, ...npm] = nodeForNpm();
  // Windows cannot delete a program that is running, and `npm run` may be running on node_modules/.bin/node.
  const verb = process.platform === 'win32' && existsSync(join(ROOT, 'node_modules')) ? 'install' : 'ci';
  const { code, output } = await captured(command, [...npm, verb, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], ROOT);
  if (code !== 0) {
    process.stderr.write(output);
    giveUp(
      'Trame : l’installation des paquets a échoué (npm dit pourquoi ci-dessus).',
      'Trame: installing the packages failed (npm says why above).',
    );
  }
  writeFileSync(STAMP, lockfileHash());
}

/** @param {readonly Part[]} parts */
async function build(parts) {
  say('Trame : construction du programme…', 'Trame: building the program…');
  const before = new Map(parts.map((part) => [part, fingerprint(part)]));
  for (const part of parts) rmSync(builtStamp(part), { force: true });
  const { code, output } = await captured(pinnedNode(ROOT), [join(ROOT, 'build', 'bundle.mjs'), ...parts], ROOT);
  process.stderr.write(output);
  if (code !== 0) giveUp('Trame : la construction a échoué.', 'Trame: the build failed.');
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  // The fingerprint taken before: a file saved during the build makes the next command build again.
  for (const [part, seen] of before) writeFileSync(builtStamp(part), seen);
}

/** @param {Part} part */
const builtStamp = (part) => join(ROOT, 'dist', `.built-${part}`);

/** @param {Part} part */
function isBuilt(part) {
  return existsSync(builtStamp(part)) && readFileSync(builtStamp(part), 'utf8') === fingerprint(part);
}

/** Path, size and time of every source file: enough to see a change, and a few hundred `stat` calls cost some milliseconds. @param {Part} part */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const path of [...SOURCES[part], ...BUILD_TOOLS]) addToFingerprint(hash, join(ROOT, path));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addToFingerprint(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isDirectory()) for (const name of readdirSync(path).sort()) addToFingerprint(hash, join(path, name));
  else hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
}
