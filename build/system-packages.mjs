// What the tests need of the machine beside npm's packages: a browser, a virtual display, the libraries of Electron, a team's server.
import { existsSync } from 'node:fs';
import { captured } from './processes.mjs';
import { giveUp, say } from './say.mjs';
import { ROOT } from './setup.mjs';

/** Debian's names; where a release renamed a package (the change of `time_t` to 64 bits), either name will do. */
const PACKAGES = [
  ['chromium'],
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['fonts-dejavu-core'],
  ['fonts-liberation'],
  ['nats-server'],
];

/** Installs what is missing where that is possible (root, Debian or a relative of it); else says what to install, and ends. */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) return installPackages(missing);
  const command = `sudo apt-get install ${(await availableNames(missing)).join(' ')}`;
  giveUp(
    `Trame : les tests ont besoin de paquets du système qui manquent ; installez-les puis relancez : ${command}`,
    `Trame: the tests need system packages that are missing; install them, then run again: ${command}`,
  );
}

async function missingPackages() {
  const { output } = await captured('dpkg-query', ['-W', '-f=${binary:Package} ${db:Status-Status}\n', ...PACKAGES.flat()], ROOT);
  const installed = new Set();
  for (const line of output.split('\n')) {
    const [name = '', status] = line.split(' ');
    if (status === 'installed') installed.add(name.replace(/:.*$/, ''));
  }
  return PACKAGES.filter((names) => !names.some((name) => installed.has(name)));
}

/** @param {string[][]} missing */
async function installPackages(missing) {
  say('Trame : installation des paquets du système pour les tests…', 'Trame: installing the system packages for the tests…');
  const update = await captured('apt-get', ['update'], ROOT);
  const names = await availableNames(missing);
  const install = await captured('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '--no-install-recommends', ...names], ROOT);
  if (install.code === 0) return;
  process.stderr.write(update.code === 0 ? install.output : update.output + install.output);
  giveUp(
    `Trame : impossible d’installer ${names.join(' ')} (apt-get dit pourquoi ci-dessus).`,
    `Trame: could not install ${names.join(' ')} (apt-get says why above).`,
  );
}

/** @param {string[][]} packages */
const availableNames = (packages) => Promise.all(packages.map(availableName));

/** The first of a package's names that this release of Debian really has. @param {string[]} names */
async function availableName(names) {
  for (const name of names) {
    const { output } = await captured('env', ['LC_ALL=C', 'apt-cache', 'policy', name], ROOT);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names[0] ?? '';
}
