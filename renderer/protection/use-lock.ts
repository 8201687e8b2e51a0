// Locks the window of a protected project: what is being written is stored or kept, everything of the project leaves the page, and the page begins anew.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LockedProject } from '../../shared/domain/protection.ts';
import { call, callsSettled, onCoreEvent } from '../core.ts';
import { useProject } from '../project.tsx';
import { useQuery } from '../ui/use-query.ts';
import { presentPlace, writtenFields } from './kept-place.ts';

/** Editors that store on leaving have begun to after this. */
const LEAVING_MS = 100;
const TELL_EVERY_MS = 20_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** With the page goes whatever of the project it still remembers. */
function beginAnew(): void {
  history.replaceState(null, '', '#/home');
  location.reload();
}

/** Tells the core that somebody is there, now and then. */
function useSignsOfLife(isWatched: boolean): void {
  useEffect(() => {
    if (!isWatched) return undefined;
    let lastTold = 0;
    const tell = () => {
      if (Date.now() - lastTold < TELL_EVERY_MS) return;
      lastTold = Date.now();
      call('protection.active', {}).catch(() => undefined);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, tell, { capture: true });
    };
  }, [isWatched]);
}

interface Lock {
  /** The project that waits for its password; null: none; undefined until that is known. */
  readonly locked: LockedProject | null | undefined;
  /** Nothing of the project may be shown any more. */
  readonly isLocking: boolean;
}

export function useLock(): Lock {
  const { project } = useProject();
  const { data: locked } = useQuery('protection.locked', {});
  const [isLocking, setLocking] = useState(false);
  const isProtected = project?.isProtected === true;
  useSignsOfLife(isProtected);

  const lock = useCallback(async () => {
    const drafts = writtenFields();
    const place = presentPlace(drafts);
    setLocking(true);
    await pause(LEAVING_MS);
    await callsSettled();
    try {
      await call('protection.lock', { place });
    } catch {
      // another window was first, or it is closed: either way there is nothing left to show
    }
    beginAnew();
  }, []);
  useEffect(() => {
    if (!isProtected) return undefined;
    return onCoreEvent((event) => {
      if (event.kind === 'lock') void lock();
    });
  }, [isProtected, lock]);

  const wasProtected = useRef(false);
  useEffect(() => {
    if (isProtected) wasProtected.current = true;
    else if (wasProtected.current && locked && !isLocking) beginAnew();
  }, [isProtected, locked, isLocking]);
  return { locked, isLocking };
}
