// One line of a sheet; drawn again only when its own data or the active cell in it changed.
import { memo } from 'react';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage } from '../ui/language.tsx';
import { formatNumber } from '../../shared/i18n/text.ts';
import type { SheetColumn } from './sheet-model.ts';

interface SheetRowProps<Row> {
  row: Row;
  /** 0-based. */
  index: number;
  columns: readonly SheetColumn<Row>[];
  /** Where the arrows are, when they are in this row. */
  activeColumn: number | null;
  /** The columns of the row that a selected block holds, both ends included; absent where it holds none. */
  selectedFrom?: number;
  selectedTo?: number;
}

function SheetRowView<Row>({ row, index, columns, activeColumn, selectedFrom = Infinity, selectedTo = -1 }: SheetRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map((column, columnIndex) => (
        <td
          key={column.id}
          role="gridcell"
          data-cell={`${index}:${columnIndex}`}
          tabIndex={activeColumn === columnIndex ? 0 : -1}
          className={classes('sheet-cell', column.isNumber && 'sheet-number', column.isMenu && 'sheet-menu', column.edit && 'sheet-editable')}
          aria-selected={selectedFrom <= columnIndex && columnIndex <= selectedTo}
          aria-readonly={column.edit === undefined}
          title={hintOf(column.value(row))}
        >
          <CellContent row={row} column={column} />
        </td>
      ))}
    </tr>
  );
}

function CellContent<Row>({ row, column }: { row: Row; column: SheetColumn<Row> }) {
  const { language } = useLanguage();
  const value = column.value(row);
  const shown = column.shows?.(row) ?? wordsOf(value, language);
  const isLinked = (column.links?.(row).length ?? 0) > 0;
  return isLinked ? <span className="sheet-link">{shown}</span> : <span className="sheet-text">{shown}</span>;
}

/** A cell may be too narrow for its words: they are shown whole on hover. */
function hintOf(value: string | number | boolean | null): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function wordsOf(value: string | number | boolean | null, language: 'fr' | 'en'): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(language, value);
  if (typeof value === 'boolean') return value ? corpusText[language].yes : corpusText[language].no;
  return value;
}

export const SheetRow = memo(SheetRowView) as typeof SheetRowView;
