// The whole window as a place to drop files on, while a project is open.
import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { importText } from '../../shared/i18n/import.ts';
import { useText } from '../ui/language.tsx';
import { filesDropped } from './chosen-files.ts';
import './drop-target.css';
import { useAddFiles, useImportState } from './import-context.tsx';

/** Between two `dragover` events of a drag that is still there; after more, it has left the window. */
const DRAG_IS_OVER_MS = 350;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Hears what no part of the page took for itself: a part that takes files calls `preventDefault`. */
export function DropTarget() {
  const text = useText(importText);
  const state = useImportState();
  const add = useLatestOf(useAddFiles());
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setOver(false);
    };
    const onDragOver = (event: DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return leave();
      event.preventDefault();
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(leave, DRAG_IS_OVER_MS);
      return undefined;
    };
    const onDrop = (event: DragEvent) => {
      leave();
      if (event.defaultPrevented || !hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void filesDropped(event.dataTransfer).then((files) => add.current(files));
    };
    addEventListener('dragover', onDragOver);
    addEventListener('drop', onDrop);
    return () => {
      clearTimeout(timer);
      removeEventListener('dragover', onDragOver);
      removeEventListener('drop', onDrop);
    };
  }, [add]);

  if (!isOver) return null;
  const words = state?.phase === 'writing' ? text.dropNow : state?.phase === 'preview' ? text.dropMore : text.drop;
  return (
    <div className="drop-target">
      <FileDown size={28} strokeWidth={1.5} aria-hidden />
      {words}
    </div>
  );
}

function useLatestOf<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
