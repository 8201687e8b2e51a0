// A verbatim of the open cell: what was said, where, by whom, who coded it, and what it does to the synthesis.
import { Pin, PinOff, Star, TextQuote } from 'lucide-react';
import { useRef } from 'react';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { MatrixQuote } from '../../shared/domain/matrix.ts';
import { STANCES } from '../../shared/domain/source.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { listed } from '../../shared/i18n/matrix-choices.ts';
import { actionAt } from '../frame/key-store.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import type { QuoteFacts } from './cell-filter.ts';
import { CellGrip } from './cell-grip.tsx';
import type { ProjectFrame } from './frame.ts';
import { useKeysIn } from './use-keys-in.ts';

interface CellQuoteProps {
  quote: MatrixQuote;
  /** As it is cited. */
  cited: string;
  entityKeys: readonly string[];
  frame: ProjectFrame;
  facts: QuoteFacts;
  isPinned: boolean;
  isReadOnly: boolean;
  onInsert: () => void;
}

export function CellQuote({ quote, cited, entityKeys, frame, facts, isPinned, isReadOnly, onInsert }: CellQuoteProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const keys = { cite: useKeysOf('cellCite'), pin: useKeysOf('cellPin') };
  const { passageId, sourceId, ref } = quote;
  const pin = () =>
    void (isPinned
      ? run('cell.unpin', { entityKeys: [...entityKeys], passageId })
      : run('cell.pin', { entityKeys: [...entityKeys], passageId, position: null }));
  const item = useRef<HTMLLIElement>(null);
  useKeysIn(item, (event) => {
    const action = isReadOnly ? null : actionAt(['cell'], event);
    if (action === 'cellCite') onInsert();
    else if (action === 'cellPin') pin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return (
    <li ref={item} className={classes('matrices-quote cell-quote', quote.stance && `matrices-quote-${quote.stance}`)}>
      <PlaceLink className="matrices-quote-text" place={{ screen: 'coding', sourceId, passageId }} title={words.openInReader(ref)}>
        {quote.text}
      </PlaceLink>
      <Who quote={quote} frame={frame} facts={facts} />
      {quote.categories.length > 0 ? <p className="matrices-quote-categories">{quote.categories.join(' · ')}</p> : null}
      {isReadOnly ? null : (
        <div className="matrices-quote-acts">
          <Segmented
            label={words.stanceLabel(ref)}
            className="matrices-stance"
            size="small"
            canBeNone
            options={STANCES.map((id) => ({ id, label: words.stances[id] }))}
            value={quote.stance}
            onChange={(stance) => void run('cell.setStance', { entityKeys: [...entityKeys], passageId, stance })}
          />
          <span className="cell-quote-acts">
            <CellGrip label={words.drag(ref)} passageId={passageId} words={cited} />
            <IconButton icon={TextQuote} label={words.insert(ref)} keys={keys.cite} size="small" onPress={onInsert} />
            <IconButton
              icon={isPinned ? PinOff : Pin}
              label={isPinned ? words.unpin(ref) : words.pin(ref)}
              keys={keys.pin}
              size="small"
              onPress={pin}
            />
          </span>
        </div>
      )}
    </li>
  );
}

function Who({ quote, frame, facts }: { quote: MatrixQuote; frame: ProjectFrame; facts: QuoteFacts }) {
  const words = useText(matrixCellsText);
  const { passageId } = quote;
  const coders = frame.coders.filter(({ id }) => quote.coderIds.includes(id as CoderId));
  const news = facts.added.has(passageId) ? words.isNew : facts.reworded.has(passageId) ? words.isReworded : null;
  const codedBy = words.codedBy(
    listed(
      words.language,
      coders.map(({ name }) => name),
    ),
  );
  return (
    <p className="matrices-quote-who">
      <span className="matrices-ref">{quote.ref}</span>
      {quote.speaker ? <span>{quote.speaker}</span> : null}
      {frame.corpus.cases
        .filter(({ name }) => quote.caseNames.includes(name))
        .map((each) => (
          <CaseChip key={each.id} name={each.name} position={each.position} />
        ))}
      <span title={codedBy}>{coders.map(({ initials }) => initials).join(', ')}</span>
      {facts.starred.has(passageId) ? <Star size={12} className="cell-star" aria-label={words.starred} role="img" /> : null}
      {facts.cited.has(passageId) ? <span className="cell-mark">{words.cited}</span> : null}
      {news === null ? null : <span className="cell-mark cell-mark-news">{news}</span>}
    </p>
  );
}
