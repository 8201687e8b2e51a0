// Who is in the team, and what waits to be settled, as the file holds them.
import type { SettlementCard, SettlementSide } from '../../shared/domain/team.ts';
import type { SettleReason } from '../../shared/domain/team-settlement.ts';
import type { Project } from '../storage/open-project.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { readSettlements } from '../storage/team-state.ts';
import type { TeamSettlement } from '../storage/team-state.ts';
import type { ColumnValue } from '../storage/writer.ts';

/** What is kept of a conflict with the entries of one's own. */
interface Mine {
  readonly entries: readonly SharedEntry[];
  readonly row: string;
  readonly column: string | null;
}

const shown = (value: ColumnValue | undefined): string | null => (value === null || value === undefined || value === '' ? null : String(value));

/** Of what an entry did to the row, what it says: the column in question, or the text that was written. */
function valueIn({ diffs }: Pick<SharedEntry, 'diffs'>, { row, column }: Mine): string | null {
  for (const diff of diffs) {
    if (diff.op === 'remove' || (row !== '' && diff.id !== row)) continue;
    const value = column === null ? (diff.after.text ?? diff.after.synthesis ?? diff.after.name) : diff.after[column];
    if (shown(value) !== null) return shown(value);
  }
  return null;
}

function sideOf(entry: Pick<SharedEntry, 'command' | 'subject' | 'kind' | 'coderName' | 'at' | 'diffs'>, mine: Mine): SettlementSide {
  const { command, subject, kind, coderName, at } = entry;
  return { command, subject, kind, coderName, at, value: valueIn(entry, mine) };
}

function cardOf({ id, reason, at, mine: mineJson, theirs }: TeamSettlement): SettlementCard {
  const mine = JSON.parse(mineJson) as Mine;
  return {
    id,
    reason: reason as SettleReason,
    at,
    mine: mine.entries.map((entry) => sideOf(entry, mine)),
    theirs: (JSON.parse(theirs) as SharedEntry[]).map((entry) => sideOf(entry, mine)),
  };
}

/** The list « à régler », the oldest first. */
export function readSettlementCards({ sqlite }: Project): SettlementCard[] {
  return readSettlements(sqlite).map(cardOf);
}

/** What a source or a matrix is called; null for anything else. */
export function placeName({ sqlite }: Project, id: string): string | null {
  for (const table of ['source', 'matrix'] as const) {
    const found = sqlite.prepare<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id);
    if (found) return found.name;
  }
  return null;
}
