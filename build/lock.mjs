// One set-up at a time: the first command holds a lock folder, the others wait for it. Made of a folder because creating
// one is atomic on every file system.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

/** A holder that has not yet written its number is given this long before the lock counts as left behind. */
const UNSIGNED_GRACE_MS = 5_000;
const POLL_MS = 200;

/**
 * Runs `work` while holding the lock folder at `path`. A lock whose holder is gone (killed, power cut) is taken over.
 *
 * @param {string} path
 * @param {() => Promise<void>} work
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !take(path); waited = true) {
    if (!waited) say('Trame : une autre commande prépare déjà le programme ; attente…', 'Trame: another command is already setting up; waiting…');
    await wait(POLL_MS);
  }
  const release = () => rmSync(path, { recursive: true, force: true });
  // Ending by `process.exit` inside `work` releases too; a killed process leaves a lock that the next one takes over.
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} path */
function take(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isErrorCode(error, 'EEXIST')) throw error;
    if (isLeftBehind(path)) removeOnce(path);
    return false;
  }
  writeFileSync(join(path, 'pid'), String(process.pid));
  return true;
}

/** @param {string} path */
function isLeftBehind(path) {
  try {
    process.kill(Number(readFileSync(join(path, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (isErrorCode(error, 'ESRCH')) return true;
    if (!isErrorCode(error, 'ENOENT')) return false;
  }
  const folder = statSync(path, { throwIfNoEntry: false });
  return folder !== undefined && Date.now() - folder.mtimeMs > UNSIGNED_GRACE_MS;
}

/** Of several that find the same dead lock, the one whose rename succeeds removes it. @param {string} path */
function removeOnce(path) {
  const grave = `${path}.${process.pid}`;
  try {
    renameSync(path, grave);
  } catch {
    return;
  }
  rmSync(grave, { recursive: true, force: true });
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isErrorCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
