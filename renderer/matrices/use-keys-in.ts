// Keys heard by a part of the page wherever the focus is in it: the part itself is no button.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** `act` is the latest one given. */
export function useKeysIn(part: RefObject<HTMLElement | null>, act: (event: KeyboardEvent) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const element = part.current;
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) latest.current(event);
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [part]);
}
