// Printing and the way back, as a window asks for them.
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AsidePrinter } from '../../../electron/exchange/printing/print-aside.ts';
import { readProject } from '../../../electron/queries/project.ts';
import type { PrintPack, PrintStyle } from '../../../shared/domain/print.ts';
import { passageAddress, passageBookmark } from '../../../shared/domain/passage-link.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aFolder, aProject } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

const STYLE: PrintStyle = { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: true };
const AUDIT = { kind: 'audit' } as const;
const PACK: PrintPack = { style: STYLE, orders: ['md', 'html', 'tex'].map((format) => ({ piece: AUDIT, formats: [format as 'md'] })) };

async function aWindowOnAStudy(): Promise<{ core: TestCore; study: Study; projectId: string }> {
  const study = aStudy();
  const core = aCore();
  copyFileSync(study.project.reopen().path, join(core.home, 'étude.trame'));
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  return { core, study, projectId: readProject(core.desk.project()).id };
}

describe('printing', () => {
  it('shows pages, and of several previews asked for at once only the last', async () => {
    const { core } = await aWindowOnAStudy();
    const [first, last] = await Promise.all([
      core.ask('print.preview', { piece: AUDIT, style: STYLE }),
      core.ask('print.preview', { piece: AUDIT, style: { ...STYLE, language: 'en' } }),
    ]);
    expect(first).toMatchObject({ ok: false, failure: { code: 'job.cancelled' } });
    expect(last).toMatchObject({ ok: true, value: { fileName: 'Audit summary.pdf', mime: 'application/pdf' } });
  });

  it('tells how far a pack is, and stops when it is asked to', async () => {
    const { core } = await aWindowOnAStudy();
    const folder = aFolder();
    const stopping = core.desk.onEvent((event) => {
      if (event.kind === 'progress' && event.job === 'print' && event.done === 1) void core.call('job.cancel', { job: 'print' });
    });
    expect(await core.refused('print.writePack', { pack: PACK, name: 'Annexes', folder })).toBe('job.cancelled');
    expect(readdirSync(folder)).toEqual([]);
    stopping();
    const written = await core.call('print.writePack', { pack: PACK, name: 'Annexes', folder });
    expect(written.files).toHaveLength(4);
    expect(core.events).toContainEqual({ kind: 'progress', job: 'print', done: 3, total: 3, label: 'Journal de l’analyse' });
    const zip = await core.call('print.zipPack', { pack: PACK, name: 'Annexes' });
    expect(zip).toMatchObject({ fileName: 'Annexes.zip', mime: 'application/zip' });
  });

  it('stops when its project is closed', async () => {
    const { core } = await aWindowOnAStudy();
    const folder = aFolder();
    const stopping = core.desk.onEvent((event) => {
      if (event.kind === 'progress' && event.done === 1) core.desk.close();
    });
    expect(await core.refused('print.writePack', { pack: PACK, name: 'Annexes', folder })).toBe('job.cancelled');
    stopping();
    expect(readdirSync(folder)).toEqual([]);
    expect(core.faults).toEqual([]);
  });

  it('does not keep the window waiting, and can be stopped while one piece is written', async () => {
    const { core } = await aWindowOnAStudy();
    const order = { piece: AUDIT, style: STYLE, format: 'docx' } as const;
    const file = core.call('print.make', order);
    // answered first, though asked after
    expect(await Promise.race([file.then(() => 'printed'), core.call('project.current', {}).then(() => 'answered')])).toBe('answered');
    expect(await file).toMatchObject({ fileName: 'Journal de l’analyse.docx' });
    const stopped = core.refused('print.make', order);
    await core.call('job.cancel', { job: 'print' });
    expect(await stopped).toBe('job.cancelled');
    expect(await core.call('print.make', order)).toMatchObject({ fileName: 'Journal de l’analyse.docx' });
    core.desk.close();
    // let go of: no log is left beside the project
    expect(readdirSync(core.home).filter((name) => /-(wal|shm|journal)$/u.test(name))).toEqual([]);
  });

  it('refuses a piece that takes more memory than there is, and prints the next one', async () => {
    const { study } = await aWindowOnAStudy();
    const small = new AsidePrinter({ heapMb: 12 });
    const request = { project: { path: study.project.path, key: null }, piece: AUDIT, style: STYLE, formats: ['pdf'] } as const;
    await expect(small.print(request)).rejects.toMatchObject({ code: 'print.tooLarge' });
    small.stop();
    const enough = new AsidePrinter();
    expect((await enough.print(request))[0]?.length).toBeGreaterThan(1000);
    enough.stop();
  });

  it('keeps settings by name, each name once', async () => {
    const { core } = await aWindowOnAStudy();
    const settingsId = await core.call('printSettings.save', { settingsId: null, name: 'Annexe B', pack: PACK });
    expect(await core.refused('printSettings.save', { settingsId: null, name: ' Annexe B ', pack: PACK })).toBe('printSettings.nameTaken');
    await core.call('printSettings.save', { settingsId, name: 'Annexe C', pack: { ...PACK, orders: PACK.orders.slice(1) } });
    expect(await core.call('printSettings.list', {})).toMatchObject([{ id: settingsId, name: 'Annexe C', pack: { orders: [{}, {}] } }]);
    await core.call('printSettings.remove', { settingsId });
    expect(await core.call('printSettings.list', {})).toEqual([]);
    expect(await core.refused('printSettings.remove', { settingsId })).toBe('printSettings.unknown');
  });
});

describe('a reference', () => {
  it('leads to its passage by link, by bookmark, by citation', async () => {
    const { core, study, projectId } = await aWindowOnAStudy();
    const sourceId = study.project.source('E01');
    for (const reference of [passageAddress(projectId, study.shared), passageBookmark(study.shared), study.shared])
      expect(await core.call('link.open', { reference }), reference).toMatchObject({ projectId, sourceId, passageId: study.shared });
    const { turnId } = await core.call('link.open', { reference: study.shared });
    const { ref } = await core.call('passage.read', { passageId: study.shared });
    expect(await core.call('link.open', { reference: `(${ref.replace(' ', ', Directrice, ')})` })).toEqual({
      projectId,
      sourceId,
      passageId: null,
      turnId,
    });
  });

  it('opens its project where that is known here, and says so where it is not', async () => {
    const { core, study, projectId } = await aWindowOnAStudy();
    const other = aProject('fr').withSource('E01', 'Directrice : Rien.\n', {});
    copyFileSync(other.reopen().path, join(core.home, 'autre.trame'));
    const listing = (await core.call('project.list', {})).find(({ fileName }) => fileName === 'autre.trame');
    await core.call('project.open', { ref: listing?.ref ?? '' });
    expect(readProject(core.desk.project()).id).not.toBe(projectId);
    await core.call('link.open', { reference: passageAddress(projectId, study.shared) });
    expect(readProject(core.desk.project()).id).toBe(projectId);
    const elsewhere = passageAddress('11111111-2222-4333-8444-555555555555', study.shared);
    expect(await core.refused('link.open', { reference: elsewhere })).toBe('link.otherProject');
    expect(readProject(core.desk.project()).id).toBe(projectId);
  });

  it('that leads nowhere is refused by what is missing', async () => {
    const { core, projectId } = await aWindowOnAStudy();
    const unknown = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    expect(await core.refused('link.open', { reference: passageAddress(projectId, unknown) })).toBe('passage.unknown');
    expect(await core.refused('link.open', { reference: 'E99 §1' })).toBe('source.unknown');
    expect(await core.refused('link.open', { reference: 'E01 §999' })).toBe('turn.unknown');
    expect(await core.refused('link.open', { reference: `${passageAddress(projectId, unknown)}&x=1` })).toBe('link.invalid');
    expect(core.faults).toEqual([]);
  });
});
