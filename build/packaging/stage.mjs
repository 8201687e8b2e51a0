// Lays out what is shipped in a folder, and nothing else: electron-builder packs that folder as it is. The same sources give the same bytes,
// in the same order, with the same times: packing twice gives the same program.
import { chmodSync, copyFileSync, existsSync, lutimesSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { folderOfNative } from './natives.mjs';
import { resvgPackages, sqlitePrebuilds } from './targets.mjs';

/** @typedef {{ from: string, to: string }} Piece a file, and where it lies in the program: a path with slashes */

/** Parts of dist/ that the program runs on. */
const PARTS = ['core', 'electron', 'renderer', 'review', 'migrations', 'shared', 'cmaps', 'fonts', 'onnx', 'program'];
/** Beside the core, where its imports find them; `node_modules` at the top is electron-builder's to fill. */
const MODULES = 'dist/core/node_modules';

/**
 * The files of the program for one system, in the order of their paths.
 *
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @returns {Promise<Piece[]>}
 */
export async function piecesOf(root, target) {
  const missing = PARTS.filter((part) => !existsSync(join(root, 'dist', part)));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(', ')}: run \`npm run build\` first`);
  const sqlite = join(root, 'node_modules/better-sqlite3');
  const resvg = join(root, 'node_modules/@resvg/resvg-js');
  const pieces = [
    { from: join(root, 'LICENSE'), to: 'LICENSE' },
    ...PARTS.flatMap((part) => filesBelow(join(root, 'dist', part), `dist/${part}`)),
    ...piecesIn(sqlite, `${MODULES}/better-sqlite3`, ['LICENSE', 'package.json', ...filesNamed(sqlite, 'lib'), ...sqlitePrebuilds(target)]),
    ...piecesIn(resvg, `${MODULES}/@resvg/resvg-js`, ['LICENSE', 'package.json', 'index.js', 'js-binding.js']),
  ];
  for (const wanted of resvgPackages(target)) pieces.push(...filesBelow(await folderOfNative(root, wanted), `${MODULES}/${wanted.name}`));
  return pieces.filter(({ to }) => isShipped(to)).sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** Maps of the sources are for developers, and larger than the program. @param {string} path */
function isShipped(path) {
  return !path.endsWith('.map') && !path.endsWith('.d.ts') && !path.endsWith('/README.md');
}

/** @param {string} folder @param {string} to @param {string[]} names @returns {Piece[]} */
function piecesIn(folder, to, names) {
  return names.map((name) => ({ from: join(folder, name), to: `${to}/${name}` }));
}

/** @param {string} folder @param {string} below */
function filesNamed(folder, below) {
  return filesBelow(join(folder, below), below).map(({ to }) => to);
}

/** @param {string} folder @param {string} to @returns {Piece[]} */
function filesBelow(folder, to) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const from = join(entry.parentPath, entry.name);
    return { from, to: `${to}/${relative(folder, from).split(sep).join('/')}` };
  });
}

/**
 * What the packaged program says of itself; electron-builder reads its name, version and people here. A program that says it is built for
 * tests lets them drive it, and is never given to anybody.
 *
 * @param {string} root
 * @param {boolean} forTests
 */
export function programCard(root, forTests) {
  const { name, version, description, license, author, homepage, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name,
    productName: 'Trame',
    version,
    description,
    license,
    author: author ?? 'The Trame developers',
    // how Linux knows which entry of its menu an open window belongs to
    desktopName: 'trame.desktop',
    homepage: homepage ?? NO_HOMEPAGE,
    main,
    ...(forTests ? { builtForTests: true } : {}),
  };
}

/** Packages for Debian must name an address; this one says that there is none. */
const NO_HOMEPAGE = 'https://trame.invalid/';

/**
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @param {string} into emptied first
 * @param {{ epochSeconds: number, forTests?: boolean }} how `epochSeconds`: the time that every file gets
 */
export async function stageApp(root, target, into, { epochSeconds, forTests = false }) {
  rmSync(into, { recursive: true, force: true });
  for (const { from, to } of await piecesOf(root, target)) {
    const path = join(into, to);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(from, path);
  }
  writeFileSync(join(into, 'package.json'), `${JSON.stringify(programCard(root, forTests), null, 2)}\n`);
  for (const entry of readdirSync(into, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() ? 0o755 : 0o644);
    lutimesSync(path, epochSeconds, epochSeconds);
  }
}
