// Leaving for other programs, as a window asks for it: beside the core, told of, stopped, and only what may be seen.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualOutward } from '../../../shared/domain/outward.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aStudy } from '../../support/study.ts';

const WHOLE = { unit: 'codepoint', withSideFile: true, withRecordings: true } as const;

async function aWindowOnAStudy(): Promise<TestCore> {
  const core = aCore();
  copyFileSync(aStudy().project.reopen().path, join(core.home, 'étude.trame'));
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  return core;
}

describe('a file for another program', () => {
  it('is written while the window is answered, whatever the program', async () => {
    const core = await aWindowOnAStudy();
    const file = core.call('refi.write', WHOLE);
    expect(await Promise.race([file.then(() => 'written'), core.call('project.current', {}).then(() => 'answered')])).toBe('answered');
    const { fileName, base64 } = await file;
    expect(fileName).toMatch(/\.qdpx$/);
    expect(Buffer.from(base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    const corpus = await core.call('outward.write', usualOutward('iramuteq'));
    expect(Buffer.from(corpus.base64, 'base64').toString()).toMatch(/^\*\*\*\* /);
    expect(core.faults).toEqual([]);
  });

  it('is stopped at once, and when its project is closed', async () => {
    const core = await aWindowOnAStudy();
    const stopped = core.refused('refi.write', WHOLE);
    await core.call('job.cancel', { job: 'leaving' });
    expect(await stopped).toBe('job.cancelled');
    const closed = core.refused('refi.write', WHOLE);
    await core.call('project.close', {});
    expect(await closed).toBe('job.cancelled');
    expect(core.faults).toEqual([]);
  });

  it('of a network without a link is refused by the rule’s own words', async () => {
    const core = aCore();
    await core.call('project.create', { title: 'Vide', question: '', language: 'fr', coderName: 'AB', gridKeys: [], caseNames: [] });
    expect(await core.refused('outward.write', usualOutward('gephi'))).toBe('outward.nothing');
  });
});

describe('a table of codings', () => {
  const file = (rows: string) => ({ name: 'codages.csv', base64: Buffer.from(rows).toString('base64') });
  const asked = { createsCategories: true, language: 'fr' } as const;

  it('is planned with what is wrong in it, written as one act, and only as it was planned last', async () => {
    const core = await aWindowOnAStudy();
    const codings = () => core.desk.whole().sqlite.prepare<[], number>('SELECT count(*) FROM coding').pluck().get() ?? 0;
    const before = codings();
    const rows = 'Document;Segment;Code\nE01;c’est notre règle;charte\nE01;des mots que personne ne dit;charte\n';
    const first = await core.call('autocode.planTable', { ...asked, file: file(rows) });
    expect(first).toMatchObject({ format: 'table', total: 2, refused: 1 });
    expect(first.plan).toBeNull();
    const settled = { ...asked, file: file(rows), mapping: { leavesRefused: true } };
    const planned = await core.call('autocode.planTable', settled);
    expect(codings()).toBe(before);
    const again = await core.call('autocode.planTable', settled);
    expect(await core.refused('autocode.applyTable', { plan: planned.plan ?? '' })).toBe('autocode.changedSince');
    expect(await core.call('autocode.applyTable', { plan: again.plan ?? '' })).toEqual({ codings: 1 });
    expect(await core.refused('autocode.applyTable', { plan: again.plan ?? '' })).toBe('autocode.changedSince');
    expect(codings()).toBe(before + 1);
  });

  it('that is none is named, and leaves nothing planned', async () => {
    const core = await aWindowOnAStudy();
    expect(await core.refused('autocode.planTable', { ...asked, file: { ...file('%PDF-1.4'), name: 'x.pdf' } })).toBe('file.formatUnknown');
  });
});

it('a package from a stranger that cannot be read leaves the open project as it was', async () => {
  const core = await aWindowOnAStudy();
  const before = await core.call('project.status', {});
  const { merge } = await core.call('merge.begin', { name: 'piège.qdpx' });
  await core.call('merge.add', { merge, base64: Buffer.from('version https://git-lfs.github.com/spec/v1\n').toString('base64') });
  expect(await core.refused('merge.preview', { merge, choices: {}, matches: {} })).toBe('source.unreadable');
  expect(await core.refused('merge.apply', { merge, choices: {}, matches: {} })).toBe('source.unreadable');
  expect(await core.call('project.status', {})).toEqual(before);
});
