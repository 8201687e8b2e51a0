// The window's way into a team on a server that knows its members by their keys: prepared, made, somebody invited and joined, the member removed.
// Skipped where there is no nats-server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { hasNatsServer, natsServers } from '../../support/nats-server.ts';
import { aFolder } from '../../support/project.ts';
import { aStudy } from '../../support/study.ts';

/** In its own folder: projects are found by the environment at the time of a call. */
function within(core: TestCore): TestCore {
  Object.assign(process.env, { TRAME_HOME: core.home, TRAME_SETTINGS: join(core.home, '.settings') });
  return core;
}

it.skipIf(!hasNatsServer)('a key is prepared, the server learns of each member, and forgets who is removed', { timeout: 60_000 }, async () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'nats-0'));
  const members = join(folder, 'nats-0', 'team.conf');
  writeFileSync(members, '');
  const servers = await natsServers(folder, 1, 'accounts { include "team.conf" }');
  const [server] = servers.nodes;
  const learns = async (lines: string | null): Promise<void> => {
    writeFileSync(members, lines ?? '');
    await server?.kill('SIGTERM');
    await server?.start();
  };
  const { project } = aStudy();
  const [anne, brice] = [aCore(), aCore()];
  try {
    within(anne).desk.open(project.reopen().path);
    expect(await anne.call('team.server', {})).toEqual({ lines: null, preparedFor: null });
    const prepared = await anne.call('team.prepare', { address: servers.address });
    expect(prepared.preparedFor).toBe(servers.address);
    await learns(prepared.lines);
    expect(await anne.call('team.create', { address: servers.address, withKey: true })).toMatchObject({ role: 'researcher' });
    const { link } = await anne.call('team.invite', { name: 'Brice Étienne', role: 'coder' });
    const { lines, preparedFor } = await anne.call('team.server', {});
    expect(preparedFor).toBeNull();
    expect(lines).toContain('# coder, Brice Étienne');
    await within(brice).refused('team.join', { invitation: link });
    await learns(lines);
    await brice.call('team.join', { invitation: link, name: 'Brice' });
    const team = await brice.call('team.status', {});
    expect(team?.members.map(({ name, role, isSelf }) => [name, role, isSelf])).toContainEqual(['Brice', 'coder', true]);
    await expect.poll(async () => (await within(anne).call('team.status', {}))?.members.length).toBe(2);
    const member = (await anne.call('team.status', {}))?.members.find(({ isSelf }) => !isSelf);
    await anne.call('team.remove', { memberId: member?.id ?? '' });
    expect((await anne.call('team.server', {})).lines).not.toContain('Brice');
    expect([...anne.faults, ...brice.faults]).toEqual([]);
  } finally {
    for (const { desk } of [anne, brice]) desk.close();
    await servers.stop();
  }
});
