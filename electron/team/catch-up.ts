// Away for so long that the stream's beginning has been put together in a snapshot: what is missing here is in the snapshot's own log.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import { entryByNumber } from '../storage/change-log.ts';
import { openForReading } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { entriesAfter } from '../storage/team-log.ts';
import { readMembers, readTeamState } from '../storage/team-state.ts';
import type { TeamLine } from './line.ts';
import type { Opening } from './message.ts';
import type { Incoming } from './receive.ts';
import { fetchSnapshot } from './snapshot.ts';

/** The entries that the team has and this copy has not, as if they had come one by one; they end where the snapshot does. */
export async function catchUpEntries(project: Project, line: TeamLine, opening: Opening): Promise<Incoming[]> {
  const path = join(tmpdir(), `trame-${randomUUID()}.trame`);
  try {
    const sequence = await fetchSnapshot(line, opening, path);
    const snapshot = openForReading(path);
    try {
      const last = entryByNumber(project.sqlite, readTeamState(project.sqlite)?.sharedNumber ?? 0);
      const place = snapshot.sqlite.prepare<[string], { number: number }>('SELECT number FROM change_log WHERE id = ?').get(last?.id ?? '');
      if (!place) throw new Refusal('team.streamBroken', { sequence });
      const members = readMembers(snapshot.sqlite);
      const entries = [...entriesAfter(snapshot.sqlite, place.number)].map(({ number: _number, ...entry }): Incoming => {
        return { sequence, role: 'researcher', entries: [entry], members: [], epoch: null };
      });
      return [...entries, { sequence, role: 'researcher', entries: [], members, epoch: Math.max(...opening.keys.keys()) }];
    } finally {
      snapshot.sqlite.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  }
}
