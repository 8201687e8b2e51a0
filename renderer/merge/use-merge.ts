// A merge on its way: the file given, what it would do, what was chosen, and the act itself; it can be stopped.
import { useEffect, useRef, useState } from 'react';
import type { OpenMerge } from '../../shared/contract/merge.ts';
import type { MergeChoice, MergePreview } from '../../shared/domain/merge.ts';
import { CoreFailure, call, callDesktop, onCoreEvent } from '../core.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import type { Run } from '../ui/use-run.ts';
import { base64Of } from '../import/chosen-files.ts';

/** A multiple of three bytes: the base64 of the pieces has no padding. Below the 6 MB that a call may carry. */
const PIECE_BYTES = 3 << 20;

export interface Working {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

const BEGUN: Working = { done: 0, total: 0 };

export interface MergeState {
  readonly preview: MergePreview | null;
  /** Null while nothing is worked out. */
  readonly working: Working | null;
  readonly choices: Readonly<Record<string, MergeChoice>>;
  readonly matches: Readonly<Record<string, string | null>>;
  /** Matches were changed since the preview was made. */
  readonly isStale: boolean;
  readonly choosePath: () => Promise<void>;
  readonly give: (file: File) => Promise<void>;
  readonly choose: (conflictId: string, choice: MergeChoice) => void;
  readonly match: (theirs: string, ours: string | null) => void;
  readonly again: () => Promise<void>;
  /** What was done; undefined where it was refused or stopped. */
  readonly apply: () => Promise<{ readonly isChanged: boolean; readonly codings: number } | undefined>;
  readonly stop: () => void;
}

/** Gives the core a file piece by piece; null where it was refused. */
async function send(run: Run, file: File, onSent: (sent: Working) => void): Promise<OpenMerge | null> {
  const taken = await run('merge.begin', { name: file.name });
  if (!taken) return null;
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const sent = await run('merge.add', { merge: taken.merge, base64: await base64Of(file.slice(from, from + PIECE_BYTES)) });
    if (sent === undefined) return null;
    onSent({ done: Math.min(file.size, from + PIECE_BYTES), total: file.size });
  }
  return taken;
}

/** How far the core is, while it works something out. */
function useWorking(): readonly [Working | null, (working: Working | null) => void] {
  const [working, setWorking] = useState<Working | null>(null);
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (event.kind === 'progress' && event.job === 'merge') setWorking((before) => before && { done: event.done, total: event.total });
      }),
    [],
  );
  return [working, setWorking];
}

/** The desktop's own dialog; what it refuses is said. */
function useDesktopChoice(): (take: (chosen: OpenMerge) => Promise<void>) => Promise<void> {
  const notify = useNotify();
  const { language } = useLanguage();
  return async (take) => {
    try {
      const chosen = (await callDesktop('desktop.chooseMerge')) as OpenMerge | null;
      if (chosen) await take(chosen);
    } catch (error) {
      if (!(error instanceof CoreFailure)) throw error;
      notify({ text: sentenceOf(error.failure, language), kind: 'failure' });
    }
  };
}

export function useMerge(): MergeState {
  const run = useRun();
  const chooseOnDesktop = useDesktopChoice();
  const open = useRef<string | null>(null);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [working, setWorking] = useWorking();
  const [choices, setChoices] = useState<MergeState['choices']>({});
  const [matches, setMatches] = useState<MergeState['matches']>({});
  const [isStale, setStale] = useState(false);

  useEffect(
    () => () => {
      if (open.current !== null) void call('merge.close', { merge: open.current }).catch(() => undefined);
    },
    [],
  );

  const look = async (merge: string, settled: Pick<MergeState, 'choices' | 'matches'>) => {
    setWorking(BEGUN);
    const seen = await run('merge.preview', { merge, choices: { ...settled.choices }, matches: { ...settled.matches } });
    setWorking(null);
    if (seen) {
      setPreview(seen);
      setStale(false);
    }
  };
  const begin = async ({ merge }: OpenMerge) => {
    open.current = merge;
    setPreview(null);
    setChoices({});
    setMatches({});
    await look(merge, { choices: {}, matches: {} });
  };
  const choosePath = () => chooseOnDesktop(begin);
  const give = async (file: File) => {
    setWorking(BEGUN);
    const taken = await send(run, file, setWorking);
    if (taken) await begin(taken);
    else setWorking(null);
  };
  const apply = async () => {
    if (open.current === null) return undefined;
    setWorking(BEGUN);
    const done = await run('merge.apply', { merge: open.current, choices: { ...choices }, matches: { ...matches } });
    setWorking(null);
    if (done) open.current = null;
    return done;
  };
  return {
    preview,
    working,
    choices,
    matches,
    isStale,
    choosePath,
    give,
    choose: (conflictId, choice) => setChoices((before) => ({ ...before, [conflictId]: choice })),
    match: (theirs, ours) => {
      setMatches((before) => ({ ...before, [theirs]: ours }));
      setStale(true);
    },
    again: async () => {
      if (open.current !== null) await look(open.current, { choices, matches });
    },
    apply,
    stop: () => void run('job.cancel', { job: 'merge' }),
  };
}
