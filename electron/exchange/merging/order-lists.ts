// Lists that both copies added to or put in another order: everything has a place of its own again.
import type { ColumnValue } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';
import { MERGED_TABLES } from './two-copies.ts';

/** Places in lists: 0, 1, 2 … where two rows came to the same one, or the list has to be without gaps. */
export function orderLists(study: MergedStudy): void {
  for (const table of MERGED_TABLES) {
    const { orderedWithin } = study.rule(table);
    if (!orderedWithin || !study.copies.shape(table).columns.includes('position')) continue;
    const lists = new Map<string, ColumnValue[]>();
    for (const id of study.decided(table).keys())
      for (const row of [study.get(table, id), study.copies.row('ours', table, id), study.copies.row('theirs', table, id)]) {
        const values = row && orderedWithin.map((name) => row[name] ?? null);
        if (values) lists.set(JSON.stringify(values), values);
      }
    for (const values of lists.values()) orderList(study, table, orderedWithin, values);
  }
}

function orderList(study: MergedStudy, table: string, within: readonly string[], values: readonly ColumnValue[]): void {
  const rows = within.length === 0 ? study.every(table) : study.where(table, within, values);
  const inOrder = rows.toSorted((one, other) => Number(one.position) - Number(other.position) || (String(one.id) < String(other.id) ? -1 : 1));
  const places = new Set(rows.map(({ position }) => position));
  const isGapless = !table.startsWith('guide_') || inOrder.every(({ position }, index) => position === index);
  if (places.size === rows.length && isGapless) return;
  inOrder.forEach(({ id }, position) => study.patch(table, String(id), { position }));
}
