// The whole project on the team's shelf, enciphered piece by piece: what a new member begins with, and who was away too long catches up from.
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, statSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Project } from '../storage/open-project.ts';
import { lastNumber } from '../storage/team-log.ts';
import { readTeamState } from '../storage/team-state.ts';
import type { TeamLine } from './line.ts';
import { openBytes, sealBytes } from './message.ts';
import type { Header, TeamKeys } from './message.ts';

const PIECE_BYTES = 4_000_000;
const NAME = /^snapshot-(\d+)-(\d+)$/;

interface Manifest {
  readonly sequence: number;
  readonly pieces: number;
  readonly sha256: string;
}

export interface Sealing {
  readonly stream: string;
  readonly keys: TeamKeys;
  readonly header: Omit<Header, 'form'>;
}

/** A copy of the project as the team has it; null while something here waits to be sent. The caller removes the file. */
function copyOf(project: Project): { readonly path: string; readonly sequence: number } | null {
  const path = join(tmpdir(), `trame-${randomUUID()}.trame`);
  project.sqlite.prepare('VACUUM INTO ?').run(path);
  const copy = new Database(path);
  const state = readTeamState(copy);
  const isShared = state !== undefined && state.sharedNumber === lastNumber(copy);
  copy.exec('DELETE FROM team_state; DELETE FROM team_settlement');
  copy.pragma('journal_mode = DELETE');
  copy.close();
  if (state && isShared) return { path, sequence: state.sequence };
  rmSync(path);
  return null;
}

/**
 * Lays the project on the shelf; answers with its place in the stream, or null where it has to wait. The one before stays, older ones go, and so
 * do the messages that it holds.
 */
export async function keepSnapshot(project: Project, line: TeamLine, { stream, keys, header }: Sealing): Promise<number | null> {
  const copy = copyOf(project);
  if (!copy) return null;
  const name = `snapshot-${copy.sequence}-${header.epoch}`;
  const hash = createHash('sha256');
  const file = openSync(copy.path, 'r');
  const { size } = statSync(copy.path);
  let pieces = 0;
  try {
    for (let at = 0; at < size; at += PIECE_BYTES, pieces += 1) {
      const piece = Buffer.alloc(Math.min(PIECE_BYTES, size - at));
      readSync(file, piece, 0, piece.length, at);
      hash.update(piece);
      await line.put(`${name}.${pieces}`, sealBytes(`${stream} ${name} ${pieces}`, header, keys, piece));
    }
  } finally {
    closeSync(file);
    rmSync(copy.path);
  }
  const manifest: Manifest = { sequence: copy.sequence, pieces, sha256: hash.digest('hex') };
  await line.put(name, sealBytes(`${stream} ${name}`, header, keys, Buffer.from(JSON.stringify(manifest))));
  await dropOlder(line, name);
  const before = (await snapshotNames(line)).filter((each) => epochOf(each) === header.epoch)[1];
  if (before !== undefined && placeOf(before) > 0) await line.purge(placeOf(before));
  return copy.sequence;
}

const placeOf = (name: string): number => Number(NAME.exec(name)?.[1] ?? -1);
const epochOf = (name: string): number => Number(NAME.exec(name)?.[2] ?? -1);

/** The last two stay, but one under a key that was changed since is nobody's any more. */
async function dropOlder(line: TeamLine, last: string): Promise<void> {
  const names = await line.names();
  const kept = new Set(
    names
      .filter((name) => NAME.test(name) && epochOf(name) === epochOf(last))
      .sort((a, b) => placeOf(b) - placeOf(a))
      .slice(0, 2),
  );
  for (const name of names) if (name.startsWith('snapshot-') && !kept.has(name.replace(/\.\d+$/, ''))) await line.drop(name);
}

/** The places in the stream of the snapshots that are there, the latest first. */
export async function snapshotNames(line: TeamLine): Promise<string[]> {
  return (await line.names()).filter((name) => NAME.test(name)).sort((a, b) => placeOf(b) - placeOf(a));
}

/** Lays the latest snapshot at `path`; answers with its place in the stream. */
export async function fetchSnapshot(
  line: TeamLine,
  { stream, keys, step }: { readonly stream: string; readonly keys: TeamKeys; readonly step: number },
  path: string,
): Promise<number> {
  for (const name of await snapshotNames(line)) {
    if (!keys.has(epochOf(name))) continue;
    const open = async (piece: string): Promise<Buffer | null> => {
      const bytes = await line.get(piece === '' ? name : `${name}.${piece}`);
      return (
        bytes && openBytes(piece === '' ? `${stream} ${name}` : `${stream} ${name} ${piece}`, keys, step, { bytes, sequence: placeOf(name) }).plain
      );
    };
    const manifest = await open('');
    if (!manifest) continue;
    const { sequence, pieces, sha256 } = JSON.parse(manifest.toString('utf8')) as Manifest;
    const hash = createHash('sha256');
    writeFileSync(path, '');
    for (let piece = 0; piece < pieces; piece += 1) {
      const bytes = await open(String(piece));
      // dropped for a later one while it was read
      if (!bytes) return await fetchSnapshot(line, { stream, keys, step }, path);
      hash.update(bytes);
      appendFileSync(path, bytes);
    }
    if (hash.digest('hex') !== sha256) throw new Refusal('team.undecipherable', { sequence });
    return sequence;
  }
  const names = await snapshotNames(line);
  throw new Refusal(names.length > 0 ? 'team.removed' : 'team.noSnapshot');
}
