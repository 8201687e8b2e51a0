// Who has a project open is told to everybody who sees the file, also after a crash.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ProjectLock, holderOf, isElsewhere } from '../../../electron/storage/lock.ts';
import { aFolder } from '../../support/project.ts';

const HERE = { installation: 'ici', coder: 'Anne Berger' };

/** As a program on another computer, or one that was killed, leaves it. */
function lockedBy(lock: Record<string, unknown>): string {
  const path = join(aFolder(), 'étude.trame');
  const at = new Date().toISOString();
  writeFileSync(
    `${path}.lock`,
    JSON.stringify({ token: 't', installation: 'ici', computer: hostname(), coder: 'Bruno', pid: 1, since: at, seen: at, ...lock }),
  );
  return path;
}

/** One that ran here and is gone. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

it('is said while the project is open, and no longer', () => {
  const path = join(aFolder(), 'étude.trame');
  const lock = ProjectLock.take(path, HERE);
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ coder: 'Anne Berger', computer: hostname(), pid: process.pid });
  lock?.renew('Chloé');
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ coder: 'Chloé' });
  lock?.release();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('another computer’s is refused by name, until it is taken over', () => {
  const path = lockedBy({ computer: 'PORTABLE-BRUNO', installation: 'là' });
  expect(isElsewhere(path, 'ici')).toBe(true);
  expect(() => ProjectLock.take(path, HERE)).toThrow(
    expect.objectContaining({ code: 'project.held', data: expect.objectContaining({ coder: 'Bruno', computer: 'PORTABLE-BRUNO' }) as unknown }),
  );
  expect(holderOf(path, 'ici')).toMatchObject({ coder: 'Bruno' });
  const lock = ProjectLock.take(path, { ...HERE, takeOver: true });
  expect(lock?.takenBy()).toBeNull();
  expect(holderOf(path, 'là')).toMatchObject({ coder: 'Anne Berger' });
});

it('that of a program of this computer that died is taken over without a word', () => {
  expect(holderOf(lockedBy({ pid: deadPid() }), 'ici')).toBeNull();
  const path = lockedBy({ pid: deadPid() });
  ProjectLock.take(path, HERE)?.release();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('that of before this computer was started is one of a program that died, whoever has its number now', () => {
  expect(holderOf(lockedBy({ pid: 1, since: '2020-01-01T00:00:00.000Z' }), 'ici')).toBeNull();
});

it('that of another program of this computer that runs is held', () => {
  expect(() => ProjectLock.take(lockedBy({ pid: process.ppid }), HERE)).toThrow('project.held');
});

it('who is taken over from learns it, says nothing any more, and takes nobody’s lock away', () => {
  const path = join(aFolder(), 'étude.trame');
  const first = ProjectLock.take(path, HERE);
  const second = lockedBy({ coder: 'Bruno', computer: 'PORTABLE-BRUNO' });
  writeFileSync(`${path}.lock`, readFileSync(`${second}.lock`));
  expect(first?.takenBy()).toMatchObject({ coder: 'Bruno', computer: 'PORTABLE-BRUNO' });
  first?.renew('Anne Berger');
  first?.release();
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ coder: 'Bruno' });
});

it('half of a lock is none, and where none can be written nobody else could work', () => {
  const path = join(aFolder(), 'étude.trame');
  writeFileSync(`${path}.lock`, '{"token": "t", "comp');
  expect(holderOf(path, 'ici')).toBeNull();
  expect(ProjectLock.take(join(path, 'nulle', 'part.trame'), HERE)).toBeNull();
});
