// The words of a pinned verbatim: a caret walks in them and selects what is left out; what was left out shows as […] and comes back on a press.
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { PinnedQuote, QuoteCut } from '../../shared/domain/cell.ts';
import { quoteParts, wordsAround } from '../../shared/domain/quote-cuts.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useText } from '../ui/language.tsx';

interface CellPinnedTextProps {
  quote: PinnedQuote;
  /** The words selected, whole; null where none are. */
  onSelect: (stretch: QuoteCut | null) => void;
  onCut: (stretch: QuoteCut) => void;
  /** By where it begins. */
  onPutBack: (start: number) => void;
}

export function CellPinnedText({ quote, onSelect, onCut, onPutBack }: CellPinnedTextProps) {
  const words = useText(matrixCellsText);
  const root = useRef<HTMLDivElement>(null);
  useNothingTyped(root);
  useSelectedWords(root, quote.text, onSelect);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    // told of by the page only after the keys that follow
    const stretch = root.current && selectedIn(root.current, quote.text);
    if (stretch) onCut(stretch);
  };
  return (
    <div
      ref={root}
      role="textbox"
      aria-readonly
      aria-multiline
      aria-label={words.pinnedText(quote.ref)}
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      className="cell-pinned-text"
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const cut = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cut]') : null;
        if (cut) onPutBack(Number(cut.dataset['cut']));
      }}
    >
      {quoteParts(quote.text, quote.cuts).map(({ kind, start, text }) =>
        kind === 'kept' ? (
          <span key={start} data-from={start} data-to={start + text.length}>
            {text}
          </span>
        ) : (
          <span
            key={start}
            data-from={start}
            data-to={start + text.length}
            data-cut={start}
            contentEditable={false}
            className="cell-cut"
            title={words.putBack(text)}
          >
            {words.cutMark}
          </span>
        ),
      )}
    </div>
  );
}

/** Where a point of the page is in the verbatim; `isEnd`: of what was left out, its end. */
function offsetOf(root: HTMLElement, node: Node, offset: number, isEnd: boolean): number {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const part = element?.closest<HTMLElement>('[data-from]');
  if (!part) {
    const beside = root.children[Math.min(offset, root.children.length - 1)];
    if (!(beside instanceof HTMLElement)) return 0;
    return Number(offset >= root.children.length ? beside.dataset['to'] : beside.dataset['from']);
  }
  const [from, to] = [Number(part.dataset['from']), Number(part.dataset['to'])];
  if (part.dataset['cut'] !== undefined) return isEnd ? to : from;
  return node instanceof Text ? from + offset : offset === 0 ? from : to;
}

/** The words selected, whole; null where none are, or others than this verbatim's too. */
function selectedIn(root: HTMLElement, text: string): QuoteCut | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = offsetOf(root, range.startContainer, range.startOffset, false);
  return wordsAround(text, start, offsetOf(root, range.endContainer, range.endOffset, true));
}

function useSelectedWords(root: RefObject<HTMLDivElement | null>, text: string, onSelect: (stretch: QuoteCut | null) => void): void {
  const latest = useRef({ text, onSelect });
  latest.current = { text, onSelect };
  useEffect(() => {
    const onSelection = () => {
      if (root.current) latest.current.onSelect(selectedIn(root.current, latest.current.text));
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [root]);
}

/** A native caret without a way to write. */
function useNothingTyped(root: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = root.current;
    const prevent = (event: Event) => event.preventDefault();
    const leave = () => element?.blur();
    element?.addEventListener('beforeinput', prevent);
    element?.addEventListener('compositionstart', leave);
    return () => {
      element?.removeEventListener('beforeinput', prevent);
      element?.removeEventListener('compositionstart', leave);
    };
  }, [root]);
}
