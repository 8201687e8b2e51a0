// What lies beside the core about the program itself: written by the build into dist/program/.
import { existsSync, readFileSync } from 'node:fs';
import type { ThirdParty } from '../../shared/domain/licence.ts';
import type { ProgramCard } from '../../shared/domain/update.ts';

/** From the built core (dist/core), and from the sources where something was built. */
const FOLDERS = ['../program/', '../../dist/program/'];
const PACKAGE = '../../package.json';

interface Notices {
  readonly texts: readonly string[];
  readonly packages: readonly (ThirdParty & { readonly text: number })[];
}

function fileNamed(name: string): string | null {
  const url = FOLDERS.map((folder) => new URL(`${folder}${name}`, import.meta.url)).find((place) => existsSync(place));
  return url === undefined ? null : readFileSync(url, 'utf8');
}

/** `TRAME_UPDATE_FEED` names another address than the publisher's: a laboratory may keep its own. */
export function programCard(environment: NodeJS.ProcessEnv = process.env): ProgramCard {
  const built = fileNamed('program.json');
  const card = JSON.parse(built ?? readFileSync(new URL(PACKAGE, import.meta.url), 'utf8')) as Partial<ProgramCard>;
  return { version: card.version ?? '0.0.0', updateFeed: environment['TRAME_UPDATE_FEED'] || card.updateFeed || null };
}

function notices(): Notices {
  const text = fileNamed('licences.json');
  return text === null ? { texts: [], packages: [] } : (JSON.parse(text) as Notices);
}

export function thirdParties(): ThirdParty[] {
  return notices().packages.map(({ name, version, licence, author }) => ({ name, version, licence, author }));
}

/** Empty for a package that is not shipped. */
export function licenceText(name: string, version: string): string {
  const { texts, packages } = notices();
  const found = packages.find((each) => each.name === name && each.version === version);
  return found === undefined ? '' : (texts[found.text] ?? '');
}
