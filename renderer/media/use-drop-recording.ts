// A recording dropped on the open source is offered to it; other files are for whoever takes files.
import { useEffect, useState } from 'react';
import { isMediaName } from '../../shared/domain/media-format.ts';
import { useLatest } from '../reader/use-latest.ts';

/** Between two `dragover` events of a drag that is still there. */
const DRAG_IS_OVER_MS = 350;

/** While a drag is under way the files' names are hidden: their types must do. */
function bringsRecordings(event: DragEvent): boolean {
  const items = [...(event.dataTransfer?.items ?? [])];
  return items.length > 0 && items.every(({ kind, type }) => kind === 'file' && /^(?:audio|video)\//.test(type));
}

/** Answers whether a recording is being dragged over the window now. `onDrop` gets recordings only; null takes none. */
export function useDropRecording(onDrop: ((files: readonly File[]) => void) | null): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useLatest(onDrop);
  const takes = onDrop !== null;
  useEffect(() => {
    if (!takes) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setOver(false);
    };
    const onDragOver = (event: DragEvent) => {
      if (!bringsRecordings(event)) return leave();
      event.preventDefault();
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(leave, DRAG_IS_OVER_MS);
      return undefined;
    };
    const onDropped = (event: DragEvent) => {
      leave();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || !files.every(({ name }) => isMediaName(name))) return;
      event.preventDefault();
      latest.current?.(files);
    };
    // ahead of the window's own place to drop files, which leaves alone what is taken already
    addEventListener('dragover', onDragOver, { capture: true });
    addEventListener('drop', onDropped, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('dragover', onDragOver, { capture: true });
      removeEventListener('drop', onDropped, { capture: true });
    };
  }, [latest, takes]);
  return isOver;
}
