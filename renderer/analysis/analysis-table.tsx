// The table behind a picture: the same numbers as words; those that have passages lead to them.
import type { FigureTable } from '../../shared/figure/figure-table.ts';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { FigureDataTable } from '../ui/data-table.tsx';
import { useText } from '../ui/language.tsx';
import type { AnyBehind } from './behind.ts';

interface AnalysisTableProps {
  table: FigureTable;
  name: string;
  /** By row and column of the table, the label column being 0; null: nothing behind. */
  behindCell?: ((row: number, column: number) => AnyBehind | null) | undefined;
  onOpen: (behind: AnyBehind) => void;
}

export function AnalysisTable({ name, ...table }: AnalysisTableProps) {
  const words = useText(analysesText);
  return <FigureDataTable className="analysis-table" label={words.tableLabel(name)} {...table} />;
}
