// The verbatims of the open cell: what was said, where, by whom, who coded it, and what it does to the synthesis.
import { TextQuote } from 'lucide-react';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import { STANCES } from '../../shared/domain/source.ts';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { placeToHash, useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { CaseChip } from '../ui/case-chip.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import { citedQuote } from './citation.ts';
import type { ProjectFrame } from './frame.ts';

interface CellQuotesProps {
  quotes: readonly MatrixQuote[];
  entityKeys: readonly string[];
  frame: ProjectFrame;
  isLoading: boolean;
  onInsert: (citation: string) => void;
}

export function CellQuotes({ quotes, entityKeys, frame, isLoading, onInsert }: CellQuotesProps) {
  const words = useText(matricesText);
  if (quotes.length === 0) return isLoading ? null : <p className="quiet">{words.noQuotes}</p>;
  return (
    <ol className="matrices-quotes">
      {quotes.map((quote) => (
        <Quote key={quote.passageId} quote={quote} entityKeys={entityKeys} frame={frame} onInsert={onInsert} />
      ))}
    </ol>
  );
}

interface QuoteProps {
  quote: MatrixQuote;
  entityKeys: readonly string[];
  frame: ProjectFrame;
  onInsert: (citation: string) => void;
}

function Quote({ quote, entityKeys, frame, onInsert }: QuoteProps) {
  const words = useText(matricesText);
  const { go } = useNavigation();
  const { project } = useProject();
  const run = useRun();
  const place = { screen: 'coding', sourceId: quote.sourceId, passageId: quote.passageId } as const;
  const coders = frame.coders.filter(({ id }) => quote.coderIds.includes(id as CoderId));
  return (
    <li className={classes('matrices-quote', quote.stance && `matrices-quote-${quote.stance}`)}>
      <a
        className="matrices-quote-text"
        href={placeToHash(place)}
        title={words.openInReader(quote.ref)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(place);
        }}
      >
        {quote.text}
      </a>
      <p className="matrices-quote-who">
        <span className="matrices-ref">{quote.ref}</span>
        {quote.speaker ? <span>{quote.speaker}</span> : null}
        {frame.corpus.cases
          .filter(({ name }) => quote.caseNames.includes(name))
          .map((each) => (
            <CaseChip key={each.id} name={each.name} position={each.position} />
          ))}
        <span title={words.codedBy(coders.map(({ name }) => name))}>{coders.map(({ initials }) => initials).join(', ')}</span>
      </p>
      {quote.categories.length > 0 ? <p className="matrices-quote-categories">{quote.categories.join(' · ')}</p> : null}
      <div className="matrices-quote-acts">
        <Segmented
          label={words.stanceLabel(quote.ref)}
          className="matrices-stance"
          size="small"
          canBeNone
          options={STANCES.map((id) => ({ id, label: words.stances[id] }))}
          value={quote.stance}
          onChange={(stance) => void run('cell.setStance', { entityKeys: [...entityKeys], passageId: quote.passageId, stance })}
        />
        <IconButton icon={TextQuote} label={words.insert} size="small" onPress={() => onInsert(citedQuote(quote, project?.language ?? 'fr'))} />
      </div>
    </li>
  );
}
