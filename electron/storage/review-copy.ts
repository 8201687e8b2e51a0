// Copies a project into a file that is there to be reviewed: everything in it, and the mark that keeps everybody to commenting.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Project } from './open-project.ts';
import { assertFolder } from './project-file.ts';
import { connect } from './project-key.ts';

/** A copy of a protected project opens with the same password. Made beside its place and moved there whole. Refuses a name that is taken (`project.exists`) and a place that cannot be written. */
export function copyForReview({ sqlite, key }: Project, path: string, packId: string): void {
  const absolute = resolve(path);
  assertFolder(absolute);
  if (existsSync(absolute)) throw new Refusal('project.exists', { path: absolute });
  const unfinished = `${absolute}.${randomUUID()}.new`;
  try {
    sqlite.prepare('VACUUM INTO ?').run(unfinished);
    const copy = connect(unfinished, key);
    copy.prepare('INSERT INTO review_copy (pack_id, made_at) VALUES (?, ?)').run(packId, new Date().toISOString());
    copy.close();
    renameSync(unfinished, absolute);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const isDisk = error instanceof Database.SqliteError || (error instanceof Error && 'syscall' in error);
    throw isDisk ? new Refusal('file.unwritable', { path: absolute }) : error;
  }
}
