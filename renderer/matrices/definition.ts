// Changes to what a matrix crosses. Each gives a new definition and keeps the contract's bounds: two row axes, three column axes.
import type { AxisSpec, CellContent, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { CELL_CONTENTS } from '../../shared/domain/matrix.ts';
import { axisKey } from './frame.ts';

export type Side = 'rows' | 'columns';

export const MAX_AXES: Readonly<Record<Side, number>> = { rows: 2, columns: 3 };

/** The matrix that a starting point or a new sentence begins from. */
export function definitionOf(rows: readonly AxisSpec[], columns: readonly AxisSpec[]): MatrixDefinition {
  return {
    rows: [...rows],
    columns: [...columns],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts', 'categories', 'synthesis'],
    hidesEmpty: false,
  };
}

export function sameDefinition(a: MatrixDefinition, b: MatrixDefinition): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(definition: MatrixDefinition): unknown[] {
  const { rows, columns, join, coderIds, contents, hidesEmpty } = definition;
  const { where = [], rowOrder = null, columnOrder = null, hiddenRows = [], hiddenColumns = [] } = definition;
  const rule = join.kind === 'near' ? `near:${join.withinUtf16}` : join.kind;
  const orders = [rowOrder, columnOrder].map((order) => order && Object.entries(order).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const lines = [orders, hiddenRows.toSorted(), hiddenColumns.toSorted(), where];
  return [rows.map(axisKey), columns.map(axisKey), rule, coderIds && [...coderIds].sort(), [...contents].sort(), hidesEmpty, ...lines];
}

/** Keys of the axes that the sentence already has: none may stand in it twice. */
export function usedAxes(definition: MatrixDefinition): Set<string> {
  return new Set([...definition.rows, ...definition.columns].map(axisKey));
}

export function withAxis(definition: MatrixDefinition, side: Side, index: number, spec: AxisSpec): MatrixDefinition {
  const axes = [...definition[side]];
  if (index > axes.length || index >= MAX_AXES[side]) return definition;
  axes[index] = spec;
  return { ...definition, [side]: axes };
}

/** The last axis of a side stays: a matrix has rows and columns. */
export function withoutAxis(definition: MatrixDefinition, side: Side, index: number): MatrixDefinition {
  if (definition[side].length < 2) return definition;
  return { ...definition, [side]: definition[side].filter((_, at) => at !== index) };
}

export function withAxisMoved(definition: MatrixDefinition, side: Side, index: number, by: -1 | 1): MatrixDefinition {
  const axes = [...definition[side]];
  const [moved] = axes.splice(index, 1);
  const target = index + by;
  if (!moved || target < 0 || target > axes.length) return definition;
  axes.splice(target, 0, moved);
  return { ...definition, [side]: axes };
}

export function canTranspose(definition: MatrixDefinition): boolean {
  return definition.columns.length <= MAX_AXES.rows;
}

export function transposed(definition: MatrixDefinition): MatrixDefinition {
  if (!canTranspose(definition)) return definition;
  const { rowOrder, columnOrder, hiddenRows, hiddenColumns, ...rest } = definition;
  return {
    ...rest,
    rows: definition.columns,
    columns: definition.rows,
    ...(columnOrder ? { rowOrder: columnOrder } : {}),
    ...(rowOrder ? { columnOrder: rowOrder } : {}),
    ...(hiddenColumns ? { hiddenRows: hiddenColumns } : {}),
    ...(hiddenRows ? { hiddenColumns: hiddenRows } : {}),
  };
}

const HIDDEN = { rows: 'hiddenRows', columns: 'hiddenColumns' } as const;

/** Leaves these lines out, besides those that are already. */
export function withHidden(definition: MatrixDefinition, side: Side, keys: readonly string[]): MatrixDefinition {
  return { ...definition, [HIDDEN[side]]: [...new Set([...(definition[HIDDEN[side]] ?? []), ...keys])] };
}

/** Leaves all lines out but these. @param shown keys of the lines that are not left out now */
export function withOnly(definition: MatrixDefinition, side: Side, keys: readonly string[], shown: readonly string[]): MatrixDefinition {
  return withHidden(
    definition,
    side,
    shown.filter((key) => !keys.includes(key)),
  );
}

/** Adds the cases as the innermost columns, in the last column's place where there is no room. */
export function withCases(definition: MatrixDefinition): MatrixDefinition {
  if (usedAxes(definition).has('case')) return definition;
  const kept = definition.columns.slice(0, MAX_AXES.columns - 1);
  return { ...definition, columns: [...kept, { kind: 'case' }] };
}

/** Contents in the order in which a cell shows them; the last one cannot be taken away. */
export function withContents(definition: MatrixDefinition, contents: ReadonlySet<CellContent>): MatrixDefinition {
  return contents.size === 0 ? definition : { ...definition, contents: CELL_CONTENTS.filter((content) => contents.has(content)) };
}

/** Another filter in the place of the one there; beyond the last one it is added, empty words take it away. */
export function withFilter(definition: MatrixDefinition, index: number, expression: string): MatrixDefinition {
  const { where: before = [], ...rest } = definition;
  const where = [...before.slice(0, index), ...(expression.trim() === '' ? [] : [expression.trim()]), ...before.slice(index + 1)];
  return where.length === 0 ? rest : { ...rest, where };
}
