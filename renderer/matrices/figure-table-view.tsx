// The table behind a figure: to read, to copy, to take to a spreadsheet.
import { Copy, Download } from 'lucide-react';
import type { FigureTable } from '../../shared/figure/figure-table.ts';
import { figuresText } from '../../shared/i18n/matrix-figures.ts';
import { Button } from '../ui/button.tsx';
import { FigureDataTable } from '../ui/data-table.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { base64Of, saveFile } from '../ui/save-file.ts';
import { tableAsCsv, tableAsText } from './figure-csv.ts';

interface FigureTableProps {
  table: FigureTable;
  name: string;
}

export function FigureTableView({ table, name }: FigureTableProps) {
  const words = useText(figuresText);
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
      <FigureDataTable className="figures-table-place" label={words.tableLabel(name)} table={table} />
    </div>
  );
}
