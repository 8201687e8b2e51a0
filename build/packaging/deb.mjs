#!/usr/bin/env node
// Writes the package for Debian. electron-builder starts it in the place of fpm (a program in Ruby that it would download): the same
// arguments, Debian's own `dpkg-deb`, and the same bytes each time where SOURCE_DATE_EPOCH is set.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, lutimesSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Options of fpm that stand alone. */
const FLAGS = ['--force', '--debug'];

/**
 * @param {readonly string[]} args
 * @returns {{ options: Map<string, string[]>, mappings: { from: string, to: string }[] }} `from=to`: a file, or `folder/=place` for all below it
 */
function read(args) {
  const options = new Map();
  const mappings = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (FLAGS.includes(arg)) continue;
    if (arg.startsWith('-')) {
      at += 1;
      options.set(arg, [...(options.get(arg) ?? []), args[at] ?? '']);
    } else {
      const cut = arg.lastIndexOf('=');
      mappings.push({ from: arg.slice(0, cut), to: arg.slice(cut + 1) });
    }
  }
  return { options, mappings };
}

const { options, mappings } = read(process.argv.slice(2));
const all = (/** @type {string} */ name) => options.get(name) ?? [];
const one = (/** @type {string} */ name) => all(name).at(-1) ?? '';
if (one('-t') !== 'deb') throw new Error(`this writes packages for Debian, not ${one('-t')}`);

const tree = mkdtempSync(join(tmpdir(), 'trame-deb-'));
try {
  lay(tree);
  const written = kilobytesBelow(tree);
  mkdirSync(join(tree, 'DEBIAN'));
  writeFileSync(join(tree, 'DEBIAN/control'), control(written));
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ])
    if (one(option ?? '') !== '') cpSync(one(option ?? ''), join(tree, 'DEBIAN', name ?? ''));
  settle(tree);
  const compression = one('--deb-compression') === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, one('--package')], { stdio: 'inherit' });
} finally {
  rmSync(tree, { recursive: true, force: true });
}

/** @param {string} into */
function lay(into) {
  for (const { from, to } of mappings) {
    const path = join(into, to);
    mkdirSync(from.endsWith('/') ? path : dirname(path), { recursive: true });
    cpSync(from, path, { recursive: true, verbatimSymlinks: true });
  }
}

/** @param {number} kilobytes */
function control(kilobytes) {
  const [summary = '', ...rest] = one('--description').trim().split('\n');
  const relations = [
    ['Depends', all('-d').join(', ')],
    ['Recommends', all('--deb-recommends').join(', ')],
    ['Homepage', one('--url').includes('.invalid') ? '' : one('--url')],
  ];
  return [
    `Package: ${one('--name')}`,
    `Version: ${one('--version')}`,
    `Architecture: ${one('--architecture')}`,
    `Maintainer: ${one('--maintainer')}`,
    `Section: ${one('--category') || 'science'}`,
    `Priority: ${one('--deb-priority') || 'optional'}`,
    `Installed-Size: ${kilobytes}`,
    ...relations.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`),
    `Description: ${summary.trim()}`,
    ...rest.map((line) => ` ${line.trim() || '.'}`),
    '',
  ].join('\n');
}

/** @param {string} folder */
function entriesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }));
}

/** @param {string} folder */
function kilobytesBelow(folder) {
  const bytes = entriesBelow(folder)
    .filter(({ entry }) => entry.isFile())
    .map(({ path }) => statSync(path).size);
  return Math.ceil(bytes.reduce((sum, size) => sum + size, 0) / 1024);
}

/** Rights and times that do not depend on who builds, and when. @param {string} folder */
function settle(folder) {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));
  for (const { entry, path } of entriesBelow(folder)) {
    if (!entry.isSymbolicLink()) chmodSync(path, rightsOf(entry.isDirectory(), path));
    lutimesSync(path, epoch, epoch);
  }
  lutimesSync(folder, epoch, epoch);
}

/** @param {boolean} isFolder @param {string} path */
function rightsOf(isFolder, path) {
  if (isFolder || ['postinst', 'postrm'].includes(basename(path))) return 0o755;
  return isProgram(path) ? 0o755 : 0o644;
}

/** Programs, and libraries that the system loads. @param {string} path */
function isProgram(path) {
  if ((statSync(path).mode & 0o111) !== 0) return true;
  return readFileSync(path).subarray(0, 4).toString('latin1') === '\u007fELF' && !path.endsWith('.node');
}
