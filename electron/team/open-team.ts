// What the core and the command line ask of working together, in one place: it is loaded only where there is a team.
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FailureCode, FailureData } from '../../shared/domain/failure.ts';
import type { TeamInvitation } from '../../shared/domain/team-invitation.ts';
import type { TeamOverview } from '../../shared/domain/team.ts';
import { placeName, readSettlementCards } from '../queries/team.ts';
import { knownMigrations } from '../storage/migrate.ts';
import type { Project } from '../storage/open-project.ts';
import { countAfter, entriesAfter, lastNumber } from '../storage/team-log.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { readMembers, readSettlements, readTeamState, writeSettlement, writeTeamState } from '../storage/team-state.ts';
import { NatsLine } from './nats-line.ts';
import { Replica } from './replica.ts';
import { keysIn, readSecrets, writeSecrets } from './secrets.ts';
import { serverAccount } from './server-names.ts';
import { fetchSnapshot } from './snapshot.ts';
import { createTeam, joinTeam, newStreamName, publicServerKey, removeMember } from './team.ts';

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

export async function makeTeam(project: Project, { replicas, stream = newStreamName(), ...server }: NewServer, name: string): Promise<TeamWork> {
  if (readTeamState(project.sqlite)) throw new Refusal('team.already');
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

/** Entries of one act as one line. */
function actsOf(entries: readonly SharedEntry[]): SharedEntry[][] {
  return [...Map.groupBy(entries, ({ act, id }) => act ?? id).values()];
}

/** Lays the team's project beside this one, with what waits here on its list « à régler »; answers with where. */
export async function mendedCopy(project: Project): Promise<string> {
  const state = readTeamState(project.sqlite);
  if (!state) throw new Refusal('team.none');
  const secrets = readSecrets(project.path);
  const step = knownMigrations().at(-1)?.number ?? 0;
  const keys = keysIn(secrets);
  const path = `${project.path}.${randomUUID()}.new`;
  const line = await NatsLine.opened(secrets);
  try {
    const sequence = await fetchSnapshot(line, { stream: state.stream, keys, step }, path);
    const sqlite = new Database(path);
    const number = lastNumber(sqlite);
    writeTeamState(sqlite, { ...state, epoch: Math.max(...keys.keys()), sequence, sharedNumber: number, sentNumber: number, problem: null });
    for (const settlement of readSettlements(project.sqlite)) writeSettlement(sqlite, settlement);
    const known = sqlite.prepare('SELECT 1 FROM change_log WHERE id = ?');
    const unsent = [...entriesAfter(project.sqlite, state.sharedNumber)].filter(({ id }) => known.get(id) === undefined);
    for (const entries of actsOf(unsent)) {
      const mine = JSON.stringify({ entries, table: '', row: '', column: null });
      writeSettlement(sqlite, { id: randomUUID(), reason: 'rule', mine, theirs: '[]', at: new Date().toISOString() });
    }
    sqlite.close();
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
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
