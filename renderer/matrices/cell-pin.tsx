// One pinned verbatim: moved, cut, cited, let go of.
import { PinOff, Scissors, TextQuote } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PinnedQuote, QuoteCut } from '../../shared/domain/cell.ts';
import { withCut, withoutCut } from '../../shared/domain/quote-cuts.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { actionAt } from '../frame/key-store.ts';
import { useKeysOf } from '../frame/use-keymap.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { CellGrip } from './cell-grip.tsx';
import { CellPinnedText } from './cell-pinned-text.tsx';
import { isTypingIn } from './cell-place.ts';
import { useKeysIn } from './use-keys-in.ts';

interface CellPinProps {
  quote: PinnedQuote;
  /** As it is cited. */
  cited: string;
  isReadOnly: boolean;
  className: string | undefined;
  onMove: (by: -1 | 1) => void;
  onCuts: (cuts: readonly QuoteCut[]) => void;
  onInsert: () => void;
  onUnpin: () => void;
}

export function CellPin({ quote, cited, isReadOnly, className, onMove, onCuts, onInsert, onUnpin }: CellPinProps) {
  const words = useText(matrixCellsText);
  const [selected, setSelected] = useState<QuoteCut | null>(null);
  const { ref, cuts, text, passageId } = quote;
  const keys = { cite: useKeysOf('cellCite'), unpin: useKeysOf('cellPin') };
  const cut = (stretch: QuoteCut | null) => {
    if (stretch && !isReadOnly) onCuts(withCut(text, cuts, stretch));
    setSelected(null);
  };
  const item = useRef<HTMLLIElement>(null);
  useKeysIn(item, (event) => {
    const action = isReadOnly ? null : actionAt(['cell'], event, { isTyping: isTypingIn(event.target) });
    if (action === 'cellPinUp') onMove(-1);
    else if (action === 'cellPinDown') onMove(1);
    else if (action === 'cellCite') onInsert();
    else if (action === 'cellPin') onUnpin();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return (
    <li ref={item} className={classes('cell-pin', className)} data-pin={passageId}>
      <div className="cell-pin-head">
        {isReadOnly ? null : <CellGrip label={words.move(ref)} keys={words.moveKeys} passageId={passageId} words={cited} />}
        <SourceLink quote={quote} />
        {isReadOnly ? null : (
          <span className="cell-pin-acts">
            {/* the words stay selected while the button is pressed */}
            <IconButton
              icon={Scissors}
              size="small"
              label={words.leaveOut}
              isDisabled={selected === null}
              preventFocusOnPress
              onPress={() => cut(selected)}
            />
            <IconButton icon={TextQuote} size="small" label={words.insert(ref)} keys={keys.cite} onPress={onInsert} />
            <IconButton icon={PinOff} size="small" label={words.unpin(ref)} keys={keys.unpin} onPress={onUnpin} />
          </span>
        )}
      </div>
      <CellPinnedText
        key={JSON.stringify(cuts)}
        quote={quote}
        onSelect={setSelected}
        onCut={cut}
        onPutBack={(start) => !isReadOnly && onCuts(withoutCut(cuts, start))}
      />
      {cuts.length > 0 && !isReadOnly ? <CutsMenu quote={quote} onCuts={onCuts} /> : null}
    </li>
  );
}

function SourceLink({ quote: { ref, speaker, sourceId, passageId } }: { quote: PinnedQuote }) {
  const words = useText(matrixCellsText);
  return (
    <PlaceLink className="matrices-ref cell-pin-ref" place={{ screen: 'coding', sourceId, passageId }} title={words.openInReader(ref)}>
      {[ref, speaker].filter(Boolean).join(' · ')}
    </PlaceLink>
  );
}

/** What was left out, each to be put back. */
function CutsMenu({ quote: { cuts, text }, onCuts }: Pick<CellPinProps, 'quote' | 'onCuts'>) {
  const words = useText(matrixCellsText);
  return (
    <MenuButton label={words.cuts(cuts.length)} size="small" variant="quiet">
      {cuts.map(([start, end]) => (
        <MenuItem key={start} label={words.putBack(shortened(text.slice(start, end)))} onAction={() => onCuts(withoutCut(cuts, start))} />
      ))}
      <MenuSeparator />
      <MenuItem label={words.putBackAll} onAction={() => onCuts([])} />
    </MenuButton>
  );
}

const SHOWN = 60;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN).trimEnd()}…` : line;
}
