// A framework chart has one sheet per theme: which themes these are, and the matrix with another of them in its place.
import { idsOf } from '../../shared/domain/display-choices.ts';
import type { DisplayOption, DisplayStudy } from '../../shared/domain/display-choices.ts';
import type { AxisSpec, MatrixDefinition, OrderKey } from '../../shared/domain/matrix.ts';
import { displayById, filledDisplay } from '../../shared/domain/matrix-displays.ts';
import type { Side } from './definition.ts';

const SIDES: readonly Side[] = ['columns', 'rows'];

export interface ThemeSheets {
  readonly themes: readonly DisplayOption[];
  /** The key of the theme whose sheet is open. */
  readonly open: string;
  readonly side: Side;
}

const isSame = (one: AxisSpec | undefined, other: AxisSpec | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Null where the matrix is no framework chart any more: its themes are crossed otherwise, or there is only one. */
export function themeSheets(display: string | null, definition: MatrixDefinition, study: DisplayStudy): ThemeSheets | null {
  const framework = display === 'frameworkChart' ? displayById(display) : undefined;
  if (!framework) return null;
  const themes = filledDisplay(framework, study).choices.find(({ id }) => id === 'theme')?.options ?? [];
  if (themes.length < 2) return null;
  for (const side of SIDES) {
    const open = definition[side].length === 1 ? themes.find(({ axis }) => isSame(definition[side][0], axis)) : undefined;
    if (open) return { themes, open: open.key, side };
  }
  return null;
}

/** Sorted by a line of the sheet that is left, the other sheet would have nothing to be sorted by. */
function withoutLine(order: OrderKey | undefined): OrderKey | undefined {
  return order && 'of' in order && order.of !== null ? undefined : order;
}

/** The same lines against another theme. What was ordered, hidden or left out of the other theme's own lines stays with it. */
export function sheetOf(definition: MatrixDefinition, { themes, side }: ThemeSheets, key: string): MatrixDefinition {
  const axis = themes.find((theme) => theme.key === key)?.axis;
  return axis ? withThemes(definition, side, axis) : definition;
}

/** All sheets in one matrix, to be printed as one table per theme. */
export function allSheets(definition: MatrixDefinition, { themes, side }: ThemeSheets): MatrixDefinition {
  return withThemes(definition, side, { kind: 'picked', name: '', of: { kind: 'category', ids: idsOf(themes) } });
}

function withThemes(definition: MatrixDefinition, side: Side, axis: AxisSpec): MatrixDefinition {
  const { rowOrder, columnOrder, hiddenRows, hiddenColumns, ...rest } = definition;
  const kept = side === 'columns' ? withoutLine(rowOrder) : withoutLine(columnOrder);
  const hidden = side === 'columns' ? hiddenRows : hiddenColumns;
  return {
    ...rest,
    [side]: [axis],
    ...(kept ? (side === 'columns' ? { rowOrder: kept } : { columnOrder: kept }) : {}),
    ...(hidden ? (side === 'columns' ? { hiddenRows: hidden } : { hiddenColumns: hidden }) : {}),
  };
}
