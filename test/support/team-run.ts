// Coders at work on one study, each with a whole copy, on real servers: one coding a second each, while servers are killed and some go offline.
import { copyFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { applyCategories } from '../../electron/commands/codings.ts';
import { createCoder } from '../../electron/commands/corpus.ts';
import { coderByName } from '../../electron/queries/corpus.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { latestEntry } from '../../electron/storage/change-log.ts';
import { NatsLine } from '../../electron/team/nats-line.ts';
import { RECEIVED, Replica } from '../../electron/team/replica.ts';
import { streamName } from '../../electron/team/server-names.ts';
import { createTeam, invite, joinTeam, newStreamName } from '../../electron/team/team.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { contentHash } from './content.ts';
import type { NatsServers } from './nats-server.ts';
import { chance } from './seeded.ts';
import type { Chance } from './seeded.ts';
import { Desk } from './work/desk.ts';

const TICK_MS = 1_000;
const SETTLE_MS = 60_000;
const LOOKED_AT = 60;

export interface TeamRun {
  readonly servers: NatsServers;
  readonly base: string;
  readonly coders: number;
  readonly seconds: number;
  /** Seconds after which the stream's leader is killed; undefined: never. */
  readonly killLeaderAt?: number;
  /** How many coders go offline from when to when, in seconds; they code on. */
  readonly offline?: { readonly coders: number; readonly from: number; readonly to: number };
}

export interface TeamRunResult {
  readonly made: number;
  /** Codings that are in no copy's log and on nobody's list « à régler ». */
  readonly lost: number;
  readonly settlements: number;
  readonly areEqual: boolean;
  /** From one coder's key to the coding on another's screen, in ms; of codings made with a line, the election of a leader included. */
  readonly latencies: readonly number[];
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** One coder with a copy of their own. */
class Coder {
  readonly made: string[] = [];
  readonly project: Project;
  readonly #options: ConstructorParameters<typeof NatsLine>[0];
  readonly #luck: Chance;
  readonly #coderId: CoderId;
  replica: Replica | null;

  constructor(project: Project, replica: Replica, options: ConstructorParameters<typeof NatsLine>[0], number: number) {
    this.project = project;
    this.replica = replica;
    this.#options = options;
    this.#luck = chance(number);
    const desk = new Desk(project, this.#luck);
    this.#coderId = coderByName(project, `Codeur ${number}`) ?? createCoder(desk.session, { name: `Codeur ${number}` });
    replica.start();
  }

  get isOffline(): boolean {
    return this.replica === null;
  }

  async goOffline(): Promise<void> {
    await this.replica?.stop();
    this.replica = null;
  }

  async comeBack(): Promise<void> {
    this.replica = new Replica(this.project, new NatsLine(this.#options).open());
    this.replica.start();
    await Promise.resolve();
  }

  /** One coding; answers with its entry, undefined where chance drew nothing that can be coded. */
  code(): string | undefined {
    const { project } = this;
    const coderId = this.#coderId;
    const desk = new Desk(project, this.#luck);
    const before = latestEntry(project.sqlite)?.id;
    for (let tries = 0; tries < 20; tries += 1) {
      try {
        applyCategories({ project, coderId }, { ...desk.range(), categoryIds: [desk.any('category')] });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      const after = latestEntry(project.sqlite)?.id;
      if (after !== undefined && after !== before) {
        this.made.push(after);
        return after;
      }
    }
    return undefined;
  }
}

/** Notes when each coding was made and when it was seen elsewhere. */
class Clock {
  readonly latencies: number[] = [];
  readonly #madeAt = new Map<string, number>();

  made(id: string, at: number): void {
    this.#madeAt.set(id, at);
  }

  watch({ project }: Coder): void {
    const seen = new Set<string>();
    project.listeners.add(({ command }) => {
      if (command !== RECEIVED) return;
      const now = performance.now();
      for (const id of project.sqlite.prepare(`SELECT id FROM change_log ORDER BY number DESC LIMIT ${LOOKED_AT}`).pluck().all() as string[]) {
        const at = this.#madeAt.get(id);
        if (at === undefined || seen.has(id)) continue;
        seen.add(id);
        this.latencies.push(now - at);
      }
    });
  }
}

/** Servers that have just started agree on who leads them first. */
async function made(line: NatsLine, replicas: number): Promise<void> {
  for (const until = Date.now() + SETTLE_MS; ; await wait(TICK_MS / 2)) {
    try {
      return await line.make(replicas);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function aTeamOf(run: TeamRun): Promise<{ readonly coders: Coder[]; readonly stream: string }> {
  const stream = newStreamName();
  const options = { address: run.servers.address, stream, credentials: null, certificate: null };
  const path = `${run.base}.${randomUUID()}`;
  copyFileSync(run.base, `${path}.0.trame`);
  const first = openProject(`${path}.0.trame`, { origin: randomUUID() });
  const line = await NatsLine.opened(options);
  await made(line, run.servers.nodes.length);
  const coders = [new Coder(first, await createTeam(first, line, stream, { ...options, name: 'Codeur 0' }), options, 0)];
  for (let number = 1; number < run.coders; number += 1) {
    const { invitation } = invite(first, { name: `Codeur ${number}`, role: 'coder' });
    const { project, replica } = await joinTeam(`${path}.${number}.trame`, invitation, await NatsLine.opened(options), (at) => openProject(at));
    coders.push(new Coder(project, replica, options, number));
  }
  return { coders, stream };
}

async function killLeader({ nodes, address }: NatsServers, stream: string): Promise<void> {
  const connection = await connect({ servers: address.split(',').map((each) => each.replace('nats://', '')) });
  const { cluster } = await (await jetstreamManager(connection)).streams.info(streamName(stream));
  await connection.close();
  await nodes[Number(cluster?.leader?.slice(1) ?? 0)]?.kill();
}

async function ends(coders: readonly Coder[], clock: Clock): Promise<TeamRunResult> {
  const until = Date.now() + SETTLE_MS;
  for (let round = 0; round < 2; round += 1) for (const { replica } of coders) await replica?.settle(until);
  const hashes = new Set(coders.map(({ project }) => contentHash(project)));
  const logs = coders.map(({ project }) => project.sqlite.prepare('SELECT id FROM change_log ORDER BY number').pluck().all() as string[]);
  const lists = coders.flatMap(({ project }) => project.sqlite.prepare('SELECT mine FROM team_settlement').pluck().all() as string[]);
  const there = new Set(logs[0]);
  const made = coders.flatMap((coder) => coder.made);
  return {
    made: made.length,
    lost: made.filter((id) => !there.has(id) && !lists.some((list) => list.includes(id))).length,
    settlements: lists.length,
    areEqual: hashes.size === 1 && new Set(logs.map((log) => log.join(' '))).size === 1,
    latencies: clock.latencies,
  };
}

export async function runTeam(run: TeamRun): Promise<TeamRunResult> {
  const { coders, stream } = await aTeamOf(run);
  const clock = new Clock();
  for (const coder of coders) clock.watch(coder);
  try {
    const away = coders.slice(1, 1 + (run.offline?.coders ?? 0));
    const begin = performance.now();
    for (let second = 0; second < run.seconds; second += 1) {
      if (second === run.killLeaderAt) await killLeader(run.servers, stream);
      if (second === run.offline?.from) await Promise.all(away.map((coder) => coder.goOffline()));
      if (second === run.offline?.to) await Promise.all(away.map((coder) => coder.comeBack()));
      for (const [number, coder] of coders.entries()) {
        await wait(Math.max(0, begin + second * TICK_MS + (number * TICK_MS) / coders.length - performance.now()));
        const at = performance.now();
        const id = coder.code();
        if (id !== undefined && !coder.isOffline) clock.made(id, at);
      }
    }
    return await ends(coders, clock);
  } finally {
    for (const { replica } of coders) await replica?.stop();
    for (const { project } of coders) closeProject(project);
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
