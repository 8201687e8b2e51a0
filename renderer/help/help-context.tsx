// What can be done with the help, for whatever opens it or stands in it.
import { createContext, useContext } from 'react';
import type { HelpPage } from './help-page.ts';
import type { FirstHourInHand } from './use-first-hour.ts';

export interface Help {
  /** Null while the help is closed. */
  readonly page: HelpPage | null;
  readonly open: (page: HelpPage) => void;
  /** Null where there is no page to go back to. */
  readonly back: (() => void) | null;
  readonly close: () => void;
  readonly firstHour: FirstHourInHand;
  /** Opens the first hour and begins to notice what is done. */
  readonly beginFirstHour: () => void;
}

const nothing = () => undefined;
export const HelpContext = createContext<Help>({
  page: null,
  open: nothing,
  back: null,
  close: nothing,
  firstHour: { state: { isOn: false, done: [] }, turnOn: nothing, turnOff: nothing, restart: nothing },
  beginFirstHour: nothing,
});

export function useHelp(): Help {
  return useContext(HelpContext);
}
