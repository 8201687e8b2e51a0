// Everything that hangs on rows which go: rows that cannot be without them, now or in any state that the log remembers. Ids are UUIDs, so that
// a value that holds one names it, whichever column it stands in.
import type Database from 'better-sqlite3';
import { rowsInPortions } from './study-rewriting.ts';
import { contentTables } from './schema.ts';
import type { TableName } from './schema.ts';
import type { Columns, RowDiff } from './writer.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Columns that may be empty, or that go on without what they name. All others that name a thing are nothing without it. */
const LOOSE: Readonly<Record<string, readonly string[]>> = {
  turn: ['speaker_id'],
  participant: ['case_id'],
  category: ['example_passage_id'],
  disagreement_decision: ['other_category_id'],
};
/** Kept as they were that day, with words in them: whoever is named in them, they go. */
const KEPT_WHOLE: readonly string[] = ['matrix_snapshot', 'review_pack'];
/** Lists of ids among other things: what is named in them may be gone. */
const LISTS: readonly string[] = [
  'definition',
  'layout',
  'setting',
  'settings',
  'document',
  'content',
  'evidence',
  'figures',
  'sides',
  'reasons',
  'marks',
  'styles',
  'sheet',
];

interface Named {
  readonly table: TableName;
  readonly id: string;
  readonly names: readonly string[];
}

const isListed = (table: TableName, column: string): boolean => LISTS.includes(column) && !KEPT_WHOLE.includes(table);

/** Null for a row that names nothing. */
function namedBy(table: TableName, row: Columns): Named | null {
  const id = String(row.id);
  const names = Object.entries(row).flatMap(([column, value]) => {
    if (typeof value !== 'string' || column === 'id' || isListed(table, column) || LOOSE[table]?.includes(column)) return [];
    return [...value.matchAll(UUID)].map(([found]) => found);
  });
  return names.length === 0 ? null : { table, id, names };
}

/** Every row that is or was, in its latest state. */
export function* latestRows(sqlite: Database.Database): Generator<readonly [TableName, Columns]> {
  const standing = new Set<string>();
  for (const table of Object.keys(contentTables) as TableName[])
    for (const portion of rowsInPortions(sqlite, table, 1000))
      for (const { '#': _rowid, ...row } of portion) {
        standing.add(String(row.id));
        yield [table, row];
      }
  const entries = sqlite.prepare<[number], { number: number; diffs: string }>(
    `SELECT number, diffs FROM change_log WHERE number < ? AND diffs LIKE '%"op":"remove"%' ORDER BY number DESC LIMIT 50`,
  );
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const found = entries.all(before);
    if (found.length === 0) return;
    for (const { diffs } of found)
      for (const diff of (JSON.parse(diffs) as RowDiff[]).toReversed())
        if (diff.op === 'remove' && !standing.has(diff.id)) {
          standing.add(diff.id);
          yield [diff.table, { ...diff.before, id: diff.id }];
        }
    before = found.at(-1)?.number ?? 0;
  }
}

/** The ids that go with these, themselves among them, each with its table. `alsoGone` says of rows that nothing else would take along. */
export function belongingsOf(
  sqlite: Database.Database,
  first: ReadonlyMap<string, TableName>,
  alsoGone: (table: TableName, row: Columns) => boolean,
): Map<string, TableName> {
  const gone = new Map(first);
  const naming = new Map<string, Named[]>();
  const queue = [...first.keys()];
  for (const [table, row] of latestRows(sqlite)) {
    const named = namedBy(table, row);
    for (const name of new Set(named?.names)) {
      const list = naming.get(name) ?? [];
      if (named) list.push(named);
      naming.set(name, list);
    }
    if (!gone.has(String(row.id)) && alsoGone(table, row)) {
      gone.set(String(row.id), table);
      queue.push(String(row.id));
    }
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const row of naming.get(id) ?? []) {
      if (gone.has(row.id)) continue;
      gone.set(row.id, row.table);
      queue.push(row.id);
    }
  return gone;
}

/** Without what has gone: columns that may be empty are, lists of ids name the others only. */
export function withoutGone(table: TableName, row: Columns, isGone: (id: string) => boolean): Columns {
  const after = { ...row };
  for (const column of LOOSE[table] ?? []) if (typeof after[column] === 'string' && isGone(after[column])) after[column] = null;
  for (const [column, value] of Object.entries(after))
    if (typeof value === 'string' && isListed(table, column) && (value.match(UUID) ?? []).some(isGone)) after[column] = prunedJson(value, isGone);
  return after;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const namesGone = (value: Json, isGone: (id: string) => boolean): boolean =>
  typeof value === 'string'
    ? isGone(value)
    : typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).some((part) => typeof part === 'string' && isGone(part));

function pruned(value: Json, isGone: (id: string) => boolean): Json {
  if (Array.isArray(value)) return value.filter((part) => !namesGone(part, isGone)).map((part) => pruned(part, isGone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isGone(key))
      .map(([key, part]) => [key, pruned(part, isGone)]),
  );
}

function prunedJson(text: string, isGone: (id: string) => boolean): string {
  try {
    return JSON.stringify(pruned(JSON.parse(text) as Json, isGone));
  } catch {
    return text;
  }
}
