// A small table of an analysis, and the links that stand in it.
import type { ReactNode } from 'react';
import type { NamedCategory } from '../../../shared/domain/coverage.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { placeToHash } from '../../navigation.tsx';
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
  return (
    // what scrolls must be reached by keyboard
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="analysis-table plain-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={classAt(at)}>
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
                  <td key={c} className={classAt(c)}>
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
