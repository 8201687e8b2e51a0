// A copy that no longer follows its team, taken again from the team's snapshot: nothing that was not sent is lost, its author decides.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SettleReason } from '../../shared/domain/team-settlement.ts';
import { knownMigrations } from '../storage/migrate.ts';
import type { Project } from '../storage/open-project.ts';
import { entriesAfter, lastNumber } from '../storage/team-log.ts';
import type { SharedEntry } from '../storage/team-log.ts';
import { readSettlements, readTeamState, writeSettlement, writeTeamState } from '../storage/team-state.ts';
import type { TeamLine } from './line.ts';
import { isTakenBack } from './receive.ts';
import { keysIn, readSecrets } from './secrets.ts';
import { fetchSnapshot } from './snapshot.ts';

const UNSENT: SettleReason = 'unsent';

/** What was done here and stands, act by act, without what the team has (`known`). */
function unsentActs(project: Project, sharedNumber: number, known: (id: string) => boolean): SharedEntry[][] {
  const tail = [...entriesAfter(project.sqlite, sharedNumber)];
  const standing = tail.filter((entry) => {
    const isRemnant = entry.kind !== 'do' && tail.some(({ id }) => id === entry.targetId);
    return !known(entry.id) && !isRemnant && !isTakenBack(entry, tail);
  });
  return [...Map.groupBy(standing, ({ act, id }) => act ?? id).values()];
}

/** Lays the team's project in a file beside this one, with the list « à régler » of this one and what it has not sent; answers with where. */
export async function layAgain(project: Project, line: TeamLine): Promise<string> {
  const state = readTeamState(project.sqlite);
  if (!state) throw new Refusal('team.none');
  const keys = keysIn(readSecrets(project.path));
  const path = `${project.path}.${randomUUID()}.new`;
  try {
    const sequence = await fetchSnapshot(line, { stream: state.stream, keys, step: knownMigrations().at(-1)?.number ?? 0 }, path);
    const sqlite = new Database(path);
    const number = lastNumber(sqlite);
    writeTeamState(sqlite, { ...state, epoch: Math.max(...keys.keys()), sequence, sharedNumber: number, sentNumber: number, problem: null });
    for (const settlement of readSettlements(project.sqlite)) writeSettlement(sqlite, settlement);
    const known = sqlite.prepare('SELECT 1 FROM change_log WHERE id = ?');
    for (const entries of unsentActs(project, state.sharedNumber, (id) => known.get(id) !== undefined)) {
      const mine = JSON.stringify({ entries, table: '', row: '', column: null });
      writeSettlement(sqlite, { id: randomUUID(), reason: UNSENT, mine, theirs: '[]', at: new Date().toISOString() });
    }
    sqlite.close();
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
