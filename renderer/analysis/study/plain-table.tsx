// A small table of an analysis, and the links that stand in it.
import type { ReactNode } from 'react';
import type { NamedCategory } from '../../../shared/domain/coverage.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { placeToHash } from '../../navigation.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import '../analysis.css';
import './study.css';

interface PlainTableProps {
  /** Read aloud as the table's name. */
  label: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** Columns of numbers. */
  numbers?: readonly number[];
  /** Columns of few words, which stay on one line: dates, cases. */
  short?: readonly number[];
}

export function PlainTable({ label, columns, rows, numbers = [], short = [] }: PlainTableProps) {
  const classAt = (column: number) => (numbers.includes(column) ? 'number' : short.includes(column) ? 'nowrap' : undefined);
  return <DataTable label={label} columns={columns} rows={rows} classAt={classAt} className="analysis-table plain-table" />;
}

export function SourceLink({ id, name }: { id: SourceId; name: string }) {
  return <a href={placeToHash({ screen: 'coding', sourceId: id })}>{name}</a>;
}

/** With its grid and the categories above where there are several. */
export function CategoryLink({ category: { id, name, path, color } }: { category: NamedCategory }) {
  return (
    <a className="plain-category" href={placeToHash({ screen: 'grids', categoryId: id })} title={[...path, name].join(' › ')}>
      <Swatch color={color} />
      {name}
    </a>
  );
}
