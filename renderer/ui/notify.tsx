// Short messages at the bottom of the window: what was done, or why it was not. They never take the focus.
import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { uiText } from '../../shared/i18n/ui.ts';
import { useSaidKeys } from '../frame/said-keys.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { useText } from './language.tsx';
import './notify.css';

export interface Notice {
  readonly text: string;
  /** A failure stays until it is closed. */
  readonly kind?: 'info' | 'done' | 'failure';
  /** As a failure does: too much to read in passing. */
  readonly stays?: boolean;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

type Shown = Notice & { readonly id: number };

const SHOWN_MS = 6000;
const AT_MOST = 3;

const NotifyContext = createContext<(notice: Notice) => void>(() => undefined);

export function NotifyProvider({ children }: { children: ReactNode }) {
  const text = useText(uiText);
  const said = useSaidKeys();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const lastId = useRef(0);

  const close = useCallback((id: number) => setShown((before) => before.filter((notice) => notice.id !== id)), []);
  const notify = useCallback(
    (notice: Notice) => {
      lastId.current += 1;
      const id = lastId.current;
      setShown((before) => [...before.filter((other) => other.text !== notice.text), { ...notice, id }].slice(-AT_MOST));
      if (notice.kind !== 'failure' && notice.stays !== true) setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );

  const list = useMemo(
    () =>
      shown.map((notice) => (
        <div key={notice.id} className={classes('notice', `notice-${notice.kind ?? 'info'}`)}>
          <span className="notice-text">{said(notice.text)}</span>
          {notice.action ? (
            <Button
              size="small"
              onPress={() => {
                notice.action?.onPress();
                close(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          ) : null}
          <IconButton icon={X} label={text.close} size="small" onPress={() => close(notice.id)} />
        </div>
      )),
    [shown, text, said, close],
  );

  return (
    <NotifyContext.Provider value={notify}>
      {children}
      <div className="notices" role="status" aria-live="polite" aria-label={text.notifications}>
        {list}
      </div>
    </NotifyContext.Provider>
  );
}

/** `notify({text: '…', kind: 'done'})` */
export function useNotify(): (notice: Notice) => void {
  return useContext(NotifyContext);
}
