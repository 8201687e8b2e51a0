// The verbatims chosen for the open cell, in their order: what a table that is printed shows of it.
import { useRef, useState } from 'react';
import type { DragEvent, RefObject } from 'react';
import type { PinnedQuote } from '../../shared/domain/cell.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import { matrixCellsText } from '../../shared/i18n/matrix-cells.ts';
import { useProject } from '../project.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useRun } from '../ui/use-run.ts';
import { CellPin } from './cell-pin.tsx';
import { gapAt, holdsPin, pinOfDrop, placeAfterStep, placeInGap } from './cell-pins.ts';
import type { OpenCell } from './cell-place.ts';
import { citedQuote } from './citation.ts';

interface CellPinnedProps extends OpenCell {
  onInsert: (quote: PinnedQuote) => void;
}

export function CellPinned({ place, card, isReadOnly, onInsert }: CellPinnedProps) {
  const words = useText(matrixCellsText);
  const run = useRun();
  const { project } = useProject();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const { pinned } = card;
  const ids = pinned.map(({ passageId }) => passageId as string);
  const entityKeys = [...place.entityKeys];

  const moveTo = async (passageId: PassageId, position: number | null) => {
    if (position === null) return;
    const isDone = (await run('cell.pin', { entityKeys, passageId, position })) !== undefined;
    const ref = pinned.find((pin) => pin.passageId === passageId)?.ref;
    if (isDone && ref !== undefined) setSaid(words.moved(ref, position + 1, pinned.length));
  };
  const { gap, dragging } = usePinDrop(list, isReadOnly, (passageId, at) => void moveTo(passageId, placeInGap(ids, passageId, at)));
  return (
    <section className="cell-part" {...dragging}>
      <SectionTitle end={pinned.length > 0 ? words.number(pinned.length) : undefined}>{words.pinned}</SectionTitle>
      {pinned.length === 0 ? (
        <p className={classes('cell-pinned-none', gap !== null && 'cell-pinned-over')}>{words.dropHere}</p>
      ) : (
        <>
          <p className="cell-hint">{words.leaveOutHint}</p>
          <ol ref={list} className={classes('cell-pinned', gap === pinned.length && 'cell-pinned-last')} aria-label={words.pinnedHint}>
            {pinned.map((quote, at) => (
              <CellPin
                key={quote.passageId}
                quote={quote}
                className={gap === at ? 'cell-pin-before' : undefined}
                cited={citedQuote(quote, project?.language ?? 'fr')}
                isReadOnly={isReadOnly}
                onMove={(by) => void moveTo(quote.passageId, placeAfterStep(ids, quote.passageId, by))}
                onCuts={(cuts) =>
                  void run('cell.cut', { entityKeys, passageId: quote.passageId, cuts: cuts.map(([start, end]): [number, number] => [start, end]) })
                }
                onInsert={() => onInsert(quote)}
                onUnpin={() => void run('cell.unpin', { entityKeys, passageId: quote.passageId })}
              />
            ))}
          </ol>
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

/** Verbatims dragged over the list, from below or from within it: the gap that they would go into. */
function usePinDrop(list: RefObject<HTMLElement | null>, isReadOnly: boolean, onPin: (passageId: PassageId, gap: number) => void) {
  const [gap, setGap] = useState<number | null>(null);
  const gapUnder = ({ clientY }: DragEvent): number =>
    gapAt(
      clientY,
      [...(list.current?.querySelectorAll('[data-pin]') ?? [])].map((pin) => pin.getBoundingClientRect()),
    );
  const dragging = {
    onDragOver: (event: DragEvent) => {
      if (isReadOnly || !holdsPin(event.dataTransfer)) return;
      event.preventDefault();
      setGap(gapUnder(event));
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setGap(null);
    },
    onDrop: (event: DragEvent) => {
      const passageId = pinOfDrop(event.dataTransfer);
      setGap(null);
      if (isReadOnly || passageId === null) return;
      event.preventDefault();
      onPin(passageId as PassageId, gapUnder(event));
    },
  };
  return { gap, dragging };
}
