// A project by chance that leaves as a package and comes back: what has to hold, whoever tries how many of them.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { readText } from '../../../../electron/queries/sources.ts';
import { closeProject, openProject } from '../../../../electron/storage/open-project.ts';
import type { Project } from '../../../../electron/storage/open-project.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { contentHash } from '../../../support/content.ts';
import { aFolder } from '../../../support/project.ts';
import { partsOf } from './altered-packages.ts';
import { exchanged, randomProject } from './random-projects.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const SCHEMA = join(import.meta.dirname, 'fixtures', 'Project.xsd');

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

/** With its side file: the same to the last row. */
export async function assertComesBackWhole(seed: number): Promise<void> {
  const p = randomProject(seed);
  const folder = aFolder();
  await exportRefi(p.project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: true, version: '1' });
  const read = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'y.trame'), { language: 'fr', origin: ORIGIN });
  expect(read.isWhole).toBe(true);
  expect(reading(join(folder, 'y.trame'), contentHash)).toBe(contentHash(p.project));
  rmSync(folder, { recursive: true, force: true });
}

/** Without it: everything that the exchange format holds; what it does not is what was said. */
export async function assertLosesWhatWasSaid(seed: number): Promise<void> {
  const p = randomProject(seed);
  const folder = aFolder();
  const unit = seed % 2 === 0 ? 'utf16' : 'codepoint';
  const written = await exportRefi(p.project, join(folder, 'x.qdpx'), { unit, withSideFile: false, version: '1' });
  assertFollowsSchema(join(folder, 'x.qdpx'));
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
  rmSync(folder, { recursive: true, force: true });
}

let isThere: boolean | undefined;

export function hasXmllint(): boolean {
  try {
    if (isThere === undefined) execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    isThere ??= true;
  } catch {
    isThere = false;
  }
  return isThere;
}

/** Looked at by another program, where there is one, against the standard's own schema. */
export function assertFollowsSchema(path: string): void {
  if (!hasXmllint()) return;
  const input = partsOf(path).find(({ name }) => name === 'project.qde')?.content ?? new Uint8Array();
  // it ends with an error, and says why, where the document breaks the schema
  expect(() => execFileSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, '-'], { input, stdio: 'pipe' })).not.toThrow();
}

export async function assertValid(seed: number): Promise<void> {
  const folder = aFolder();
  await exportRefi(randomProject(seed).project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: false, version: '1' });
  assertFollowsSchema(join(folder, 'x.qdpx'));
  rmSync(folder, { recursive: true, force: true });
}
