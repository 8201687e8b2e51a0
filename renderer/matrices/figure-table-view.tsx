// The table behind a figure: to read, to copy, to take to a spreadsheet.
import { Copy, Download } from 'lucide-react';
import type { FigureTable } from '../../shared/figure/figure-table.ts';
import { figuresText } from '../../shared/i18n/matrix-figures.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { tableAsCsv, tableAsText } from './figure-csv.ts';

interface FigureTableProps {
  table: FigureTable;
  name: string;
}

function base64Of(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

export function FigureTableView({ table, name }: FigureTableProps) {
  const words = useText(figuresText);
  const { language } = useLanguage();
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard.writeText(tableAsText(table));
    notify({ text: words.copied, kind: 'done' });
  };
  const fileName = `${name}.csv`;
  const save = () => {
    saveFile({ fileName, mime: 'text/csv', base64: base64Of(tableAsCsv(table)) });
    notify({ text: words.saved(fileName), kind: 'done' });
  };
  if (table.rows.length === 0) return <p className="quiet">{words.tableEmpty}</p>;
  return (
    <div className="figures-table">
      <div className="figures-table-acts">
        <Button size="small" onPress={() => void copy()}>
          <Copy size={14} strokeWidth={1.75} aria-hidden />
          {words.copy}
        </Button>
        <Button size="small" onPress={save}>
          <Download size={14} strokeWidth={1.75} aria-hidden />
          {words.csv}
        </Button>
      </div>
      {/* What scrolls must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figures-table-place" role="region" aria-label={words.tableLabel(name)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, at) => (
                <th key={at} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, r) => (
              <tr key={r}>
                {row.map((value, c) =>
                  c === 0 ? (
                    <th key={c} scope="row">
                      {value}
                    </th>
                  ) : (
                    <td key={c} className={typeof value === 'number' ? 'number' : undefined}>
                      {typeof value === 'number' ? formatNumber(language, value) : value}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
