// Dragging in the text: words selected go onto a category of the tree; a category goes onto the selection, a coded passage or a turn.
import { useEffect } from 'react';
import { presentDrag, setDragged } from './dragged.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { Reader } from './reader-context.tsx';
import { isInEditor, pointFromDom, readSelection } from './text-dom.ts';
import { isWithin, spanOfTurn } from './transcript.ts';
import type { Span } from './transcript.ts';
import { useLatest } from './use-latest.ts';
import type { TextElements } from './use-text-handle.ts';

/** What a category let go here would be applied to. */
interface Landing {
  readonly span: Span;
  readonly passageId: PassageId | null;
}

/** The passage whose stripe is under the pointer, else the selection that is, else the turn. */
function landingAt(event: DragEvent, reader: Reader, root: HTMLElement): Landing | null {
  const { coded, selection, transcript } = reader;
  const element = event.target instanceof HTMLElement ? event.target : null;
  const stripe = coded.byKey.get(element?.closest<HTMLElement>('[data-stripe]')?.dataset['stripe'] ?? '');
  if (stripe) return { span: stripe.span, passageId: stripe.passageId };
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  const point = range && root.contains(range.startContainer) ? pointFromDom(root, range.startContainer, range.startOffset) : null;
  if (!point) return null;
  if (selection && isWithin(selection, point)) return { span: selection, passageId: null };
  const turn = spanOfTurn(transcript, point.turn);
  return turn && { span: turn, passageId: null };
}

export function useDragInText(reader: Reader, { scroller, root }: TextElements): void {
  const latest = useLatest(reader);
  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return undefined;
    const rest = () => latest.current.pointer.point(null);
    const onStart = (event: DragEvent) => {
      const now = latest.current;
      const words = root.current && !isInEditor(event.target) ? readSelection(root.current, now.transcript)?.span : null;
      if (!words || now.isReadOnly) return;
      now.closePalette();
      now.select(words);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copy';
      setDragged({ kind: 'words' });
    };
    const onOver = (event: DragEvent) => {
      const drag = presentDrag();
      if (drag === null || latest.current.isReadOnly) return;
      // words dropped back into the text change nothing there
      event.preventDefault();
      const landing = drag.kind === 'category' && root.current ? landingAt(event, latest.current, root.current) : null;
      if (event.dataTransfer) event.dataTransfer.dropEffect = landing ? 'copy' : 'none';
      latest.current.pointer.point(landing?.span ?? null);
    };
    const onDrop = (event: DragEvent) => {
      const drag = presentDrag();
      if (drag === null) return;
      event.preventDefault();
      rest();
      const landing = drag.kind === 'category' && root.current ? landingAt(event, latest.current, root.current) : null;
      setDragged(null);
      if (drag.kind !== 'category' || !landing || latest.current.isReadOnly) return;
      const { acts, showRule } = latest.current;
      showRule(drag.categoryId);
      void acts.apply(drag.categoryId, landing.passageId ?? landing.span);
    };
    const onLeave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && pane.contains(event.relatedTarget))) rest();
    };
    const onEnd = () => {
      rest();
      setDragged(null);
    };
    const listening = new AbortController();
    const { signal } = listening;
    pane.addEventListener('dragstart', onStart, { signal });
    pane.addEventListener('dragover', onOver, { signal });
    pane.addEventListener('dragleave', onLeave, { signal });
    pane.addEventListener('drop', onDrop, { signal });
    // what is dragged onto the words must find them uncovered
    addEventListener('dragstart', () => presentDrag()?.kind === 'category' && latest.current.closePalette(), { signal });
    addEventListener('dragend', onEnd, { signal });
    // the end of a drag is not told where its row is no longer drawn
    addEventListener('pointerdown', () => presentDrag() && onEnd(), { signal });
    return () => listening.abort();
  }, [scroller, root, latest]);
}
