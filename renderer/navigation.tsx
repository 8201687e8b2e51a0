// Where the window is. A place lives in the address, so that the keyboard's "back" leads from a passage to its number.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { LINK_KINDS } from '../shared/domain/text-link.ts';
import type { TextLink } from '../shared/domain/text-link.ts';

export const SCREENS = ['home', 'corpus', 'coding', 'grids', 'matrices', 'search', 'analysis', 'memos', 'review', 'history', 'autocode'] as const;
export type Screen = (typeof SCREENS)[number];

/** A screen and what it shows; all parameters are optional strings, so that a place can be written in an address. */
export interface Place {
  readonly screen: Screen;
  readonly sourceId?: string;
  /** Source read beside the first one. */
  readonly besideId?: string;
  /** Passage to show and choose in the reader. */
  readonly passageId?: string;
  readonly categoryId?: string;
  readonly gridId?: string;
  readonly matrixId?: string;
  readonly rowKey?: string;
  readonly columnKey?: string;
  /** In a cell: who stands there, as `case:<uuid>`. */
  readonly unitKey?: string;
  readonly memoId?: string;
  /** In a memo: the link to be brought into view, as `placeOfLink` writes it. */
  readonly linkAt?: string;
  /** What autocoding begins to look for; in a retrieval, its expression. */
  readonly words?: string;
  /** Words to select in the reader, as `words-address` writes them. */
  readonly wordsAt?: string;
  /** In the history: the row whose changes are shown. */
  readonly objectId?: string;
  /** Another face of the screen: `import` in the corpus. */
  readonly view?: string;
}

export function placeToHash(place: Place): string {
  const { screen, ...rest } = place;
  const query = new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== undefined)).toString();
  return `#/${screen}${query ? `?${query}` : ''}`;
}

export function placeFromHash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const screen = SCREENS.find((name) => name === path) ?? 'home';
  return { ...Object.fromEntries(new URLSearchParams(query)), screen };
}

/** `kind id`: a link in a text, as a place names it. */
export function placeOfLink({ kind, id }: TextLink): string {
  return `${kind} ${id}`;
}

export function linkInPlace({ linkAt = '' }: Place): TextLink | undefined {
  const space = linkAt.indexOf(' ');
  const kind = LINK_KINDS.find((each) => each === linkAt.slice(0, space));
  return kind && { kind, id: linkAt.slice(space + 1) };
}

interface Navigation {
  readonly place: Place;
  /** Opens a place; the one left stays one "back" away. */
  readonly go: (place: Place) => void;
  /** Changes what the present place shows without a new step in the way back. */
  readonly adjust: (place: Place) => void;
}

const NavigationContext = createContext<Navigation>({ place: { screen: 'home' }, go: () => undefined, adjust: () => undefined });

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(() => placeFromHash(location.hash));

  useEffect(() => {
    // one step is told by two events: the second finds the window there
    const follow = () => setPlace((before) => (placeToHash(before) === location.hash ? before : placeFromHash(location.hash)));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);

  const go = useCallback((next: Place) => {
    if (placeToHash(next) !== location.hash) history.pushState(null, '', placeToHash(next));
    setPlace(next);
  }, []);
  const adjust = useCallback((next: Place) => {
    history.replaceState(null, '', placeToHash(next));
    setPlace(next);
  }, []);

  const value = useMemo(() => ({ place, go, adjust }), [place, go, adjust]);
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>;
}

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}
