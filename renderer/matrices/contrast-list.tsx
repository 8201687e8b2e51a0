// How each case stands at a crossing where they contrast: its rating, which way its passages lean; each leads to its cell.
import type { CaseComparison, ComparedCell } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { isContrast, leaningOf } from './compare-contrast.ts';
import { FoundLink, NothingCompared } from './found-list.tsx';
import type { CellLinks } from './found-list.tsx';
import { hueOf } from './header-name.tsx';
import { RatingChip } from './matrix-cell-view.tsx';
import type { RatingLevels } from './rating-levels.ts';
import { StanceBar } from './stance-bar.tsx';
import { findCellByKey } from './table-cells.ts';

interface ContrastListProps {
  compared: ComparedCell;
  comparison: CaseComparison;
  links: CellLinks;
  ratings: RatingLevels;
}

export function ContrastList({ compared, comparison, links, ratings }: ContrastListProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  if (!isContrast(compared)) return <NothingCompared />;
  return (
    <ul className="matrices-compared-list">
      {comparison.cases.map((entity, at) => {
        const cell = compared.cells[at];
        const here = cell && findCellByKey(links.table, cell.key);
        if (!cell || !here) return null;
        const leaning = leaningOf(cell.stance);
        const said = [cell.rating ? grid.ratedAs(cell.rating.label) : '', words.balance(cell.stance)].filter(Boolean).join(', ');
        return (
          <li key={entity.key} className="matrices-contrast">
            <FoundLink
              choice={{ rowKey: here.rowHeader.key, columnKey: here.columnHeader.key }}
              className={`matrices-case-${hueOf(entity, links.cases)}`}
              label={`${entity.label}, ${said}`}
              links={links}
            >
              {entity.label}
            </FoundLink>
            {cell.rating ? <RatingChip rating={cell.rating} level={ratings(cell.rating)} /> : null}
            {leaning ? <span className="quiet">{grid.stanceOf[leaning]}</span> : null}
            <StanceBar balance={cell.stance} />
          </li>
        );
      })}
    </ul>
  );
}
