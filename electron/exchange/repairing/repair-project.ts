// Repairs a damaged project into a new file: every row that can be read, what is missing from the project's own history, and nothing that
// hangs on what is gone. The damaged file is only read.
import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { Repair, RepairedTable } from '../../../shared/domain/repair.ts';
import { checkProject } from '../../queries/check.ts';
import { syncFile } from '../../storage/backup-folder.ts';
import { knownMigrations, migrate } from '../../storage/migrate.ts';
import { giveMedia } from '../../storage/media-beside.ts';
import { peekProject } from '../../storage/open-project.ts';
import { APPLICATION_ID, assertFolder } from '../../storage/project-file.ts';
import { isProtected } from '../../storage/project-key.ts';
import { salvageInto } from '../../storage/salvage.ts';
import type { Salvaged } from '../../storage/salvage.ts';
import { contentTables } from '../../storage/schema.ts';
import type { TableName } from '../../storage/schema.ts';
import { bringBackFromHistory } from './from-history.ts';
import { countAgain, dropOrphans } from './mend-content.ts';

const isDamaged = ({ tables, unreadablePages, stray }: Salvaged): boolean =>
  unreadablePages > 0 || stray > 0 || tables.some(({ refused, lost }) => refused + lost > 0);

/** A project cannot be without its card; what it was called is told by its file alone. */
function assertHasCard(sqlite: Database.Database, path: string): void {
  if (sqlite.prepare('SELECT 1 FROM project').get()) return;
  sqlite
    .prepare(`INSERT INTO project (id, title, question, language, created_at) VALUES (?, ?, '', 'fr', ?)`)
    .run(randomUUID(), basename(path).replace(/\.trame$/i, ''), new Date().toISOString());
}

/** Who coded is named by the history, where their own rows are gone: no coding goes for that. */
function bringBackCoders(sqlite: Database.Database): void {
  sqlite.exec(`
    INSERT OR IGNORE INTO coder (id, name, initials, color, created_at)
      SELECT coder_id, coder_name, substr(coder_name, 1, 2), '#4d78b8', min(at) FROM change_log
      WHERE coder_id NOT IN (SELECT id FROM coder) AND coder_name <> '' AND coder_id IN (SELECT coder_id FROM coding UNION SELECT coder_id FROM memo)
      GROUP BY coder_id`);
}

function mend(sqlite: Database.Database, path: string, found: Salvaged): Pick<Repair, 'tables' | 'turnsGone'> {
  const dropped = new Map<string, number>();
  const drop = (table: string, rows = 1): unknown => dropped.set(table, (dropped.get(table) ?? 0) + rows);
  sqlite.exec('BEGIN');
  const back = bringBackFromHistory(sqlite, new Set(Object.keys(contentTables) as TableName[]));
  assertHasCard(sqlite, path);
  bringBackCoders(sqlite);
  dropOrphans(sqlite, drop);
  const turnsGone = countAgain(sqlite);
  // the team's stream gives what is missing here only to who joins anew
  if (isDamaged(found)) sqlite.exec('DELETE FROM team_settlement; DELETE FROM team_member; DELETE FROM team_state');
  sqlite.exec('COMMIT');
  const tables = found.tables.map(({ table, kept, refused, lost }): RepairedTable => {
    const fromHistory = back.get(table) ?? 0;
    return { table, kept, fromHistory, dropped: (dropped.get(table) ?? 0) + refused, lost: Math.max(0, lost - fromHistory) };
  });
  return { tables: tables.filter((table) => table.fromHistory + table.dropped + table.lost > 0), turnsGone };
}

/** Refuses (`project.exists`) a name that is taken, (`repair.protected`) a protected file and (`repair.nothing`) one of which nothing is left. */
export function repairInto(path: string, to: string): Repair {
  assertFolder(to);
  if (existsSync(to)) throw new Refusal('project.exists', { path: to });
  if (!existsSync(path)) throw new Refusal('project.notFound', { path });
  if (isProtected(path)) throw new Refusal('repair.protected', { path });
  const unfinished = `${to}.${randomUUID()}.new`;
  const sqlite = new Database(unfinished);
  try {
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    const found = salvageInto(path, sqlite);
    if (found.tables.every(({ kept }) => kept === 0)) throw new Refusal('repair.nothing', { path });
    migrate(sqlite, null, knownMigrations());
    sqlite.pragma('foreign_keys = OFF');
    const mended = mend(sqlite, path, found);
    sqlite.close();
    syncFile(unfinished);
    if (existsSync(to)) throw new Refusal('project.exists', { path: to });
    renameSync(unfinished, to);
    giveMedia(path, to);
    return { path: to, ...mended, unreadablePages: found.unreadablePages, stray: found.stray, problems: peekProject(to, checkProject) };
  } catch (error) {
    if (sqlite.open) sqlite.close();
    rmSync(unfinished, { force: true });
    rmSync(`${unfinished}-journal`, { force: true });
    const isDisk =
      (error instanceof Database.SqliteError && /FULL|IOERR|CANTOPEN/.test(error.code)) || (error instanceof Error && 'syscall' in error);
    throw isDisk ? new Refusal('file.unwritable', { path: to }) : error;
  }
}
