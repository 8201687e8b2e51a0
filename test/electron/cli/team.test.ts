// The command line of a team on a real server that knows its members: made, one invited and joined, work passed on, the member removed. Skipped where
// there is no nats-server.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newStreamName } from '../../../electron/team/team.ts';
import type { TeamOverview } from '../../../shared/domain/team.ts';
import { done, json, refused } from '../../support/command-line.ts';
import { hasNatsServer, natsServers } from '../../support/nats-server.ts';
import { aFolder } from '../../support/project.ts';

it.skipIf(!hasNatsServer)('create, invite, join, status, remove, leave', { timeout: 120_000 }, async () => {
  const folder = aFolder();
  const [anne, brice, invitation] = ['anne.trame', 'brice.trame', 'brice.trame-invitation'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await done('new', anne, '--title', newStreamName(), '--grid', 'innovation-sociale');
  expect(await refused('team', anne, 'status')).not.toBe('');
  const servers = await natsServers(folder, 1);
  try {
    expect(await refused('team', anne, 'create', '--server', 'nats://127.0.0.1:1')).toContain('127.0.0.1:1');
    expect(await json<TeamOverview>('team', anne, 'create', '--server', servers.address, '--name', 'Anne')).toMatchObject({
      role: 'researcher',
      pending: 0,
    });
    await done('team', anne, 'invite', '--name', 'Brice', '--role', 'coder', '--out', invitation);
    expect(readFileSync(invitation, 'utf8')).toContain('trame-team://join/');
    await done('team', brice, 'join', '--invitation', invitation);
    writeFileSync(join(folder, 'E01.txt'), 'Directrice : Nous décidons ensemble.\n');
    expect(await refused('import', brice, join(folder, 'E01.txt'))).not.toBe('');
    await done('import', anne, join(folder, 'E01.txt'));
    for (const copy of [anne, brice]) expect(await json<TeamOverview>('team', copy, 'status')).toMatchObject({ state: 'upToDate', pending: 0 });
    expect(await json<{ name: string }[]>('list', brice, 'sources')).toMatchObject([{ name: 'E01' }]);
    await done('team', anne, 'remove', 'Brice');
    expect(await json<TeamOverview>('team', brice, 'status')).toMatchObject({ state: 'stopped', problem: { code: 'team.removed' } });
    await done('team', brice, 'leave');
    expect(await refused('team', brice, 'status')).not.toBe('');
  } finally {
    await servers.stop();
  }
});
