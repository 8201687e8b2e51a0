// Packages altered by chance, each brought in as a stranger's would be: read whole or refused by name, in time, nothing half made and nothing elsewhere.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { PackageReader } from '../../../../electron/exchange/refi/package-reader.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { peekProject } from '../../../../electron/storage/open-project.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import type { RefiRead } from '../../../../shared/domain/refi.ts';
import { aFolder } from '../../../support/project.ts';
import { chance } from '../../../support/seeded.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import type { ZipPart } from '../../../support/zip-archive.ts';
import { randomProject } from './random-projects.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const LONGEST_MS = 10_000;

/** Brings a package in, in a folder of its own: the project is sound, or there is none. */
export async function readPackage(bytes: Uint8Array, withoutSideFile = false): Promise<RefiRead> {
  const above = aFolder();
  const folder = join(above, 'here');
  mkdirSync(folder);
  writeFileSync(join(folder, 'x.qdpx'), bytes);
  const options = { language: 'fr', origin: ORIGIN, withoutSideFile } as const;
  try {
    const report = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'x.trame'), options);
    expect(peekProject(join(folder, 'x.trame'), checkProject)).toEqual([]);
    return report;
  } catch (error) {
    if (error instanceof Refusal) expect(readdirSync(folder)).toEqual(['x.qdpx']);
    throw error;
  } finally {
    expect(readdirSync(above)).toEqual(['here']);
    rmSync(above, { recursive: true, force: true });
  }
}

/** The parts of a package, to be packed again otherwise. */
export function partsOf(path: string): ZipPart[] {
  const reader = new PackageReader(path, 'x');
  try {
    return reader.entries.map((entry) => ({ name: entry.name, content: Buffer.from(reader.read(entry)) }));
  } finally {
    reader.close();
  }
}

/** How many of `count` packages, the first altered by `first`, were read, and how many refused. */
export async function readAlteredPackages(count: number, first = 1): Promise<{ read: number; refused: number; longestMs: number }> {
  const path = join(aFolder(), 'x.qdpx');
  await exportRefi(randomProject(11).project, path, { unit: 'codepoint', withSideFile: false, version: '1' });
  const parts = partsOf(path);
  const outcomes = { read: 0, refused: 0, longestMs: 0 };
  for (let seed = first; seed < first + count; seed += 1) {
    const luck = chance(seed);
    const altered = parts.map(({ name, content }) => ({ name, content: luck.below(2) === 0 ? content : alter(Buffer.from(content), luck) }));
    const whole = zipOf(altered.filter(() => luck.below(20) > 0));
    const bytes = luck.below(4) === 0 ? alter(whole, luck) : whole;
    const start = performance.now();
    const outcome = await readPackage(bytes, true).then(
      () => 'read' as const,
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw new Error(`package ${seed}`, { cause: error });
        return 'refused' as const;
      },
    );
    outcomes.longestMs = Math.max(outcomes.longestMs, performance.now() - start);
    outcomes[outcome] += 1;
  }
  expect(outcomes.read).toBeGreaterThan(count / 20);
  expect(outcomes.refused).toBeGreaterThan(count / 20);
  expect(outcomes.longestMs).toBeLessThan(LONGEST_MS);
  return outcomes;
}

/** Bytes changed, cut, doubled; figures of XML made others. */
function alter(content: Buffer, luck: ReturnType<typeof chance>): Buffer {
  const bytes = Buffer.from(content);
  const at = luck.below(bytes.length + 1);
  switch (luck.below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      if (at < bytes.length) bytes[at] = luck.below(256);
      return bytes;
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(luck.below(at + 1))]);
    case 3:
      return Buffer.from(bytes.toString().replace(/"\d+"/g, () => `"${luck.below(400) - 20}"`));
    case 4:
      return Buffer.from(bytes.toString().replace(/guid="[0-9A-F]{4}/g, (all) => (luck.below(3) === 0 ? `guid="${1000 + luck.below(3)}` : all)));
    default:
      return Buffer.from(bytes.toString().replace(/<(\w+)(?=[ >/])/g, (all, name: string) => (luck.below(40) === 0 ? `<${name}X` : all)));
  }
}
