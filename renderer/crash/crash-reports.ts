// What breaks in the window is written down by the core, without a word of the study; a refusal, and a fault of the core, are none of it.
import { CoreFailure, call } from '../core.ts';
import { placeFromHash } from '../navigation.tsx';

const listeners = new Set<(report: string) => void>();
const MOST_STACK = 60_000;
const MOST_MESSAGE = 20_000;

/** Hears the name of each report about this window; answers with the way to stop hearing. */
export function onReport(listener: (report: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportCrash(error: unknown): void {
  if (error instanceof CoreFailure) return;
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const input = { name, message: message.slice(0, MOST_MESSAGE), stack: stack.slice(0, MOST_STACK), during: placeFromHash(location.hash).screen };
  call('crash.report', input).then(
    (report) => {
      if (report !== null) for (const listener of listeners) listener(report);
    },
    // without a core there is nobody to write it
    () => undefined,
  );
}

/** From now on. What React catches comes by the error boundary. */
export function watchCrashes(): void {
  addEventListener('error', ({ error }) => {
    // a picture that does not load is no error of the program
    if (error !== null && error !== undefined) reportCrash(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => reportCrash(reason));
}
