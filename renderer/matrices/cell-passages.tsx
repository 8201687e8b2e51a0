// The verbatims behind the open cell, those that the filters leave; a long list is shown in parts.
import { useState } from 'react';
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { NO_FILTER, factsOf, filteredQuotes, isFiltering } from './cell-filter.ts';
import type { QuoteFilter } from './cell-filter.ts';
import { CellFilters } from './cell-filters.tsx';
import type { OpenCell } from './cell-place.ts';
import { CellQuote } from './cell-quote.tsx';
import { citedQuote } from './citation.ts';
import type { ProjectFrame } from './frame.ts';

const SHOWN_AT_ONCE = 40;

interface CellPassagesProps extends OpenCell {
  frame: ProjectFrame;
  filter: QuoteFilter;
  onFilter: (filter: QuoteFilter) => void;
  categoryId: string | null;
  onCategory: (categoryId: string | null) => void;
  onInsert: (quote: MatrixQuote) => void;
}

export function CellPassages({ place, card, isReadOnly, frame, filter, onFilter, categoryId, onCategory, onInsert }: CellPassagesProps) {
  const words = useText(matrixCellsText);
  const { project } = useProject();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const facts = factsOf(card);
  const category = card.categories.find(({ id }) => id === categoryId)?.name ?? null;
  const quotes = filteredQuotes(card.quotes, filter, category, facts, card.units);
  const pinned = new Set(card.pinned.map(({ passageId }) => passageId));
  return (
    <section className="cell-part">
      <SectionTitle end={words.shown(quotes.length, card.quotes.length)}>{words.verbatims}</SectionTitle>
      {card.quotes.length === 0 ? <p className="quiet">{words.noQuotes}</p> : null}
      <CellFilters
        quotes={card.quotes}
        facts={facts}
        coders={frame.coders}
        categories={card.categories}
        units={card.units}
        filter={filter}
        onFilter={onFilter}
        categoryId={categoryId}
        onCategory={onCategory}
      />
      {isFiltering(filter) || category !== null ? (
        <div className="cell-filtered">
          {quotes.length === 0 ? <span className="quiet">{words.noneLeft}</span> : null}
          <Button size="small" variant="quiet" onPress={() => (onFilter(NO_FILTER), onCategory(null))}>
            {words.showAll}
          </Button>
        </div>
      ) : null}
      {quotes.length > 0 ? (
        <ol className="matrices-quotes">
          {quotes.slice(0, most).map((quote) => (
            <CellQuote
              key={quote.passageId}
              quote={quote}
              cited={citedQuote(quote, project?.language ?? 'fr')}
              entityKeys={place.entityKeys}
              frame={frame}
              facts={facts}
              isPinned={pinned.has(quote.passageId)}
              isReadOnly={isReadOnly}
              onInsert={() => onInsert(quote)}
            />
          ))}
        </ol>
      ) : null}
      {quotes.length > most ? (
        <Button size="small" onPress={() => setMost(most + SHOWN_AT_ONCE)}>
          {words.more(Math.min(SHOWN_AT_ONCE, quotes.length - most))}
        </Button>
      ) : null}
    </section>
  );
}
