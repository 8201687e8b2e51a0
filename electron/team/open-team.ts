// What the core and the command line ask of working together, in one place: it is loaded only where there is a team.
import { renameSync } from 'node:fs';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import type { TeamInvitation } from '../../shared/domain/team-invitation.ts';
import type { TeamOverview, TeamServer } from '../../shared/domain/team.ts';
import { placeName, readSettlementCards } from '../queries/team.ts';
import type { Project } from '../storage/open-project.ts';
import { countAfter } from '../storage/team-log.ts';
import { readMembers, readTeamState } from '../storage/team-state.ts';
import { layAgain } from './mend.ts';
import { NatsLine } from './nats-line.ts';
import { Replica } from './replica.ts';
import { preparedSecrets, readSecrets, writeSecrets } from './secrets.ts';
import { serverAccount } from './server-names.ts';
import { createTeam, joinTeam, newServerKey, newStreamName, publicServerKey, removeMember } from './team.ts';

/** A copy that exchanges with its team, and the line it does so by. */
export interface TeamWork {
  readonly replica: Replica;
  readonly line: NatsLine;
}

/** Begins to exchange, whether the server answers yet or not. Refuses where the key is missing. */
export function openTeam(project: Project, onStatus: () => void): TeamWork {
  const { address, stream, credentials, certificate } = readSecrets(project.path);
  const line = new NatsLine({ address, stream, credentials, certificate }).open();
  const replica = new Replica(project, line, { onStatus, isLively: true });
  replica.start();
  return { replica, line };
}

/** The same for one command: waits for the server. Refuses where it does not answer. */
export async function reachTeam(project: Project): Promise<TeamWork> {
  if (!readTeamState(project.sqlite)) throw new Refusal('team.none');
  const { address, stream, credentials, certificate } = readSecrets(project.path);
  const line = await NatsLine.opened({ address, stream, credentials, certificate });
  const replica = new Replica(project, line);
  replica.start();
  return { replica, line };
}

export interface NewServer extends Pick<TeamInvitation, 'address' | 'credentials' | 'certificate'> {
  /** On how many of the cluster's servers everything is kept. */
  readonly replicas: number;
  readonly stream?: string;
}

/** The keys of a team lie beside its project, and its snapshots are laid aside, in plain. */
function assertCanBeTeams({ sqlite, key }: Project): void {
  if (readTeamState(sqlite)) throw new Refusal('team.already');
  if (key !== null) throw new Refusal('team.protected');
}

/** Draws the key of who is going to make the team, and keeps it beside the project; answers with the lines that the server has to know first. */
export function prepareTeam(project: Project, { address, certificate }: Pick<NewServer, 'address' | 'certificate'>): string {
  assertCanBeTeams(project);
  const credentials = { seed: newServerKey().seed };
  writeSecrets(project.path, { form: 1, stream: newStreamName(), address, certificate, credentials, keys: {}, privateKey: '', invited: [] });
  return usersOf(project) ?? '';
}

/** The server that was prepared for. Refuses (`team.keyMissing`) where none was. */
export function preparedServer(project: Project): Omit<NewServer, 'replicas'> {
  const { address, certificate, credentials, stream } = readSecrets(project.path);
  return { address, certificate, credentials, stream };
}

/** What the server has to know, where it knows its users. */
export function serverOf(project: Project): TeamServer {
  const isMade = readTeamState(project.sqlite) !== undefined;
  const prepared = preparedSecrets(project.path);
  return { lines: prepared ? usersOf(project) : null, preparedFor: prepared && !isMade ? prepared.address : null };
}

export async function makeTeam(project: Project, { replicas, stream = newStreamName(), ...server }: NewServer, name: string): Promise<TeamWork> {
  assertCanBeTeams(project);
  const line = await NatsLine.opened({ ...server, stream });
  try {
    await line.make(replicas);
    return { line, replica: await createTeam(project, line, stream, { ...server, name }) };
  } catch (error) {
    await line.close();
    throw error instanceof Refusal ? error : new Refusal('team.unreachable', { address: server.address });
  }
}

export async function joinAt(
  path: string,
  invitation: TeamInvitation,
  open: (path: string) => Project,
): Promise<TeamWork & { readonly project: Project }> {
  const line = await NatsLine.opened(invitation);
  try {
    return { line, ...(await joinTeam(path, invitation, line, open)) };
  } catch (error) {
    await line.close();
    throw error;
  }
}

/** The team's account in the server's configuration, with everybody whom this copy knows of; null where the server knows nobody. */
export function usersOf(project: Project): string | null {
  const state = readTeamState(project.sqlite);
  const { stream, credentials, invited } = readSecrets(project.path);
  const own = publicServerKey(credentials);
  if (own === null) return null;
  const self = readMembers(project.sqlite).find(({ id }) => id === state?.memberId);
  return serverAccount(stream, [{ name: self?.name ?? '', role: state?.role ?? 'researcher', nkey: own }, ...invited]);
}

/** Removes a member, and forgets the key by which the server knew them. */
export async function remove(project: Project, { replica, line }: TeamWork, memberId: string): Promise<void> {
  const nkey = await removeMember(project, replica, line, memberId);
  const secrets = readSecrets(project.path);
  if (nkey !== null) writeSecrets(project.path, { ...secrets, invited: secrets.invited.filter((invited) => invited.nkey !== nkey) });
}

/** Lays the team's project beside this one; answers with where. */
export async function mendedCopy(project: Project): Promise<string> {
  if (!readTeamState(project.sqlite)) throw new Refusal('team.none');
  const line = await NatsLine.opened(readSecrets(project.path));
  try {
    return await layAgain(project, line);
  } finally {
    await line.close();
  }
}

/** Puts the mended copy in the project's place; the closed project stays beside it under another name. */
export function putInPlace(path: string, mended: string): void {
  renameSync(path, `${path}.${new Date().toISOString().replace(/\D/gu, '').slice(0, 14)}.diverged`);
  renameSync(mended, path);
}

function problemIn(json: string | null): { code: FailureCode; data: FailureData } | null {
  return json === null ? null : (JSON.parse(json) as { code: FailureCode; data: FailureData });
}

/** `work`: null where nothing is exchanged at the moment. */
export function overview(project: Project, work: TeamWork | null, failure: Refusal | null): TeamOverview | null {
  const state = readTeamState(project.sqlite);
  if (!state) return null;
  const status = work?.replica.status();
  const here = new Map((status?.here ?? []).map((beat) => [beat.member, beat]));
  const problem = failure ?? status?.problem;
  let address = '';
  try {
    ({ address } = readSecrets(project.path));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return {
    stream: state.stream,
    address,
    role: state.role,
    state: problem ? 'stopped' : (status?.state ?? 'offline'),
    pending: status?.pending ?? countAfter(project.sqlite, state.sharedNumber),
    sequence: state.sequence,
    problem: problem ? { code: problem.code, data: problem.data } : status ? null : problemIn(state.problem),
    members: readMembers(project.sqlite).map(({ publicKey: _key, ...member }) => {
      const place = here.get(member.id)?.place ?? null;
      const isSelf = member.id === state.memberId;
      return { ...member, isSelf, isHere: isSelf || here.has(member.id), place, placeName: place?.id ? placeName(project, place.id) : null };
    }),
    settlements: readSettlementCards(project),
  };
}
