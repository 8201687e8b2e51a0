// A SQLite file made from what a program would have written.
import Database from 'better-sqlite3';

export type Rows = Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>;

/** `schema`: the program's own statements; `rows`: table → rows in the order of its columns. */
export function writeDatabase(path: string, schema: string, rows: Rows): string {
  const sqlite = new Database(path);
  sqlite.exec(schema);
  for (const [table, lines] of Object.entries(rows))
    for (const line of lines) sqlite.prepare(`INSERT INTO ${table} VALUES (${line.map(() => '?').join(', ')})`).run(...line);
  sqlite.close();
  return path;
}
