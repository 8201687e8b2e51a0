// The comparison as a grid: per family, one column for what all the cases have, one for each case, one for where they contrast.
import type { CSSProperties } from 'react';
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { isContrast } from './compare-contrast.ts';
import { ContrastList } from './contrast-list.tsx';
import { FoundList } from './found-list.tsx';
import type { CellLinks } from './found-list.tsx';
import { EntityName, hueOf } from './header-name.tsx';
import { rowHeads } from './header-spans.ts';
import type { RatingLevels } from './rating-levels.ts';
import { useBoxWalk } from './use-box-walk.ts';
import type { BoxWalk } from './use-box-walk.ts';

interface ComparisonGridProps {
  comparison: CaseComparison;
  rowAxes: readonly string[];
  links: CellLinks;
  ratings: RatingLevels;
}

/** What the columns of one family are, from the left. */
interface FamilyProps {
  comparison: CaseComparison;
  /** Three cases or more: some things are in several but not in all. */
  hasPartly: boolean;
  hasContrast: boolean;
  links: CellLinks;
  ratings: RatingLevels;
}

const COLUMN_PX = 132;

export function ComparisonGrid({ comparison, rowAxes, links, ratings }: ComparisonGridProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const heads = rowHeads(comparison.rows);
  const hasPartly = comparison.cells.some((row) => row.some(({ partly }) => partly.length > 0));
  const hasContrast = comparison.cells.some((row) => row.some(isContrast));
  const perFamily = 1 + Number(hasPartly) + comparison.cases.length + Number(hasContrast);
  const columns = comparison.columns.length * perFamily;
  const style = { '--columns': columns, '--cell-width': `${COLUMN_PX}px` } as CSSProperties;
  const family = { comparison, hasPartly, hasContrast, links, ratings };
  const walk = useBoxWalk({ rows: comparison.rows.length, columns });
  return (
    <div className="matrices-scroll">
      <div
        role="grid"
        className="matrices-comparison"
        style={style}
        aria-label={words.compareLabel(comparison.cases.map(({ label }) => label))}
        aria-describedby="matrices-compare-keys"
        onKeyDown={walk.onKeyDown}
      >
        <ComparisonHead rowAxes={rowAxes} perFamily={perFamily} {...family} />
        <div role="rowgroup">
          {comparison.rows.map((header, row) => (
            <div
              key={header.key}
              role="row"
              className={classes('matrices-compare-row matrices-body-row', heads[row]?.startsGroup && 'matrices-row-starts')}
            >
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
                return compared ? (
                  <FamilyCells key={column.key} compared={compared} row={row} from={at * perFamily} boxAt={walk.boxAt} {...family} />
                ) : null;
              })}
            </div>
          ))}
        </div>
      </div>
      <p id="matrices-compare-keys" className="visually-hidden">
        {grid.compareKeys}
      </p>
    </div>
  );
}

function ComparisonHead({ rowAxes, perFamily, ...family }: FamilyProps & { rowAxes: readonly string[]; perFamily: number }) {
  const { comparison } = family;
  return (
    <div role="rowgroup" className="matrices-head">
      {comparison.columns.some(({ label }) => label !== '') ? (
        <div role="row" className="matrices-compare-row">
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
      <div role="row" className="matrices-compare-row">
        <div role="columnheader" className="matrices-corner">
          <span>{rowAxes.join(' · ')}</span>
        </div>
        {comparison.columns.map((column) => (
          <FamilyHeads key={column.key} {...family} />
        ))}
      </div>
    </div>
  );
}

function FamilyHeads({ comparison, hasPartly, hasContrast, links }: FamilyProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
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
      {hasContrast ? (
        <div role="columnheader" className="matrices-column-head matrices-column-contrast" title={grid.contrastHint}>
          {grid.contrast}
        </div>
      ) : null}
    </>
  );
}

interface FamilyCellsProps extends FamilyProps {
  compared: ComparedCell;
  row: number;
  /** The family's first column. */
  from: number;
  boxAt: BoxWalk['boxAt'];
}

function FamilyCells({ compared, comparison, hasPartly, hasContrast, links, ratings, row, from, boxAt }: FamilyCellsProps) {
  const everyone = comparison.cases.map((_, at) => at);
  const shared = { compared, comparison, links };
  const firstCase = from + 1 + Number(hasPartly);
  return (
    <>
      <div role="gridcell" className="matrices-compared matrices-compared-common" {...boxAt(row, from)}>
        <FoundList categories={compared.common} holders={everyone} hue={null} {...shared} />
      </div>
      {hasPartly ? (
        <div role="gridcell" className="matrices-compared" {...boxAt(row, from + 1)}>
          <FoundList categories={compared.partly} holders={everyone} hue={null} {...shared} />
        </div>
      ) : null}
      {comparison.cases.map((entity, at) => (
        <div key={entity.key} role="gridcell" className="matrices-compared" {...boxAt(row, firstCase + at)}>
          <FoundList categories={compared.only[at] ?? []} holders={[at]} hue={hueOf(entity, links.cases)} {...shared} />
        </div>
      ))}
      {hasContrast ? (
        <div role="gridcell" className="matrices-compared matrices-compared-contrast" {...boxAt(row, firstCase + comparison.cases.length)}>
          <ContrastList ratings={ratings} {...shared} />
        </div>
      ) : null}
    </>
  );
}
