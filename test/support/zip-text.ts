// The parts of an Office file as text.
import { readZipDirectory, readZipEntry } from '../../electron/exchange/reading/zip-directory.ts';

export function zipTexts(archive: Uint8Array): Map<string, string> {
  return new Map(readZipDirectory(archive).map((entry) => [entry.name, Buffer.from(readZipEntry(archive, entry)).toString('utf8')]));
}
