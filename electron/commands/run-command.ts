// Every write goes through here: one transaction, one entry in the log, one event, or nothing at all.
import { randomUUID } from 'node:crypto';
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import { freeInitials } from '../../shared/domain/coder.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { roleMayDo } from '../../shared/domain/team-role.ts';
import { amendEntry, appendEntry, latestEntry } from '../storage/change-log.ts';
import type { LogEntry } from '../storage/change-log.ts';
import { composeDiffs } from '../storage/compose-diffs.ts';
import { diskRefusal, isFileThere } from '../storage/disk.ts';
import type { Project, ProjectChange } from '../storage/open-project.ts';
import { isOnlyRead } from '../storage/originals-shown.ts';
import { statement } from '../storage/statements.ts';
import { isSent, teamRole } from '../storage/team-state.ts';
import { Writer } from '../storage/writer.ts';
import { followOutOfCoding } from './coder-rows.ts';
import { followRemovedEnds } from './link-rows.ts';
import { followRemovals } from './memo-rows.ts';
import { assertMayWrite, followRemovedPassages } from './review-rows.ts';

/** Who acts on which project. */
export interface Session {
  readonly project: Project;
  readonly coderId: CoderId;
  /** The acting coder's name where the project does not know them yet: they are written with the first change they make. */
  readonly newcomer?: string;
}

export interface CommandContext extends Session {
  readonly writer: Writer;
  /** ISO time of the command: the same in every row it writes and in the log. */
  readonly at: string;
}

export interface CommandHeader {
  /** `coding.apply`: the channel's name where there is one. */
  readonly name: string;
  /** What was asked, for the log; large contents (files) are named, not repeated: the row differences hold them. */
  readonly input: unknown;
  /** Names and numbers for the sentence that history and undo show. */
  readonly subject: CommandSubject;
  readonly kind?: LogEntry['kind'];
  readonly targetId?: string;
  /** A UUID shared by commands that are one act of the user: undo takes them back together. */
  readonly act?: string;
  /**
   * The entry that this command continues (typing goes on in the same place): while it is the last one and the same coder's, it
   * takes this command's changes into itself, its input becoming `join(its input)`.
   */
  readonly continues?: { readonly entryId: string; readonly join: (input: unknown) => unknown };
}

interface NewCoder {
  readonly id: string;
  readonly name: string;
  readonly initials?: string | undefined;
  readonly color?: string | undefined;
}

const FIRST_CODER_COLOR = 5;

/** Writes a coder; initials and colour are chosen where they are not given. */
export function insertCoder({ project, writer, at }: CommandContext, { id, name, initials, color }: NewCoder): void {
  const count = project.sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM coder').get()?.n ?? 0;
  const next = CATEGORY_COLORS[(count + FIRST_CODER_COLOR) % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0];
  const taken = new Set(
    statement<[], { initials: string }>(project.sqlite, 'SELECT initials FROM coder')
      .all()
      .map((coder) => coder.initials),
  );
  writer.insert('coder', { id, name, initials: initials ?? freeInitials(name, taken), color: color ?? next, createdAt: at });
}

function coderName({ project, coderId }: Pick<Session, 'project' | 'coderId'>): string | undefined {
  return statement<[string], { name: string }>(project.sqlite, 'SELECT name FROM coder WHERE id = ?').get(coderId)?.name;
}

/** Takes back what a transaction that failed has written so far; answers with what to throw. */
function rolledBack({ sqlite, path, sourceChanges }: Project, error: unknown): unknown {
  if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
  sourceChanges.markAll();
  return diskRefusal(error, path);
}

/** Refuses (`project.gone`) to write into a file that is no longer where it was. */
function assertThere({ sqlite, path }: Project): void {
  if (!isFileThere(sqlite, path)) throw new Refusal('project.gone', { path });
}

function inTransaction<T>(project: Project, work: () => T): T {
  assertThere(project);
  try {
    project.sqlite.exec('BEGIN IMMEDIATE');
    const result = work();
    project.sqlite.exec('COMMIT');
    return result;
  } catch (error) {
    throw rolledBack(project, error);
  }
}

function tell(project: Project, changes: readonly ProjectChange[]): void {
  for (const change of changes) for (const listener of project.listeners) listener(change);
}

/** The entry that the command goes into, where it continues one that is still the last. */
function continued({ project, coderId }: Session, { name, continues }: CommandHeader): LogEntry | undefined {
  if (!continues) return undefined;
  const last = latestEntry(project.sqlite);
  const isOpen = last?.id === continues.entryId && last.kind === 'do' && last.command === name && last.coderId === coderId;
  return isOpen && !isSent(project.sqlite, last.number) ? last : undefined;
}

/** A newcomer is written with what they do, unless what they do has brought them back: they may have been made and unmade before. */
function newcomersId(context: CommandContext, name: string): CoderId {
  const known = statement<[string], { id: CoderId }>(context.project.sqlite, 'SELECT id FROM coder WHERE name = ?').get(name);
  if (!known) insertCoder(context, { id: context.coderId, name });
  return known?.id ?? context.coderId;
}

/** What a command gave, the entry that holds it, and what to tell; both null where nothing changed. */
interface Performed<T> {
  readonly result: T;
  readonly entryId: string | null;
  readonly change: ProjectChange | null;
}

/** Runs the body and writes the entry. */
function perform<T>(session: Session, header: CommandHeader, body: (context: CommandContext) => T): Performed<T> {
  const { project, newcomer } = session;
  const context = { ...session, writer: new Writer(project.sqlite), at: new Date().toISOString() };
  const knownName = coderName(session);
  const result = body(context);
  followRemovals(context);
  // what undo takes back had no links yet: one made since is a conflict, and the database's own rules say so
  if ((header.kind ?? 'do') === 'do' && [followOutOfCoding(context), followRemovedEnds(context)].includes(true)) followRemovals(context);
  if ((header.kind ?? 'do') === 'do') followRemovedPassages(context);
  const { diffs } = context.writer;
  if (diffs.length === 0) return { result, entryId: null, change: null };
  project.sourceChanges.mark(diffs);
  const change = { command: header.name, tables: [...new Set(diffs.map((diff) => diff.table))] };
  const open = continued(session, header);
  if (open) {
    amendEntry(project.sqlite, { number: open.number, input: header.continues?.join(open.input), diffs: composeDiffs(open.diffs, diffs) });
    return { result, entryId: open.id, change };
  }
  const coderId = knownName === undefined && newcomer !== undefined ? newcomersId(context, newcomer) : session.coderId;
  const entryId = appendEntry(project.sqlite, {
    origin: project.origin,
    kind: header.kind ?? 'do',
    targetId: header.targetId ?? null,
    command: header.name,
    coderId,
    // undoing their own making, a coder is gone by now; making a project, there is one only now
    coderName: knownName ?? coderName({ project, coderId }) ?? '',
    at: context.at,
    input: header.input,
    subject: header.subject,
    diffs,
    act: header.act ?? null,
  });
  return { result, entryId, change };
}

/** Changes of commands that run together, told once all of them are on the disk. */
const heldBack = new WeakMap<Project, ProjectChange[]>();

/** In a team, what others' work hangs on is left to those who answer for it. */
function assertRoleAllows({ sqlite }: Project, command: string): void {
  const role = teamRole(sqlite);
  if (role !== undefined && !roleMayDo(role, command)) throw new Refusal('team.roleForbids', { role });
}

/**
 * Runs a command: BEGIN IMMEDIATE, the body, the log's entry, COMMIT, the event. A body that throws leaves nothing behind.
 * A body that changes nothing leaves no entry. Returns what the body returns.
 */
export function runCommand<T>(session: Session, header: CommandHeader, body: (context: CommandContext) => T): T {
  return runLogged(session, header, body).result;
}

/** The same, and the entry that holds what was done: what a command that goes on from there names as `continues`. */
export function runLogged<T>(session: Session, header: CommandHeader, body: (context: CommandContext) => T): Omit<Performed<T>, 'change'> {
  const { project } = session;
  if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
  if (isOnlyRead(project)) throw new Refusal('pseudonym.viewOnly');
  assertRoleAllows(project, header.name);
  assertMayWrite(project, header.name);
  const others = heldBack.get(project);
  const { change, ...done } = others ? perform(session, header, body) : inTransaction(project, () => perform(session, header, body));
  if (change && others) others.push(change);
  else if (change) tell(project, [change]);
  return done;
}

/** Runs several commands so that all of them are written, each with its entry in the log, or none. */
export function runTogether<T>({ project }: Session, commands: () => T): T {
  const changes: ProjectChange[] = [];
  heldBack.set(project, changes);
  let result: T;
  try {
    result = inTransaction(project, commands);
  } finally {
    heldBack.delete(project);
  }
  tell(project, changes);
  return result;
}

/**
 * The same for commands that come one by one over a while. Whoever else wrote meanwhile would be part of it: for a process that does
 * nothing else, as the command line.
 */
export async function runTogetherSlowly<T>({ project }: Session, commands: () => Promise<T>): Promise<T> {
  const { sqlite } = project;
  const changes: ProjectChange[] = [];
  heldBack.set(project, changes);
  let result: T;
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    result = await commands();
    sqlite.exec('COMMIT');
  } catch (error) {
    throw rolledBack(project, error);
  } finally {
    heldBack.delete(project);
  }
  tell(project, changes);
  return result;
}

/** A fresh identifier, branded by what it is assigned to. */
export function newId<T extends string>(): T {
  return randomUUID() as string as T;
}
