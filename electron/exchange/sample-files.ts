// Where the sample project's data lie, in the sources as in the bundle.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In the sources the folder stands two rooms up, in the bundle beside the core. */
export function sampleFolder(): string {
  const candidates = ['../../shared/sample/', '../shared/sample/'].map((relative) => fileURLToPath(new URL(relative, import.meta.url)));
  const found = candidates.find((folder) => existsSync(join(folder, 'sample.json')));
  if (!found) throw new Error(`the sample is not in ${candidates.join(' or ')}`);
  return found;
}

export function sampleBytes(name: string): Buffer {
  return readFileSync(join(sampleFolder(), name));
}

export function sampleJson(name: string): unknown {
  return JSON.parse(sampleBytes(name).toString('utf8'));
}
