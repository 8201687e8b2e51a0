// Which version of the program wrote a file: read from the package, wherever the program runs from.
import { existsSync, readFileSync } from 'node:fs';

/** Beside the built core (dist/core), and from the sources. */
const PACKAGES = ['../program/program.json', '../../../package.json'];

/** `1.2.0`; empty where the package is not beside the program. */
export function programVersion(): string {
  const file = PACKAGES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!file) return '';
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
  return typeof version === 'string' ? version : '';
}
