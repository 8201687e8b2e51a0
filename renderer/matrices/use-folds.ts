// The table with its folded heads; what is written under a folded head is asked of the matrix in which that head is a line of its own.
import { useEffect, useMemo, useState } from 'react';
import type { Category } from '../../shared/domain/category.ts';
import { cellKey } from '../../shared/domain/matrix.ts';
import type { AxisEntity, MatrixCell, MatrixDefinition, MatrixTable } from '../../shared/domain/matrix.ts';
import { call, onCoreEvent } from '../core.ts';
import type { CellChoice } from './cell-choice.ts';
import type { ProjectFrame } from './frame.ts';
import { definitionBehind, foldOf, foldedTable } from './grid-folds.ts';
import type { ParentOf } from './grid-folds.ts';
import { findCell } from './table-cells.ts';

/** A cell's own matrix, for its panel. */
export interface CellHome {
  readonly table: MatrixTable;
  readonly definition: MatrixDefinition;
}

export interface Folds {
  /** As it is drawn. */
  readonly table: MatrixTable | undefined;
  readonly parentOf: ParentOf;
  /** Where the chosen cell stands; null where no table has it (yet). */
  readonly homeOf: (choice: CellChoice) => CellHome | null;
}

export function useFolds(table: MatrixTable | undefined, definition: MatrixDefinition, collapsed: readonly string[], frame: ProjectFrame): Folds {
  const parentOf = useMemo(() => parents(frame), [frame]);
  const folded = useMemo(() => new Set(collapsed), [collapsed]);
  const bare = useMemo(() => table && foldedTable(table, folded, parentOf, () => null), [table, folded, parentOf]);
  const behind = useMemo(() => (bare ? definitionsBehind(bare, definition) : []), [bare, definition]);
  const own = useTables(behind);
  const shown = useMemo(() => {
    if (!table || !bare || bare === table || own.size === 0) return bare;
    const written = new Map<string, MatrixCell>();
    for (const each of own.values()) for (const cell of each.cells.flat()) written.set(cell.key, cell);
    return foldedTable(table, folded, parentOf, (row, column) => written.get(cellKey(row, column)) ?? null);
  }, [table, bare, own, folded, parentOf]);
  const homeOf = (choice: CellChoice): CellHome | null => {
    if (table && findCell(table, choice.rowKey, choice.columnKey)) return { table, definition };
    for (const each of own.values()) if (findCell(each, choice.rowKey, choice.columnKey)) return { table: each, definition: each.definition };
    return null;
  };
  return { table: shown, parentOf, homeOf };
}

function parents({ codebook }: ProjectFrame): ParentOf {
  const byKey = new Map<string, Category>();
  for (const category of codebook.flatMap(({ categories }) => categories)) byKey.set(`category:${category.id}`, category);
  return (entity: AxisEntity) => {
    if (entity.kind !== 'category' || entity.path.length < 2) return null;
    const parent = byKey.get(`category:${byKey.get(entity.key)?.parentId ?? ''}`);
    return parent
      ? { kind: 'category', key: `category:${parent.id}`, label: parent.name, path: entity.path.slice(0, -1), color: parent.color }
      : null;
  };
}

/** One for each way in which heads are folded together. */
function definitionsBehind(table: MatrixTable, definition: MatrixDefinition): MatrixDefinition[] {
  const found = new Map<string, MatrixDefinition>();
  const ways = (headers: MatrixTable['rows']) => [...new Map(headers.map((header) => [foldOf(header)?.key ?? '', header])).values()];
  for (const row of ways(table.rows))
    for (const column of ways(table.columns)) {
      if (!foldOf(row) && !foldOf(column)) continue;
      const behind = definitionBehind(definition, row, column);
      found.set(JSON.stringify(behind), behind);
    }
  return [...found.values()];
}

/** Computed matrices by their definition's text, asked again when something changes. */
function useTables(definitions: readonly MatrixDefinition[]): ReadonlyMap<string, MatrixTable> {
  const [tables, setTables] = useState<ReadonlyMap<string, MatrixTable>>(new Map());
  const asked = JSON.stringify(definitions);
  useEffect(() => {
    const wanted = JSON.parse(asked) as MatrixDefinition[];
    let isGone = false;
    const read = async () => {
      const answers = await Promise.allSettled(wanted.map((definition) => call('matrix.compute', { definition })));
      if (isGone) return;
      setTables(
        new Map(answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [[JSON.stringify(wanted[at]), answer.value] as const] : []))),
      );
    };
    if (wanted.length === 0) setTables((before) => (before.size === 0 ? before : new Map()));
    else void read();
    const stop = onCoreEvent(({ kind }) => wanted.length > 0 && (kind === 'changes' || kind === 'project') && void read());
    return () => {
      isGone = true;
      stop();
    };
  }, [asked]);
  return tables;
}
