// A full disk, a file taken away: the command is refused by name, nothing of it is there, and what was acknowledged stays.
import { renameSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCase } from '../../../electron/commands/corpus.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { fileState } from '../../../electron/storage/disk.ts';
import { LOW_ROOM_BYTES } from '../../../shared/domain/safety.ts';
import { contentHash } from '../../support/content.ts';
import { limitedFile, workOnFullDisk } from '../../support/full-disk.ts';
import { aFolder, aProject } from '../../support/project.ts';
import { aStudyToWorkOn } from '../../support/work/study-file.ts';

it('work drawn by chance on a disk that is full now and then: refusals leave no trace, and undo goes all the way', () => {
  const { refused, done } = workOnFullDisk(aStudyToWorkOn(), limitedFile(aFolder()), { steps: 40, rounds: 2, seed: 5 });
  expect(refused).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(20);
});

it('a command in the middle of which the disk fills up is not there at all, and the same is done once there is room', () => {
  const p = aProject().withCase('Pôle 1');
  const before = contentHash(p.project);
  p.project.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  p.project.sqlite.pragma(`max_page_count = ${Number(p.project.sqlite.pragma('page_count', { simple: true }))}`);
  const long = 'Directrice : On vote encore une fois.\n'.repeat(4000);
  expect(() => p.withSource('E01', long)).toThrow('project.diskFull');
  expect(contentHash(p.project)).toBe(before);
  p.project.sqlite.pragma('max_page_count = 1000000');
  p.withSource('E01', long);
  undo(p.session);
  expect(contentHash(p.project)).toBe(before);
  expect(checkProject(p.project)).toEqual([]);
});

it('a file that was taken away while it is open is written no more: what the system would take in would be nowhere', () => {
  const p = aProject().withCase('Pôle 1');
  const aside = `${p.path}.ailleurs`;
  renameSync(p.path, aside);
  expect(fileState(p.project.sqlite, p.path)).toBe('gone');
  expect(() => createCase(p.session, { name: 'Pôle 2' })).toThrow('project.gone');
  renameSync(aside, p.path);
  createCase(p.session, { name: 'Pôle 2' });
  rmSync(p.path);
  expect(() => createCase(p.session, { name: 'Pôle 3' })).toThrow('project.gone');
});

it('the room left is told before it runs out', () => {
  const { project, path } = aProject();
  expect([1, LOW_ROOM_BYTES - 1, LOW_ROOM_BYTES, null].map((free) => fileState(project.sqlite, path, free))).toEqual([
    'full',
    'low',
    'there',
    'there',
  ]);
});
