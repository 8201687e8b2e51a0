// How the coding screen shows texts and margins: one choice for all panes, remembered for each project on this computer.
import { createContext, useContext, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { UNCODED, codedText } from './coded-text.ts';
import type { CodedText, Stripe } from './coded-text.ts';
import { PLAIN_DISPLAY, isDisplay, marginLook, passes, presentFilter } from './margin-display.ts';
import type { Display, MarginFilter, MarginLook } from './margin-display.ts';
import type { Reader } from './reader-context.tsx';
import { useStored } from './reading-place.ts';

interface DisplayChoice {
  readonly display: Display;
  readonly choose: (change: Partial<Display>) => void;
}

const DisplayContext = createContext<DisplayChoice>({ display: PLAIN_DISPLAY, choose: () => undefined });

export function DisplayProvider({ projectId, children }: { projectId: string; children: ReactNode }) {
  const [display, keep] = useStored<Display>(`trame.display.${projectId}`, PLAIN_DISPLAY, isDisplay);
  const value = useMemo(() => ({ display, choose: (change: Partial<Display>) => keep({ ...display, ...change }) }), [display, keep]);
  return <DisplayContext value={value}>{children}</DisplayContext>;
}

export function useDisplay(): DisplayChoice {
  return useContext(DisplayContext);
}

export interface Margin {
  /** What margin and paint show: everything, or what the filter leaves. */
  readonly shown: CodedText;
  readonly look: MarginLook;
  readonly filter: MarginFilter | null;
  /** Null where nothing is. */
  readonly isFaint: ((stripe: Stripe) => boolean) | null;
}

export function useMargin(reader: Reader): Margin {
  const { display } = useDisplay();
  const { transcript, coded, categories, coders, codebook } = reader;
  const { colorBy, hidesOthers } = display;
  const filter = useMemo(() => presentFilter(display.filter, categories, coders, codebook), [display.filter, categories, coders, codebook]);
  const look = useMemo(() => marginLook(colorBy, categories, coders, codebook), [colorBy, categories, coders, codebook]);
  const pass = useMemo(() => passes(filter, categories), [filter, categories]);
  const before = useRef(UNCODED);
  const hides = filter !== null && hidesOthers;
  const shown = useMemo(() => {
    if (!hides && look.rankOf === null) return coded;
    const codings = coded.stripes.flatMap((stripe) => (hides ? stripe.codings.filter(pass) : stripe.codings));
    before.current = codedText(transcript, codings, before.current, look.rankOf);
    return before.current;
  }, [transcript, coded, hides, pass, look]);
  const isFaint = useMemo(() => (filter && !hides ? (stripe: Stripe) => !stripe.codings.some(pass) : null), [filter, hides, pass]);
  return useMemo(() => ({ shown, look, filter, isFaint }), [shown, look, filter, isFaint]);
}
