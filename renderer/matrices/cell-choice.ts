// Which cell is open, as the address of the place keeps it.
import type { Place } from '../navigation.tsx';

export interface CellChoice {
  readonly rowKey: string;
  readonly columnKey: string;
  /** A category found in the cell: only its verbatims. */
  readonly categoryId?: string | undefined;
  /** Who stands in the cell: only their verbatims. */
  readonly unitKey?: string | undefined;
}

export function choiceOf(place: Place): CellChoice | null {
  const { rowKey, columnKey, categoryId, unitKey } = place;
  return rowKey === undefined || columnKey === undefined ? null : { rowKey, columnKey, categoryId, unitKey };
}

/** The matrices screen with this cell open, or none. */
export function placeOf(matrixId: string | null, choice: CellChoice | null): Place {
  return {
    screen: 'matrices',
    ...(matrixId === null ? {} : { matrixId }),
    ...(choice === null ? {} : { rowKey: choice.rowKey, columnKey: choice.columnKey }),
    ...(choice?.categoryId === undefined ? {} : { categoryId: choice.categoryId }),
    ...(choice?.unitKey === undefined ? {} : { unitKey: choice.unitKey }),
  };
}
