// Values that were typed or pasted and could not be kept: they wait in their cells, with the reason, until mended or dropped; no React here.

export interface Refused {
  readonly text: string;
  readonly sentence: string;
}

/** By row, then by column: a row without any stays the same from one drawing to the next. */
export type Refusals = ReadonlyMap<string, ReadonlyMap<string, Refused>>;

export interface RefusedAt extends Refused {
  readonly rowId: string;
  readonly columnId: string;
}

export const NO_REFUSALS: Refusals = new Map();

export function withRefused(refusals: Refusals, added: readonly RefusedAt[]): Refusals {
  if (added.length === 0) return refusals;
  const next = new Map(refusals);
  for (const { rowId, columnId, text, sentence } of added) next.set(rowId, new Map([...(next.get(rowId) ?? []), [columnId, { text, sentence }]]));
  return next;
}

/** The cells have a value again, or were let go. */
export function withoutRefused(refusals: Refusals, cells: readonly { readonly rowId: string; readonly columnId: string }[]): Refusals {
  const gone = cells.filter(({ rowId, columnId }) => refusals.get(rowId)?.has(columnId));
  if (gone.length === 0) return refusals;
  const next = new Map(refusals);
  for (const { rowId, columnId } of gone) {
    const row = new Map(next.get(rowId));
    row.delete(columnId);
    if (row.size > 0) next.set(rowId, row);
    else next.delete(rowId);
  }
  return next;
}
