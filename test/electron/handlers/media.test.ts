// A recording on its way in, as a window sends it: piece by piece, whole or not at all.
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkProject } from '../../../electron/queries/check.ts';
import { mediaFile } from '../../../electron/queries/media.ts';
import { mediaFolder } from '../../../electron/storage/media-files.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { MediaInfo } from '../../../shared/domain/source.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aStudy } from '../../support/study.ts';
import { aRecording } from '../../support/tones.ts';

const SOUND = aRecording(3);

interface Opened {
  readonly core: TestCore;
  readonly path: string;
  readonly e01: SourceId;
  readonly e02: SourceId;
}

async function open(): Promise<Opened> {
  const { project } = aStudy();
  const core = aCore();
  const path = join(core.home, 'étude.trame');
  copyFileSync(project.reopen().path, path);
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  return { core, path, e01: project.source('E01'), e02: project.source('E02') };
}

async function send(core: TestCore, upload: string, sound: Uint8Array): Promise<void> {
  for (let from = 0; from < sound.length; from += 20_000)
    await core.call('media.add', { upload, base64: Buffer.from(sound.subarray(from, from + 20_000)).toString('base64') });
}

async function addTo(core: TestCore, sourceId: SourceId, name: string, sound = SOUND, restores = false): Promise<MediaInfo> {
  const { upload } = await core.call('media.begin', { sourceId, name, sizeBytes: sound.length, restores });
  await send(core, upload, sound);
  return core.call('media.finish', { upload, durationMs: 3000 });
}

const mediaOf = async (core: TestCore, sourceId: SourceId): Promise<MediaInfo | null> => (await core.call('source.open', { sourceId })).media;
const filesOf = (path: string): string[] => (existsSync(mediaFolder(path)) ? readdirSync(mediaFolder(path)) : []);

describe('a recording', () => {
  it('is there when its last piece is, and the window is told', async () => {
    const { core, path, e01 } = await open();
    expect(await mediaOf(core, e01)).toBeNull();
    const added = await addTo(core, e01, 'E01.wav');
    expect(added).toMatchObject({ originalName: 'E01.wav', mime: 'audio/wav', sizeBytes: SOUND.length, durationMs: 3000, isMissing: false });
    expect(added.url).toMatch(/^\/media\/[0-9a-f]{64}$/);
    expect(await mediaOf(core, e01)).toEqual(added);
    expect((await core.call('corpus.read', {})).sources.filter(({ hasMedia }) => hasMedia).map(({ name }) => name)).toEqual(['E01']);
    expect(core.events.at(-1)).toEqual({ kind: 'changes', command: 'media.add', tables: ['media'] });
    expect(filesOf(path)).toEqual([`${added.url.slice('/media/'.length)}.wav`]);
    expect(checkProject(core.desk.project())).toEqual([]);
  });

  it('of two sources is one file; taking it from one leaves it to the other', async () => {
    const { core, path, e01, e02 } = await open();
    await addTo(core, e01, 'E01.wav');
    const { url } = await addTo(core, e02, 'groupe.wav');
    await core.call('media.remove', { sourceId: e01 });
    expect(await mediaOf(core, e01)).toBeNull();
    expect(await mediaOf(core, e02)).toMatchObject({ url, isMissing: false });
    expect(filesOf(path)).toHaveLength(1);
  });

  it('taken away by mistake comes back with undo, file and all', async () => {
    const { core, e01 } = await open();
    const added = await addTo(core, e01, 'E01.wav');
    await core.call('media.remove', { sourceId: e01 });
    await core.call('history.undo', {});
    expect(await mediaOf(core, e01)).toEqual(added);
    await core.call('history.undo', {});
    expect(await mediaOf(core, e01)).toBeNull();
    await core.call('history.redo', {});
    expect(await mediaOf(core, e01)).toEqual(added);
  });

  it('that has gone missing is noticed, and comes back only as itself', async () => {
    const { core, path, e01 } = await open();
    const added = await addTo(core, e01, 'E01.wav');
    rmSync(mediaFolder(path), { recursive: true });
    expect(await mediaOf(core, e01)).toEqual({ ...added, isMissing: true });
    expect(checkProject(core.desk.project())).toEqual([{ what: 'media.fileMissing', where: 'E01' }]);
    expect(await core.refused('media.path', { sha256: added.url.slice(7) })).toBe('media.missing');

    const { upload } = await core.call('media.begin', { sourceId: e01, name: 'autre.wav', sizeBytes: aRecording(2).length, restores: true });
    await send(core, upload, aRecording(2));
    expect(await core.refused('media.finish', { upload, durationMs: 2000 })).toBe('media.otherFile');
    expect(filesOf(path)).toEqual([]);

    core.events.length = 0;
    expect(await addTo(core, e01, 'E01.wav', SOUND, true)).toEqual(added);
    expect(core.events).toEqual([{ kind: 'changes', command: 'media.add', tables: ['media'] }]);
    expect(await core.call('media.path', { sha256: added.url.slice(7) })).toEqual(mediaFile(core.desk.project(), added.url.slice(7)));
  });
});

describe('a recording that does not arrive', () => {
  it('was given up by the window', async () => {
    const { core, path, e01 } = await open();
    const { upload } = await core.call('media.begin', { sourceId: e01, name: 'E01.wav', sizeBytes: SOUND.length });
    await send(core, upload, SOUND);
    expect(filesOf(path)).toHaveLength(1);
    await core.call('media.cancel', { upload });
    await core.call('media.cancel', { upload });
    expect(filesOf(path)).toEqual([]);
    expect(await core.refused('media.add', { upload, base64: 'AAAA' })).toBe('media.unknown');
    expect(await core.refused('media.finish', { upload, durationMs: null })).toBe('media.unknown');
    expect(await mediaOf(core, e01)).toBeNull();
  });

  it('ends with the project, or gives way to another one for the same source', async () => {
    const { core, path, e01 } = await open();
    const { upload } = await core.call('media.begin', { sourceId: e01, name: 'E01.wav', sizeBytes: SOUND.length });
    await send(core, upload, SOUND.subarray(0, 30_000));
    const other = await core.call('media.begin', { sourceId: e01, name: 'E01 bis.wav', sizeBytes: SOUND.length });
    await send(core, other.upload, SOUND.subarray(0, 30_000));
    expect(filesOf(path)).toHaveLength(1);
    await core.call('project.close', {});
    expect(filesOf(path)).toEqual([]);
  });

  it('is shorter or longer than was said, or no recording, or of no source', async () => {
    const { core, path, e01 } = await open();
    const begin = (name: string, sizeBytes: number) => core.call('media.begin', { sourceId: e01, name, sizeBytes });
    const short = await begin('E01.wav', SOUND.length + 1);
    await send(core, short.upload, SOUND);
    expect(await core.refused('media.finish', { upload: short.upload, durationMs: null })).toBe('media.unknown');
    const long = await begin('E01.wav', SOUND.length - 1);
    expect(await core.refused('media.add', { upload: long.upload, base64: Buffer.from(SOUND).toString('base64') })).toBe('media.unknown');
    const text = await begin('E01.mp3', 30);
    expect(await core.refused('media.add', { upload: text.upload, base64: Buffer.from('Enquêtrice : bonjour').toString('base64') })).toBe(
      'media.formatUnknown',
    );
    expect(await core.refused('media.begin', { sourceId: e01, name: 'E01.docx', sizeBytes: 9 })).toBe('media.formatUnknown');
    expect(await core.refused('media.begin', { sourceId: 'ffffffff-ffff-4fff-8fff-ffffffffffff', name: 'x.wav', sizeBytes: 9 })).toBe(
      'source.unknown',
    );
    expect(filesOf(path)).toEqual([]);
    expect(core.faults).toEqual([]);
  });

  it('had its source removed meanwhile', async () => {
    const { core, path, e01 } = await open();
    const { upload } = await core.call('media.begin', { sourceId: e01, name: 'E01.wav', sizeBytes: SOUND.length });
    await send(core, upload, SOUND);
    await core.call('source.remove', { sourceId: e01 });
    expect(await core.refused('media.finish', { upload, durationMs: null })).toBe('source.unknown');
    expect(filesOf(path)).toEqual([]);
  });
});

it('a source without times has no subtitles', async () => {
  const { core, e01 } = await open();
  expect(await core.refused('source.subtitles', { sourceId: e01, format: 'srt' })).toBe('media.noTimes');
});
