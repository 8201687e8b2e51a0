// After `npm install`: names in package-lock.json every optional package (binaries for other systems) that its parent asks for.
// `--check` only says what is missing. A registry that does not carry them all makes npm leave them out, and `npm ci` then refuses the lockfile everywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCKFILE = fileURLToPath(new URL('../package-lock.json', import.meta.url));

/**
 * The optional packages that no entry stands for, with the version their parent pins.
 *
 * @param {Record<string, { optionalDependencies?: Record<string, string> }>} packages
 * @returns {[string, string][]}
 */
function missingOptionals(packages) {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version })),
  );
  // a package may lie beside its parent or above it
  const isThere = (/** @type {string} */ path, /** @type {string} */ name) =>
    `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
  return wanted
    .filter(({ path, name, version }) => /^\d/.test(version) && !isThere(path, name))
    .map(({ name, version }) => [`node_modules/${name}`, version]);
}

const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
const missing = missingOptionals(lock.packages);
if (process.argv.includes('--check')) {
  for (const [path, version] of missing) console.error(`missing from package-lock.json: ${path} ${version}`);
  process.exitCode = missing.length === 0 ? 0 : 1;
} else {
  for (const [path, version] of missing) lock.packages[path] = { version, optional: true };
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.error(`${missing.length} optional packages added to package-lock.json`);
}
