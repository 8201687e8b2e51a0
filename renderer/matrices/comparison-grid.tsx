// The comparison as a table: per family, one column for what all the cases have, one for each case.
import type { CSSProperties } from 'react';
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { FoundList } from './found-list.tsx';
import type { CellLinks } from './found-list.tsx';
import { EntityName, hueOf } from './header-name.tsx';
import { rowHeads } from './header-spans.ts';

interface ComparisonGridProps {
  comparison: CaseComparison;
  rowAxes: readonly string[];
  links: CellLinks;
}

export function ComparisonGrid({ comparison, rowAxes, links }: ComparisonGridProps) {
  const words = useText(matricesText);
  const heads = rowHeads(comparison.rows);
  const hasPartly = comparison.cells.some((row) => row.some(({ partly }) => partly.length > 0));
  const perFamily = 1 + (hasPartly ? 1 : 0) + comparison.cases.length;
  const style = { '--columns': comparison.columns.length * perFamily, '--cell-width': '118px' } as CSSProperties;
  const family = { comparison, hasPartly, links };
  return (
    <div className="matrices-scroll">
      <div role="table" className="matrices-grid" style={style} aria-label={words.compareLabel(comparison.cases.map(({ label }) => label))}>
        <div role="rowgroup" className="matrices-head">
          {comparison.columns.some(({ label }) => label !== '') ? (
            <div role="row" className="matrices-row">
              <div role="columnheader" className="matrices-corner">
                <span className="visually-hidden">{rowAxes.join(' · ')}</span>
              </div>
              {comparison.columns.map((column) => (
                <div
                  key={column.key}
                  role="columnheader"
                  className="matrices-column-head matrices-column-outer"
                  aria-colspan={perFamily}
                  style={{ gridColumn: `span ${perFamily}` }}
                >
                  {column.path.join(' › ')}
                </div>
              ))}
            </div>
          ) : null}
          <div role="row" className="matrices-row">
            <div role="columnheader" className="matrices-corner">
              <span>{rowAxes.join(' · ')}</span>
            </div>
            {comparison.columns.map((column) => (
              <FamilyHeads key={column.key} {...family} />
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {comparison.rows.map((header, row) => (
            <div key={header.key} role="row" className={classes('matrices-row matrices-body-row', heads[row]?.startsGroup && 'matrices-row-starts')}>
              <div role="rowheader" className="matrices-row-head">
                {heads[row]?.group ? <span className="matrices-row-group">{heads[row].group}</span> : null}
                <span className="matrices-row-name">
                  {header.entities.map((entity) => (
                    <EntityName key={entity.key} entity={entity} label={entity.label} cases={links.cases} />
                  ))}
                </span>
              </div>
              {comparison.columns.map((column, at) => {
                const compared = comparison.cells[row]?.[at];
                return compared ? <FamilyCells key={column.key} compared={compared} {...family} /> : null;
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface FamilyProps {
  comparison: CaseComparison;
  /** Three cases or more: some things are in several but not in all. */
  hasPartly: boolean;
  links: CellLinks;
}

function FamilyHeads({ comparison, hasPartly, links }: FamilyProps) {
  const words = useText(matricesText);
  return (
    <>
      <div role="columnheader" className="matrices-column-head matrices-column-common">
        {words.common(comparison.cases.length)}
      </div>
      {hasPartly ? (
        <div role="columnheader" className="matrices-column-head">
          {words.partly}
        </div>
      ) : null}
      {comparison.cases.map((entity) => (
        <div key={entity.key} role="columnheader" className={`matrices-column-head matrices-case-${hueOf(entity, links.cases)}`}>
          {words.onlyCase(entity.label)}
        </div>
      ))}
    </>
  );
}

function FamilyCells({ compared, comparison, hasPartly, links }: FamilyProps & { compared: ComparedCell }) {
  const everyone = comparison.cases.map((_, at) => at);
  const shared = { compared, comparison, links };
  return (
    <>
      <div role="cell" className="matrices-compared matrices-compared-common">
        <FoundList categories={compared.common} holders={everyone} hue={null} {...shared} />
      </div>
      {hasPartly ? (
        <div role="cell" className="matrices-compared">
          <FoundList categories={compared.partly} holders={everyone} hue={null} {...shared} />
        </div>
      ) : null}
      {comparison.cases.map((entity, at) => (
        <div key={entity.key} role="cell" className="matrices-compared">
          <FoundList categories={compared.only[at] ?? []} holders={[at]} hue={hueOf(entity, links.cases)} {...shared} />
        </div>
      ))}
    </>
  );
}
