// Two files of one study, read side by side through one connection: ours, and theirs attached to it. Nothing is written to either.
import type { Project } from '../../storage/open-project.ts';
import { attach } from '../../storage/project-key.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import { contentTables } from '../../storage/schema.ts';
import type { TableName } from '../../storage/schema.ts';
import type { Columns, ColumnValue } from '../../storage/writer.ts';

type Sqlite = Project['sqlite'];

export type SideName = 'ours' | 'theirs';
const SCHEMA = { ours: 'main', theirs: 'theirs' } as const;

export const otherSide = (side: SideName): SideName => (side === 'ours' ? 'theirs' : 'ours');

/** What the file itself says of a table. */
export interface TableShape {
  readonly columns: readonly string[];
  readonly references: readonly { readonly column: string; readonly table: string }[];
  /** What stands once, by its columns. */
  readonly once: readonly (readonly string[])[];
}

const names = (rows: readonly { readonly name: string }[]): string[] => rows.map(({ name }) => name);

function shapeOf(sqlite: Sqlite, table: string): TableShape {
  const columns = names(sqlite.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table));
  const references = sqlite
    .prepare<[string], { column: string; table: string }>('SELECT "from" AS column, "table" FROM pragma_foreign_key_list(?) ORDER BY id, seq')
    .all(table);
  const indexes = names(
    sqlite.prepare<[string], { name: string }>(`SELECT name FROM pragma_index_list(?) WHERE "unique" AND origin = 'u' ORDER BY name`).all(table),
  );
  const once = indexes.map((index) => names(sqlite.prepare<[string], { name: string }>('SELECT name FROM pragma_index_info(?)').all(index)));
  return { columns, references, once };
}

export const MERGED_TABLES = Object.keys(contentTables) as TableName[];

export class TwoCopies {
  readonly sqlite: Sqlite;
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly #statements = new Map<string, { all(...values: ColumnValue[]): Columns[] }>();

  /** `ours` is a connection for reading; whoever opened it closes it. */
  constructor(ours: Sqlite, theirs: ProjectPlace) {
    this.sqlite = ours;
    attach(ours, theirs.path, theirs.key, 'theirs');
    this.shapes = new Map(MERGED_TABLES.map((table) => [table, shapeOf(ours, table)]));
  }

  shape(table: string): TableShape {
    const shape = this.shapes.get(table);
    if (!shape) throw new Error(`no table ${table}`);
    return shape;
  }

  #all(sql: string, ...values: ColumnValue[]): Columns[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.sqlite.prepare<ColumnValue[], Columns>(sql)));
    return statement.all(...values);
  }

  row(side: SideName, table: string, id: string): Columns | undefined {
    return this.#all(`SELECT * FROM ${SCHEMA[side]}."${table}" WHERE id = ?`, id)[0];
  }

  /** Rows that say this in these columns; null is a value too. */
  rowsWhere(side: SideName, table: string, columns: readonly string[], values: readonly ColumnValue[]): Columns[] {
    const condition = columns.map((column) => `"${column}" IS ?`).join(' AND ');
    return this.#all(`SELECT * FROM ${SCHEMA[side]}."${table}" WHERE ${condition} ORDER BY id`, ...values);
  }

  /** Ids of rows that are not the same in both, or only in one. */
  differing(table: string, ignored: readonly string[] = []): string[] {
    const compared = this.shape(table).columns.filter((column) => column !== 'id' && !ignored.includes(column));
    const differs = compared.map((column) => `a."${column}" IS NOT b."${column}"`).join(' OR ') || '0';
    const rows = this.#all(
      `SELECT a.id FROM main."${table}" a LEFT JOIN theirs."${table}" b ON b.id = a.id WHERE b.id IS NULL OR ${differs}
       UNION ALL SELECT b.id FROM theirs."${table}" b WHERE NOT EXISTS (SELECT 1 FROM main."${table}" a WHERE a.id = b.id)`,
    );
    return rows.map(({ id }) => String(id));
  }

  /** What only the file knows: `sql` says `@` where the copy's name goes. */
  ask(side: SideName, sql: string, ...values: ColumnValue[]): Columns[] {
    return this.#all(sql.replaceAll('@', `${SCHEMA[side]}.`), ...values);
  }

  *each(side: SideName, sql: string): Generator<Columns> {
    yield* this.sqlite.prepare<[], Columns>(sql.replaceAll('@', `${SCHEMA[side]}.`)).iterate();
  }
}
