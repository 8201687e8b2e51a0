// Which part of a package is which, whatever the program that wrote it: the project's XML, and the files that it names.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import type { PackageEntry, PackageReader } from './package-reader.ts';

/** The one `*.qde` in the root, whatever its name. */
export function projectPart(reader: PackageReader, file: string): PackageEntry {
  const found = reader.entries.filter(({ name }) => /^[^/]+\.qde$/i.test(name));
  const entry = found.find(({ name }) => /^project\.qde$/i.test(name)) ?? found[0];
  if (!entry) throw unreadable(file, 'notRefi');
  return entry;
}

/** `internal://X`, `internal:///X`, `relative:///X`, `X` → the part of that name in `sources/`, or beside the project. */
export function partAt(reader: PackageReader, path: string): PackageEntry | undefined {
  if (path === '' || /^absolute:/i.test(path)) return undefined;
  let name = path.replace(/^[a-z]+:\/{2,3}/i, '').replaceAll('\\', '/');
  try {
    if (!reader.find(`sources/${name}`)) name = decodeURIComponent(name);
  } catch {
    // a name with a percent sign of its own
  }
  const bare = name.slice(name.lastIndexOf('/') + 1);
  return reader.find(`sources/${name}`) ?? reader.find(name) ?? reader.find(`sources/${bare}`);
}
