// Copies of one study in a team, worked on by chance; the server is in memory.
import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createTeam, invite, joinTeam } from '../../electron/team/team.ts';
import { Replica } from '../../electron/team/replica.ts';
import { mediaFolder } from '../../electron/storage/media-files.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import type { Chance } from './seeded.ts';
import { MemoryServer } from './team-line.ts';
import type { MemoryLine } from './team-line.ts';

/** Seconds are enough for a server in memory. */
const PATIENCE_MS = 20_000;
const STREAM = 'essai';

export class Copy {
  readonly path: string;
  readonly server: MemoryServer;
  readonly luck: Chance | undefined;
  project: Project;
  line: MemoryLine;
  replica: Replica;

  constructor(server: MemoryServer, project: Project, line: MemoryLine, replica: Replica, luck?: Chance) {
    this.path = project.path;
    this.server = server;
    this.project = withoutTheDisk(project);
    this.line = line;
    this.replica = replica;
    this.luck = luck;
    replica.start();
  }

  /** The program ends in the middle of it all and is started again. */
  async restart(): Promise<void> {
    await this.replica.stop();
    closeProject(this.project);
    this.project = withoutTheDisk(openProject(this.path));
    this.line = this.server.line(this.luck);
    this.replica = new Replica(this.project, this.line);
    this.replica.start();
  }

  async settle(): Promise<void> {
    await this.replica.settle(Date.now() + PATIENCE_MS);
  }

  async stop(): Promise<void> {
    await this.replica.stop();
    closeProject(this.project);
  }
}

function withoutTheDisk(project: Project): Project {
  project.sqlite.pragma('synchronous = OFF');
  return project;
}

/** A team on a copy of the study at `base`: whoever made it, and one more per role. */
export async function aTeam(base: string, others: readonly TeamRole[], luck?: Chance): Promise<{ server: MemoryServer; copies: Copy[] }> {
  const server = new MemoryServer();
  const path = `${base}.${randomUUID()}.trame`;
  copyFileSync(base, path);
  const first = openProject(path, { origin: randomUUID() });
  const line = server.line(luck);
  const team = { address: 'nats://127.0.0.1', certificate: null, credentials: null, name: 'Anne' };
  const copies = [new Copy(server, first, line, await createTeam(first, line, STREAM, team), luck)];
  for (const role of others) copies.push(await joined(server, copies[0] as Copy, role, luck));
  return { server, copies };
}

export async function joined(server: MemoryServer, host: Copy, role: TeamRole, luck?: Chance): Promise<Copy> {
  const { invitation } = invite(host.project, { name: `${role} ${server.lines.size}`, role });
  const path = `${host.path}.${server.lines.size}.trame`;
  if (existsSync(mediaFolder(host.path))) cpSync(mediaFolder(host.path), mediaFolder(path), { recursive: true });
  const line = server.line(luck);
  const { project, replica } = await joinTeam(path, invitation, line, (at) => openProject(at));
  return new Copy(server, project, line, replica, luck);
}
