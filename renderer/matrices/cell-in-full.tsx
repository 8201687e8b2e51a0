// A cell with nothing left out, for reading only: in the card beside it, and where a matrix is looked at as it once stood.
import { quoted } from '../../shared/domain/typography.ts';
import type { CellContent, MatrixCell } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { useText } from '../ui/language.tsx';
import { FoundChips, RatingChip, UnitChips, verbatimsOf } from './matrix-cell-view.tsx';
import type { RatingLevels } from './rating-levels.ts';

interface CellInFullProps {
  cell: MatrixCell;
  contents: readonly CellContent[];
  ratings: RatingLevels;
}

const NO_TINTS = new Map<string, never>();

export function CellInFull({ cell, contents, ratings }: CellInFullProps) {
  const words = useText(matricesText);
  const grid = useText(gridText);
  const balance = words.balance(cell.stance);
  const verbatims = verbatimsOf(cell, true, contents.includes('passages'));
  return (
    <div className="matrices-full">
      {cell.rating ? <RatingChip rating={cell.rating} level={ratings(cell.rating)} /> : null}
      {cell.categories.length > 0 ? (
        <p>
          <FoundChips cell={cell} limit={Number.POSITIVE_INFINITY} onlyCaseOf={() => null} />
        </p>
      ) : null}
      {cell.units.length > 0 ? <UnitChips cell={cell} cases={NO_TINTS} /> : null}
      {cell.synthesis ? <p className="matrices-full-prose">{cell.synthesis}</p> : null}
      {cell.synthesis !== null && cell.status ? <p className="quiet">{words.statuses[cell.status]}</p> : null}
      {cell.isOutdated ? <p className="matrices-warning">{grid.outdatedHint}</p> : null}
      {verbatims.map(({ key, text, ref }) => (
        <p key={key} className="matrices-full-prose matrices-preview-quote">
          {quoted(text, words.language)} <span className="matrices-ref">{ref}</span>
        </p>
      ))}
      {cell.remark ? <p className="matrices-remark">{cell.remark}</p> : null}
      {balance ? <p className="quiet">{balance}</p> : null}
    </div>
  );
}
