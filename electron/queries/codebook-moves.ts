// The life of the grids, read off the log: what was created, merged, split, moved, renamed, redefined, by whom, when. What was taken back is left out.
import type { Project } from '../storage/open-project.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';

export const REDEFINED_TEXTS = ['definition', 'inclusion', 'exclusion', 'example'] as const;
export type RedefinedText = (typeof REDEFINED_TEXTS)[number];
export const MARKED_FACTS = ['origin', 'stage', 'status'] as const;
export type MarkedFact = (typeof MARKED_FACTS)[number];

/** Names are those of the time. `under`: the parent's name; null for the top of the grid. */
export type Move =
  | { readonly kind: 'gridMade'; readonly categories: number }
  | { readonly kind: 'gridRemoved'; readonly categories: number }
  | { readonly kind: 'created'; readonly name: string; readonly under: string | null }
  | { readonly kind: 'removed'; readonly name: string; readonly codings: number }
  | { readonly kind: 'merged'; readonly name: string; readonly into: string }
  | { readonly kind: 'split'; readonly name: string; readonly into: readonly string[] }
  | { readonly kind: 'moved'; readonly name: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'renamed'; readonly name: string; readonly newName: string }
  | {
      readonly kind: 'redefined';
      readonly name: string;
      readonly texts: readonly { readonly field: RedefinedText; readonly before: string; readonly after: string }[];
    }
  | { readonly kind: 'marked'; readonly name: string; readonly facts: readonly { readonly field: MarkedFact; readonly after: string | null }[] }
  | { readonly kind: 'kept'; readonly number: number }
  | { readonly kind: 'restored'; readonly number: number };

export interface GridMove {
  readonly gridId: string;
  /** The title of today, or the last one of a grid that is gone. */
  readonly gridTitle: string;
  readonly at: string;
  readonly coderName: string;
  readonly command: string;
  readonly move: Move;
}

interface EntryRow {
  id: string;
  command: string;
  subject: string;
  input: string;
  at: string;
  coder_name: string;
  diffs: string;
}

/** Imports of texts, the largest entries there are, write no grid. */
const ENTRIES = `
  SELECT entry.id, command, subject, input, at, coder_name, diffs FROM change_log entry
  WHERE kind = 'do' AND command <> 'source.import'
    AND (command IN ('grid.keepVersion', 'grid.restoreVersion') OR instr(diffs, '"table":"category"') > 0 OR instr(diffs, '"table":"grid"') > 0)
    AND (SELECT coalesce(sum(CASE back.kind WHEN 'undo' THEN 1 ELSE -1 END), 0) FROM change_log back WHERE back.target_id = entry.id) <= 0
  ORDER BY number`;

const textIn = (row: Columns | undefined, column: string): string => String(row?.[column] ?? '');

/** The grids as the entries read so far left them. */
class Grids {
  readonly categories = new Map<string, Columns>();
  readonly titles = new Map<string, string>();

  name(id: unknown): string {
    return textIn(this.categories.get(String(id)), 'name');
  }

  /** Null for the top. */
  under(parentId: Columns[string] | undefined): string | null {
    return parentId == null ? null : this.name(parentId);
  }

  take(diff: RowDiff): void {
    if (diff.table === 'grid' && diff.op !== 'remove' && diff.after.title !== undefined) this.titles.set(diff.id, String(diff.after.title));
    if (diff.table !== 'category') return;
    // what is gone keeps its name: others are merged into it, or stood under it
    if (diff.op !== 'remove') this.categories.set(diff.id, { ...this.categories.get(diff.id), ...diff.after });
  }

  gridOf(id: string): string {
    return textIn(this.categories.get(id), 'grid_id');
  }
}

function changed(name: string, before: Columns, after: Columns, grids: Grids): Move[] {
  const texts = REDEFINED_TEXTS.filter((field) => field in after && after[field] !== before[field]).map((field) => ({
    field,
    before: textIn(before, field),
    after: textIn(after, field),
  }));
  const facts = MARKED_FACTS.filter((field) => field in after && after[field] !== before[field]).map((field) => ({
    field,
    after: after[field] == null ? null : String(after[field]),
  }));
  const renamed = 'name' in after && after.name !== before.name ? textIn(after, 'name') : null;
  const isMoved = 'parent_id' in after && after.parent_id !== before.parent_id;
  return [
    ...(renamed === null ? [] : [{ kind: 'renamed', name, newName: renamed } as const]),
    ...(isMoved ? [{ kind: 'moved', name, from: grids.under(before.parent_id), to: grids.under(after.parent_id) } as const] : []),
    ...(texts.length > 0 ? [{ kind: 'redefined', name, texts } as const] : []),
    ...(facts.length > 0 ? [{ kind: 'marked', name, facts } as const] : []),
  ];
}

type Told = Omit<GridMove, 'at' | 'coderName' | 'command' | 'gridTitle'>;

/** Row by row: what befell each category. */
function rowMoves(diffs: readonly RowDiff[], codings: number, grids: Grids): Told[] {
  return diffs.flatMap((diff): Told[] => {
    if (diff.table !== 'category') return [];
    const gridId = diff.op === 'insert' ? String(diff.after.grid_id) : diff.op === 'remove' ? String(diff.before.grid_id) : grids.gridOf(diff.id);
    if (diff.op === 'insert')
      return [{ gridId, move: { kind: 'created', name: textIn(diff.after, 'name'), under: grids.under(diff.after.parent_id) } }];
    if (diff.op === 'remove') return [{ gridId, move: { kind: 'removed', name: textIn(diff.before, 'name'), codings } }];
    return changed(textIn({ ...grids.categories.get(diff.id), ...diff.before }, 'name'), diff.before, diff.after, grids).map((move) => ({
      gridId,
      move,
    }));
  });
}

/** Acts that are told whole, not row by row; null for the others. */
function wholeMove({ command, subject, input }: EntryRow, diffs: readonly RowDiff[], grids: Grids): Told | null {
  const said = JSON.parse(subject) as Record<string, string | number>;
  const asked = JSON.parse(input) as Record<string, unknown>;
  const number = Number(said.number ?? 0);
  const of = (table: string, op: RowDiff['op']): RowDiff[] => diffs.filter((diff) => diff.table === table && diff.op === op);
  const categories = (op: RowDiff['op']): number => of('category', op).length;
  switch (command) {
    case 'category.merge':
      return { gridId: grids.gridOf(String(asked.from)), move: { kind: 'merged', name: String(said.name ?? ''), into: String(said.into ?? '') } };
    case 'category.split': {
      const targets = (asked.targets ?? []) as readonly { readonly name?: string; readonly categoryId?: string }[];
      const into = targets.map(({ name, categoryId }) => name ?? grids.name(categoryId));
      return { gridId: grids.gridOf(String(asked.categoryId)), move: { kind: 'split', name: String(said.name ?? ''), into } };
    }
    case 'grid.add':
    case 'grid.create':
      return { gridId: of('grid', 'insert')[0]?.id ?? '', move: { kind: 'gridMade', categories: categories('insert') } };
    case 'grid.remove':
      return { gridId: of('grid', 'remove')[0]?.id ?? '', move: { kind: 'gridRemoved', categories: categories('remove') } };
    case 'grid.keepVersion':
      return { gridId: String(asked.gridId), move: { kind: 'kept', number } };
    case 'grid.restoreVersion': {
      const touched = diffs.find((diff) => diff.table === 'category');
      const gridId = touched?.op === 'insert' ? String(touched.after.grid_id) : grids.gridOf(touched?.id ?? '');
      return { gridId, move: { kind: 'restored', number } };
    }
    default:
      return null;
  }
}

/** Oldest first. */
export function readCodebookMoves({ sqlite }: Project): GridMove[] {
  const grids = new Grids();
  const moves: Omit<GridMove, 'gridTitle'>[] = [];
  for (const row of sqlite.prepare<[], EntryRow>(ENTRIES).iterate()) {
    const diffs = JSON.parse(row.diffs) as RowDiff[];
    // what is new in this entry may stand under something that is new in it too
    for (const diff of diffs) if (diff.op === 'insert') grids.take(diff);
    const whole = wholeMove(row, diffs, grids);
    const codings = Number((JSON.parse(row.subject) as { codings?: number }).codings ?? 0);
    const told = whole ? [whole] : rowMoves(diffs, codings, grids);
    moves.push(...told.map((each) => ({ ...each, at: row.at, coderName: row.coder_name, command: row.command })));
    for (const diff of diffs) if (diff.op !== 'insert') grids.take(diff);
  }
  return moves.map((move) => ({ ...move, gridTitle: grids.titles.get(move.gridId) ?? '' }));
}
