// Passages through texts that somebody else corrected meanwhile: where their ends are afterwards.
import type { SourceId, TurnId } from '../../shared/domain/ids.ts';
import { RewrittenText } from '../../shared/domain/text-rewrite.ts';
import type { Ends, TurnText } from '../../shared/domain/text-rewrite.ts';
import { alignTexts } from '../queries/text-diff.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';

interface TurnRow {
  readonly id: TurnId;
  readonly text: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export const END_COLUMNS = ['start_turn_id', 'start_utf16', 'end_turn_id', 'end_utf16'] as const;

export function endsOfColumns(row: Columns): Ends {
  return {
    start: { turnId: row.start_turn_id as TurnId, offsetUtf16: Number(row.start_utf16) },
    end: { turnId: row.end_turn_id as TurnId, offsetUtf16: Number(row.end_utf16) },
  };
}

export function columnsOfEnds({ start, end }: Ends): Columns {
  return { start_turn_id: start.turnId, start_utf16: start.offsetUtf16, end_turn_id: end.turnId, end_utf16: end.offsetUtf16 };
}

/** The turns whose words a difference changes, by source; undefined for one that changes none. */
function rewrittenTurn(project: Project, diff: RowDiff): { readonly source: SourceId; readonly turn: string } | undefined {
  if (diff.table !== 'turn') return undefined;
  if (diff.op === 'update' && !('text' in diff.after)) return undefined;
  const told = (diff.op === 'remove' ? diff.before : diff.after).source_id;
  const source =
    told ?? statement<[string], { source: string }>(project.sqlite, 'SELECT source_id AS source FROM turn WHERE id = ?').get(diff.id)?.source;
  return typeof source === 'string' ? { source: source as SourceId, turn: diff.id } : undefined;
}

/** Which turns of which sources are corrected, cut, joined or replaced. Asked while these turns are there, before or after. */
export function rewrittenTurns(project: Project, diffs: Iterable<RowDiff>): Map<SourceId, Set<string>> {
  const found = new Map<SourceId, Set<string>>();
  for (const diff of diffs) {
    const at = rewrittenTurn(project, diff);
    if (!at) continue;
    const turns = found.get(at.source) ?? new Set();
    found.set(at.source, turns.add(at.turn));
  }
  return found;
}

export function textOf(project: Project, source: SourceId): TurnText[] {
  return statement<[string], TurnRow>(
    project.sqlite,
    'SELECT id, text, body_start_utf16 AS bodyStart, body_end_utf16 AS bodyEnd FROM turn WHERE source_id = ? ORDER BY position',
  ).all(source);
}

/** How a source's text became another one. Null where either is empty: a source that came or went. */
export function rewriteBetween(before: readonly TurnText[], after: readonly TurnText[]): RewrittenText | null {
  if (before.length === 0 || after.length === 0) return null;
  return new RewrittenText({ before, after, edits: alignTexts(before, after).edits });
}

/** The ends afterwards; null where none of the words is left. */
export function carried(rewrite: RewrittenText, ends: Ends): Ends | null {
  const moved = rewrite.move(ends, () => true);
  return moved.words === 'none' ? null : moved.ends;
}
