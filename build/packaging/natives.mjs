// Compiled packages of other systems than this machine's: npm installs its own system's only. They are fetched by npm itself, in the version
// of the lockfile, into .cache/, and refused unless their content has the lockfile's checksum.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captured, nodeForNpm } from '../processes.mjs';

/** @typedef {{ version: string, integrity?: string }} LockEntry */

/** @param {string} root @returns {Record<string, LockEntry & Record<string, unknown>>} path below the project → what the lockfile says of it */
export function lockedPackages(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/**
 * The folder of a package for one system: this project's own, or one fetched for it.
 *
 * @param {string} root
 * @param {{ name: string, system: string, arch: string }} wanted
 */
export async function folderOfNative(root, { name, system, arch }) {
  const own = join(root, 'node_modules', name);
  if (existsSync(join(own, 'package.json'))) return own;
  const locked = lockedPackages(root)[`node_modules/${name}`];
  if (locked?.integrity === undefined) throw new Error(`the lockfile names no ${name}`);
  const cache = join(root, '.cache/natives', `${system}-${arch}-${locked.version}`);
  const fetched = join(cache, 'node_modules', name);
  if (!existsSync(fetched) || integrityOf(cache, name) !== locked.integrity)
    await fetchInto(root, cache, { name, system, arch, version: locked.version });
  if (integrityOf(cache, name) !== locked.integrity) {
    rmSync(cache, { recursive: true, force: true });
    throw new Error(`${name} ${locked.version} is not what the lockfile says`);
  }
  return fetched;
}

/** @param {string} root @param {string} cache @param {{ name: string, system: string, arch: string, version: string }} wanted */
async function fetchInto(root, cache, { name, system, arch, version }) {
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), JSON.stringify({ private: true }));
  const [command, ...npm] = nodeForNpm();
  const wanted = [`--os=${system}`, `--cpu=${arch}`, ...(system === 'linux' ? ['--libc=glibc'] : [])];
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { code, output } = await captured(command, [...npm, 'install', ...wanted, ...quiet, `${name}@${version}`], cache, 5 * 60_000);
  if (code !== 0) throw new Error(`npm could not fetch ${name} ${version}:\n${output}`);
}

/** What npm measured when it fetched. @param {string} cache @param {string} name @returns {string | undefined} */
function integrityOf(cache, name) {
  const record = join(cache, 'package-lock.json');
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).packages[`node_modules/${name}`]?.integrity : undefined;
}
