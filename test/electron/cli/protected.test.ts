// `--password-file`: a protected project from the command line, in every command; and `trame password`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { done, json, misused, onThisTerminal, refused } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';

onThisTerminal();

interface Files {
  readonly path: string;
  readonly at: (name: string) => string;
  readonly own: readonly [string, string];
  readonly other: readonly [string, string];
}

function files(): Files {
  const folder = aFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('mot de passe'), 'une phrase dont on se souvient\nce qui suit ne compte pas\n');
  writeFileSync(at('autre'), 'une tout autre phrase\r\n');
  return { path: at('thèse.trame'), at, own: ['--password-file', at('mot de passe')], other: ['--password-file', at('autre')] };
}

it('makes, fills, searches, checks and backs up a protected project, and opens it by no other password', async () => {
  const { path, at, own, other } = files();
  await done('new', path, '--title', 'Deux pôles', ...own);
  expect(readFileSync(path).subarray(0, 4).toString()).toBe('TRP1');
  writeFileSync(at('E01.txt'), 'Directrice : La zibeline est là.\n');
  await done('import', path, at('E01.txt'), ...own);
  expect(await json<{ name: string }[]>('list', path, 'sources', ...own)).toMatchObject([{ name: 'E01' }]);
  expect(await refused('list', path, 'sources')).toMatch(/protected by a password/u);
  expect(await refused('list', path, 'sources', ...other)).toMatch(/does not open this project/u);
  expect(await refused('check', path, '--password-file', at('nulle part'))).toMatch(/nulle part/u);
  expect(await json('check', path, ...own)).toMatchObject({ sound: true });
  await done('backup', path, '--out', at('copie.trame'), ...own);
  expect(readFileSync(at('copie.trame')).includes('zibeline')).toBe(false);
  expect(await json('merge', path, at('copie.trame'), ...own)).toMatchObject({ isChanged: false });
});

it('protects a project, gives it another password, and takes it away', async () => {
  const { path, at, own, other } = files();
  await done('new', path, '--title', 'Deux pôles');
  await misused('password', path);
  await done('password', path, '--new-password-file', at('mot de passe'));
  expect(await refused('password', path, '--remove', ...other)).toMatch(/does not open this project/u);
  await done('password', path, '--new-password-file', at('autre'), ...own);
  await done('password', path, '--remove', ...other);
  expect(readFileSync(path).subarray(0, 6).toString()).toBe('SQLite');
  expect(await json('check', path)).toMatchObject({ sound: true });
  writeFileSync(at('court'), 'court');
  expect(await refused('password', path, '--new-password-file', at('court'))).toMatch(/too short/u);
  expect(existsSync(`${path}.recast`)).toBe(false);
});
