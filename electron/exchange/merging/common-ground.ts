// What two copies had in common before they went apart, read off their logs. A copy knows the entries in its log and those that merges
// brought; the common ancestor is the latest state of either copy that both know all of.
import { createHash } from 'node:crypto';
import type { RowDiff, Columns } from '../../storage/writer.ts';
import { otherSide } from './two-copies.ts';
import type { SideName, TwoCopies } from './two-copies.ts';

export const MERGE_COMMAND = 'project.merge';

/** What the log keeps of a merge. */
export interface MergeRecord {
  readonly file: string;
  /** Entries of the other copy that it brought, by their keys. */
  readonly holds: readonly string[];
  /** Conflicts were settled otherwise than proposed: the other copy, merging back, does not do the same by itself. */
  readonly isSettled: boolean;
}

interface LogLine {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly targetId: string | null;
  readonly at: string;
  /** By which both copies know it; an entry that was typed on after the copy was made is another one. */
  readonly key: string;
  readonly merge: MergeRecord | null;
}

/** Entries that take what is typed on into themselves. */
const TYPED = ['source.editTurn', 'memo.write', 'cell.writeSynthesis', 'passage.paraphrase'];
const TYPED_LIST = TYPED.map((name) => `'${name}'`).join(', ');
const LINES = `SELECT number, id, kind, target_id, at, command, iif(command IN (${TYPED_LIST}), diffs, NULL) AS typed,
  iif(command = '${MERGE_COMMAND}' AND kind = 'do', input, NULL) AS merge FROM @change_log ORDER BY number`;

function readLines(copies: TwoCopies, side: SideName): LogLine[] {
  const lines: LogLine[] = [];
  for (const row of copies.each(side, LINES)) {
    const id = String(row.id);
    const typed = row.typed === null ? '' : `:${createHash('md5').update(String(row.typed)).digest('base64url').slice(0, 8)}`;
    const merge = row.merge === null ? null : (JSON.parse(String(row.merge)) as MergeRecord);
    const targetId = row.target_id === null ? null : String(row.target_id);
    lines.push({ number: Number(row.number), id, kind: String(row.kind), targetId, at: String(row.at), key: `${id}${typed}`, merge });
  }
  return lines;
}

/** Knowledge as it grows entry by entry; taking a merge back takes what it brought along. */
class Knowing {
  readonly #times = new Map<string, number>();
  readonly #merges = new Map<string, MergeRecord>();
  readonly #strange: (key: string) => boolean;
  strangers = 0;

  constructor(strange: (key: string) => boolean) {
    this.#strange = strange;
  }

  get keys(): Iterable<string> {
    return this.#times.keys();
  }

  get size(): number {
    return this.#times.size;
  }

  #add(key: string, by: 1 | -1): void {
    const before = this.#times.get(key) ?? 0;
    const after = before + by;
    if (after > 0) this.#times.set(key, after);
    else this.#times.delete(key);
    if (before > 0 !== after > 0 && this.#strange(key)) this.strangers += by;
  }

  #merge({ holds }: MergeRecord, by: 1 | -1): void {
    for (const key of holds) this.#add(key, by);
  }

  take({ id, key, kind, merge, targetId }: LogLine): void {
    const target = this.#merges.get(targetId ?? '');
    if (merge) {
      this.#merges.set(id, merge);
      this.#merge(merge, 1);
      if (merge.isSettled) this.#add(key, 1);
    } else if (target) this.#merge(target, kind === 'undo' ? -1 : 1);
    if (!merge) this.#add(key, 1);
  }
}

function knownBy(lines: readonly LogLine[]): Set<string> {
  const knowing = new Knowing(() => false);
  for (const line of lines) knowing.take(line);
  return new Set(knowing.keys);
}

interface Prefix {
  readonly side: SideName;
  /** How many lines of the log. */
  readonly length: number;
  readonly size: number;
  readonly known: ReadonlySet<string>;
  readonly last: string;
}

/** The longest beginning of a log of which the other copy knows everything. */
function commonPrefix(side: SideName, lines: readonly LogLine[], others: ReadonlySet<string>): Prefix {
  const knowing = new Knowing((key) => !others.has(key));
  let length = 0;
  lines.forEach((line, index) => {
    knowing.take(line);
    if (knowing.strangers === 0) length = index + 1;
  });
  const known = knownBy(lines.slice(0, length));
  return { side, length, size: known.size, known, last: lines[length - 1]?.id ?? '' };
}

/** When and by which entry of a copy a row was last written since the common ancestor. */
export interface Touch {
  readonly at: string;
  readonly number: number;
}

/** What a copy did since the common ancestor. */
export interface Tail {
  readonly touches: ReadonlyMap<string, Touch>;
  /** The entry that removed a row, by its number. */
  readonly removals: ReadonlyMap<string, number>;
  /** Rows each entry removed. */
  readonly removedIn: ReadonlyMap<number, readonly RowDiff[]>;
  /** What became part of what: `table id` → id. */
  readonly became: ReadonlyMap<string, string>;
  readonly entries: number;
}

export const rowKey = (table: string, id: string): string => `${table} ${id}`;

const BECOME = new Set(['category', 'participant', 'passage', 'coding', 'link']);

/** What the rows that an entry removed became, told by the rows that named them before and name another now. */
function noteBecome(became: Map<string, string>, diffs: readonly RowDiff[], copies: TwoCopies): void {
  const gone = new Map(diffs.flatMap((diff) => (diff.op === 'remove' && BECOME.has(diff.table) ? [[diff.id, diff.table] as const] : [])));
  if (gone.size === 0) return;
  for (const diff of diffs) {
    if (diff.op !== 'update') continue;
    for (const [column, before] of Object.entries(diff.before)) {
      const table = gone.get(String(before));
      const after = diff.after[column];
      const leads = copies.shape(diff.table).references.some((each) => each.column === column && each.table === table) || column === 'target_id';
      if (table !== undefined && typeof after === 'string' && leads) became.set(rowKey(table, String(before)), after);
    }
  }
}

const MERGES_TWO: Readonly<Record<string, string>> = { 'category.merge': 'category', 'participant.merge': 'participant' };

function readTail(copies: TwoCopies, side: SideName, lines: readonly LogLine[]): Tail {
  const touches = new Map<string, Touch>();
  const removals = new Map<string, number>();
  const removedIn = new Map<number, RowDiff[]>();
  const became = new Map<string, string>();
  for (const { number, at } of lines) {
    const [row] = copies.ask(side, 'SELECT command, kind, input, diffs FROM @change_log WHERE number = ?', number);
    const diffs = JSON.parse(String(row?.diffs ?? '[]')) as RowDiff[];
    const pair = MERGES_TWO[String(row?.command)];
    if (pair !== undefined && row?.kind === 'do') {
      const { from, into } = JSON.parse(String(row.input)) as { from?: string; into?: string };
      if (from !== undefined && into !== undefined) became.set(rowKey(pair, from), into);
    }
    noteBecome(became, diffs, copies);
    for (const diff of diffs) {
      const key = rowKey(diff.table, diff.id);
      touches.set(key, { at, number });
      if (diff.op !== 'remove') continue;
      removals.set(key, number);
      const removed = removedIn.get(number);
      if (removed) removed.push(diff);
      else removedIn.set(number, [diff]);
    }
  }
  return { touches, removals, removedIn, became, entries: lines.length };
}

/** Rows as they were, where entries since have written them; null for none. */
function unwound(copies: TwoCopies, side: SideName, lines: readonly LogLine[]): Map<string, Columns | null> {
  const rows = new Map<string, Columns | null>();
  for (const { number } of lines.toReversed()) {
    const [entry] = copies.ask(side, 'SELECT diffs FROM @change_log WHERE number = ?', number);
    for (const diff of (JSON.parse(String(entry?.diffs ?? '[]')) as RowDiff[]).toReversed()) {
      const key = rowKey(diff.table, diff.id);
      if (diff.op === 'insert') rows.set(key, null);
      else if (diff.op === 'remove') rows.set(key, diff.before);
      else rows.set(key, { ...(rows.get(key) ?? copies.row(side, diff.table, diff.id)), ...diff.before });
    }
  }
  return rows;
}

/** The state that both copies come from, and what each did since. */
export class CommonGround {
  readonly isRelated: boolean;
  readonly commonEntries: number;
  readonly tails: Readonly<Record<SideName, Tail>>;
  /** Keys of what they know and we do not: what a merge brings. */
  readonly brings: readonly string[];
  readonly #copies: TwoCopies;
  readonly #side: SideName;
  readonly #since: ReadonlyMap<string, Columns | null>;

  constructor(copies: TwoCopies) {
    this.#copies = copies;
    const lines = { ours: readLines(copies, 'ours'), theirs: readLines(copies, 'theirs') };
    const known = { ours: knownBy(lines.ours), theirs: knownBy(lines.theirs) };
    this.brings = [...known.theirs].filter((key) => !known.ours.has(key));
    const ours = commonPrefix('ours', lines.ours, known.theirs);
    const theirs = commonPrefix('theirs', lines.theirs, known.ours);
    const isOurs = ours.size === theirs.size ? ours.last <= theirs.last : ours.size > theirs.size;
    const base = isOurs ? ours : theirs;
    this.isRelated = base.length > 0;
    this.commonEntries = base.size;
    this.#side = base.side;
    // strangers have no before: what each did by itself says nothing about the other
    const after = this.isRelated ? lines[base.side].slice(base.length) : [];
    this.#since = unwound(copies, base.side, after);
    const isSince = ({ key, merge }: LogLine): boolean => (merge ? merge.holds.some((each) => !base.known.has(each)) : !base.known.has(key));
    const others = this.isRelated ? lines[otherSide(base.side)].filter(isSince) : [];
    this.tails = {
      ours: readTail(copies, 'ours', base.side === 'ours' ? after : others),
      theirs: readTail(copies, 'theirs', base.side === 'theirs' ? after : others),
    };
  }

  /** Undefined where there was none, or where nothing is known of before. */
  row(table: string, id: string): Columns | undefined {
    if (!this.isRelated) return undefined;
    const before = this.#since.get(rowKey(table, id));
    return before === undefined ? this.#copies.row(this.#side, table, id) : (before ?? undefined);
  }

  rowsWhere(table: string, column: string, value: string): Columns[] {
    if (!this.isRelated) return [];
    const rows = this.#copies.rowsWhere(this.#side, table, [column], [value]).filter(({ id }) => !this.#since.has(rowKey(table, String(id))));
    for (const [key, row] of this.#since) if (row && key.startsWith(`${table} `) && row[column] === value) rows.push(row);
    return rows;
  }

  /** When either copy last wrote a row; empty where neither did. */
  lastTouch(table: string, id: string): string {
    const times = [this.tails.ours, this.tails.theirs].map(({ touches }) => touches.get(rowKey(table, id))?.at ?? '');
    return times.sort().at(-1) ?? '';
  }

  /** Who wrote a row last; by what it says where that is not known. */
  later(table: string, id: string, ours: unknown, theirs: unknown): SideName {
    const [mine, other] = [this.tails.ours, this.tails.theirs].map(({ touches }) => touches.get(rowKey(table, id))?.at ?? '');
    if (mine !== other) return (mine ?? '') > (other ?? '') ? 'ours' : 'theirs';
    if (!this.isRelated) return 'ours';
    return JSON.stringify(ours) >= JSON.stringify(theirs) ? 'ours' : 'theirs';
  }
}
