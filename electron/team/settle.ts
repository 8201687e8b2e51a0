// What could not be joined, settled by its author: the team's version stays, or one's own is done again over it.
import { Refusal } from '../../shared/domain/failure.ts';
import { runCommand, runTogether } from '../commands/run-command.ts';
import type { CommandContext, Session } from '../commands/run-command.ts';
import { checkContent } from '../queries/check.ts';
import type { Project } from '../storage/open-project.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { closeSettlement, readSettlements } from '../storage/team-state.ts';
import { currentColumns } from '../storage/writer.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';
import { FileRules } from './file-rules.ts';

/** The row as it was when it was last removed. */
function removedRow({ sqlite }: Project, table: string, id: string): Columns | undefined {
  const entries = sqlite.prepare<[string], { diffs: string }>(
    `SELECT diffs FROM change_log WHERE diffs LIKE '%' || ? || '%' AND diffs LIKE '%"op":"remove"%' ORDER BY number DESC LIMIT 20`,
  );
  for (const { diffs } of entries.all(id)) {
    const found = (JSON.parse(diffs) as RowDiff[]).find((diff) => diff.op === 'remove' && diff.table === table && diff.id === id);
    if (found?.op === 'remove') return found.before;
  }
  return undefined;
}

class Insisting {
  readonly #context: CommandContext;
  readonly #rules: FileRules;

  constructor(context: CommandContext) {
    this.#context = context;
    this.#rules = new FileRules(context.project.sqlite);
  }

  #row(table: RowDiff['table'], id: string): Columns | undefined {
    return currentColumns(this.#context.project.sqlite, table, id);
  }

  #set(table: RowDiff['table'], id: string, wanted: Columns): void {
    const there = this.#row(table, id);
    if (!there) return;
    const after = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => (there[name] ?? null) !== value));
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, there[name] ?? null]));
    if (Object.keys(after).length > 0) this.#context.writer.replay({ op: 'update', table, id, before, after });
  }

  /** Puts a row there, with what it refers to where that was removed. */
  #put(table: RowDiff['table'], id: string, row: Columns): void {
    if (this.#row(table, id)) return this.#set(table, id, row);
    const twin = this.#rules.twinOf(table, row);
    if (twin) return this.#set(table, String(twin.id), { ...row, id: twin.id ?? null });
    this.#context.writer.replay({ op: 'insert', table, id, after: row });
    for (let missing = this.#rules.missingFor(table, id); missing; missing = this.#rules.missingFor(table, id)) {
      const removed = removedRow(this.#context.project, missing.table, missing.id);
      if (!removed) throw new Refusal('team.cannotSettle');
      this.#put(missing.table, missing.id, removed);
    }
    return undefined;
  }

  do(diff: RowDiff): void {
    if (diff.op === 'insert') return this.#put(diff.table, diff.id, diff.after);
    if (diff.op === 'update') {
      const removed = this.#row(diff.table, diff.id) ? undefined : removedRow(this.#context.project, diff.table, diff.id);
      if (removed) this.#put(diff.table, diff.id, removed);
      return this.#set(diff.table, diff.id, diff.after);
    }
    const there = this.#row(diff.table, diff.id);
    if (there) this.#context.writer.replay({ op: 'remove', table: diff.table, id: diff.id, before: there });
    return undefined;
  }
}

function insist(session: Session, entries: readonly SharedEntry[]): void {
  const known = new Set(checkContent(session.project).map(({ what, where }) => `${what} ${where}`));
  try {
    runTogether(session, () => {
      for (const { command, input, subject, diffs, act } of entries)
        runCommand(session, { name: command, input, subject, ...(act === null ? {} : { act }) }, (context) => {
          const insisting = new Insisting(context);
          for (const diff of diffs) insisting.do(diff);
        });
      if (checkContent(session.project).some(({ what, where }) => !known.has(`${what} ${where}`))) throw new Refusal('team.cannotSettle');
    });
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new Refusal('team.cannotSettle');
    throw error;
  }
}

/** Settles one line of the list; `mine` does one's own acts again, as acts of now. */
export function settle(session: Session, id: string, choice: 'mine' | 'theirs'): void {
  const { sqlite } = session.project;
  const found = readSettlements(sqlite).find((settlement) => settlement.id === id);
  if (!found) throw new Refusal('team.settlementUnknown');
  if (choice === 'mine') insist(session, (JSON.parse(found.mine) as { entries: SharedEntry[] }).entries);
  closeSettlement(sqlite, id, choice, new Date().toISOString());
}
