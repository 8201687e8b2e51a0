// A long piece of work that says how far it is and can be stopped.
import { useEffect, useRef, useState } from 'react';
import { call, onCoreEvent } from '../core.ts';

export interface Job {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

export function useJob(): { job: Job | null; work: <T>(label: string, run: (id: string) => Promise<T>) => Promise<T>; cancel: () => void } {
  const [job, setJob] = useState<Job | null>(null);
  const id = useRef('');
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (event.kind === 'progress' && event.job === id.current) setJob((before) => before && { ...before, done: event.done, total: event.total });
      }),
    [],
  );
  const work = async <T>(label: string, run: (job: string) => Promise<T>): Promise<T> => {
    id.current = crypto.randomUUID();
    setJob({ label, done: 0, total: 0 });
    try {
      return await run(id.current);
    } finally {
      setJob(null);
    }
  };
  return { job, work, cancel: () => void call('job.cancel', { job: id.current }) };
}
