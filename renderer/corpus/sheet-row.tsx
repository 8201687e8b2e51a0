// One line of a sheet; drawn again only when its own data or the active cell in it changed.
import { memo } from 'react';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage } from '../ui/language.tsx';
import { formatNumber } from '../../shared/i18n/text.ts';
import type { Refused } from './refusals.ts';
import { pinnedAt, wordsIn } from './sheet-model.ts';
import type { SheetColumn } from './sheet-model.ts';

interface SheetRowProps<Row> {
  row: Row;
  /** 0-based. */
  index: number;
  columns: readonly SheetColumn<Row>[];
  isReadOnly: boolean;
  /** Where the arrows are, when they are in this row. */
  activeColumn: number | null;
  /** The columns of the row that a selected block holds, both ends included; absent where it holds none. */
  selectedFrom?: number;
  selectedTo?: number;
  /** What waits in its cells to be mended, by column. */
  refused?: ReadonlyMap<string, Refused> | undefined;
}

function SheetRowView<Row>({ row, index, columns, isReadOnly, activeColumn, selectedFrom = Infinity, selectedTo = -1, refused }: SheetRowProps<Row>) {
  return (
    <tr aria-rowindex={index + 2}>
      {columns.map((column, columnIndex) => (
        <td
          key={column.id}
          role="gridcell"
          data-cell={`${index}:${columnIndex}`}
          tabIndex={activeColumn === columnIndex ? 0 : -1}
          className={classes(
            'sheet-cell',
            column.isNumber && 'sheet-number',
            column.isMenu && 'sheet-menu',
            !isReadOnly && (column.edit?.kind === 'pick' || column.edit?.kind === 'panel') && 'sheet-pick',
            column.isPinned && 'sheet-pinned',
            refused?.has(column.id) && 'sheet-refused',
          )}
          {...(column.isPinned ? { style: { left: pinnedAt(columns, columnIndex) ?? 0 } } : {})}
          aria-selected={selectedFrom <= columnIndex && columnIndex <= selectedTo}
          aria-readonly={isReadOnly || column.edit === undefined}
          aria-invalid={refused?.has(column.id) || undefined}
          title={refused?.get(column.id)?.sentence ?? (wordsIn(column, row) || undefined)}
        >
          <CellContent row={row} column={column} refused={refused?.get(column.id)} />
        </td>
      ))}
    </tr>
  );
}

interface CellContentProps<Row> {
  row: Row;
  column: SheetColumn<Row>;
  refused: Refused | undefined;
}

function CellContent<Row>({ row, column, refused }: CellContentProps<Row>) {
  const { language } = useLanguage();
  if (refused) return <span className="sheet-text">{refused.text}</span>;
  const shown = column.shows ? column.shows(row) : (column.words?.(row) ?? wordsOf(column.value(row), language));
  const isLinked = (column.links?.(row).length ?? 0) > 0;
  return isLinked ? <span className="sheet-link">{shown}</span> : <span className="sheet-text">{shown}</span>;
}

function wordsOf(value: string | number | boolean | null, language: 'fr' | 'en'): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(language, value);
  if (typeof value === 'boolean') return value ? corpusText[language].yes : corpusText[language].no;
  return value;
}

export const SheetRow = memo(SheetRowView) as typeof SheetRowView;
