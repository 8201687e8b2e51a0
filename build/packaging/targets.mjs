// The systems that Trame is packaged for, and what of the compiled modules each needs. Two modules are compiled: SQLite's binding, whose
// package brings every system's binary, and the drawer of pictures, which has a package for each system.

/** @typedef {'linux' | 'darwin' | 'win32'} System as Node names it */
/** @typedef {'x64' | 'arm64' | 'universal'} Arch `universal`: one program for both kinds of Mac */
/** @typedef {{ system: System, arch: Arch }} Target */

/** Every system and processor with an installer of its own. @type {readonly Target[]} */
export const TARGETS = [
  { system: 'linux', arch: 'x64' },
  { system: 'linux', arch: 'arm64' },
  { system: 'darwin', arch: 'universal' },
  { system: 'win32', arch: 'x64' },
  { system: 'win32', arch: 'arm64' },
];

/** What follows system and processor in the names of the drawer's packages. */
const RESVG_ENDING = { linux: '-gnu', darwin: '', win32: '-msvc' };

/** @param {Target} target @returns {('x64' | 'arm64')[]} */
export function processorsOf({ arch }) {
  return arch === 'universal' ? ['x64', 'arm64'] : [arch];
}

/** Files below the package better-sqlite3. @param {Target} target */
export function sqlitePrebuilds(target) {
  return processorsOf(target).map((arch) => `prebuilds/${target.system}-${arch}.node`);
}

/** @param {Target} target @returns {{ name: string, system: System, arch: 'x64' | 'arm64' }[]} */
export function resvgPackages(target) {
  const { system } = target;
  return processorsOf(target).map((arch) => ({ name: `@resvg/resvg-js-${system}-${arch}${RESVG_ENDING[system]}`, system, arch }));
}

/** The target of this machine. @returns {Target} */
export function ownTarget() {
  const own = TARGETS.find(({ system, arch }) => system === process.platform && (arch === process.arch || arch === 'universal'));
  if (own === undefined) throw new Error(`Trame is not packaged for ${process.platform} on ${process.arch}`);
  return own;
}
