// Things that became one: what one copy merged into another, what both made alike, what can stand only once.
import type { MergeChoice } from '../../../shared/domain/merge.ts';
import type { Columns } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';
import { renamed } from './references.ts';
import { mergeVersions } from './three-way.ts';
import { MERGED_TABLES } from './two-copies.ts';

/** Tables in such an order that what a row names comes before it. */
export function inOrderOfNaming(study: MergedStudy): string[] {
  const ordered: string[] = [];
  const open = new Set<string>();
  const visit = (table: string): void => {
    if (ordered.includes(table) || open.has(table)) return;
    open.add(table);
    // a category may name a passage as its example, and passages stand without categories
    for (const { table: named } of study.copies.shape(table).references) if (!(table === 'category' && named === 'passage')) visit(named);
    ordered.push(table);
  };
  for (const table of MERGED_TABLES) visit(table);
  return ordered;
}

/** Notes what became what, and gives every decided row the ids that things have now. */
export function rename(study: MergedStudy, became: ReadonlyMap<string, string>): void {
  if (became.size === 0) return;
  for (const [from, into] of became) study.became.set(from, into);
  for (const table of MERGED_TABLES)
    for (const [id, row] of study.decided(table))
      if (row)
        study.patch(
          table,
          id,
          renamed(study, table, row, (each) => study.idNow(each)),
        );
}

/** Things that became one another, one in either copy: the first of them stays. */
function withoutCircles(became: Map<string, string>): void {
  for (const start of [...became.keys()].sort()) {
    let at = became.get(start);
    for (let steps = 0; at !== undefined && at !== start && steps < became.size; steps += 1) at = became.get(at);
    if (at === start) became.delete(start);
  }
}

/** What one copy merged into another thing: what the other copy hung on it follows. */
export function followMerges(study: MergedStudy): void {
  const became = new Map<string, string>();
  for (const side of ['ours', 'theirs'] as const)
    for (const [key, into] of study.ground.tails[side].became) {
      const [table = '', id = ''] = key.split(' ');
      if (study.copies.row(side, table, id) !== undefined || study.get(table, id) !== undefined) continue;
      const other = became.get(id);
      if (other === undefined || into < other) became.set(id, into);
    }
  withoutCircles(became);
  rename(study, became);
}

type Kept = readonly [kept: Columns, other: Columns];

/** The one that was there before, else the one made first, else by their ids: the same in both copies. Of strangers' things ours. */
export function inRank(study: MergedStudy, table: string, one: Columns, other: Columns): Kept {
  if (!study.ground.isRelated) return study.copies.row('ours', table, String(one.id)) ? [one, other] : [other, one];
  const rank = (row: Columns): string =>
    `${study.isOld(table, String(row.id)) ? 0 : 1} ${String(row.created_at ?? row.imported_at ?? '')} ${String(row.id)}`;
  return rank(one) <= rank(other) ? [one, other] : [other, one];
}

const NOT_TOLD = new Set(['id', 'created_at', 'imported_at', 'updated_at']);

/** Nothing that one says is denied by the other. */
function areAlike(study: MergedStudy, table: string, one: Columns, other: Columns): boolean {
  const { quiet = [] } = study.rule(table);
  return study.copies.shape(table).columns.every((name) => {
    if (NOT_TOLD.has(name) || quiet.includes(name) || one[name] === other[name]) return true;
    return [one[name], other[name]].some((value) => value === null || value === '');
  });
}

/** One row goes into another; what names it is made to name the other by `rename`. */
export function fold(study: MergedStudy, table: string, kept: Columns, other: Columns): readonly [from: string, into: string] {
  const [keptId, otherId] = [String(kept.id), String(other.id)];
  const [keptAt, otherAt] = [study.ground.lastTouch(table, keptId), study.ground.lastTouch(table, otherId)];
  const isOurs = study.copies.row('ours', table, keptId) !== undefined;
  const isLater = !study.ground.isRelated ? isOurs : keptAt === otherAt ? JSON.stringify(kept) > JSON.stringify(other) : keptAt > otherAt;
  const [ours, theirs] = isOurs ? [kept, other] : [other, kept];
  study.set(table, otherId, null);
  study.set(table, keptId, mergeVersions(study, table, keptId, { base: undefined, ours, theirs, later: isLater === isOurs ? 'ours' : 'theirs' }));
  return [otherId, keptId];
}

const NAMES = ['name', 'title', 'label', 'word', 'key', 'reason'];

function freeName(study: MergedStudy, table: string, set: readonly string[], column: string, row: Columns): string {
  const taken = (name: string): boolean =>
    study.where(
      table,
      set,
      set.map((each) => (each === column ? name : (row[each] ?? null))),
    ).length > 0;
  const name = String(row[column]);
  const with_ = (count: number): string => (column === 'key' ? `${name}-${count}` : `${name} (${count})`);
  let count = 2;
  while (taken(with_(count))) count += 1;
  return with_(count);
}

/** Both stay; one of them by another name. */
function keepApart(study: MergedStudy, table: string, set: readonly string[], other: Columns): void {
  const column = set.find((name) => NAMES.includes(name));
  if (column !== undefined) study.patch(table, String(other.id), { [column]: freeName(study, table, set, column, other) });
  else if (table === 'grid_version') study.patch(table, String(other.id), { number: nextVersion(study, other) });
}

function nextVersion(study: MergedStudy, { grid_id: grid }: Columns): number {
  return 1 + Math.max(...study.where('grid_version', ['grid_id'], [grid ?? null]).map(({ number }) => Number(number)));
}

/** Whether two rows of one name are one thing, as it was chosen or seems. */
function isOneThing(study: MergedStudy, table: string, set: readonly string[], kept: Columns, other: Columns): boolean {
  const { twins = 'same' } = study.rule(table);
  const isNamed = set.some((name) => NAMES.includes(name));
  if (table === 'grid_version') return false;
  if (!isNamed || table === 'passage') return true;
  if ([kept, other].some(({ id }) => study.apart.has(String(id)))) return false;
  if (study.isOld(table, String(kept.id)) && study.isOld(table, String(other.id))) return false;
  if (twins === 'same') return true;
  const seems: MergeChoice = twins === 'alike' && areAlike(study, table, kept, other) ? 'ours' : 'both';
  const told = study.nameOf(table, kept);
  const ids = [String(kept.id), String(other.id)].sort().join('+');
  const choice = study.settle(
    { id: `${table}/${ids}/name`, kind: 'sameName', ours: told, theirs: told, proposed: seems, choices: ['ours', 'both'] },
    table,
    kept,
    null,
  );
  return choice !== 'both';
}

/** A passage without words is nobody's place; two that a copy itself has are its own affair. */
function isTwin(study: MergedStudy, table: string, row: Columns, other: Columns): boolean {
  if (table !== 'passage') return true;
  const isIn = (side: 'ours' | 'theirs'): boolean => [row, other].every(({ id }) => study.copies.row(side, table, String(id)) !== undefined);
  return row.lost_quote === null && !isIn('ours') && !isIn('theirs');
}

function onceIn(study: MergedStudy, table: string): (readonly string[])[] {
  return [...study.copies.shape(table).once, ...(study.rule(table).once ?? [])];
}

/** Makes one of what can stand only once. Answers whether anything was done. */
function unifyTable(study: MergedStudy, table: string): boolean {
  let isDone = false;
  const became = new Map<string, string>();
  for (const set of onceIn(study, table)) {
    for (const id of [...study.decided(table).keys()].sort()) {
      const row = study.decided(table).get(id);
      if (!row || set.some((name) => row[name] === null && table !== 'category' && name !== 'lost_quote')) continue;
      for (const other of study.where(
        table,
        set,
        set.map((name) => row[name] ?? null),
      )) {
        if (other.id === id || !isTwin(study, table, row, other)) continue;
        const [kept, second] = inRank(study, table, row, other);
        if (isOneThing(study, table, set, kept, second)) became.set(...fold(study, table, kept, second));
        else keepApart(study, table, set, second);
        isDone = true;
        break;
      }
    }
  }
  rename(study, became);
  return isDone;
}

/** Each round makes one of what the last one brought side by side; a codebook is not so deep. */
const MOST_ROUNDS = 1_000;

export function unify(study: MergedStudy, tables: readonly string[]): boolean {
  let isDone = false;
  // a category that became another one brings its children beside that one's
  for (const table of tables)
    for (let rounds = 0; unifyTable(study, table); rounds += 1) {
      if (rounds > MOST_ROUNDS) throw new Error(`what is one in ${table} does not come to rest`);
      isDone = true;
    }
  return isDone;
}
