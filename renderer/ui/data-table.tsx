// A table to read: what the rows are first, numbers set to the right, moved by the keyboard where it is larger than its place.
import type { ReactNode } from 'react';
import type { FigureTable, FigureValue } from '../../shared/figure/figure-table.ts';
import { COLON, formatNumber } from '../../shared/i18n/text.ts';
import { classes } from './classes.ts';
import './data-table.css';
import { useLanguage } from './language.tsx';

interface DataTableProps {
  /** Read aloud as the table's name. */
  label: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** How a cell is set beside the row's name: `number`, `nowrap`. */
  classAt: (column: number, row?: number) => string | undefined;
  className?: string;
}

export function DataTable({ label, columns, rows, classAt, className }: DataTableProps) {
  return (
    // what scrolls must be reached by keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes('data-table', className)} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" className={at === 0 ? undefined : classAt(at)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((value, c) =>
                c === 0 ? (
                  <th key={c} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={c} className={classAt(c, r)}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureDataTableProps<B extends { title: string }> {
  label: string;
  table: FigureTable;
  className?: string;
  /** By row and column of the table, the label column being 0; null: nothing behind. */
  behindCell?: ((row: number, column: number) => B | null) | undefined;
  onOpen?: (behind: B) => void;
}

/** The numbers of a picture; those that have passages lead to them. */
export function FigureDataTable<B extends { title: string }>({ label, table, className, behindCell, onOpen }: FigureDataTableProps<B>) {
  const { language } = useLanguage();
  const said = (value: FigureValue): string => (typeof value === 'number' ? formatNumber(language, value) : value);
  const shown = (value: FigureValue, row: number, column: number): ReactNode => {
    const behind = column === 0 ? null : (behindCell?.(row, column) ?? null);
    if (!behind) return said(value);
    const name = `${behind.title}${COLON[language]}${said(value)}`;
    return (
      <button type="button" className="data-table-count" aria-label={name} onClick={() => onOpen?.(behind)}>
        {said(value)}
      </button>
    );
  };
  return (
    <DataTable
      label={label}
      columns={table.columns}
      rows={table.rows.map((row, r) => row.map((value, c) => shown(value, r, c)))}
      // a column is set like its first number
      classAt={(column, row = 0) => (typeof table.rows[row]?.[column] === 'number' ? 'number' : undefined)}
      {...(className === undefined ? {} : { className })}
    />
  );
}
