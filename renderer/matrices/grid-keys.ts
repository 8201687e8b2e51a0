// Where the keyboard leads in the table, as in any grid: arrows, Home, End, pages, and Ctrl to the far ends.

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
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

/** The cell that a key leads to, within the table; null for a key that moves nowhere. */
export function cellAfterKey(from: CellPosition, key: string, isFar: boolean, size: GridSize): CellPosition | null {
  const to = target(from, key, isFar, size);
  if (!to) return null;
  return { row: Math.min(Math.max(to.row, 0), size.rows - 1), column: Math.min(Math.max(to.column, 0), size.columns - 1) };
}
