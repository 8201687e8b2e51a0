// What of the cell's verbatims is shown: a search, and what is asked of them, each a chip that is pressed or not.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { CellUnit, FoundCategory, MatrixQuote } from '../../shared/domain/matrix.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useText } from '../ui/language.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { QUOTE_MARKS } from './cell-filter.ts';
import type { QuoteFacts, QuoteFilter, QuoteMark } from './cell-filter.ts';

interface CellFiltersProps {
  quotes: readonly MatrixQuote[];
  facts: QuoteFacts;
  coders: readonly Coder[];
  categories: readonly FoundCategory[];
  units: readonly CellUnit[];
  filter: QuoteFilter;
  onFilter: (filter: QuoteFilter) => void;
  categoryId: string | null;
  /** null: of all categories again. */
  onCategory: (categoryId: string | null) => void;
}

/** One verbatim needs no search. */
const FEW = 2;

export function CellFilters({ quotes, facts, coders, categories, units, filter, onFilter, categoryId, onCategory }: CellFiltersProps) {
  const words = useText(matrixCellsText);
  const labels: Readonly<Record<QuoteMark, string>> = {
    starred: `★ ${words.starredOnly}`,
    uncited: words.uncitedOnly,
    added: words.addedOnly,
    reworded: words.rewordedOnly,
  };
  const uncited = quotes.filter(({ passageId }) => !facts.cited.has(passageId)).length;
  const counts: Readonly<Record<QuoteMark, number>> = {
    starred: facts.starred.size,
    uncited: uncited === quotes.length ? 0 : uncited,
    added: facts.added.size,
    reworded: facts.reworded.size,
  };
  const marks = QUOTE_MARKS.filter((mark) => counts[mark] > 0 || filter.marks.has(mark));
  const present = coders.filter(({ id }) => quotes.some(({ coderIds }) => coderIds.includes(id as CoderId)));
  return (
    <div className="cell-filters">
      {quotes.length >= FEW ? (
        <SearchField label={words.search} value={filter.search} onChange={(search) => onFilter({ ...filter, search })} />
      ) : null}
      {marks.length > 0 ? (
        <ToggleButtonGroup
          aria-label={words.filters}
          className="cell-chips"
          selectionMode="multiple"
          selectedKeys={[...filter.marks]}
          onSelectionChange={(keys) => onFilter({ ...filter, marks: new Set(QUOTE_MARKS.filter((mark) => keys.has(mark))) })}
        >
          {marks.map((mark) => (
            <FilterChip key={mark} id={mark} count={counts[mark]}>
              {labels[mark]}
            </FilterChip>
          ))}
        </ToggleButtonGroup>
      ) : null}
      {present.length > 1 ? (
        <OneOf label={words.filters} chosen={filter.coderId} onChoose={(coderId) => onFilter({ ...filter, coderId })}>
          {present.map(({ id, name }) => (
            <FilterChip key={id} id={id} count={quotes.filter(({ coderIds }) => coderIds.includes(id as CoderId)).length}>
              {words.coder(name)}
            </FilterChip>
          ))}
        </OneOf>
      ) : null}
      {units.length > 0 ? (
        <OneOf label={words.unitsFound} chosen={filter.unitKey} onChoose={(unitKey) => onFilter({ ...filter, unitKey })}>
          {units.map(({ key, label, passageIds }) => (
            <FilterChip key={key} id={key} count={passageIds.length}>
              {label}
            </FilterChip>
          ))}
        </OneOf>
      ) : null}
      {categories.length > 0 ? (
        <OneOf label={words.categoriesFound} chosen={categoryId} onChoose={onCategory}>
          {categories.map(({ id, name, color, passages }) => (
            <FilterChip key={id} id={id} count={passages} color={color}>
              {name}
            </FilterChip>
          ))}
        </OneOf>
      ) : null}
    </div>
  );
}

function OneOf({
  label,
  chosen,
  onChoose,
  children,
}: {
  label: string;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  children: ReactNode;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="cell-chips"
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0] ?? null)}
    >
      {children}
    </ToggleButtonGroup>
  );
}

function FilterChip({ id, count, color, children }: { id: string; count: number; color?: string; children: ReactNode }) {
  const words = useText(matrixCellsText);
  return (
    <ToggleButton id={id} className="chip cell-chip">
      {color === undefined ? null : <Swatch color={color} size={8} />}
      <span className="chip-text">{children}</span>
      <span className="number quiet">{words.number(count)}</span>
    </ToggleButton>
  );
}
