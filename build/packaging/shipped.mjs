// Which packages are in the program: those whose files the bundlers really took, those that are found when it runs, and Electron. Each part
// of dist/ notes its own when it is built (`dist/.packages-<part>.json`), so that a part alone can be built again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './natives.mjs';
import { resvgPackages, TARGETS } from './targets.mjs';

/** @typedef {{ path: string, name: string, version: string, integrity?: string, dependencies: readonly string[] }} Shipped `path`: below the project, as in the lockfile */

const PARTS = ['core', 'shell', 'renderer'];
/** Not in a bundle: compiled modules, data that is copied, and what runs all of it. */
const BESIDE_BUNDLES = ['better-sqlite3', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'onnxruntime-web', 'pdfjs-dist', 'pdfkit', 'electron'];

/** @param {string} root @param {string} part @param {readonly string[]} modules paths of files, absolute or below the project */
export function notePackages(root, part, modules) {
  const paths = new Set(modules.map(packagePathOf).filter((path) => path !== null));
  writeFileSync(join(root, 'dist', `.packages-${part}.json`), JSON.stringify([...paths].sort()));
}

/** The package that a file belongs to, as the lockfile names it: `node_modules/a/node_modules/@b/c`. @param {string} file */
function packagePathOf(file) {
  const path = file.replaceAll('\\', '/');
  const start = path.indexOf('node_modules/');
  if (start < 0) return null;
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path.slice(start));
  return found?.[0] ?? null;
}

/** Of the parts of dist/ that are built, in the order of their names. @param {string} root @returns {Shipped[]} */
export function shippedPackages(root) {
  const notes = PARTS.map((part) => join(root, 'dist', `.packages-${part}.json`)).filter((note) => existsSync(note));
  const bundled = notes.flatMap((note) => /** @type {string[]} */ (JSON.parse(readFileSync(note, 'utf8'))));
  const native = TARGETS.flatMap(resvgPackages).map(({ name }) => name);
  const locked = lockedPackages(root);
  const paths = new Set([...bundled, ...[...BESIDE_BUNDLES, ...native].map((name) => `node_modules/${name}`)]);
  const shipped = [...paths].map((path) => {
    const entry = locked[path];
    if (entry === undefined) throw new Error(`${path} is shipped and not in the lockfile`);
    const { version, integrity } = entry;
    const dependencies = dependenciesIn(locked, path).filter((each) => paths.has(each));
    return { path, name: nameOf(path, entry), version, ...(integrity === undefined ? {} : { integrity }), dependencies };
  });
  return shipped.sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** An alias has its own name in the lockfile. @param {string} path @param {Record<string, unknown>} entry */
function nameOf(path, entry) {
  return typeof entry.name === 'string' ? entry.name : path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * Where Node finds what a package needs: in its own node_modules, then in those around it.
 *
 * @param {Record<string, Record<string, unknown>>} locked
 * @param {string} path
 */
function dependenciesIn(locked, path) {
  const entry = locked[path] ?? {};
  const names = Object.keys({ .../** @type {object} */ (entry.dependencies), .../** @type {object} */ (entry.optionalDependencies) });
  return names.flatMap((name) => {
    for (let around = path; ; around = around.slice(0, Math.max(around.lastIndexOf('/node_modules/'), 0))) {
      const found = around === '' ? `node_modules/${name}` : `${around}/node_modules/${name}`;
      if (locked[found] !== undefined) return [found];
      if (around === '') return [];
    }
  });
}
