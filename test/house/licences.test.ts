// Whose work is shipped: each package under a licence that was read and allowed, with its text, and on the bill of materials.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Shipped {
  readonly path: string;
  readonly name: string;
  readonly version: string;
}
interface Notices {
  readonly texts: readonly string[];
  readonly packages: readonly { name: string; version: string; licence: string; text: number }[];
}
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly { 'bom-ref': string; name: string; version: string; purl: string; hashes?: unknown[] }[];
  readonly dependencies: readonly { ref: string; dependsOn: string[] }[];
}

const script = <T>(name: string): Promise<T> => import(join(ROOT, 'build/packaging', name)) as Promise<T>;
const written = <T>(name: string): T => JSON.parse(readFileSync(join(ROOT, 'dist/program', name), 'utf8')) as T;
const { isAllowed, licenceOf } = await script<{
  isAllowed: (licence: string) => boolean;
  licenceOf: (root: string, shipped: Shipped) => { licence: string };
}>('licences.mjs');
const { shippedPackages } = await script<{ shippedPackages: (root: string) => Shipped[] }>('shipped.mjs');
const shipped = shippedPackages(ROOT);

describe('what is shipped', () => {
  test('holds what the program stands on', () => {
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['better-sqlite3-multiple-ciphers', 'electron', 'react', 'lexical', 'pdfkit', '@nats-io/jetstream']),
    );
    expect(names).not.toContain('vitest');
  });

  test('is under licences that were read and allowed, each with its text', () => {
    for (const each of shipped) expect(isAllowed(licenceOf(ROOT, each).licence)).toBe(true);
    const { packages, texts } = written<Notices>('licences.json');
    expect(packages.map(({ name, version }) => `${name} ${version}`)).toEqual(shipped.map(({ name, version }) => `${name} ${version}`));
    expect(packages.filter(({ text }) => (texts[text] ?? '').length < 100)).toEqual([]);
  });

  test.each(['GPL-3.0', 'AGPL-3.0-or-later', 'SSPL-1.0', 'UNLICENSED', 'MIT AND GPL-2.0', 'SEE LICENSE IN README.md', ''])(
    'refuses « %s »',
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );

  test.each(['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'MPL-2.0'])('allows « %s »', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });

  test('a package without a licence ends the build', () => {
    expect(() => licenceOf(ROOT, { path: 'node_modules/of-nobody', name: 'of-nobody', version: '1.0.0' })).toThrow(/none/);
  });

  test('is on the bill of materials: what each is, its checksum, what it needs', () => {
    const bill = written<Bill>('sbom.cdx.json');
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.6']);
    expect(bill.components.map(({ name, version }) => `${name} ${version}`)).toEqual(shipped.map(({ name, version }) => `${name} ${version}`));
    expect(bill.components.filter(({ purl, hashes }) => !/^pkg:npm\/(?:%40[^/@]+\/)?[^/@]+@\d/.test(purl) || hashes === undefined)).toEqual([]);
    const refs = new Set(bill.components.map((component) => component['bom-ref']));
    expect(refs.size).toBe(bill.components.length);
    expect(
      bill.dependencies
        .slice(1)
        .flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
        .filter((ref) => !refs.has(ref)),
    ).toEqual([]);
    expect(readFileSync(join(ROOT, 'dist/program/sbom.cdx.json'), 'utf8')).not.toMatch(/https?:\/\/(?!cyclonedx\.org)/);
  });
});
