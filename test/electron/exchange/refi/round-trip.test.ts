// Trame → qdpx → Trame, on projects by chance.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { PackageReader } from '../../../../electron/exchange/refi/package-reader.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readText } from '../../../../electron/queries/sources.ts';
import { closeProject, openProject } from '../../../../electron/storage/open-project.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { contentHash } from '../../../support/content.ts';
import { aFolder } from '../../../support/project.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { exchanged, randomProject } from './random-projects.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const PROJECTS = Number(process.env['REFI_PROJECTS'] ?? 12);
const seeds = Array.from({ length: PROJECTS }, (_, index) => index + 1);

function content(project: Project): Record<string, unknown> {
  return exchanged(project, (id) => readText(project, id as SourceId));
}

function reading<T>(path: string, look: (project: Project) => T): T {
  const project = openProject(path, { origin: ORIGIN });
  try {
    return look(project);
  } finally {
    closeProject(project);
  }
}

describe('a project that leaves as qdpx and comes back', () => {
  it.each(seeds)('is the same to the last row with its side file (project %i)', async (seed) => {
    const p = randomProject(seed);
    const folder = aFolder();
    await exportRefi(p.project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: true, version: '1' });
    const read = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'y.trame'), { language: 'fr', origin: ORIGIN });
    expect(read.isWhole).toBe(true);
    expect(reading(join(folder, 'y.trame'), contentHash)).toBe(contentHash(p.project));
  });

  it.each(seeds)('without it has everything that the exchange format holds, the losses being said before (project %i)', async (seed) => {
    const p = randomProject(seed);
    const folder = aFolder();
    const unit = seed % 2 === 0 ? 'utf16' : 'codepoint';
    const written = await exportRefi(p.project, join(folder, 'x.qdpx'), { unit, withSideFile: false, version: '1' });
    const read = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'y.trame'), { language: 'fr', origin: ORIGIN });
    expect(read.isWhole).toBe(false);
    expect(read.uncertain).toEqual([]);
    const stances = p.project.sqlite.prepare<[], number>('SELECT count(*) FROM coding WHERE stance IS NOT NULL').pluck().get() ?? 0;
    expect(written.losses.find(({ fact }) => fact === 'stance')?.count ?? 0).toBe(stances);
    reading(join(folder, 'y.trame'), (back) => {
      expect(checkProject(back)).toEqual([]);
      expect(content(back)).toEqual(content(p.project));
      expect(back.sqlite.prepare('SELECT 1 FROM coding WHERE stance IS NOT NULL').get()).toBeUndefined();
    });
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
    const reader = new PackageReader(join(folder, 'x.qdpx'), 'x');
    const parts = reader.entries.map((entry) => ({ name: entry.name, content: Buffer.from(reader.read(entry)) }));
    reader.close();
    const edited = parts.map(({ name, content }) => ({
      name,
      content: name === 'project.qde' ? Buffer.from(content.toString().replace('Deux pôles', 'Trois pôles')) : content,
    }));
    writeFileSync(join(folder, 'z.qdpx'), zipOf(edited));
    const read = await newProjectFromRefi(join(folder, 'z.qdpx'), join(folder, 'z.trame'), { language: 'fr', origin: ORIGIN });
    expect(read.isWhole).toBe(false);
    expect(read.changes).toContainEqual({ what: 'sideFileOutdated', count: 1 });
  });

  it.skipIf(process.env['REFI_SCHEMA'] === undefined)('is valid for xmllint against the standard’s own schema', async () => {
    const p = randomProject(7);
    const folder = aFolder();
    await exportRefi(p.project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: false, version: '1' });
    const reader = new PackageReader(join(folder, 'x.qdpx'), 'x');
    const entry = reader.find('project.qde');
    const input = entry ? reader.read(entry) : new Uint8Array();
    reader.close();
    // it ends with an error, and says why, where the document breaks the schema
    expect(() => execFileSync('xmllint', ['--noout', '--schema', process.env['REFI_SCHEMA'] ?? '', '-'], { input })).not.toThrow();
  });
});
