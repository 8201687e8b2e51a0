// Undo applies a command's differences backwards, as a new entry; redo is undoing the undo. Both refuse where rows changed since.
import { Refusal } from '../../shared/domain/failure.ts';
import { whoseSteps } from '../queries/sight.ts';
import { CANCELLED, entryByNumber, numberToRedo, numberToUndo } from '../storage/change-log.ts';
import type { LogEntry, Whose } from '../storage/change-log.ts';
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

/** What the next step would apply backwards, and the command that it takes back or brings back. */
interface Step {
  readonly entry: LogEntry;
  readonly target: LogEntry;
}

function takeBack(session: Session, { entry, target }: Step, kind: 'undo' | 'redo', input: object = {}): LogEntry {
  const header = { name: target.command, input, subject: target.subject, kind, targetId: target.id, ...(target.act ? { act: target.act } : {}) };
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

/** Of this act where one is given. */
function nextUndo({ project: { sqlite } }: Session, by: Whose, act: string | null = null): Step | undefined {
  const number = numberToUndo(sqlite, act, by);
  const entry = number === undefined ? undefined : entryByNumber(sqlite, number);
  return entry && { entry, target: entry };
}

function nextRedo({ project: { sqlite } }: Session, by: Whose): Step | undefined {
  const number = numberToRedo(sqlite, by);
  const entry = number === undefined ? undefined : entryByNumber(sqlite, number);
  const row = entry && sqlite.prepare<[string], { number: number }>('SELECT number FROM change_log WHERE id = ?').get(entry.targetId ?? '');
  const target = row && entryByNumber(sqlite, row.number);
  return entry && target && { entry, target };
}

/** Takes one step, and the further ones that belong to the same act; answers with the command that it is about. */
function step(session: Session, kind: 'undo' | 'redo'): LogEntry {
  const by = whoseSteps(session.project, session.coderId);
  const next = (): Step | undefined => (kind === 'undo' ? nextUndo(session, by) : nextRedo(session, by));
  const first = next();
  if (!first) throw new Refusal(`${kind}.nothing`);
  const { act } = first.target;
  takeBack(session, first, kind);
  // what comes next may be a whole import: it is read only where it may belong to the same act
  if (act !== null) for (let found = next(); found?.target.act === act; found = next()) takeBack(session, found, kind);
  return first.target;
}

/** Takes back the latest act whose effect stands; answers with its last command. */
export function undo(session: Session): LogEntry {
  return undoSeveral(session, 1)[0] as LogEntry;
}

/** Brings back the act taken back last; answers with its first command. */
export function redo(session: Session): LogEntry {
  return redoSeveral(session, 1)[0] as LogEntry;
}

function together<T>(session: Session, steps: () => T): T {
  return orConflict(() => runTogether(session, steps));
}

function several(session: Session, count: number, kind: 'undo' | 'redo'): LogEntry[] {
  return together(session, () => Array.from({ length: count }, () => step(session, kind)));
}

/** Takes back the latest `count` acts, or none of them. */
export function undoSeveral(session: Session, count: number): LogEntry[] {
  return several(session, count, 'undo');
}

/** Brings back the `count` acts taken back last, or none of them. */
export function redoSeveral(session: Session, count: number): LogEntry[] {
  return several(session, count, 'redo');
}

/** Takes back everything done after this entry of the log, or nothing of it; the latest first. */
export function undoTo(session: Session, number: number): LogEntry[] {
  return together(session, () => {
    const taken: LogEntry[] = [];
    const { project, coderId } = session;
    while ((numberToUndo(project.sqlite, null, whoseSteps(project, coderId)) ?? 0) > number) taken.push(step(session, 'undo'));
    if (taken.length === 0) throw new Refusal('undo.nothing');
    return taken;
  });
}

/** Brings back what was taken back, up to and with this entry, or nothing where it can no longer be reached. */
export function redoTo(session: Session, number: number): LogEntry[] {
  return together(session, () => {
    const brought: LogEntry[] = [];
    const { project, coderId } = session;
    const upcoming = (): Step | undefined => nextRedo(session, whoseSteps(project, coderId));
    for (let next = upcoming(); next; next = upcoming()) {
      const { act } = next.target;
      brought.push(step(session, 'redo'));
      if (next.target.number === number || (act !== null && entryByNumber(project.sqlite, number)?.act === act)) return brought;
    }
    throw new Refusal('redo.nothing');
  });
}

/**
 * Takes back all that an act has done so far, or none of it; what others did meanwhile stays. The act was never finished: redo does not
 * bring back a part of it.
 */
export function takeBackAct(session: Session, act: string): void {
  orConflict(() =>
    runTogether(session, () => {
      for (let found = nextUndo(session, null, act); found; found = nextUndo(session, null, act)) takeBack(session, found, 'undo', CANCELLED);
    }),
  );
}
