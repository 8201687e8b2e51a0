// qdpx on the command line: what would be lost is said first, what comes back is told.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RefiRead, RefiWritten } from '../../../shared/domain/refi.ts';
import { aCodedStudyFile, codingsOf, done, json, refused } from '../../support/command-line.ts';
import type { StudyFile } from '../../support/command-line.ts';
import { aFolder } from '../../support/project.ts';

let study: StudyFile;
beforeAll(async () => {
  study = await aCodedStudyFile();
});

describe('a project as qdpx', () => {
  it('is announced with its losses and not written', async () => {
    const out = join(aFolder(), 'x.qdpx');
    const told = await json<RefiWritten>('export', study.path, '--out', out, '--report', '--json');
    expect(told.losses.map(({ fact }) => fact)).toContain('history');
    expect(existsSync(out)).toBe(false);
  });

  it.each([['--for', 'nvivo'], []])('comes back as a new project with its codings %s %s', async (...how) => {
    const folder = aFolder();
    await done('export', study.path, '--out', join(folder, 'x.qdpx'), ...how.filter((word) => word !== undefined), '--no-side-file');
    const read = await json<RefiRead>('new', join(folder, 'y.trame'), '--from', join(folder, 'x.qdpx'), '--json');
    const [before, after] = [await codingsOf(study.path), await codingsOf(join(folder, 'y.trame'))];
    expect(read.made.codings).toBe(before.length);
    const words = (codings: typeof before): string[] => codings.map(({ source, quote, coder }) => `${source} ${quote} ${coder}`).toSorted();
    expect(words(after)).toEqual(words(before));
    expect(await refused('new', join(folder, 'y.trame'), '--from', join(folder, 'x.qdpx'))).not.toBe('');
  });

  it('comes into an open project as one act, and into one that has it already without a second of anything', async () => {
    const folder = aFolder();
    const [open, packed] = [join(folder, 'y.trame'), join(folder, 'x.qdpx')];
    await done('export', study.path, '--out', packed, '--no-side-file');
    await done('new', open, '--title', 'Autre étude');
    const { merged } = await json<{ merged: { codings: number; isChanged: boolean } }>('import', open, packed);
    const codings = await codingsOf(study.path);
    expect(merged.codings).toBe(codings.length);
    expect((await codingsOf(open)).map(({ quote }) => quote).toSorted()).toEqual(codings.map(({ quote }) => quote).toSorted());
    await json('import', open, packed);
    expect(await codingsOf(open)).toHaveLength(codings.length);
    await done('undo', open);
    expect(await codingsOf(open)).toHaveLength(0);
  });
});
