// What the program knows of itself, in dist/program/: its version and where its publisher tells of new ones (`program.json`), the licences of
// those whose work is shipped (`licences.json`, for the screen of that name), and the bill of materials (`sbom.cdx.json`, CycloneDX 1.6).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf } from './licences.mjs';
import { shippedPackages } from './shipped.mjs';

/** @typedef {import('./shipped.mjs').Shipped} Shipped */
/** @typedef {import('./licences.mjs').Licence} Licence */

/** @param {string} root */
export async function writeNotices(root) {
  const packages = shippedPackages(root).map((shipped) => ({ ...shipped, ...licenceOf(root, shipped) }));
  const card = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(root, 'dist/program');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'program.json'),
    JSON.stringify({ version: card.version, updateFeed: process.env.TRAME_UPDATE_FEED ?? card.updateFeed ?? null }),
  );
  writeFileSync(join(folder, 'licences.json'), JSON.stringify(noticesOf(packages)));
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(card, packages), null, 1)}\n`);
}

/** Many packages share a text to the letter: each is written once. @param {(Shipped & Licence)[]} packages */
function noticesOf(packages) {
  const texts = [...new Set(packages.map(({ text }) => text))];
  return {
    texts,
    packages: packages.map(({ name, version, licence, author, text }) => ({ name, version, licence, author, text: texts.indexOf(text) })),
  };
}

/**
 * Without a number or a time of its own: the same lockfile gives the same bill.
 *
 * @param {{ name: string, version: string, license: string }} card
 * @param {(Shipped & Licence)[]} packages
 */
export function billOfMaterials(card, packages) {
  const refs = new Map(packages.map((each) => [each.path, refOf(each)]));
  const program = `${card.name}@${card.version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': program, name: card.name, version: card.version, licenses: [{ license: { id: card.license } }] },
    },
    components: packages.map((each) => ({
      type: each.name === 'electron' ? 'framework' : 'library',
      'bom-ref': refs.get(each.path),
      name: each.name,
      version: each.version,
      scope: 'required',
      licenses: [/ (?:AND|OR) /u.test(each.licence) ? { expression: each.licence } : { license: { id: each.licence } }],
      ...(each.integrity === undefined
        ? {}
        : { hashes: [{ alg: 'SHA-512', content: Buffer.from(each.integrity.replace(/^sha512-/u, ''), 'base64').toString('hex') }] }),
      purl: purlOf(each),
    })),
    dependencies: [
      { ref: program, dependsOn: [...new Set(refs.values())].sort() },
      ...packages.map((each) => ({ ref: refs.get(each.path), dependsOn: each.dependencies.flatMap((path) => refs.get(path) ?? []).sort() })),
    ],
  };
}

/** A package that is there twice, in two places, is two components. @param {Shipped} shipped */
function refOf(shipped) {
  return shipped.path.includes('/node_modules/') ? `${purlOf(shipped)}#${shipped.path}` : purlOf(shipped);
}

/** @param {Shipped} shipped */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
