// Real servers on loopback: three of them, the leader killed in the middle of the work, a coder offline for a while. Skipped where there is no nats-server.
import { expect, it } from 'vitest';
import { hasNatsServer, natsServers } from '../support/nats-server.ts';
import { aFolder } from '../support/project.ts';
import { runTeam } from '../support/team-run.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

it.skipIf(!hasNatsServer)(
  'four coders on three servers, the leader killed and two of them offline for a while, end with one study, and nothing is lost',
  { timeout: 90_000 },
  async () => {
    const servers = await natsServers(aFolder(), 3);
    try {
      const { latencies, ...result } = await runTeam({
        servers,
        base: aStudyToWorkOn(),
        coders: 4,
        seconds: 5,
        killLeaderAt: 2,
        offline: { coders: 2, from: 1, to: 4 },
      });
      expect(result).toMatchObject({ lost: 0, areEqual: true });
      expect(result.made).toBeGreaterThan(10);
      expect(latencies.length).toBeGreaterThan(0);
    } finally {
      await servers.stop();
    }
  },
);
