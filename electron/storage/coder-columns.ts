// Where coders are named: every column of every table that holds one.
import { getTableColumns } from 'drizzle-orm';
import { contentTables } from './schema.ts';
import type { TableName } from './schema.ts';

export interface CoderColumn {
  readonly table: TableName;
  readonly property: string;
  readonly column: string;
}

const NAMES: ReadonlySet<string> = new Set(['coder_id', 'began_by', 'ended_by', 'adopted_id', 'resolved_by']);

export function coderColumns(): CoderColumn[] {
  return (Object.keys(contentTables) as TableName[]).flatMap((table) =>
    Object.entries(getTableColumns(contentTables[table])).flatMap(([property, { name: column }]) =>
      NAMES.has(column) ? [{ table, property, column }] : [],
    ),
  );
}
