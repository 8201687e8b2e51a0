// What the cases of a matrix share and what only one of them has: the cases to compare, then the comparison.
import { useMemo } from 'react';
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useText } from '../ui/language.tsx';
import { ComparisonGrid } from './comparison-grid.tsx';
import type { CellLinks } from './found-list.tsx';
import { EntityName } from './header-name.tsx';
import { withCasesInColumns, withRowsAsFindings } from './table-cases.ts';

interface CompareViewProps {
  links: CellLinks;
  /** Keys of the compared cases; null: all. */
  compared: readonly string[] | null;
  onCompare: (keys: readonly string[] | null) => void;
}

export function CompareView({ links, compared, onCompare }: CompareViewProps) {
  const words = useText(matricesText);
  const { table, cases } = links;
  const shown = useMemo(() => {
    const turned = withCasesInColumns(table);
    return turned && { ...turned, table: withRowsAsFindings(turned.table) };
  }, [table]);
  const all = shown ? comparableCases(shown.table) : [];
  const chosen = all.map(({ key }) => key).filter((key) => compared === null || compared.includes(key));
  const comparison = shown && chosen.length > 1 ? compareCases(shown.table, chosen) : null;
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
        {shown?.isTransposed ? <span className="quiet">{words.compareTransposed}</span> : null}
      </div>
      {comparison ? (
        <ComparisonGrid comparison={comparison} rowAxes={shown?.table.rowAxes ?? []} links={links} />
      ) : (
        <p className="matrices-note">{all.length < 2 ? words.compareOneCase : words.compareFew}</p>
      )}
    </div>
  );
}
