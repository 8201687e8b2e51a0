// Tells style sheets what is on screen, where one part of the page depends on another that is not near it.
import { useEffect } from 'react';

/** The attribute is on the page's root as long as `isOn`. */
export function useRootMark(name: 'data-recording' | 'data-docked', isOn: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute(name, isOn);
    return () => document.documentElement.removeAttribute(name);
  }, [name, isOn]);
}
