// A team from its making to its end: a project becomes one's team's, others are invited and join, leave or are removed, and what could not be
// joined is settled.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { createUser, fromSeed } from '@nats-io/nkeys';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TeamInvitation } from '../../shared/domain/team-invitation.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import { knownMigrations } from '../storage/migrate.ts';
import type { Project } from '../storage/open-project.ts';
import { assertFolder } from '../storage/project-file.ts';
import { lastNumber } from '../storage/team-log.ts';
import { forgetTeam, readMembers, readTeamState, writeMember, writeTeamState } from '../storage/team-state.ts';
import type { TeamLine } from './line.ts';
import { newMemberKeys, newTeamKey, sealBytes, wrapKey } from './message.ts';
import type { Content, TeamKeys } from './message.ts';
import { Replica } from './replica.ts';
import { keysIn, preparedSecrets, readSecrets, removeSecrets, writeSecrets } from './secrets.ts';
import type { TeamSecrets } from './secrets.ts';
import { fetchSnapshot } from './snapshot.ts';

const FIRST_EPOCH = 1;

function stepKnown(): number {
  return knownMigrations().at(-1)?.number ?? 0;
}

export function newStreamName(): string {
  return randomBytes(8).toString('hex');
}

const now = (): string => new Date().toISOString();

export interface NewTeam {
  readonly address: string;
  readonly certificate: string | null;
  readonly credentials: TeamInvitation['credentials'];
  /** Who makes it. */
  readonly name: string;
}

/** Makes the project a team's: `line` is one to its new, empty stream. The project as it stands is the first snapshot. The caller starts or stops the replica. */
export async function createTeam(
  project: Project,
  line: TeamLine,
  stream: string,
  { address, certificate, credentials, name }: NewTeam,
): Promise<Replica> {
  if (readTeamState(project.sqlite)) throw new Refusal('team.already');
  const own = newMemberKeys();
  const key = newTeamKey();
  const number = lastNumber(project.sqlite);
  const prepared = preparedSecrets(project.path);
  const keys = { [FIRST_EPOCH]: key.toString('base64') };
  writeSecrets(project.path, { form: 1, stream, address, certificate, credentials, keys, privateKey: own.privateKey, invited: [] });
  const member = { id: project.origin, name, role: 'researcher', publicKey: own.publicKey, joinedAt: now(), leftAt: null } as const;
  project.sqlite.transaction(() => {
    const state = { stream, memberId: member.id, role: member.role, epoch: FIRST_EPOCH, sequence: 0 };
    writeTeamState(project.sqlite, { ...state, sharedNumber: number, sentNumber: number, problem: null });
    writeMember(project.sqlite, member);
  })();
  const replica = new Replica(project, line);
  try {
    await replica.snapshot();
    await replica.send({ members: [member] });
    return replica;
  } catch (error) {
    await replica.stop();
    forgetTeam(project.sqlite);
    // the server knows the key that was prepared: it is for the next try
    if (prepared) writeSecrets(project.path, prepared);
    else removeSecrets(project.path);
    throw error;
  }
}

/** An invitation for one person. `nkey`: the public key by which the server is to know them; null where it knows nobody. */
export function invite(
  project: Project,
  { name, role }: { readonly name: string; readonly role: TeamRole },
): { invitation: TeamInvitation; nkey: string | null } {
  const state = readTeamState(project.sqlite);
  if (!state) throw new Refusal('team.none');
  if (state.role !== 'researcher') throw new Refusal('team.roleForbids', { role: state.role });
  const secrets = readSecrets(project.path);
  const title = project.sqlite.prepare<[], { title: string }>('SELECT title FROM project').get()?.title ?? '';
  const user = secrets.credentials !== null && 'seed' in secrets.credentials ? createUser() : null;
  const credentials = user ? { seed: new TextDecoder().decode(user.getSeed()) } : secrets.credentials;
  const nkey = user?.getPublicKey() ?? null;
  if (nkey) writeSecrets(project.path, { ...secrets, invited: [...secrets.invited, { name, role, nkey }] });
  const { address, stream, certificate } = secrets;
  const invitation = { address, stream, title, role, name, epoch: state.epoch, key: secrets.keys[state.epoch] ?? '', credentials, certificate };
  return { invitation, nkey };
}

/** A pair of keys for the server: the seed stays here, the public part goes into the server's configuration. */
export function newServerKey(): { readonly seed: string; readonly nkey: string } {
  const user = createUser();
  return { seed: new TextDecoder().decode(user.getSeed()), nkey: user.getPublicKey() };
}

export function publicServerKey(credentials: TeamInvitation['credentials']): string | null {
  return credentials !== null && 'seed' in credentials ? fromSeed(new TextEncoder().encode(credentials.seed)).getPublicKey() : null;
}

/** Lays the team's project at `path`, a new file, and says to the others who has come. */
export async function joinTeam(
  path: string,
  invitation: TeamInvitation,
  line: TeamLine,
  open: (path: string) => Project,
): Promise<{ readonly project: Project; readonly replica: Replica }> {
  const absolute = resolve(path);
  assertFolder(absolute);
  if (existsSync(absolute)) throw new Refusal('project.exists', { path: absolute });
  const { stream, epoch, key, role, name, address, certificate, credentials } = invitation;
  const unfinished = `${absolute}.${randomUUID()}.new`;
  const keys: TeamKeys = new Map([[epoch, Buffer.from(key, 'base64')]]);
  const own = newMemberKeys();
  const memberId = randomUUID();
  let project: Project | undefined;
  let replica: Replica | undefined;
  try {
    const sequence = await fetchSnapshot(line, { stream, keys, step: stepKnown() }, unfinished);
    const sqlite = new Database(unfinished);
    const number = lastNumber(sqlite);
    writeTeamState(sqlite, { stream, memberId, role, epoch, sequence, sharedNumber: number, sentNumber: number, problem: null });
    sqlite.close();
    writeSecrets(absolute, { form: 1, stream, address, certificate, credentials, keys: { [epoch]: key }, privateKey: own.privateKey, invited: [] });
    renameSync(unfinished, absolute);
    project = open(absolute);
    replica = new Replica(project, line);
    const nkey = publicServerKey(credentials);
    const self = { id: memberId, name, role, publicKey: own.publicKey, joinedAt: now(), leftAt: null };
    await replica.send({ members: [{ ...self, ...(nkey === null ? {} : { nkey }) }] });
    return { project, replica };
  } catch (error) {
    await replica?.stop();
    project?.sqlite.close();
    for (const left of [unfinished, absolute, `${absolute}-wal`, `${absolute}-shm`]) rmSync(left, { force: true });
    removeSecrets(absolute);
    throw error;
  }
}

/** Says goodbye where the server answers; the copy becomes an ordinary project, with all that is in it. */
export async function leaveTeam(project: Project, replica: Replica | null): Promise<void> {
  const state = readTeamState(project.sqlite);
  if (!state) throw new Refusal('team.none');
  const self = readMembers(project.sqlite).find(({ id }) => id === state.memberId);
  try {
    if (replica && self) await replica.send({ members: [{ ...self, leftAt: now() }] });
  } catch (error) {
    // nobody can be told: they leave all the same
    if (!(error instanceof Refusal)) throw error;
  }
  project.sqlite.transaction(() => forgetTeam(project.sqlite))();
  removeSecrets(project.path);
}

/** Removes a member: the team's key changes, and what follows is not for them. Answers with the public key that the server should forget. */
export async function removeMember(project: Project, replica: Replica, line: TeamLine, memberId: string): Promise<string | null> {
  const state = readTeamState(project.sqlite);
  const members = readMembers(project.sqlite);
  const gone = members.find(({ id, leftAt }) => id === memberId && leftAt === null);
  if (!state || !gone || gone.id === state.memberId) throw new Refusal('team.memberUnknown', { name: gone?.name ?? memberId });
  if (state.role !== 'researcher') throw new Refusal('team.roleForbids', { role: state.role });
  const epoch = state.epoch + 1;
  const key = newTeamKey();
  const staying = members.filter(({ id, leftAt }) => leftAt === null && id !== memberId);
  const rekey = { epoch, wrapped: Object.fromEntries(staying.map((member) => [member.id, wrapKey(member.publicKey, key)])) };
  const secrets = readSecrets(project.path);
  writeSecrets(project.path, { ...secrets, keys: { ...secrets.keys, [epoch]: key.toString('base64') } });
  const header = { step: stepKnown(), epoch: state.epoch, member: state.memberId, role: state.role };
  const shelved = sealBytes(`${state.stream} keys-${epoch}`, header, keysIn(secrets), Buffer.from(JSON.stringify(rekey)));
  await line.put(`keys-${epoch}`, shelved);
  replica.takeKeys();
  const content: Content = { members: [{ ...gone, leftAt: now() }], rekey };
  await replica.send(content);
  await replica.snapshot();
  // who came before members said by which key is known by name
  const { invited } = readSecrets(project.path);
  const found =
    invited.find(({ memberId: came }) => came === memberId) ?? invited.find(({ name, memberId: came }) => came === undefined && name === gone.name);
  return found?.nkey ?? null;
}

export function secretsOf(project: Project): TeamSecrets {
  return readSecrets(project.path);
}
