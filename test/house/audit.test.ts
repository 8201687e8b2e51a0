// What the audit of packages makes of the registry's answer; and that what is shipped carries no door for the tests.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { SHELL_ONLY } from '../../shared/contract/shell-only.ts';
import { outsideAddress } from '../../electron/outside-address.ts';

const ROOT = resolve(import.meta.dirname, '../..');
interface Audit {
  readonly redAdvisories: (weaknesses: object, allowed: readonly object[], today: string) => string[];
}
const { redAdvisories } = (await import(join(ROOT, 'build/audit.mjs'))) as Audit;
const WEAK = {
  a: { name: 'a', via: [{ severity: 'high', url: 'https://github.com/advisories/GHSA-aaaa', title: 'reads files', range: '<2' }, 'b'] },
  b: { name: 'b', via: [{ severity: 'moderate', url: 'https://github.com/advisories/GHSA-bbbb', title: 'is slow', range: '*' }] },
};

test('a high advisory is red, a moderate one is not, an allowed one not until its date has passed', () => {
  const exception = { advisory: 'GHSA-aaaa', reason: 'only used to build', until: '2027-01-31' };
  expect(redAdvisories(WEAK, [], '2026-11-23')).toEqual(['high: a <2 GHSA-aaaa reads files']);
  expect(redAdvisories(WEAK, [exception], '2027-01-31')).toEqual([]);
  expect(redAdvisories(WEAK, [exception], '2027-02-01')).toEqual(['high: a <2 GHSA-aaaa reads files (allowed until 2027-01-31: look again)']);
});

test('every exception has a reason and a date', () => {
  const allowed = JSON.parse(readFileSync(join(ROOT, 'build/audit-allowed.json'), 'utf8')) as Record<string, string>[];
  for (const { advisory, reason, until } of allowed) {
    expect(advisory).toMatch(/^GHSA-/u);
    expect(reason?.length).toBeGreaterThan(20);
    expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  }
});

test('the shipped program has its fuses blown, and no package.json of the tests', () => {
  const configuration = readFileSync(join(ROOT, 'build/packaging/configuration.mjs'), 'utf8');
  for (const fuse of [
    'runAsNode: false',
    'enableCookieEncryption: true',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
  ])
    expect(configuration).toContain(fuse);
  expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).not.toContain('builtForTests');
});

test('what names a file or a folder of the disk is for the shell alone', () => {
  const named = Object.entries(contract)
    .filter(([, { input }]) =>
      Object.keys((input as { shape?: object }).shape ?? {}).some((field) => /^(?:path|folder|directory|filePath)$/iu.test(field)),
    )
    .map(([channel]) => channel);
  expect(named.filter((channel) => !SHELL_ONLY.has(channel))).toEqual([]);
});

test.each([
  ['https://example.org/é?q=1#x', 'https://example.org/%C3%A9?q=1#x'],
  ['mailto:anne@example.org', 'mailto:anne@example.org'],
  // letters that only look like others are spelt as the network spells them
  ['https://exаmple.org/', 'https://xn--exmple-4nf.org/'],
  ['http://example.org/', null],
  ['https://user:secret@example.org/', null],
  ['https://', null],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['trame://app/', null],
  ['ms-msdt:/id', null],
  [`https://example.org/${'a'.repeat(3000)}`, null],
  ['no address', null],
])('%s is handed to the system as %s', (address, handed) => expect(outsideAddress(address)).toBe(handed));
