// The help beside the window: opened from anywhere, its pages gone back through, and the first hour that it shows.
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useActions } from '../frame/offered-actions.ts';
import { HelpContext } from './help-context.tsx';
import type { HelpPage } from './help-page.ts';
import { useFirstHour } from './use-first-hour.ts';

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

/** Where the focus was when the help opened, so that closing gives it back. */
function useReturn(isOpen: boolean): void {
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    document.documentElement.dataset['help'] = 'open';
    return () => {
      delete document.documentElement.dataset['help'];
      if (from.current?.isConnected && (document.activeElement === document.body || document.activeElement === null)) from.current.focus();
    };
  }, [isOpen]);
}

export function HelpProvider({ children }: { children: ReactNode }) {
  /** The last one is shown. */
  const [pages, setPages] = useState<readonly HelpPage[]>([]);
  const firstHour = useFirstHour();
  const page = pages.at(-1) ?? null;
  useReturn(page !== null);

  const open = useCallback((next: HelpPage) => setPages((before) => [...before, next]), []);
  const close = useCallback(() => setPages([]), []);
  const { turnOn } = firstHour;
  const beginFirstHour = useCallback(() => {
    turnOn();
    open({ kind: 'firstHour' });
  }, [turnOn, open]);
  const hasBefore = pages.length > 1;
  const back = useMemo(() => (hasBefore ? () => setPages((before) => before.slice(0, -1)) : null), [hasBefore]);
  useActions(() => ({
    help: () => open({ kind: 'here' }),
    firstHour: beginFirstHour,
    glossary: () => open({ kind: 'glossary' }),
    allHelp: () => open({ kind: 'contents' }),
  }));

  const value = useMemo(() => ({ page, open, back, close, firstHour, beginFirstHour }), [page, open, back, close, firstHour, beginFirstHour]);
  return (
    <HelpContext.Provider value={value}>
      {children}
      {page === null ? null : (
        <Suspense fallback={null}>
          <HelpPanel page={page} />
        </Suspense>
      )}
    </HelpContext.Provider>
  );
}
