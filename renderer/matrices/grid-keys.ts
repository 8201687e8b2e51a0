// Where the keyboard leads in the table, as in any grid: arrows, Home, End, pages, and Ctrl to the far ends.

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows of column heads above row 0: they are rows -1, -2… upwards, the row heads column -1. None: the keyboard stays in the cells. */
  readonly heads?: number;
}

const PAGE_ROWS = 6;

function target(from: CellPosition, key: string, isFar: boolean, size: GridSize): CellPosition | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: isFar ? 0 : from.row - 1 };
    case 'ArrowDown':
      return { ...from, row: isFar ? lastRow : from.row + 1 };
    case 'ArrowLeft':
      return { ...from, column: isFar ? 0 : from.column - 1 };
    case 'ArrowRight':
      return { ...from, column: isFar ? lastColumn : from.column + 1 };
    case 'Home':
      return { row: isFar ? 0 : from.row, column: 0 };
    case 'End':
      return { row: isFar ? lastRow : from.row, column: lastColumn };
    case 'PageUp':
      return { ...from, row: from.row - PAGE_ROWS };
    case 'PageDown':
      return { ...from, row: from.row + PAGE_ROWS };
    default:
      return null;
  }
}

/** The cell, or the head, that a key leads to, within the table; null for a key that moves nowhere. */
export function cellAfterKey(from: CellPosition, key: string, isFar: boolean, size: GridSize): CellPosition | null {
  const to = target(from, key, isFar, size);
  if (!to) return null;
  const heads = size.heads ?? 0;
  // only single steps lead out of the cells
  const leastRow = key === 'ArrowUp' && !isFar ? -heads : from.row < 0 && !isFar ? -heads : 0;
  const leastColumn = heads > 0 && (key === 'ArrowLeft' || from.column < 0) && !isFar && key !== 'Home' && key !== 'End' ? -1 : 0;
  const row = Math.min(Math.max(to.row, leastRow), size.rows - 1);
  const column = Math.min(Math.max(to.column, leastColumn), size.columns - 1);
  // beside the row heads there is one corner
  return { row: column < 0 ? Math.max(row, -1) : row, column };
}

export function isHead({ row, column }: CellPosition): boolean {
  return row < 0 || column < 0;
}
