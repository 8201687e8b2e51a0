// Writes what another program's project holds besides its texts, as its reader made rows of it; what the rows say of each other must stand.
import type { NewRow, TableName } from '../storage/schema.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

/** Kinds of things that other programs have too. */
export type BroughtTable = Extract<
  TableName,
  | 'coder'
  | 'grid'
  | 'category'
  | 'study_case'
  | 'source_case'
  | 'attribute'
  | 'attribute_value'
  | 'passage'
  | 'coding'
  | 'memo'
  | 'link_type'
  | 'link'
  | 'case_part'
  | 'concept_map'
  | 'concept_map_node'
  | 'media'
>;
export type BroughtRow = { readonly [T in BroughtTable]: { readonly table: T; readonly row: NewRow<T> } }[BroughtTable];

export interface Brought {
  /** What the other program calls its project. */
  readonly name: string;
  readonly rows: readonly BroughtRow[];
  /** Shared by all that comes from one file: undo takes it back together. */
  readonly act: string;
}

export function bringIn(session: Session, { name, rows, act }: Brought): void {
  const header = { name: 'project.bringIn', input: { name, rows: rows.length }, subject: { name }, act };
  runCommand(session, header, ({ writer }) => {
    for (const { table, row } of rows) writer.insert(table, row);
  });
}
