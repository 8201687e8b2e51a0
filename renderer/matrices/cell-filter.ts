// Which of a cell's verbatims are shown: by who coded them, what they do, what they are about, whether they were used, by their words.
import { folded } from '../../shared/domain/category.ts';
import type { CellCard } from '../../shared/domain/cell-card.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { CellUnit, MatrixQuote } from '../../shared/domain/matrix.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { linksOf } from '../../shared/domain/written-text.ts';

export const QUOTE_MARKS = ['starred', 'uncited', 'added', 'reworded'] as const;
/** What is asked of a verbatim beside its words. */
export type QuoteMark = (typeof QUOTE_MARKS)[number];

export interface QuoteFilter {
  readonly search: string;
  readonly stance: Stance | null;
  readonly coderId: string | null;
  /** Only what is theirs who stand in the cell under this key. */
  readonly unitKey: string | null;
  readonly marks: ReadonlySet<QuoteMark>;
}

export const NO_FILTER: QuoteFilter = { search: '', stance: null, coderId: null, unitKey: null, marks: new Set() };

/** What is known of the cell's passages, by their ids. */
export interface QuoteFacts {
  readonly starred: ReadonlySet<PassageId>;
  /** Quoted in the synthesis, or pinned. */
  readonly cited: ReadonlySet<PassageId>;
  readonly added: ReadonlySet<PassageId>;
  readonly reworded: ReadonlySet<PassageId>;
}

export function factsOf(card: Pick<CellCard, 'document' | 'starred' | 'pinned' | 'changes'>): QuoteFacts {
  const linked = card.document ? linksOf(card.document).flatMap(({ kind, id }) => (kind === 'passage' ? [id as PassageId] : [])) : [];
  return {
    starred: new Set(card.starred),
    cited: new Set([...linked, ...card.pinned.map(({ passageId }) => passageId)]),
    added: new Set(card.changes?.added),
    reworded: new Set(card.changes?.reworded),
  };
}

function hasMark(mark: QuoteMark, id: PassageId, facts: QuoteFacts): boolean {
  return mark === 'uncited' ? !facts.cited.has(id) : facts[mark].has(id);
}

/** New and reworded add to each other; all else narrows. */
function hasMarks(marks: ReadonlySet<QuoteMark>, id: PassageId, facts: QuoteFacts): boolean {
  const news = [...marks].filter((mark) => mark === 'added' || mark === 'reworded');
  const others = [...marks].filter((mark) => mark === 'starred' || mark === 'uncited');
  return others.every((mark) => hasMark(mark, id, facts)) && (news.length === 0 || news.some((mark) => hasMark(mark, id, facts)));
}

/** `category`: the name of one found in the cell. Accents and case make no difference to the words looked for, which must all be there. */
export function filteredQuotes(
  quotes: readonly MatrixQuote[],
  filter: QuoteFilter,
  category: string | null,
  facts: QuoteFacts,
  units: readonly CellUnit[] = [],
): readonly MatrixQuote[] {
  const words = folded(filter.search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const unit = units.find(({ key }) => key === filter.unitKey);
  const own = unit && new Set(unit.passageIds);
  return quotes.filter((quote) => {
    if (own && !own.has(quote.passageId)) return false;
    if (category !== null && !quote.categories.includes(category)) return false;
    if (filter.stance !== null && quote.stance !== filter.stance) return false;
    if (filter.coderId !== null && !quote.coderIds.some((id) => id === filter.coderId)) return false;
    if (!hasMarks(filter.marks, quote.passageId, facts)) return false;
    if (words.length === 0) return true;
    const said = folded(`${quote.ref} ${quote.source} ${quote.speaker ?? ''} ${quote.text}`);
    return words.every((word) => said.includes(word));
  });
}

export function isFiltering({ search, stance, coderId, unitKey, marks }: QuoteFilter): boolean {
  return search.trim() !== '' || stance !== null || coderId !== null || unitKey !== null || marks.size > 0;
}

export function withMark(filter: QuoteFilter, mark: QuoteMark): QuoteFilter {
  return { ...filter, marks: new Set([...filter.marks, mark]) };
}
