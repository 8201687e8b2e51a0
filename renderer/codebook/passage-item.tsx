// One passage in the list: the words, where they stand, who spoke and who coded; a click opens the reader there.
import type { Case, Coder } from '../../shared/domain/corpus.ts';
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { useText } from '../ui/language.tsx';
import { PlaceLink } from '../ui/place-link.tsx';

interface PassageItemProps {
  quote: MatrixQuote;
  cases: readonly Case[];
  coders: readonly Coder[];
}

export function PassageItem({ quote, cases, coders }: PassageItemProps) {
  const words = useText(codebookText);
  const who = coders.filter(({ id }) => quote.coderIds.includes(id));
  return (
    <li>
      <PlaceLink
        className="codebook-quote"
        place={{ screen: 'coding', sourceId: quote.sourceId, passageId: quote.passageId }}
        title={words.openInReader(quote.ref)}
      >
        {quote.text.trim()}
      </PlaceLink>
      <p className="codebook-quote-who">
        <span className="codebook-quote-ref">{quote.ref}</span>
        {quote.speaker ? <span>{quote.speaker}</span> : null}
        {cases
          .filter(({ name }) => quote.caseNames.includes(name))
          .map((each) => (
            <CaseChip key={each.id} name={each.name} position={each.position} />
          ))}
        <span title={words.codedBy(who.map(({ name }) => name))}>{who.map(({ initials }) => initials).join(', ')}</span>
      </p>
      {quote.categories.length > 0 ? <p className="codebook-quote-below">{[...new Set(quote.categories)].join(' · ')}</p> : null}
    </li>
  );
}
