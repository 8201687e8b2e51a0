// Correcting a text from a window: a replacement is planned by one call and carried out by another, as it was planned or not at all.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { E01, aStudy } from '../../support/study.ts';

const fileOf = (text: string) => ({ name: 'E01 relu.txt', base64: Buffer.from(text).toString('base64') });
const CORRECTED = E01.replace('La feuille de route', 'Notre feuille de route');

async function open(): Promise<{ core: TestCore; sourceId: SourceId; text: () => Promise<string> }> {
  const { project } = aStudy();
  const core = aCore();
  copyFileSync(project.reopen().path, join(core.home, 'étude.trame'));
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  const sourceId = project.source('E01');
  const text = async (): Promise<string> => (await core.call('source.open', { sourceId })).turns.map((turn) => turn.text).join('');
  return { core, sourceId, text };
}

describe('replacing a text from a window', () => {
  it('is carried out as it was planned, and stands among the revisions', async () => {
    const { core, sourceId, text } = await open();
    const planned = await core.call('source.planReplacement', { sourceId, file: fileOf(CORRECTED) });
    expect(planned.touched.map(({ before, after }) => [before, after])).toEqual([['La feuille de route', 'Notre feuille de route']]);
    expect(await text()).toBe(E01);
    const { touched } = await core.call('source.replaceText', { sourceId, plan: planned.plan });
    expect(touched).toEqual(planned.touched.map(({ passageId }) => passageId));
    expect(await text()).toBe(CORRECTED);
    const [revision] = await core.call('source.revisions', { sourceId });
    expect(revision).toMatchObject({ number: 1, command: 'source.replaceText', added: 1, removed: 1 });
    const comparison = await core.call('source.compareRevisions', { sourceId, from: null, to: revision?.id ?? null });
    expect(comparison).toEqual(planned.comparison);
  });

  it('is refused for a plan that another one took the place of, or that is carried out already', async () => {
    const { core, sourceId, text } = await open();
    const first = await core.call('source.planReplacement', { sourceId, file: fileOf(CORRECTED) });
    const second = await core.call('source.planReplacement', { sourceId, file: fileOf(E01.replace('Qui', 'Mais qui')) });
    const attempt = (plan: string) => core.ask('source.replaceText', { sourceId, plan });
    expect(await attempt(first.plan)).toMatchObject({ ok: false, failure: { code: 'source.changedSince' } });
    expect(await text()).toBe(E01);
    expect(await attempt(second.plan)).toMatchObject({ ok: true });
    expect(await attempt(second.plan)).toMatchObject({ ok: false, failure: { code: 'source.changedSince' } });
  });

  it('follows the pattern that the user chose for the turns', async () => {
    const { core, sourceId } = await open();
    const { comparison } = await core.call('source.planReplacement', { sourceId, file: fileOf(E01), pattern: { kind: 'paragraphs' } });
    expect(comparison.turns).not.toEqual([]);
  });
});
