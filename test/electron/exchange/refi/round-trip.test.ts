// Trame → qdpx → Trame, on projects by chance.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { PackageReader } from '../../../../electron/exchange/refi/package-reader.ts';
import { aFolder } from '../../../support/project.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { partsOf } from './altered-packages.ts';
import { randomProject } from './random-projects.ts';
import { assertComesBackWhole, assertLosesWhatWasSaid, assertValid, hasXmllint } from './round-trips.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

describe('a project that leaves as qdpx and comes back', () => {
  it.each(seeds)('is the same to the last row with its side file (project %i)', async (seed) => {
    await expect(assertComesBackWhole(seed)).resolves.toBeUndefined();
  });

  it.each(seeds)('without it has everything that the exchange format holds, the losses being said before (project %i)', async (seed) => {
    await expect(assertLosesWhatWasSaid(seed)).resolves.toBeUndefined();
  });

  it('has the same identifiers every time, and texts in UTF-8 with LF and no mark', async () => {
    const p = randomProject(3);
    const folder = aFolder();
    for (const name of ['a', 'b']) await exportRefi(p.project, join(folder, name), { unit: 'codepoint', withSideFile: false, version: '1' });
    const [a, b] = ['a', 'b'].map((name) => new PackageReader(join(folder, name), name)) as [PackageReader, PackageReader];
    expect(a.entries.map(({ name, crc }) => [name, crc])).toEqual(b.entries.map(({ name, crc }) => [name, crc]));
    expect(a.entries[0]?.name).toBe('project.qde');
    const texts = a.entries.filter(({ name }) => /^sources\/[0-9A-F-]{36}\.txt$/.test(name)).map((entry) => Buffer.from(a.read(entry)).toString());
    expect(texts.length).toBe(a.entries.length - 1);
    expect(texts.some((text) => /\r|^\ufeff/.test(text))).toBe(false);
    for (const reader of [a, b]) reader.close();
  });

  it('is not brought back from a side file that no longer matches the rest', async () => {
    const p = randomProject(5);
    const folder = aFolder();
    await exportRefi(p.project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: true, version: '1' });
    const edited = partsOf(join(folder, 'x.qdpx')).map(({ name, content }) => ({
      name,
      content: name === 'project.qde' ? Buffer.from(Buffer.from(content).toString().replace('Deux pôles', 'Trois pôles')) : content,
    }));
    writeFileSync(join(folder, 'z.qdpx'), zipOf(edited));
    const read = await newProjectFromRefi(join(folder, 'z.qdpx'), join(folder, 'z.trame'), { language: 'fr', origin: ORIGIN });
    expect(read.isWhole).toBe(false);
    expect(read.changes).toContainEqual({ what: 'sideFileOutdated', count: 1 });
  });

  it.skipIf(!hasXmllint())('is valid for xmllint against the standard’s own schema', async () => {
    await expect(assertValid(7)).resolves.toBeUndefined();
  });
});
