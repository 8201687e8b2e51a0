// trame team FILE create | invite | join | status | settle | remove | mend | leave: live work with other coders.
import { existsSync, readFileSync } from 'node:fs';
import { CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { INVITATION_SCHEME } from '../../shared/domain/team-invitation.ts';
import { invitationLink, readInvitation } from '../team/invitation-link.ts';
import type { SettlementSide, TeamOverview } from '../../shared/domain/team.ts';
import { TEAM_ROLES } from '../../shared/domain/team-role.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { createCoder } from '../commands/corpus.ts';
import type { Session } from '../commands/run-command.ts';
import { coderByName, coderIds, listCoders } from '../queries/corpus.ts';
import { closeProject, openProject } from '../storage/open-project.ts';
import { installationOrigin } from '../storage/settings.ts';
import { readMembers } from '../storage/team-state.ts';
import { joinAt, makeTeam, mendedCopy, overview, prepareTeam, putInPlace, reachTeam, remove, usersOf } from '../team/open-team.ts';
import type { TeamWork } from '../team/open-team.ts';
import { preparedSecrets, readSecrets, removeSecrets } from '../team/secrets.ts';
import { settle } from '../team/settle.ts';
import { invite, leaveTeam } from '../team/team.ts';
import { readInput, withProject, writeOutput } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

interface TeamOptions {
  readonly server?: string;
  readonly user?: string;
  readonly secretFile?: string;
  readonly certificate?: string;
  readonly replicas: string;
  readonly serverUsers?: string;
  readonly name?: string;
  readonly role: TeamRole;
  readonly invitation?: string;
  readonly out?: string;
  readonly keep?: 'mine' | 'theirs';
  readonly wait: string;
  readonly coder?: string;
  readonly json?: boolean;
}

const ACTS = ['create', 'invite', 'join', 'status', 'settle', 'remove', 'mend', 'leave'] as const;
type Act = (typeof ACTS)[number];

const words = () => teamText[cliLanguage()];
const MS = 1000;

function nameOf({ project, coderId, newcomer }: Session): string {
  return newcomer ?? listCoders(project).find(({ id }) => id === coderId)?.name ?? '';
}

function required(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  warn(`error: ${option} is required`);
  throw new CommanderError(2, 'trame.team', option);
}

const textIn = (path: string | undefined): string | null => (path === undefined ? null : Buffer.from(readInput(path)).toString('utf8').trimEnd());

async function tell(options: TeamOptions, json: unknown, sentence: string): Promise<void> {
  if (options.json) await printJson(json);
  else await print(`${sentence}\n`);
}

/** Keys for the server, beside the project until the server knows them. */
async function prepare({ project }: Session, options: TeamOptions, address: string, path: string): Promise<void> {
  writeOutput(path, `${prepareTeam(project, { address, certificate: textIn(options.certificate) })}\n`);
  await tell(options, { prepared: path }, words().cliPrepared(path));
}

async function create(session: Session, options: TeamOptions): Promise<void> {
  const { project } = session;
  const prepared = preparedSecrets(project.path);
  if (options.serverUsers !== undefined && !prepared) return prepare(session, options, required(options.server, '--server'), options.serverUsers);
  const password = textIn(options.secretFile) ?? '';
  const credentials = prepared?.credentials ?? (options.user === undefined ? null : { user: options.user, password });
  const server = {
    address: options.server ?? prepared?.address ?? required(undefined, '--server'),
    certificate: textIn(options.certificate) ?? prepared?.certificate ?? null,
    credentials,
    replicas: Number(options.replicas),
    ...(prepared ? { stream: prepared.stream } : {}),
  };
  const { replica } = await makeTeam(project, server, options.name ?? nameOf(session));
  await replica.stop();
  await tell(options, overview(project, null, null), words().cliCreated(readSecrets(project.path).stream));
  return undefined;
}

async function inviteOne({ project }: Session, options: TeamOptions): Promise<void> {
  const { invitation } = invite(project, { name: required(options.name, '--name'), role: options.role });
  const link = invitationLink(invitation);
  const users = usersOf(project);
  if (options.out !== undefined) writeOutput(options.out, `${link}\n`);
  if (options.serverUsers !== undefined && users !== null) {
    writeOutput(options.serverUsers, `${users}\n`);
    warn(words().cliUsers(options.serverUsers));
  }
  await tell(
    options,
    { link, name: invitation.name, role: invitation.role, users },
    options.out === undefined ? link : words().cliInvited(options.out),
  );
}

async function join(file: string, options: TeamOptions): Promise<void> {
  const given = required(options.invitation, '--invitation');
  const text = given.startsWith(INVITATION_SCHEME) || !existsSync(given) ? given : readFileSync(given, 'utf8');
  const invitation = readInvitation(text);
  const named = options.name === undefined ? invitation : { ...invitation, name: options.name };
  const { project, replica } = await joinAt(file, named, (path) => openProject(path, { origin: installationOrigin() }));
  try {
    const [first] = coderIds(project);
    if (first && coderByName(project, named.name) === undefined) createCoder({ project, coderId: first }, { name: named.name });
    replica.start();
    await replica.settle(Date.now() + Number(options.wait) * MS);
    await tell(options, overview(project, null, null), words().cliJoined(project.path));
  } finally {
    await replica.stop();
    closeProject(project);
  }
}

/** Exchanges what there is to exchange, for as long as is given; null where the server does not answer. */
async function exchanged({ project }: Session, options: TeamOptions): Promise<{ readonly work: TeamWork | null; readonly failure: Refusal | null }> {
  try {
    const work = await reachTeam(project);
    await work.replica.settle(Date.now() + Number(options.wait) * MS);
    return { work, failure: null };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'team.none') return { work: null, failure: error.code === 'team.unreachable' ? null : error };
    throw error;
  }
}

function sideWords({ command, subject, kind, coderName, value }: SettlementSide): string {
  const act = commandWords(cliLanguage(), { command, subject });
  const said = kind === 'undo' ? words().undid(act) : kind === 'redo' ? words().redid(act) : act;
  return `${coderName} : ${said}${value === null ? '' : ` (${value.slice(0, 80)})`}`;
}

async function printOverview(found: TeamOverview): Promise<void> {
  const text = words();
  await print(`${text.server} ${found.address} · ${text.roles[found.role]} · ${text.state(found.state, found.pending)}\n`);
  if (found.problem) warn(failureText[cliLanguage()][found.problem.code](found.problem.data));
  await printTable([
    [text.members, text.role, ''],
    ...found.members.map(({ name, role, leftAt, isSelf }) => [
      name,
      text.roles[role],
      leftAt ? text.left(leftAt.slice(0, 10)) : isSelf ? text.you : '',
    ]),
  ]);
  if (found.settlements.length > 0) await print(`${text.toSettleCount(found.settlements.length)}\n`);
  for (const { id, reason, mine, theirs } of found.settlements) {
    await print(`${id}  ${text.reasons[reason]}\n`);
    for (const side of [...mine, ...theirs]) await print(`    ${sideWords(side)}\n`);
  }
}

async function status(session: Session, options: TeamOptions): Promise<void> {
  const { work, failure } = await exchanged(session, options);
  try {
    const found = overview(session.project, work, failure);
    if (!found) throw new Refusal('team.none');
    if (options.json) await printJson(found);
    else await printOverview(found);
  } finally {
    await work?.replica.stop();
  }
}

async function settleOne(session: Session, id: string | undefined, options: TeamOptions): Promise<void> {
  settle(session, required(id, 'id'), options.keep ?? 'theirs');
  await status(session, options);
}

async function removeOne(session: Session, name: string | undefined, options: TeamOptions): Promise<void> {
  const { project } = session;
  const member = readMembers(project.sqlite).find((each) => (each.name === name || each.id === name) && each.leftAt === null);
  if (!member) throw new Refusal('team.memberUnknown', { name: name ?? '' });
  const work = await reachTeam(project);
  try {
    await remove(project, work, member.id);
    const users = usersOf(project);
    if (options.serverUsers !== undefined && users !== null) writeOutput(options.serverUsers, `${users}\n`);
    await tell(options, overview(project, work, null), words().cliRemoved(member.name));
  } finally {
    await work.replica.stop();
  }
}

async function mend(file: string, options: TeamOptions): Promise<void> {
  const { path, mended } = await withProject(file, undefined, async ({ project }) => ({ path: project.path, mended: await mendedCopy(project) }));
  putInPlace(path, mended);
  await withProject(file, undefined, ({ project }) => tell(options, overview(project, null, null), words().cliMended));
}

async function leave({ project }: Session, options: TeamOptions): Promise<void> {
  let work: TeamWork | null = null;
  try {
    work = await reachTeam(project);
    await work.replica.settle(Date.now() + Number(options.wait) * MS);
  } catch (error) {
    // a server that is gone keeps nobody in a team
    if (!(error instanceof Refusal) || error.code === 'team.none') throw error;
  }
  await leaveTeam(project, work?.replica ?? null);
  await work?.replica.stop();
  removeSecrets(project.path);
  await tell(options, { left: true }, words().cliLeft);
}

async function team(file: string, act: Act, what: string | undefined, options: TeamOptions): Promise<void> {
  if (act === 'join') return join(file, options);
  if (act === 'mend') return mend(file, options);
  return withProject(file, options.coder, (session) => {
    if (act === 'create') return create(session, options);
    if (act === 'invite') return inviteOne(session, options);
    if (act === 'settle') return settleOne(session, what, options);
    if (act === 'remove') return removeOne(session, what, options);
    return act === 'leave' ? leave(session, options) : status(session, options);
  });
}

export function addTeamCommand(trame: Command): void {
  trame
    .command('team')
    .argument('<file>')
    .argument('<act>', ACTS.join(', '), (act: string): Act => {
      const found = ACTS.find((each) => each === act);
      if (!found) throw new InvalidArgumentError(`one of ${ACTS.join(', ')}`);
      return found;
    })
    .argument('[what]', 'settle: the line of the list; remove: the member’s name')
    .description('live work with other coders: create a team, invite, join, exchange and see where it stands, settle, remove, leave')
    .option('--server <address>', 'create: nats://host:port, tls://host:port, several separated by commas')
    .option('--user <name>', 'create: the name that the server asks for')
    .option('--secret-file <path>', 'create: a file with the secret that goes with the user name')
    .option('--certificate <path>', 'create: PEM of who vouches for the server')
    .option('--replicas <n>', 'create: on how many servers of a cluster everything is kept', '1')
    .option('--server-users <path>', 'create, invite, remove: write the users for the server’s configuration, one key per member')
    .option('--name <name>', 'invite: for whom; create, join: who you are')
    .addOption(new Option('--role <role>', 'invite').choices([...TEAM_ROLES]).default('coder'))
    .option('--invitation <link or path>', 'join')
    .option('--out <path>', 'invite: write the invitation to a file')
    .addOption(new Option('--keep <side>', 'settle').choices(['mine', 'theirs']).default('theirs'))
    .option('--wait <seconds>', 'how long to exchange', '10')
    .option('--coder <name>', 'who acts')
    .option('--json', 'one JSON document on stdout')
    .action(team);
}
