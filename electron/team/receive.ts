// What others did, applied here in the team's order: one's own unsent work is taken off, theirs comes first, and it is done again after it.
import { randomUUID } from 'node:crypto';
import type { SourceId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { roleMayDo } from '../../shared/domain/team-role.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import type { TextRewrite } from '../../shared/domain/text-rewrite.ts';
import { checkContent } from '../queries/check.ts';
import type { LogEntry } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';
import { insertEntry, lastEntryId } from '../storage/change-log.ts';
import { countAfter, entriesAfter, lastNumber, removeEntriesAfter } from '../storage/team-log.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { readTeamState, updateTeamState, withoutWaiting, writeMember, writeSettlement } from '../storage/team-state.ts';
import type { TeamMember } from '../storage/team-state.ts';
import { applyDiff, currentColumns } from '../storage/writer.ts';
import type { RowDiff } from '../storage/writer.ts';
import { FileRules } from './file-rules.ts';
import { Conflict, Replay } from './replay.ts';
import type { Meanwhile, RowStates } from './replay.ts';
import { END_COLUMNS, rewriteBetween, rewrittenTurns, textOf } from './text-changes.ts';

/** A message of the team's stream, deciphered. */
export interface Incoming {
  readonly sequence: number;
  /** Under which role it was published: the server answers for that. */
  readonly role: TeamRole;
  readonly entries: readonly SharedEntry[];
  /** Who came, or left. */
  readonly members: readonly TeamMember[];
  /** The team's key changed to this one with this message. */
  readonly epoch: number | null;
}

export interface Received {
  readonly applied: number;
  /** Entries of one's own that turned out to be in the stream already. */
  readonly acknowledged: number;
  readonly settlements: number;
  readonly tables: ReadonlySet<string>;
}

const rulesOf = new WeakMap<Project, FileRules>();

function fileRules(project: Project): FileRules {
  let rules = rulesOf.get(project);
  if (!rules) rulesOf.set(project, (rules = new FileRules(project.sqlite)));
  return rules;
}

export function reversed(diff: RowDiff): RowDiff {
  if (diff.op === 'insert') return { op: 'remove', table: diff.table, id: diff.id, before: diff.after };
  if (diff.op === 'remove') return { op: 'insert', table: diff.table, id: diff.id, after: diff.before };
  return { ...diff, before: diff.after, after: diff.before };
}

/** What is here is what the sender had: else the two copies do not say the same any more. */
function assertHolds(project: Project, diff: RowDiff, sequence: number): void {
  const there = currentColumns(project.sqlite, diff.table, diff.id);
  const holds =
    diff.op === 'insert'
      ? there === undefined
      : there !== undefined && Object.entries(diff.before).every(([name, was]) => (there[name] ?? null) === was);
  if (!holds) throw new Refusal('team.diverged', { sequence });
}

function applyTheirs(project: Project, { sequence, role, entries, members, epoch }: Incoming): RowDiff[] {
  const { sqlite } = project;
  for (const member of members) writeMember(sqlite, member);
  if (epoch !== null) updateTeamState(sqlite, { epoch });
  // who oversteps their role is not followed, by anybody
  if (entries.some(({ command }) => !roleMayDo(role, command))) return [];
  const diffs: RowDiff[] = [];
  for (const entry of entries) {
    if (entry.basedOn !== lastEntryId(sqlite)) throw new Refusal('team.streamBroken', { sequence });
    for (const diff of entry.diffs) {
      assertHolds(project, diff, sequence);
      applyDiff(sqlite, diff);
      diffs.push(diff);
    }
    insertEntry(sqlite, entry);
  }
  return diffs;
}

/** Takes the unsent entries off, the last one first; answers with how the rows were that others may have changed too. */
export function takeOff(project: Project, tail: readonly SharedEntry[]): Map<RowDiff, RowStates> {
  const states = new Map<RowDiff, RowStates>();
  for (const diff of tail.flatMap(({ diffs }) => diffs).toReversed()) {
    const isOfInterest = diff.op === 'update' && (diff.table === 'cell' || diff.table === 'memo' || diff.table === 'passage');
    const after = isOfInterest ? currentColumns(project.sqlite, diff.table, diff.id) : undefined;
    applyDiff(project.sqlite, reversed(diff));
    if (isOfInterest) states.set(diff, { after, before: currentColumns(project.sqlite, diff.table, diff.id) });
  }
  return states;
}

/** Entries that are one act are done again together or not at all. */
function acts(tail: readonly SharedEntry[]): SharedEntry[][] {
  const groups: SharedEntry[][] = [];
  for (const entry of tail) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.act !== null && last.act === entry.act && last.kind === entry.kind) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Rows that hang on nothing but what the file itself keeps together, and that nothing else is derived from. */
const LOOSE: ReadonlySet<string> = new Set([
  'passage',
  'coding',
  'coder',
  'suggestion_decision',
  'meaning_mark',
  'quick_key',
  'saved_search',
  'stop_word',
]);

interface Extent {
  readonly removes: boolean;
  readonly binds: boolean;
  readonly rewrites: boolean;
}

function extentOf(diffs: readonly RowDiff[]): Extent {
  return {
    removes: diffs.some(({ op }) => op === 'remove'),
    binds: diffs.some(({ table }) => !LOOSE.has(table)),
    rewrites: diffs.some(({ table }) => table === 'turn'),
  };
}

/** Both together may break a rule that neither breaks alone. */
function mayClash(theirs: Extent, mine: Extent): boolean {
  return theirs.removes || (mine.removes && theirs.binds) || (mine.binds && theirs.binds) || theirs.rewrites || mine.rewrites;
}

const problemsOf = (project: Project): Set<string> => new Set(checkContent(project).map(({ what, where }) => `${what} ${where}`));

interface Refused {
  readonly entries: readonly SharedEntry[];
  readonly conflict: Conflict;
}

/** True where the tail itself takes the entry back in the end. */
export function isTakenBack(entry: SharedEntry, tail: readonly SharedEntry[]): boolean {
  const about = tail.filter(({ targetId }) => targetId === entry.id);
  return about.filter(({ kind }) => kind === 'undo').length > about.filter(({ kind }) => kind === 'redo').length;
}

class Again {
  readonly #project: Project;
  readonly #meanwhile: Meanwhile;
  readonly #tail: readonly SharedEntry[];

  constructor(meanwhile: Meanwhile, tail: readonly SharedEntry[]) {
    this.#project = meanwhile.project;
    this.#meanwhile = meanwhile;
    this.#tail = tail;
  }

  /** Does the whole tail again; with `known` problems, each act is also held against every rule. */
  all(known: ReadonlySet<string> | null): Refused[] {
    const { sqlite } = this.#project;
    const refused: Refused[] = [];
    const twins = new Map<string, string>();
    const gone = new Set<string>();
    for (const group of acts(this.#tail)) {
      const entries = group.filter(({ targetId }) => targetId === null || !gone.has(targetId));
      const names = new Map(twins);
      sqlite.exec('SAVEPOINT act');
      try {
        const done = new Replay(this.#meanwhile, names).run(entries);
        for (const entry of done) {
          if (entry.diffs.length === 0) gone.add(entry.id);
          else insertEntry(sqlite, { ...entry, basedOn: lastEntryId(sqlite) });
        }
        if (known && [...problemsOf(this.#project)].some((problem) => !known.has(problem))) throw new Conflict('rule', '', '');
        for (const [from, into] of names) twins.set(from, into);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        sqlite.exec('ROLLBACK TO act');
        for (const entry of entries) gone.add(entry.id);
        if (!entries.every((entry) => entry.kind === 'do' && isTakenBack(entry, this.#tail))) refused.push({ entries, conflict: error });
      }
      sqlite.exec('RELEASE act');
    }
    return refused;
  }
}

/** What of theirs a conflict is about: the entries that name the row, or the last one. */
function sideOfTheirs(conflict: Conflict, theirs: readonly SharedEntry[]): unknown[] {
  const named = conflict.row === '' ? [] : theirs.filter(({ diffs }) => diffs.some(({ id }) => id === conflict.row));
  return (named.length > 0 ? named : theirs.slice(-1)).slice(-5).map(({ id, command, coderName, at, subject, kind, diffs }) => ({
    id,
    command,
    coderName,
    at,
    subject,
    kind,
    diffs: diffs.filter((diff) => diff.id === conflict.row),
  }));
}

function settleLater(project: Project, { entries, conflict }: Refused, theirs: readonly SharedEntry[]): void {
  const { reason, table, row, column } = conflict;
  writeSettlement(project.sqlite, {
    id: randomUUID(),
    reason,
    mine: JSON.stringify({ entries, table, row, column }),
    theirs: JSON.stringify(sideOfTheirs(conflict, theirs)),
    at: new Date().toISOString(),
  });
}

/** Own messages that were stored although nobody could say so: they open what came. Answers with how many messages and entries. */
function ownAtTheHead(incoming: readonly Incoming[], tail: readonly LogEntry[]): { readonly messages: number; readonly entries: number } {
  let [messages, entries] = [0, 0];
  for (const { entries: theirs } of incoming) {
    if (theirs.length === 0 || !theirs.every(({ id }, index) => tail[entries + index]?.id === id)) break;
    messages += 1;
    entries += theirs.length;
  }
  return { messages, entries };
}

function rejoin(project: Project, theirs: readonly Incoming[], tail: readonly LogEntry[]): { diffs: RowDiff[]; refused: number; shared: number } {
  const { sqlite } = project;
  const entries = theirs.flatMap((message) => message.entries);
  const ownDiffs = tail.flatMap(({ diffs }) => diffs);
  const ownTurns = rewrittenTurns(project, ownDiffs);
  const statesOf = takeOff(project, tail);
  removeEntriesAfter(sqlite, readTeamState(sqlite)?.sharedNumber ?? 0);
  const theirTurns = rewrittenTurns(
    project,
    entries.flatMap(({ diffs }) => diffs),
  );
  const before = new Map<SourceId, TextRewrite['before']>([...theirTurns.keys()].map((source) => [source, textOf(project, source)]));
  const diffs = theirs.flatMap((message) => applyTheirs(project, message));
  const shared = lastNumber(sqlite);
  const rewrites = new Map(
    [...before].flatMap(([source, turns]) => {
      const rewrite = rewriteBetween(turns, textOf(project, source));
      return rewrite ? [[source, rewrite] as const] : [];
    }),
  );
  const passages = diffs.flatMap((diff) =>
    diff.table === 'passage' && (diff.op === 'insert' || (diff.op === 'update' && END_COLUMNS.some((name) => name in diff.after))) ? [diff.id] : [],
  );
  const meanwhile = { project, rules: fileRules(project), statesOf, rewrites, rewrittenTurns: theirTurns, passages: new Set(passages), ownTurns };
  const again = new Again(meanwhile, tail);
  const known = mayClash(extentOf(diffs), extentOf(ownDiffs)) ? problemsOf(project) : null;
  sqlite.exec('SAVEPOINT tail');
  let refused = again.all(null);
  if (known && [...problemsOf(project)].some((problem) => !known.has(problem))) {
    sqlite.exec('ROLLBACK TO tail');
    refused = again.all(known);
  }
  sqlite.exec('RELEASE tail');
  for (const each of refused) settleLater(project, each, entries);
  return { diffs: [...diffs, ...ownDiffs], refused: refused.length, shared };
}

/**
 * Applies messages that follow from what is here, all of them or none; one's own unsent entries come after them. Throws a `Refusal` that says why
 * they do not follow. Not within another transaction.
 */
export function receive(project: Project, messages: readonly Incoming[]): Received {
  const { sqlite } = project;
  const isAlone = countAfter(sqlite, readTeamState(sqlite)?.sharedNumber ?? 0) === 0;
  // nothing of one's own is written anew: the server gives all of it again
  return isAlone ? withoutWaiting(sqlite, () => apply(project, messages)) : apply(project, messages);
}

function apply(project: Project, messages: readonly Incoming[]): Received {
  const { sqlite } = project;
  const tables = new Set<string>();
  let result = { applied: 0, acknowledged: 0, settlements: 0 };
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const state = readTeamState(sqlite);
    if (!state) throw new Refusal('team.none');
    const incoming = messages.filter(({ sequence }) => sequence > state.sequence);
    const tail = [...entriesAfter(sqlite, state.sharedNumber)];
    const own = ownAtTheHead(incoming, tail);
    if (own.entries > 0) updateTeamState(sqlite, { sharedNumber: tail[own.entries - 1]?.number ?? state.sharedNumber });
    const theirs = incoming.slice(own.messages);
    const rest = tail.slice(own.entries);
    const isJoin = rest.length > 0 && theirs.some(({ entries }) => entries.length > 0);
    const { diffs, refused, shared } = isJoin
      ? rejoin(project, theirs, rest)
      : { diffs: theirs.flatMap((message) => applyTheirs(project, message)), refused: 0, shared: null };
    for (const { table } of diffs) tables.add(table);
    const sharedNumber = shared ?? (rest.length > 0 ? (readTeamState(sqlite)?.sharedNumber ?? 0) : lastNumber(sqlite));
    // what was sent and not acknowledged is written anew now, or was acknowledged just above
    const sentNumber = Math.max(sharedNumber, isJoin ? 0 : state.sentNumber);
    if (incoming.length > 0) updateTeamState(sqlite, { sequence: incoming.at(-1)?.sequence ?? state.sequence, sharedNumber, sentNumber });
    result = { applied: diffs.length, acknowledged: own.entries, settlements: refused };
    sqlite.exec('COMMIT');
    if (isJoin) project.sourceChanges.markAll();
    else project.sourceChanges.mark(diffs);
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    project.sourceChanges.markAll();
    throw error;
  }
  return { ...result, tables };
}
