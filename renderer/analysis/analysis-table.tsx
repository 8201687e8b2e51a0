// The table behind a picture: the same numbers as words; those that have passages lead to them.
import type { FigureTable, FigureValue } from '../../shared/figure/figure-table.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import type { AnyBehind } from './behind.ts';

interface AnalysisTableProps {
  table: FigureTable;
  name: string;
  /** By row and column of the table, the label column being 0; null: nothing behind. */
  behindCell?: ((row: number, column: number) => AnyBehind | null) | undefined;
  onOpen: (behind: AnyBehind) => void;
}

export function AnalysisTable({ table, name, behindCell, onOpen }: AnalysisTableProps) {
  const words = useText(analysesText);
  const { language } = useLanguage();
  const said = (value: FigureValue): string => (typeof value === 'number' ? formatNumber(language, value) : value);
  return (
    // what scrolls must be reached by keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="analysis-table" role="region" aria-label={words.tableLabel(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={at} scope="col" className={at > 0 && typeof table.rows[0]?.[at] === 'number' ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r}>
              {row.map((value, c) => {
                if (c === 0)
                  return (
                    <th key={c} scope="row">
                      {said(value)}
                    </th>
                  );
                const behind = behindCell?.(r, c) ?? null;
                return (
                  <td key={c} className={typeof value === 'number' ? 'number' : undefined}>
                    {behind ? (
                      <button type="button" className="analysis-count" aria-label={`${behind.title} : ${said(value)}`} onClick={() => onOpen(behind)}>
                        {said(value)}
                      </button>
                    ) : (
                      said(value)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
