// The synthesis written in the table itself: the same editor, kept the same way; Tab goes on to the next cell, Escape back to the table.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import './cell-panel.css';
import type { CellPlace } from './cell-place.ts';
import { CellText } from './cell-text.tsx';
import { useKeysIn } from './use-keys-in.ts';

interface CellInPlaceProps {
  /** The crossing's key. */
  cellKey: string;
  place: CellPlace;
  /** Writing is over. 1: on to the next cell, −1: to the one before, 0: back to this one; null: the focus has gone elsewhere. */
  onEnd: (step: -1 | 0 | 1 | null) => void;
}

/** To be keyed by the cell. It covers its cell and grows over the rows below. */
export function CellInPlace({ cellKey, place, onEnd }: CellInPlaceProps) {
  const words = useText(matrixCellsText);
  const { project } = useProject();
  const { definition, rowKey, columnKey } = place;
  const { data: card } = useQuery('matrix.cell', { definition, rowKey, columnKey });
  const field = useRef<HTMLDivElement>(null);
  const isThere = card?.key === cellKey;
  const isReadOnly = project?.isReadOnly === true;
  const typed = useRef('');
  const left = useLeaving(isThere, typed, onEnd);
  useKeysIn(field, (event) => {
    const isInTools = event.target instanceof HTMLElement && event.target.closest('[role="toolbar"]') !== null;
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || isInTools) return;
    event.preventDefault();
    left(event.shiftKey ? -1 : 1);
  });
  useFocusGone(field, () => onEnd(null));
  useEffect(() => {
    if (isThere) field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isThere]);
  return (
    <div ref={field} className="cell-in-place">
      {isThere ? (
        <CellText place={place} card={card} isReadOnly={isReadOnly} takesFocus firstWords={typed.current} onLeave={() => onEnd(0)} />
      ) : isReadOnly ? null : (
        <FirstWords label={words.synthesisLabel(place.title)} onTyped={(text) => (typed.current = text)} onLeave={() => left(0)} />
      )}
      <span className="cell-in-place-keys" aria-hidden>
        {words.inPlaceKeys}
      </span>
    </div>
  );
}

/** Whoever leaves with words typed before the text was there leaves as soon as they are in it. */
function useLeaving(isThere: boolean, typed: RefObject<string>, onEnd: CellInPlaceProps['onEnd']): (step: -1 | 0 | 1) => void {
  const waiting = useRef<-1 | 0 | 1 | null>(null);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    const step = waiting.current;
    if (!isThere || step === null) return undefined;
    const timer = setTimeout(() => latest.current(step));
    return () => clearTimeout(timer);
  }, [isThere]);
  return (step) => {
    if (isThere || typed.current === '') onEnd(step);
    else waiting.current = step;
  };
}

/** Takes what is typed before the cell's text has come from the core: a field, so that accents and other methods of writing work in it as anywhere. */
function FirstWords({ label, onTyped, onLeave }: { label: string; onTyped: (text: string) => void; onLeave: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <textarea
      ref={field}
      className="cell-in-place-first"
      aria-label={label}
      onChange={(event) => onTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    />
  );
}

function useFocusGone(field: RefObject<HTMLElement | null>, onGone: () => void): void {
  const latest = useRef(onGone);
  latest.current = onGone;
  useEffect(() => {
    const element = field.current;
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      // a menu or a picker of the editor's own stands elsewhere in the page
      const isOwn = relatedTarget instanceof Element && (element?.contains(relatedTarget) === true || relatedTarget.closest('.popover') !== null);
      if (relatedTarget instanceof Element && !isOwn) latest.current();
    };
    element?.addEventListener('focusout', onFocusOut);
    return () => element?.removeEventListener('focusout', onFocusOut);
  }, [field]);
}
