// How far the file for another program is, while it is being written.
import { useEffect, useState } from 'react';
import { onCoreEvent } from '../core.ts';

export interface LeavingProgress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

export function useLeavingProgress(): { progress: LeavingProgress | null; watch: <T>(writing: Promise<T>) => Promise<T> } {
  const [progress, setProgress] = useState<LeavingProgress | null>(null);
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (event.kind === 'progress' && event.job === 'leaving') setProgress((before) => before && { done: event.done, total: event.total });
      }),
    [],
  );
  const watch = async <T>(writing: Promise<T>): Promise<T> => {
    setProgress({ done: 0, total: 0 });
    try {
      return await writing;
    } finally {
      setProgress(null);
    }
  };
  return { progress, watch };
}
