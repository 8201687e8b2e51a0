// What is packed for each system, and what it says of itself there: read from the configuration and from what was built, without packing.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Target {
  readonly system: 'linux' | 'darwin' | 'win32';
  readonly arch: 'x64' | 'arm64' | 'universal';
}
interface Targets {
  readonly TARGETS: readonly Target[];
  readonly ownTarget: () => Target;
  readonly sqlitePrebuilds: (target: Target) => string[];
  readonly resvgPackages: (target: Target) => { name: string }[];
}
interface Packing {
  readonly configuration: (places: {
    root: string;
    app: string;
    output: string;
    environment?: NodeJS.ProcessEnv;
    forTests?: boolean;
  }) => Configuration;
}
interface Staging {
  readonly piecesOf: (root: string, target: Target) => Promise<{ from: string; to: string }[]>;
  readonly programCard: (root: string, forTests: boolean) => Record<string, unknown>;
}

const script = <T>(name: string): Promise<T> => import(join(ROOT, 'build/packaging', name)) as Promise<T>;
const { TARGETS, ownTarget, sqlitePrebuilds, resvgPackages } = await script<Targets>('targets.mjs');
const { configuration } = await script<Packing>('configuration.mjs');
const { piecesOf, programCard } = await script<Staging>('stage.mjs');
const places = { root: ROOT, app: '/app', output: '/output' };
const plain = configuration({ ...places, environment: {} });
const locked = (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { integrity?: string }> }).packages;

/** Tags of an XML file with their text; a file that is not well formed throws. */
function tagsOf(path: string): { tag: string; text: string }[] {
  const tags: { tag: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => void tags.push({ tag: name, text: '' }));
  parser.on('text', (text) => {
    const last = tags.at(-1);
    if (last) last.text += text.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(readFileSync(path, 'utf8')).close();
  return tags;
}

describe('the packed program', async () => {
  const pieces = (await piecesOf(ROOT, ownTarget())).map(({ to }) => to);

  test('is what electron-builder understands', async () => {
    const { validateConfiguration } = (await import('app-builder-lib/out/util/config/config.js' as string)) as {
      readonly validateConfiguration: (config: Configuration, logger: unknown) => Promise<void>;
    };
    const validate = (config: Configuration) => validateConfiguration(config, { isEnabled: false, add: () => undefined });
    await expect(validate(plain)).resolves.toBeUndefined();
    await expect(validate({ ...plain, colour: 'green' } as Configuration)).rejects.toThrow(/colour/);
  });

  test('holds what runs and no source, no test, no map, no tool', () => {
    expect(pieces).toContain('dist/core/workbench.mjs');
    expect(pieces).toContain('dist/electron/main.cjs');
    expect(pieces).toContain('dist/renderer/index.html');
    expect(pieces).toContain('dist/program/licences.json');
    expect(pieces).toContain('dist/program/sbom.cdx.json');
    expect(pieces.filter((path) => /\.(?:ts|tsx|map|md|gyp|c|cpp|h)$/.test(path) || /^(?:electron|renderer|shared|test|build)\//.test(path))).toEqual(
      [],
    );
    expect(pieces.filter((path) => !path.startsWith('dist/'))).toEqual(['LICENSE']);
    expect(pieces).toEqual(pieces.toSorted());
  });

  test('has the compiled modules of its own system and no other', () => {
    const compiled = pieces.filter((path) => path.endsWith('.node'));
    const own = ownTarget();
    expect(compiled).toHaveLength(own.arch === 'universal' ? 4 : 2);
    expect(compiled.filter((path) => !path.includes(own.system))).toEqual([]);
  });

  test('every system’s compiled modules are in the package of SQLite, or named by the lockfile with their checksum', () => {
    for (const target of TARGETS) {
      for (const prebuild of sqlitePrebuilds(target))
        expect(readFileSync(join(ROOT, 'node_modules/better-sqlite3', prebuild)).length).toBeGreaterThan(1_000_000);
      for (const { name } of resvgPackages(target)) expect(locked[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/);
    }
  });

  test('is made for Windows, macOS and Linux, in the forms that each is given in', () => {
    expect(TARGETS.map(({ system, arch }) => `${system} ${arch}`)).toEqual([
      'linux x64',
      'linux arm64',
      'darwin universal',
      'win32 x64',
      'win32 arm64',
    ]);
    expect([plain.win?.target, plain.mac?.target, plain.linux?.target]).toEqual([
      ['nsis', 'portable'],
      ['dmg', 'zip'],
      ['AppImage', 'deb', 'tar.gz'],
    ]);
  });

  test('opens projects and references on every system', () => {
    for (const part of [plain.win, plain.mac]) expect(part?.fileAssociations).toMatchObject([{ ext: 'trame', role: 'Editor' }]);
    expect(plain.linux?.mimeTypes).toEqual(['application/x-trame']);
    const mime = tagsOf(join(ROOT, 'build/packaging/linux/trame-project.xml'));
    expect(mime.filter(({ tag }) => tag === 'comment').map(({ text }) => text)).toEqual(['Trame project', 'Projet Trame']);
    expect(plain.protocols).toMatchObject([{ schemes: ['trame'] }]);
  });

  test('asks macOS for nothing but to compile as it runs', () => {
    const keys = tagsOf(join(ROOT, 'build/packaging/mac/entitlements.plist')).filter(({ tag }) => tag === 'key');
    expect(keys.map(({ text }) => text)).toEqual(['com.apple.security.cs.allow-jit']);
    expect(plain.mac).toMatchObject({ hardenedRuntime: true, notarize: false });
  });

  test('is notarised where the environment says by whom', () => {
    const account = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' };
    expect(configuration({ ...places, environment: account }).mac?.notarize).toBe(true);
    expect(configuration({ ...places, environment: { APPLE_ID: 'a' } }).mac?.notarize).toBe(false);
  });

  test('is no Node, obeys no inspector and loads nothing but its archive; only a copy for tests lets them in', () => {
    const sealed = { runAsNode: false, onlyLoadAppFromAsar: true, enableEmbeddedAsarIntegrityValidation: true, enableCookieEncryption: true };
    const shut = { enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, grantFileProtocolExtraPrivileges: false };
    expect(plain.electronFuses).toMatchObject({ ...sealed, ...shut });
    expect(configuration({ ...places, forTests: true }).electronFuses).toMatchObject(sealed);
    expect(programCard(ROOT, false)).not.toHaveProperty('builtForTests');
    expect(programCard(ROOT, false)).not.toHaveProperty('dependencies');
  });

  test('neither publishes nor updates itself', () => {
    expect(plain.publish).toBeNull();
  });
});

describe('the icons', () => {
  const icon = (name: string) => readFileSync(join(ROOT, 'build/icons', name));

  test.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('the program has one of %i pixels', (size) => {
    const picture = icon(`${size}x${size}.png`);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
  });

  test.each(['icon', 'document'])('%s has the sizes that Windows and macOS ask for', (name) => {
    const windows = icon(`${name}.ico`);
    const sizes = Array.from({ length: windows.readUInt16LE(4) }, (_, index) => windows.readUInt8(6 + 16 * index) || 256);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const apple = icon(`${name}.icns`);
    expect(apple.readUInt32BE(4)).toBe(apple.length);
  });
});
