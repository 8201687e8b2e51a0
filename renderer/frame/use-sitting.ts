// The sitting's counter: its minutes are counted here, its passages by the core. Reloading the window goes on with it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { useQuery } from '../ui/use-query.ts';
import { afterAct, newSitting, storedSitting, wholeMinutes } from './sitting-time.ts';

const SHOWN = 'trame.sitting';
const KEPT = 'trame.sitting.';
/** Acts come by the hundred; so often is written down what they come to. */
const REST_MS = 5_000;
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const;

export interface Sitting {
  readonly isShown: boolean;
  readonly show: (isShown: boolean) => void;
  readonly minutes: number;
  readonly passages: number;
}

function useMinutes(projectId: string, isShown: boolean): { since: string; minutes: number } {
  const key = `${KEPT}${projectId}`;
  const start = useCallback(() => storedSitting(sessionStorage.getItem(key)) ?? newSitting(Date.now()), [key]);
  const [shown, setShown] = useState(() => ({ key, time: start() }));
  const time = useRef(shown.time);
  if (shown.key !== key) {
    time.current = start();
    setShown({ key, time: time.current });
  }
  useEffect(() => {
    if (!isShown) return undefined;
    let writtenMs = 0;
    const onAct = () => {
      const nowMs = Date.now();
      time.current = afterAct(time.current, nowMs);
      if (nowMs - writtenMs < REST_MS) return;
      writtenMs = nowMs;
      sessionStorage.setItem(key, JSON.stringify(time.current));
      setShown({ key, time: time.current });
    };
    sessionStorage.setItem(key, JSON.stringify(time.current));
    for (const act of ACTS) addEventListener(act, onAct, { capture: true, passive: true });
    return () => {
      for (const act of ACTS) removeEventListener(act, onAct, { capture: true });
    };
  }, [key, isShown]);
  return { since: shown.time.since, minutes: wholeMinutes(shown.time) };
}

export function useSitting(project: ProjectInfo): Sitting {
  const [isShown, setShown] = useState(() => localStorage.getItem(SHOWN) !== 'hidden');
  const { since, minutes } = useMinutes(project.id, isShown);
  const { data } = useQuery('coding.sitting', isShown ? { since } : null);
  const show = useCallback((next: boolean) => {
    localStorage.setItem(SHOWN, next ? 'shown' : 'hidden');
    setShown(next);
  }, []);
  return { isShown, show, minutes, passages: data?.passages ?? 0 };
}
