// Undo applies a command's differences backwards, as a new entry; redo is undoing the undo. Both refuse where rows changed since.
import { Refusal } from '../../shared/domain/failure.ts';
import { entryByNumber, numberToRedo, numberToUndo } from '../storage/change-log.ts';
import type { LogEntry } from '../storage/change-log.ts';
import { currentColumns } from '../storage/writer.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';
import { runCommand, runTogether } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

function reversed(diff: RowDiff): RowDiff {
  if (diff.op === 'insert') return { op: 'remove', table: diff.table, id: diff.id, before: diff.after };
  if (diff.op === 'remove') return { op: 'insert', table: diff.table, id: diff.id, after: diff.before };
  return { ...diff, before: diff.after, after: diff.before };
}

function holds(current: Columns | undefined, expected: Columns): boolean {
  return current !== undefined && Object.entries(expected).every(([name, value]) => (current[name] ?? null) === value);
}

/** The row must be as this difference found it, or the difference does not apply. */
function assertApplies(context: CommandContext, diff: RowDiff, entry: LogEntry): void {
  const current = currentColumns(context.project.sqlite, diff.table, diff.id);
  const applies = diff.op === 'insert' ? current === undefined : holds(current, diff.before);
  if (!applies) throw new Refusal('undo.conflict', { command: entry.command, table: diff.table });
}

/** Something made since hangs on a row that would go, or stands where one would come back: the database's own rules say so. */
function orConflict<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new Refusal('undo.conflict');
    throw error;
  }
}

function takeBack(session: Session, entry: LogEntry, kind: 'undo' | 'redo', target: LogEntry): LogEntry {
  const header = { name: target.command, input: {}, subject: target.subject, kind, targetId: target.id };
  orConflict(() =>
    runCommand(session, header, (context) => {
      for (const diff of entry.diffs.toReversed()) {
        const back = reversed(diff);
        assertApplies(context, back, entry);
        context.writer.replay(back);
      }
    }),
  );
  return target;
}

/** Takes back the latest command whose effect stands; answers with it. */
export function undo(session: Session): LogEntry {
  const number = numberToUndo(session.project.sqlite);
  const entry = number === undefined ? undefined : entryByNumber(session.project.sqlite, number);
  if (!entry) throw new Refusal('undo.nothing');
  return takeBack(session, entry, 'undo', entry);
}

/** Brings back the command taken back last; answers with it. */
export function redo(session: Session): LogEntry {
  const { sqlite } = session.project;
  const number = numberToRedo(sqlite);
  const undoEntry = number === undefined ? undefined : entryByNumber(sqlite, number);
  const row = undoEntry && sqlite.prepare<[string], { number: number }>('SELECT number FROM change_log WHERE id = ?').get(undoEntry.targetId ?? '');
  const target = row && entryByNumber(sqlite, row.number);
  if (!undoEntry || !target) throw new Refusal('redo.nothing');
  return takeBack(session, undoEntry, 'redo', target);
}

function several(session: Session, count: number, step: (session: Session) => LogEntry): LogEntry[] {
  return orConflict(() => runTogether(session, () => Array.from({ length: count }, () => step(session))));
}

/** Takes back the latest `count` commands, or none of them. */
export function undoSeveral(session: Session, count: number): LogEntry[] {
  return several(session, count, undo);
}

/** Brings back the `count` commands taken back last, or none of them. */
export function redoSeveral(session: Session, count: number): LogEntry[] {
  return several(session, count, redo);
}
