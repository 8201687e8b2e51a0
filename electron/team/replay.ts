// One's own work, done again after others': rows they did not touch as they were; rows that both touched column by column; what that leaves
// undecided is a conflict, named with both sides. A conflict throws: whoever replays takes back what was replayed so far.
import type { SettleReason } from '../../shared/domain/team-settlement.ts';
import { addsUp, isBesideThePoint, laterCounts } from '../../shared/domain/team-settlement.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { crossingKey, entityKeysIn } from '../../shared/domain/matrix.ts';
import type { RewrittenText } from '../../shared/domain/text-rewrite.ts';
import { parseWrittenText } from '../../shared/domain/written-text.ts';
import { removePassageIfBare } from '../commands/passage-rows.ts';
import { writeLinks } from '../commands/memo-rows.ts';
import { isPassageKept } from '../queries/kept-passages.ts';
import type { Project } from '../storage/open-project.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { Writer, currentColumns } from '../storage/writer.ts';
import type { ColumnValue, Columns, RowDiff } from '../storage/writer.ts';
import type { FileRules } from './file-rules.ts';
import { mergeTexts } from './merge-texts.ts';
import type { HeldText } from './merge-texts.ts';
import { END_COLUMNS, carried, columnsOfEnds, endsOfColumns, rewriteBetween, rewrittenTurns, textOf } from './text-changes.ts';

type Update = Extract<RowDiff, { op: 'update' }>;

/** What cannot be joined, and where. */
export class Conflict extends Error {
  readonly reason: SettleReason;
  readonly table: string;
  readonly row: string;
  readonly column: string | null;

  constructor(reason: SettleReason, table: string, row: string, column: string | null = null) {
    super(`${reason} ${table} ${row} ${column ?? ''}`);
    this.reason = reason;
    this.table = table;
    this.row = row;
    this.column = column;
  }
}

/** A row that one's own work changed, whole: before it and after it. */
export interface RowStates {
  readonly before: Columns | undefined;
  readonly after: Columns | undefined;
}

/** What others did meanwhile, and how one's own rows were when they were written. */
export interface Meanwhile {
  readonly project: Project;
  readonly rules: FileRules;
  readonly statesOf: ReadonlyMap<RowDiff, RowStates>;
  /** Sources whose words others changed, the turns they changed, and the passages they made or moved. */
  readonly rewrites: ReadonlyMap<SourceId, RewrittenText>;
  readonly rewrittenTurns: ReadonlyMap<SourceId, ReadonlySet<string>>;
  readonly passages: ReadonlySet<string>;
  /** Turns whose words one's own work changes. */
  readonly ownTurns: ReadonlyMap<SourceId, ReadonlySet<string>>;
}

/** The form and the words of what is written together. */
const WORDS_OF: Readonly<Record<string, string>> = { cell: 'synthesis', memo: 'text' };

const heldIn = (table: string, row: Columns | undefined): HeldText => ({
  document: (row?.document ?? null) as string | null,
  words: String(row?.[WORDS_OF[table] ?? ''] ?? ''),
});
const isSameText = (one: HeldText, other: HeldText): boolean => one.document === other.document && one.words === other.words;

/** The entries of one act, done again in their order. */
export class Replay {
  readonly #meanwhile: Meanwhile;
  /** Ids of rows made here → those of the rows that others made for the same thing. */
  readonly #twins: Map<string, string>;
  readonly #mergedMemos = new Set<string>();
  readonly #passagesLeft = new Set<string>();
  #writer: Writer;
  #updates: string[] = [];

  constructor(meanwhile: Meanwhile, twins: Map<string, string>) {
    this.#meanwhile = meanwhile;
    this.#twins = twins;
    this.#writer = new Writer(meanwhile.project.sqlite);
  }

  get #sqlite(): Project['sqlite'] {
    return this.#meanwhile.project.sqlite;
  }

  /** Does the entries again; answers with them as they now are. Throws a `Conflict`. */
  run(entries: readonly SharedEntry[]): SharedEntry[] {
    const { project } = this.#meanwhile;
    const rewritten = rewrittenTurns(
      project,
      entries.flatMap(({ diffs }) => diffs),
    );
    const before = new Map([...rewritten.keys()].map((source) => [source, textOf(project, source)]));
    const done: SharedEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      this.#writer = new Writer(this.#sqlite);
      this.#updates = [];
      for (const diff of entry.diffs) this.#apply(this.#renamed(diff), diff);
      if (index === entries.length - 1) {
        for (const [source, turns] of before) this.#carryTheirs(rewriteBetween(turns, textOf(project, source)));
        for (const passage of this.#passagesLeft) if (this.#row('passage', passage)) removePassageIfBare({ project, writer: this.#writer }, passage);
      }
      done.push({ ...entry, ...this.#said(entry), diffs: this.#writer.diffs });
    }
    const broken = this.#meanwhile.rules.firstBroken(done.flatMap(({ diffs }) => diffs));
    if (broken) throw new Conflict(broken.isNeeded ? 'needed' : 'gone', broken.table, broken.id);
    return done;
  }

  /** What was asked for, under the names that things now have; a text that was joined with others' says what was written here. */
  #said(entry: SharedEntry): Pick<SharedEntry, 'input' | 'coderId'> {
    const input = this.#renamedValue(entry.input) as object | null;
    const texts = this.#updates.length > 0 ? { texts: this.#updates } : {};
    return { input: { ...input, ...texts }, coderId: this.#twins.get(entry.coderId) ?? entry.coderId };
  }

  #renamedValue(value: unknown): unknown {
    if (this.#twins.size === 0) return value;
    let json = JSON.stringify(value);
    for (const [from, into] of this.#twins) json = json.replaceAll(from, into);
    return JSON.parse(json);
  }

  #renamed(diff: RowDiff): RowDiff {
    if (this.#twins.size === 0) return diff;
    const renamed = this.#renamedValue(diff) as RowDiff;
    // a crossing's key names its entities in their order
    const inOrder = (columns: Columns): Columns =>
      Object.fromEntries(
        Object.entries(columns).map(([name, value]) => [
          name,
          (name === 'cell_key' || (name === 'key' && diff.table === 'cell')) && typeof value === 'string' ? crossingKey(entityKeysIn(value)) : value,
        ]),
      );
    if (renamed.op === 'insert') return { ...renamed, after: inOrder(renamed.after) };
    return renamed.op === 'remove' ? renamed : { ...renamed, after: inOrder(renamed.after) };
  }

  #row(table: RowDiff['table'], id: string): Columns | undefined {
    return currentColumns(this.#sqlite, table, id);
  }

  #write(diff: RowDiff): void {
    try {
      this.#writer.replay(diff);
    } catch (error) {
      if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new Conflict('taken', diff.table, diff.id);
      throw error;
    }
  }

  #apply(diff: RowDiff, original: RowDiff): void {
    if (diff.table === 'memo_link' && this.#mergedMemos.has(this.#memoOf(diff))) return;
    if (diff.op === 'insert') this.#insert(diff.table, diff.id, diff.after);
    else if (diff.op === 'remove') this.#remove(diff.table, diff.id, diff.before);
    else this.#update(diff, this.#statesOf(original));
  }

  #memoOf(diff: RowDiff): string {
    const columns = diff.op === 'insert' ? diff.after : (this.#row('memo_link', diff.id) ?? {});
    return String(columns.memo_id ?? '');
  }

  #statesOf(original: RowDiff): RowStates {
    const states = this.#meanwhile.statesOf.get(original);
    return states ? (this.#renamedValue(states) as RowStates) : { before: undefined, after: undefined };
  }

  #insert(table: RowDiff['table'], id: string, row: Columns): void {
    const there = this.#row(table, id);
    if (there) {
      if (Object.keys(row).some((name) => (there[name] ?? null) !== row[name])) throw new Conflict('taken', table, id);
      return;
    }
    const placed = table === 'passage' ? { ...row, ...this.#carriedEnds(row) } : row;
    const twin = this.#meanwhile.rules.twinOf(table, placed);
    if (twin) this.#becomes(table, placed, twin);
    else this.#write({ op: 'insert', table, id, after: this.#atItsPlace(table, placed) });
  }

  /** A verbatim pinned where others pinned one meanwhile comes after theirs. */
  #atItsPlace(table: RowDiff['table'], row: Columns): Columns {
    if (table !== 'cell_quote') return row;
    const last = this.#sqlite.prepare('SELECT max(position) FROM cell_quote WHERE cell_key = ?').pluck().get(row.cell_key) as number | null;
    return last === null || last < Number(row.position) ? row : { ...row, position: last + 1 };
  }

  /** Others made the same thing meanwhile: theirs is it, with what only this one says. */
  #becomes(table: RowDiff['table'], row: Columns, twin: Columns): void {
    const id = String(twin.id);
    this.#twins.set(String(row.id), id);
    const isNothing = (value: ColumnValue | undefined): boolean => value === '' || value === null || value === undefined;
    const after: Columns = {};
    const isText = table in WORDS_OF && !isNothing(row[WORDS_OF[table] ?? '']) && !isNothing(twin[WORDS_OF[table] ?? '']);
    for (const [name, mine] of Object.entries(row)) {
      const theirs = twin[name] ?? null;
      if (name === 'id' || theirs === mine || isNothing(mine) || isBesideThePoint(name)) continue;
      if (this.#meanwhile.rules.isKeyColumn(table, name)) continue;
      if (isText && (name === 'document' || name === WORDS_OF[table])) continue;
      if (!isNothing(theirs)) throw new Conflict('taken', table, id, name);
      after[name] = mine;
    }
    if (isText) Object.assign(after, this.#joinedText(table, id, undefined, twin, row));
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, twin[name] ?? null]));
    if (Object.keys(after).length > 0) this.#write({ op: 'update', table, id, before, after });
  }

  #remove(table: RowDiff['table'], id: string, before: Columns): void {
    const there = this.#row(table, id);
    if (!there) return;
    if (table === 'passage' && isPassageKept(this.#meanwhile.project, id)) return;
    for (const [name, was] of Object.entries(before)) {
      const isPlace = table === 'passage' && (END_COLUMNS as readonly string[]).includes(name);
      if ((there[name] ?? null) !== was && !isPlace && !laterCounts(table, name) && !addsUp(table, name))
        throw new Conflict('changed', table, id, name);
    }
    if (typeof there.passage_id === 'string') this.#passagesLeft.add(there.passage_id);
    if (table === 'memo' && there.target_kind === 'passage') this.#passagesLeft.add(String(there.target_id));
    this.#write({ op: 'remove', table, id, before: there });
  }

  #update(diff: Update, states: RowStates): void {
    const { table, id } = diff;
    const there = this.#row(table, id);
    if (!there) throw new Conflict('gone', table, id);
    const after: Columns = {};
    const isText = this.#isTextOfBoth(table, diff, states, there);
    const endsChange = table === 'passage' && END_COLUMNS.some((name) => name in diff.after);
    for (const [name, mine] of Object.entries(diff.after)) {
      if (isText && (name === 'document' || name === WORDS_OF[table])) continue;
      if (endsChange && (END_COLUMNS as readonly string[]).includes(name)) continue;
      const [was, is] = [diff.before[name] ?? null, there[name] ?? null];
      if (addsUp(table, name) && typeof mine === 'number' && typeof was === 'number' && typeof is === 'number') after[name] = is + mine - was;
      else if (is === was || laterCounts(table, name)) after[name] = mine;
      else if (is !== mine) throw new Conflict('changed', table, id, name);
    }
    if (isText) Object.assign(after, this.#joinedText(table, id, states.before, there, { ...states.after, ...diff.after }));
    if (endsChange) Object.assign(after, this.#endsAfter(diff, states, there));
    const changed = Object.fromEntries(Object.entries(after).filter(([name, value]) => (there[name] ?? null) !== value));
    const before = Object.fromEntries(Object.keys(changed).map((name) => [name, there[name] ?? null]));
    if (Object.keys(changed).length > 0) this.#write({ op: 'update', table, id, before, after: changed });
  }

  #isTextOfBoth(table: string, diff: Update, { before }: RowStates, there: Columns): boolean {
    const words = WORDS_OF[table];
    if (words === undefined || !before || !(words in diff.after || 'document' in diff.after)) return false;
    // an empty synthesis was taken away, and with it all that stood beside it
    if (diff.after[words] === '') return false;
    return !isSameText(heldIn(table, before), heldIn(table, there));
  }

  #joinedText(table: RowDiff['table'], id: string, base: Columns | undefined, theirs: Columns, mine: Columns): Columns {
    const merged = mergeTexts(heldIn(table, base), heldIn(table, theirs), heldIn(table, mine));
    this.#updates.push(Buffer.from(merged.update).toString('base64'));
    if (table === 'memo') {
      this.#mergedMemos.add(id);
      writeLinks({ writer: this.#writer, project: this.#meanwhile.project }, id, parseWrittenText(merged.document));
    }
    return { document: merged.document, [WORDS_OF[table] ?? '']: merged.words };
  }

  /** Where ends made here are in words that others corrected meanwhile. */
  #carriedEnds(row: Columns): Columns {
    const source = row.source_id as SourceId;
    const rewrite = this.#meanwhile.rewrites.get(source);
    if (!rewrite || row.lost_quote !== null) return {};
    const theirs = this.#meanwhile.rewrittenTurns.get(source);
    const own = this.#meanwhile.ownTurns.get(source);
    const turns = [String(row.start_turn_id), String(row.end_turn_id)];
    if (!turns.some((turn) => theirs?.has(turn))) return {};
    if (own && turns.some((turn) => own.has(turn))) throw new Conflict('text', 'passage', String(row.id));
    const ends = carried(rewrite, endsOfColumns(row));
    if (!ends) throw new Conflict('text', 'passage', String(row.id));
    return columnsOfEnds(ends);
  }

  /** Ends moved here: by hand, or with words corrected here. */
  #endsAfter(diff: Update, { after }: RowStates, there: Columns): Columns {
    const isAsItWas = END_COLUMNS.every((name) => !(name in diff.before) || (there[name] ?? null) === diff.before[name]);
    const mine = Object.fromEntries(END_COLUMNS.filter((name) => name in diff.after).map((name) => [name, diff.after[name] ?? null]));
    const source = there.source_id as SourceId;
    if (this.#meanwhile.ownTurns.has(source)) {
      // a correction made here: what others moved meanwhile is carried along at the end
      if (isAsItWas) return mine;
      if (this.#meanwhile.passages.has(diff.id)) return {};
      throw new Conflict('text', 'passage', diff.id);
    }
    const isRewritten = this.#meanwhile.rewrites.has(source);
    if (!isAsItWas && !isRewritten) throw new Conflict('changed', 'passage', diff.id, 'start_utf16');
    return isRewritten && after ? { ...mine, ...this.#carriedEnds({ ...there, ...after, ...mine }) } : mine;
  }

  /** A correction made here takes along the passages that others made or moved meanwhile. */
  #carryTheirs(rewrite: RewrittenText | null): void {
    if (!rewrite) return;
    for (const id of this.#meanwhile.passages) {
      const row = this.#row('passage', id);
      if (!row || row.lost_quote !== null) continue;
      const own = this.#meanwhile.ownTurns.get(row.source_id as SourceId);
      if (!own?.has(String(row.start_turn_id)) && !own?.has(String(row.end_turn_id))) continue;
      const ends = carried(rewrite, endsOfColumns(row));
      if (!ends) throw new Conflict('text', 'passage', id);
      const after = Object.fromEntries(Object.entries(columnsOfEnds(ends)).filter(([name, value]) => row[name] !== value));
      const before = Object.fromEntries(Object.keys(after).map((name) => [name, row[name] ?? null]));
      if (Object.keys(after).length > 0) this.#write({ op: 'update', table: 'passage', id, before, after });
    }
  }
}
