// What the cases of a matrix share, what only one of them has, where they stand against each other: the cases to compare, then the comparison.
import { useMemo, useState } from 'react';
import { withCasesInColumns, withRowsAsFindings } from '../../shared/domain/case-columns.ts';
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { gridText } from '../../shared/i18n/matrix-grid.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { COMPARED, comparisonOf } from './compare-contrast.ts';
import type { Compared } from './compare-contrast.ts';
import { ComparisonGrid } from './comparison-grid.tsx';
import type { CellLinks } from './found-list.tsx';
import { EntityName } from './header-name.tsx';
import type { RatingLevels } from './rating-levels.ts';

interface CompareViewProps {
  links: CellLinks;
  ratings: RatingLevels;
  /** Keys of the compared cases; null: all. */
  compared: readonly string[] | null;
  onCompare: (keys: readonly string[] | null) => void;
}

export function CompareView({ links, ratings, compared, onCompare }: CompareViewProps) {
  const grid = useText(gridText);
  const [what, setWhat] = useState<Compared>('all');
  const words = useText(matricesText);
  const { table, cases } = links;
  const shown = useMemo(() => {
    const turned = withCasesInColumns(table);
    return turned && { ...turned, table: withRowsAsFindings(turned.table) };
  }, [table]);
  const all = shown ? comparableCases(shown.table) : [];
  const chosen = all.map(({ key }) => key).filter((key) => compared === null || compared.includes(key));
  const comparison = shown && chosen.length > 1 ? compareCases(shown.table, chosen) : null;
  const visible = comparison && comparisonOf(comparison, what);
  const choose = (key: string, isOn: boolean) => {
    const next = all.map((entity) => entity.key).filter((each) => (each === key ? isOn : chosen.includes(each)));
    onCompare(next.length === all.length ? null : next);
  };

  return (
    <div className="matrices-compare">
      <div className="matrices-compare-bar">
        <div className="matrices-compare-cases" role="group" aria-labelledby="matrices-compare-label">
          <span id="matrices-compare-label" className="quiet">
            {words.compareChoose}
          </span>
          {all.map((entity) => (
            <Checkbox key={entity.key} isSelected={chosen.includes(entity.key)} onChange={(isOn) => choose(entity.key, isOn)}>
              <EntityName entity={entity} label={entity.label} cases={cases} />
            </Checkbox>
          ))}
        </div>
        <Segmented
          label={grid.compareShow}
          size="small"
          options={COMPARED.map((id) => ({ id, label: grid.compareKinds[id] }))}
          value={what}
          onChange={(next) => next && setWhat(next)}
        />
        {shown?.isTransposed ? <span className="quiet">{words.compareTransposed}</span> : null}
      </div>
      {visible === null ? (
        <p className="matrices-note">{all.length < 2 ? words.compareOneCase : words.compareFew}</p>
      ) : visible.rows.length === 0 ? (
        <p className="matrices-note">{grid.compareNone[what]}</p>
      ) : (
        <ComparisonGrid key={what} comparison={visible} rowAxes={shown?.table.rowAxes ?? []} links={links} ratings={ratings} />
      )}
    </div>
  );
}
