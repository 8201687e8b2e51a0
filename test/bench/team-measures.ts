// Working together: from one coder's key to another's screen, and what one server holds of many teams. Nothing is measured where there is no nats-server.
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../electron/commands/create-project.ts';
import { fillSample, sampleCard } from '../../electron/exchange/sample-project.ts';
import { openSession } from './kept-file.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { hasNatsServer, natsServers } from '../support/nats-server.ts';
import { median, runTeam } from '../support/team-run.ts';
import type { Measure } from './measure.ts';
import { simulateTeams } from './team-sizing.ts';
import type { Sizing } from './team-sizing.ts';

const [CODERS, SECONDS, SERVERS] = [20, 12, 3];
const LATENCY_MS = 150;
const [PROJECTS, MEMBERS] = [1_000, 5];

/** The sample study, closed. */
async function aSample(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'exemple.trame');
  createProject(path, sampleCard('fr'), randomUUID());
  const session = openSession(path);
  await fillSample(session);
  closeProject(session.project);
  return path;
}

const told = ({ projects, connections, megabytesOnDisk, megabytesInMemory, messagesPerSecond, p95 }: Sizing): string =>
  `${projects} projects, ${connections} members connected: server ${megabytesInMemory} MB in memory, ${megabytesOnDisk} MB on disk; ${messagesPerSecond} messages a second, 95 % within ${p95} ms`;

export function teamMeasures(cache: string): Measure[] {
  if (!hasNatsServer) return [];
  let sizing: Sizing | undefined;
  return [
    {
      id: 'team.latency',
      what: `${CODERS} coders on ${SERVERS} servers, one coding a second each: from one's key to another's screen (median)`,
      budget: LATENCY_MS,
      runs: 1,
      run: async (turn) => {
        if (turn < 0) return 0;
        const folder = join(cache, 'team');
        const base = await aSample(folder);
        const servers = await natsServers(folder, SERVERS);
        try {
          const { latencies, lost, areEqual } = await runTeam({ servers, base, coders: CODERS, seconds: SECONDS });
          if (lost > 0 || !areEqual) throw new Error('the copies differ');
          return median(latencies);
        } finally {
          await servers.stop();
        }
      },
    },
    {
      id: 'team.sizing',
      what: `${PROJECTS} projects × ${MEMBERS} members on one server: an act stored and heard by another member (median)`,
      budget: null,
      runs: 1,
      run: async (turn) => {
        if (turn < 0) return 0;
        const folder = join(cache, 'team-sizing');
        rmSync(folder, { recursive: true, force: true });
        sizing = await simulateTeams(folder, { projects: PROJECTS, members: MEMBERS, seconds: 10 });
        return sizing.median;
      },
      note: () => (sizing ? told(sizing) : ''),
    },
  ];
}
