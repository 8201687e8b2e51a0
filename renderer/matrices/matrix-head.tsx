// The column heads: one row per nested axis, sums at the innermost.
import { memo } from 'react';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import { classes } from '../ui/classes.ts';
import { EntityName, Total } from './header-name.tsx';
import type { CaseTint } from './header-name.tsx';
import { headerSpans } from './header-spans.ts';
import { sumOfPassages } from './table-density.ts';

interface MatrixHeadProps {
  table: MatrixTable;
  /** By entity key. */
  cases: ReadonlyMap<string, CaseTint>;
}

export const MatrixHead = memo(function MatrixHead({ table, cases }: MatrixHeadProps) {
  const levels = headerSpans(table.columns);
  const innermost = levels.length - 1;
  return (
    <div role="rowgroup" className="matrices-head">
      {levels.map((spans, level) => (
        <div key={level} role="row" className="matrices-row">
          <div role="columnheader" className="matrices-corner" aria-colindex={1}>
            {level === innermost ? <span>{table.rowAxes.join(' · ')}</span> : <span className="visually-hidden">{table.columnAxes.join(' · ')}</span>}
          </div>
          {spans.map((span) => (
            <div
              key={span.start}
              role="columnheader"
              className={classes(
                'matrices-column-head',
                span.entity === null && 'matrices-column-group',
                level < innermost && 'matrices-column-outer',
              )}
              style={{ gridColumn: `span ${span.span}` }}
              aria-colindex={span.start + 2}
              aria-colspan={span.span}
            >
              <EntityName entity={span.entity} label={span.label} cases={cases} />
              {level === innermost ? <Total count={sumOfPassages(table.cells.flatMap((cells) => cells[span.start] ?? []))} /> : null}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
});
