// `npm run dist`: the installers of this system, or of those that are named, into release/.
//
//   npm run dist                            everything for this system
//   npm run dist -- --dir                   the program's folder only
//   npm run dist -- --only deb,tar.gz       some of the installers
//   npm run dist -- --system win32 --arch arm64
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { captured } from '../processes.mjs';
import { configuration } from './configuration.mjs';
import { stageApp } from './stage.mjs';
import { ownTarget, TARGETS } from './targets.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** What a user is asked to give up of their disk. */
const MOST_INSTALLED_MB = 350;
const MB = 1_000_000;

/** What this project writes by itself: without them electron-builder downloads a program. */
const STAND_INS = {
  deb: { CUSTOM_FPM_PATH: join(import.meta.dirname, 'deb.mjs') },
  gzip: { ELECTRON_BUILDER_7ZIP_PATH: join(import.meta.dirname, 'gzip.mjs') },
};

const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    only: { type: 'string' },
    system: { type: 'string' },
    arch: { type: 'string' },
    'for-tests': { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, 'release') },
  },
});
const output = resolve(values.out);
const forTests = values['for-tests'];
const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? (await timeOfLastCommit()));
process.env.SOURCE_DATE_EPOCH = String(epoch);
mkdirSync(output, { recursive: true });
for (const target of wantedTargets()) await pack(target);
await listArtifacts();

/** @returns {import('./targets.mjs').Target[]} */
function wantedTargets() {
  const own = ownTarget();
  const system = values.system ?? own.system;
  const ofSystem = TARGETS.filter((target) => target.system === system && (values.arch === undefined || target.arch === values.arch));
  if (ofSystem.length === 0) throw new Error(`Trame is not packaged for ${system} ${values.arch ?? ''}`);
  // an installer for Windows serves the processor that it is asked for; a program for Linux is made where it runs
  return values.arch === undefined && system === 'linux' ? ofSystem.filter(({ arch }) => arch === own.arch || own.system !== 'linux') : ofSystem;
}

/** @param {import('./targets.mjs').Target} target */
async function pack(target) {
  const app = join(output, `.app-${target.system}-${target.arch}`);
  await stageApp(ROOT, target, app, { epochSeconds: epoch, forTests });
  const wanted = values.dir ? ['dir'] : (values.only?.split(',') ?? null);
  useStandIns(target, wanted);
  const { build, Arch, Platform } = await import('electron-builder');
  const platform = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }[target.system];
  /** @type {string[]} */
  const folders = [];
  const config = configuration({ root: ROOT, app, output, forTests });
  await build({
    projectDir: ROOT,
    publish: 'never',
    targets: platform.createTarget(wanted, Arch[target.arch]),
    config: { ...config, afterPack: async ({ appOutDir }) => void folders.push(appOutDir) },
  });
  rmSync(app, { recursive: true, force: true });
  for (const folder of folders) if (existsSync(folder)) sayInstalledSize(folder);
}

/** @param {import('./targets.mjs').Target} target @param {string[] | null} wanted */
function useStandIns({ system }, wanted) {
  if (system !== 'linux' || process.platform !== 'linux') return;
  const standIns = { ...(existsSync('/usr/bin/dpkg-deb') ? STAND_INS.deb : {}), ...(wanted?.includes('AppImage') === false ? STAND_INS.gzip : {}) };
  for (const [name, path] of Object.entries(standIns)) process.env[name] ??= path;
}

/** @param {string} folder */
function sayInstalledSize(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0);
  const megabytes = Math.round(bytes / MB);
  const verdict = megabytes <= MOST_INSTALLED_MB ? 'within' : 'MORE THAN';
  console.log(`installed: ${megabytes} MB, ${verdict} ${MOST_INSTALLED_MB} MB (${folder})`);
}

/** The time of the sources, so that building them again gives the same files. */
async function timeOfLastCommit() {
  const { code, output: said } = await captured('git', ['log', '-1', '--format=%ct'], ROOT);
  return code === 0 && /^\d+\s*$/.test(said) ? said.trim() : '1767225600';
}

/** Checksums of the installers, the bill of materials beside them, and what a release feed has to say of this version. */
async function listArtifacts() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = readdirSync(output)
    .filter((name) => name.startsWith('Trame-') && !name.endsWith('.blockmap'))
    .sort();
  const lines = [];
  for (const name of names) {
    lines.push(`${await sha256(join(output, name))}  ${name}\n`);
    console.log(`${name}: ${Math.round(lstatSync(join(output, name)).size / MB)} MB`);
  }
  writeFileSync(join(output, 'SHA256SUMS'), lines.join(''));
  copyFileSync(join(ROOT, 'dist/program/sbom.cdx.json'), join(output, 'sbom.cdx.json'));
  const date = new Date(epoch * 1000).toISOString().slice(0, 10);
  const feed = { version, date, page: process.env.TRAME_RELEASE_PAGE ?? null };
  writeFileSync(join(output, 'latest.json'), `${JSON.stringify(feed, null, 2)}\n`);
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
