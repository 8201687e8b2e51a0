// Every write goes through here: one transaction, one entry in the log, one event, or nothing at all.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { appendEntry } from '../storage/change-log.ts';
import type { LogEntry } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';
import { Writer } from '../storage/writer.ts';

/** Who acts on which project. */
export interface Session {
  readonly project: Project;
  readonly coderId: CoderId;
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
  /** Names and numbers for the sentence that history and undo show. May be a function of what happened. */
  readonly subject: CommandSubject | (() => CommandSubject);
  readonly kind?: LogEntry['kind'];
  readonly targetId?: string;
}

function coderName(session: Session): string {
  const row = session.project.sqlite.prepare<[string], { name: string }>('SELECT name FROM coder WHERE id = ?').get(session.coderId);
  return row?.name ?? '';
}

/** Turns a key that would be left dangling or doubled into a refusal; these are the database's last word on a rule. */
function asRefusal(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return new Refusal('file.unwritable', { path: '' });
  return error;
}

/**
 * Runs a command: BEGIN IMMEDIATE, the body, the log's entry, COMMIT, the event. A body that throws leaves nothing behind.
 * A body that changes nothing leaves no entry. Returns what the body returns.
 */
export function runCommand<T>(session: Session, header: CommandHeader, body: (context: CommandContext) => T): T {
  const { project } = session;
  if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
  const { sqlite } = project;
  const at = new Date().toISOString();
  const writer = new Writer(sqlite);
  sqlite.exec('BEGIN IMMEDIATE');
  let result: T;
  try {
    result = body({ ...session, writer, at });
    if (writer.diffs.length > 0) {
      appendEntry(sqlite, {
        origin: project.origin,
        kind: header.kind ?? 'do',
        targetId: header.targetId ?? null,
        command: header.name,
        coderId: session.coderId,
        coderName: coderName(session),
        at,
        input: header.input,
        subject: typeof header.subject === 'function' ? header.subject() : header.subject,
        diffs: writer.diffs,
      });
    }
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw asRefusal(error);
  }
  if (writer.diffs.length > 0) {
    const tables = [...new Set(writer.diffs.map((diff) => diff.table))];
    for (const listener of project.listeners) listener({ command: header.name, tables });
  }
  return result;
}

/** A fresh identifier, branded by what it is assigned to. */
export function newId<T extends string>(): T {
  return randomUUID() as string as T;
}
