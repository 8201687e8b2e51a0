// The packed program: installed from its package into a folder, started by a double click on a project, and packed twice from the same sources.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronRuntime } from '../support/electron-runtime.ts';
import { bareElectron, contentOf, pack, startPacked } from '../support/packed-program.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MOST_INSTALLED = 350_000_000;
/** What a build is made of; node_modules is linked. */
const SOURCES = ['build', 'electron', 'renderer', 'shared', 'migrations', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json'];

const runtime = await electronRuntime();
if (runtime.executablePath === null) console.warn(`packed program left out: ${runtime.reason}`);

describe.skipIf(runtime.executablePath === null || !existsSync('/usr/bin/dpkg-deb'))('the packed program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trame-packed-'));
  const out = join(folder, 'release');
  const installed = join(folder, 'installed');
  const program = join(installed, 'opt/Trame/trame');
  const resources = join(installed, 'opt/Trame/resources');
  let electron = '';
  let said = '';

  const artifact = (ending: string): string => join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? `no ${ending}`);

  beforeAll(async () => {
    electron = bareElectron(runtime.executablePath ?? '', join(folder, 'electron'));
    said = await pack(ROOT, electron, out, 'deb,tar.gz');
    mkdirSync(installed);
    execFileSync('dpkg-deb', ['-x', artifact('.deb'), installed]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('takes no more of the disk than was promised', () => {
    const sizes = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = sizes.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThan(MOST_INSTALLED);
    expect(said).toMatch(/installed: \d+ MB, within 350 MB/);
  });

  test('says what it is, what it opens and what it needs', () => {
    const control = execFileSync('dpkg-deb', ['-f', artifact('.deb')], { encoding: 'utf8' });
    expect(control).toMatch(/^Package: trame$/m);
    expect(control).toMatch(/^Architecture: amd64$/m);
    expect(control).toMatch(/^Depends: .*libgtk-3-0/m);
    const desktop = readFileSync(join(installed, 'usr/share/applications/trame.desktop'), 'utf8');
    expect(desktop).toMatch(/^MimeType=application\/x-trame;x-scheme-handler\/trame;$/m);
    expect(desktop).toMatch(/^Exec=.*%U$/m);
    expect(desktop).toMatch(/^Comment\[fr\]=Coder des entretiens/m);
    for (const path of [
      'mime/packages/trame-project.xml',
      'icons/hicolor/256x256/mimetypes/application-x-trame.png',
      'icons/hicolor/16x16/apps/trame.png',
    ])
      expect(existsSync(join(installed, 'usr/share', path))).toBe(true);
  });

  test('the archive has the same program', () => {
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    execFileSync('tar', ['--extract', '--file', artifact('.tar.gz'), '--directory', unpacked, '--strip-components=1']);
    expect(contentOf(join(unpacked, 'resources/app.asar.unpacked'))).toEqual(contentOf(join(resources, 'app.asar.unpacked')));
    expect(contentOf(unpacked)['resources/app.asar']).toBe(contentOf(resources)['app.asar']);
  });

  test('brings its bill of materials and its licences', () => {
    expect(JSON.parse(readFileSync(join(resources, 'sbom.cdx.json'), 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' });
    for (const name of ['LICENSE.trame.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(existsSync(join(installed, 'opt/Trame', name))).toBe(true);
  });

  test('starts, makes a project and closes it', async () => {
    const home = join(folder, 'home');
    const app = await startPacked(program, home);
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Pour commencer' }).waitFor();
    await page.getByRole('button', { name: 'Ouvrir le projet d’exemple' }).click();
    await page.locator('.frame-screen [role="row"]').first().waitFor({ timeout: 60_000 });
    expect(await app.evaluate(({ app: electronApp }) => electronApp.isPackaged)).toBe(true);
    await app.close();
    expect(readdirSync(home).filter((name) => /\.trame(?:-wal|-shm)?$/.test(name))).toHaveLength(1);
  });

  test('opens the project that it was started with', async () => {
    const home = join(folder, 'home');
    const project = readdirSync(home).find((name) => name.endsWith('.trame')) ?? '';
    const elsewhere = join(folder, 'Étude à ouvrir.trame');
    cpSync(join(home, project), elsewhere);
    const app = await startPacked(program, join(folder, 'other-home'), [elsewhere]);
    const page = await app.firstWindow();
    await page.locator('.frame-screen [role="row"]').first().waitFor();
    await expect.poll(() => page.title()).toMatch(/ – Trame$/);
    await app.close();
  });

  test('packed twice from the same sources is the same program to the byte', async () => {
    const [first, second] = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const tree = join(folder, name);
        mkdirSync(tree);
        for (const path of SOURCES) cpSync(join(ROOT, path), join(tree, path), { recursive: true });
        symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
        execFileSync(process.execPath, [join(tree, 'build/bundle.mjs'), 'core', 'shell', 'renderer'], { cwd: tree });
        await pack(tree, electron, join(tree, 'release'), 'dir');
        return contentOf(join(tree, 'release/linux-unpacked'));
      }),
    );
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(400);
    expect(second).toEqual(first);
  });
});
