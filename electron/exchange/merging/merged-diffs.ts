// What leads from our copy to the merged study, as differences that can be written one after the other and taken back.
import type { TableName } from '../../storage/schema.ts';
import type { Columns, RowDiff } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';
import { MERGED_TABLES } from './two-copies.ts';

function changesOf(before: Columns, after: Columns): readonly [Columns, Columns] | null {
  const names = Object.keys(after).filter((name) => (before[name] ?? null) !== (after[name] ?? null));
  const pick = (row: Columns): Columns => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  return names.length === 0 ? null : [pick(before), pick(after)];
}

/** What stands once stands, until it is written, where another row will: such a row is taken out and put in again. */
function standsInTheWay(study: MergedStudy, table: string, after: Columns): boolean {
  const id = String(after.id);
  return study.copies.shape(table).once.some((set) => {
    const taken = study.copies.rowsWhere(
      'ours',
      table,
      set,
      set.map((name) => after[name] ?? null),
    );
    return taken.some((row) => row.id !== id) && !set.some((name) => after[name] === null);
  });
}

/** Removals first, then changes, then what is new. */
export function mergedDiffs(study: MergedStudy): RowDiff[] {
  const removals: RowDiff[] = [];
  const updates: RowDiff[] = [];
  const inserts: RowDiff[] = [];
  for (const table of MERGED_TABLES as readonly TableName[])
    for (const id of [...study.decided(table).keys()].sort()) {
      const after = study.decided(table).get(id) ?? null;
      const before = study.copies.row('ours', table, id);
      if (!before && after) inserts.push({ op: 'insert', table, id, after });
      else if (before && !after) removals.push({ op: 'remove', table, id, before });
      else if (before && after) {
        const changes = changesOf(before, after);
        if (!changes) continue;
        const [was, is] = changes;
        if (standsInTheWay(study, table, after)) {
          removals.push({ op: 'remove', table, id, before });
          inserts.push({ op: 'insert', table, id, after: { ...before, ...after } });
        } else updates.push({ op: 'update', table, id, before: was, after: is });
      }
    }
  return [...removals, ...updates, ...inserts];
}
