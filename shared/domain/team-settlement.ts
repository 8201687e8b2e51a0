// What happens to work that others overtook: it is joined to theirs by itself, or put on the list « à régler » with both sides.

/** Why something could not be joined: what it was about has gone, was changed, exists already, is needed by others' work, breaks a rule; or it had not been sent when the copy was taken again. */
export const SETTLE_REASONS = ['gone', 'changed', 'taken', 'needed', 'text', 'rule', 'role', 'unsent'] as const;
export type SettleReason = (typeof SETTLE_REASONS)[number];

/** Columns in which the later writing counts: where things stand and when, never what they say. */
const LATER_COUNTS: ReadonlySet<string> = new Set(['updated_at', 'position', 'x', 'y', 'layout', 'evidence', 'color', 'starred_at', 'decided_at']);
/** Of what is written together, who wrote last is a mark of the writing. */
const TABLES_WRITTEN_TOGETHER: ReadonlySet<string> = new Set(['cell', 'memo', 'meaning_mark']);
/** Numbers that shift: what both sides added, or took away, adds up. */
const ADDS_UP: ReadonlySet<string> = new Set(['turn.position', 'turn.number', 'source.words', 'source.turns']);
/** What two rows that are the same thing may say differently. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(['created_at', 'initials', 'origin', 'imported_at', 'coder_id', 'status']);

export const laterCounts = (table: string, column: string): boolean =>
  !ADDS_UP.has(`${table}.${column}`) &&
  (LATER_COUNTS.has(column) || (TABLES_WRITTEN_TOGETHER.has(table) && (column === 'coder_id' || (table === 'cell' && column === 'status'))));

export const addsUp = (table: string, column: string): boolean => ADDS_UP.has(`${table}.${column}`);

export const isBesideThePoint = (column: string): boolean => BESIDE_THE_POINT.has(column) || LATER_COUNTS.has(column);

/** What a table's rows are known by where the file has no rule of its own for it. */
export const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  category: ['grid_id', 'parent_id', 'name'],
  passage: ['source_id', 'start_turn_id', 'start_utf16', 'end_turn_id', 'end_utf16'],
};
