// Many teams on one server: every project with its stream, its shelf and a snapshot, every member with a connection that follows the stream, a few
// of them at work at any moment. Members are connections and no copies: what is measured is the server.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NatsLine } from '../../electron/team/nats-line.ts';
import { newStreamName } from '../../electron/team/team.ts';
import { natsServers } from '../support/nats-server.ts';
import { chance } from '../support/seeded.ts';

export interface Teams {
  readonly projects: number;
  readonly members: number;
  readonly seconds: number;
}

export interface Sizing {
  readonly projects: number;
  readonly connections: number;
  readonly megabytesInMemory: number;
  readonly megabytesOnDisk: number;
  readonly messagesPerSecond: number;
  readonly median: number;
  readonly p95: number;
}

/** A coding, enciphered; and the snapshot of a small project. */
const [ACT_BYTES, SNAPSHOT_BYTES] = [900, 300_000];
/** In a busy minute each member does something every half minute. */
const SECONDS_BETWEEN_ACTS = 30;
const AT_ONCE = 8;
/** A server that has much to do at once may answer too late: what is asked of it while all is being set up is asked again. */
const MOST_TRIES = 20;
const MB = 1_000_000;
const PAGES_PER_MB = MB / 4096;

async function together<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const next = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
  }, 0);
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) / PAGES_PER_MB);
}

interface Project {
  readonly stream: string;
  readonly lines: NatsLine[];
  last: number;
}

export async function simulateTeams(folder: string, { projects: count, members, seconds }: Teams): Promise<Sizing> {
  mkdirSync(folder, { recursive: true });
  const servers = await natsServers(folder, 1);
  const luck = chance(count);
  const projects: Project[] = [];
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  try {
    await together(Array.from({ length: count }, newStreamName), async (stream) => {
      const options = { address: servers.address, stream, credentials: null, certificate: null };
      const lines = await Promise.all(Array.from({ length: members }, () => again(() => NatsLine.opened(options))));
      const [first, second] = lines;
      await again(async () => first?.make(1));
      await again(async () => first?.put('snapshot-0-1', randomBytes(SNAPSHOT_BYTES)));
      const project: Project = { stream, lines, last: 0 };
      await Promise.all(
        lines.map((line) =>
          again(() =>
            line.follow(0, ({ sequence }) => {
              project.last = Math.max(project.last, sequence);
              const at = line === second ? sentAt.get(`${stream} ${sequence}`) : undefined;
              if (at !== undefined) latencies.push(performance.now() - at);
            }),
          ),
        ),
      );
      projects.push(project);
    });
    const each = (count * members) / SECONDS_BETWEEN_ACTS;
    const begin = performance.now();
    const sends: Promise<unknown>[] = [];
    for (let sent = 0; sent < each * seconds; sent += 1) {
      await new Promise((done) => setTimeout(done, Math.max(0, begin + (sent / each) * 1_000 - performance.now())));
      const project = luck.pick(projects);
      const after = project.last;
      sentAt.set(`${project.stream} ${after + 1}`, performance.now());
      sends.push((project.lines[0] as NatsLine).publish('coder', randomBytes(ACT_BYTES), { after, id: `${sent}` }).catch(() => undefined));
    }
    await Promise.all(sends);
    await new Promise((done) => setTimeout(done, 1_000));
    const sorted = latencies.toSorted((a, b) => a - b);
    return {
      projects: count,
      connections: count * members,
      megabytesInMemory: residentMegabytes(servers.nodes[0]?.pid ?? 0),
      megabytesOnDisk: Math.round(bytesIn(folder) / MB),
      messagesPerSecond: Math.round(each),
      median: Math.round(sorted[sorted.length >> 1] ?? Number.NaN),
      p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
    };
  } finally {
    await Promise.all(projects.flatMap(({ lines }) => lines.map((line) => line.close())));
    await servers.stop();
  }
}
