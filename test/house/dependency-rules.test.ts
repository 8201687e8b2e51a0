// Proves that the rooms of the house are kept apart: for every row of the table a forbidden import is found and named, what
// is allowed passes, and the real tree is clean.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folders: string[] = [];

/** Writes the files into a folder of their own and returns what the check prints about them. */
function checked(files: Record<string, string>): { lines: string[]; exitCode: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'trame-house-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return check(folder);
}

function check(folder: string): { lines: string[]; exitCode: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'build/check-imports.mjs'), folder], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { lines: stdout.split('\n').filter((line) => line !== ''), exitCode: status };
}

/** A file that imports one thing, on its second line. */
const importing = (specifier: string): string => `// A fixture.\nimport { thing } from '${specifier}';\nexport const other = thing;\n`;

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** For every room: something that it must not import, and what the check calls it. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string, named: string])[] = [
  ['shared/domain/a.ts', '../contract/x.ts', 'shared/contract'],
  ['shared/domain/b.ts', 'node:fs', 'Node'],
  ['shared/domain/c.ts', 'd3', 'package d3'],
  ['shared/contract/a.ts', 'electron', 'package electron'],
  ['shared/contract/b.ts', '../../renderer/x.ts', 'renderer'],
  ['shared/figure/a.ts', 'react', 'package react'],
  ['shared/figure/b.ts', '../contract/x.ts', 'shared/contract'],
  ['shared/i18n/a.ts', '../domain/x.ts', 'shared/domain'],
  ['electron/storage/a.ts', '../../shared/contract/x.ts', 'shared/contract'],
  ['electron/storage/b.ts', '../commands/x.ts', 'electron/commands'],
  ['electron/queries/a.ts', '../commands/x.ts', 'electron/commands'],
  ['electron/queries/b.ts', '../commands/run-command.ts', 'run-command and undo'],
  ['electron/commands/a.ts', '../exchange/x.ts', 'electron/exchange'],
  ['electron/commands/b.ts', './a.ts', 'electron/commands'],
  ['electron/commands/c.ts', '../storage/x.ts', 'electron/storage'],
  ['electron/commands/d.ts', '../../shared/contract/x.ts', 'shared/contract'],
  ['electron/commands/undo.ts', '../exchange/x.ts', 'electron/exchange'],
  ['electron/exchange/printing/formats/a.ts', '../../../queries/x.ts', 'electron/queries'],
  ['electron/exchange/b.ts', 'better-sqlite3', 'package better-sqlite3'],
  ['electron/exchange/c.ts', 'drizzle-orm', 'package drizzle-orm'],
  ['electron/ipc/serve-socket.ts', 'electron', 'package electron'],
  ['electron/ipc/relay.ts', '../queries/x.ts', 'electron/queries'],
  ['electron/main.ts', './storage/x.ts', 'electron/storage'],
  ['electron/window.ts', './workbench.ts', "the core's entries"],
  ['electron/menu.ts', '../shared/domain/x.ts', 'shared/domain'],
  ['electron/preload.ts', './commands/x.ts', 'electron/commands'],
  ['electron/desk.ts', './exchange/x.ts', 'electron/exchange'],
  ['electron/handlers/a.ts', '../main.ts', 'the desktop shell'],
  ['electron/workbench.ts', './main.ts', 'the desktop shell'],
  ['electron/serve.ts', 'electron', 'package electron'],
  ['electron/cli.ts', './window.ts', 'the desktop shell'],
  ['renderer/a.tsx', '../electron/queries/x.ts', 'electron/queries'],
  ['renderer/b.tsx', 'node:path', 'Node'],
  ['renderer/reader/c.tsx', 'electron', 'package electron'],
];

describe('a forbidden import is found, with its file, its line and the rule', () => {
  let lines: string[];
  beforeAll(() => {
    lines = checked(Object.fromEntries(FORBIDDEN.map(([file, specifier]) => [file, importing(specifier)]))).lines;
  });

  it.each(FORBIDDEN)('%s does not import %s', (file, specifier, named) => {
    expect(lines.find((line) => line.startsWith(`${file}:2 imports '${specifier}' (${named}). Rule: `))).toBeDefined();
  });
});

describe('every way to import counts', () => {
  it.each([
    ['a type', "import type { Row } from '../commands/x.ts';"],
    ['an inline type', "import { type Row } from '../commands/x.ts';"],
    ['a type written in place', "export type Row = import('../commands/x.ts').Row;"],
    ['something passed on', "export { row } from '../commands/x.ts';\nexport const own = 1;"],
    ['everything passed on', "export * from '../commands/x.ts';\nexport const own = 1;"],
    ['something loaded later', "export const later = () => import('../commands/x.ts');"],
    ['something required', "export const row: unknown = require('../commands/x.ts');"],
  ])('%s', (_, statement) => {
    const { lines, exitCode } = checked({ 'electron/queries/a.ts': `// A fixture.\n${statement}\n` });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^electron\/queries\/a\.ts:2 imports (types of )?'\.\.\/commands\/x\.ts' \(electron\/commands\)/);
    expect(exitCode).toBe(1);
  });
});

it('what the table allows passes', () => {
  const { lines, exitCode } = checked({
    'shared/domain/coding.ts': importing('zod'),
    'shared/contract/coding.ts': importing('../domain/coding.ts'),
    'shared/figure/matrix.ts': importing('d3'),
    'shared/i18n/failures.ts': "// A fixture.\nimport type { thing } from '../domain/coding.ts';\nexport type Other = typeof thing;\n",
    'electron/storage/writer.ts': importing('better-sqlite3'),
    'electron/queries/codings.ts': importing('../storage/writer.ts'),
    'electron/commands/run-command.ts': importing('../storage/writer.ts'),
    'electron/commands/codings.ts': importing('./run-command.ts'),
    'electron/exchange/export-matrix.ts': importing('../queries/codings.ts'),
    'electron/ipc/relay.ts': importing('electron'),
    'electron/main.ts': importing('./ipc/relay.ts'),
    'electron/workbench.ts': importing('./exchange/export-matrix.ts'),
    'renderer/App.tsx': importing('@lexical/plain-text'),
    'renderer/reader/Reader.tsx': importing('../App.tsx'),
  });
  expect(lines).toEqual([]);
  expect(exitCode).toBe(0);
});

describe('the shape of a file', () => {
  it('a circle is shown whole, even one of types', () => {
    const { lines } = checked({
      'shared/domain/a.ts': importing('./b.ts'),
      'shared/domain/b.ts': "// A fixture.\nimport type { other } from './a.ts';\nexport const thing: typeof other = null;\n",
    });
    expect(lines).toEqual([expect.stringContaining('closes the circle shared/domain/a.ts → shared/domain/b.ts → shared/domain/a.ts')]);
  });

  it.each([
    ['a barrel', 'shared/domain/all.ts', "// A fixture.\nexport * from './a.ts';\nexport { b } from './b.ts';\n", 'no barrels'],
    ['a default export', 'shared/domain/a.ts', '// A fixture.\nexport default 1;\n', 'exports have names'],
    ['a hidden default export', 'shared/domain/a.ts', '// A fixture.\nconst a = 1;\nexport { a as default };\n', 'exports have names'],
    ['a file for everything', 'shared/domain/utils.ts', '// A fixture.\nexport const a = 1;\n', 'no utils'],
    ['a file of 401 lines', 'shared/domain/a.ts', `// A fixture.\n${'export {};\n'.repeat(400)}`, '400 at most'],
    ['a file that does not say why it exists', 'shared/domain/a.ts', 'export const a = 1;\n', 'the first line says'],
    ['a file in no room', 'electron/stray.ts', '// A fixture.\nexport const a = 1;\n', 'belongs to no room'],
  ])('%s is refused', (_, file, text, rule) => {
    const { lines, exitCode } = checked({ [file]: text });
    expect(lines).toEqual([expect.stringContaining(rule)]);
    expect(exitCode).toBe(1);
  });
});

it('the real tree is clean', () => {
  expect(check(ROOT).lines).toEqual([]);
});
