// Twenty coders on a three-node cluster, each applying one coding a second for five minutes, while the leader is killed once and two coders go
// offline for a minute: one study at the end, nothing lost. And many more seeds of work drawn by chance than `npm test` has time for.
// TRAME_TEAM_SECONDS shortens the first, TRAME_TEAM_SEEDS the second; TRAME_TEAM_SEED is the seed to begin with.
import { expect, it } from 'vitest';
import { hasNatsServer, natsServers } from '../support/nats-server.ts';
import { aFolder } from '../support/project.ts';
import { workApart } from '../support/team-convergence.ts';
import { median, runTeam } from '../support/team-run.ts';
import { aStudyToWorkOn } from '../support/work/study-file.ts';

const SECONDS = Number(process.env.TRAME_TEAM_SECONDS ?? 300);
const CODERS = 20;
const MOST_MS = 150;
const SEEDS = Number(process.env.TRAME_TEAM_SEEDS ?? 400);
const FIRST_SEED = Number(process.env.TRAME_TEAM_SEED ?? 1_000);
const STEPS = 80;

it.skipIf(!hasNatsServer)(
  `${CODERS} coders for ${SECONDS} s on three servers end with one study`,
  async () => {
    const servers = await natsServers(aFolder(), 3);
    try {
      const { latencies, ...result } = await runTeam({
        servers,
        base: aStudyToWorkOn(),
        coders: CODERS,
        seconds: SECONDS,
        killLeaderAt: Math.round(SECONDS / 2),
        offline: { coders: 2, from: Math.round(SECONDS / 5), to: Math.round((2 * SECONDS) / 5) },
      });
      const latency = median(latencies);
      process.stdout.write(`${JSON.stringify({ ...result, latencies: latencies.length, medianMs: Math.round(latency) })}\n`);
      expect(result).toMatchObject({ lost: 0, areEqual: true });
      expect(latency).toBeLessThanOrEqual(MOST_MS);
    } finally {
      await servers.stop();
    }
  },
  (SECONDS + 300) * 1_000,
);

it(
  `${SEEDS} times three people at work by chance come to one sound study`,
  async () => {
    const base = aStudyToWorkOn();
    let toSettle = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
      const ending = await workApart(base, seed, STEPS);
      toSettle += ending.toSettle;
      expect({ seed, contents: ending.contents.size, logs: ending.logs.size, states: [...ending.states], problems: ending.problems }).toEqual({
        seed,
        contents: 1,
        logs: 1,
        states: ['upToDate'],
        problems: [],
      });
    }
    process.stdout.write(`${SEEDS} seeds from ${FIRST_SEED}, ${toSettle} acts to settle\n`);
  },
  SEEDS * 30_000,
);
