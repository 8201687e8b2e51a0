// Two runs of differences made one: what leads from before the first to after the second.
import type { RowDiff } from './writer.ts';

type Update = Extract<RowDiff, { op: 'update' }>;

function joined(first: Update, second: Update): Update | null {
  const before = { ...second.before, ...first.before };
  const after = { ...first.after, ...second.after };
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  const only = (columns: Update['before']): Update['before'] => Object.fromEntries(changed.map((name) => [name, columns[name] ?? null]));
  return changed.length === 0 ? null : { ...first, before: only(before), after: only(after) };
}

/** Updates of one row become one update, in the place of the first; one that changes nothing in the end goes. Inserts and removals stay as they are. */
export function composeDiffs(first: readonly RowDiff[], second: readonly RowDiff[]): RowDiff[] {
  const composed: (RowDiff | null)[] = [...first];
  for (const diff of second) {
    const at = diff.op === 'update' ? composed.findLastIndex((earlier) => earlier?.table === diff.table && earlier.id === diff.id) : -1;
    const earlier = composed[at];
    if (diff.op === 'update' && earlier?.op === 'update') composed[at] = joined(earlier, diff);
    else composed.push(diff);
  }
  return composed.filter((diff) => diff !== null);
}
