// Keeps the rooms of the house apart: who may import whom (`dependency-rules.json`, type imports included), no circle, no
// barrel, no default export, no catch-all file, no overlong file. Run by `npm run lint`; prints one line for each breach.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModule } from './read-module.mjs';

/** @typedef {import('./read-module.mjs').Import} Import */
/**
 * `rooms`: rooms it may import; `typesOf`: rooms of which it may import types only; `packages`: npm packages (`@scope/*` for
 * all of a scope); `node`: Node's own modules; `files`: what belongs to the room, where that is not the folder of its name.
 * @typedef {{ room: string, files?: string[], rooms?: string[], typesOf?: string[], packages?: string[], node?: boolean, notEachOther?: boolean }} Room
 */
/** @typedef {{ file: string, line: number, message: string }} Breach */

const FOLDERS_WITH_ROOMS = ['shared', 'electron', 'renderer'];
const FOLDERS_OF_CODE = [...FOLDERS_WITH_ROOMS, 'test', 'build'];
const CODE = /\.(ts|tsx|mjs)$/;
const LONGEST_FILE = 400;
/** Tools that read their configuration from a default export. */
const MAY_EXPORT_DEFAULT = /^build\/[a-z]+\.config\.ts$/;
const CATCH_ALL_NAME = /\/(utils?|helpers?|misc)\.(ts|tsx|mjs)$/;

/** @type {{ rooms: Room[] }} */
const RULES = JSON.parse(readFileSync(new URL('dependency-rules.json', import.meta.url), 'utf8'));

/**
 * @param {string} root the project's folder
 * @returns {Breach[]} in the order of files and lines
 */
export function checkTree(root) {
  const files = FOLDERS_OF_CODE.flatMap((folder) => filesBelow(root, folder));
  const modules = files.filter((file) => CODE.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  /** @type {Map<string, Import[]>} */
  const graph = new Map();
  /** @type {Breach[]} */
  const breaches = [];
  for (const { file, text } of modules) {
    const { imports, isBarrel, defaultExportLine, syntaxError } = readModule(file, text);
    graph.set(file, imports);
    if (syntaxError !== null) breaches.push({ file, line: 1, message: `cannot be read: ${syntaxError}` });
    breaches.push(...breachesOfShape(file, text, isBarrel, defaultExportLine));
    if (FOLDERS_WITH_ROOMS.some((folder) => file.startsWith(`${folder}/`))) breaches.push(...breachesOfRooms(file, imports));
  }
  return [...breaches, ...circles(graph)].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

/** @param {string} root @param {string} folder @returns {string[]} paths from the root, with slashes */
function filesBelow(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

/** @param {string} file @param {string} text @param {boolean} isBarrel @param {number | null} defaultExportLine @returns {Breach[]} */
function breachesOfShape(file, text, isBarrel, defaultExportLine) {
  const lines = text.trimEnd().split('\n');
  const found = [];
  if (lines.length > LONGEST_FILE) found.push({ file, line: LONGEST_FILE, message: `has ${lines.length} lines. Rule: ${LONGEST_FILE} at most` });
  if (!/^(\/\/|\/\*|#!)/.test(lines[0] ?? '')) found.push({ file, line: 1, message: 'Rule: the first line says in a comment why this file exists' });
  if (isBarrel) found.push({ file, line: 1, message: 'only passes on what other files export. Rule: no barrels' });
  if (CATCH_ALL_NAME.test(`/${file}`))
    found.push({ file, line: 1, message: 'Rule: a file is named after what it is about; no utils, helpers or misc' });
  if (defaultExportLine !== null && !MAY_EXPORT_DEFAULT.test(file)) {
    found.push({ file, line: defaultExportLine, message: 'exports a default. Rule: exports have names' });
  }
  return found;
}

/** @param {string} file @param {Import[]} imports @returns {Breach[]} */
function breachesOfRooms(file, imports) {
  const room = roomOf(file);
  if (room === undefined) return [{ file, line: 1, message: 'belongs to no room. Rule: build/dependency-rules.json names every room' }];
  return imports.flatMap(({ specifier, line, isTypeOnly }) => {
    const target = targetOf(file, specifier);
    if (isAllowed(file, room, target, isTypeOnly)) return [];
    const verb = isTypeOnly ? 'imports types of' : 'imports';
    return [{ file, line, message: `${verb} '${specifier}' (${nameOf(target)}). Rule: ${ruleOf(room)}` }];
  });
}

/** @typedef {{ kind: 'file', path: string } | { kind: 'node', name: string } | { kind: 'package', name: string }} Target */

/** @param {string} file @param {string} specifier @returns {Target} */
function targetOf(file, specifier) {
  if (specifier.startsWith('.')) return { kind: 'file', path: join(dirname(file), specifier).split(sep).join('/') };
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  return { kind: 'package', name: specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/') };
}

/** @param {string} file @param {Room} room @param {Target} target @param {boolean} isTypeOnly */
function isAllowed(file, room, target, isTypeOnly) {
  if (target.kind === 'node') return room.node === true;
  if (target.kind === 'package') return (room.packages ?? []).some((name) => name === target.name || isOfScope(target.name, name));
  const other = roomOf(target.path);
  if (other === undefined) return false;
  if (other === room) return !room.notEachOther || file === target.path;
  return (room.rooms ?? []).includes(other.room) || (isTypeOnly && (room.typesOf ?? []).includes(other.room));
}

/** @param {string} name @param {string} pattern */
const isOfScope = (name, pattern) => pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1));

/** The room whose files include this one; a room made of single files comes before the folder they lie in. @param {string} path */
function roomOf(path) {
  const owns = (/** @type {Room} */ room) => (room.files ?? [room.room]).some((place) => path === place || path.startsWith(`${place}/`));
  return RULES.rooms.find(owns);
}

/** @param {Target} target */
function nameOf(target) {
  if (target.kind !== 'file') return target.kind === 'node' ? 'Node' : `package ${target.name}`;
  return roomOf(target.path)?.room ?? 'no room';
}

/** @param {Room} room */
function ruleOf({ room, rooms = [], typesOf = [], packages = [], node = false, notEachOther = false }) {
  const types = typesOf.map((other) => `types of ${other}`);
  const allowed = [...rooms, ...types, ...packages, ...(node ? ['Node'] : [])].join(', ') || 'nothing else';
  return notEachOther ? `a file of ${room} may import ${allowed}; never another of them` : `${room} may import itself, ${allowed}`;
}

/**
 * One breach for each group of files that import each other in a circle, types included.
 *
 * @param {ReadonlyMap<string, Import[]>} graph
 * @returns {Breach[]}
 */
function circles(graph) {
  /** @type {Breach[]} */
  const found = [];
  /** @type {Set<string>} */
  const finished = new Set();
  /** @type {string[]} */
  const path = [];
  const walk = (/** @type {string} */ file, /** @type {number} */ line) => {
    if (path.includes(file)) {
      const circle = [...path.slice(path.indexOf(file)), file];
      found.push({ file: path.at(-1) ?? file, line, message: `closes the circle ${circle.join(' → ')}. Rule: no circles, types included` });
      return;
    }
    if (finished.has(file)) return;
    path.push(file);
    for (const { specifier, line: next } of graph.get(file) ?? []) {
      const target = targetOf(file, specifier);
      if (target.kind === 'file') walk(target.path, next);
    }
    path.pop();
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file, 1);
  return found;
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const breaches = checkTree(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
  for (const { file, line, message } of breaches) process.stdout.write(`${file}:${line} ${message}\n`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
