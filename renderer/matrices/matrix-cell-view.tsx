// One cell of the table: its number, the categories found, the beginning of its synthesis, its balance.
import type { CellContent, FoundCategory, MatrixCell } from '../../shared/domain/matrix.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { caseHue } from '../ui/case-chip.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import type { CaseTint } from './header-name.tsx';
import { StanceBar } from './stance-bar.tsx';

interface CellViewProps {
  cell: MatrixCell;
  contents: readonly CellContent[];
  /** Categories shown before « +n ». */
  chipLimit: number;
  /** The case that alone has the category, or null. */
  onlyCaseOf: (cellKey: string, categoryId: string) => CaseTint | null;
  /** The cell's address, for the link that its number is. */
  href: string;
}

const QUOTES_SHOWN = 2;

export function MatrixCellView({ cell, contents, chipLimit, onlyCaseOf, href }: CellViewProps) {
  const words = useText(matricesText);
  const shows = (content: CellContent) => contents.includes(content);
  if (cell.passages === 0 && !cell.synthesis) return <span className="matrices-empty">{words.empty}</span>;
  const shown = cell.categories.slice(0, chipLimit);
  const hidden = cell.categories.slice(chipLimit);
  return (
    <>
      {shows('counts') ? (
        <a className="matrices-count number" href={href} tabIndex={-1} title={words.passages(cell.passages)}>
          {words.number(cell.passages)}
        </a>
      ) : null}
      {shows('categories')
        ? shown.map((category, at) => (
            <FoundChip
              key={category.id}
              category={category}
              only={onlyCaseOf(cell.key, category.id)}
              className={shown.length === 1 ? 'matrices-chip-alone' : hidden.length > 0 && at === shown.length - 1 ? 'matrices-chip-last' : ''}
            />
          ))
        : null}
      {shows('categories') && hidden.length > 0 ? (
        <span className="matrices-more" title={words.moreLabel(hidden.map(({ name }) => name))}>
          {words.more(hidden.length)}
        </span>
      ) : null}
      {shows('synthesis') && cell.synthesis ? (
        <span className="matrices-preview" title={cell.synthesis}>
          {cell.synthesis}
        </span>
      ) : null}
      {shows('passages')
        ? cell.quotes.slice(0, QUOTES_SHOWN).map((quote) => (
            <span key={quote.passageId} className="matrices-preview matrices-preview-quote" title={`${quote.text} (${quote.ref})`}>
              {quote.text} <span className="matrices-ref">{quote.ref}</span>
            </span>
          ))
        : null}
      <StanceBar balance={cell.stance} />
    </>
  );
}

function FoundChip({ category, only, className }: { category: FoundCategory; only: CaseTint | null; className: string }) {
  const words = useText(matricesText);
  const title = only ? words.chipOnly(category.name, category.passages, only.name) : words.chipTitle(category.name, category.passages);
  return (
    <span className={classes('matrices-chip', className, only && `chip-case-${caseHue(only.position)}`)} title={title} data-category={category.id}>
      {category.name}
    </span>
  );
}
