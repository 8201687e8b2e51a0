// Passages ticked in a list: one, from one to another with Shift, or all.
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** The last one ticked: Shift goes from there. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** With Shift, everything between the last one ticked and this one becomes what this one becomes. */
export function toggled(selection: Selection, order: readonly string[], id: string, withRange: boolean): Selection {
  const isOn = !selection.ids.has(id);
  const ids = new Set(selection.ids);
  const [from, to] = [selection.anchor === null ? -1 : order.indexOf(selection.anchor), order.indexOf(id)];
  const range = withRange && from >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  for (const each of range) {
    if (isOn) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: id };
}

export function allOrNone(selection: Selection, order: readonly string[]): Selection {
  const isAll = order.length > 0 && order.every((id) => selection.ids.has(id));
  return { ids: new Set(isAll ? [] : order), anchor: null };
}
