// Which Node runs what, and how the scripts of build/ start other programs. Two Nodes are at hand: the machine's own (20 or
// later), and the pinned one that the `node` package puts into node_modules (SQLite's binding needs 22 or later).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp } from './say.mjs';

const OLDEST_USABLE_NODE = 22;

const isUsable = () => Number.parseInt(process.versions.node, 10) >= OLDEST_USABLE_NODE;

/**
 * The Node that runs the core. On a machine where install scripts are forbidden it is absent, and a recent Node of the
 * machine does as well.
 *
 * @param {string} root
 */
export function pinnedNode(root) {
  const path = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  if (isUsable()) return process.execPath;
  return giveUp(
    'Trame : Node 24 n’a pas pu être installé dans node_modules. Installez Node 22 ou plus récent, puis relancez la commande.',
    'Trame: Node 24 could not be installed into node_modules. Install Node 22 or later, then run the command again.',
  );
}

/** The npm that started this script, run by the Node it runs on itself; else the machine's npm. @returns {[string, ...string[]]} */
export function nodeForNpm() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  if (node !== undefined && npm?.endsWith('.js') && existsSync(node)) return [node, npm];
  return ['npm'];
}

/** Programs are found on the machine, not in a node_modules that may be about to be replaced. */
function environmentOutsideNodeModules() {
  const { PATH = '', ...rest } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...rest, PATH: folders.join(delimiter) };
}

/**
 * Runs a program to its end, keeping what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {number} [timeoutMs] none by default
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function captured(command, args, cwd, timeoutMs = 0) {
  return new Promise((resolve) => {
    const isWindowsScript = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, {
      cwd,
      env: environmentOutsideNodeModules(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindowsScript,
      timeout: timeoutMs,
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program in the foreground: its input, output and end are this command's own.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 127 when it could not be started
 */
export function inForeground(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    // Ctrl+C reaches the child by itself: the terminal sends it to both, and the child decides what it means.
    const ignore = () => {};
    process.on('SIGINT', ignore).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('exit', () => process.off('SIGINT', ignore).off('SIGTERM', passOn).off('SIGHUP', passOn));
  });
}

/**
 * Becomes the given script: in this very process when its Node is recent enough (which spares the start of a second one),
 * else in the pinned Node.
 *
 * @param {string} root
 * @param {string} script absolute path
 * @param {readonly string[]} args
 */
export async function become(root, script, args) {
  if (!isUsable()) {
    process.exitCode = await inForeground(pinnedNode(root), [script, ...args]);
    return;
  }
  // Compiled code is kept between runs: it takes a third off the start of `trame`.
  module.enableCompileCache?.(join(root, '.cache', 'compiled'));
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}
