// Answers the calls about working together, and keeps the open project in touch with its team. Nothing goes over the network for a project without one.
import type { teamContract } from '../../shared/contract/team.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { INVITATION_EXTENSION } from '../../shared/domain/team-invitation.ts';
import { invitationLink, readInvitation } from '../team/invitation-link.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import type { TeamOverview } from '../../shared/domain/team.ts';
import { createCoder } from '../commands/corpus.ts';
import type { Desk } from '../desk.ts';
import { fileNameOf } from '../exchange/printing/file-names.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { newProjectPath } from '../listings.ts';
import { coderByName, listCoders } from '../queries/corpus.ts';
import { openProject } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { readTeamState } from '../storage/team-state.ts';
import type { TeamWork } from '../team/open-team.ts';
import { done } from './reply.ts';

/** On so many of a cluster's servers everything is kept. */
const SERVERS_OF_A_CLUSTER = 3;

/** Loaded with the first team: most projects have none. */
const team = () => import('../team/open-team.ts');
const making = () => import('../team/team.ts');
const settling = () => import('../team/settle.ts');

class TeamDesk {
  readonly #desk: Desk;
  #work: TeamWork | null = null;
  #failure: Refusal | null = null;
  #told = '';

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onClosing(() => this.halt());
    desk.onEvent((event) => {
      if (event.kind === 'project' && event.projectId !== null) void this.#opened();
    });
  }

  get work(): TeamWork | null {
    return this.#work;
  }

  halt(): void {
    this.#work?.replica.halt();
    this.#work = null;
    this.#failure = null;
    this.#told = '';
  }

  async #opened(): Promise<void> {
    const project = this.#desk.whole();
    if (project.isReadOnly || !readTeamState(project.sqlite)) return;
    await this.take(project);
  }

  /** Keeps the open project in touch; `work` where it already is. */
  async take(project: Project, work?: TeamWork): Promise<void> {
    const { openTeam } = await team();
    await work?.replica.stop();
    if (!this.#desk.isOpen() || this.#desk.whole() !== project || this.#work) return;
    try {
      this.#work = openTeam(project, () => void this.#tell());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#failure = error;
    }
    await this.#tell();
  }

  /** The window asks again where something that it shows is otherwise. */
  async #tell(): Promise<void> {
    const now = JSON.stringify(await this.overview());
    if (now === this.#told) return;
    this.#told = now;
    this.#desk.emit({ kind: 'changes', command: 'team.status', tables: ['team_state'] });
  }

  async overview(): Promise<TeamOverview | null> {
    if (!this.#desk.isOpen() || !readTeamState(this.#desk.whole().sqlite)) return null;
    const { overview } = await team();
    return this.#desk.isOpen() ? overview(this.#desk.whole(), this.#work, this.#failure) : null;
  }

  async mustOverview(): Promise<TeamOverview> {
    const overview = await this.overview();
    if (!overview) throw new Refusal('team.none');
    return overview;
  }
}

function actingName(desk: Desk): string {
  const { project, coderId } = desk.session();
  return listCoders(project).find(({ id }) => id === coderId)?.name ?? '';
}

async function join(desk: Desk, text: string, name: string | undefined): Promise<ProjectInfo> {
  const found = readInvitation(text);
  const invitation = name === undefined ? found : { ...found, name };
  const { joinAt } = await team();
  const path = newProjectPath(invitation.title);
  const { project, replica } = await joinAt(path, invitation, (at) => openProject(at));
  await replica.stop();
  project.sqlite.close();
  desk.open(path);
  const session = desk.session();
  const known = coderByName(session.project, invitation.name);
  desk.chooseCoder(known ?? createCoder(session, { name: invitation.name }));
  return desk.info();
}

type TeamHandlers = Pick<Handlers, keyof typeof teamContract>;

/** Making the team, who is in it, and what its server has to know of them. */
function membership(
  desk: Desk,
  teamDesk: TeamDesk,
): Pick<TeamHandlers, 'team.create' | 'team.server' | 'team.prepare' | 'team.invite' | 'team.remove'> {
  /** What the server has to know is otherwise: it lies beside the project, and no command tells of it. */
  const serverTold = (): void => desk.emit({ kind: 'changes', command: 'team.server', tables: ['team_state'] });
  return {
    'team.create': async ({ address, user, password = '', certificate = null, withKey = false }) => {
      const project = desk.whole();
      const { makeTeam, preparedServer } = await team();
      const server = withKey
        ? preparedServer(project)
        : { address, certificate, credentials: user === undefined || user === '' ? null : { user, password } };
      const replicas = address.split(',').length >= SERVERS_OF_A_CLUSTER ? SERVERS_OF_A_CLUSTER : 1;
      const work = await makeTeam(project, { ...server, replicas }, actingName(desk));
      await teamDesk.take(project, work);
      return await teamDesk.mustOverview();
    },
    'team.server': async () => {
      const { serverOf } = await team();
      return serverOf(desk.whole());
    },
    'team.prepare': async ({ address, certificate = null }) => {
      const { prepareTeam, serverOf } = await team();
      prepareTeam(desk.whole(), { address, certificate });
      serverTold();
      return serverOf(desk.whole());
    },
    'team.invite': async ({ name, role }) => {
      const { invite } = await making();
      const { invitation } = invite(desk.whole(), { name, role });
      serverTold();
      return {
        link: invitationLink(invitation),
        fileName: `${fileNameOf(`${invitation.title} – ${name}`)}${INVITATION_EXTENSION}`,
      };
    },
    'team.remove': async ({ memberId }) => {
      const project = desk.whole();
      const { remove } = await team();
      if (!teamDesk.work) throw new Refusal('team.unreachable', { address: (await teamDesk.mustOverview()).address });
      await remove(project, teamDesk.work, memberId);
      serverTold();
      return await teamDesk.mustOverview();
    },
  };
}

export function teamHandlers(desk: Desk): TeamHandlers {
  const teamDesk = new TeamDesk(desk);
  return {
    'team.status': () => {
      desk.session();
      return teamDesk.overview();
    },
    ...membership(desk, teamDesk),
    'team.join': ({ invitation, name }) => join(desk, invitation, name),
    'team.settle': async ({ settlementId, choice }) => {
      const { settle } = await settling();
      settle(desk.session(), settlementId, choice);
      desk.emit({ kind: 'changes', command: 'team.settle', tables: ['team_settlement'] });
      return await teamDesk.mustOverview();
    },
    'team.mend': async () => {
      const { mendedCopy, putInPlace } = await team();
      const project = desk.whole();
      const mended = await mendedCopy(project);
      desk.close();
      putInPlace(project.path, mended);
      return desk.open(project.path);
    },
    'team.here': ({ screen, id }) => {
      desk.session();
      return done(teamDesk.work?.replica.goTo({ screen, id }));
    },
    'team.leave': async () => {
      const { leaveTeam } = await making();
      const project = desk.whole();
      const { work } = teamDesk;
      await leaveTeam(project, work?.line.isUp() ? work.replica : null);
      teamDesk.halt();
      desk.emit({ kind: 'changes', command: 'team.leave', tables: ['team_state'] });
      return null;
    },
  };
}
